"""One number told in two ways: *diikuti 150 peserta* above, *diikuti 120 peserta* below (F20)."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.rules.context import ReleaseContext
from bnews_desk.rules.facts.figure_claims import claims_in, find_conflicts
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch


def _check(context: ReleaseContext) -> Iterator[RuleMatch]:
    collected = context.collected(claims_in)
    claims = [(number, claim) for number, _, found in collected for claim in found]
    if len(claims) < 2:
        return
    for number, claim, earlier in find_conflicts(claims):
        at = context.frame.parts[number].paragraph.start
        values = {"noun": claim.noun, "one": earlier.shown, "other": claim.shown}
        yield RuleMatch(claim.start + at, claim.end + at, values)


RULES = (
    ReleaseRule(
        code="F20",
        id="figure-conflict",
        name="Angka berbeda-beda",
        severity=Severity.WARNING,
        safety=Safety.NONE,
        why="Jumlah {noun} ditulis {one} dan {other}; periksa mana yang benar.",
        source="praktik penyuntingan",
        remark=(
            "Hanya jumlah yang dikatakan dengan kata kerja yang sama tentang hal yang sama. Waktu,"
            " tempat, atau kelompok yang berbeda membuat aturan ini diam."
        ),
        check=_check,
        bad=(
            Example(
                "150 Peserta Ikuti Pelatihan Batik\nPelatihan itu dibuka camat.\nKegiatan tersebut"
                " diikuti 120 peserta."
            ),
            Example(
                "\nPemkab menyalurkan 500 paket beras.\nSebanyak 450 paket beras disalurkan di"
                " Talun."
            ),
            Example(
                "\nBantuan diserahkan kepada 65 petani.\nMenurut panitia, 56 petani hadir."
                " Sebanyak 56 petani menerima bantuan itu."
            ),
            Example("\nKecelakaan itu menewaskan 12 orang.\nMenurut polisi, 11 orang tewas."),
        ),
        good=(
            "\nPelatihan itu diikuti 120 peserta.\nSebanyak 120 peserta mengikuti pelatihan itu.",
            "\nLomba voli diikuti 24 tim.\nLomba catur diikuti 32 tim.",
            "\nTahun lalu karnaval diikuti 40 kelompok.\nKini karnaval diikuti 55 kelompok.",
            "\nSeminar di Wlingi diikuti 60 guru.\nSeminar di Srengat diikuti 75 guru.",
            "\nKegiatan itu diikuti sekitar 100 warga.\nSebanyak 96 warga hadir.",
            "\nDinas Sosial menyalurkan 500 paket beras.\nKoramil menyalurkan 150 paket beras.",
        ),
    ),
)
