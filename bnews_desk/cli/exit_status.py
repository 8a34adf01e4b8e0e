"""Exit statuses of the commands."""

EXIT_OK = 0
EXIT_FINDINGS = 1
"""Findings of severity error remain (``check``, ``fix``)."""
EXIT_UNREADABLE = 2
"""Bad usage, or a file that could not be read or written."""
EXIT_INTERRUPTED = 130
