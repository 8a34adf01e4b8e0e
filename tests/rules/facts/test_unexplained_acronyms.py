"""Acronyms that nothing explains."""

from __future__ import annotations

from functools import cache

import pytest

from bnews_desk.finding import Finding, Severity
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.facts.unexplained_acronyms import RULES


@cache
def checker() -> Checker:
    return Checker(RULES, load_style_sheet()[0], Lexicon())


def check(*body: str, headline: str = "") -> list[Finding]:
    return checker().check(Release.of(headline, body))


def test_the_first_use_in_copy_is_shown_once() -> None:
    (finding,) = check(
        "Baca juga: OPD Berbenah", "Pejabat OPD hadir.", "Kepala OPD bicara.", headline="OPD Naik"
    )
    assert finding.start == len("OPD Naik\nBaca juga: OPD Berbenah\nPejabat ")
    assert finding.severity is Severity.SUGGESTION
    assert finding.fixes[0].edits[0].new == "organisasi perangkat daerah (OPD)"
    assert finding.safe_fix is None


def test_a_sentence_keeps_its_capital() -> None:
    (finding,) = check("OPD terkait hadir.")
    assert finding.fixes[0].edits[0].new == "Organisasi perangkat daerah (OPD)"


def test_an_unknown_one_has_no_fix() -> None:
    (finding,) = check("Warga menerima bantuan PKHX tahun ini.")
    assert finding.fixes == ()


@pytest.mark.parametrize(
    "body",
    [
        ("Badan Pusat Statistik (BPS) mendata.", "Menurut petugas BPS, data itu baru."),
        ("BPS (Badan Pusat Statistik) mendata.", "Petugas BPS datang."),
        ("Organisasi perangkat daerah dibenahi.", "Pejabat OPD hadir."),
        ("Penyandang Masalah Kesejahteraan Sosial atau PMKS didata.", "Bantuan PMKS cair."),
        ("Anggota DPRD, TNI, dan ASN hadir di RSUD.",),
        ("Ia bekerja di PT ABC, memakai UU ITE, dan lulus dari SMA XYZ.",),
        ("Ani Rahayu, MPA, dan bab XIV dibahas.",),
        ("RAPAT DIHADIRI PEJABAT OPD DAN CAMAT",),
        ("Pelaku berinisial ABC, DEF, dan GHI ditangkap.",),
        ("Harganya US$ 5 dan laman KOMPAS.com.",),
        ("Jalan BLITAR dan kota KEDIRI ramai.",),
        ('"Kami membawa barang XYZW ke sana kemarin," katanya.',),
        ("Grup KLA Project dan Titi DJ tampil.",),
    ],
)
def test_what_is_known_explained_or_a_name_is_silent(body: tuple[str, ...]) -> None:
    assert check(*body) == []
