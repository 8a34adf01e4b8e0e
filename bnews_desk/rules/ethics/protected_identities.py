"""Identities to be withheld: of children in criminal cases (G01), of victims of sexual offences
(G02)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.ethics.crime_signs import (
    INITIALS,
    NAME,
    NOT_NAMES,
    PLACE,
    SCHOOL,
    SentencePlace,
    contains_any,
    copy_sentences,
    is_about_lessons,
    is_crime,
    is_crime_mentioned,
    is_sex_crime,
    is_sex_crime_mentioned,
    paragraph_sentences,
)
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch

_CHILD_AGE = r"(?:1[0-7]|[1-9])"
_CHILD_WORD = r"(?:siswi|siswa|pelajar|santri|santriwati|bocah|balita|murid|anak|remaja|gadis|bayi)"
_AGE = Pattern(rf"\(\s?{_CHILD_AGE}(?:\s(?:tahun|thn))?\s?\)")
_OWNER = Pattern(rf"(?<![\w.])(?P<who>{NAME}|{INITIALS}),?\s?$")
"""The name or initials directly before an age."""
_NAME_LENGTH = 70
_BEHIND = Pattern(
    rf",?\s(?:(?:seorang|yang|merupakan|adalah)\s)?(?:{_CHILD_WORD}|warga|asal|kelas)?"
    rf"\s?(?:kelas\s\w+\s)?(?:asal\s|di\s|dari\s)?(?P<clue>{SCHOOL}|{PLACE})"
)
_BEFORE = Pattern(
    rf"(?P<clue>(?:{_CHILD_WORD})\s(?:kelas\s\w+\s)?(?:di\s|dari\s|asal\s)?(?:{SCHOOL}))"
    r"[^.;()]{0,60}$"
)
_PUPIL = Pattern(
    r"(?:(?:[Ss]eorang|[Kk]orban(?:nya)?,?|[Tt]ersangka,?|[Pp]elaku,?|terhadap"
    r"|(?:menangkap|membekuk|meringkus|mengamankan)(?:\s(?:dua|tiga|empat|lima|sejumlah))?)\s)"
    r"(?P<clue>(?:siswi|siswa|pelajar|santriwati|santri|murid|bocah|anak)\s(?:kelas\s\w+\s)?"
    r"(?:di\s|dari\s|asal\s)?(?:(?:SD|SMP|SMA|SMK|MTs|MA|MI)N?\s(?:Negeri\s)?\d{1,3}"
    r"(?:\s[A-Z]\w+)?|(?:Ponpes|Pondok Pesantren|Pesantren)\s[A-Z]\w+))(?!\w)"
)
_PARENT = Pattern(
    rf"(?<![^\W_])(?:putra|putri|anak)\s(?:dari\s)?(?:pasangan\s)?(?P<clue>{NAME})(?=[\s,])"
)
_SCHOOL_SIGNS = ("SD", "SMP", "SMA", "SMK", "MT", "MA", "MI", "esantren", "onpes")
_MISSING = Pattern(r"(?<![^\W_])(?:hilang|dicari|pencarian|belum ditemukan)(?![^\W_])")
_PERSON = Pattern(
    r"(?<![^\W_])(?:korban|pelaku|tersangka|terdakwa|siswa|siswi|pelajar|anak|bocah|remaja|balita"
    r"|bayi|santri|murid|bernama|berinisial|inisial|putra|putri|saksi|gadis|warga|menangkap|membekuk"
    r"|meringkus|mengamankan|menganiaya|mencabuli|memerkosa|membunuh|mengeroyok)(?![^\W_])",
    re.IGNORECASE,
)
_CLAUSE = Pattern(r"[;:.]")
_NEAR = 60
"""Evidence that a name is a person's is looked for within this many code points."""
_LIST_LENGTH = 150
_COUNTED = Pattern(r"\(\d{1,3}\)[^()]{1,40}\(\d{1,3}\)[^()]{1,40}\(\d{1,3}\)")
"""Three or more numbers in brackets count cases by place and are not ages."""


def _check_children(context: ReleaseContext) -> Iterator[RuleMatch]:
    if not context.collected(_may_tell_of_child) or not is_crime_mentioned(context):
        return
    found = list(copy_sentences(context))
    for at, place in enumerate(found):
        if not _AGE.search(place.text) and not _pupil(place.text):
            continue
        around = _around(found, at)
        if is_crime(around) and not _MISSING.search(place.text):
            yield from _child_in(place, context)


def _may_tell_of_child(paragraph: ParagraphContext) -> bool:
    return any(
        _AGE.search(place.text) or _pupil(place.text) for place in paragraph_sentences(paragraph)
    )


def _around(found: Sequence[SentencePlace], at: int) -> str:
    """A sentence and its neighbours, unless they are about a lesson or a contest."""
    texts = [place.text for place in found[max(0, at - 1) : at + 2]]
    own = found[at].text
    if is_about_lessons(own):
        return ""
    return " ".join([own, *(text for text in texts if not is_about_lessons(text) and text != own)])


def _child_in(place: SentencePlace, context: ReleaseContext) -> Iterator[RuleMatch]:
    """The first detail in a sentence that identifies a child."""
    text = place.text
    for m in _AGE.finditer(text):
        owner = _OWNER.search(text, max(0, m.start() - _NAME_LENGTH), m.start())
        if owner is None or not _is_person(owner, m.end(), text, context):
            continue
        clue = _clue(owner, m.end(), text)
        if clue is not None:
            start, end = clue
            yield RuleMatch(place.start + start, place.start + end)
            return
    pupil = _pupil(text)
    if pupil and is_crime(text):
        start, end = pupil.span("clue")
        yield RuleMatch(place.start + start, place.start + end)


def _pupil(text: str) -> re.Match[str] | None:
    """A pupil of a school given by name: *seorang siswi SMPN 2 Wlingi*."""
    return _PUPIL.search(text) if contains_any(text, _SCHOOL_SIGNS) else None


def _is_person(m: re.Match[str], end: int, text: str, context: ReleaseContext) -> bool:
    """Whether the words before an age are a person and not a place or a counted case."""
    first = m["who"].split()[0]
    if first in NOT_NAMES or m["who"].upper() in context.house.dateline.places:
        return False
    before = _CLAUSE.split(text[max(0, m.start() - _NEAR) : m.start()])[-1]
    behind = _CLAUSE.split(text[end : end + _NEAR])[0]
    return bool(_PERSON.search(before) or _PERSON.search(behind)) and not _COUNTED.search(
        text, max(0, m.start() - _LIST_LENGTH), end + _LIST_LENGTH
    )


def _clue(m: re.Match[str], end: int, text: str) -> tuple[int, int] | None:
    """The span that identifies a child: its name, or its initials with another detail; None for
    none."""
    if not re.fullmatch(INITIALS, m["who"]):
        return m.span("who")
    behind = _BEHIND.match(text, end)
    if behind:
        return m.start("who"), behind.end("clue")
    before = _BEFORE.search(text, max(0, m.start() - 120), m.start())
    if before:
        return before.start("clue"), end
    parent = _PARENT.match(text, end + 2) if text[end : end + 2] == ", " else None
    return (m.start("who"), parent.end("clue")) if parent else None


_DEED = (
    r"(?:\s(?:pencabulan|pemerkosaan|perkosaan|rudapaksa|persetubuhan|sodomi|asusila"
    r"|(?:pelecehan|kekerasan)(?:\sseksual)?))?(?:\s(?:itu|tersebut|ini))?"
)
_VICTIM = Pattern(
    rf"(?<![^\W_])[Kk]orban(?:nya)?{_DEED},?\s(?:(?P<said>bernama|atas\snama|yakni|yaitu|berinisial|inisial)\s)?"
    rf"(?P<who>{NAME}|{INITIALS}(?![a-z]))(?P<age>,?\s?\(\d{{1,2}}(?:\s(?:tahun|thn))?\))?"
)
_DESCRIBED = Pattern(
    rf"(?<![^\W_])[Kk]orban(?:nya)?{_DEED},?\s(?:adalah\s|merupakan\s)?(?:seorang\s)?"
    rf"(?:siswi|siswa|mahasiswi|mahasiswa|santriwati|santri|pelajar|karyawati|karyawan|warga|gadis"
    rf"|perempuan|wanita)\s(?:kelas\s\w+\s)?(?:di\s|dari\s|asal\s|warga\s)?(?P<clue>{SCHOOL}|{PLACE})"
)
_WORK = (
    r"(?:karyawan|karyawati|pegawai|guru|dosen|mahasiswi|mahasiswa|staf|perawat)\s(?:di\s)?"
    r"[A-Z][\w'’]+"
)
_TRACE = Pattern(
    rf",?\s(?:(?:seorang|yang|merupakan|adalah)\s)?(?:{_CHILD_WORD}|warga|asal)?\s?"
    rf"(?:kelas\s\w+\s)?(?:asal\s|di\s|dari\s)?(?P<clue>{SCHOOL}|{PLACE}|{_WORK})"
)


_KIN_STEMS = ("nya", " korban")
_KIN = Pattern(
    r"(?<![^\W_])(?P<kin>(?:ayah|bapak|ibu|paman|kakek|kakak|adik|sepupu|suami|anak)"
    r"(?:\s(?:tiri|kandung|angkat|sambung))?(?:nya|\skorban)(?:\ssendiri)?),?\s"
    r"(?:yang\s)?(?P<said>berinisial\s|bernama\s)?"
    rf"(?P<who>(?:{INITIALS})(?![\w-])|{NAME})(?P<age>,?\s?\(\d{{1,2}}(?:\s(?:tahun|thn))?\))?"
    rf"(?:[^.;]{{0,60}}?(?P<clue>{PLACE}))?"
)
"""A relative whose name or address identifies the victim: *ayah tirinya berinisial S, warga Desa
Bajang*."""


def _kin(place: SentencePlace, context: ReleaseContext) -> tuple[int, int] | None:
    """The span of a relative of the victim given by name, or by initials and address; None for
    none."""
    for m in _KIN.finditer(place.text):
        who = m["who"]
        if who.split()[0] in NOT_NAMES or who.upper() in context.house.dateline.places:
            continue
        is_full = not re.fullmatch(INITIALS, who)
        if m["clue"] or (is_full and (m["age"] or m["said"])):
            return m.start("kin"), m.end("clue") if m["clue"] else m.end("who")
    return None


def _check_victims(context: ReleaseContext) -> Iterator[RuleMatch]:
    if not is_sex_crime_mentioned(context) or not context.collected(_may_tell_of_victim):
        return
    if not is_crime_mentioned(context):
        return
    found = list(copy_sentences(context))
    for at, place in enumerate(found):
        if "orban" in place.text and is_sex_crime(_around(found, at)):
            span = _victim(place.text, context)
            if span is not None:
                yield RuleMatch(place.start + span[0], place.start + span[1])
        if contains_any(place.text, _KIN_STEMS) and is_sex_crime(place.text):
            kin = _kin(place, context)
            if kin is not None:
                yield RuleMatch(place.start + kin[0], place.start + kin[1], message="kin")


def _may_tell_of_victim(paragraph: ParagraphContext) -> bool:
    if paragraph.role not in COPY:
        return False
    return "orban" in paragraph.text or _KIN.search(paragraph.text) is not None


def _victim(text: str, context: ReleaseContext) -> tuple[int, int] | None:
    described = _DESCRIBED.search(text)
    if described:
        return described.start(), described.end("clue")
    for m in _VICTIM.finditer(text):
        if m["who"].split()[0] in NOT_NAMES or m["who"].upper() in context.house.dateline.places:
            continue
        trace = _TRACE.match(text, m.end())
        if trace:
            return m.start("who"), trace.end("clue")
        is_full = not re.fullmatch(INITIALS, m["who"])
        if is_full and (m["age"] or m["said"] in ("bernama", "atas nama")):
            return m.span("who")
    return None


RULES = (
    ReleaseRule(
        code="G01",
        id="child-identity",
        name="Identitas anak",
        severity=Severity.ERROR,
        safety=Safety.NONE,
        why="Identitas anak di bawah 18 tahun dalam perkara hukum wajib dirahasiakan; hapus nama,"
        " sekolah, dan alamatnya.",
        source="Pedoman Pemberitaan Ramah Anak 1; UU 11/2012 Pasal 19; KEJ Pasal 5",
        check=_check_children,
        bad=(
            Example(
                "Pelajar SMPN 1 Talun berinisial AN (15), warga Desa Bajang, dicabuli gurunya."
            ),
            Example("Polisi menangkap Andi Saputra (16), tersangka pencurian motor."),
            Example("Korban, Siti (14), dianiaya kakak kelasnya."),
            Example("AN (15), siswa SMPN 1 Talun, dikeroyok tiga pemuda."),
            Example("Seorang siswi SMPN 2 Wlingi dicabuli tetangganya."),
            Example("Tersangka pembunuhan itu RK (17), warga Desa Jajar, Kecamatan Talun."),
        ),
        good=(
            "Polisi Sahabat Anak: Polres Blitar ajak siswi TK Pertiwi, Ani (6), mengenal rambu.",
            "Siswa SMPN 1 Blitar, Andi (14), juara olimpiade.",
            "Siswa SMPN 1 Blitar, Andi (14), menang lomba pidato antinarkoba.",
            "Seorang anak berusia 15 tahun dicabuli tetangganya.",
            "Polisi menangkap AS (45), warga Desa Bajang, yang mencabuli AN (15).",
            "Pencurian terjadi di Talun (5), Garum (4), dan Kanigoro (3).",
            "Tersangka Andi Saputra (19) ditahan.",
            "Bocah bernama Raka (7) hilang dan masih dalam pencarian; polisi memeriksa pelaku.",
            "Polisi mengamankan pentas siswi SMPN 1 Talun, Rina (14).",
            "Mobil itu menabrak kerumunan siswa SDN 5 Sukaratu; sopirnya tersangka.",
            "Pasal 5 ayat (1) mengancam pelaku pencurian; Persik (3) menang.",
        ),
        remark="Nama dan alamat pelaku dewasa, anak tanpa perkara, dan inisial saja dibiarkan.",
    ),
    ReleaseRule(
        code="G02",
        id="sex-crime-victim-identity",
        name="Identitas korban asusila",
        severity=Severity.ERROR,
        safety=Safety.NONE,
        why="Identitas korban kejahatan susila tidak boleh dimuat; hapus nama, alamat, dan"
        " sekolah atau tempat kerjanya.",
        other_messages={
            "kin": "Korban dapat dikenali lewat kerabatnya; hapus nama, inisial, dan alamat kerabat"
            " itu, atau hubungan keluarganya."
        },
        source="Kode Etik Jurnalistik Pasal 5",
        check=_check_victims,
        bad=(
            Example("Pelaku mencabuli korban, siswi SMKN 1 Nglegok asal Desa Modangan."),
            Example("Korban bernama Siti Aminah melaporkan pemerkosaan itu."),
            Example("Korban pelecehan seksual itu, Intan Permata (21), melapor."),
            Example("Korban pemerkosaan itu warga Desa Kaulon."),
            Example("Korban Siti Aminah (21) dilecehkan. Pelecehan seksual itu terjadi di kantor."),
            Example("Korban berinisial SA (21), warga Desa Bajang, melaporkan pencabulan itu."),
            Example("Gadis itu diperkosa ayah tirinya berinisial S, warga Desa Bajang."),
            Example("Ia dicabuli pamannya bernama Slamet Riyadi sejak 2023."),
        ),
        good=(
            "Korban pemerkosaan itu didampingi psikolog.",
            "Gadis itu diperkosa ayah tirinya; S, warga Desa Bajang, menjadi saksi kebakaran.",
            "Ia dicabuli pamannya sendiri. Ayahnya bernama Slamet Riyadi, petani.",
            "Korban berinisial SA melaporkan pencabulan itu.",
            "Pelaku pencabulan, AS (45), warga Desa Bajang, ditahan; korban dirawat.",
            "Korban banjir, warga Desa Bajang, mengungsi.",
            "Korban Kekerasan Seksual mendapat pendampingan.",
            "Polisi menolong korban di Desa Bajang; sosialisasi kekerasan seksual digelar.",
            "Korban Siti Aminah (21) terluka dalam kecelakaan.",
        ),
    ),
)
