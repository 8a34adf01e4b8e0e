"""The entry point: the window, or the command line when there is a command."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the program with the process's own arguments; the result is its exit status."""
    from bnews_desk.cli.main import is_command, run

    arguments = sys.argv[1:]
    if is_command(arguments):
        return run(arguments)
    try:
        from bnews_desk.gui import app
    except ImportError as error:
        print(
            f"bnews-desk: Jendela tidak dapat dibuka ({error}); jalankan “make run” untuk memasang"
            " yang kurang, atau pakai dari terminal: bnews-desk --help.",
            file=sys.stderr,
        )
        return 2
    return app.run(arguments)


if __name__ == "__main__":
    sys.exit(main())
