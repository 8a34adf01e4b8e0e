"""Indonesian affixes: from a derived word to its root, and back."""
