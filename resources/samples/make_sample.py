"""Makes ``rilis-contoh.docx``: a fictional release with the faults that real ones have.

Run it after a change here: ``python resources/samples/make_sample.py``.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm

TARGET = Path(__file__).with_name("rilis-contoh.docx")
MADE = (2025, 8, 18, 8, 0, 0)

HEADLINE = "Festival Layang-Layang Pantai Serang Diikuti Peserta Dari Sebelas Daerah"
COPY = (
    "Blitar, B-news.id – Festival layang-layang kembali di gelar di Pantai Serang, Kecamatan"
    " Panggungrejo, Kabupaten Blitar, pada Senin (17/8/2025). Sebanyak 132 peserta dari sebelas"
    " daerah memperebutkan hadiah senilai Rp. 45.000.000,-.",
    "Kepala Dinas Kebudayaan dan Pariwisata, Drs Bambang Sutrisno, M.Si, mengatakan festival itu"
    " mempertemukan perajin layang-layang antar daerah. Dimana tahun lalu, peserta hanya datang"
    " dari empat kabupaten.",
    "BACA JUGA : Nelayan Pantai Serang Lepas Ratusan Tukik.",
    "“Kami ingin pantai ini dikenal karena budayanya , bukan hanya pemandangannya”, ujar Bambang.",
    "Penilaian meliputi bentuk,warna, dan ketahanan terbang. Resiko tali putus di atasi dengan"
    " membagi lapangan menjadi tiga zona terbang.",
)
INSERTED = "Panitia menutup pendaftaran pada bulan Juli."
DELETED = "Pendaftaran dibuka lewat WA panitia."
BOXED = "Lomba utama berlangsung dua hari dan disaksikan wisatawan yang datang sejak pagi."
CLOSING = (
    "Salah satu peserta, Suyatno, membawa layang-layang naga sepanjang dua puluh meter. Ia"
    " membutuhkan waktu tiga bulan untuk membuatnya (KMFKABBLT / Sun)."
)
CREDIT = "EDITOR :zainul arifin"


def picture() -> bytes:
    """A small PNG: a kite over a sea, drawn in code."""
    width, height = 320, 200
    rows = []
    for y in range(height):
        row = bytearray(b"\0")
        for x in range(width):
            sky = (150 + y // 3, 190 + y // 5, 235)
            sea = (40, 110 + (x + y) % 16, 150)
            is_kite = abs(x - 210) + abs(y - 70) * 3 // 2 < 42
            row += bytes((214, 72, 50) if is_kite else sky if y < 140 else sea)
        rows.append(bytes(row))
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        + _chunk(b"IDAT", zlib.compress(b"".join(rows), 9))
        + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def make() -> bytes:
    """The bytes of the sample; the same at every call."""
    document = Document()
    document.core_properties.author = "Humas Disbudpar"
    section = document.sections[0]
    section.header.paragraphs[0].text = "Dinas Kebudayaan dan Pariwisata Kabupaten Blitar"
    section.footer.paragraphs[0].text = "Halaman 1"
    document.add_paragraph("SIARAN PERS")
    document.add_paragraph("Nomor: 556/310/409.110/2025")
    document.add_heading(HEADLINE, level=1)
    for text in COPY:
        paragraph = document.add_paragraph()
        opening, _, rest = text.partition(" – ")
        if rest:
            paragraph.add_run(opening + " – ").bold = True
        paragraph.add_run(rest or text)
    photo = document.add_paragraph().add_run().add_picture(io.BytesIO(picture()), width=Cm(9))
    photo._inline.docPr.set("descr", "Layang-layang merah di atas laut Pantai Serang")
    _add_changes(document.add_paragraph("Peserta termuda berusia sembilan tahun. "))
    _add_box(document.add_paragraph())
    document.add_paragraph(CLOSING)
    document.add_paragraph(CREDIT)
    document.add_paragraph("Narahubung: Wahyu (0812-3400-5678)")
    return _settled(document)


def _add_changes(paragraph: object) -> None:
    for tag, inner, text in (("ins", "t", INSERTED), ("del", "delText", DELETED)):
        paragraph._p.append(  # type: ignore[attr-defined]
            parse_xml(
                f'<w:{tag} {nsdecls("w")} w:id="1" w:author="Humas" w:date="2025-08-18T08:00:00Z">'
                f'<w:r><w:{inner} xml:space="preserve">{text}</w:{inner}></w:r></w:{tag}>'
            )
        )


def _add_box(paragraph: object) -> None:
    paragraph._p.append(  # type: ignore[attr-defined]
        parse_xml(
            f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict>'
            '<v:shape style="width:300pt;height:40pt"><v:textbox><w:txbxContent><w:p><w:r>'
            f"<w:t>{BOXED}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        )
    )


def _settled(document: object) -> bytes:
    """The document's bytes with fixed times, so that making it again changes nothing."""
    raw = io.BytesIO()
    document.save(raw)  # type: ignore[attr-defined]
    settled = io.BytesIO()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(settled, "w") as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, MADE)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, source.read(name))
    return settled.getvalue()


if __name__ == "__main__":
    TARGET.write_bytes(make())
