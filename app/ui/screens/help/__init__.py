"""Keys, words explained, and how to check that nothing goes online."""
