"""Checks which addresses of links may come into the copy."""

from __future__ import annotations

from bnews_desk.importers.imported_line import ImportedLine

SCHEMES = ("http://", "https://", "mailto:", "ftp://", "tel:")
"""How an address begins that a reader of the site can follow; all others stay out."""


MAX_ADDRESS = 2_000
"""Characters of an address; browsers stop near there."""


def external_address(line: ImportedLine, target: str, anchor: str = "") -> str:
    """The address of a link out of the file, or '' for one that must not be carried.

    Counts it either way; nothing is fetched.
    """
    address = "".join(target.split())
    if address.lower().startswith("www."):
        address = f"http://{address}"
    if not address.lower().startswith(SCHEMES) or len(address) > MAX_ADDRESS:
        line.left_out.append(("link", address[:MAX_ADDRESS]))
        return ""
    line.carried.append("link")
    return f"{address}#{anchor}" if anchor and "#" not in address else address
