"""Reading files that come in: one module a format, ``registry`` picks."""
