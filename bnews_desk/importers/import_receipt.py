"""Builds the receipt of an imported file from its lines, with the note for each kind of entry."""

from __future__ import annotations

from collections.abc import Iterable

from bnews_desk.importers.imported_line import ImportedLine
from bnews_desk.receipt import Receipt, ReceiptBuilder
from bnews_desk.release import Release

NOTES = {
    "insertion": "Sisipan dari lacak perubahan ikut dibawa, seolah-olah sudah diterima.",
    "deletion": "Hapusan dari lacak perubahan tidak dibawa, seolah-olah sudah diterima.",
    "move": "Teks yang dipindahkan (lacak perubahan) hanya dibawa di tempatnya yang baru.",
    "text-box": "Isi kotak teks ditaruh sesudah paragraf tempat kotak itu menempel.",
    "diagram": "Tulisan dalam diagram ditaruh sesudah paragrafnya; periksa urutannya.",
    "footnote": "Catatan kaki ditaruh di akhir naskah; nomornya ditulis [1], [2], … di teks.",
    "endnote": "Catatan akhir ditaruh di akhir naskah; nomornya ditulis [1], [2], … di teks.",
    "comment": "Komentar di tepi halaman tidak dibawa ke naskah.",
    "header": "Kepala halaman tidak dibawa ke naskah.",
    "footer": "Kaki halaman tidak dibawa ke naskah.",
    "table": "Tabel dibawa sebagai baris teks, satu baris tabel satu paragraf; periksa susunannya.",
    "list": "Tanda dan nomor daftar ditulis sebagai teks di awal paragraf.",
    "image": "Foto berupa tautan, hilang, rusak, atau sekecil lambang tidak dibawa; minta fotonya.",
    "link": "Tautan ke berkas komputer pengirim atau alamat tak lazim tidak dibawa.",
    "field": "Bidang otomatis (tanggal, nomor halaman, rujukan) dibawa sebagai teks yang tampil.",
    "content-control": "Isi kotak isian formulir dibawa sebagai teks biasa.",
    "hidden-text": "Teks tersembunyi tidak dibawa ke naskah.",
    "macro": "Berkas memuat makro; makro tidak dijalankan dan tidak dibawa.",
    "object": "Objek sisipan (grafik, lembar kerja, diagram) tidak dibawa.",
    "embedded-file": "Berkas lain yang disisipkan ke dalam dokumen tidak terbaca; buka di Word.",
    "equation": "Rumus dibawa sebagai deretan huruf tanpa susunannya; periksa penulisannya.",
    "symbol": "Simbol dari huruf khusus diganti karakter yang sepadan, bila ada.",
    "chat-stamp": "Waktu dan nama pengirim percakapan tidak dibawa ke naskah.",
    "chat-media": "Gambar atau berkas percakapan tidak ikut; minta berkasnya.",
    "chat-notice": "Pemberitahuan WhatsApp tidak dibawa ke naskah.",
    "chat-mark": "Tanda WhatsApp (*tebal*, _miring_, ~coret~) dihapus dari teks; hurufnya tetap.",
    "forward-mark": "Tanda pesan terusan tidak dibawa ke naskah.",
    "front-matter": "Isian di atas naskah (judul berkas, penulis, tanggal) tidak dibawa.",
    "page-furniture": "Menu, iklan, dan bagian lain di luar artikel tidak dibawa ke naskah.",
    "repeated-line": "Nomor halaman, kepala, dan kaki yang berulang tidak dibawa ke naskah.",
    "hyphenation": "Kata yang terpenggal di ujung baris disambung kembali.",
    "crosswise-text": "Tulisan yang miring atau tegak (cap, tanda air) tidak dibawa ke naskah.",
    "unreadable-character": "Sebagian huruf PDF ini tidak dikenali; bandingkan dengan aslinya.",
    "script": "Berkas memuat skrip; skrip tidak dijalankan dan tidak dibawa.",
    "scanned-page": "Sebagian halaman hanya berupa gambar pindaian tanpa teks; bacalah sendiri.",
    "damaged-page": "Sebagian halaman rusak sehingga tidak terbaca; minta berkasnya lagi.",
    "form-control": "Tombol dan isian formulir halaman tidak dibawa ke naskah.",
    "invisible-mark": "Tanda tak terlihat (penggal kata, spasi tanpa lebar) dihapus.",
    "struck-text": "Teks bercoret dibawa sebagai teks biasa; hapus bila memang dicoret.",
    "ruby": "Bacaan kecil di atas huruf (ruby) tidak dibawa.",
    "soft-hyphen": "Tanda penggal suku kata yang tidak terlihat dihapus.",
}
"""The note for each kind; for images, links and files only where some were left out."""
_ONLY_WHEN_LEFT_OUT = frozenset({"image", "link", "symbol", "embedded-file"})


def count_line_entries(
    tally: ReceiptBuilder, lines: Iterable[ImportedLine], release: Release
) -> None:
    """Count the receipt entries of imported lines, and the release's photos."""
    for line in lines:
        if line.is_bare:
            continue
        for kind in line.carried:
            tally.carry(kind)
        for kind, text in line.left_out:
            tally.leave_out(kind, (text,))
    if release.photos:
        tally.carry("image", len(release.photos))


def build_receipt(tally: ReceiptBuilder) -> Receipt:
    """The receipt, with a sentence for every kind that needs one."""
    for entry in tally.receipt():
        sentence = NOTES.get(entry.kind, "")
        if (
            sentence
            and not entry.note
            and (entry.left_out or entry.kind not in _ONLY_WHEN_LEFT_OUT)
        ):
            tally.note(entry.kind, sentence)
    return tally.receipt()
