"""Group F: whether a release agrees with itself and explains itself."""
