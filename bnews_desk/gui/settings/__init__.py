"""What stands behind the settings dialog: each page's choices carried out and remembered."""
