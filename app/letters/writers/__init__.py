"""Writers of letters: blocks in, bytes out."""
