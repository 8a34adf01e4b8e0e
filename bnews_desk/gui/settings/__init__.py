"""The settings dialog, its pages, and the controllers that apply and store what is chosen there."""
