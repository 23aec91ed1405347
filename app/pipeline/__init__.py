"""What a child process does to one file: read it, then understand it. Reaches neither the store nor the keys."""
