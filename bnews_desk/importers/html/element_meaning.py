"""The meaning of HTML tags, attributes and inline styles for copy."""

from __future__ import annotations

from collections.abc import Mapping

from bnews_desk.importers.imported_line import BOLD, ITALIC, STRUCK
from bnews_desk.patterns import Pattern

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt"
    " fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li"
    " main nav ol p pre section summary table tbody tfoot thead tr ul".split()
)
"""Block elements: each begins a new line."""
DROPPED = frozenset("script style template embed iframe frame map meta link title base".split())
"""Elements whose text is not displayed."""
OUTSIDE = {
    **dict.fromkeys("select option textarea button input datalist".split(), "form-control"),
    **dict.fromkeys("svg object applet audio video canvas noscript".split(), "object"),
    **dict.fromkeys(("rt", "rp"), "ruby"),
}
"""Elements that are no copy, and the kind of receipt entry for their text."""
REGIONS = {
    "nav": "nav",
    "aside": "aside",
    "footer": "footer",
    "form": "form",
    "header": "header",
    "menu": "nav",
}
"""Parts of a page that are rarely copy."""
_ROLES = {"navigation": "nav", "complementary": "aside", "contentinfo": "footer", "search": "form",
          "banner": "header"}  # fmt: skip
_WEIGHT = Pattern(r"(?<![\w-])font-weight\s*:\s*([\w.]+)")
_SLANT = Pattern(r"(?<![\w-])font-style\s*:\s*(\w+)")
_HIDDEN = Pattern(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all")
_KEEPS_LINES = Pattern(r"white-space\s*:\s*(?:pre|break-spaces)")
_LABEL = Pattern(r"mso-list\s*:\s*ignore")
_UNSEEN = Pattern(r"(?:^|[\s_-])(?:sr-only|screen-reader-text|visually-?hidden)(?:$|[\s_-])")
_COMMENT = Pattern(r"mso-element\s*:\s*comment")
_STRIKE = Pattern(r"text-decoration(?:-line)?\s*:[^;]*line-through")
_TAG_FLAGS = {
    **dict.fromkeys(("b", "strong"), BOLD),
    **dict.fromkeys(("i", "em", "cite", "dfn"), ITALIC),
    **dict.fromkeys(("s", "strike", "del"), STRUCK),
}
_BY_WHOM = frozenset({"cite", "datetime"})
"""Attributes of a tracked change that Word writes; a page that merely strikes text has none of
them.
"""


def flags_of(tag: str, css: str, above: int) -> int:
    """The flags of an element's text, given the flags ``above`` of the text around it."""
    flags = above | _TAG_FLAGS.get(tag, 0)
    if not css:
        return flags
    if _STRIKE.search(css):
        flags |= STRUCK
    weight, slant = _WEIGHT.search(css), _SLANT.search(css)
    if weight:
        flags = flags | BOLD if _is_heavy(weight[1]) else flags & ~BOLD
    if slant:
        flags = flags | ITALIC if slant[1] in ("italic", "oblique") else flags & ~ITALIC
    return flags


def _is_heavy(weight: str) -> bool:
    return weight in ("bold", "bolder") or (weight.isdecimal() and int(weight) >= 600)


def is_hidden(values: Mapping[str, str], css: str) -> bool:
    """Whether an element is not displayed."""
    return (
        "hidden" in values
        or bool(css and _HIDDEN.search(css))
        or bool(_UNSEEN.search(values.get("class", "").casefold()))
    )


def is_comment(values: Mapping[str, str], css: str) -> bool:
    """Whether an element is a comment in a page saved by Word, or the reference to one."""
    is_sign = values.get("class", "").casefold() == "msocommentreference"
    return is_sign or bool(css and _COMMENT.search(css))


def tracked_change(tag: str, values: Mapping[str, str]) -> str:
    """The kind of a tracked change in a page saved by Word; '' for anything else."""
    if tag not in ("ins", "del") or _BY_WHOM.isdisjoint(values.keys()):
        return ""
    return "insertion" if tag == "ins" else "deletion"


def keeps_lines(tag: str, css: str) -> bool:
    """Whether white space and line breaks in an element are preserved."""
    return tag == "pre" or bool(css and _KEEPS_LINES.search(css))


def is_list_label(css: str) -> bool:
    """Whether Word wrote an element in place of a list's number."""
    return bool(css and _LABEL.search(css))


def region_of(tag: str, values: Mapping[str, str]) -> str:
    """The part of a page that an element begins, or ''."""
    return _ROLES.get(values.get("role", ""), "") or REGIONS.get(tag, "")


def is_back_link(values: Mapping[str, str]) -> bool:
    """Whether a link leads from a note back to its reference."""
    return values.get("role") == "doc-backlink" or "footnote-back" in values.get("class", "")


def is_note_reference(values: Mapping[str, str]) -> bool:
    """Whether a link is the reference to a note."""
    href = values.get("href", "").rpartition("#")[2]
    return (
        values.get("role") == "doc-noteref"
        or "footnote-ref" in values.get("class", "")
        or href.startswith(("_ftn", "_edn", "sdfootnote", "sdendnote"))
    )


def emoji_of(alt: str) -> str:
    """The emoji that a messenger displays as a picture; '' for any other picture."""
    is_emoji = 0 < len(alt) <= 12 and not any(c.isalnum() or c.isspace() for c in alt)
    return alt if is_emoji and not alt.isascii() else ""
