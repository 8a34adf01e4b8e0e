"""Selects the lines of a saved web page that are its article.

A page without furniture is all copy. In other pages trafilatura decides; where it finds nothing,
menus, sidebars and footers are left out by their elements.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Mapping, Sequence
from itertools import pairwise

from bnews_desk.errors import ReadError
from bnews_desk.importers.html.page_source import Tree
from bnews_desk.importers.imported_line import ImportedLine
from bnews_desk.log import log_fault

_LOG = logging.getLogger(__name__)


MAX_JUDGED_CHARACTERS = 3_000_000
MAX_JUDGED_LINES = 5_000
"""Trafilatura is not used on a larger page: its time grows with the square of the lines (2,000 take
1.6 s, 20,000 take 30 s).
"""
MIN_ARTICLE_LETTERS = 150
"""Minimum letters and digits of an article."""
_MENUS = frozenset({"nav", "aside", "footer", "form"})
_FURNITURE = (
    "//nav|//aside|//footer|//form|//*[@role='navigation']|//*[@role='contentinfo']"
    "|//script[@src or string-length(text()) > 200]|//iframe"
)
_LONG = 40
"""Letters and digits of a line that cannot occur elsewhere by coincidence."""
_MAIN_SHARE = 0.4
"""Minimum share of the letters outside menus that an article has; with fewer it is searched for
again.
"""


def has_furniture(tree: Tree) -> bool:
    """Whether a page has menus and the like beside its copy."""
    return bool(tree.xpath(_FURNITURE))


def article_lines(
    lines: Sequence[ImportedLine], regions: Mapping[ImportedLine, str], tree: Tree, text: str
) -> list[bool]:
    """For each line of a page with furniture, whether it belongs to the article."""
    parts = [regions.get(line, "") for line in lines]
    is_small = len(text) <= MAX_JUDGED_CHARACTERS and len(lines) <= MAX_JUDGED_LINES
    words = [_bare(line.text[line.label :]) for line in lines]
    judged = _longest(text, parts, words) if is_small else ""
    whole = _bare(judged)
    if len(whole) < MIN_ARTICLE_LETTERS:
        return _by_elements(lines, parts)
    known = {_bare(line) for line in judged.split("\n")} - {""}
    is_in = [_stands_in(line, known, whole) for line in words]
    _trim(lines, parts, is_in)
    _fill(words, is_in, whole)
    _add_headline(lines, is_in, tree)
    return is_in


def _by_elements(lines: Sequence[ImportedLine], parts: Sequence[str]) -> list[bool]:
    """Lines in the page's ``article`` or ``main``, or, without those, in none of its menus."""
    if any(part == "article" and line.length for line, part in zip(lines, parts, strict=True)):
        return [part == "article" for part in parts]
    return [part not in _MENUS for part in parts]


def _stands_in(line: str, known: set[str], whole: str) -> bool:
    return bool(line) and (line in known or (len(line) >= _LONG and line in whole))


def _trim(lines: Sequence[ImportedLine], parts: Sequence[str], is_in: list[bool]) -> None:
    """Drop lines of menus that match the article's text by coincidence."""
    for i, (line, part) in enumerate(zip(lines, parts, strict=True)):
        if part in _MENUS and len(_bare(line.text)) < _LONG:
            is_in[i] = False


def _fill(words: Sequence[str], is_in: list[bool], whole: str) -> None:
    """Add short lines between lines of the article where the article's text contains
    their words.
    """
    inside = [i for i, is_kept in enumerate(is_in) if is_kept]
    for before, behind in pairwise(inside):
        run = words[before]
        for i in range(before + 1, behind):
            if words[i] and run + words[i] in whole:
                is_in[i] = True
                run += words[i]


def _add_headline(lines: Sequence[ImportedLine], is_in: list[bool], tree: Tree) -> None:
    """Add the page's main heading above the article as its headline."""
    first = is_in.index(True) if True in is_in else len(lines)
    title = _bare(" ".join(tree.xpath("//title/text()")[:1]))
    heads = [i for i, line in enumerate(lines[:first]) if line.style == "title" and line.length]
    if not heads or any(line.style == "title" for line in lines[first : first + 1]):
        return
    named = [i for i in heads if _bare(lines[i].text) in title]
    is_in[(named or heads)[-1]] = True


def _longest(text: str, parts: Sequence[str], words: Sequence[str]) -> str:
    """The article's text as trafilatura finds it, in recall mode where the default finds little."""
    found = _judged(text, favor_recall=True)
    outside = sum(len(line) for line, part in zip(words, parts, strict=True) if part not in _MENUS)
    if len(_bare(found)) >= _MAIN_SHARE * outside:
        return found
    return max(found, _judged(text, favor_recall=False), key=len)


def _judged(text: str, *, favor_recall: bool) -> str:
    """The article's text as trafilatura finds it, '' where it finds none."""
    import logging

    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL + 1)
    try:
        found = trafilatura.extract(
            text,
            output_format="txt",
            include_comments=False,
            include_tables=True,
            favor_recall=favor_recall,
            with_metadata=False,
        )
    except (ReadError, ImportError):  # the time is up, or a module of it is missing
        raise
    except Exception as error:  # a page may raise anything; then its elements decide
        log_fault(_LOG, "finding the article of a page", error)
        return ""
    return found or ""


def _bare(text: str) -> str:
    """The letters and digits of a text, folded; accents belong to their letters."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", text)).casefold()
