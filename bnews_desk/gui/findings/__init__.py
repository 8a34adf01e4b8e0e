"""Temuan: the panel that lists a release's findings, and the card that explains one on the page."""
