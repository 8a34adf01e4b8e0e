"""More of what senders and editors write around a release, each time in a whole release.

What house form can be made of surely is made, and the copy's words stay as they were.
"""

from __future__ import annotations

import pytest
from test_frame_variants import settled, written

DATELINE = "BLITAR | B-news.id - "
LEAD = (
    "Pemerintah Kabupaten Blitar membuka sekolah lapang kopi bagi 120 petani muda di Balai Desa"
    " Sumberurip, Kecamatan Doko, Rabu (13/11/2024)."
)
SECOND = (
    "Camat Doko Ratna Puspitasari, S.Sos., M.Si., menyebut kopi lereng selatan sudah dikirim ke"
    ' empat kota. "Petani kita tidak boleh berhenti di panen. Mereka harus bisa menyangrai'
    ' sendiri," ujarnya.'
)
TITLE = "Kopi Lereng Kelud: Dari Ladang ke Kedai"
THIRD = (
    "Setiap kelompok menerima dua mesin sangrai senilai Rp37,5 juta dan pendampingan selama enam"
    " bulan, mulai Desember 2024 hingga Mei 2025."
)
LAST = "Pendaftaran gelombang kedua dibuka sampai 30 November 2024 melalui laman blitarkab.go.id."
TAG = "(kmfkabblt/sun)"
CREDIT = "Editor : Zainul Arifin"
RELATED = f"Baca juga: {TITLE}"
HOUSE_FORM = f"\n{DATELINE}{LEAD}\n{SECOND}\n{RELATED}\n{THIRD}\n{LAST} {TAG}\n{CREDIT}"


def assert_comes_into_house_form(text: str) -> None:
    after = settled(text)
    assert after.release.text == HOUSE_FORM
    assert after.remaining == ()


@pytest.mark.parametrize(
    "dateline",
    [
        "Blitar | B-News.Id \u2014 ",
        "BLITAR|B\u2013news.id \u2013 ",
        "BLITAR -B-news.id- ",
        "BLITAR | B-news.id ~ ",
        "BLITAR | B-news.id \u2022 ",
        "BLITAR | B-news.id = ",
        "BLITAR | B-news.id _ ",
        "BLITAR| B - News . id \u2013 ",
        "BLITAR | B-news.id / ",
        "BLITAR | (B-news.id) - ",
        "[BLITAR] | [B-news.id] - ",
        "BLITAR, (B-News.id) \u2013 ",
        "\u201cBLITAR | B-news.id\u201d - ",
        "BLITAR | B-newsid - ",
        "BLITAR | Bnewsid - ",
        "BLITAR | B-news.id.- ",
        "BLITAR \u2016 B-news.id - ",
        "BLITAR | B-news.id -\u2009",
        "\u202aBLITAR | B-news.id - ",
        "***BLITAR | B-news.id*** \u2013 ",
        "\u2022 BLITAR | B-news.id - ",
        "BLITAR \\ B-news.id - ",
        "BLITAR | B-news.id:-",
        "BLITAR | B-news.id :- ",
        "BLITAR | B-news.id \u2013 \u2013 ",
        "BLITAR | B-news.id \u2500 ",
        "BLITAR | B-news.id \u2e3a ",
        "BLITAR | B-news.id \u2796 ",
        "BLITAR | B-news.id\n- ",
        "BLITAR | B-news.id\n",
        "KAB. BLITAR (B-news.id) \u2013 ",
        "Kabupaten Blitar \u2013 ",
        "kabupaten blitar, b-news.id \u2013 ",
        "KOTA BLITAR (B-NEWS) --",
        "BLITAR |B-NEWS.ID|",
        "BLITAR -- B-news.id -- ",
        "BLITAR - B-news.id: ",
        "BLITAR <B-news.id> - ",
        "BLITAR {B-news.id} - ",
        "BLITAR \xabB-news.id\xbb \u2013 ",
        "BLITAR | B-news.id \u2012 ",
        "BLITAR \u2013 (B-news.id) \u2013 ",
        "# BLITAR | B-news.id - ",
        "BLITAR\u2003|\u2003B-news.id\u2003\u2013\u2003",
        "BLITAR | B\xadnews.id - ",
        "BLITAR | B-news\u200b.id - ",
        "BLITAR  B-news.id \u2013 ",
        "`BLITAR | B-news.id` - ",
        "__BLITAR | B-news.id__ - ",
        "BLITAR* | B-news.id - ",
        "BLITAR | B.news.id - ",
        "BLITAR | b-news.ID \u2013 ",
        "BLITAR | B-news.id \u2013 \u200b",
        "BLITAR | HTTPS://B-NEWS.ID \u2013 ",
        "BLITAR | www.b-news.id/ - ",
        "BLITAR | @B-news.id - ",
        "BLITAR| B- news.id - ",
        "BLITAR | B -news.id - ",
        "BLITAR | (B-news.id)-",
        "BLITAR\\| B-news.id - ",
        "BLITAR | B-news.id \u2013 BLITAR: ",
        "BLITAR | B-news.id - B-news.id - ",
        "BLITAR | B-news.id - Blitar, B-news.id \u2013 ",
        "BLITAR | B-news.id - B-news.id, Blitar \u2013 ",
    ],
    ids=written,
)
def test_a_further_dateline_comes_into_house_form(dateline: str) -> None:
    assert_comes_into_house_form(HOUSE_FORM.replace(DATELINE, dateline))


@pytest.mark.parametrize(
    "tag",
    [
        " (kmfkabblt/ sun )",
        " (kmfkabblt /  sun)",
        " ( KmfKabBlt/Sun )",
        " (*kmfkabblt/sun*)",
        " (**kmfkabblt/sun**)",
        " *(kmfkabblt/sun)*.",
        " '(kmfkabblt/sun)'",
        " \u201c(kmfkabblt/sun)\u201d",
        " \u2014 (kmfkabblt/sun)",
        " (kmfkabblt/\u200bsun)",
        " (kmf\xadkabblt/sun)",
        " (kmfkabblt\u2215sun)",
        " (kmfkabblt&sun)",
        " (kmfkabblt+sun)",
        " (kmfkabblt sun)",
        " (kmfkabblt/sun.)",
        " (kmfkabblt./sun.)",
        " (kmfkabblt/sun) (kmfkabblt/sun) (kmfkabblt/sun)",
        "\n\t(kmfkabblt/sun)",
        "\n> (kmfkabblt/sun)",
        "\n\u2013 kmfkabblt/sun \u2013",
        "\n*** (kmfkabblt/sun) ***",
        "\n\n\n(Kmfkabblt / Sun) \n\n",
        " | (kmfkabblt/sun)",
        " \u2022 (kmfkabblt/sun)",
        " // (kmfkabblt/sun)",
        " (kmfkabblt/sun)\u2026",
        " (kmfkabblt/sun)!",
        " (kmfkabblt / sun )..",
        "(KMFKABBLT\\SUN)",
        "(kmfkabblt\u2014sun)",
        "\n(KMFKABBLT\u2014SUN)",
        "\nKmfkabblt/Sun.",
        " [ kmfkabblt | sun ].",
        " (kmfkabblt~sun)",
        " (kmfkabblt\xb7sun)",
        " (kmfkabblt\u2022sun)",
        " (kmfkabblt/sun)#",
        "\n[KMFKABBLT/SUN]\n[KMFKABBLT/SUN]",
        "\n\u200b(kmfkabblt/sun)",
        " (kmfkabblt/sun)\ufeff",
        " (kmfkabblt/sun) \u2014",
    ],
    ids=written,
)
def test_a_further_tag_comes_into_house_form(tag: str) -> None:
    assert_comes_into_house_form(HOUSE_FORM.replace(f" {TAG}", tag))


@pytest.mark.parametrize(
    "credit",
    [
        "Editor : Zainul Arifin\t",
        "Editor \ufe55 Zainul Arifin",
        "Editor \u2236 Zainul Arifin",
        "EDITOR \u2013 ZAINUL ARIFIN.",
        "Editor -> Zainul Arifin",
        "Editor \u2192 Zainul Arifin",
        "Editor \xbb Zainul Arifin",
        "Editor ~ Zainul Arifin",
        "Editor \u2022 Zainul Arifin",
        "Editor: Zainul Arifin \u270d\ufe0f",
        "\u270d\ufe0f Editor: Zainul Arifin",
        "E d i t o r : Zainul Arifin",
        "Diedit oleh : Zainul Arifin",
        "Disunting: Zainul Arifin",
        "Redaktur \u2013 ZAINUL ARIFIN",
        "Editor Naskah - Zainul Arifin",
        "EDITOR BERITA : ZAINUL ARIFIN",
        "Editor : zainul ARIFIN",
        "Editor : Zainul arifin",
        "Editor : 'Zainul Arifin'",
        "\xabEditor : Zainul Arifin\xbb",
        "Editor : Zainul Arifin (B-news.id)",
        "Editor : Zainul Arifin - B-news.id",
        "Editor: Zainul Arifin / B-news.id",
        "_*Editor:* Zainul Arifin_",
        "***Editor : Zainul Arifin***",
        "Editor .: Zainul Arifin",
        "Editor .. Zainul Arifin",
        "Editor \u2026\u2026 : Zainul Arifin",
        "Editor:  ZAINUL   ARIFIN  .",
        "--- Editor : Zainul Arifin",
        "\u2022\xa0EDITOR\xa0:\xa0ZAINUL\xa0ARIFIN",
        "{Editor: Zainul Arifin}",
        "(Editor - Zainul Arifin)",
        "<Editor: Zainul Arifin>",
        "Editor : Zainul Arifin, ST",
        "Editor:- Zainul Arifin",
        "Editor -: Zainul Arifin",
        "Editor :- Zainul Arifin",
        "Editor\u2003:\u2003Zainul Arifin",
        "(Penyunting: Zainul Arifin)",
        "penyunting zainul arifin",
        "Penyunting : Zainul Arifin, S.Pd.",
        "Editor :\tZAINUL ARIFIN\n\n\n",
        "Editor: Zainul Arifin #",
    ],
    ids=written,
)
def test_a_further_credit_comes_into_house_form(credit: str) -> None:
    assert_comes_into_house_form(HOUSE_FORM.replace(CREDIT, credit))


@pytest.mark.parametrize(
    "opening",
    [
        "*BACA JUGA* : ",
        "**Baca juga : **",
        "_Baca Juga_ \u2013 ",
        "***Baca juga:*** ",
        "[BACA JUGA] : ",
        "(BACA JUGA): ",
        "{Baca juga}: ",
        "BACA JUGA \u25b6 ",
        "\u25b6 BACA JUGA: ",
        "\u25fc Baca juga: ",
        "\u2705 Baca juga: ",
        "\U0001f517 Baca juga: ",
        "Simak Juga > ",
        "LIHAT JUGA >> ",
        "Artikel Terkait: ",
        "Baca Lainnya : ",
        "BACA  JUGA  :  ",
        "BACA JUGA/ ",
        "Baca juga = ",
        "Baca Juga \u2013 \u2013 ",
        "baca Juga :",
        "BacaJuga: ",
        "BACAJUGA : ",
        "Baca_juga: ",
        "\u2022\xa0BACA\xa0JUGA\xa0: ",
        "Baca juga:\u200b",
        "Baca juga :- ",
        "Baca juga \xbb ",
        "Baca Juga Berita Lainnya: ",
        "\U0001f534 BACA JUGA: ",
        "\u261e Baca juga: ",
        "# Baca juga: ",
        "Baca pula \u2013 ",
        "Simak pula: ",
        "# BACA JUGA : ",
        "Baca juga\u21d2 ",
        "Baca juga \u279c ",
        "Baca juga |",
        "*Baca juga :",
        "BACA JUGA \u2014",
    ],
    ids=written,
)
def test_a_further_label_of_a_related_line_comes_into_house_form(opening: str) -> None:
    assert_comes_into_house_form(HOUSE_FORM.replace("Baca juga: ", opening))


@pytest.mark.parametrize(
    "line",
    [
        f"BACA JUGA : {TITLE} .",
        f"BACA JUGA: {TITLE},",
        f"Baca juga: {TITLE};",
        f"=== Baca juga: {TITLE} ===",
        f"--- Baca juga: {TITLE} ---",
        f"Baca juga: {TITLE} -",
        f"Baca juga: {TITLE} \u00bb",
        f">>> BACA JUGA: {TITLE} <<<",
        f"|| BACA JUGA || {TITLE}",
        f"(Baca juga: {TITLE})",
        f"**BACA JUGA: {TITLE}**",
    ],
)
def test_the_marks_around_a_related_line_go(line: str) -> None:
    assert_comes_into_house_form(HOUSE_FORM.replace(RELATED, line))
