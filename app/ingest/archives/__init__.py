"""Kinds of archives and what they share."""
