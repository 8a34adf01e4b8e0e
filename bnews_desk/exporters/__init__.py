"""Writing files that go out: one module a format, ``formats`` picks."""
