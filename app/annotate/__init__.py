"""Marks on words, and keeping them on the same words when a page is read better."""
