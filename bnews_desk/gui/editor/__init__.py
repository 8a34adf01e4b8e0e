"""The page: an editor for the copy of one release."""
