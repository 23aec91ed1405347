"""Search in everything: pages with the words, opened at the words."""
