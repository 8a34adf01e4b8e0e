"""The archive in the window: asked beside the GUI thread, kept up with what the editor does."""
