"""What a person types into the search box, as an expression for the index."""
