"""Which lines of a saved page are its article.

A page without any furniture is all copy. In others trafilatura judges; where it finds nothing
the menus, sidebars and footers are left out by their elements.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bnews_desk.errors import ReadError
from bnews_desk.importers.html.opening import Tree
from bnews_desk.importers.html.walk import Block

MAX_JUDGED_CHARACTERS = 3_000_000
MAX_JUDGED_LINES = 5_000
"""A larger page is not judged by its words: the time for that grows with the square of its lines
(2,000 take 1.6 s, 20,000 take 30 s).
"""
MIN_ARTICLE_LETTERS = 150
"""Letters and digits below which what was found is no article."""
_MENUS = frozenset({"nav", "aside", "footer", "form"})
_FURNITURE = (
    "//nav|//aside|//footer|//form|//*[@role='navigation']|//*[@role='contentinfo']"
    "|//script[@src or string-length(text()) > 200]|//iframe"
)
_LONG = 40
"""Letters and digits of a line that stands nowhere else by chance."""


def has_furniture(tree: Tree) -> bool:
    """Whether a page has menus and the like beside its copy."""
    return bool(tree.xpath(_FURNITURE))


def article(blocks: Sequence[Block], tree: Tree, text: str) -> list[bool]:
    """For each line of a page with furniture, whether it belongs to the article."""
    is_small = len(text) <= MAX_JUDGED_CHARACTERS and len(blocks) <= MAX_JUDGED_LINES
    judged = _judged(text) if is_small else ""
    whole = _bare(judged)
    if len(whole) < MIN_ARTICLE_LETTERS:
        return _by_elements(blocks)
    known = {_bare(line) for line in judged.split("\n")} - {""}
    is_in = [_stands_in(_bare(block.line.text), known, whole) for block in blocks]
    _trim(blocks, is_in)
    _add_headline(blocks, is_in, tree)
    return is_in


def _by_elements(blocks: Sequence[Block]) -> list[bool]:
    """What stands in the page's ``article`` or ``main``, or without those in none of its menus."""
    if any(block.region == "article" and block.line.length for block in blocks):
        return [block.region == "article" for block in blocks]
    return [block.region not in _MENUS for block in blocks]


def _stands_in(line: str, known: set[str], whole: str) -> bool:
    return bool(line) and (line in known or (len(line) >= _LONG and line in whole))


def _trim(blocks: Sequence[Block], is_in: list[bool]) -> None:
    """A line of a menu that reads as one of the article is none."""
    for i, block in enumerate(blocks):
        if block.region in _MENUS and len(_bare(block.line.text)) < _LONG:
            is_in[i] = False


def _add_headline(blocks: Sequence[Block], is_in: list[bool], tree: Tree) -> None:
    """The page's main heading above the article is its headline."""
    first = is_in.index(True) if True in is_in else len(blocks)
    title = _bare(" ".join(tree.xpath("//title/text()")[:1]))
    heads = [
        i
        for i, block in enumerate(blocks[:first])
        if block.line.style == "title" and block.line.length
    ]
    if not heads or any(block.line.style == "title" for block in blocks[first : first + 1]):
        return
    named = [i for i in heads if _bare(blocks[i].line.text) in title]
    is_in[(named or heads)[-1]] = True


def _judged(text: str) -> str:
    """The article's text as trafilatura finds it; '' where it finds none."""
    import logging

    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL + 1)
    try:
        found = trafilatura.extract(
            text,
            output_format="txt",
            include_comments=False,
            include_tables=True,
            favor_recall=True,
            with_metadata=False,
        )
    except ReadError:  # the time is up
        raise
    except Exception:  # a page finds what nobody thought of; then its elements decide
        return ""
    return found or ""


def _bare(text: str) -> str:
    """The letters and digits of a text, folded."""
    return re.sub(r"[\W_]+", "", text).casefold()
