"""Entries in order of time: kinds, filters, threads."""
