"""Pages made to harm, and pages that are broken."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bnews_desk.errors import ReadError
from bnews_desk.importers.html import line_builder, page_source, read_html
from bnews_desk.importers.limits import ImportDeadline
from tests.importers.mutations import mutations, outcome

PAGE = (
    b'<!DOCTYPE html><html><head><meta charset="utf-8"><title>T</title></head><body><h1>Judul</h1>'
    b'<p style="font-weight:bold">Satu <a href="https://a.example">dua</a></p><ul><li>tiga</li></ul>'
    b"<table><tr><td>a</td><td>b</td></tr></table><figure><img src='data:image/png;base64,iVBO'>"
    b"<figcaption>k</figcaption></figure><nav>menu</nav><pre>x\ny</pre><q>z</q></body></html>"
)


def kind_of(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read_html(data)
    return caught.value.kind


def test_deep_nesting_is_refused_and_not_cut_off() -> None:
    assert kind_of(b"<div>" * 50_000 + b"akhir") == "hostile"
    deep = b"<div>" * 1_000 + b"<p>akhir</p>"
    assert read_html(deep).release.text == "\nakhir"


def test_entities_are_refused() -> None:
    assert kind_of(b'<!DOCTYPE html [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><p>&c;</p>') == "hostile"


@pytest.mark.parametrize(
    ("module", "name", "least"),
    [
        (page_source, "MAX_XML_BYTES", 100),
        (page_source, "MAX_XML_NODES", 10),
        (line_builder, "MAX_LINES", 2),
    ],
)
def test_sizes_are_limited(
    monkeypatch: pytest.MonkeyPatch, module: object, name: str, least: int
) -> None:
    monkeypatch.setattr(module, name, least)
    assert kind_of(b"<p>satu</p>" * 100) == "too-large"


def test_time_is_limited() -> None:
    with pytest.raises(ReadError) as caught:
        read_html(b"<p>satu</p>" * 100, deadline=ImportDeadline(-1))
    assert caught.value.kind == "too-slow"


def test_a_large_page_is_read_in_time() -> None:
    start = time.process_time()
    text = read_html(b"<p>Warga <b>Desa</b> Sumberagung panen.</p>" * 5_000).release.text
    assert text.count("\n") == 5_000
    assert time.process_time() - start < 10


def test_five_hundred_broken_pages_end_in_a_release_or_a_sentence() -> None:
    seen = {outcome(read_html, data) for data in mutations(PAGE, 500)}
    assert seen == {"read"} or seen == {"read", "refused"}


@given(st.binary(max_size=300))
def test_any_bytes_end_in_a_release_or_a_sentence(data: bytes) -> None:
    assert outcome(read_html, b"<html>" + data) in {"read", "refused"}
