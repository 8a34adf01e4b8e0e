"""Compounds that stand apart and must be joined."""

from __future__ import annotations

import pytest
from trial_kit import Trial

from bnews_desk.finding import Severity
from bnews_desk.lexicon.word_lists import ListRow, read_list
from bnews_desk.rules.spelling.compounds import COMPOUND_AFFIX_SPLIT, COMPOUND_FUSED_SPLIT

ROWS = [row for row in read_list("kata_baku.tsv") if row.rule == "C20" and not row.is_off]
ROWS += [row for row in read_list("gabungan_imbuhan.tsv") if " " in row.form]
IDS = [row.form for row in ROWS]


TRIAL = Trial([COMPOUND_AFFIX_SPLIT, COMPOUND_FUSED_SPLIT])
check, fixes = TRIAL.check, TRIAL.fixes


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_each_row_is_an_error_that_is_mended(row: ListRow) -> None:
    (finding,) = check(f"Mereka membahas {row.form} kemarin.")
    is_mild = row.is_offered and row.form != "dari pada"
    assert finding.severity is (Severity.WARNING if is_mild else Severity.ERROR)
    assert finding.fixes[0].edits[0].new == row.replacements[0]
    assert (finding.safe_fix is None) == row.is_offered


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_each_row_is_left_alone_in_names_and_links_and_offered_in_speech(row: ListRow) -> None:
    assert check(f"Mereka menonton film {row.form.title()} kemarin.") == []
    assert check(f"Lihat https://contoh.id/{row.form.replace(' ', '-')} kemarin.") == []
    (finding,) = check(f'"Kami sudah membahas {row.form} kemarin," katanya.')
    assert finding.safe_fix is None


@pytest.mark.parametrize(
    ("text", "right", "is_safe"),
    [
        ("menindak-lanjuti", "menindaklanjuti", True),
        ("penanda-tanganan", "penandatanganan", True),
        ("ketidak jujuran", "ketidakjujuran", True),
        ("ketidak jujurannya", "ketidakjujurannya", True),
        ("ketidak adil", "ketidakadil", False),
        ("pertanggung jawabannya", "pertanggungjawabannya", True),
    ],
)
def test_hyphens_clitics_and_negations(text: str, right: str, is_safe: bool) -> None:
    assert fixes(f"Mereka membahas {text} kemarin.") == [(text, right, is_safe)]


@pytest.mark.parametrize(
    "text",
    [
        "tindak lanjuti",
        "sebar luaskan",
        "bertepuk tangan",
        "bertanggung jawab",
        "apa lagi",
        "segi empat",
        "menindak, lanjuti",
        "menindaklanjuti",
        "ketidakadilan",
        "kaca, mata",
        "terima kasih",
    ],
)
def test_what_stays_apart(text: str) -> None:
    assert check(f"Mereka membahas {text} kemarin.") == []


@pytest.mark.parametrize(
    "text", ["", "\ud800", "ketidak", "ketidak \ud800", "a-", "kaca \u0000 mata"]
)
def test_odd_text_does_no_harm(text: str) -> None:
    assert check(text, headline=text) == []


def test_many_on_one_line_are_all_found() -> None:
    assert len(check("ketidak adilan, " * 3_000)) == 3_000


@pytest.mark.parametrize("before", ["pasti", "tentu", "akan", "selalu"])
def test_there_may_be_a_time_for_something(before: str) -> None:
    assert fixes(f"Petani {before} ada kalanya rugi.") == [("ada kalanya", "adakalanya", False)]
    assert fixes("Petani ada kalanya rugi.") == [("ada kalanya", "adakalanya", True)]
