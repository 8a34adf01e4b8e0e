"""Group F: whether a release is consistent and explains itself."""
