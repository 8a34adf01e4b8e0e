"""Details, origins and rumours that the press codes warn of (G06, G08, G10); shipped off."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY, COPY_AND_HEADLINE
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.rule import Example, ParagraphRule, ReleaseRule, RuleMatch

_GRAPHIC = Pattern(
    r"(?i)(?<![^\W_])(?:bersimbah darah|usus(?:nya)? terburai|kepala(?:nya)? pecah|isi kepala"
    r"|organ tubuh(?:nya)? berceceran|tubuh(?:nya)? hancur|mayat(?:nya)? membusuk|dimutilasi"
    r"|bermandi(?:kan)? darah|kronologi persetubuhan)(?![^\W_])"
)
_ORIGIN = Pattern(
    r"(?i)(?<![^\W_])(?:(?:pelaku(?! (?:usaha|wisata|umkm|ekonomi|seni"
    r"|budaya|pasar|industri|perjalanan|sejarah))|tersangka|pencuri|terdakwa)[^.\n]{0,30}?"
    r" (?:asal suku|bersuku|keturunan|beretnis|etnis) [^\W\d_]{2,20}|janda cantik|janda muda"
    r"|(?:seorang |para )?(?:banci|waria)|nonpribumi|non-pribumi)(?![^\W_])"
)
_RUMOUR = Pattern(
    r"(?i)(?<![^\W_])(?:beredar kabar|kabar yang beredar|informasi yang dihimpun"
    r"|menurut (?:warganet|netizen)|sumber yang enggan disebut(?:kan)?(?: namanya)?)(?![^\W_])"
)
_VERIFIED = Pattern(
    r"(?i)verifikasi|konfirmasi|membenarkan|dibenarkan|memastikan|membantah|menepis|hoaks"
    r"|klarifikasi"
)


def _check_graphic(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    for m in _GRAPHIC.finditer(paragraph.text, *paragraph.copy):
        yield RuleMatch(*m.span())


def _check_origin(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    for m in _ORIGIN.finditer(paragraph.text, *paragraph.copy):
        yield RuleMatch(*m.span())


def _rumours(paragraph: ParagraphContext) -> tuple[tuple[int, int], ...]:
    if paragraph.role not in COPY:
        return ()
    found = (m.span() for m in _RUMOUR.finditer(paragraph.text, *paragraph.copy))
    return tuple(span for span in found if not paragraph.in_speech(*span))


def _is_verified(paragraph: ParagraphContext) -> bool:
    return paragraph.role in COPY and _VERIFIED.search(paragraph.text, *paragraph.copy) is not None


def _check_rumours(context: ReleaseContext) -> Iterator[RuleMatch]:
    rumours = context.collected(_rumours)
    if not rumours or context.collected(_is_verified):
        return
    for number, _, found in rumours:
        at = context.frame.parts[number].paragraph.start
        for start, end in found:
            yield RuleMatch(start + at, end + at)


RULES = (
    ParagraphRule(
        code="G06",
        id="graphic-detail",
        name="Rincian sadis atau cabul",
        severity=Severity.SUGGESTION,
        safety=Safety.NONE,
        why="Rincian sadis atau cabul sebaiknya dihapus (Kode Etik Jurnalistik Pasal 4).",
        source="Kode Etik Jurnalistik Pasal 4; Pedoman Pemberitaan Ramah Anak 2",
        roles=COPY_AND_HEADLINE,
        check=_check_graphic,
        bad=(
            Example("Korban ditemukan bersimbah darah di kamar."),
            Example("Kepalanya pecah terlindas truk."),
        ),
        good=("Korban mengalami luka bakar dan patah tulang.", "Donor darah digelar di aula."),
        is_on=False,
        remark="Mati: daftar tertutup yang pendek; konteks peradilan kadang memerlukannya.",
    ),
    ParagraphRule(
        code="G08",
        id="sara-discrimination",
        name="Suku, agama, dan gender",
        severity=Severity.SUGGESTION,
        safety=Safety.NONE,
        why="Pastikan penyebutan suku, agama, atau gender di sini relevan (KEJ Pasal 8).",
        source="Kode Etik Jurnalistik Pasal 8",
        roles=COPY_AND_HEADLINE,
        check=_check_origin,
        bad=(
            Example("Pelaku, pria asal suku Rimba, ditangkap."),
            Example("Polisi memeriksa janda cantik itu."),
        ),
        good=(
            "Tari suku Dayak ditampilkan; warga keturunan Tionghoa merayakan Imlek.",
            "Pelaku usaha asal Blitar dan janda pahlawan diundang.",
        ),
        is_on=False,
        remark="Mati: relevan atau tidaknya hanya dapat dinilai redaktur.",
    ),
    ReleaseRule(
        code="G10",
        id="unverified-source",
        name="Sumber yang belum jelas",
        severity=Severity.SUGGESTION,
        safety=Safety.NONE,
        why="Sumber belum jelas; verifikasi atau sebutkan bahwa kabar ini belum terverifikasi.",
        source="Pedoman Pemberitaan Media Siber 2; Kode Etik Jurnalistik Pasal 2",
        check=_check_rumours,
        bad=(
            Example("Beredar kabar bahwa jembatan itu akan ditutup."),
            Example("Menurut warganet, jalan itu rusak."),
        ),
        good=(
            "Beredar kabar bahwa jembatan ditutup. Kabar itu dibenarkan Kapolsek.",
            '"Beredar kabar bahwa jembatan kita ditutup," katanya.',
        ),
        is_on=False,
        remark="Mati: “informasi yang dihimpun” lazim, dan sumbernya kadang disebut kemudian.",
    ),
)
