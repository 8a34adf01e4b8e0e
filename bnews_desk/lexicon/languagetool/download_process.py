"""Downloads a release of LanguageTool, given by its version, into the ``LTP_PATH`` folder.

It is a separate process, so that a download can be cancelled at any moment, whatever the network
does. language_tool_python downloads, verifies the checksum and unpacks. Prints ``size N`` as soon
as the size is known, and at the end ``done`` or ``failed WHY``.
"""

from __future__ import annotations

from collections.abc import Sequence

HEAD_SECONDS = 30


def main(arguments: Sequence[str]) -> int:
    """Download a release; returns 1 where that fails."""
    import requests
    from language_tool_python.download_lt import LocalLanguageTool

    release = LocalLanguageTool.from_version_name(arguments[0])
    try:
        head = requests.head(release.download_url, allow_redirects=True, timeout=HEAD_SECONDS)
        print("size", head.headers.get("Content-Length", "0"), flush=True)
        release.download()
    except (Exception, SystemExit) as error:  # the parent reports any failure of the library
        print("failed", " ".join(f"{type(error).__name__}: {error}".split())[:500], flush=True)
        return 1
    print("done", flush=True)
    return 0
