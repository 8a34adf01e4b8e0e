"""What tells an editor that a release has come in before, or one much like it."""
