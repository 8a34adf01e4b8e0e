"""The tokenizer: spans, words, sentences, quotations and links of plain text.

All positions count Unicode code points. Nothing here depends on the house frame or on rules. Every
function takes linear time on any text, including lone surrogates and very long lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from bnews_desk.patterns import Pattern

APOSTROPHES = "'’ʼ"
_WORD = Pattern(rf"[^\W_]+(?:[-{APOSTROPHES}][^\W_]+)*")
_LINK = Pattern(
    r"(?:https?://|www\.)(?:[^\s<>\"“”,]|,(?![^\W\d_]))+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
    r"|(?<!\w)[#@]\w[\w.]*"
    r"|(?<![\w.@-])(?:[a-z\d][a-z\d-]{0,62}\.){1,4}(?-i:com|net|org|id|info|tv|news|COM|ID)"
    r"(?:/(?:[^\s<>\"“”,]|,(?![^\W\d_]))*)?(?![\w-])"
    r"|(?<![\w.-])[\w-]{1,80}\.(?:docx?|pdf|xlsx?|pptx?|jpe?g|png|txt|zip)(?![\w-])",
    re.IGNORECASE,
)
# A search is fast where a pattern begins with something rare, so look-behinds come after it.
_LINK_SIGNS = ("://", "#", "@")
_LINK_DOT = Pattern(r"\.(?:(?<=[^\W_]\.)[a-z]|(?<=www\.))", re.IGNORECASE)
_UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_SENTENCE_END = Pattern(
    rf"[.?!…](?<![.?!…]{{2}})[.?!…]*+[\"”’)\]{_UNSEEN}]*+(?P<gap>\s++)(?=[\s{_UNSEEN}]*+[\"“‘(\[]?[^\W_])"
)
_BEFORE_DOT = Pattern(r"[^\W_]+(?:\.[^\W_]+)*$")
_BEFORE_LETTER = Pattern(
    r"\b(?:berinisial|inisial|vitamin|hepatitis|influenza|golongan|kelas|grup|tipe|seri|blok|huruf"
    r"|kategori|poin|rencana|gedung|tribune|tribun|sektor|zona) $"
)
"""What a single capital may belong to, so that a full stop behind it ends the sentence."""
ABBREVIATIONS = frozenset(
    "a.n ak apt bpk bripka brig cq d.a dkk dll dr dra drg drh drs dsb dst gg h hj hlm hj hr ibid ir"
    " jl jln jend k.h kab kapt kec kel ket kh kol komjen kombes letkol mayjen moh mr muh ny no nn"
    " ns pdt plh plt pj pjs prof r.a rm rp s.d sdr sdri st tgl tn tsb u.p yth".split()
)
"""Words whose full stop does not end a sentence, folded and without the stop."""
QUOTE_MARKS = '"“”„‟«»'
_QUOTE_MARK = Pattern(f"[{QUOTE_MARKS}]")
QUOTE_WORDS = 3
"""A quotation with more words than this is speech; a shorter one is a word set apart."""


class Span(NamedTuple):
    """A stretch of text: code points ``start`` (inclusive) to ``end`` (exclusive)."""

    start: int
    end: int

    def within(self, text: str) -> str:
        """The words of ``text`` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: tuple[int, int]) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other[1] and other[0] < self.end

    def covers(self, other: tuple[int, int]) -> bool:
        """Whether ``other`` lies completely inside this span."""
        return self.start <= other[0] and other[1] <= self.end


class Paragraph(NamedTuple):
    """One line of a release's text with its position; paragraph 0 is the headline."""

    number: int
    start: int
    text: str

    @property
    def end(self) -> int:
        """The position of the line break behind it, or of the end of the text."""
        return self.start + len(self.text)


class Word(NamedTuple):
    """A run of letters and digits, including hyphens and apostrophes inside it."""

    start: int
    end: int
    text: str
    folded: str


class Quotation(NamedTuple):
    """The text between two paired quotation marks.

    ``start`` is the opening mark, ``end`` is behind the closing one.
    """

    start: int
    end: int
    is_speech: bool

    @property
    def interior(self) -> Span:
        """The span between the marks."""
        return Span(self.start + 1, self.end - 1)


def paragraphs(text: str) -> Iterator[Paragraph]:
    """The lines of ``text`` in order, each with its number and position."""
    start = 0
    for number, line in enumerate(text.split("\n")):
        yield Paragraph(number, start, line)
        start += len(line) + 1


def words(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words of ``text`` between two positions, in order.

    ``anak-anak``, ``Jum'at``, ``di-PHK`` and ``P3K`` are one word each; ``1.720`` is two.
    """
    stop = len(text) if end is None else end
    new = tuple.__new__  # with a thousand words in a release, Word(…) takes twice as long
    return tuple(
        [
            new(Word, (*m.span(), word := m.group(), word.casefold()))
            for m in _WORD.finditer(text, start, stop)
        ]
    )


def word_texts(text: str) -> list[str]:
    """The texts of ``words`` without their positions, in a third of the time."""
    return _WORD.findall(text)


def word_spans(text: str, first: int, count: int) -> tuple[Span, ...]:
    """The spans of ``count`` of the ``words``, from number ``first`` on."""
    found = islice(_WORD.finditer(text), first, first + count)
    new = tuple.__new__  # as in words
    return tuple([new(Span, m.span()) for m in found])


def links(text: str) -> tuple[Span, ...]:
    """The spans of addresses, e-mail addresses, hashtags, account and file names; none is
    corrected."""
    if not any(sign in text for sign in _LINK_SIGNS) and not _LINK_DOT.search(text):
        return ()
    return tuple(Span(*m.span()) for m in _LINK.finditer(text))


def sentences(text: str) -> tuple[Span, ...]:
    """The spans of the sentences of one paragraph, without the white space between them.

    A full stop behind a title, an initial or an abbreviation (``Drs.``, ``A.H.``, ``No.``) does not
    end a sentence unless it is a degree at the end of a name and a capital follows.
    """
    found: list[Span] = []
    start = _skip_space(text, 0)
    for m in _SENTENCE_END.finditer(text):
        if _ends_sentence(text, m.start(), m.end()):
            found.append(Span(start, m.start("gap")))
            start = m.end()
    tail = len(text.rstrip())
    if tail > start:
        found.append(Span(start, tail))
    return tuple(found)


def _ends_sentence(text: str, mark: int, behind: int) -> bool:
    while text[behind] in _UNSEEN or text[behind].isspace():
        behind += 1
    opening = text[behind]
    first = text[behind + 1] if opening in '"“‘([' and behind + 1 < len(text) else opening
    if first.islower():
        return False
    if text[mark] != ".":
        return True
    before = _BEFORE_DOT.search(text, max(0, mark - 24), mark)
    if before is None:
        return True
    word = before.group()
    if len(word) == 1 and word.isupper():
        return _BEFORE_LETTER.search(text, max(0, before.start() - 24), before.start()) is not None
    if all(len(part) == 1 and part.isupper() for part in word.split(".")):
        return text[max(0, before.start() - 2) : before.start()] == ", "
    return word.casefold() not in ABBREVIATIONS


def _skip_space(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of one paragraph whose marks are paired, in order, never nested.

    Straight marks pair in turn. Curly and angle marks pair by their direction, so that a curly mark
    that begins a word never closes a quotation. A straight mark directly behind a digit means
    inches or seconds and is not paired.
    """
    found: list[Quotation] = []
    opened = -1
    straight = False
    for mark in _QUOTE_MARK.finditer(text):
        i, char = mark.start(), mark.group()
        if char == '"' and opened < 0 and i > 0 and text[i - 1].isdigit():
            continue
        if opened >= 0 and char == "“" and _begins_word(text, i):
            opened, straight = i, False  # the previous one is never closed
            continue
        closes = opened >= 0 and char in ('"”' if straight else '”»"“‟')
        if closes:
            interior = text[opened + 1 : i]
            found.append(Quotation(opened, i + 1, len(interior.split()) > QUOTE_WORDS))
            opened = -1
        elif opened < 0 and (char not in "”»" or _begins_word(text, i)):
            opened = i
            straight = char == '"'
    return tuple(found)


_ODD_SPEECH = Pattern(
    r"(?<![^\W_])(?:''|``|´´|‘‘|‘’|’’|[‘'`])(?=[^\W_])"
    r"(?>(?:[^\n'’´`‘]|(?<=[^\W_])['’](?=[^\W_]))*)(?:''|´´|’’|‘’|[’'])(?![^\W_])"
    r"|,,(?=[^\W_])(?>(?:[^\n,\"“”'’]|,(?!,)|(?<=[^\W_])['’](?=[^\W_]))*)(?:''|’’|[\"”’'])(?![^\W_])"
)
"""Speech between single, doubled or typewriter marks; an apostrophe inside a word is not a mark."""
_ODD_MARKS = ("'", "‘", "’", "`", "´", ",,")
_UNOPENED = Pattern(r"^[^\"“”„‟«»]*[,.?!][\"”](?=\s|$)")
"""The text before a paragraph's only quotation mark, where that is a closing one: ``Kami
siap,"``.
"""


def find_quote_mark(text: str, start: int) -> int | None:
    """The position of the first quotation mark from ``start`` on, or None."""
    mark = _QUOTE_MARK.search(text, start)
    return mark.start() if mark else None


def badly_marked_speech(text: str) -> tuple[Span, ...]:
    """The spans of speech between marks that are not quotation marks, or with a closing mark
    only."""
    found: list[Span] = []
    if any(mark in text for mark in _ODD_MARKS):
        odd = _ODD_SPEECH.finditer(text)
        found = [Span(*m.span()) for m in odd if len(m.group().split()) > QUOTE_WORDS]
    unopened = _UNOPENED.match(text) if '"' in text or "”" in text else None
    if unopened and not any(span.end == unopened.end() for span in found):
        found.append(Span(*unopened.span()))
    return tuple(found)


def merge_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """``spans`` in order, with overlapping ones merged."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def _begins_word(text: str, at: int) -> bool:
    """Whether a mark stands before a word and not behind one, whatever its direction."""
    return text[at + 1 : at + 2].isalnum() and (at == 0 or text[at - 1] in " \u00a0([")


def fold(text: str) -> str:
    """``text`` for comparison: lower case, with white space normalised."""
    return " ".join(text.split()).casefold()


def keep_case(text: str, replacement: str) -> str:
    """``replacement`` in the case of ``text``, unless it has a capital of its own.

    ``RESIKO`` → ``RISIKO``, ``Resiko`` → ``Risiko``; but ``jum'at`` → ``Jumat``.
    """
    letters = [c for c in text if c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return replacement.upper()
    if replacement != replacement.lower():
        return replacement
    if letters and letters[0].isupper():
        return replacement[:1].upper() + replacement[1:]
    return replacement
