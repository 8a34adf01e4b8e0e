"""What the program knows of words: lists, phrases, degrees."""
