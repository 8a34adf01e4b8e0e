"""Related lines: ``Baca juga: TITLE``, each a paragraph between two body paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bnews_desk.house.style import RelatedStyle
from bnews_desk.patterns import Pattern
from bnews_desk.text import Span

_ADDRESS = Pattern(
    r"(?:https?://|www\.)\S+$|[\w-]+(?:\.[\w-]+)*\.(?:id|com|net|org)(?:/\S*)?$", re.I
)
_BEHIND_TITLE = " \t\u00a0\u200b*_=<>«»|~–—-,;"
_PLACEHOLDER = Pattern(r"(?:[.…_-]+|x{2,}|judul(?: berita)?|link|tautan)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RelatedLine:
    """A related line, or one glued to the end of another paragraph.

    ``span`` is the whole line; ``title`` and ``title_span`` are the title, which is never changed.
    ``is_sure`` is False where it may be a sentence.
    """

    span: Span
    title: str
    title_span: Span
    is_glued: bool = False
    is_sure: bool = True

    @property
    def is_empty(self) -> bool:
        """Whether there is no title: nothing, only an address or a placeholder."""
        bare = self.title.strip(' *_"“”()[]<>')
        return not bare or bool(_ADDRESS.match(bare) or _PLACEHOLDER.match(bare))


class RelatedReader:
    """Finds related lines with any of their labels."""

    def __init__(self, style: RelatedStyle) -> None:
        self.style = style
        labels = "|".join(
            re.escape(label).replace(r"\ ", r"[\s_-]*")
            for label in sorted({style.label, *style.other_labels}, key=len)[::-1]
        )
        self._line = Pattern(
            rf"[\W_]{{0,12}}(?:\d{{1,2}}[.)]\s{{0,3}})?(?<![^\W_])(?P<label>{labels})(?![^\W_])"
            r"(?P<mark>(?:\s+(?:berita|artikel)(?:\s(?:lainnya|terkait))?(?=\s*:))?[\s*_.\"”'’]*[)\]}:：;=|/–—>→⇒➜»►▶•~👉👇⏩➡\ufe0f-]+[\s*_:>–—-]*)?"
            r"(?P<gap>[\s*_,.…!\u200b\u2060\ufeff]*)(?P<title>[^\n]*)",
            re.IGNORECASE,
        )
        self._again = Pattern(rf"(?:(?:{labels})[\s*_]*+:[\s*_]*+){{1,3}}", re.IGNORECASE)
        self._glued = Pattern(
            rf"(?<=[.?!\"”)\]])\s*[*_(\[]*(?P<label>{labels})[*_)\]]*\s*:[\s*_]*(?P<title>\S[^\n]*)$",
            re.IGNORECASE,
        )

    def read(self, text: str) -> RelatedLine | None:
        """Read a whole paragraph as a related line; None where it is not one.

        *Baca juga buku itu …* without a colon is a sentence.
        """
        match = self._line.match(text)
        if match is None:
            return None
        has_mark = match["mark"] is not None
        start, end = match.span("title")
        again = self._again.match(text, start)
        start = again.end() if again else start
        span = Span(start, start + _bare_length(text[start:end]))
        title = span.within(text)
        if not has_mark and title and not (title[0].isupper() or title[0] in '"“*'):
            return None
        return RelatedLine(
            Span(0, len(text)), title, span, is_sure=has_mark or not title or _is_title(title)
        )

    def read_glued(self, text: str) -> RelatedLine | None:
        """Read a related line at the end of a longer paragraph; None where there is none."""
        match = self._glued.search(text)
        if match is None:
            return None
        start, end = match.span("title")
        span = Span(start, start + _bare_length(text[start:end]))
        return RelatedLine(
            Span(match.start("label"), len(text)), span.within(text), span, is_glued=True
        )

    def is_canonical(self, text: str, line: RelatedLine) -> bool:
        """Whether the line is in house form."""
        return text == self.style.form.format(title=line.title)


def _is_title(text: str) -> bool:
    """Whether a text is capitalised like a headline."""
    words = text.split()
    capitals = sum(word[:1].isupper() or word[:1].isdigit() for word in words)
    is_plain = text[-1] not in ".,;" and ":" not in text
    return len(words) > 2 and capitals * 3 >= len(words) * 2 and is_plain


def _bare_length(title: str) -> int:
    """The length of a title without the marks around it and without a final full stop."""
    bare = title.rstrip(_BEHIND_TITLE)
    if (bare.endswith(")") and "(" not in bare) or (bare.endswith("]") and "[" not in bare):
        bare = bare[:-1].rstrip()
    if bare.endswith(".") and not bare.endswith(".."):
        bare = bare[:-1].rstrip()
    return len(bare)
