"""Pages with known text as families receive them, and how many of their letters and words are read."""
