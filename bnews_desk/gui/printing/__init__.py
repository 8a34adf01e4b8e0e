"""Paper and PDF: the release in the house's layout, without the window's furniture."""
