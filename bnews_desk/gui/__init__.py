"""The window: the only part that knows Qt. ``app`` builds and connects it."""
