"""Writing files that go out: one module a format, :mod:`~bnews_desk.exporters.formats` picks."""
