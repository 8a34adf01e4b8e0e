"""Compounds written as one word that must be apart (C18)."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.frame.roles import WORDING, Role
from bnews_desk.lexicon.wordlists import Match
from bnews_desk.problem import Safety, Severity
from bnews_desk.rules.rule import Example, Finding, ParagraphRule, Passage, replacing
from bnews_desk.rules.spelling.listed import found, is_name, listed, safety_of

_WITH_NAMES = {"walikota": "Wali Kota", "ibukota": "Ibu Kota"}
"""Compounds that bear capitals before a name and are no name themselves."""


def _check(passage: Passage) -> Iterator[Finding]:
    for match in listed(passage, "C18"):
        if _is_old_name(passage, match):
            continue
        titled = _with_name(passage, match)
        if titled:
            yield titled
        elif not is_name(passage, match):
            finding = found(passage, match, safety_of(passage, match))
            if finding:
                yield finding


def _is_old_name(passage: Passage, match: Match) -> bool:
    """``Daerah Khusus Ibukota``, spelled so in the law that made it."""
    before = passage.words[match.first - 1].text if match.first else ""
    return match.entry.form == "ibukota" and before == "Khusus"


def _with_name(passage: Passage, match: Match) -> Finding | None:
    """``Walikota Blitar``: both parts get the capital, one click, for it may be a street."""
    titled = _WITH_NAMES.get(match.entry.form)
    text = passage.text[match.start : match.end]
    if titled is None or match.tail or passage.role is Role.HEADLINE or not text.istitle():
        return None
    if not (is_name(passage, match) or _is_before_name(passage, match)):
        return None
    fix = replacing(passage.text, match.start, match.end, titled, Safety.OFFERED)
    return Finding(match.start, match.end, {"text": text, "right": titled}, (fix,))


def _is_before_name(passage: Passage, match: Match) -> bool:
    behind = passage.words[match.last + 1 : match.last + 2]
    return any(
        word.text[:1].isupper() and passage.text[match.end : word.start].isspace()
        for word in behind
    )


COMPOUND_JOINED = ParagraphRule(
    code="C18",
    id="compound-joined",
    name="Gabungan kata",
    severity=Severity.WARNING,
    safety=Safety.SAFE,
    why="Gabungan kata ditulis terpisah: “{right}”.",
    source="EYD V, Kata Turunan 3a dan 3d; KBBI",
    roles=WORDING,
    check=_check,
    bad=(
        Example("BPS siap bekerjasama dengan desa.", "BPS siap bekerja sama dengan desa."),
        Example("Kerjasama itu berlanjut.", "Kerja sama itu berlanjut."),
        Example("Mereka menyepakati kerjasamanya.", "Mereka menyepakati kerja samanya."),
        Example("Ia bertanggungjawab penuh.", "Ia bertanggung jawab penuh."),
        Example("Bupati berterimakasih kepada warga.", "Bupati berterima kasih kepada warga."),
        Example("Warga melakukan gotong-royong.", "Warga melakukan gotong royong."),
        Example("Petani budidaya ikan.", "Petani budi daya ikan."),
        Example("Acara dihadiri Walikota Blitar.", "Acara dihadiri Wali Kota Blitar."),
        Example("Kerjasama Desa Meluas\nIsi berita.", "Kerja Sama Desa Meluas\nIsi berita."),
        Example("Perlu tindaklanjut segera.", "Perlu tindak lanjut segera."),
    ),
    good=(
        "BPS siap bekerja sama dengan desa.",
        "Rincian kerja samanya dibahas besok.",
        "Ia gemar olahraga dan memakai kacamata.",
        "Orangtua murid hadir.",
        "Provinsi Daerah Khusus Ibukota Jakarta berganti nama.",
        "PT Danantara Sumberdaya Indonesia berdiri.",
        "Nasabah Bank Nusa Tandatangan hadir.",
        "Program itu dikerjasamakan dan ditandatangani.",
        "Mereka menanda-tangani naskah itu.",
        "Budidaya ikan itu menguntungkan.",
        "Kunjungi kerjasama.com atau tagar #kerjasama.",
    ),
)

RULES = (COMPOUND_JOINED,)
