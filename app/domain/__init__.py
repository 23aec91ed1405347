"""Plain values and rules without input or output. Standard library only."""
