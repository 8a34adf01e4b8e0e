"""``check --languagetool``: its findings beside ours, and ours alone where it cannot be had."""

from __future__ import annotations

import json
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from command_call import HOUSE_FORM, Call

from bnews_desk.lexicon.languagetool import server as server_module
from bnews_desk.lexicon.languagetool.installation import Java
from bnews_desk.lexicon.languagetool.server import free_port

SAID = "We are very happy that the city have invited us"
COPY = HOUSE_FORM.replace("\nHasil", f'\n"{SAID}," kata Konsul John Smith.\nHasil')


class _Answers(BaseHTTPRequestHandler):
    status = 200

    def do_GET(self) -> None:
        self._say([{"longCode": "en-US"}])

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        rule = {"id": "HAVE_AGREEMENT", "issueType": "grammar"}
        place = {"offset": SAID.index("have"), "length": 4}
        self._say({"matches": [{**place, "rule": rule, "message": "Use has."}]}, self.status)

    def _say(self, value: object, status: int = 200) -> None:
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr(_Answers, "status", 200)
    with ThreadingHTTPServer(("127.0.0.1", 0), _Answers) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/v2"
        server.shutdown()
        thread.join()


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    path = tmp_path / "campur.txt"
    path.write_text(COPY, encoding="utf-8")
    return path


def rules(call: Call, *arguments: str | Path) -> list[str]:
    (file,) = call("check", "--format", "json", *arguments).json["files"]
    return [finding["rule"] for finding in file["problems"]]


def test_nobody_is_asked_unless_wanted(call: Call, mixed: Path) -> None:
    assert rules(call, mixed) == rules(call, "--languagetool", "off", mixed)


def test_what_it_says_stands_among_our_findings(call: Call, mixed: Path, address: str) -> None:
    result = call("check", "--format", "json", "--languagetool", address, mixed)
    assert result.err == ""
    (file,) = result.json["files"]
    (finding,) = [p for p in file["problems"] if p["rule"].startswith("lt-")]
    assert finding["rule"] == "lt-HAVE_AGREEMENT"
    assert file["text"][finding["start"] : finding["end"]] == finding["text"] == "have"
    assert (finding["line"], finding["severity"]) == (2, "warning")
    assert finding["message"] == "Use has (LanguageTool)."
    assert [p for p in file["problems"] if p is not finding] == (
        call("check", "--format", "json", mixed).json["files"][0]["problems"]
    )


def test_sarif_names_it_too(call: Call, mixed: Path, address: str) -> None:
    log = json.loads(call("check", "--format", "sarif", "--languagetool", address, mixed).out)
    ids = [result["ruleId"] for result in log["runs"][0]["results"]]
    assert "lt-HAVE_AGREEMENT" in ids


def test_worker_processes_ask_too(call: Call, mixed: Path, address: str) -> None:
    result = call(
        "check", "--jobs", "2", "--format", "json", "--languagetool", address, mixed, mixed
    )
    found = [[p["rule"] for p in file["problems"]] for file in result.json["files"]]
    assert [rules.count("lt-HAVE_AGREEMENT") for rules in found] == [1, 1]


def test_a_newsroom_can_switch_one_off(
    call: Call, mixed: Path, address: str, tmp_path: Path
) -> None:
    house = tmp_path / "gaya.toml"
    house.write_text('[severity]\nlt-HAVE_AGREEMENT = "off"\n', encoding="utf-8")
    assert "lt-HAVE_AGREEMENT" not in rules(
        call, "--house", house, "--languagetool", address, mixed
    )


def test_ours_stand_alone_where_it_fails(
    call: Call, mixed: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_Answers, "status", 500)
    result = call("check", "--format", "json", "--languagetool", address, *[mixed] * 5)
    assert result.status == 0
    assert result.err.count("HTTP 500") == 1
    alone = call("check", "--format", "json", *[mixed] * 5)
    assert result.json == alone.json


def test_an_address_elsewhere_is_named_before_anything_goes_there(
    call: Call, mixed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bnews_desk.lexicon.languagetool.client.ANSWER_SECONDS", 1)
    result = call("check", "--languagetool", f"https://tidak-ada.invalid:{free_port()}", mixed)
    assert result.status == 0
    assert result.err.index("dikirim ke tidak-ada.invalid") < result.err.index("dihubungi")
    assert "Kalimat berbahasa asing" in result.err
    address = f"https://tidak-ada.invalid:{free_port()}"
    whole = call("check", "--languagetool", address, "--languagetool-indonesian", mixed)
    assert "Seluruh isi naskah dikirim ke" in whole.err


@pytest.mark.parametrize("wrong", ["on", "http://lt.redaksi.id", "https://u:p@lt.redaksi.id"])
def test_an_address_that_cannot_be_used_is_bad_usage(call: Call, mixed: Path, wrong: str) -> None:
    result = call("check", "--languagetool", wrong, mixed)
    assert (result.status, result.out) == (2, "")
    assert result.err.count("\n") == 1


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_computer_without_java_says_so_once(
    call: Call, mixed: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, jobs: str
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    result = call("check", "--languagetool", "local", "--jobs", jobs, mixed, mixed)
    assert result.status == 0
    assert result.err.count("karena Java tidak ada") == 1


def test_a_computer_without_languagetool_says_so(
    call: Call, mixed: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    java = Java("/usr/bin/java", 21)
    monkeypatch.setattr(server_module.installation, "find_java", lambda: java)
    monkeypatch.setenv("LTP_PATH", str(tmp_path / "kosong"))
    result = call("check", "--languagetool", "local", mixed)
    assert result.status == 0
    assert "LTP_PATH" in result.err
    assert not (tmp_path / "kosong").exists()


@pytest.mark.parametrize(
    ("java", "folder", "told"),
    [
        (None, "", "– Java: tidak ada; LanguageTool memerlukannya. Pasang Java 17"),
        (Java("/usr/bin/java", 11), "", "– Java: versi 11 (/usr/bin/java). Pasang Java 17"),
        (Java("/usr/bin/java", 21), "", "– LanguageTool: belum ada; pemeriksaan tambahan"),
        (Java("/usr/bin/java", 21), "LanguageTool-6.8", "✓ LanguageTool: 6.8 ("),
    ],
)
def test_doctor_says_what_languagetool_lacks(
    call: Call,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    java: Java | None,
    folder: str,
    told: str,
) -> None:
    monkeypatch.setattr(server_module.installation, "find_java", lambda: java)
    monkeypatch.setenv("LTP_PATH", str(tmp_path))
    if folder:
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "languagetool-server.jar").touch()
    assert told in call("doctor").out


def test_doctor_takes_languagetool_out_of_a_zip(
    call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("LTP_PATH", str(tmp_path / "cache"))
    packed = tmp_path / "unduhan.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("LanguageTool-6.8/languagetool-server.jar", "jar")
    result = call("doctor", "--get-languagetool", packed)
    assert (result.status, result.err) == (0, "")
    assert "LanguageTool 6.8 siap di" in result.out
    assert "LanguageTool: 6.8 (" in call("doctor").out
    packed.write_bytes(b"")
    refused = call("doctor", "--get-languagetool", packed)
    assert refused.status == 2
    assert "bukan ZIP LanguageTool" in refused.err


def test_doctor_downloads_nothing_without_java(
    call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    result = call("doctor", "--get-languagetool")
    assert result.status == 2
    assert "memerlukan Java" in result.err
