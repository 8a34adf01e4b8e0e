"""OpenDocument texts made for tests, with only the necessary parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

TYPE = "application/vnd.oasis.opendocument.text"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
NAMESPACES = " ".join(
    (
        *(
            f'xmlns:{prefix}="{_OASIS}{name}:1.0"'
            for prefix, name in (
                ("office", "office"),
                ("text", "text"),
                ("style", "style"),
                ("table", "table"),
                ("draw", "drawing"),
                ("fo", "xsl-fo-compatible"),
                ("svg", "svg-compatible"),
            )
        ),
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    )
)
BOLD = '<style:text-properties fo:font-weight="bold"/>'
ITALIC = '<style:text-properties fo:font-style="italic"/>'


def style(name: str, family: str, inside: str, parent: str = "") -> str:
    """A style."""
    above = f' style:parent-style-name="{parent}"' if parent else ""
    return f'<style:style style:name="{name}" style:family="{family}"{above}>{inside}</style:style>'


def p(text: str, name: str = "Standard") -> str:
    """A paragraph."""
    return f'<text:p text:style-name="{name}">{text}</text:p>'


def content(body: str, automatic: str = "") -> bytes:
    """The part with the copy."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {NAMESPACES}>'
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    ).encode()


def styles(inside: str) -> bytes:
    """The part with the named styles and the pages' headers and footers."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-styles {NAMESPACES}>'
        f"{inside}</office:document-styles>"
    ).encode()


def archive(parts: Mapping[str, bytes | str]) -> bytes:
    """A ZIP archive of parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return out.getvalue()


def odt(body: str, automatic: str = "", parts: Mapping[str, bytes | str] | None = None) -> bytes:
    """A whole file."""
    return archive({"mimetype": TYPE, "content.xml": content(body, automatic), **(parts or {})})
