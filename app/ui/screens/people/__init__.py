"""People: everybody named in the files, and everything by or about one of them."""
