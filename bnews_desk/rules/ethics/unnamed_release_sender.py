"""Copy that does not say it is a release (G12), and praise of its sender (G13)."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch
from bnews_desk.text import Span

_SAYS_SO = Pattern(
    r"(?i)(?<![\w-])(?:(?:keterangan|pernyataan|siaran|rilis)(?:nya)?"
    r" (?:tertulis|resmi|pers|media)|siaran pers|press release|rilis(?:nya)? (?:yang|dari|pers"
    r"|resmi|media)|dalam (?:rilis|keterangan)(?:nya)?|melalui (?:rilis|keterangan)(?:nya)?"
    r"|dikutip dari (?:laman|situs|rilis|siaran))(?![\w-])"
)


def _names_release(paragraph: ParagraphContext) -> bool:
    return paragraph.role in COPY and _SAYS_SO.search(paragraph.text, *paragraph.copy) is not None


def _names_sender(context: ReleaseContext) -> bool:
    """Whether a tag names an office in the newsroom's register."""
    tags = context.reader.tags
    return "{source}" in tags.style.form and any(
        tags.is_known_source(tag)
        for part in context.frame.tagged
        for tag in (*part.further_tags, part.tag)
        if tag is not None
    )


def _check_source(context: ReleaseContext) -> Iterator[RuleMatch]:
    lead = context.frame.lead
    if context.original is None or lead is None:
        return
    if _names_sender(context) or context.collected(_names_release):
        return
    first = context.paragraphs[lead.paragraph.number].sentences[:1]
    span = first[0] if first else lead.copy
    if span.end > span.start:
        at = lead.paragraph.start
        yield RuleMatch(span.start + at, span.end + at)


_PRAISE = Pattern(
    r"(?i)(?<![\w-])(?:luar biasa|gemilang|membanggakan|terbaik|terdepan|inovatif|humanis"
    r"|sukses besar|sangat sukses|sukses (?:menggelar|menyelenggarakan|meraih)|(?:patut|layak)"
    r" (?:diapresiasi|diacungi jempol|dibanggakan|dicontoh)|komitmen (?:kuat|penuh|tinggi|nyata)"
    r"|berkomitmen (?:kuat|penuh|tinggi)|(?:bukti|wujud|langkah|komitmen|kerja) nyata|sigap"
    r"|gerak cepat|cepat tanggap|tak kenal lelah|tiada henti|tanpa henti|dedikasi(?: tinggi)?"
    r"|(?:mengukir|menorehkan|mencatatkan|mencetak) prestasi|kembali (?:membuktikan|menorehkan)"
    r"|pelayanan prima|semakin dipercaya|kepedulian tinggi|penuh kepedulian|selalu hadir"
    r"|hadir di tengah(?:-tengah)? masyarakat|tidak pernah berhenti|tak pernah berhenti)(?![\w-])"
)
_AGENCY = Pattern(
    r"(?<![\w-])(?:Pemerintah (?:Kabupaten|Kota|Provinsi|Desa)|Pemkab|Pemkot|Pemprov|Pemdes|Dinas"
    r"|Badan|Bagian|Sekretariat|Kominfo|Diskominfo|Polres|Polresta|Polsek|Kodim|Koramil|RSUD"
    r"|Puskesmas|Kementerian|Kantor|Kejaksaan|PDAM|Perumda|Bank|PT|KPU|Bawaslu|BPBD|BPS|DPRD"
    r"|Universitas)(?: [A-Z][\w’'-]+(?:,? dan)?){1,6}"
)
_OF_PLACE = Pattern(r"(?:Kabupaten|Kota|Pemkab|Pemkot) (?P<place>[A-Z][a-z]+)")
_LEAST_PRAISE = 2
"""From this many sentences in praise of the sender on, a passage is an advertisement."""
_SUBJECT = 70
"""The subject stands within this many code points from the start of a sentence."""


def _praises(paragraph: ParagraphContext) -> tuple[Span, ...]:
    """The sentences of a paragraph that praise somebody outside speech."""
    if paragraph.role not in COPY:
        return ()
    return tuple(
        sentence
        for sentence in paragraph.sentences
        if (m := _PRAISE.search(paragraph.text, *sentence))
        and not paragraph.in_quotation(*m.span())
    )


def _check_praise(context: ReleaseContext) -> Iterator[RuleMatch]:
    praised = context.collected(_praises)
    if sum(len(found) for _, _, found in praised) < _LEAST_PRAISE:
        return
    sender = _sender(context)
    found = [
        (sentence, context.frame.parts[number].paragraph.start)
        for number, paragraph, sentences in praised
        for sentence in sentences
        if any(
            form in paragraph.text[sentence.start : sentence.start + _SUBJECT] for form in sender
        )
    ]
    if len(found) >= _LEAST_PRAISE:
        for sentence, at in found:
            yield RuleMatch(sentence.start + at, sentence.end + at)


def _sender(context: ReleaseContext) -> tuple[str, ...]:
    """The names of the office that sent the release: by its tag, else the first in the lead."""
    names = [
        context.house.source_tag.sources.get(part.tag.source, "")
        for part in context.frame.tagged
        if part.tag is not None
    ]
    lead = context.frame.lead
    if not any(names) and lead is not None:
        m = _AGENCY.search(lead.text, *lead.copy)
        names = [m.group()] if m else []
    forms = [name for name in names if name]
    for name in tuple(forms):
        place = _OF_PLACE.search(name)
        if place:
            where = place["place"]
            forms += [f"Pemkab {where}", f"Pemerintah Kabupaten {where}", f"Pemkot {where}"]
            forms += [f"Pemerintah Kota {where}", f"Bupati {where}", f"Wali Kota {where}"]
    return tuple(forms)


RULES = (
    ReleaseRule(
        code="G12",
        id="press-release-source-disclosed",
        name="Asal rilis tidak disebut",
        severity=Severity.SUGGESTION,
        safety=Safety.NONE,
        why="Sebutkan bahwa keterangan ini berasal dari siaran pers, atau cantumkan kode rilisnya.",
        source="Kode Etik Jurnalistik Pasal 1 dan 2",
        check=_check_source,
        bad=(
            Example(
                "Pemerintah Kabupaten Blitar membuka pasar tani.",
                original="Pemkab Blitar membuka pasar tani.",
            ),
        ),
        good=("Pemerintah Kabupaten Blitar membuka pasar tani.",),
        is_on=False,
        remark=(
            "Mati: kode rilis yang belum ada atau tidak terdaftar sudah ditandai aturan lain;"
            " nyalakan bila kode rilis redaksi tidak menyebut pengirimnya. Memerlukan rilis asli."
        ),
    ),
    ReleaseRule(
        code="G13",
        id="release-promotional-self",
        name="Rilis memuji pengirimnya",
        severity=Severity.SUGGESTION,
        safety=Safety.NONE,
        why="Bagian ini bernada promosi pengirim rilis; netralkan.",
        source="Kode Etik Jurnalistik Pasal 1 dan 3",
        check=_check_praise,
        bad=(
            Example(
                "Pemkab Blitar sukses menggelar pasar tani. Pemkab Blitar kembali menorehkan"
                " prestasi membanggakan."
            ),
            Example(
                "Polres Blitar menggelar bakti sosial. Polres Blitar selalu hadir bagi warga."
                " Polres Blitar bekerja tak kenal lelah."
            ),
        ),
        good=(
            '"Pemkab Blitar luar biasa. Pemkab Blitar sukses besar," kata Rini.',
            "Pemkab Blitar sukses menggelar pasar tani. Warga membeli sayur di sana.",
            "Pemkab Blitar membuka pameran. Petani itu menorehkan prestasi gemilang.",
        ),
        remark=("Mati: pujian atau fakta hanya dapat dinilai redaktur."),
        is_on=False,
    ),
)
