"""Clock times: B11, B12, B30."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bnews_desk.finding import Finding, Severity, apply_fixes
from bnews_desk.release import Release

Check = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("pukul 09:00", "pukul 09.00"),
        ("pukul 9.00", "pukul 09.00"),
        ("jam 9:00", "pukul 09.00"),
        ("Jam 14.30 WIB", "pukul 14.30 WIB"),
        ("pkl. 08.00 WIB", "pukul 08.00 WIB"),
        ("pkl 08.00", "pukul 08.00"),
        ("pukul 10;07;08", "pukul 10.07.08"),
        ("pukul 10:07:08", "pukul 10.07.08"),
        ("tepat 10;07;08 tadi", "tepat 10.07.08 tadi"),
        ("pukul 08,30", "pukul 08.30"),
        ("pukul 08:00 - 10:00", "pukul 08.00 - 10.00"),
        ("pukul 08:00 WIB hingga pukul 10:00 WIB", "pukul 08.00 WIB hingga pukul 10.00 WIB"),
        ("pukul 08:00 hingga jam 10:00", "pukul 08.00 hingga pukul 10.00"),
        ("sekitar 7:15 WIB", "sekitar 07.15 WIB"),
        ("Pukul: 08:00", "Pukul: 08.00"),
        ("pukul 24:00", "pukul 24.00"),
    ],
)
def test_times_are_brought_into_the_house_form(check: Check, text: str, new: str) -> None:
    release = Release.of("", [f"Rapat dibuka {text}."])
    findings = check("time-form", release.body)
    assert all(p.severity is Severity.SUGGESTION for p in findings)
    fixes = [p.safe_fix for p in findings if p.safe_fix is not None]
    assert apply_fixes(release, fixes)[0].body == f"Rapat dibuka {new}."


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("pukul 2:30 PM", "pukul 14.30"),
        ("pukul 12.15 am", "pukul 00.15"),
        ("jam 9:05 a.m.", "pukul 09.05"),
    ],
)
def test_halves_of_the_day_are_reckoned_and_only_offered(check: Check, text: str, new: str) -> None:
    (finding,) = check("time-form", f"Rapat dibuka {text} tadi.")
    assert finding.safe_fix is None
    assert finding.fixes[0].edits[0].new == new


@pytest.mark.parametrize(
    "text",
    [
        "Rapat dibuka pukul 09.00 WIB sampai pukul 10.07.08.",
        "Pelayanan buka 24 jam, jam kerja delapan jam, dan jam 24.",
        "Peta berskala 1:10.000, skor 2:1, dan ayat 2:255.",
        "Upahnya per jam 10.000 rupiah dan naik pukul 9 pagi.",
        "Ia berlari dengan catatan jam 10.30 menit.",
        "Rapat dibuka pukul 25:00 dan 09:75 WIB.",
        "Alamatnya https://contoh.id/pukul 9.",
    ],
)
def test_durations_ratios_and_right_times_are_left(check: Check, text: str) -> None:
    assert check("time-form", text) == []


def test_a_colon_is_a_matter_of_the_house(check: Check) -> None:
    (finding,) = check("time-form", "Rapat dibuka pukul 09:00.")
    assert finding.message == "Gaya selingkung memakai titik pada waktu: “pukul 09.00”."


def test_the_time_of_a_speaker_is_changed_by_click(check: Check) -> None:
    (finding,) = check("time-form", '"Kami mulai lagi besok jam 9:00," katanya.')
    assert finding.safe_fix is None


@pytest.mark.parametrize("text", ["pukul 25.00", "pukul 24.30", "pukul 09.60", "Pukul 31:15"])
def test_hours_there_are_not(check: Check, text: str) -> None:
    (finding,) = check("time-invalid", f"Rapat dibuka {text} WIB.")
    assert finding.fixes == ()
    assert check("time-invalid", "Rapat usai pukul 24.00, 00.15, dan 1.720 orang pulang.") == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("pukul 05.30 WIB pagi", "pagi"),
        ("pukul 19.00 malam", "malam"),
        ("pukul 00.30 WIB malam", "malam"),
        ("pukul 02.15 dini hari", "dini hari"),
        ("pukul 12.00 WIB siang hari", "siang hari"),
    ],
)
def test_a_part_of_the_day_too_many_is_offered_to_go(check: Check, text: str, said: str) -> None:
    (finding,) = check("time-daypart-redundant", f"Rapat dibuka {text}.")
    assert finding.severity is Severity.SUGGESTION
    assert finding.fixes[0].edits[0].old.strip() == said


@pytest.mark.parametrize("text", ["pukul 19.00 WIB pagi", "pukul 07.30 malam", "pukul 03.00 siang"])
def test_a_part_that_contradicts_the_hour_is_a_warning(check: Check, text: str) -> None:
    (finding,) = check("time-daypart-redundant", f"Rapat dibuka {text}.")
    assert (finding.severity, finding.fixes) == (Severity.WARNING, ())


@pytest.mark.parametrize(
    "text",
    [
        "pukul 5 pagi",
        "pukul 05.30 WIB, pagi itu",
        "pukul 09.00 pagi tadi",
        "Rabu (13/11/2024) pagi",
    ],
)
def test_parts_that_say_something_stay(check: Check, text: str) -> None:
    assert check("time-daypart-redundant", f"Rapat dibuka {text}.") == []
