"""Output formats of ``check``: text, JSON, SARIF."""
