"""The window: the only part that knows Qt. :mod:`~bnews_desk.gui.app` builds and connects it."""
