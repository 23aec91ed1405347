"""Fairfile: read your child's files, and put the record straight."""

__version__ = "0.1.0"
