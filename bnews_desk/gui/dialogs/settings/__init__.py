"""The settings: one dialog with a page for each kind, everything applied at once."""
