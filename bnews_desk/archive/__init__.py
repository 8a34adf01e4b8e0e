"""Keeps releases: the draft journal, the archive, the sync between both, recovery and search."""
