"""Quotations that repeat the sentence before (E32)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch
from bnews_desk.rules.word_positions import words_of_sentence
from bnews_desk.text import Quotation, Span, Word

_LEAST = 5
"""Least number of content words in sentence and quotation."""
_SHARE = 0.7
"""Least share of a quotation's content words that the sentence before has too."""
_MOST = 3
"""Where the sentence before has more than this many times as many content words, it says something
else."""
_FIRST_LOOK = 0.3
"""Least share of identical words before roots are compared."""
EMPTY = frozenset(
    "ada adalah agar akan anda antara apa apabila atas atau bagi bahwa beliau berbagai bila bisa"
    " boleh bukan dalam dan dapat dari dengan demi di dia diri guna hal harus ia ialah ini itu jadi"
    " jika juga justru kalau kami karena ke kepada kita lagi lebih maka masih maupun melalui mereka"
    " merupakan nya oleh pada para perlu pihaknya pun saat saja sangat saya sebab sebagai sebuah"
    " secara sedang sehingga sejak sekaligus semakin semua sebelum seperti serta sesuai setelah"
    " setiap suatu sudah supaya tapi telah tentang tentu terhadap terkait tersebut tetap tetapi"
    " tidak tak untuk yaitu yakni yang ya"
    " kata ujar ucap tutur ungkap jelas tegas papar terang imbuh tambah lanjut sebut katanya"
    " ujarnya ucapnya tuturnya ungkapnya jelasnya tegasnya paparnya terangnya imbuhnya tambahnya"
    " menurut menurutnya mengatakan menyampaikan menjelaskan menegaskan menuturkan mengungkapkan"
    " menyebut menyebutkan menambahkan berharap memaparkan menilai mengaku menyatakan berujar"
    " berkata menerangkan membeberkan".split()
)
"""Words without content, and words that only say that somebody speaks."""


def _check(context: ReleaseContext) -> Iterator[RuleMatch]:
    for number, paragraph, found in context.collected(_speech_in):
        before = _said_before(context, number, paragraph, found[0])
        offset = context.frame.parts[number].paragraph.start
        for at, quotation in enumerate(found):
            said = before if at == 0 else _between(paragraph, found[at - 1], quotation)
            if _is_echo(said, _words_in(paragraph, quotation.interior)):
                yield RuleMatch(quotation.start + offset, quotation.end + offset)


def _speech_in(paragraph: ParagraphContext) -> tuple[Quotation, ...]:
    """The speech in a paragraph of copy that is long enough to be a repetition."""
    if paragraph.role not in COPY:
        return ()
    return tuple(
        q
        for q in paragraph.quotations
        if q.is_speech and q.end - q.start > _LEAST * 4 and paragraph.copy.covers((q.start, q.end))
    )


def _said_before(
    context: ReleaseContext, number: int, paragraph: ParagraphContext, quotation: Quotation
) -> Sequence[Word]:
    """The words of the sentence before a quotation, in its paragraph or the one above."""
    own = _words_of_last_sentence(paragraph, quotation.start)
    if own:
        return own
    above = context.copy_above(number)
    return () if above is None else _words_of_last_sentence(above, above.copy.end)


def _words_of_last_sentence(paragraph: ParagraphContext, end: int) -> Sequence[Word]:
    """The words of the last sentence before a position, if it is not speech."""
    at = bisect_right(paragraph.sentences, end, key=lambda sentence: sentence.end)
    if not at or paragraph.in_speech(*paragraph.sentences[at - 1]):
        return ()
    return _words_in(paragraph, paragraph.sentences[at - 1])


def _between(paragraph: ParagraphContext, first: Quotation, second: Quotation) -> Sequence[Word]:
    words = _words_of_last_sentence(paragraph, second.start)
    return words if words and words[0].start >= first.end else ()


def _words_in(paragraph: ParagraphContext, span: Span) -> Sequence[Word]:
    first, last = words_of_sentence(paragraph, span)
    return paragraph.words[first:last]


def _is_echo(said: Sequence[Word], spoken: Sequence[Word]) -> bool:
    """Whether the quotation mostly repeats the sentence before."""
    first = {word.folded for word in said} - EMPTY
    second = {word.folded for word in spoken} - EMPTY
    if min(len(first), len(second)) < _LEAST or len(first) > _MOST * len(second):
        return False
    if len(first & second) < _FIRST_LOOK * len(second):
        return False
    from bnews_desk.lexicon.affixes.analyser import shipped_analyser

    root_of = shipped_analyser().root_of
    roots = {root_of(word) for word in second}
    return len(roots & {root_of(word) for word in first}) >= _SHARE * len(roots)


RULES = (
    ReleaseRule(
        code="E32",
        id="quote-repeats-indirect",
        name="Kutipan mengulang kalimat",
        severity=Severity.SUGGESTION,
        safety=Safety.NONE,
        why="Kutipan ini mengulang kalimat sebelumnya; pilih salah satu.",
        source="praktik penyuntingan",
        check=_check,
        bad=(
            Example(
                'Ia meminta warga menjaga kebersihan sungai. "Kami minta warga menjaga kebersihan'
                ' sungai," katanya.'
            ),
            Example(
                "\nCamat mengatakan jalan desa itu dibangun dengan dana desa tahun ini.\n"
                '"Jalan desa ini dibangun dengan dana desa tahun ini," ujarnya.'
            ),
        ),
        good=(
            'Bupati meminta warga menjaga sungai. "Perahu karet kami kirim besok pagi," katanya.',
            'Warga menjaga sungai bersama. Acara itu bertema "Bersama Warga Menjaga Sungai".',
            '"Kami minta warga menjaga sungai," katanya. Ia meminta warga menjaga sungai.',
        ),
        is_on=False,
        remark=(
            "Mati: kutipan yang sengaja menegaskan kalimat sebelumnya lazim dalam berita (77 dalam"
            " 1,77 juta kata berita terbit, kira-kira seperlima di antaranya meragukan)."
        ),
    ),
)
