"""Letters: data in, blocks out, and writers for Word and PDF."""
