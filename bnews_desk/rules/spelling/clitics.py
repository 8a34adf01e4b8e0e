"""Separated *-nya*, *-ku*, *-mu* (C08), and affixes on acronyms and names (C13)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE, Role
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch
from bnews_desk.rules.word_replacement import (
    gap_is_space,
    looks_foreign,
    replacement_match,
    stands_alone,
)
from bnews_desk.text import Word

_CLITICS = frozenset({"nya", "ku", "mu"})
_AT_ACRONYM = Pattern(r"(?P<acronym>[A-Z][A-Z0-9]{1,11})(?P<clitic>nya|ku|mu)$")
_LONGEST_ACRONYM = 5
"""Most letters of an acronym; a longer word in capitals may be emphasis: *INDAH nya*."""
_ENGLISH_ENDING = ("ace", "ade", "age", "ate", "ime", "ine", "ite", "ive", "ore", "ure", "use")
"""Endings of English words that Indonesian words do not have: *race nya*."""
_OWNED = frozenset("KTP SIM STNK BPKB KK SK NIK PIN ATM HP KIP KIS NIP NPWP KPR KTA SKCK".split())
"""Things that people own: *KTP-ku*."""
_TALK = frozenset("tuh nih sih deh dong kan ya ini itu yang dan atau lah kah nya".split())


def _check_nya(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    words = paragraph.words
    if not _CLITICS.isdisjoint(paragraph.vocabulary):
        for at in range(1, len(words)):
            if words[at].text in _CLITICS:
                rule_match = _apart(paragraph, words[at - 1], words[at])
                if rule_match:
                    yield rule_match
    for word in words:
        if word.text.endswith(("nya", "ku", "mu")) and word.text[:2].isupper():
            match = _AT_ACRONYM.match(word.text)
            if match and stands_alone(paragraph.text, word.start, word.end):
                right = f"{match['acronym']}-{match['clitic']}"
                is_mine = match["clitic"] != "nya"
                if is_mine and not _is_known(paragraph, match["acronym"]):
                    continue
                yield replacement_match(
                    paragraph, word.start, word.end, right, is_safe=not is_mine, message="acronym"
                )


def _is_known(paragraph: ParagraphContext, acronym: str) -> bool:
    """Whether an acronym is a possession or in the style sheet; *INAku* is a product's name."""
    return acronym in _OWNED or acronym in paragraph.house.common_acronyms


def _apart(paragraph: ParagraphContext, before: Word, clitic: Word) -> RuleMatch | None:
    if not gap_is_space(paragraph, before, clitic):
        return None
    letters = before.text.replace("-", "")
    if len(letters) < 2 or not letters[0].isalpha() or before.folded in _TALK:
        return None
    start, end = before.start, clitic.end
    if before.text.isupper():
        is_short = len(before.text) <= _LONGEST_ACRONYM
        right = f"{before.text}-{clitic.text}"
        return replacement_match(paragraph, start, end, right, is_safe=is_short, message="acronym")
    if clitic.text != "nya" or not letters.isalpha():
        return None
    if looks_foreign(before.folded) or before.folded.endswith(_ENGLISH_ENDING):
        right = f"{before.text}-nya"
        severity = Severity.WARNING
        return replacement_match(
            paragraph, start, end, right, is_safe=False, severity=severity, message="foreign"
        )
    is_name = paragraph.is_capitalised_inside(before)
    return replacement_match(paragraph, start, end, f"{before.text}nya", is_safe=not is_name)


NYA_KU_MU_SPLIT = ParagraphRule(
    code="C08",
    id="nya-ku-mu-split",
    name="Kata ganti “-nya”, “-ku”, “-mu”",
    severity=Severity.ERROR,
    safety=Safety.SAFE,
    why="“-nya” ditulis serangkai: “{right}”.",
    other_messages={
        "acronym": "Singkatan dan kata ganti dirangkaikan dengan tanda hubung: “{right}”.",
        "foreign": "Kata asing dan “-nya” dirangkaikan dengan tanda hubung: “{right}”.",
    },
    source="EYD V, Kata Ganti 1; Tanda Hubung 7",
    roles=COPY_AND_HEADLINE,
    check=_check_nya,
    bad=(
        Example("Ia menambal ban nya di bengkel.", "Ia menambal bannya di bengkel."),
        Example("Bupati menandatangani SK nya.", "Bupati menandatangani SK-nya."),
        Example("Bupati menandatangani SKnya.", "Bupati menandatangani SK-nya."),
        Example("Warga membawa KTPnya.", "Warga membawa KTP-nya."),
        Example("STNKnya hilang.", "STNK-nya hilang."),
        Example("Mana STNK ku?", "Mana STNK-ku?"),
        Example("Bawa SIM mu!", "Bawa SIM-mu!"),
        Example("SIMku hilang.", "SIM-ku hilang."),
        Example("Ia memperbaiki smartphone nya.", "Ia memperbaiki smartphone-nya."),
        Example("Khusus nya warga Talun diundang.", "Khususnya warga Talun diundang."),
    ),
    good=(
        "Ia menambal bannya dan membawa KTP-nya.",
        "Manusia memohon ampunan-Nya di jalan-Nya.",
        "Manusia memohon rahmat Nya.",
        "Ia membaca, nya kata terakhir.",
        "Nilai 2 nya turun.",
        "Kota itu bernama Mu, rumah ku jauh.",
        "Lihat KTPnya.com dan tagar #KTPnya.",
        "Aplikasi INAku dan PINTERku diluncurkan.",
    ),
)

_VERB_ACRONYMS = frozenset({"PHK", "PAW", "ACC"})
"""Acronyms used as verbs: *di-PHK*; before others *di* is a preposition."""
_JOINED_VERBS = _VERB_ACRONYMS | {"OTT", "SK", "SP"}
"""Acronyms that are verbs where *di* is joined to them: *diOTT*."""
_PREFIXES_APART = frozenset({"ber", "mem", "meng", "men", "ter"})
_AT_CAPITALS = Pattern(
    r"(?P<prefix>[Dd]i|[Bb]er|[Mm]e(?:m|ng|n)?|[Tt]er|[Ss]e|[Pp]e)"
    r"(?P<acronym>[A-Z][A-Z0-9]{1,5})(?P<suffix>kan|an|i|nya)?$"
)
_APART = _PREFIXES_APART | {"di", "se"}
"""Prefixes that may be wrongly separated."""
_SHORT_ACRONYM = 6
_AREAS = frozenset("desa kabupaten kecamatan kelurahan kota provinsi".split())
"""Nouns to which *se* is joined where no name follows: *sekecamatan*."""
_JOINED_TO_SE = _AREAS | {"antero", "wilayah", "dunia"}
_LANDS = frozenset(
    "indonesia jawa asia eropa afrika asean sumatra sumatera bali madura kalimantan sulawesi papua"
    " jatim jateng jabar nusantara eks".split()
)


@lru_cache(maxsize=8)
def _place_words(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name.casefold() for name in names) | _LANDS


def _check_affix(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    for at, word in enumerate(paragraph.words):
        folded = word.folded
        if folded in _APART:
            rule_match = (
                _se_apart(paragraph, at) if folded == "se" else _prefix_apart(paragraph, at)
            )
        elif folded.startswith("se-"):
            rule_match = _se_hyphenated(paragraph, at)
        elif word.text != folded and word.text[1:2].islower() and not word.text[1:].islower():
            rule_match = _at_capitals(paragraph, word)
        else:
            continue
        if rule_match:
            yield rule_match


def _se_apart(paragraph: ParagraphContext, at: int) -> RuleMatch | None:
    """The match for a separate *se*: ``se Kabupaten Blitar``, ``se kecamatan``."""
    if at + 1 == len(paragraph.words):
        return None
    se, partner = paragraph.words[at : at + 2]
    if not gap_is_space(paragraph, se, partner) or paragraph.is_capitalised_inside(se):
        return None
    if se.text not in ("se", "Se") or (at and paragraph.words[at - 1].folded == "per"):
        return None
    if se.text == "Se" and partner.folded not in _AREAS | _LANDS:
        return None
    if partner.text[:1].isupper():
        is_safe = se.text == "se"
        right = f"{se.text}-{partner.text}"
    elif partner.folded in _JOINED_TO_SE or partner.folded in _LANDS:
        is_safe = partner.folded in _AREAS and not _is_before_capital(paragraph, at + 1)
        right = _with_se(paragraph, at + 1, se.text, partner.folded)
    else:
        return None
    message = "" if "-" in right else "joined"
    return replacement_match(
        paragraph, se.start, partner.end, right, is_safe=is_safe, message=message
    )


def _se_hyphenated(paragraph: ParagraphContext, at: int) -> RuleMatch | None:
    """The match for a hyphenated *se*: ``se-indonesia``, ``se-kecamatan``."""
    word = paragraph.words[at]
    partner = word.text[3:]
    if not partner.islower() or not stands_alone(paragraph.text, word.start, word.end):
        return None
    if partner not in _JOINED_TO_SE and partner not in _place_words(
        paragraph.house.dateline.places
    ):
        return None
    right = _with_se(paragraph, at, word.text[:2], partner)
    message = "" if "-" in right else "joined"
    return replacement_match(
        paragraph, word.start, word.end, right, is_safe=partner in _LANDS, message=message
    )


def _with_se(paragraph: ParagraphContext, last: int, se: str, partner: str) -> str:
    """*se-* with a lower-case noun or place, whose last word is at ``last``."""
    if partner in _AREAS:
        return (
            f"{se}-{partner.capitalize()}" if _is_before_capital(paragraph, last) else se + partner
        )
    if partner in _JOINED_TO_SE:
        return se + partner
    return f"{se}-{partner.upper() if partner == 'asean' else partner.capitalize()}"


def _is_before_capital(paragraph: ParagraphContext, at: int) -> bool:
    word, *behind = paragraph.words[at : at + 2]
    return bool(behind) and (
        behind[0].text[:1].isupper() and paragraph.text[word.end : behind[0].start].isspace()
    )


def _prefix_apart(paragraph: ParagraphContext, at: int) -> RuleMatch | None:
    """The match for a separate prefix: ``di PHK``, ``ber KTP``."""
    if at + 1 == len(paragraph.words):
        return None
    prefix, acronym = paragraph.words[at : at + 2]
    if not acronym.text[:2].isupper():
        return None
    bare = acronym.text.removesuffix("kan")
    if not (bare.isupper() and 2 <= len(bare) <= _SHORT_ACRONYM and bare.isascii()):
        return None
    if not gap_is_space(paragraph, prefix, acronym) or not prefix.text[1:].islower():
        return None
    if prefix.folded == "di" and bare not in _VERB_ACRONYMS:
        return None
    if paragraph.is_capitalised_inside(prefix):
        return None
    is_sure = prefix.folded in ("ber", "mem", "meng") or bare in ("PHK", "PAW")
    right = f"{prefix.text}-{acronym.text}"
    return replacement_match(paragraph, prefix.start, acronym.end, right, is_safe=is_sure)


def _at_capitals(paragraph: ParagraphContext, word: Word) -> RuleMatch | None:
    """The match for a prefix joined to a capital: ``diPHK``, ``berKTP``, ``seIndonesia``."""
    if not stands_alone(paragraph.text, word.start, word.end):
        return None
    if word.text[:2] in ("se", "Se") and word.text[3:].islower() and word.text[2:3].isupper():
        land = word.text[2:].casefold()
        known = land in _place_words(paragraph.house.dateline.places) or land in _AREAS
        right = f"{word.text[:2]}-{word.text[2:]}"
        return replacement_match(paragraph, word.start, word.end, right, is_safe=known)
    match = _AT_CAPITALS.match(word.text)
    if match is None or paragraph.role is Role.HEADLINE or paragraph.is_capitalised_inside(word):
        return None
    prefix = match["prefix"].casefold()
    if prefix in ("di", "me") and match["acronym"] not in _JOINED_VERBS:
        return None
    right = f"{match['prefix']}-{word.text[len(prefix) :]}"
    is_sure = prefix not in ("pe", "se")
    return replacement_match(paragraph, word.start, word.end, right, is_safe=is_sure)


AFFIX_ACRONYM_HYPHEN = ParagraphRule(
    code="C13",
    id="affix-acronym-hyphen",
    name="Imbuhan pada singkatan dan nama",
    severity=Severity.WARNING,
    safety=Safety.SAFE,
    why="Imbuhan dirangkaikan dengan singkatan atau nama memakai tanda hubung: “{right}”.",
    other_messages={"joined": "Di depan kata umum “se-” ditulis serangkai: “{right}”."},
    source="EYD V, Tanda Hubung 5",
    roles=COPY_AND_HEADLINE,
    check=_check_affix,
    bad=(
        Example("Buruh di PHK massal.", "Buruh di-PHK massal."),
        Example("Buruh itu diPHK.", "Buruh itu di-PHK."),
        Example("Warga ber KTP Blitar hadir.", "Warga ber-KTP Blitar hadir."),
        Example("Warga berKTP Blitar hadir.", "Warga ber-KTP Blitar hadir."),
        Example("Pabrik mem PHK buruh.", "Pabrik mem-PHK buruh."),
        Example("Camat se Kabupaten Blitar hadir.", "Camat se-Kabupaten Blitar hadir."),
        Example("Camat se kabupaten Blitar hadir.", "Camat se-Kabupaten Blitar hadir."),
        Example("Lomba se Indonesia dimulai.", "Lomba se-Indonesia dimulai."),
        Example("Lomba se-indonesia dimulai.", "Lomba se-Indonesia dimulai."),
        Example("Lomba se kecamatan dimulai.", "Lomba sekecamatan dimulai."),
        Example("Lomba se-kecamatan dimulai.", "Lomba sekecamatan dimulai."),
        Example("Lomba seJawa Timur dimulai.", "Lomba se-Jawa Timur dimulai."),
    ),
    good=(
        "Rapat di DPRD dan di RSUD selesai.",
        "Hal itu tertuang di SK Bupati.",
        "Lomba sekabupaten dan se-Kabupaten Blitar.",
        "Buruh di-PHK; warga ber-KTP Blitar.",
        "Ter Stegen menjaga gawang.",
        "Hal itu per se Indonesia banget.",
        "SE Bupati Nomor 5 terbit; Se Hun hadir.",
        "Warga menonton BerITA dan iPhone di TVRI.",
        "Suhunya tidak se-dovish tahun lalu.",
    ),
)

RULES = (NYA_KU_MU_SPLIT, AFFIX_ACRONYM_HYPHEN)
