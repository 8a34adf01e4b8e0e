"""Rules on punctuation marks, spaces and quotation marks (group D)."""
