"""The entry point: the command line."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the program with the process's own arguments; the result is its exit status."""
    from bnews_desk.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
