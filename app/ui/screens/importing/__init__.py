"""Bringing in files: what and from whom, progress that adds up, problems with what to do."""
