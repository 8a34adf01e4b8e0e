"""Bold and italic that came along: what is left over, and what letting go of it keeps."""

from __future__ import annotations

from bnews_desk.finding import Finding, apply_fixes
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Mark, MarkKind, Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.frame.leftover_emphasis import RULES

LEAD = "BLITAR | B-news.id - Camat Talun membuka pasar itu, kata panitia."
SUBHEAD = "Pedagang Kembali Berjualan"
BODY = "Warga menyambut soft opening pasar itu dengan gembira."
TEXT = f"Camat Buka Pasar\n{LEAD}\n{SUBHEAD}\n{BODY}"


def marked(*words: tuple[str, MarkKind]) -> Release:
    """The release with the first place of some words marked."""
    marks = [Mark(TEXT.index(text), TEXT.index(text) + len(text), kind) for text, kind in words]
    return Release(TEXT, tuple(marks))


def found(release: Release) -> list[Finding]:
    return Checker(RULES, load_style_sheet()[0], Lexicon()).check(release)


def test_one_finding_releases_all_of_it_and_keeps_links_and_words() -> None:
    release = marked(("Camat Talun", "bold"), ("membuka pasar", "italic"), ("Warga", "bold"))
    link = Mark(TEXT.index("Talun"), TEXT.index("Talun") + 5, "link", "https://contoh.id/talun")
    release = release._replace(marks=(*release.marks, link))
    (finding,) = found(release)
    assert finding.text == "Camat"
    assert "3 tempat" in finding.message
    (fix,) = finding.fixes
    assert fix.label == "Lepaskan tebal dan miring"
    mended = apply_fixes(release, [fix])[0]
    assert mended.text == release.text
    assert mended.marks == (link,)


def test_a_bold_headline_is_told_as_one() -> None:
    (finding,) = found(marked(("Camat Buka Pasar", "bold")))
    assert finding.message.startswith("Judul")


def test_subheads_foreign_words_links_and_the_dateline_may_stay_as_they_are() -> None:
    kept = marked((SUBHEAD, "bold"), ("soft opening", "italic"), ("BLITAR | B-news.id", "bold"))
    assert found(kept) == []
