"""The archive in the window: searched beside the GUI thread, synchronised with the desk."""
