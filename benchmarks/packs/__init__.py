"""Labelled records: invented families' papers with the truth about their dates written into the text."""
