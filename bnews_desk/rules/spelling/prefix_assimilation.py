"""*me-* and *pe-* before k, p, t, s (C22), and *-kan* after a root that ends in k (C40)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE, Role
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.rules.word_replacement import (
    fit_case,
    is_in_capitalised_run,
    is_part_of_name,
    list_replacement,
    listed_matches,
    looks_foreign,
    replacement_safety,
    stands_alone,
)
from bnews_desk.text import Word

_KEPT = Pattern(r"(?P<prefix>me|pe)(?:n|ng|m)(?P<root>[kpst][aiueo][a-z]{2,30})$")
_OVERMELTED = Pattern(
    r"(?:(?P<per>memer)(?P<root>[a-z]{3,30})|(?:mem(?=r[aiueo])|meng(?=[lr][aiueo])|men(?=r[aiueo]))"
    r"[a-z]{4,30})$"
)
_CLUSTERS = {"memr": "mempr", "mengl": "mengkl", "mengr": "mengkr", "menr": "mentr"}
_MELTED = {"k": "ng", "p": "m", "t": "n", "s": "ny"}
_SUFFIXES = ("kannya", "annya", "inya", "kan", "nya", "lah", "an", "ku", "mu", "i", "")
_RIGHT = frozenset(
    "mempunyai mempelajari mempekerjakan mempelai mempelam mempan mengkaji pengkaji pengkajian"
    " pengkol pengkolan pengkar mengkal mengkis mengkudu mental mentalitas mentah mentahan mentas"
    " mentari mentega menteri mentereng mentimun mentok mentor mentoring mentorship mentol"
    " pentas pentil penting pentol pentolan pentung pentungan pentagon pental pensiun pensiunan"
    " pensil menses mensos mensesneg menseskab mensana mensupport mensetting pemkab"
    " pemkot pengkot pengkab memposting mempercayai mempercayakan mengkoordinir"
    " mentolerir mengkuti menpora"
    " menperin menkominfo menkomdigi menkopolhukam menkumham pempek pengkarya mempush".split()
)
"""Words that are correct, English, acronyms, typing errors, or reported by other rules."""
_PER_ROOTS = frozenset(
    "perkara perkosa perlu perang perintah periksa peras peran pergok persepsi perban perawan"
    " perinci persona personalisasi persekusi".split()
)
"""Roots that begin with per-; elsewhere *memper-* is a prefix."""
_LEAST_UNKNOWN = 8
"""Least length of a word with an unknown root that is taken for a verb."""


class _Reading(NamedTuple):
    """The correct form of a word, and whether its root is in the list."""

    right: str
    is_known: bool


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    taken: set[int] = set()
    for match in listed_matches(paragraph, "C22"):
        taken.add(match.start)
        if not is_part_of_name(paragraph, match):
            rule_match = list_replacement(
                paragraph, match, replacement_safety(paragraph, match, may_be_name=False)
            )
            if rule_match:
                yield rule_match
    for at, word in enumerate(paragraph.words):
        if word.folded.startswith(("me", "pe")) and word.start not in taken:
            rule_match = _of_word(paragraph, at, word)
            if rule_match:
                yield rule_match


def _of_word(paragraph: ParagraphContext, at: int, word: Word) -> RuleMatch | None:
    reading = _kept(paragraph, word.folded) or _overmelted(paragraph, word.folded)
    if reading is None or not stands_alone(paragraph.text, word.start, word.end):
        return None
    is_capital = not word.text.islower()
    if is_capital and (not reading.is_known or paragraph.is_capitalised_inside(word)):
        return None
    if paragraph.lexicon.spellings.row(word.folded) is not None:
        return None
    safe = (
        reading.is_known
        and paragraph.role is not Role.HEADLINE
        and not is_in_capitalised_run(paragraph, at, at)
    )
    new = fit_case(paragraph, word.start, word.end, reading.right)
    safety = Safety.SAFE if safe else Safety.OFFERED
    fix = replacement_fix(paragraph.text, word.start, word.end, new, safety)
    return RuleMatch(word.start, word.end, {"text": word.text, "right": reading.right}, (fix,))


def _kept(paragraph: ParagraphContext, folded: str) -> _Reading | None:
    """The correct form where the first letter is wrongly kept: ``mengkonsumsi``; else None."""
    match = _KEPT.match(folded)
    if match is None or folded.removesuffix("nya") in _RIGHT or _is_memper(folded):
        return None
    root = match["root"]
    is_known = _is_root(root, paragraph.lexicon.melting_roots)
    if not is_known and (
        len(folded) < _LEAST_UNKNOWN or looks_foreign(root) or not folded.endswith(("kan", "i"))
    ):
        return None
    return _Reading(match["prefix"] + _MELTED[root[0]] + root[1:], is_known)


def _is_memper(folded: str) -> bool:
    """Whether a word has the prefix *memper-*, possibly misspelt, and no root in *per-*."""
    return folded[3:6] == "per" and not _is_root(folded[3:], _PER_ROOTS)


def _overmelted(paragraph: ParagraphContext, folded: str) -> _Reading | None:
    """The correct form where a letter is wrongly dropped: ``memroses``, ``memerhatikan``; else
    None."""
    match = _OVERMELTED.match(folded)
    if match is None:
        return None
    if match["per"]:
        is_known = _is_root(match["root"], paragraph.lexicon.memper_roots)
        return _Reading(f"memper{match['root']}", is_known=True) if is_known else None
    for wrong, right in _CLUSTERS.items():
        if folded.startswith(wrong):
            whole = right + folded[len(wrong) :]
            return None if _is_slip(paragraph, folded, whole) else _Reading(whole, is_known=True)
    return None


def _is_slip(paragraph: ParagraphContext, folded: str, whole: str) -> bool:
    """Whether a word other than ``whole`` was meant: *menrapkan* is *menerapkan*."""
    speller = paragraph.lexicon.speller
    if not speller.unseen(frozenset({whole.removesuffix("nya")})):
        return False
    return next(iter(speller.suggestions(folded)), whole) != whole


def _is_root(word: str, roots: frozenset[str]) -> bool:
    """Whether a word without its suffixes is one of ``roots``."""
    return any(
        word.endswith(suffix) and word[: len(word) - len(suffix)] in roots for suffix in _SUFFIXES
    )


KTSP_MELTING = ParagraphRule(
    code="C22",
    id="ktsp-melting",
    name="Peluluhan k, p, t, s",
    severity=Severity.WARNING,
    safety=Safety.SAFE,
    why="“{text}” tidak mengikuti kaidah peluluhan k, p, t, s; bentuk bakunya “{right}”.",
    source="KBBI; Tata Bahasa Baku Bahasa Indonesia",
    roles=COPY_AND_HEADLINE,
    check=_check,
    bad=(
        Example("Warga mengkonsumsi beras.", "Warga mengonsumsi beras."),
        Example("Dinas mensosialisasikan aturan.", "Dinas menyosialisasikan aturan."),
        Example("Mensukseskan pemilu itu tugas kita.", "Menyukseskan pemilu itu tugas kita."),
        Example("Cuaca mempengaruhi panen.", "Cuaca memengaruhi panen."),
        Example("Semua harus mentaati aturan.", "Semua harus menaati aturan."),
        Example("Camat mengkoordinasikan warga.", "Camat mengoordinasikan warga."),
        Example("Ia menterjemahkan naskah.", "Ia menerjemahkan naskah."),
        Example("Ia bekerja sebagai penterjemah.", "Ia bekerja sebagai penerjemah."),
        Example("Polisi mentangkap pelaku.", "Polisi menangkap pelaku."),
        Example("Ia mempakai helm dan mensapu.", "Ia memakai helm dan menyapu."),
        Example("Bupati mengkesampingkan usul.", "Bupati mengesampingkan usul."),
        Example("Warga menkonsumsi beras.", "Warga mengonsumsi beras."),
        Example("Bupati memerhatikan warga.", "Bupati memperhatikan warga."),
        Example("Warga memeroleh bantuan.", "Warga memperoleh bantuan."),
        Example("Dinas memroses berkas.", "Dinas memproses berkas."),
        Example("Warga mengritik aturan.", "Warga mengkritik aturan."),
        Example("Bank menransfer dana.", "Bank mentransfer dana."),
        Example("Dinas Mensosialisasikan Aturan\nIsi.", "Dinas Menyosialisasikan Aturan\nIsi."),
    ),
    good=(
        "Warga mengkritik, memproses, memprotes, dan mentransfer.",
        "Pengusaha mensponsori lomba; ia mengkhianati kami.",
        "Tim mengkaji usul dan mempunyai data.",
        "Warga memperoleh, memperhatikan, dan memperingati hari itu.",
        "Dinas menstabilkan harga dan memproduksi beras.",
        "Bupati mengklaim, mengklarifikasi, dan mensyaratkan hal itu.",
        "Siswa mempelajari bahasa; pabrik mempekerjakan warga.",
        "Mental, menteri, mentega, mentahan, penting, pensiun, pensil, pentas.",
        "Kedua mempelai mempercayai kami dan memosisikan diri.",
        "Dinas mengapresiasi warga dan menargetkan panen.",
        "Dinas memperbandingkan, memperingan, dan memperbanyak data.",
        "Ia memerlukan, memeriksa, memerintah, dan memerangi hama.",
        "Peserta mensyukuri hasil; pemrogram menyelesaikan pemrosesan.",
        "Pemkot dan Pemkab bertemu Menkopolhukam serta Mensos.",
        "Di Pentagon, ia melihat mentari dan pengkajian.",
        "Camat menrapkan aturan itu.",
        "Lihat https://contoh.id/mengkonsumsi dan #mengkonsumsi.",
    ),
)


def _check_suffix(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    for match in listed_matches(paragraph, "C40"):
        if is_part_of_name(paragraph, match):
            continue
        message = "noun" if "kk" in match.entry.form else ""
        safety = replacement_safety(paragraph, match, may_be_name=False)
        rule_match = list_replacement(paragraph, match, safety, message=message)
        if rule_match:
            yield rule_match


SUFFIX_KAN_AFTER_K = ParagraphRule(
    code="C40",
    id="suffix-kan-after-k",
    name="Akhiran “-kan” setelah k",
    severity=Severity.ERROR,
    safety=Safety.SAFE,
    why="Kata dasar yang berakhir dengan k tetap memakai k di depan -kan: “{right}”.",
    other_messages={"noun": "Di sini hanya ada satu k, sebab akhirannya -an: “{right}”."},
    source="EYD V, Kata Turunan 1a; KBBI",
    roles=COPY_AND_HEADLINE,
    check=_check_suffix,
    bad=(
        Example("Data menunjukan kenaikan.", "Data menunjukkan kenaikan."),
        Example("Bantuan itu diperuntukan bagi warga.", "Bantuan itu diperuntukkan bagi warga."),
        Example("Warga memasukan padi.", "Warga memasukkan padi."),
        Example("Bupati menggalakan tanam padi.", "Bupati menggalakkan tanam padi."),
        Example("Petugas meletakan karangan bunga.", "Petugas meletakkan karangan bunga."),
        Example("Menaikan harga itu sulit.", "Menaikkan harga itu sulit."),
        Example("Polisi menembakan gas air mata.", "Polisi menembakkan gas air mata."),
        Example("Pembentukkan panitia selesai.", "Pembentukan panitia selesai."),
        Example("Data Menunjukan Kenaikan\nIsi.", "Data Menunjukkan Kenaikan\nIsi."),
    ),
    good=(
        "Ada masukan dari warga.",
        "Mereka menonton pertunjukan wayang.",
        "Warga mengajukan usul dan mengemukakan pendapat.",
        "Penari menarikan tari itu dalam gerakan yang indah.",
        "Penunjukan panitia dan pembentukan tim selesai.",
        "Ia mengembalikan buku dan memastikan jadwal.",
        "Ibu memberi makan anak dan menyediakan makanan.",
    ),
)

RULES = (KTSP_MELTING, SUFFIX_KAN_AFTER_K)
