"""Reading files that come in: one module a format, :mod:`~bnews_desk.importers.registry` picks."""
