"""Divides a press release into its parts and tells copy from furniture."""
