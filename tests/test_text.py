"""Plain text as a newsroom sees it."""

from __future__ import annotations

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bnews_desk.text import (
    Paragraph,
    Span,
    badly_marked_speech,
    fold,
    keep_case,
    links,
    merge_spans,
    paragraphs,
    quotations,
    sentences,
    word_spans,
    word_texts,
    words,
)

ANY_TEXT = st.text(st.characters() | st.sampled_from("\"“”'.?! \n\u00a0\ud800"), max_size=120)
NO_DEADLINE = settings(deadline=None)


def test_spans_overlap_only_where_they_share_a_code_point() -> None:
    assert Span(2, 5).overlaps((4, 9))
    assert Span(2, 5).overlaps((3, 4))
    assert not Span(2, 5).overlaps((5, 9))
    assert not Span(2, 5).overlaps((0, 2))


def test_a_span_covers_what_lies_wholly_inside() -> None:
    assert Span(2, 5).covers((2, 5))
    assert Span(2, 5).covers((3, 3))
    assert not Span(2, 5).covers((1, 4))
    assert not Span(2, 5).covers((4, 6))


def test_a_span_counts_code_points_also_behind_an_emoji() -> None:
    assert Span(2, 7).within("🎉 pasar") == "pasar"


def test_paragraphs_are_numbered_and_placed() -> None:
    assert list(paragraphs("Judul\n\nIsi")) == [
        Paragraph(0, 0, "Judul"),
        Paragraph(1, 6, ""),
        Paragraph(2, 7, "Isi"),
    ]


@NO_DEADLINE
@given(ANY_TEXT)
def test_paragraphs_joined_are_the_text_and_lie_where_they_say(text: str) -> None:
    found = list(paragraphs(text))
    assert "\n".join(p.text for p in found) == text
    assert all(text[p.start : p.end] == p.text for p in found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("anak-anak Jum'at di-PHK P3K", ["anak-anak", "Jum'at", "di-PHK", "P3K"]),
        ("Jum’at Nu’man", ["Jum’at", "Nu’man"]),
        ("1.720 orang", ["1", "720", "orang"]),
        ("(putra/putri)", ["putra", "putri"]),
        ("snake_case", ["snake", "case"]),
        ("-- ' “”", []),
        ("الخير café", ["الخير", "café"]),
        ("akhir-", ["akhir"]),
        ("12th_3", ["12th", "3"]),
    ],
)
def test_words_are_runs_of_letters_and_digits(text: str, found: list[str]) -> None:
    assert [word.text for word in words(text)] == found


def test_words_between_two_positions_count_from_the_whole_text() -> None:
    found = words("BLITAR - Pasar RAMAI sekali", 9, 20)
    assert [(w.start, w.end, w.folded) for w in found] == [(9, 14, "pasar"), (15, 20, "ramai")]


def test_some_words_lie_where_all_of_them_do() -> None:
    text = "Pasar ramai, di Jum'at\u00a0anak-anak 🎉 datang."
    every = words(text)
    assert word_texts(text) == [word.text for word in every]
    for first in range(len(every) + 1):
        assert word_spans(text, first, 2) == tuple(Span(*w[:2]) for w in every[first : first + 2])


@pytest.mark.parametrize(
    "link",
    [
        "https://b-news.id/pasar?x=1",
        "www.blitarkab.go.id",
        "humas@blitarkab.go.id",
        "#BlitarBangkit",
        "@kominfo.blitar",
        "b-news.id",
        "blitarkab.go.id/berita",
        "undangan_rapat.docx",
        "foto-1.jpeg",
    ],
)
def test_addresses_hashtags_accounts_and_file_names_are_links(link: str) -> None:
    text = f"Lihat {link} sekarang"
    assert [span.within(text) for span in links(text)] == [link]


@pytest.mark.parametrize(
    "text",
    [
        "Pasar dibuka.Warga senang",
        "Rp1.500.000 per bulan",
        "Drs. Idris hadir",
        "pukul 08.30 WIB",
        "S.Sos.",
        "nomor #",
        "dan/atau",
    ],
)
def test_copy_is_no_link(text: str) -> None:
    assert links(text) == ()


@pytest.mark.parametrize(
    "parts",
    [
        ["Pasar dibuka.", "Warga senang."],
        ["Siapa tahu?", "Semua tahu!", "Benar…", "Ya."],
        ["Drs. Idris hadir.", "Ia pulang."],
        ["KH. A.H. Zaini memimpin doa.", "Warga mengamini."],
        ["Acara dihadiri Budi, S.H.", "Warga senang."],
        ["H. M. Rizal hadir.", "Ia pulang."],
        ["Hadir pula Budi, M. Rizal, dan Sari.", "Mereka pulang."],
        ["Jl. Merdeka No. 5 ditutup.", "Warga memutar."],
        ["Acara berlangsung s.d. Kamis.", "Esoknya libur."],
        ["Pengamat Budi, S.H., M.H. bicara."],
        ['Ia berkata, "Kami siap."', "Warga senang."],
        ['"Kami siap!" katanya.', "Ia pulang."],
        ["Harga naik 1.500 rupiah.", "Warga mengeluh."],
        ["Pasar dibuka (pukul 7.)", "Warga datang."],
        ["Total 12 orang.", "12 orang itu pulang."],
        ["Tanpa titik di akhir"],
        ["Polisi menangkap pria berinisial A.", "Korban berinisial B.", "Warga lega."],
        ["Buah itu kaya vitamin C.", "Warga suka."],
    ],
)
def test_sentences_end_where_a_reader_would_stop(parts: list[str]) -> None:
    text = " ".join(parts)
    assert [span.within(text) for span in sentences(text)] == parts


def test_white_space_around_and_between_belongs_to_no_sentence() -> None:
    text = "  Pasar dibuka. \u00a0 Warga senang.  "
    assert [span.within(text) for span in sentences(text)] == ["Pasar dibuka.", "Warga senang."]
    assert sentences("   ") == ()


@pytest.mark.parametrize("gap", [" \u200e", "\u200e ", " \u200b\u2060"])
def test_a_character_nobody_sees_hides_no_end_of_a_sentence(gap: str) -> None:
    text = f"Harga naik.{gap}Warga tetap membeli beras."
    assert [len(span.within(text).split()) for span in sentences(text)] == [2, 4]
    assert len(sentences(f"Harga beras Rp1.000.{gap}dan gula.")) == 1
    assert len(sentences(f"Harga naik.{gap} \u200b Warga tetap membeli beras.")) == 2


@NO_DEADLINE
@given(ANY_TEXT)
def test_sentences_leave_out_nothing_but_white_space(text: str) -> None:
    found = sentences(text)
    assert "".join("".join(span.within(text).split()) for span in found) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('Ia berkata, "Kami siap."', ['"Kami siap."']),
        ("“Kami siap,” katanya. “Ayo!”", ["“Kami siap,”", "“Ayo!”"]),
        ("„Kami siap“", ["„Kami siap“"]),
        ("«Kami siap»", ["«Kami siap»"]),
        ('“Kami siap" katanya', ['“Kami siap"']),
        ("“Kami siap. “Ayo berangkat,” katanya.", ["“Ayo berangkat,”"]),
        ('"Kami siap” katanya"', ['"Kami siap”']),
        ('Layar 15" dan 17" rusak', []),
        ('Ia berkata, "Kami siap', []),
        ("Kami siap” katanya", []),
        ('"a" "b"', ['"a"', '"b"']),
    ],
)
def test_quotation_marks_pair(text: str, found: list[str]) -> None:
    assert [text[q.start : q.end] for q in quotations(text)] == found


def test_more_than_three_words_are_speech() -> None:
    spoken, title = quotations('"Kami siap melayani warga" dan "Blitar Kawentar"')
    assert spoken.is_speech
    assert not title.is_speech
    assert spoken.interior == Span(1, 25)


@NO_DEADLINE
@given(ANY_TEXT)
def test_quotations_never_nest_or_overlap(text: str) -> None:
    found = quotations(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(q.end - q.start >= 2 for q in found)


def test_folding_forgets_case_and_runs_of_white_space() -> None:
    assert fold("  Pasar \u00a0 WLINGI\n") == "pasar wlingi"
    assert fold("Pasar-Wlingi") != fold("Pasar Wlingi")


@pytest.mark.parametrize(
    ("text", "replacement", "kept"),
    [
        ("resiko", "risiko", "risiko"),
        ("Resiko", "risiko", "Risiko"),
        ("RESIKO", "risiko", "RISIKO"),
        ("jum'at", "Jumat", "Jumat"),
        ("JUM'AT", "Jumat", "JUMAT"),
        ("A", "ia", "Ia"),
        ("123", "angka", "angka"),
        ("", "kata", "kata"),
    ],
)
def test_a_replacement_takes_the_case_of_what_stood_there(
    text: str, replacement: str, kept: str
) -> None:
    assert keep_case(text, replacement) == kept


# --- speech between other marks -------------------------------------------------------------


@pytest.mark.parametrize(
    "speech",
    [
        "'Kami siap membantu warga,'",
        "''Kami siap membantu warga,''",
        "‘Kami siap membantu warga,’",
        "``Kami siap membantu warga,''",
        ',,Kami siap membantu warga,"',
        "'Salat Jum'at kami mulai siang,'",
    ],
)
def test_speech_between_odd_marks_is_found(speech: str) -> None:
    text = f"Rina berkata {speech} lalu pergi."
    assert [span.within(text) for span in badly_marked_speech(text)] == [speech]


def test_speech_that_was_never_opened_is_found() -> None:
    text = 'Kami siap membantu warga," ujar Rina.'
    assert [span.within(text) for span in badly_marked_speech(text)] == [
        'Kami siap membantu warga,"'
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Salat Jum'at di masjid Al-Ma'ruf dan Qur'an.",
        "Program 'Kota Patria' itu ramai.",
        '"Kami siap membantu warga," ujar Rina.',
        "Padi, jagung,, dan kedelai dipanen.",
    ],
)
def test_apostrophes_and_words_set_apart_are_no_speech(text: str) -> None:
    assert badly_marked_speech(text) == ()


def test_merged_spans_are_in_order_and_apart() -> None:
    spans = [Span(8, 12), Span(0, 3), Span(2, 5), Span(5, 6), Span(9, 10)]
    assert merge_spans(spans) == (Span(0, 5), Span(5, 6), Span(8, 12))


def test_a_comma_between_an_address_and_a_word_is_none_of_the_address() -> None:
    text = "Di https://b-news.id/a,Warga dan www.b-news.id,warga atau b-news.id/x,12 itu."
    assert [span.within(text) for span in links(text)] == [
        "https://b-news.id/a",
        "www.b-news.id",
        "b-news.id/x,12",
    ]


@pytest.mark.parametrize("piece", [",,a ", "'a ", "''a'", "`a", "Kami. ", "http://a,b", '."'])
def test_hostile_lines_take_linear_time(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    started = process_time()
    badly_marked_speech(text)
    links(text)
    assert process_time() - started < 5
