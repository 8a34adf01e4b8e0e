"""Group E: style, only outside speech."""
