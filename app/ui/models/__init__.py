"""Item models over tuples of values, and words about them."""
