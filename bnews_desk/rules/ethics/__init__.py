"""Group G: press ethics; a flag for the editor, never a fix made unasked."""
