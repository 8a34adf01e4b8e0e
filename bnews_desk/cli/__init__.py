"""The command line: one module per command, chosen by ``main``; does not import Qt."""
