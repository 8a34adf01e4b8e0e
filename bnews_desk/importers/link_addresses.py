"""Checks which link addresses may be imported."""

from __future__ import annotations

from bnews_desk.importers.imported_line import ImportedLine

SCHEMES = ("http://", "https://", "mailto:", "ftp://", "tel:")
"""Schemes that a reader of the site can follow; all others are left out."""


MAX_ADDRESS = 2_000
"""Maximum characters of an address; browsers have similar limits."""


def external_address(line: ImportedLine, target: str, anchor: str = "") -> str:
    """The address of a link out of the file, or '' for one that must not be imported.

    It is counted in either case; nothing is fetched.
    """
    address = "".join(target.split())
    if address.lower().startswith("www."):
        address = f"http://{address}"
    if not address.lower().startswith(SCHEMES) or len(address) > MAX_ADDRESS:
        line.left_out.append(("link", address[:MAX_ADDRESS]))
        return ""
    line.carried.append("link")
    return f"{address}#{anchor}" if anchor and "#" not in address else address
