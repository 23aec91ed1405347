"""The invented example family: its files, made by code, and the truth about them."""
