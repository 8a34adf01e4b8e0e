"""Addresses: on this computer in the clear, elsewhere encrypted, nothing odd at all."""

from __future__ import annotations

import pytest

from bnews_desk.errors import UsageError
from bnews_desk.lexicon.languagetool.server_address import Address, address_of, what_is_sent


@pytest.mark.parametrize(
    ("written", "address", "shown"),
    [
        ("http://localhost:8081", ("http", "localhost", 8081, "/v2"), "localhost:8081"),
        ("http://127.0.0.1:8081/v2/", ("http", "127.0.0.1", 8081, "/v2"), "127.0.0.1:8081"),
        ("http://[::1]:8081/v2/check", ("http", "::1", 8081, "/v2"), "[::1]:8081"),
        (" https://LT.Redaksi.id ", ("https", "lt.redaksi.id", 443, "/v2"), "lt.redaksi.id"),
        ("https://redaksi.id/lt", ("https", "redaksi.id", 443, "/lt/v2"), "redaksi.id"),
    ],
)
def test_an_address_is_read(written: str, address: tuple[str, str, int, str], shown: str) -> None:
    assert address_of(written) == Address(*address)
    assert address_of(written).shown == shown


@pytest.mark.parametrize(
    "written",
    [
        "",
        "redaksi.id",
        "ftp://redaksi.id",
        "file:///etc/passwd",
        "https://",
        "https://user:pass@redaksi.id",
        "https://redaksi.id/v2?x=1",
        "https://redaksi.id/v2#x",
        "https://redaksi.id:99999",
        "https://re daksi.id",
        "https://redaksi.id/a\r\nX: y",
        "https://[::1",
        "on",
    ],
)
def test_what_is_no_address_is_refused_in_a_sentence(written: str) -> None:
    with pytest.raises(UsageError, match="tidak dapat dipakai"):
        address_of(written)


@pytest.mark.parametrize("host", ["redaksi.id", "192.168.1.5", "127.0.0.1.redaksi.id", "[::2]"])
def test_copy_crosses_no_network_in_the_clear(host: str) -> None:
    with pytest.raises(UsageError, match="terenkripsi"):
        address_of(f"http://{host}:8081")


def test_what_is_sent_is_said_where_something_is() -> None:
    assert what_is_sent(address_of("http://localhost:8081")) == ""
    newsroom = what_is_sent(address_of("https://lt.redaksi.id"))
    assert "lt.redaksi.id" in newsroom
    assert "diembargo" in newsroom
    assert newsroom.startswith("Kalimat berbahasa asing")
    whole = what_is_sent(address_of("https://lt.redaksi.id"), reads_indonesian=True)
    assert whole.startswith("Seluruh isi naskah")
    assert "di luar redaksi" in what_is_sent(address_of("https://api.languagetool.org/v2"))
    assert not address_of("https://notlanguagetool.org").is_public
