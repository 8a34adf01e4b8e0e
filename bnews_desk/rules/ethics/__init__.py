"""Group G: press ethics; its findings warn the editor and are never fixed in bulk."""
