"""Spelling (EYD V) and standard words: group C of the catalogue."""
