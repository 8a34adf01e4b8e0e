"""Whatever senders and editors have been seen to write, bulk fixing gives the house frame.

And copy that only looks like a frame comes out as it went in.
"""

from __future__ import annotations

from functools import cache

import pytest

from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.catalogue import all_rules
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.fix_all import FixedRelease, fix_all

DATELINE = "BLITAR | B-news.id - "
LEAD = "Petani di Kecamatan Wates memulai panen raya padi pada Selasa (12/11/2024) pagi."
SECOND = "Camat Wates meninjau lumbung desa dan menyapa para petani."
LINE = "Baca juga: Pasar Garum Ramai Lagi"
LAST = "Hasil panen itu disimpan di tiga lumbung desa."
TAG = "(kmfkabblt/sun)"
CREDIT = "Editor : Zainul Arifin"
HOUSE_FORM = f"\n{DATELINE}{LEAD}\n{SECOND}\n{LINE}\n{LAST} {TAG}\n{CREDIT}"


@cache
def checker() -> Checker:
    house = load_style_sheet()[0]
    return Checker(all_rules(), house, Lexicon(house.pairs))


def settled(text: str) -> FixedRelease:
    return fix_all(Release(text), checker())


def assert_becomes(text: str, expected: str = HOUSE_FORM) -> None:
    after = settled(text)
    assert after.release.text == expected
    assert settled(expected).release.text == expected, "what came out is not stable"


def written(found: str) -> str:
    """A readable name for a case: control and white space characters as escapes."""
    return ascii(found)[1:-1]


def test_the_house_form_itself_is_quiet() -> None:
    after = settled(HOUSE_FORM)
    assert after.rounds == 0
    assert after.remaining == ()


# --- the dateline ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "dateline",
    [
        # the dash
        "BLITAR | B-news.id – ",
        "BLITAR | B-news.id — ",
        "BLITAR | B-news.id ― ",
        "BLITAR | B-news.id − ",
        "BLITAR | B-news.id ‐ ",
        "BLITAR | B-news.id\u2011 ",
        "BLITAR | B-news.id -- ",
        "BLITAR | B-news.id --- ",
        "BLITAR | B-news.id : ",
        "BLITAR | B-news.id: ",
        "BLITAR | B-news.id | ",
        "BLITAR | B-news.id -",
        "BLITAR | B-news.id-",
        "BLITAR | B-news.id- ",
        "BLITAR | B-news.id –",
        "BLITAR | B-news.id—",
        "BLITAR | B-news.id, - ",
        "BLITAR | B-news.id. ",
        "BLITAR | B-news.id - - ",
        # spaces
        "BLITAR |B-news.id - ",
        "BLITAR| B-news.id - ",
        "BLITAR|B-news.id - ",
        "BLITAR|B-news.id–",
        "BLITAR  |  B-news.id  -  ",
        "BLITAR\u00a0|\u00a0B-news.id\u00a0-\u00a0",
        "BLITAR\t|\tB-news.id\t-\t",
        "  BLITAR | B-news.id - ",
        "\tBLITAR | B-news.id - ",
        "\u00a0BLITAR | B-news.id - ",
        "\u200bBLITAR | B-news.id - ",
        "\ufeffBLITAR | B-news.id - ",
        "BLITAR | B-news.id -  ",
        "BLITAR | B-news.id -\u00a0",
        # the site
        "BLITAR | B-News.id - ",
        "BLITAR | B-NEWS.ID - ",
        "BLITAR | b-news.id – ",
        "BLITAR | BNEWS.ID - ",
        "BLITAR | Bnews.id - ",
        "BLITAR | B-NEWS - ",
        "BLITAR | B-news - ",
        "BLITAR | Bnews - ",
        "BLITAR | B news.id - ",
        "BLITAR | B - news.id - ",
        "BLITAR | B–news.id – ",
        "BLITAR | B-news. id - ",
        "BLITAR | B-news .id - ",
        "BLITAR | B-news,id - ",
        "BLITAR | B_news.id - ",
        "BLITAR | www.B-news.id - ",
        "BLITAR | https://b-news.id - ",
        "BLITAR | B-news.com - ",
        "BLITAR | B-news.co.id - ",
        "BLITAR | Blitar News - ",
        # the site is missing
        "BLITAR - ",
        "BLITAR – ",
        "BLITAR — ",
        "BLITAR -- ",
        "BLITAR –",
        "BLITAR—",
        "BLITAR- ",
        "BLITAR -",
        "BLITAR : ",
        "BLITAR | ",
        "Blitar - ",
        "Blitar – ",
        "Blitar — ",
        "(BLITAR) - ",
        "[BLITAR] – ",
        "*BLITAR* - ",
        "**BLITAR** – ",
        "KABUPATEN BLITAR - ",
        "Kab. Blitar – ",
        "KOTA BLITAR – ",
        # the mark between place and site
        "BLITAR, B-news.id - ",
        "Blitar, B-news.id – ",
        "BLITAR, B-NEWS.ID – ",
        "BLITAR, Bnews - ",
        "BLITAR; B-news.id - ",
        "BLITAR / B-news.id - ",
        "BLITAR/B-news.id - ",
        "BLITAR:B-news.id - ",
        "BLITAR : B-news.id - ",
        "BLITAR.B-news.id - ",
        "BLITAR. B-news.id - ",
        "BLITAR || B-news.id -- ",
        "BLITAR - B-news.id - ",
        "BLITAR – B-news.id – ",
        "BLITAR — B-news.id — ",
        "BLITAR • B-news.id - ",
        "BLITAR · B-news.id – ",
        "BLITAR ¦ B-news.id - ",
        "BLITAR I B-news.id - ",
        "BLITAR l B-news.id - ",
        "BLITAR B-news.id - ",
        "Blitar B-news.id – ",
        "BLITAR, B-news.id, - ",
        # brackets and emphasis
        "BLITAR (B-news.id) - ",
        "BLITAR (B-news.id) – ",
        "BLITAR (B-NEWS.ID) -- ",
        "BLITAR(B-news.id) - ",
        "Blitar (B-news.id) - ",
        "BLITAR, (B-news.id) – ",
        "BLITAR [B-news.id] - ",
        "BLITAR ( B-news.id ) - ",
        "(BLITAR | B-news.id) - ",
        "[BLITAR | B-news.id] - ",
        "(BLITAR) B-news.id - ",
        "*BLITAR* | B-news.id - ",
        "*BLITAR | B-news.id* - ",
        "*BLITAR | B-news.id -* ",
        "**BLITAR | B-news.id** – ",
        "**BLITAR | B-news.id –** ",
        "_BLITAR | B-news.id_ - ",
        "BLITAR | *B-news.id* - ",
        "BLITAR | **B-news.id** - ",
        # capitals, and what stands before the place
        "Blitar | B-news.id - ",
        "blitar | b-news.id - ",
        "BLITAR| b-news.id-",
        "BLiTAR | B-news.id - ",
        "Kabupaten Blitar | B-news.id - ",
        "KABUPATEN BLITAR | B-news.id - ",
        "Kab. Blitar, B-news.id - ",
        "KAB BLITAR | B-news.id – ",
        "KOTA BLITAR | B-news.id - ",
        "Kota Blitar, B-news.id – ",
        # the wrong way round
        "B-news.id | BLITAR - ",
        "B-news.id, BLITAR - ",
        "B-news.id - BLITAR - ",
        "B-news.id, Blitar – ",
        "(B-news.id) BLITAR - ",
        "B-NEWS.ID | BLITAR – ",
        # twice
        "BLITAR | B-news.id - BLITAR - ",
        "BLITAR | B-news.id - BLITAR – ",
        "BLITAR | B-news.id – BLITAR, B-news.id – ",
        "BLITAR | B-news.id - BLITAR | B-news.id - ",
        "BLITAR | B-news.id - Blitar – ",
        "BLITAR | B-news.id - (BLITAR) – ",
        "BLITAR | B-news.id - Blitar, Kominfo - ",
        "BLITAR | B-news.id - BLITAR, Diskominfo – ",
        "BLITAR – BLITAR | B-news.id – ",
        # other marks
        "BLITAR.- ",
        "BLITAR. - ",
        "BLITAR, - ",
        "BLITAR.– ",
        "BLITAR │ B-news.id - ",
        "BLITAR｜B-news.id - ",
        "BLITAR ǀ B-news.id - ",
        "BLITAR > B-news.id - ",
        'BLITAR | "B-news.id" - ',
        "BLITAR | B-news.id － ",
        # on a line of its own
        "BLITAR | B-news.id -\n",
        "BLITAR | B-news.id - \n",
        "BLITAR | B-news.id –\n\n",
        "BLITAR, B-news.id\n",
    ],
    ids=written,
)
def test_a_dateline_comes_into_house_form(dateline: str) -> None:
    assert_becomes(HOUSE_FORM.replace(DATELINE, dateline))


@pytest.mark.parametrize(
    ("dateline", "place"),
    [
        ("WLINGI – ", "WLINGI"),
        ("Wlingi, B-news.id – ", "WLINGI"),
        ("KEDIRI - ", "KEDIRI"),
        ("Surabaya (B-news.id) — ", "SURABAYA"),
        ("PALANGKA RAYA | B-news.id – ", "PALANGKA RAYA"),
        ("Palangka  Raya, B-news.id - ", "PALANGKA RAYA"),
        ("PALANGKA  RAYA | B-news.id - ", "PALANGKA RAYA"),
        ("SANANKULON | B-news.id-", "SANANKULON"),
        ("KOTA MALANG, B-news.id - ", "MALANG"),
        ("Kawedusan, B-news.id – ", "KAWEDUSAN"),
        ("DESA TUGUREJO | B-NEWS.ID - ", "DESA TUGUREJO"),
    ],
)
def test_the_place_of_a_dateline_is_kept(dateline: str, place: str) -> None:
    assert_becomes(
        HOUSE_FORM.replace(DATELINE, dateline),
        HOUSE_FORM.replace(DATELINE, f"{place} | B-news.id - "),
    )


def test_a_dateline_stays_behind_a_headline_in_its_place() -> None:
    headline = "Petani Wates Mulai Panen Raya Padi"
    assert_becomes(
        headline + HOUSE_FORM.replace(DATELINE, "Blitar, B-news.id – "), headline + HOUSE_FORM
    )


def test_a_second_dateline_in_the_second_paragraph_goes() -> None:
    assert_becomes(HOUSE_FORM.replace(SECOND, "BLITAR, Kominfo – " + SECOND))
    assert_becomes(HOUSE_FORM.replace(SECOND, "BLITAR | B-news.id - " + SECOND))


def test_the_first_letter_behind_a_dateline_becomes_a_capital() -> None:
    assert_becomes(HOUSE_FORM.replace(DATELINE + "P", "BLITAR, B-news.id – p"))


# --- the source tag -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "tag",
    [
        # inside
        " (kmfkabblt / sun)",
        " (kmfkabblt/ sun)",
        " (kmfkabblt /sun)",
        " (kmfkabblt//sun)",
        " (kmfkabblt //sun)",
        " (kmfkabblt-sun)",
        " (kmfkabblt - sun)",
        " (kmfkabblt – sun)",
        " (kmfkabblt|sun)",
        " (kmfkabblt\\sun)",
        " (kmfkabblt,sun)",
        " (kmfkabblt, sun)",
        " (kmfkabblt:sun)",
        " (kmfkabblt;sun)",
        " (kmfkabblt.sun)",
        " (kmfkabblt_sun)",
        " (kmfkabblt⁄sun)",
        " (kmfkabblt/sun/)",
        " (kmf kabblt/sun)",
        " (kmfkab blt / sun)",
        " (sun/kmfkabblt)",
        " (Sun / KMFKABBLT)",
        " (kmf-kabblt/sun)",
        " (kmf.kabblt/sun)",
        " （kmfkabblt／sun）",
        # capitals
        " (KMFKABBLT/SUN)",
        " (Kmfkabblt/Sun)",
        " (KMFKABBLT/sun)",
        " (kmfkabblt/SUN)",
        " (KMFKABBLT / Sun).",
        # brackets
        " [kmfkabblt/sun]",
        " [ KMFKABBLT / SUN ]",
        " {kmfkabblt/sun}",
        " <kmfkabblt/sun>",
        " ( kmfkabblt/sun )",
        " ((kmfkabblt/sun))",
        " (kmfkabblt/sun",
        " kmfkabblt/sun)",
        " (kmfkabblt/sun]",
        " （kmfkabblt/sun）",
        " kmfkabblt/sun",
        " KMFKABBLT/SUN",
        # marks and spaces around it
        "(kmfkabblt/sun)",
        "  (kmfkabblt/sun)",
        "\t(kmfkabblt/sun)",
        "\u00a0(kmfkabblt/sun)",
        " (kmfkabblt/sun).",
        " (kmfkabblt/sun) .",
        " (kmfkabblt/sun),",
        " (kmfkabblt/sun);",
        " (kmfkabblt/sun)..",
        " (kmfkabblt/sun)-",
        " (kmfkabblt/sun) –",
        " (kmfkabblt/sun):",
        " (kmfkabblt/sun) ",
        " (kmfkabblt/sun)\u00a0",
        " (kmfkabblt/sun)\u200b",
        " (kmfkabblt/sun)*",
        " *(kmfkabblt/sun)*",
        " **(kmfkabblt/sun)**",
        " _(kmfkabblt/sun)_",
        " – (kmfkabblt/sun)",
        " - (kmfkabblt/sun)",
        " ~ (kmfkabblt/sun)",
        # on a line of its own
        "\n(kmfkabblt/sun)",
        "\n(KMFKABBLT/SUN).",
        "\n\n(kmfkabblt / sun)",
        "\n [kmfkabblt/sun]",
        "\n*(kmfkabblt/sun)*",
        "\nkmfkabblt/sun",
        "\nKMFKABBLT / SUN",
        "\n(kmfkabblt/sun)\n",
        "\n- (kmfkabblt/sun)",
        "\n• (KMFKABBLT/SUN)",
        # twice
        " (kmfkabblt/sun) (kmfkabblt/sun)",
        " (kmfkabblt/sun)(kmfkabblt/sun)",
        " (KMFKABBLT/SUN) (kmfkabblt/sun)",
        " (kmfkabblt/sun)\n(kmfkabblt/sun)",
        " (kmfkabblt/sun)\n(KMFKABBLT / SUN)",
        "\n(kmfkabblt/sun)\n(kmfkabblt/sun)",
    ],
    ids=written,
)
def test_a_source_tag_comes_into_house_form(tag: str) -> None:
    assert_becomes(HOUSE_FORM.replace(f" {TAG}", tag))


@pytest.mark.parametrize(
    "end", ["(kmfkabblt/sun)", " (kmfkabblt/sun)", " (kmfkabblt/sun).", "(kmfkabblt/sun) ."]
)
def test_the_full_stop_before_the_tag_is_put_in(end: str) -> None:
    assert_becomes(HOUSE_FORM.replace(f". {TAG}\n", f"{end}\n"))


UNTAGGED = HOUSE_FORM.replace(f" {TAG}", "")


@pytest.mark.parametrize(
    "text",
    [
        UNTAGGED.replace(SECOND, f"{SECOND} {TAG}"),
        UNTAGGED.replace(LEAD, f"{LEAD} {TAG}"),
        UNTAGGED.replace(SECOND, f"{SECOND}\n{TAG}"),
        UNTAGGED.replace(SECOND, f"{SECOND} (KMFKABBLT / SUN)."),
        UNTAGGED.replace(LINE, f"{LINE}\n{TAG}"),
        UNTAGGED.replace(CREDIT, f"{CREDIT}\n{TAG}"),
        UNTAGGED.replace(CREDIT, f"{CREDIT}\n\n[kmfkabblt/sun]."),
        f"\n{TAG}" + UNTAGGED,
        HOUSE_FORM.replace(SECOND, f"{SECOND} {TAG}"),
        HOUSE_FORM.replace(CREDIT, f"{CREDIT}\n{TAG}"),
    ],
    ids=written,
)
def test_a_tag_elsewhere_goes_to_the_end_of_the_last_paragraph(text: str) -> None:
    assert_becomes(text)


def test_a_tag_behind_speech_follows_its_closing_mark() -> None:
    spoken = '"Kami senang panen tahun ini baik," kata Camat Wates.'
    assert_becomes(
        HOUSE_FORM.replace(LAST, spoken).replace(f" {TAG}", "(KMFKABBLT/SUN)."),
        HOUSE_FORM.replace(LAST, spoken),
    )


# --- the editor credit ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "credit",
    [
        # the colon
        "Editor: Zainul Arifin",
        "Editor:Zainul Arifin",
        "Editor :Zainul Arifin",
        "Editor  :  Zainul Arifin",
        "Editor\u00a0: Zainul Arifin",
        "Editor\t:\tZainul Arifin",
        "Editor:\tZainul Arifin",
        "Editor ： Zainul Arifin",
        "Editor::Zainul Arifin",
        "Editor : : Zainul Arifin",
        "Editor.: Zainul Arifin",
        "Editor; Zainul Arifin",
        "Editor = Zainul Arifin",
        "Editor - Zainul Arifin",
        "Editor – Zainul Arifin",
        "Editor — Zainul Arifin",
        "Editor -- Zainul Arifin",
        "Editor/Zainul Arifin",
        "Editor|Zainul Arifin",
        "Editor | Zainul Arifin",
        "Editor. Zainul Arifin",
        "Editor, Zainul Arifin",
        "Editor > Zainul Arifin",
        "Editor >> Zainul Arifin",
        "Editor Zainul Arifin",
        "Editor oleh: Zainul Arifin",
        "Editor oleh Zainul Arifin",
        # capitals
        "EDITOR : Zainul Arifin",
        "EDITOR: ZAINUL ARIFIN",
        "EDITOR : ZAINUL ARIFIN",
        "editor : zainul arifin",
        "editor:zainul arifin",
        "Editor : zainul Arifin",
        # the label
        "Penyunting: Zainul Arifin",
        "Penyunting - Zainul Arifin",
        "PENYUNTING : ZAINUL ARIFIN",
        "Penyunting Zainul Arifin",
        "Redaktur : Zainul Arifin.",
        "REDAKTUR: Zainul Arifin",
        "Disunting oleh Zainul Arifin",
        "Disunting oleh: Zainul Arifin",
        "Editor Berita: Zainul Arifin",
        "Ed: Zainul Arifin",
        "Ed. Zainul Arifin",
        "ED : ZAINUL ARIFIN",
        # around it
        "  Editor : Zainul Arifin",
        "\tEditor : Zainul Arifin",
        "Editor : Zainul Arifin ",
        "Editor : Zainul Arifin\u00a0",
        "Editor : Zainul Arifin\u200b",
        "Editor : Zainul  Arifin",
        "Editor : Zainul\u00a0Arifin",
        "Editor : Zainul Arifin.",
        "Editor : Zainul Arifin,",
        "Editor : Zainul Arifin;",
        "Editor : Zainul Arifin..",
        "(Editor : Zainul Arifin)",
        "(Editor: Zainul Arifin).",
        "[Editor: Zainul Arifin]",
        "Editor : (Zainul Arifin)",
        'Editor : "Zainul Arifin"',
        "- Editor : Zainul Arifin",
        "– Editor : Zainul Arifin –",
        "• Editor: Zainul Arifin",
        "> Editor: Zainul Arifin",
        "*Editor : Zainul Arifin*",
        "*Editor:* Zainul Arifin",
        "**Editor :** Zainul Arifin",
        "_Editor: Zainul Arifin_",
        "*Editor* : *Zainul Arifin*",
        "**Editor** : **Zainul Arifin**",
        "__Editor__: Zainul Arifin",
        "Editor: *Zainul Arifin*",
        "Editor : ZAINUL ARIFIN, S.Sos.",
        "Editor : Zainul Arifin, S.Sos., M.Si.",
        # lines
        "\nEditor : Zainul Arifin",
        "\n\nEditor: Zainul Arifin\n\n",
        "Editor:\nZainul Arifin",
        "EDITOR :\nZAINUL ARIFIN",
        "Editor:\n\nZainul Arifin",
        "Editor : Zainul Arifin\nEditor : Zainul Arifin",
        "Editor: Zainul Arifin\nPenyunting : ZAINUL ARIFIN",
    ],
    ids=written,
)
def test_a_credit_comes_into_house_form(credit: str) -> None:
    assert_becomes(HOUSE_FORM.replace(CREDIT, credit))


UNCREDITED = HOUSE_FORM.replace(f"\n{CREDIT}", "")


@pytest.mark.parametrize(
    "text",
    [
        f"{UNCREDITED} {CREDIT}",
        f"{UNCREDITED} Editor: Zainul Arifin",
        f"{UNCREDITED}{CREDIT}",
        f"{UNCREDITED}. EDITOR: ZAINUL ARIFIN",
        f"\n{CREDIT}{UNCREDITED}",
        UNCREDITED.replace(SECOND, f"{CREDIT}\n{SECOND}"),
        UNCREDITED.replace(SECOND, f"Editor: Zainul Arifin\n{SECOND}"),
        UNCREDITED.replace(LINE, f"{CREDIT}\n{LINE}"),
        UNCREDITED.replace(f" {TAG}", f"\nEditor: Zainul Arifin\n{TAG}"),
        f"\nEditor: Zainul Arifin{HOUSE_FORM}",
    ],
    ids=written,
)
def test_a_credit_elsewhere_becomes_the_last_line(text: str) -> None:
    assert_becomes(text)


# --- related lines --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "opening",
    [
        # capitals and spaces
        "BACA JUGA: ",
        "BACA JUGA : ",
        "BACA JUGA :",
        "Baca Juga: ",
        "Baca Juga : ",
        "baca juga: ",
        "baca juga:",
        "Baca juga:",
        "Baca juga :",
        "Baca juga : ",
        "Baca juga\u00a0: ",
        "Baca juga:\u00a0",
        "Baca juga:  ",
        "Baca juga:\t",
        "Baca  juga: ",
        "Baca\u00a0juga: ",
        "Bacajuga: ",
        "Baca-juga: ",
        "  Baca juga: ",
        "\tBaca juga: ",
        "\u200bBaca juga: ",
        # the mark
        "Baca juga – ",
        "Baca juga - ",
        "Baca Juga — ",
        "Baca juga; ",
        "Baca juga, ",
        "Baca juga. ",
        "Baca juga.: ",
        "Baca juga:: ",
        "Baca juga : : ",
        "Baca juga： ",
        "BACA JUGA | ",
        "BACA JUGA > ",
        "BACA JUGA >> ",
        "BACA JUGA → ",
        "BACA JUGA » ",
        "BACA JUGA -> ",
        "BACA JUGA => ",
        "BACA JUGA ► ",
        "BACA JUGA 👉 ",
        "BACA JUGA ➡️ ",
        "Baca juga • ",
        "Baca juga ~ ",
        "[BACA JUGA] ",
        "(Baca juga) ",
        "Baca juga ",
        "BACA JUGA ",
        # the label
        "Baca pula: ",
        "Baca Pula : ",
        "Simak juga: ",
        "SIMAK JUGA : ",
        "Simak pula – ",
        "Lihat juga: ",
        "Berita Terkait: ",
        "BERITA TERKAIT : ",
        "Baca juga berita: ",
        "Baca juga artikel: ",
        # before it
        "- Baca juga: ",
        "– Baca juga: ",
        "• Baca juga: ",
        "* Baca juga: ",
        "→ Baca juga: ",
        ">> Baca juga: ",
        "» BACA JUGA: ",
        "👉 Baca juga: ",
        "👉🏽 BACA JUGA : ",
        "➡️ Baca juga: ",
        "📰 Baca juga: ",
        "*Baca juga:* ",
        "**Baca juga:** ",
        "**BACA JUGA** : ",
        "_Baca juga_: ",
        "1. Baca juga: ",
    ],
    ids=written,
)
def test_the_label_of_a_related_line_comes_into_house_form(opening: str) -> None:
    assert_becomes(HOUSE_FORM.replace("Baca juga: ", opening))


@pytest.mark.parametrize(
    "line",
    [
        "Baca juga: Pasar Garum Ramai Lagi.",
        "Baca juga: Pasar Garum Ramai Lagi ",
        "Baca juga: Pasar Garum Ramai Lagi .",
        "Baca juga: Pasar Garum Ramai Lagi\u00a0",
        "Baca juga:Pasar Garum Ramai Lagi.\u200b",
        "(Baca juga: Pasar Garum Ramai Lagi)",
        "(BACA JUGA: Pasar Garum Ramai Lagi).",
        "[Baca juga: Pasar Garum Ramai Lagi]",
        "*Baca juga: Pasar Garum Ramai Lagi*",
        "**Baca juga: Pasar Garum Ramai Lagi**",
        "**Baca juga: Pasar Garum Ramai Lagi.**",
        "_Baca juga: Pasar Garum Ramai Lagi_",
        "Baca juga: *Pasar Garum Ramai Lagi*",
        "Baca juga: **Pasar Garum Ramai Lagi**",
        "\nBaca juga: Pasar Garum Ramai Lagi\n",
        "\n\nBACA JUGA : Pasar Garum Ramai Lagi.\n\n",
    ],
    ids=written,
)
def test_a_related_line_comes_into_house_form(line: str) -> None:
    assert_becomes(HOUSE_FORM.replace(LINE, line))


@pytest.mark.parametrize(
    "title",
    [
        "Apa Itu Program Bedah Rumah?",
        "Wabup: “Jaga Kebersihan Pasar!”",
        "1.720 P3K Terima SK, Bupati: Layani Warga",
        "Pasar Garum (Bagian 2)",
        "Resiko Banjir di Kawasan Lodoyo Menurun",
        "5 Desa Terima ADD...",
        "jalan santai HUT ke-79 RI di Blitar",
    ],
)
def test_a_related_title_is_not_touched(title: str) -> None:
    assert_becomes(
        HOUSE_FORM.replace(LINE, f"BACA JUGA : {title}"),
        HOUSE_FORM.replace(LINE, f"Baca juga: {title}"),
    )


# --- everything at once ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        f"\n\nBlitar, B-news.id – {LEAD}\n\n{SECOND}\n\nBACA JUGA : Pasar Garum Ramai Lagi."
        f"\n\n{LAST}\n\n(KMFKABBLT / SUN)\n\nEDITOR: ZAINUL ARIFIN\n",
        f"\n*BLITAR* – {LEAD} \n{SECOND} \n*Baca juga:* Pasar Garum Ramai Lagi\n{LAST}"
        "[kmfkabblt/sun].\nPenyunting - Zainul Arifin",
        f"\nEditor: Zainul Arifin\nBLITAR (B-NEWS.ID) — {LEAD}\n{SECOND} (kmfkabblt/sun)\n"
        f"Simak juga – Pasar Garum Ramai Lagi\n{LAST}",
        f"\nB-news.id, BLITAR - p{LEAD[1:]}\n{SECOND}\n{LINE}\n{LAST}\n{CREDIT}\n(KMFKABBLT/SUN)",
        f"\nBLITAR | B-news.id -\n{LEAD}\n{SECOND}\n• BACA JUGA > Pasar Garum Ramai Lagi\n{LAST}"
        " (sun/kmfkabblt) Editor: Zainul Arifin",
    ],
    ids=["blank lines", "chat", "credit first", "tag last", "one line"],
)
def test_many_faults_together_come_into_house_form(text: str) -> None:
    assert_becomes(text)


# --- traps ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "lead",
    [
        "Blitar - Tulungagung macet total sejak Senin pagi.",
        "Blitar – Malang kini ditempuh dua jam.",
        "Blitar-Kediri terhubung jalan baru.",
        "BLITAR-KEDIRI terhubung jalan baru.",
        "Blitar: kota kecil dengan sejarah panjang.",
        "Blitar, kota kecil di Jawa Timur, merayakan hari jadi.",
        "Blitar (Jawa Timur) dikenal sebagai kota Proklamator.",
        "Blitar menjadi tuan rumah lomba - untuk kedua kalinya.",
        "Blitar dan Kediri - dua kota bertetangga - bekerja sama.",
        "Blitar, B-news.id menggelar pelatihan menulis bagi pelajar.",
        "B-news.id menggelar pelatihan menulis di Blitar - gratis.",
        "Malang nian nasib pedagang itu - dagangannya hanyut.",
        "Batu - batu besar menutup jalan desa.",
        "Solo dan duet dangdut - keduanya dilombakan.",
        "Pare - pare segar dijual murah di pasar tani.",
    ],
)
def test_what_only_looks_like_a_dateline_is_never_changed_unasked(lead: str) -> None:
    text = f"\n{lead}\n{LAST} {TAG}\n{CREDIT}"
    assert settled(text).release.text == text


@pytest.mark.parametrize(
    "last",
    [
        "Lomba itu diikuti lima puluh peserta (putra/putri)",
        "Lomba itu diikuti lima puluh peserta (putra/putri).",
        "Rapat membahas perubahan anggaran dasar dan anggaran rumah tangga (AD/ART).",
        "Warga diminta membawa kartu identitas (KTP/SIM).",
        "Pendaftaran dibuka bagi pelajar (SMA/SMK/MA).",
        "Kecepatan kendaraan dibatasi (40 km/jam).",
        "Peserta memilih satu jalur (daring/luring).",
        "Panen raya itu berlangsung siang/malam",
        "Warga dapat mendaftar sendiri dan/atau diwakili",
    ],
)
def test_what_only_looks_like_a_tag_is_never_changed_unasked(last: str) -> None:
    text = f"\n{DATELINE}{LEAD}\n{last}\n{CREDIT}"
    assert settled(text).release.text == text


@pytest.mark.parametrize(
    "line",
    [
        "Editor film itu memuji karya para pelajar Blitar.",
        "Editor video menyunting rekaman acara tersebut semalaman.",
        "Editor Senior B-news.id memberi materi menulis berita.",
        "Penyunting naskah itu berasal dari Blitar.",
        "Redaktur pelaksana hadir sebagai juri lomba menulis.",
        "Edaran itu berlaku mulai pekan depan.",
        "Disunting ulang, film itu kembali diputar di alun-alun.",
        "Baca juga buku itu di perpustakaan daerah.",
        "Baca pula catatan panitia sebelum mendaftar.",
        "Lihat juga kondisi jembatan yang rusak itu.",
        "Simak juga penampilan musik dari para pelajar.",
        "Berita terkait harga beras itu dibantah kepala dinas.",
        "Narahubung panitia menjawab pertanyaan warga dengan sabar.",
        "Nomor antrean dibagikan sejak pagi.",
        "Dinas Pertanian menyiapkan pupuk bersubsidi.",
        "Rilis tersebut menyebutkan panen berjalan lancar.",
        "Sumber air di desa itu tidak pernah kering.",
        "Jalan Merdeka ditutup selama acara berlangsung.",
        "Penulis buku itu lahir di Blitar.",
        "Foto kegiatan itu dipajang di balai desa.",
        "Hal itu disampaikan camat di hadapan para petani.",
        "Perihal bantuan pupuk dibahas pekan depan.",
        "WA grup warga dipakai untuk menyebarkan jadwal ronda.",
        "Hormat kami untuk para petani, kata camat.",
    ],
)
def test_clean_copy_in_the_middle_comes_out_unchanged(line: str) -> None:
    text = HOUSE_FORM.replace(SECOND, line)
    after = settled(text)
    assert after.release.text == text
    frame = ("dateline", "related", "source-tag", "credit", "release-leftover", "blank-lines")
    assert [p.rule for p in after.remaining if p.rule.startswith(frame)] == []


@pytest.mark.parametrize(
    "dateline",
    [
        "BLITAR | Radar Blitar - ",
        "BLITAR – Humas Polres – ",
        "BLITAR - Kominfo - ",
        "BLITAR, KOMPAS.com - ",
        "BLITAR (Antara) – ",
        "BLITAR | B-new.id - ",
        "BLITAR | blitarkab.go.id – ",
        "BLITAR: Radar - ",
    ],
)
def test_another_site_or_office_in_a_dateline_is_offered_not_taken_into_the_copy(
    dateline: str,
) -> None:
    text = HOUSE_FORM.replace(DATELINE, dateline)
    after = settled(text)
    assert after.release.text == text
    assert "dateline-format" in {p.rule for p in after.remaining}


@pytest.mark.parametrize(
    "line",
    [
        '"Baca juga": Pasar Garum Ramai Lagi',
        "“Baca juga”: Pasar Garum Ramai Lagi",
        "'Baca juga': Pasar Garum Ramai Lagi",
        "«BACA JUGA» : Pasar Garum Ramai Lagi",
    ],
)
def test_marks_around_a_label_never_get_into_the_title(line: str) -> None:
    text = HOUSE_FORM.replace(LINE, line)
    assert settled(text).release.text in {text, HOUSE_FORM}


def test_an_address_that_opens_the_lead_gets_no_capital() -> None:
    text = HOUSE_FORM.replace(LEAD, f"blitarkab.go.id diretas. {LEAD}")
    assert settled(text).release.text == text


def test_a_hyphen_without_spaces_behind_a_place_is_only_offered() -> None:
    text = HOUSE_FORM.replace(DATELINE, "BLITAR-")
    after = settled(text)
    assert after.release.text == text
    assert [p.rule for p in after.remaining if p.rule == "dateline-format"] == ["dateline-format"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (HOUSE_FORM.replace(DATELINE, "BLITAR, 12 November 2024 - "), "dateline-format"),
        (HOUSE_FORM.replace(DATELINE, ""), "dateline-missing"),
        (UNTAGGED, "source-tag-missing"),
        (UNCREDITED, "credit-missing"),
        (HOUSE_FORM.replace(TAG, f"(Humas) {TAG}"), "source-tag-duplicate"),
        (HOUSE_FORM.replace(CREDIT, "Editor : Sari\n" + CREDIT), "credit-not-last"),
        (HOUSE_FORM.replace(LINE, "Baca juga:"), "related-empty"),
        (HOUSE_FORM.replace(f"{LINE}\n", "").replace(TAG, f"{TAG}\n{LINE}"), "related-position"),
        (f"\nSIARAN PERS{HOUSE_FORM}", "release-leftover"),
        (f"{HOUSE_FORM}\nNarahubung: Rina (0812-3456-7890)", "release-leftover"),
    ],
)
def test_what_an_editor_must_decide_is_found_and_offered_but_not_done(text: str, rule: str) -> None:
    before = checker().check(Release(text))
    found = [p for p in before if p.rule == rule]
    assert found
    assert found[0].fixes
    assert all(p.safe_fix is None for p in found)


def test_only_what_the_sender_must_answer_is_left_of_a_bare_release() -> None:
    after = settled(f"\n{LEAD}\n{SECOND}\n{LAST}")
    assert {p.rule for p in after.remaining} >= {
        "dateline-missing",
        "source-tag-missing",
        "credit-missing",
    }
    assert after.rounds == 0
