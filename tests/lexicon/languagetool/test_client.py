"""Asking a server: what it says is read, and whatever else it does costs one sentence."""

from __future__ import annotations

import shutil
import ssl
import subprocess
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from stub_server import Behaviour, Stub, match, replying, saying

from bnews_desk.errors import OpinionError
from bnews_desk.lexicon.languagetool import client as client_module
from bnews_desk.lexicon.languagetool import deadline
from bnews_desk.lexicon.languagetool.client import (
    ANSWER_SECONDS,
    MAX_ANSWER_BYTES,
    MAX_TEXT_CHARACTERS,
    Client,
    UnreachedError,
)
from bnews_desk.lexicon.languagetool.server import free_port
from bnews_desk.lexicon.languagetool.server_address import Address

Start = Callable[[Behaviour], Stub]
PATIENCE = 0.5
"""Seconds that a client of these tests waits."""


def test_what_is_said_comes_back_in_code_points(stub: Start) -> None:
    server = stub(replying(match(8, 4, replacements=[{"value": "goes"}])))
    (remark,) = Client(server.address).remarks("😀😀 he goe so", "en-US")
    assert "😀😀 he goe so"[remark.start : remark.end] == "goe "
    assert remark.proposals == ("goes",)
    assert server.texts == [("en-US", "😀😀 he goe so")]


def test_lone_surrogates_are_sent_as_question_marks(stub: Start) -> None:
    server = stub(replying(match(1, 1)))
    (remark,) = Client(server.address).remarks("a\ud800b", "en-US")
    assert (remark.start, remark.end) == (1, 2)
    assert server.texts == [("en-US", "a?b")]


def test_languages_are_asked_once(stub: Start) -> None:
    server = stub(replying())
    client = Client(server.address)
    assert client.languages() == {"en-US", "id"}
    server.behaviour = saying(b"")
    assert client.languages() == {"en-US", "id"}


@pytest.mark.parametrize(
    ("behaviour", "word"),
    [
        (saying(b"not JSON at all"), "bukan jawaban LanguageTool"),
        (saying(b"[1, 2]"), "bukan jawaban LanguageTool"),
        (saying(b'{"matches": 3}'), "bukan jawaban LanguageTool"),
        (saying(b"[" * 100_000), "bukan jawaban LanguageTool"),
        (saying(b"\xff\xfe\x00"), "bukan jawaban LanguageTool"),
        (saying(b" " * (MAX_ANSWER_BYTES + 1)), "bukan jawaban LanguageTool"),
        (saying(b"no", 500), "HTTP 500"),
        (saying(b"no", 404), "HTTP 404"),
        (saying(b"no", 429), "sibuk"),
    ],
    ids=["garbage", "list", "number", "deep", "bytes", "endless", "500", "404", "429"],
)
def test_an_answer_that_is_none_is_one_sentence(
    stub: Start, behaviour: Behaviour, word: str
) -> None:
    server = stub(behaviour)
    with pytest.raises(OpinionError, match=word) as raised:
        Client(server.address).remarks("He go.", "en-US")
    assert server.address.shown in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_nothing_follows_a_redirect(stub: Start, status: int) -> None:
    other = stub(replying(match(0, 2)))
    target = f"http://127.0.0.1:{other.address.port}/v2/check"
    server = stub(saying(b"", status, Location=target))
    with pytest.raises(OpinionError, match="mengalihkan"):
        Client(server.address).remarks("He go.", "en-US")
    assert other.texts == []


def _never(server: Stub) -> Behaviour:
    return lambda _handler, _form: server.over.wait(10) and None


def _dripping_body(server: Stub) -> Behaviour:
    def behave(handler: BaseHTTPRequestHandler, _form: dict[str, str]) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        while not server.over.wait(0.05):
            handler.wfile.write(b" ")
            handler.wfile.flush()

    return behave


def _dripping_head(server: Stub) -> Behaviour:
    def behave(handler: BaseHTTPRequestHandler, _form: dict[str, str]) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        while not server.over.wait(0.05):
            handler.wfile.write(b"x")
            handler.wfile.flush()

    return behave


@pytest.mark.parametrize("make", [_never, _dripping_body, _dripping_head])
def test_a_server_that_does_not_come_to_an_end_is_cut_off(
    stub: Start, make: Callable[[Stub], Behaviour]
) -> None:
    server = stub(replying())
    server.behaviour = make(server)
    begun = time.monotonic()
    with pytest.raises(OpinionError, match=r"tidak menjawab dalam 0\.5 detik"):
        Client(server.address, PATIENCE).remarks("He go.", "en-US")
    assert time.monotonic() - begun < 10 * PATIENCE


@pytest.mark.parametrize("make", [_dripping_body, _dripping_head])
def test_an_answer_that_drips_is_cut_off_soon_after_it_began(
    stub: Start, make: Callable[[Stub], Behaviour], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deadline, "REST_SECONDS", 0.3)
    server = stub(replying())
    dripping = make(server)

    def think(handler: BaseHTTPRequestHandler, form: dict[str, str]) -> None:
        server.over.wait(0.5)
        dripping(handler, form)

    server.behaviour = think
    begun = time.monotonic()
    with pytest.raises(OpinionError, match=r"tidak selesai dalam 0\.3 detik"):
        Client(server.address).remarks("He go.", "en-US")
    assert 0.7 < time.monotonic() - begun < ANSWER_SECONDS / 2


def test_a_late_answer_counts(stub: Start) -> None:
    server = stub(replying())
    answer = replying(match(0, 2))

    def late(handler: BaseHTTPRequestHandler, form: dict[str, str]) -> None:
        server.over.wait(0.3)
        answer(handler, form)

    server.behaviour = late
    assert len(Client(server.address).remarks("He go.", "en-US")) == 1


def test_nobody_there_is_told_apart(stub: Start) -> None:
    address = Address("http", "127.0.0.1", free_port())
    with pytest.raises(UnreachedError, match="tidak ada yang menjawab"):
        Client(address).remarks("He go.", "en-US")


def _broken_off(handler: BaseHTTPRequestHandler, _form: dict[str, str]) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"matches": [')


@pytest.mark.parametrize("behaviour", [_broken_off, lambda _handler, _form: None])
def test_a_connection_that_breaks_off_is_told_apart(stub: Start, behaviour: Behaviour) -> None:
    server = stub(behaviour)
    with pytest.raises(UnreachedError, match="sambungan terputus"):
        Client(server.address).remarks("He go.", "en-US")


def test_what_is_no_http_is_no_answer(stub: Start) -> None:
    server = stub(lambda handler, _form: handler.wfile.write(b"SSH-2.0-OpenSSH\r\n\r\n") and None)
    with pytest.raises(OpinionError, match="bukan jawaban LanguageTool"):
        Client(server.address).remarks("He go.", "en-US")


def test_a_text_without_end_is_not_sent(stub: Start) -> None:
    server = stub(replying(match(0, 2)))
    assert Client(server.address).remarks("He go. " * MAX_TEXT_CHARACTERS, "en-US") == ()
    assert server.texts == []


def test_a_loopback_address_knows_no_proxy(stub: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    server = stub(replying())
    assert Client(server.address).remarks("He goes.", "en-US") == ()


def test_a_proxy_carries_what_leaves_the_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://rini:r%40hasia@proxy.redaksi.id:3128")
    monkeypatch.delenv("no_proxy", raising=False)
    connection = client_module._connection(Address("https", "lt.redaksi.id", 443), 5)
    assert (connection.host, connection.port) == ("proxy.redaksi.id", 3128)
    assert (connection._tunnel_host, connection._tunnel_port) == ("lt.redaksi.id", 443)  # type: ignore[attr-defined]
    assert "Proxy-Authorization" in connection._tunnel_headers  # type: ignore[attr-defined]
    monkeypatch.setenv("no_proxy", "lt.redaksi.id")
    assert (
        client_module._connection(Address("https", "lt.redaksi.id", 443), 5).host == "lt.redaksi.id"
    )


def test_a_server_that_speaks_in_the_clear_is_not_spoken_to(stub: Start) -> None:
    server = stub(replying())
    address = server.address._replace(scheme="https")
    with pytest.raises(UnreachedError, match="tidak berbicara terenkripsi"):
        Client(address).remarks("He go.", "en-US")
    assert server.texts == []


def test_a_proxy_that_refuses_is_named(stub: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    server = stub(replying())
    monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{server.address.port}")
    monkeypatch.delenv("no_proxy", raising=False)
    with pytest.raises(UnreachedError, match="proksi menolaknya"):
        Client(Address("https", "lt.redaksi.id", 443)).remarks("He go.", "en-US")
    assert server.texts == []


@pytest.mark.posix("the certificate is made by Debian's openssl")
@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl tidak ada")
def test_a_certificate_that_nobody_vouches_for_ends_it(stub: Start, tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1"]
    files = ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*made, *files], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = stub(replying())
    server.encrypt(context)
    with pytest.raises(UnreachedError, match="sertifikatnya tidak sah"):
        Client(server.address._replace(scheme="https")).remarks("He go.", "en-US")
    assert server.texts == []
