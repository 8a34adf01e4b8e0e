"""The command line: one module a command, :mod:`~bnews_desk.cli.main` picks; nothing of Qt."""
