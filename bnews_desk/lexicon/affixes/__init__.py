"""Indonesian word formation: from a derived word to its root, and back."""
