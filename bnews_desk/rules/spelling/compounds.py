"""Compounds: to be joined (C18), to be separated (C19, C20), reduplicated as a whole (C17)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE, Role
from bnews_desk.lexicon.word_lists import ListMatch
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.rules.word_replacement import (
    fit_case,
    gap_is_space,
    is_part_of_name,
    list_replacement,
    listed_matches,
    replacement_match,
    replacement_safety,
    stands_alone,
)
from bnews_desk.text import Word

_WITH_NAMES = {"walikota": "Wali Kota", "ibukota": "Ibu Kota"}
"""Compounds with capitals before a name that are not names themselves."""


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    for match in listed_matches(paragraph, "C18"):
        if _is_old_name(paragraph, match):
            continue
        titled = _with_name(paragraph, match)
        if titled:
            yield titled
        elif not is_part_of_name(paragraph, match):
            rule_match = list_replacement(paragraph, match, replacement_safety(paragraph, match))
            if rule_match:
                yield rule_match


def _is_old_name(paragraph: ParagraphContext, match: ListMatch) -> bool:
    """Whether it is the old name ``Daerah Khusus Ibukota``, spelled as in its law."""
    before = paragraph.words[match.first - 1].text if match.first else ""
    return match.entry.form == "ibukota" and before == "Khusus"


def _with_name(paragraph: ParagraphContext, match: ListMatch) -> RuleMatch | None:
    """The match for ``Walikota Blitar``: both parts get a capital; only offered, as it may be a
    street."""
    titled = _WITH_NAMES.get(match.entry.form)
    text = paragraph.text[match.start : match.end]
    if titled is None or match.tail or paragraph.role is Role.HEADLINE or not text.istitle():
        return None
    if not (is_part_of_name(paragraph, match) or _is_before_name(paragraph, match)):
        return None
    fix = replacement_fix(paragraph.text, match.start, match.end, titled, Safety.OFFERED)
    return RuleMatch(match.start, match.end, {"text": text, "right": titled}, (fix,))


def _is_before_name(paragraph: ParagraphContext, match: ListMatch) -> bool:
    behind = paragraph.words[match.last + 1 : match.last + 2]
    return any(
        word.text[:1].isupper() and paragraph.text[match.end : word.start].isspace()
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
    roles=COPY_AND_HEADLINE,
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


_SURELY_WRONG = "dari pada"
"""The one offered row that is always an error; the others may be two words: *foto kopi*."""


_GENERALLY = frozenset({"umumnya", "galibnya", "lazimnya", "mulanya"})
"""Words to which a preceding *pada* belongs: *lebih besar dari pada umumnya*."""


_THERE_IS = "ada kalanya"
_SURE = frozenset({"pasti", "tentu", "akan", "selalu"})


def _is_there(paragraph: ParagraphContext, match: ListMatch) -> bool:
    """Whether *ada kalanya* is two words: ``pasti ada kalanya warga lelah``."""
    before = paragraph.words[match.first - 1] if match.first else None
    return before is not None and before.folded in _SURE


def _check_parted(rule: str, paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    for match in listed_matches(paragraph, rule):
        behind = paragraph.words[match.last + 1 : match.last + 2]
        if match.entry.form == _SURELY_WRONG and behind and behind[0].folded in _GENERALLY:
            continue
        if not is_part_of_name(paragraph, match):
            safety = replacement_safety(paragraph, match, may_be_name=False)
            if match.entry.form == _THERE_IS and _is_there(paragraph, match):
                safety = Safety.OFFERED
            is_mild = match.entry.is_offered and match.entry.form != _SURELY_WRONG
            severity = Severity.WARNING if is_mild else None
            rule_match = list_replacement(paragraph, match, safety, severity=severity)
            if rule_match:
                yield rule_match


def _check_affixed(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    yield from _check_parted("C19", paragraph)
    for at, word in enumerate(paragraph.words):
        if word.text == "di":
            yield from _of_three(paragraph, at)
        elif "-" in word.text and word.text[1:].islower():
            rule_match = _of_hyphen(paragraph, word)
            if rule_match:
                yield rule_match
    if "ketidak" in paragraph.vocabulary:
        yield from _of_negation(paragraph)


def _of_hyphen(paragraph: ParagraphContext, word: Word) -> RuleMatch | None:
    """The match for ``menindak-lanjuti``, by the row of the two words."""
    first, _, second = word.folded.partition("-")
    row = paragraph.lexicon.spellings.row(f"{first} {second}")
    if row is None or row.rule != "C19" or not stands_alone(paragraph.text, word.start, word.end):
        return None
    return replacement_match(paragraph, word.start, word.end, row.replacements[0])


def _of_three(paragraph: ParagraphContext, at: int) -> Iterator[RuleMatch]:
    """The matches for ``di tindak lanjuti``, by the row of *ditindak lanjuti*."""
    di, *rest = paragraph.words[at : at + 3]
    if len(rest) < len("di") or not gap_is_space(paragraph, di, rest[0]):
        return
    row = paragraph.lexicon.spellings.row(f"di{rest[0].folded} {rest[1].folded}")
    if row is not None and row.rule == "C19" and gap_is_space(paragraph, *rest):
        yield replacement_match(paragraph, di.start, rest[1].end, row.replacements[0])


def _of_negation(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    """The matches for ``ketidak jujuran``: *ketidak* is never a word by itself."""
    known = {match.start for match in listed_matches(paragraph, "C19")}
    for first, second in pairwise(paragraph.words):
        if first.folded != "ketidak" or first.start in known or not second.text.islower():
            continue
        if gap_is_space(paragraph, first, second) and second.text.isalpha():
            is_noun = second.folded.endswith(("an", "annya"))
            right = f"ketidak{second.folded}"
            yield replacement_match(paragraph, first.start, second.end, right, is_safe=is_noun)


COMPOUND_AFFIX_SPLIT = ParagraphRule(
    code="C19",
    id="compound-affix-split",
    name="Gabungan kata berimbuhan",
    severity=Severity.ERROR,
    safety=Safety.SAFE,
    why="Gabungan kata yang berawalan dan berakhiran ditulis serangkai: “{right}”.",
    source="EYD V, Kata Turunan 3c dan 3d",
    roles=COPY_AND_HEADLINE,
    check=_check_affixed,
    bad=(
        Example("Dinas akan menindak lanjuti laporan.", "Dinas akan menindaklanjuti laporan."),
        Example("Warga diikut sertakan.", "Warga diikutsertakan."),
        Example("Mereka menanda tangani naskah.", "Mereka menandatangani naskah."),
        Example("Penanda tanganan naskah batal.", "Penandatanganan naskah batal."),
        Example("Laporan pertanggung jawaban dibaca.", "Laporan pertanggungjawaban dibaca."),
        Example("Video itu disebar luaskan.", "Video itu disebarluaskan."),
        Example("Ada ketidak adilan di sana.", "Ada ketidakadilan di sana."),
        Example("Ada ketidak jujuran di sana.", "Ada ketidakjujuran di sana."),
        Example("Aset itu dipindah tangankan.", "Aset itu dipindahtangankan."),
        Example("Aduan di tindak lanjuti dinas.", "Aduan ditindaklanjuti dinas."),
        Example("Dinas menindak-lanjuti laporan.", "Dinas menindaklanjuti laporan."),
        Example("Dinas Menindak Lanjuti Aduan\nIsi.", "Dinas Menindaklanjuti Aduan\nIsi."),
    ),
    good=(
        "Bupati menggarisbawahi hal itu dan bertanggung jawab.",
        "Tolong tindak lanjuti dan sebar luaskan kabar itu.",
        "Penonton bertepuk tangan.",
        "Polisi menindak, lanjuti besok.",
        "Ketidakadilan dan ketidakpastian itu nyata.",
        "Lihat tindak-lanjuti.com.",
    ),
)


def _check_fused(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    return _check_parted("C20", paragraph)


COMPOUND_FUSED_SPLIT = ParagraphRule(
    code="C20",
    id="compound-fused-split",
    name="Gabungan kata yang sudah padu",
    severity=Severity.ERROR,
    safety=Safety.SAFE,
    why="Ditulis serangkai: “{right}”.",
    source="EYD V, Kata Turunan 3e; KBBI",
    roles=COPY_AND_HEADLINE,
    check=_check_fused,
    bad=(
        Example("Panen lebih baik dari pada tahun lalu.", "Panen lebih baik daripada tahun lalu."),
        Example("Siswa menerima bea siswa.", "Siswa menerima beasiswa."),
        Example("Warga gemar olah raga.", "Warga gemar olahraga."),
        Example("Pelatihan panca indera digelar.", "Pelatihan pancaindra digelar."),
        Example("Peri laku siswa baik.", "Perilaku siswa baik."),
        Example("Nara sumber hadir.", "Narasumber hadir."),
        Example("Bagai mana warga tahu?", "Bagaimana warga tahu?"),
        Example("Beratnya lima kilo gram.", "Beratnya lima kilogram."),
        Example("Ada kalanya petani gagal panen.", "Adakalanya petani gagal panen."),
        Example("Petani pasti ada kalanya rugi.", "Petani pasti adakalanya rugi."),
        Example("Nara Sumber Hadir\nIsi berita.", "Narasumber Hadir\nIsi berita."),
    ),
    good=(
        "Warga gemar olahraga daripada duduk.",
        "Bidangnya segi empat; apa lagi yang kurang?",
        "Mereka menonton film Mata Hari.",
        "Hadir pula Olah Raga Blitar sebagai panitia.",
        "Ia membeli kaca, mata ikan, dan duka yang cita.",
        "Lihat nara.sumber.id dan tagar #olahraga.",
    ),
)


def _check_compound(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    words, text = paragraph.words, paragraph.text
    for first, middle, last in zip(words, words[1:], words[2:], strict=False):
        second, hyphen, again = middle.folded.partition("-")
        if not hyphen or again != first.folded or second != last.folded or second == again:
            continue
        if text[first.end : middle.start].isspace() and text[middle.end : last.start].isspace():
            right = fit_case(paragraph, first.start, last.end, f"{again}-{again} {second}")
            values = {"text": text[first.start : last.end], "right": right}
            yield RuleMatch(first.start, last.end, values)


REDUP_COMPOUND = ParagraphRule(
    code="C17",
    id="redup-compound",
    name="Pengulangan gabungan kata",
    severity=Severity.SUGGESTION,
    safety=Safety.NONE,
    why="Cukup ulang unsur pertama gabungan kata: “{right}”.",
    source="EYD V, Kata Turunan 2b",
    roles=COPY_AND_HEADLINE,
    check=_check_compound,
    is_on=False,
    bad=(
        Example("Ia membaca surat kabar-surat kabar lama.", None),
        Example("Rumah sakit-rumah sakit penuh.", None),
    ),
    good=(
        "Ia membaca surat-surat kabar lama.",
        "Ia membaca undang-undang itu.",
        "Warga hadir bersama-sama warga.",
    ),
    remark="Dimatikan sejak awal: jarang muncul dan kadang disengaja, jadi redaksi yang memilih.",
)

RULES = (COMPOUND_JOINED, COMPOUND_AFFIX_SPLIT, COMPOUND_FUSED_SPLIT, REDUP_COMPOUND)
