"""Getting LanguageTool: whole or not at all, ended at any moment, out of hostile archives too."""

from __future__ import annotations

import hashlib
import io
import os
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from fake_java import put_java

from bnews_desk.errors import OpinionError
from bnews_desk.lexicon.languagetool.download import CancelledError, Download, install_from_path
from bnews_desk.lexicon.languagetool.installation import VERSION, find_installation

NAME = f"LanguageTool-{VERSION}"


def archive(**files: str) -> bytes:
    """A ZIP; names are written with two underscores for a slash."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        for name, text in files.items():
            packed.writestr(name.replace("__", "/"), text)
    return data.getvalue()


RELEASE = archive(**{f"{NAME}__languagetool-server.jar": "jar", f"{NAME}__libs__x.jar": "x" * 9999})


class Site:
    """Where the releases lie; ``waits`` is set where it must not come to an end."""

    def __init__(self) -> None:
        self.data = RELEASE
        self.status = 200
        self.is_slow = False
        self.over = threading.Event()
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_HEAD(self) -> None:
                self.send_response(site.status)
                self.send_header("Content-Length", str(len(site.data)))
                self.end_headers()

            def do_GET(self) -> None:
                self.do_HEAD()
                half = len(site.data) // 2
                self.wfile.write(site.data[:half])
                if site.is_slow:
                    site.over.wait(30)
                self.wfile.write(site.data[half:])

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.server.handle_error = lambda *_: None  # type: ignore[method-assign]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("LTP_PATH", str(folder))
    return folder


@pytest.fixture
def site(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A site that language_tool_python is sent to, and a Java for it to find."""
    put_java(tmp_path / "bin")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    site = Site()
    address = f"http://127.0.0.1:{site.server.server_port}/"
    monkeypatch.setenv("LTP_DOWNLOAD_HOST_NEW_RELEASES", address)
    monkeypatch.setenv("LTP_DOWNLOAD_SHA256", hashlib.sha256(RELEASE).hexdigest())
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    thread = threading.Thread(target=site.server.serve_forever, args=(0.02,))
    thread.start()
    yield site
    site.over.set()
    site.server.shutdown()
    thread.join()
    site.server.server_close()


def left(home: Path) -> list[str]:
    return sorted(os.listdir(home))


def test_a_download_is_whole_and_says_how_far_it_is(home: Path, site: Site) -> None:
    told: list[tuple[int, int]] = []
    found = Download().run(lambda come, of: told.append((come, of)))
    assert found == find_installation()
    assert (found.version, found.folder) == (VERSION, str(home / NAME))
    assert left(home) == [NAME]
    assert told[-1][1] == len(RELEASE)
    assert all(come <= of for come, of in told if of)


@pytest.mark.parametrize(
    ("data", "status", "why"), [(archive(x="y"), 200, "checksum"), (RELEASE, 404, "404|not exist")]
)
def test_what_is_not_the_release_leaves_everything_as_it_was(
    home: Path, site: Site, data: bytes, status: int, why: str
) -> None:
    earlier = home / NAME
    earlier.mkdir(parents=True)
    (earlier / "languagetool.jar").write_text("lama")
    site.data, site.status = data, status
    with pytest.raises(OpinionError, match=why) as raised:
        Download().run()
    assert "periksa jaringan" in str(raised.value)
    assert left(home) == [NAME]
    assert (earlier / "languagetool.jar").read_text() == "lama"


def test_a_download_is_ended_at_once_and_leaves_nothing(home: Path, site: Site) -> None:
    site.is_slow = True
    download = Download()
    timer = threading.Timer(2, download.cancel)
    timer.start()
    begun = time.monotonic()
    with pytest.raises(CancelledError):
        download.run()
    assert time.monotonic() - begun < 20
    assert left(home) == []
    timer.join()


def test_one_that_is_cancelled_before_it_begins_does_not(home: Path, site: Site) -> None:
    download = Download()
    download.cancel()
    with pytest.raises(CancelledError):
        download.run()
    assert left(home) == []


def test_without_java_nothing_is_downloaded(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(OpinionError, match="memerlukan Java"):
        Download().run()
    assert not home.exists()


@pytest.fixture
def zipped(tmp_path: Path) -> Callable[[bytes], str]:
    def write(data: bytes) -> str:
        path = tmp_path / "unduhan.zip"
        path.write_bytes(data)
        return str(path)

    return write


def test_a_zip_is_taken_in_and_what_was_half_done_goes(
    home: Path, zipped: Callable[[bytes], str]
) -> None:
    (home / ".unduh-lama" / "x").mkdir(parents=True)
    assert install_from_path(zipped(RELEASE)).folder == str(home / NAME)
    assert install_from_path(zipped(RELEASE)) == find_installation()
    assert left(home) == [NAME]


def test_a_folder_is_taken_in(home: Path, tmp_path: Path) -> None:
    own = tmp_path / "LanguageTool-6.6"
    own.mkdir()
    (own / "languagetool-server.jar").write_text("jar")
    assert install_from_path(str(own)).version == "6.6"
    assert own.exists()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a zip",
        RELEASE[:-40],
        archive(readme="x"),
        archive(**{"LanguageTool-6.8__readme": "x"}),
        archive(**{"..__..__LanguageTool-6.8__languagetool-server.jar": "x"}),
        archive(**{"__tmp__LanguageTool-6.8__languagetool-server.jar": "x"}),
    ],
)
def test_what_is_no_languagetool_is_refused(
    home: Path, zipped: Callable[[bytes], str], data: bytes
) -> None:
    with pytest.raises(OpinionError, match="unduh"):
        install_from_path(zipped(data))
    assert left(home) == []


def test_a_file_that_is_not_there_is_said(home: Path, tmp_path: Path) -> None:
    with pytest.raises(OpinionError, match="tidak dapat disalin"):
        install_from_path(str(tmp_path / "tidak-ada.zip"))


def test_a_folder_that_cannot_be_used_is_said(
    tmp_path: Path, zipped: Callable[[bytes], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "berkas").touch()
    monkeypatch.setenv("LTP_PATH", str(tmp_path / "berkas"))
    with pytest.raises(OpinionError, match="LTP_PATH"):
        install_from_path(zipped(RELEASE))
