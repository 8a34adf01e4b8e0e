"""What hangs on a page beside its text: links, fields, remarks, files, pictures, scripts."""

from __future__ import annotations

import hashlib
import zlib

import pytest

from bnews_desk.errors import ReadError
from bnews_desk.importers.pdf import pictures, read_pdf
from tests.importers.pdf.pdf_kit import TOP, Piece, down, file_of, read, stream, words

JPEG = b"\xff\xd8\xff\xe0" + bytes(40) + b"\xff\xd9"
IMAGE = "/Type /XObject /Subtype /Image /Width 50000 /Height 50000 /ColorSpace /DeviceRGB"
PAINT = b"q 200 0 0 100 72 600 cm /Im0 Do Q\n"


def annotation(entries: str, box: str = "70 755 140 775") -> dict[int, str]:
    return {0: f"/Annots [<< /Type /Annot /Rect [{box}] {entries} >>]"}


def test_a_link_comes_in_over_its_words() -> None:
    to = annotation("/Subtype /Link /A << /S /URI /URI (https://blitar.example/rilis) >>")
    release = read([Piece("laman dinas", y=TOP), Piece("lain", x=300)], extra=to).release
    assert [(release.text[m.start : m.end], m.target) for m in release.marks] == [
        ("laman dinas", "https://blitar.example/rilis")
    ]


def test_a_link_over_two_lines_is_one() -> None:
    to = annotation(
        "/Subtype /Link /A << /S /URI /URI (https://blitar.example) >>", "60 700 500 790"
    )
    imported = read(down(["laman dinas", "kabupaten"]), extra=to)
    (mark,) = imported.release.marks
    assert imported.release.text[mark.start : mark.end] == "laman dinas kabupaten"
    assert imported.receipt.entry("link").carried == 1  # type: ignore[union-attr]


@pytest.mark.parametrize("action", ["/S /URI /URI (file:///etc/passwd)", "/S /Launch /F (a.exe)"])
def test_a_link_to_a_file_is_none(action: str) -> None:
    imported = read([Piece("laman")], extra=annotation(f"/Subtype /Link /A << {action} >>"))
    assert imported.release.text == "\nlaman"
    assert imported.release.marks == ()


def test_a_filled_field_is_read_where_it_stands() -> None:
    field = annotation("/Subtype /Widget /FT /Tx /T (nama) /V (Sulastri)", "120 755 220 775")
    imported = read([Piece("Nama:"), *down(["Alamat: Krisik"], y=700)], extra=field)
    assert imported.release.text == "\nNama: Sulastri\nAlamat: Krisik"
    assert imported.receipt.entry("content-control").carried == 1  # type: ignore[union-attr]


def test_a_remark_is_counted_with_its_words() -> None:
    note = annotation("/Subtype /Text /Contents (cek lagi)")
    assert words(read([Piece("Satu.")], extra=note), "comment") == ("cek lagi",)


def test_files_and_scripts_inside_are_counted_and_left_alone() -> None:
    names = (
        "/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (daftar.xls) /UF"
        " (daftar.xls) /EF << /F 10 0 R >> >>] >> /JavaScript << /Names [(b) << /S /JavaScript"
        " /JS (app.alert\\(1\\)) >>] >> >> /OpenAction << /S /JavaScript /JS (app.alert\\(2\\)) >>"
    )
    imported = read([Piece("Satu.")], catalog=names, objects=[stream(b"isi")])
    assert imported.release.text == "\nSatu."
    assert words(imported, "embedded-file") == ("daftar.xls",)
    assert imported.receipt.entry("script").left_out == 1  # type: ignore[union-attr]


def test_a_jpeg_comes_in_below_the_text_that_it_stands_under() -> None:
    image = stream(JPEG, IMAGE + " /BitsPerComponent 8 /Filter /DCTDecode")
    text = [*down(["Satu."]), *down(["Dua."], y=500)]
    imported = read(text, objects=[image], before=PAINT)
    (photo,) = imported.release.photos
    assert photo.anchor == 1
    assert photo.digest == hashlib.sha256(JPEG).hexdigest()
    assert imported.pictures == {photo.digest: JPEG}


def bare(width: int, height: int, pixels: bytes, colours: str = "RGB", bits: int = 8) -> bytes:
    """A picture that is kept as its pixels."""
    return stream(
        zlib.compress(pixels),
        f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace"
        f" /Device{colours} /BitsPerComponent {bits} /Filter /FlateDecode",
    )


def unpacked(png: bytes) -> tuple[int, int, int, bytes]:
    """Width, height, kind of colour and rows of a PNG file whose rows are not filtered."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    pieces = {}
    at = 8
    while at < len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        kind, data = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        assert int.from_bytes(png[at + 8 + length : at + 12 + length], "big") == zlib.crc32(
            kind + data
        )
        pieces[kind] = data
        at += 12 + length
    head = pieces[b"IHDR"]
    assert b"IEND" in pieces
    width, height = (int.from_bytes(head[i : i + 4], "big") for i in (0, 4))
    assert head[8:] == bytes((8, head[9], 0, 0, 0))
    return width, height, head[9], zlib.decompress(pieces[b"IDAT"])


def test_a_picture_kept_as_pixels_comes_in_as_png() -> None:
    red, green, blue = b"\xff\0\0", b"\0\xff\0", b"\0\0\xff"
    image = bare(3, 2, red + green + blue + blue + red + green)
    imported = read(down(["Satu."]), objects=[image], before=PAINT)
    (photo,) = imported.release.photos
    assert photo.name == "foto.png"
    assert unpacked(imported.pictures[photo.digest]) == (
        3, 2, 2, b"\0" + red + green + blue + b"\0" + blue + red + green
    )  # fmt: skip


@pytest.mark.parametrize(
    ("image", "shades"),
    [
        (bare(2, 2, b"\x10\x80\xf0\xff", "Gray"), b"\x10\x80\xf0\xff"),
        (bare(2, 2, b"\x40\x80", "Gray", bits=1), b"\0\xff\xff\0"),
    ],
    ids=["grey", "black and white"],
)
def test_one_without_colours_comes_in_too(image: bytes, shades: bytes) -> None:
    imported = read(down(["Satu."]), objects=[image], before=PAINT)
    (photo,) = imported.release.photos
    width, height, colours, rows = unpacked(imported.pictures[photo.digest])
    step = 3 if colours else 1
    length = 1 + width * step
    assert (width, height) == (2, 2)
    assert b"".join(rows[at + 1 : at + length : step] for at in (0, length)) == shades


def test_a_coat_of_arms_and_what_is_too_large_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    image = bare(2, 2, bytes(12))
    small = b"q 60 0 0 60 72 600 cm /Im0 Do Q\n"
    entry = read(down(["Satu."]), objects=[image], before=small).receipt.entry("image")
    assert entry is not None
    assert entry[1:4] == (1, 0, 1)
    monkeypatch.setattr(pictures, "MAX_PIXELS", 6)
    entry = read(down(["Satu."]), objects=[image], before=PAINT * 2).receipt.entry("image")
    assert entry is not None
    assert entry[1:4] == (2, 1, 1)


def test_a_picture_that_says_it_is_huge_is_counted_and_not_unpacked() -> None:
    image = stream(b"x", IMAGE + " /BitsPerComponent 8 /Filter /FlateDecode")
    entry = read([Piece("Satu.")], objects=[image], before=PAINT).receipt.entry("image")
    assert entry is not None
    assert (entry.carried, entry.left_out) == (0, 1)


def test_a_page_without_text_among_others_is_told() -> None:
    image = stream(JPEG, IMAGE + " /BitsPerComponent 8 /Filter /DCTDecode")
    imported = read(down(["Satu."]), [], objects=[image], before=PAINT)
    assert words(imported, "scanned-page") == ("Halaman 2",)


def test_a_locked_file_is_told() -> None:
    lock = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{0}> /U <{0}> >> /ID [<00> <00>]"
    parts = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [] /Count 0 >>"}
    with pytest.raises(ReadError) as caught:
        read_pdf(file_of(parts, lock.format("ab" * 32)))
    assert caught.value.kind == "encrypted"
