"""The shapes in which ``check`` tells what it found: text, JSON, SARIF."""
