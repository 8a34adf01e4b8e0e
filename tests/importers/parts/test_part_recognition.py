"""Where the parts of a release begin and end, and texts of no shape at all."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bnews_desk.frame.furniture.part_kind import PartKind
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.importers.parts.part_recognition import recognise_parts
from bnews_desk.release import Release

READER = FrameReader(load_style_sheet()[0])
LEAD = "Warga Desa Tegalasri memanen padi di sawah milik desa, Senin (4/3/2024)."
MORE = "Panen itu dua kali lebih banyak daripada musim yang lalu, kata kepala desa."
PIECES = (
    "PEMERINTAH KABUPATEN BLITAR", "SIARAN PERS", "Nomor: 12/SP/2024", "Kepada Yth.", "Tembusan:",
    "1. Arsip", "Foto:", "Hormat kami,", "Narahubung: Rina", "0812-0000-0000", "", " ", "***", LEAD,
    "BLITAR –", "Terima kasih.", "Blitar, 4 Maret 2024", "Warga Panen Padi", "\u200b", "🙏",
    "—" * 50,
)  # fmt: skip


def parts_of(*lines: str, headline: str = "") -> list[tuple[str, str]]:
    release = Release.of(headline, lines)
    texts = release.text.split("\n")
    found = recognise_parts(release, READER)
    return [(p.kind.value, " / ".join(texts[n] for n in p.paragraphs)) for p in found.parts]


def kind_of(line: str, *, below: bool) -> str:
    """What a line is told to be above the headline, or below the copy."""
    above = ("", "Warga Panen Padi Lebih Awal", "", LEAD, "", MORE)
    lines = (*above[1:], "", line) if below else (line, *above)
    return next(kind for kind, text in parts_of(*lines) if line in text)


def test_an_empty_release_has_no_parts() -> None:
    assert recognise_parts(Release(), READER) == ((), None)
    assert not recognise_parts(Release(), READER).needs_decision


def test_a_clean_release_is_headline_and_body() -> None:
    release = Release.of("Warga Panen Padi", [LEAD, MORE])
    found = recognise_parts(release, READER)
    assert [(part.kind, part.paragraphs) for part in found.parts] == [
        (PartKind.HEADLINE, (0,)),
        (PartKind.BODY, (1, 2)),
    ]
    assert not found.needs_decision


def test_the_house_frame_is_body() -> None:
    frame = ("BLITAR | B-news.id - " + LEAD, "Baca juga: Warga Tanam Padi", MORE + " (kmf/sun)")
    assert parts_of(*frame, "Editor : Zainul Arifin") == [
        ("body", " / ".join((*frame, "Editor : Zainul Arifin")))
    ]


def test_a_headline_over_two_lines_is_one_part() -> None:
    lines = ("SIARAN PERS", "", "Warga Tegalasri Panen Padi,", "Hasilnya Naik Dua Kali", "", LEAD)
    assert parts_of(*lines)[1] == (
        "headline",
        "Warga Tegalasri Panen Padi, / Hasilnya Naik Dua Kali",
    )


def test_a_release_without_a_headline_has_none() -> None:
    lines = ("PEMERINTAH KABUPATEN BLITAR", "DINAS PERTANIAN", "SIARAN PERS", "", LEAD, MORE)
    assert [kind for kind, _ in parts_of(*lines)] == ["letterhead", "release-mark", "body"]


def test_an_office_that_does_something_is_a_headline() -> None:
    lines = ("PEMERINTAH KOTA BLITAR", "", "DINAS PERTANIAN SALURKAN PUPUK KEPADA WARGA", "", LEAD)
    assert parts_of(*lines)[1] == ("headline", "DINAS PERTANIAN SALURKAN PUPUK KEPADA WARGA")


@pytest.mark.parametrize("line", ["Humas Polres Blitar", "RSUD NGUDI SEHAT"])
def test_a_sender_taken_for_the_headline_is_none(line: str) -> None:
    found = parts_of("SIARAN PERS", "", "Warga Panen Padi Lebih Awal", "", LEAD, headline=line)
    assert ("letterhead", line) in found
    assert ("headline", "Warga Panen Padi Lebih Awal") in found


def test_a_headline_that_the_importer_lifted_stays_one() -> None:
    lines = ("PEMERINTAH KOTA BLITAR", "DINAS KESEHATAN", "SIARAN PERS", LEAD)
    assert parts_of(*lines, headline="Warga Antre Periksa Mata")[0][0] == "headline"


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("Blitar, 4 Maret 2024 – " + LEAD, "Blitar, 4 Maret 2024 – "),
        ("WLINGI (4/3) – " + LEAD, "WLINGI (4/3) – "),
        ("*KOTA BLITAR* — " + LEAD, "*KOTA BLITAR* — "),
        ("Srengat - " + LEAD, "Srengat - "),
        ("DOKO, " + LEAD, "DOKO, "),
        ("Blitar, 4 Maret 2024. " + LEAD, "Blitar, 4 Maret 2024. "),
        *(
            (opening + LEAD, opening)
            for opening in (
                "BLITAR KAB – ",
                "Malang, jatim.kpu.go.id - ",
                "Pasangkayu; ",
                "Diskominfostaper Fakfak – ",
                "KabarNTB, Sumbawa – ",
                "InfoPublik, Ponorogo - ",
                "Kota Batu—",
                "MC KAB. BLITAR – ",
                "(Bojonegoro, 12/08/2025) ",
                "WONOSOBO. ",
            )
        ),
    ],
)
def test_the_senders_dateline_is_found(line: str, dateline: str) -> None:
    release = Release.of("Warga Panen Padi", [line, MORE])
    found = recognise_parts(release, READER).dateline
    assert found is not None
    assert found.within(release.text) == dateline


def test_a_dateline_alone_is_a_part_of_the_copy() -> None:
    assert parts_of("Warga Panen Padi Lagi", "", "BLITAR –", LEAD)[1] == ("dateline", "BLITAR –")
    assert PartKind.DATELINE.is_copy


def test_a_lead_without_one_has_no_dateline() -> None:
    assert recognise_parts(Release.of("Warga Panen Padi", [LEAD]), READER).dateline is None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("UNTUK SEGERA DISIARKAN", "release-mark"),
        ("Dapat disiarkan segera", "release-mark"),
        ("PEMBERITAHUAN UNTUK MEDIA", "release-mark"),
        ("Embargo: 4 Maret 2024 pukul 12.00", "release-mark"),
        ("No. 12/SP/III/2024", "release-number"),
        ("Senin, 4 Maret 2024", "release-date"),
        ("Perihal: Siaran Pers", "addressee"),
        ("Subject: Panen padi", "addressee"),
        ("Selamat pagi rekan media, mohon dibantu publikasinya", "greeting"),
        ("Kak redaksi, ini rilis kami semoga berkenan memuat ya", "greeting"),
        ("Lampiran : 1 berkas", "attachment-list"),
    ],
)
def test_lines_above_the_headline(line: str, kind: str) -> None:
    assert kind_of(line, below=False) == kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Demikian siaran pers ini kami sampaikan, atas perhatiannya terima kasih.", "greeting"),
        ("Hormat kami,", "signature"),
        ("(Humas Pemkab Blitar)", "signature"),
        ("Kepala Dinas Pertanian", "signature"),
        ("NIP. 19700101 199503 1 001", "signature"),
        ("Narahubung: Rina", "contact"),
        ("redaksi@desa.example.id", "contact"),
        ("Tembusan: Bupati Blitar", "carbon-copy"),
        ("Foto: warga memanen padi", "caption"),
        ("Keterangan gambar: warga memanen padi", "caption"),
        ("#PanenRaya #Blitar", "page-mark"),
        ("Halaman 2 dari 2", "page-mark"),
        ("Dikirim dari ponsel saya", "page-mark"),
    ],
)
def test_lines_below_the_copy(line: str, kind: str) -> None:
    assert kind_of(line, below=True) == kind


@pytest.mark.parametrize(
    "line",
    [
        "Nomor antrean dibagikan sejak pagi kepada seluruh warga yang datang.",
        "Foto itu dipajang di balai desa supaya dapat dilihat oleh semua warga.",
        "“Terima kasih kami sampaikan kepada rekan media,” kata kepala desa.",
        "Senin, 4 Maret 2024",
        "Juara I: Desa Tegalasri",
        "Kepala desa pulang.",
    ],
)
def test_lines_within_the_copy_are_body(line: str) -> None:
    assert parts_of(LEAD, line, MORE) == [("body", f"{LEAD} / {line} / {MORE}")]


def test_a_letterhead_again_on_the_next_page_is_page_furniture() -> None:
    top = "PEMERINTAH KABUPATEN BLITAR"
    lines = (top, "SIARAN PERS", "", "Warga Panen Padi Lagi", "", LEAD, top, MORE)
    assert parts_of(*lines)[-2] == ("page-mark", top)


def test_a_list_of_copies_goes_on_until_something_else_begins() -> None:
    lines = (LEAD, "", "Tembusan:", "1. Bupati Blitar;", "2. Arsip.", "", "Narahubung: Rina")
    assert parts_of(*lines)[1:] == [
        ("carbon-copy", "Tembusan: / 1. Bupati Blitar; / 2. Arsip."),
        ("contact", "Narahubung: Rina"),
    ]


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (("Yang kami sertakan:", "- Foto pentas", "- Jadwal"), "attachment-list"),
        (("Lebih lanjut:", "Rina, 0812-0000-0304"), "contact"),
    ],
)
def test_a_label_below_the_copy_is_told_by_what_stands_under_it(
    lines: tuple[str, ...], kind: str
) -> None:
    assert parts_of(LEAD, "", *lines)[1:] == [(kind, " / ".join(lines))]


@pytest.mark.parametrize(
    "line",
    [
        "PEMERINTAH KOTA BLITAR GELAR PASAR MURAH DI ALUN-ALUN",
        "KEJAKSAAN NEGERI BLITAR MUSNAHKAN BARANG BUKTI",
        "BPS: INFLASI KOTA BLITAR 0,2 PERSEN",
    ],
)
def test_a_headline_in_capitals_may_open_with_its_authority(line: str) -> None:
    assert ("headline", line) in parts_of("SIARAN PERS", "", line, "", LEAD)


def test_a_letters_opening_above_a_headline_in_capitals_is_said_to_the_newsroom() -> None:
    opening = "Merujuk pembicaraan kita kemarin, inilah naskah yang saya janjikan."
    lines = ("Yth. Redaksi B-news", "", opening, "", "WARGA TEGALASRI PANEN PADI", "", LEAD)
    assert ("greeting", opening) in parts_of(*lines)
    assert ("headline", "WARGA TEGALASRI PANEN PADI") in parts_of(*lines)


@pytest.mark.parametrize("line", ["B/123/IX/HUM.1.1/2024/Humas", "SP 31/KDR/VIII/2024"])
def test_a_number_needs_no_label(line: str) -> None:
    assert kind_of(line, below=False) == "release-number"


def test_a_credit_in_brackets_closes_a_caption() -> None:
    assert kind_of("Petani memanen padi di Tegalasri (Foto: Humas)", below=True) == "caption"


def test_names_of_ministries_that_look_like_deeds_are_letterheads() -> None:
    name = "KEMENTERIAN DESA DAN PEMBANGUNAN DAERAH TERTINGGAL"
    assert parts_of(name, "SIARAN PERS", "", "Warga Panen Padi", "", LEAD)[0] == (
        "letterhead",
        name,
    )


def test_a_list_is_enclosed_where_it_lists_pictures_and_papers() -> None:
    enclosed = ("Yang kami sertakan:", "- Foto panen", "- Tabel hasil (PDF)")
    asked = ("Yang perlu dibawa:", "- Cangkul", "- Caping")
    assert ("attachment-list", " / ".join(enclosed)) in parts_of(LEAD, MORE, "", *enclosed)
    assert parts_of(LEAD, MORE, *asked) == [("body", " / ".join((LEAD, MORE, *asked)))]


def test_names_above_a_telephone_number_are_contact() -> None:
    lines = ("Rina Kusuma", "Staf Humas", "0812-0000-0000")
    assert parts_of(LEAD, MORE, "", *lines)[1:] == [("contact", " / ".join(lines))]


def test_what_a_sender_says_of_itself_below_its_contact_is_body() -> None:
    about = (
        "Tentang Kelompok Tani",
        "Kelompok ini berdiri pada 1998 dan menanam padi di tiga desa.",
    )
    found = parts_of(LEAD, MORE, "", "Narahubung: Rina", "0812-0000-0000", "", *about)
    assert found[-1] == ("body", " / ".join(about))


def test_the_line_between_those_addressed_and_the_copy_is_the_headline() -> None:
    lines = ("Kepada Yth.", "Redaksi B-news", "Petani Tua Singgahi Sawah Muda", LEAD, MORE)
    assert parts_of(*lines)[1] == ("headline", "Petani Tua Singgahi Sawah Muda")


def test_a_list_ends_where_its_marks_end() -> None:
    enclosed, contact = (
        ("Lampiran:", "- Foto panen"),
        ("Untuk wawancara:", "Rina", "0812-0000-0000"),
    )
    found = parts_of(LEAD, MORE, *enclosed, *contact)
    assert found[1:] == [
        ("attachment-list", " / ".join(enclosed)),
        ("contact", " / ".join(contact)),
    ]


def test_who_signs_off_above_a_telephone_number_signs() -> None:
    found = parts_of(LEAD, MORE, "", "Salam hangat,", "", "Rina Kusuma", "0812-0000-0000")
    assert ("signature", "Rina Kusuma") in found


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Bila ada pertanyaan silakan hubungi kami.", "greeting"),
        ("Bila ada pertanyaan silakan hubungi kami di 0812-0000-0000.", "contact"),
        ("### Selesai ###", "page-mark"),
        ("Diterbitkan oleh: Tim Humas", "signature"),
        ("-oo0oo-", "page-mark"),
        ("Foto dapat dilihat di https://foto.example.id/panen", "attachment-list"),
    ],
)
def test_offers_of_more_are_told_by_what_they_give(line: str, kind: str) -> None:
    assert kind_of(line, below=True) == kind


@settings(deadline=None)
@given(st.lists(st.one_of(st.text(max_size=80), st.sampled_from(PIECES)), max_size=15))
def test_whatever_comes_every_line_with_words_is_in_exactly_one_part(lines: list[str]) -> None:
    release = Release.of("", "\n".join(lines).split("\n"))
    found = recognise_parts(release, READER)
    numbers = [number for part in found.parts for number in part.paragraphs]
    assert numbers == [n for n, line in enumerate(release.text.split("\n")) if line.strip()]
    assert all(0 < part.sureness <= 1 for part in found.parts)
    assert recognise_parts(release, READER) == found


@pytest.mark.parametrize(
    "line",
    [
        "a" * 300_000,
        "1 " * 150_000,
        "a.b@" * 60_000,
        "Telp. 0812" + "-0" * 100_000,
        "SIARAN PERS " * 20_000,
        "\n".join(["Tembusan: a"] * 20_000),
        "\n".join(["DINAS"] * 20_000),
    ],
)
def test_hostile_texts_take_time_in_proportion(line: str) -> None:
    start = time.process_time()
    recognise_parts(Release("\n" + line), READER)
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    "line",
    [
        "Surel ini bersifat rahasia dan hanya untuk penerima yang dituju.",
        "Hak cipta © 2025 Dinas Kominfo Kabupaten Blitar. Isi boleh dikutip dengan sumbernya.",
        "[SELESAI]",
        "_mohon disebarluaskan_",
    ],
)
def test_what_mail_programs_and_senders_put_below_everything_is_no_copy(line: str) -> None:
    assert kind_of(line, below=True) == "page-mark"


@pytest.mark.parametrize(
    "line",
    [
        "Hak cipta atas motif batik itu kini dipegang paguyuban perajin Desa Tegalasri.",
        "Pesan ini disampaikan bupati kepada seluruh camat saat apel pagi di pendopo.",
        "Semoga panen berikutnya lebih baik, kata ketua kelompok tani menutup acara itu.",
    ],
)
def test_copy_that_begins_like_them_stays_copy(line: str) -> None:
    assert kind_of(line, below=True) == "body"


def test_the_newsrooms_own_name_below_those_addressed_begins_no_copy() -> None:
    lines = ("Kepada Yth.", "Redaktur Daerah B-news.id", "di Tempat", "Warga Panen Padi Lebih Awal")
    assert parts_of(*lines, LEAD)[:2] == [
        ("addressee", " / ".join(lines[:3])),
        ("headline", lines[3]),
    ]


def test_names_above_a_caption_sign_the_release() -> None:
    lines = ("Kepala Desa,", "Sutrisno", "Keterangan foto:", LEAD)
    assert parts_of("Warga Panen Padi Lebih Awal", LEAD, MORE, *lines)[2:] == [
        ("signature", "Kepala Desa, / Sutrisno"),
        ("caption", " / ".join(lines[2:])),
    ]
