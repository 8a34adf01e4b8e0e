"""Arsip: everything that was ever on the desk, found again as one types."""
