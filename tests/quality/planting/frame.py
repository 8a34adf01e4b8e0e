"""Errors of the house frame (A01 to A29), planted in published copy with a frame added."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from . import Planted, Planter

_DATELINE = "BLITAR | B-news.id - "
_TAG = "(kmfkabblt/sun)"
_CREDIT = "Editor : Zainul Arifin"
_TITLES = (
    "Warga Blitar Bersihkan Sungai Lekso",
    "Petani Garum Panen Cabai di Musim Hujan",
    "Pemkab Blitar Latih Perangkat Desa Menulis Berita",
)
_LINE = re.compile(r"[A-Z][a-z]+ (?![^\n]{0,40}(?:[-–—]|\.com))[^\n@|*]{80,}[a-z]\.")
_LEAST, _MOST = 5, 8
"""Least and greatest number of paragraphs of a release in which errors are planted."""
_RELATED = 2
"""The related line stands below this paragraph."""
_FURNITURE = (
    "SIARAN PERS", "PRESS RELEASE", "Nomor: 480/112/409.116/2025", "###", "Hormat kami,",
    "Narahubung: 081234567890", "Demikian siaran pers ini disampaikan.", "Foto terlampir",
    "Kepada Yth. Pimpinan Redaksi", "Untuk disiarkan segera", "CP: Budi 081234567890",
)  # fmt: skip

_Lines = list[str]
_Error = Callable[[_Lines, Random], int | tuple[int, int, int]]
"""Plants an error in the lines of a framed release; returns the line, or the span in it, that is
wrong."""


def _framed(body: str, random: Random) -> _Lines | None:
    """A release in house form from the first suitable paragraphs of a body."""
    lines = [line for line in body.split("\n") if _LINE.fullmatch(line)][:_MOST]
    if len(lines) < _LEAST:
        return None
    lines[0] = _DATELINE + lines[0]
    lines[-1] += f" {_TAG}"
    lines.insert(_RELATED, f"Baca juga: {random.choice(_TITLES)}")
    return [*lines, _CREDIT]


def _planter(rule: str, error: _Error) -> Planter:
    def plant(body: str, random: Random) -> Planted | None:
        lines = _framed(body, random)
        if lines is None:
            return None
        clean = "\n".join(lines)
        place = error(lines, random)
        line, first, last = (place, 0, len(lines[place])) if isinstance(place, int) else place
        start = sum(len(above) + 1 for above in lines[:line])
        return Planted("\n".join(lines), start + first, start + max(last, first + 1), clean)

    return Planter(rule, plant)


def _without_dateline(lines: _Lines, _: Random) -> int:
    lines[0] = lines[0].removeprefix(_DATELINE)
    return 0


def _dateline(*forms: str) -> _Error:
    """Replaces the dateline by a wrong one."""

    def error(lines: _Lines, random: Random) -> tuple[int, int, int]:
        form = random.choice(forms)
        lines[0] = form + lines[0].removeprefix(_DATELINE)
        return 0, 0, len(form)

    return error


def _small_lead(lines: _Lines, _: Random) -> tuple[int, int, int]:
    at = len(_DATELINE)
    lines[0] = lines[0][:at] + lines[0][at].lower() + lines[0][at + 1 :]
    return 0, at, at + 1


def _related(*forms: str) -> _Error:
    def error(lines: _Lines, random: Random) -> int:
        title = lines[_RELATED].removeprefix("Baca juga: ")
        lines[_RELATED] = random.choice(forms).replace("T", title)
        return _RELATED

    return error


def _misplaced_related(lines: _Lines, random: Random) -> int:
    line = lines[_RELATED]
    kind = random.randrange(3)
    if kind == 0:
        lines.insert(_RELATED, f"Baca juga: {random.choice(_TITLES)} Lagi")
        return _RELATED + 1
    if kind == 1:
        line = lines.pop(_RELATED)
        lines.insert(-1, line)
        return len(lines) - 2
    del lines[_RELATED]
    lines[_RELATED] += f" {line}"
    return _RELATED


def _tagged(*forms: str) -> _Error:
    """Replaces the source tag by a wrong or misplaced one."""

    def error(lines: _Lines, random: Random) -> tuple[int, int, int]:
        at = len(lines[-2]) - len(_TAG) - 1
        lines[-2] = lines[-2][:at] + random.choice(forms)
        return len(lines) - 2, at - 1, len(lines[-2])

    return error


def _without_tag(lines: _Lines, _: Random) -> int:
    lines[-2] = lines[-2].removesuffix(f" {_TAG}")
    return len(lines) - 2


def _tag_alone(lines: _Lines, _: Random) -> int:
    _without_tag(lines, _)
    lines.insert(-1, _TAG)
    return len(lines) - 2


def _tag_within(lines: _Lines, random: Random) -> int:
    _without_tag(lines, random)
    at = random.choice([0, 1, _RELATED + 1])
    lines[at] += f" {_TAG}"
    return at


def _without_credit(lines: _Lines, _: Random) -> int:
    del lines[-1]
    return len(lines) - 1


def _credit(*forms: str) -> _Error:
    def error(lines: _Lines, random: Random) -> int:
        lines[-1] = random.choice(forms)
        return len(lines) - 1

    return error


def _credit_above(lines: _Lines, random: Random) -> int:
    if random.random() < 0.5:
        lines.append(lines[-1])
    else:
        lines.append(f"Baca juga: {random.choice(_TITLES)} Lagi")
    return len(lines) - 2


def _furniture(lines: _Lines, random: Random) -> int:
    line = random.choice(_FURNITURE)
    at = len(lines) - 1 if line[0] in "#HND" else 0
    lines.insert(at, line)
    return at


def _torn(lines: _Lines, random: Random) -> int:
    """Insert an empty line, or break a paragraph as in a narrow layout."""
    at = random.randrange(1, len(lines) - 1)
    cuts = [m.start() for m in re.finditer(r" (?=[a-z]{3,} )", lines[at]) if m.start() > 60]
    if at == _RELATED or not cuts or random.random() < 0.5:
        lines.insert(at, "")
        return at
    cut = random.choice(cuts)
    lines[at : at + 1] = [lines[at][:cut], lines[at][cut + 1 :]]
    return at


def _headline(headline: str, random: Random) -> Planted | None:
    """Add a final full stop, use capitals throughout, or double a mark."""
    if len(headline.split()) < 4 or not headline[-1].isalpha():
        return None
    wrong = random.choice((f"{headline}.", headline.upper(), f"{headline}!!", f"{headline},"))
    return Planted(wrong, 0, len(wrong))


PLANTERS = (
    _planter("dateline-missing", _without_dateline),
    _planter(
        "dateline-format",
        _dateline(
            "BLITAR | B-news.id – ",
            "BLITAR | B-news.id — ",
            "BLITAR, B-news.id - ",
            "BLITAR - ",
            "BLITAR (B-news.id) - ",
            "BLITAR |B-news.id - ",
            "BLITAR | B-news.id- ",
            "BLITAR | B-News.id - ",
            "BLITAR | Bnews.id - ",
            "BLITAR  |  B-news.id  -  ",
        ),
    ),
    _planter(
        "dateline-city-case",
        _dateline("Blitar | B-news.id - ", "blitar | B-news.id - ", "Kediri | B-news.id - "),
    ),
    _planter(
        "dateline-duplicate",
        _dateline(*(_DATELINE + own for own in ("BLITAR - ", "Blitar, Kominfo - ", _DATELINE))),
    ),
    _planter("lead-starts-lowercase", _small_lead),
    _planter(
        "related-format",
        _related("BACA JUGA : T", "Baca Juga:T", "Baca juga : T", "Baca juga: T.", "Lihat juga: T"),
    ),
    _planter(
        "related-empty",
        _related(
            "Baca juga:", "Baca juga: https://b-news.id/x", "Baca juga: JUDUL", "Baca juga: …"
        ),
    ),
    _planter("related-position", _misplaced_related),
    _planter("source-tag-missing", _without_tag),
    _planter(
        "source-tag-format",
        _tagged(" (kmfkabblt / Sun)", " (KMFKABBLT/SUN)", " [kmfkabblt/sun]", " (kmfkabblt-sun)"),
    ),
    _planter("source-tag-own-line", _tag_alone),
    _planter("source-tag-spacing", _tagged(_TAG, f"  {_TAG}", f" {_TAG}.")),
    _planter(
        "source-tag-duplicate",
        _tagged(f" (Humas) {_TAG}", f" {_TAG} (red)", f" (*) {_TAG}", f" {_TAG} {_TAG}"),
    ),
    _planter("source-tag-unknown", _tagged(" (kmfkabbl/sun)", " (kmfkabblt/son)", " (dkpblt/sun)")),
    _planter("source-tag-wrong-paragraph", _tag_within),
    _planter("credit-missing", _without_credit),
    _planter(
        "credit-format",
        _credit(
            "Editor: Zainul Arifin",
            "EDITOR : zainul arifin.",
            "Penyunting : Zainul Arifin",
            "Editor :Zainul Arifin",
            "editor : Zainul Arifin",
            "Ed. Zainul Arifin",
        ),
    ),
    _planter("credit-not-last", _credit_above),
    _planter("release-leftover", _furniture),
    _planter("blank-lines", _torn),
    Planter("title-punctuation", _headline, is_of_headline=True),
)
"""One for each rule, except *title-missing*, which only applies in the window."""
