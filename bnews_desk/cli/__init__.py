"""The command line: one module a command, ``main`` picks; nothing of Qt."""
