"""Output formats of ``check``: text and SARIF."""
