"""Letters: chosen by situation, seen as the letter itself, saved as Word and PDF, noted when sent."""
