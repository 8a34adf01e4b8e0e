"""Furniture of a press release, and sentences that only begin like it."""

from __future__ import annotations

import pytest

from bnews_desk.frame.furniture.leftover_lines import (
    continues_closing,
    continues_letterhead,
    emoji_spans,
    is_closing,
    is_furniture,
    is_headline_like,
    is_staff_number,
    phone_spans,
)


@pytest.mark.parametrize(
    "line",
    [
        "SIARAN PERS",
        "*SIARAN PERS*",
        "Siaran Pers Nomor 480/12/2024",
        "PRESS RELEASE",
        "RILIS PERS: Panen Raya",
        "Untuk segera disiarkan",
        "Untuk disiarkan segera",
        "UNTUK DISIARKAN pada Rabu (13/11/2024)",
        "For Immediate Release",
        "Nomor : 480/17/409.110/2024",
        "No. 12/SP/XI/2024",
        "Lampiran: 1 berkas",
        "Perihal : Undangan peliputan",
        "Kepada Yth. Rekan-rekan media",
        "di - Tempat",
        "Dengan hormat,",
        "Assalamu'alaikum Wr. Wb.",
        "PEMERINTAH KABUPATEN BLITAR",
        "KEPOLISIAN RESOR BLITAR KOTA",
        "Blitar, 12 November 2024",
        "12 November 2024",
        "Telp. (0342) 801201",
        "E-mail: humas@blitarkab.go.id",
        "Jl. Kusuma Bangsa 60 Kanigoro Telp. 801201",
        "Hormat kami,",
        "Narahubung: Rina 081234567890",
        "Contact Person: Rina",
        "CP: 0812 3456 7890",
        "Sumber: Kominfo",
        "Penulis: Rina",
        "NIP. 19700101 199503 1 001",
        "***",
        "# # #",
        "-selesai-",
        "Demikian siaran pers ini kami sampaikan untuk dapat disiarkan oleh rekan-rekan media di"
        " seluruh wilayah Kabupaten Blitar dan sekitarnya.",
        "Foto kegiatan terlampir",
        "#Blitar #PanenRaya, #Wates",
        "Terima kasih rekan-rekan media",
        "Terima kasih.",
        "Terima kasih atas perhatian dan kerja samanya",
        "Salam, Humas Pemkab",
        "Salam hangat",
        "From: humas@blitarkab.go.id",
        "To: redaksi@b-news.id",
        "Cc: camat@blitarkab.go.id",
        "Subject: Panen raya",
        "Date: Tue, 12 Nov 2024 10:00",
        "Dari: Humas",
        "Kepada: Redaksi",
        "Subjek: Panen raya",
        "Oleh: Rina",
        "Pewarta: Rina / Editor: Zainul Arifin",
        "--",
        "(0812-3456-7890)",
    ],
)
def test_this_line_is_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Dalam siaran pers yang diterima redaksi, panen disebut lancar.",
        "Siaran pers itu dibacakan camat di hadapan petani.",
        "Rilis tersebut menyebutkan panen lancar.",
        "Nomor antrean dibagikan sejak pagi.",
        "Nomor 12 menjadi nomor undian yang keluar.",
        "Narahubung panitia menjawab pertanyaan warga.",
        "Hormat kami sampaikan kepada para petani.",
        "Sumber air di desa itu tidak pernah kering.",
        "Penulis buku itu lahir di Blitar.",
        "Foto kegiatan itu dipajang di balai desa.",
        "Jalan Merdeka ditutup selama acara.",
        "WA grup warga dipakai untuk jadwal ronda.",
        "Hal itu disampaikan camat.",
        "Pemerintah Kabupaten Blitar membangun lumbung.",
        "Pada 12 November 2024 panen dimulai.",
        "Blitar, 12 November 2024 menjadi hari bersejarah.",
        "Demikian pula petani di Ponggok.",
        "Telepon genggam warga hilang.",
        "Lampiran undang-undang itu memuat daftar desa.",
        "Email resmi desa itu diretas.",
        "Terima kasih atas bantuan itu disampaikan camat kepada seluruh petani di wilayah Wates.",
        'Terima kasih rekan media," kata camat.',
        "Salam itu dibalas para petani.",
        "Salam, kata camat sambil menyalami satu per satu petani yang hadir di balai desa Wates.",
        "#PanenRaya menjadi tagar terpopuler.",
        "Dari sawah itu padi dibawa ke lumbung.",
        "Kepada petani camat berpesan.",
        "Pewarta foto memotret panen raya.",
    ],
)
def test_this_line_is_copy(line: str) -> None:
    assert not is_furniture(line)


def test_offices_go_on_a_letterhead() -> None:
    assert continues_letterhead("DINAS KOMUNIKASI, INFORMATIKA, STATISTIK DAN PERSANDIAN")
    assert continues_letterhead("Jl. Kusuma Bangsa 60 Kanigoro")
    assert not continues_letterhead("DINAS itu membangun lumbung.")


def test_a_headline_is_short_and_ends_as_no_sentence_does() -> None:
    assert is_headline_like("Petani Wates Panen Raya")
    assert not is_headline_like("Petani Wates memulai panen raya.")
    assert not is_headline_like("Syaratnya:")
    assert not is_headline_like("padi " * 21)


def test_a_closing_block_is_short_lines_that_are_no_sentences() -> None:
    assert is_closing("Narahubung:")
    assert continues_closing("Rina Wulandari")
    assert not continues_closing("Rina Wulandari menutup acara.")
    assert not continues_closing("")
    assert not continues_closing("x" * 61)


def test_a_staff_number_is_known_by_its_label_and_digit() -> None:
    assert is_staff_number("NIP: 19700101")
    assert not is_staff_number("NIP pegawai itu tercatat.")


@pytest.mark.parametrize(
    "number", ["081234567890", "0812-3456-7890", "0812 3456 7890", "+62 812-3456-7890"]
)
def test_a_mobile_number_is_found(number: str) -> None:
    text = f"Hubungi Rina, {number}, sebelum Rabu."
    assert [span.within(text) for span in phone_spans(text)] == [number]


@pytest.mark.parametrize(
    "text", ["Rp1.081.234.567", "pukul 08.00 sampai 12.00", "NIP 19700101 199503 1 001", "08123"]
)
def test_other_digits_are_no_phone_number(text: str) -> None:
    assert phone_spans(text) == []


@pytest.mark.parametrize("one", ["🎉", "👉🏽", "➡️", "☀️", "👨‍👩‍👧", "🇮🇩"])
def test_joined_emoji_are_one(one: str) -> None:
    text = f"Panen {one} raya"
    assert [span.within(text) for span in emoji_spans(text)] == [one]


@pytest.mark.parametrize("text", ["Panen raya", "café – “ya”…", "مرحبا", "4 × 4 m², ±5 °C, №"])
def test_signs_of_copy_are_no_emoji(text: str) -> None:
    assert emoji_spans(text) == []
