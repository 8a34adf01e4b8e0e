"""The comma between speech and its speaker: D09, D10."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.lexicon.attribution_verbs import attribution_verbs
from bnews_desk.patterns import Pattern
from bnews_desk.release import Edit
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.punctuation.quote_tokens import NAMING, opens_sentence, word_before
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch
from bnews_desk.text import Quotation, Word

_CLOSING = Pattern('["“”„‟«»](?P<outside>\\s{1,2}+(?:,\\s{0,2}+)?|[.,]\\s{0,2}+)(?=[^\\W\\d_])')
_WORD = Pattern(r"[^\W\d_]{1,40}+")
_MAX_INSIDE = 6
_INTERRUPTED = frozenset("…-–—;:([\"“”'‘’,.")
_STOPS = frozenset(",.?!")


def _misplaced_commas(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text, (start, end) = paragraph.text, paragraph.copy
    closings: dict[int, Quotation] | None = None
    for match in _CLOSING.finditer(text, start, end):
        at = match.start()
        if not attribution_verbs().stands_at(text, match.end(), end):
            continue
        outside = match["outside"].replace(".", ",")
        if outside != match["outside"] and text[match.end()].isupper():
            continue  # a new sentence: '…siap". Kata Rino, …'
        first = at
        while first > max(start, at - _MAX_INSIDE) and text[first - 1] in " \u00a0,.?!":
            first -= 1
        if first == start or text[first - 1].isspace() or text[first - 1] in _INTERRUPTED:
            continue
        if closings is None:
            closings = {q.end - 1: q for q in paragraph.quotations}
            openings = {q.start for q in paragraph.quotations}
        if at in openings:
            continue
        inside = "".join(text[first:at].split())
        mark = _mark_due(inside, has_comma_outside="," in outside)
        if mark is None:
            continue
        safety = _how_sure(paragraph, closings.get(at), inside, outside)
        if safety is not None:
            yield _moved_comma(paragraph, first, match.end(), f"{mark}{text[at]} ", safety)


def _mark_due(inside: str, *, has_comma_outside: bool) -> str | None:
    """The mark that belongs before the closing quotation mark; None where one is there."""
    if inside[:1] in ("?", "!"):
        due = inside.rstrip(",.")
        is_right = inside == due and not has_comma_outside
        return None if is_right or len(set(due)) > 2 else due
    if inside == "," and not has_comma_outside:
        return None
    return "," if inside in ("", ",", ".", ".,", ",.") else None


def _how_sure(
    paragraph: ParagraphContext, quotation: Quotation | None, inside: str, outside: str
) -> Safety | None:
    """How certain it is that this is speech, and not a word, a name or part of a sentence."""
    if quotation is None:
        return Safety.SAFE
    text, start = paragraph.text, paragraph.copy.start
    before = word_before(text, quotation.start, start)
    if before.casefold() in NAMING:
        return None
    leading = text[max(start, quotation.start - 4) : quotation.start].rstrip()[-1:]
    opens = opens_sentence(text, quotation.start, start)
    if opens or leading in (",", ":"):
        is_sure = quotation.is_speech or (opens and ("," in outside or inside))
        return Safety.SAFE if is_sure else Safety.OFFERED
    if attribution_verbs().introduces(before.casefold()):
        return Safety.SAFE if quotation.is_speech else Safety.OFFERED
    if not quotation.is_speech or ("," in outside and not inside):
        return None
    return Safety.OFFERED


def _moved_comma(
    paragraph: ParagraphContext, first: int, last: int, new: str, safety: Safety
) -> RuleMatch:
    """A match that puts ``new`` between the last word said and the verb; its span includes both
    words."""
    text, (start, end) = paragraph.text, paragraph.copy
    word = word_before(text, first, start)
    verb = _WORD.match(text, last, end)
    behind = verb.end() if verb else last
    right = word + new + text[last:behind]
    message = "" if new.startswith(",") else "call"
    begin, old = first, text[first:last]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    while old and new and old[0] == new[0]:
        old, new, first = old[1:], new[1:], first + 1
    fix = Fix(safety, f"Tulis …{right}", (Edit(first, first + len(old), old, new),))
    span_start = begin - max(len(word), 1)
    return RuleMatch(span_start, behind, {"right": right}, (fix,), message=message)


QUOTE_COMMA_ATTRIBUTION = ParagraphRule(
    code="D09",
    id="quote-comma-attribution",
    name="Koma di akhir kutipan",
    severity=Severity.ERROR,
    safety=Safety.SAFE,
    why="Koma ditulis sebelum petik penutup: …{right}.",
    other_messages={
        "call": "Sesudah tanda tanya atau tanda seru tidak ada koma lagi: …{right}.",
    },
    source="EYD V, Tanda Koma 7 dan 8",
    check=_misplaced_commas,
    bad=(
        Example('kuat", ungkap', 'kuat," ungkap'),
        Example(
            '"Desa harus punya sinergi yang kuat" ungkap Izul Marom.',
            '"Desa harus punya sinergi yang kuat," ungkap Izul Marom.',
        ),
        Example(
            '"Desa harus punya sinergi yang kuat." ungkap Izul Marom.',
            '"Desa harus punya sinergi yang kuat," ungkap Izul Marom.',
        ),
        Example(
            '"Desa harus punya sinergi yang kuat", ungkap Izul Marom.',
            '"Desa harus punya sinergi yang kuat," ungkap Izul Marom.',
        ),
        Example(
            '"Desa harus punya sinergi yang kuat,", ungkap Izul Marom.',
            '"Desa harus punya sinergi yang kuat," ungkap Izul Marom.',
        ),
        Example(
            '"Bersihkan sungai itu sekarang!," perintahnya.',
            '"Bersihkan sungai itu sekarang!" perintahnya.',
        ),
        Example('sekarang!," perintahnya', 'sekarang!" perintahnya'),
        Example(
            '"Siapa yang mau ikut membantu?", tanya Rini.',
            '"Siapa yang mau ikut membantu?" tanya Rini.',
        ),
        Example('"Kita semua siap".kata Rini.', '"Kita semua siap," kata Rini.'),
        Example('"Kita semua siap". kata Rini.', '"Kita semua siap," kata Rini.'),
        Example('"Kita siap" ,ujarnya.', '"Kita siap," ujarnya.'),
        Example(
            "“Desa harus punya sinergi yang kuat” jelasnya.",
            "“Desa harus punya sinergi yang kuat,” jelasnya.",
        ),
    ),
    good=(
        '"Desa harus punya sinergi yang kuat," ungkap Izul Marom.',
        '"Siapa yang mau ikut membantu?" tanya Rini.',
        '"Bersihkan sungai itu sekarang!" perintahnya.',
        'Ia menyebutnya "sangat baik" kata Rini.',
        'Acara bertajuk "Membangun Desa dari Pinggir", kata Rini, ramai.',
        'Program itu dinilai "sangat membantu warga desa", kata Rini.',
        'Kalimat "Kami siap membantu warga" jelas bahwa benar.',
        'Ungkapan "Kami siap membantu warga" kata itu populer.',
        '"Kami siap membantu …" kata Rini.',
        'Visi "Indonesia Emas" yang diusung RPJPN.',
    ),
)

_MAX_NAME_WORDS = 5


def _missing_commas(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text, (start, end) = paragraph.text, paragraph.copy
    for quotation in paragraph.quotations:
        at = quotation.start
        if not start < at < end or not _is_sentence(quotation.interior.within(text)):
            continue
        gap = at
        while gap > start and text[gap - 1].isspace():
            gap -= 1
        if gap in (at, start) or not text[gap - 1].isalpha():
            continue
        first = _introduction(paragraph, gap)
        if first is not None:
            fix = Fix(Safety.OFFERED, "Tambahkan koma", (Edit(gap, gap, "", ","),))
            yield RuleMatch(first, at + 1, fixes=(fix,))


def _is_sentence(said: str) -> bool:
    """Whether the text between quotation marks begins and ends like a sentence."""
    return said[:1].isupper() and said.rstrip()[-1:] in _STOPS and " " in said.strip()


def _introduction(paragraph: ParagraphContext, gap: int) -> int | None:
    """The start of the words that introduce a quotation after ``gap``, or None."""
    verbs = attribution_verbs()
    found = paragraph.words
    last = bisect_left(found, gap, key=lambda word: word.end)
    if last >= len(found) or found[last].end != gap:
        return None
    if verbs.introduces(found[last].folded):
        return found[last].start
    first = last
    while first >= 0 and last - first < _MAX_NAME_WORDS and found[first].text[0].isupper():
        is_opening = found[first].folded == "menurut"
        if is_opening and first < last and found[first].start in paragraph.sentence_starts:
            return found[last].start
        if first < last and _opens_saying(paragraph, found[first]):
            break
        first -= 1
    if first < 0 or first == last or not verbs.is_attribution(found[first].folded):
        return None
    between = paragraph.text[found[first].end : gap]
    return found[last].start if not _STOPS & set(between) else None


def _opens_saying(paragraph: ParagraphContext, word: Word) -> bool:
    """Whether a sentence begins with this verb: *Kata Rino "Kami siap."*."""
    is_verb = attribution_verbs().is_attribution(word.folded)
    return is_verb and word.start in paragraph.sentence_starts


QUOTE_INTRO_COMMA = ParagraphRule(
    code="D10",
    id="quote-intro-comma",
    name="Koma sebelum kutipan",
    severity=Severity.WARNING,
    safety=Safety.OFFERED,
    why="Tambahkan koma sebelum petikan langsung.",
    source="EYD V, Tanda Koma 7",
    check=_missing_commas,
    bad=(
        Example('Ia berkata "Kami siap."', 'Ia berkata, "Kami siap."'),
        Example(
            'Ia menegaskan "Kami siap membantu warga."',
            'Ia menegaskan, "Kami siap membantu warga."',
        ),
        Example(
            'Menurut Rini Syarifah "Semua warga sudah siap."',
            'Menurut Rini Syarifah, "Semua warga sudah siap."',
        ),
        Example('Kata Rino "Kami sudah siap."', 'Kata Rino, "Kami sudah siap."'),
        Example(
            'Lalu kata Rini "Semua warga sudah siap."', 'Lalu kata Rini, "Semua warga sudah siap."'
        ),
    ),
    good=(
        'Ia berkata, "Kami siap."',
        'Warga menempel pesan "Jaga kebersihan sungai kita"',
        'Ia menegaskan bahwa "Kami siap membantu warga."',
        'Visi "Indonesia Emas" diusung.',
        'Acara bertema "Kami Siap Membantu."',
        'Ia mengatakan: "Kami siap membantu warga."',
        'Ia menyampaikan "Kami Siap" sebagai slogan.',
        'Kata "Kami siap." ditulis besar.',
    ),
)

RULES = (QUOTE_COMMA_ATTRIBUTION, QUOTE_INTRO_COMMA)
