"""One file for each kind of finding. Finders do not know each other."""
