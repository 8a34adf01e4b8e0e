"""Files that are broken, disguised or made to harm: one clear sentence, never a traceback."""

from __future__ import annotations

import io
import struct
import threading
import zipfile
from contextlib import suppress
from itertools import count

import pytest
from build_docx import (
    NAMESPACES,
    docx,
    field,
    p,
    part,
    picture,
    r,
    relation,
    relations,
    row,
    styled,
    t,
    table,
    text_box,
    tp,
    zipped,
)
from build_docx import cell as table_cell
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bnews_desk.errors import ReadError
from bnews_desk.importers import limits, release_assembly, zip_xml_package
from bnews_desk.importers.docx import blocks, read_docx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def refusal(data: bytes) -> ReadError:
    with pytest.raises(ReadError) as caught:
        read_docx(data)
    assert str(caught.value).endswith(".")
    return caught.value


@pytest.mark.parametrize(
    ("data", "kind", "word"),
    [
        (b"", "empty", "kosong"),
        (b"halo dunia", "wrong-type", "DOCX"),
        (b"\x00\x01\x02\x03", "wrong-type", "DOCX"),
        (b"%PDF-1.7\n", "wrong-type", "PDF"),
        (b"{\\rtf1 halo}", "wrong-type", "RTF"),
        (b"<!DOCTYPE html><html>", "wrong-type", "halaman web"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted", "kata sandi"),
        (OLE + "WordDocument".encode("utf-16-le"), "wrong-type", "DOC"),
        (OLE, "wrong-type", "Office lama"),
        (zipped({"xl/workbook.xml": "<a/>", "[Content_Types].xml": "<a/>"}), "wrong-type", "Excel"),
        (zipped({"ppt/presentation.xml": "<a/>"}), "wrong-type", "PowerPoint"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "wrong-type", "ODT"),
        (zipped({"mimetype": "application/epub+zip"}), "wrong-type", "EPUB"),
        (zipped({"catatan.txt": "halo"}), "wrong-type", "ZIP"),
        (zipped({}), "wrong-type", "ZIP"),
        (zipped({"[Content_Types].xml": "<a/>", "word/styles.xml": "<a/>"}), "damaged", "rusak"),
        (b"PK\x03\x04" + bytes(100), "damaged", "rusak"),
    ],
)
def test_what_is_no_word_file_is_named(data: bytes, kind: str, word: str) -> None:
    error = refusal(data)
    assert error.kind == kind
    assert word in str(error)


def test_a_truncated_file_is_damaged_wherever_it_ends() -> None:
    data = docx(tp("Isi") * 50)
    for length in range(5, len(data) - 1, 7):
        assert refusal(data[:length]).kind == "damaged"


def test_an_entry_behind_a_password_is_told() -> None:
    data = bytearray(docx(tp("Isi")))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    assert refusal(bytes(data)).kind == "encrypted"


@pytest.mark.parametrize(
    "document",
    ["", "<w:document", "<a><b></a>", part("document", "<w:body>&nbsp;</w:body>"), "\x00", "<a/>"],
)
def test_a_main_part_that_is_no_xml_is_damaged(document: str) -> None:
    assert refusal(docx("", (), {"word/document.xml": document})).kind == "damaged"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "docProps/core.xml",
                                  "_rels/.rels", "customXml/item1.xml"])  # fmt: skip
def test_no_part_may_declare_entities(name: str, encoding: str) -> None:
    evil = (
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/hostname">]>'
        f"<w:document {NAMESPACES}><w:body>{p(r('<w:t>&a;&b;</w:t>'))}</w:body></w:document>"
    )
    error = refusal(docx(tp("Isi"), (), {name: evil.encode(encoding)}))
    assert error.kind == "hostile"


def test_a_declaration_in_an_unusual_encoding_is_found_too() -> None:
    evil = '<?xml version="1.0" encoding="UTF-32"?><!DOCTYPE a><a/>'.encode("utf-32")
    assert refusal(docx("", (), {"word/document.xml": evil})).kind in {"hostile", "damaged"}


def test_a_bomb_that_says_how_large_it_is_is_not_unpacked() -> None:
    out = io.BytesIO(docx(tp("Isi")))
    with (
        zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/media/a.png", "w") as entry,
    ):
        for _ in range(201):
            entry.write(bytes(1024 * 1024))
    assert refusal(out.getvalue()).kind == "too-large"


def _lying(data: bytes, size: int) -> bytes:
    """The archive with every declared size in its directory put to ``size``."""
    changed = bytearray(data)
    at = changed.find(b"PK\x01\x02")
    while at >= 0:
        changed[at + 24 : at + 28] = struct.pack("<I", size)
        at = changed.find(b"PK\x01\x02", at + 4)
    return bytes(changed)


def test_sizes_are_judged_by_what_comes_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_xml_package, "MAX_UNPACKED_BYTES", 100_000)
    many = docx(tp("Isi") * 5_000)
    assert refusal(many).kind == "too-large"
    assert refusal(_lying(many, 10)).kind in {"too-large", "damaged"}


def test_xml_pictures_nodes_lines_and_parts_have_their_limits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = docx(tp("Isi") * 100)
    for module, name, limit in [
        (zip_xml_package, "MAX_XML_BYTES", 5_000),
        (zip_xml_package, "MAX_XML_NODES", 100),
        (zip_xml_package, "MAX_PARTS", 2),
        (blocks, "MAX_LINES", 50),
    ]:
        with monkeypatch.context() as patch:
            patch.setattr(module, name, limit)
            assert refusal(data).kind == "too-large"


def test_a_deadline_that_has_passed_ends_the_reading() -> None:
    with pytest.raises(ReadError) as caught:
        read_docx(docx(tp("Isi")), deadline=limits.ImportDeadline(-1))
    assert caught.value.kind == "too-slow"


def test_the_time_is_asked_while_paragraphs_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = count()
    monkeypatch.setattr(limits, "monotonic", lambda: float(next(ticks)))
    with pytest.raises(ReadError) as caught:
        read_docx(docx(tp("Isi") * 100), deadline=limits.ImportDeadline(60))
    assert caught.value.kind == "too-slow"


NESTS = {
    "sdt": ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    "ins": ("<w:p><w:ins>", "</w:ins></w:p>"),
    "table": ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
    "drawing": ("<w:p><w:r><w:drawing><a:x>", "</a:x></w:drawing></w:r></w:p>"),
    "box": (
        "<w:p><w:r><w:pict><w:txbxContent>",
        "</w:txbxContent></w:pict></w:r></w:p>",
    ),
}


@pytest.mark.parametrize("name", NESTS)
@pytest.mark.parametrize("depth", [40, 5_000])
def test_deep_nesting_is_read_or_refused(name: str, depth: int) -> None:
    opened, closed = NESTS[name]
    data = docx(opened * depth + tp("Isi") + closed * depth)
    if depth > 1_000:
        assert refusal(data).kind == "hostile"
    else:
        assert "Isi" in read_docx(data).release.text or name in {"ins", "drawing"}


@pytest.mark.parametrize("inner", ["<w:ins>", "<w:del>", "<w:smartTag>", "<w:moveFrom>"])
def test_runs_nested_to_the_limit_never_exhaust_the_stack(inner: str) -> None:
    depth = 245
    data = docx(p(inner * depth + t("Isi") + inner.replace("<", "</") * depth))
    failures: list[BaseException] = []

    def attempt() -> None:
        try:
            with suppress(ReadError):
                read_docx(data)
        except BaseException as error:
            failures.append(error)

    thread = threading.Thread(target=attempt)
    thread.start()
    thread.join()
    assert not failures


def test_relations_in_a_ring_end() -> None:
    ring = relations(
        *(relation(kind, kind, "document.xml") for kind in ("header", "styles", "footnotes"))
    )
    data = docx(tp("Isi") + p(picture("styles")), (), {"word/_rels/document.xml.rels": ring})
    assert read_docx(data).release.body == "Isi"


def test_a_relation_cannot_leave_the_file() -> None:
    data = docx(p(picture("i")), (relation("i", "image", "../../../../etc/hostname"),))
    assert read_docx(data).receipt.entry("image").texts == ("etc/hostname",)


def test_a_damaged_picture_is_left_out_and_the_copy_comes_in() -> None:
    rel = (relation("i", "image", "a.png"),)
    data = docx(tp("Isi") + p(picture("i")), rel, {"word/a.png": b"gambar" * 100})
    at = data.rfind(b"word/a.png", 0, data.find(b"PK\x01\x02")) + 15
    imported = read_docx(data[:at] + b"\xff\xff\xff" + data[at + 3 :])
    assert imported.release.text == "\nIsi"
    assert imported.receipt.entry("image").left_out == 1


def test_an_unforeseen_failure_is_a_damaged_file(monkeypatch: pytest.MonkeyPatch) -> None:
    for error, kind in [(KeyError(), "damaged"), (MemoryError(), "too-large"),
                        (RecursionError(), "hostile")]:  # fmt: skip
        with monkeypatch.context() as patch:

            def broken(*_: object, error: Exception = error) -> None:
                raise error

            patch.setattr(release_assembly, "Release", broken)
            assert refusal(docx(tp("Isi"))).kind == kind


def test_a_path_that_cannot_be_opened_is_the_callers_matter(tmp_path: object) -> None:
    with pytest.raises(OSError, match="tidak-ada"):
        read_docx(f"{tmp_path}/tidak-ada.docx")


RICH_BODY = (
    tp("Pasar Ramai")
    + p()
    + p(t("BLITAR ", "<w:b/>") + field("PAGE", t("1")) + picture("i") + text_box(tp("Kotak")))
    + table(row(table_cell(tp("a")), table_cell(tp("b"))))
    + p(
        f"<w:ins>{t('x')}</w:ins><w:del>{t('y')}</w:del>",
        '<w:numPr><w:numId w:val="1"/></w:numPr>',
    )
    + p('<w:hyperlink r:id="h">' + t("z", '<w:rStyle w:val="A"/>') + "</w:hyperlink>")
)
RICH = styled(RICH_BODY, '<w:style w:styleId="A"><w:rPr><w:b/></w:rPr></w:style>', "<w:num/>")
STORED = io.BytesIO()
with zipfile.ZipFile(io.BytesIO(RICH)) as _packed, zipfile.ZipFile(STORED, "w") as _plain:
    for _name in _packed.namelist():
        _plain.writestr(_name, _packed.read(_name))
CHANGES = st.lists(
    st.tuples(st.integers(0, 1 << 20), st.binary(min_size=0, max_size=6)), min_size=1, max_size=6
)


@pytest.mark.parametrize("data", [RICH, STORED.getvalue()], ids=["packed", "plain"])
@given(changes=CHANGES, keep=st.integers(0, 1 << 20))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_mutation_raises_anything_but_a_read_error(
    data: bytes, changes: list[tuple[int, bytes]], keep: int
) -> None:
    changed = bytearray(data)
    for at, new in changes:
        place = at % len(changed)
        changed[place : place + len(new)] = new
    if keep % 4 == 0:
        del changed[keep % len(changed) :]
    with suppress(ReadError):
        read_docx(bytes(changed))


TAGS = st.sampled_from(
    "p r t tab br ins del moveFrom moveTo sdt sdtContent tbl tr tc fldChar instrText hyperlink"
    " smartTag pPr rPr b i vanish numPr numId ilvl pict object drawing sym ruby rt rubyBase"
    " footnoteReference txbxContent altChunk".split()
)
ATTRIBUTES = st.dictionaries(
    st.sampled_from(["val", "id", "fldCharType", "type", "char", "instr"]),
    st.sampled_from(
        ["begin", "separate", "end", "1", "-1", "page", "F0B7", "x", "", "99999999999"]
    ),
    max_size=2,
)
TREES = st.recursive(
    st.sampled_from(["Isi", "a\nb", ""]),
    lambda inner: st.tuples(TAGS, ATTRIBUTES, st.lists(inner, max_size=4)).map(
        lambda node: "<w:{0}{1}>{2}</w:{0}>".format(
            node[0], "".join(f' w:{k}="{v}"' for k, v in node[1].items()), "".join(node[2])
        )
    ),
    max_leaves=25,
)


@given(body=TREES)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_tree_of_elements_is_read(body: str) -> None:
    imported = read_docx(styled(body, "", "<w:num/>"))
    text = imported.release.text
    assert all(0 <= m.start < m.end <= len(text) for m in imported.release.marks)
