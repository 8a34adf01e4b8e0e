"""LanguageTool in the window: its findings beside ours, where it is said where they come from."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from PySide6.QtCore import Qt
from window_kit import Sitting, Starter

from bnews_desk.gui.findings import second_opinion_service as opinions_module
from bnews_desk.gui.findings.dictionary_owner import dictionary_word
from bnews_desk.paths import settings_file

SAID = "The festival give us a chance to meet the people of Blitar"
COPY = (
    "Warga Panen Kopi\n\nBLITAR | B-news.id - Camat membuka festival kopi di Kecamatan Wlingi.\n"
    f'"{SAID}," kata Konsul John Smith.\nWarga menyambut baik hal itu. (kmfkabblt/sun)\n'
    "Editor : Zainul Arifin"
)
RULE = "lt-SUBJECT_VERB_AGREEMENT"


class _Answers(BaseHTTPRequestHandler):
    status = 200
    asked: list[bytes]

    def do_GET(self) -> None:
        self._say([{"longCode": "en-US"}])

    def do_POST(self) -> None:
        self.asked.append(self.rfile.read(int(self.headers["Content-Length"])))
        rule = {"id": "SUBJECT_VERB_AGREEMENT", "issueType": "grammar"}
        place = {"offset": 13, "length": 4, "replacements": [{"value": "gives"}]}
        is_wrong = b"give+us" in self.asked[-1]
        found = [{**place, "rule": rule, "message": "Theirs."}] * is_wrong
        if b"roastery" in self.asked[-1]:
            unknown = {"id": "MORFOLOGIK_RULE_EN_US", "issueType": "misspelling"}
            at = parse_qs(self.asked[-1].decode())["text"][0].index("roastery")
            place = {"offset": at, "length": 8, "replacements": [{"value": "rosters"}]}
            found.append({**place, "rule": unknown, "message": "Possible spelling mistake."})
        self._say({"matches": found}, self.status)

    def _say(self, value: object, status: int = 200) -> None:
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def asked(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bytes]]:
    """What a server was sent that the settings name."""
    monkeypatch.setattr(opinions_module, "QUIET_MS", 50)
    monkeypatch.setattr(_Answers, "status", 200)
    _Answers.asked = []
    with ThreadingHTTPServer(("127.0.0.1", 0), _Answers) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        folder = Path(settings_file()).parent
        folder.mkdir(parents=True)
        chosen = {"languagetool": f"http://127.0.0.1:{server.server_port}"}
        Path(settings_file()).write_text(json.dumps(chosen), encoding="utf-8")
        yield _Answers.asked
        server.shutdown()
        thread.join()


def test_a_foreign_quotation_is_marked_and_mended(asked: list[bytes], start: Starter) -> None:
    desk = start()
    desk.paste(COPY)
    desk.wait(lambda: RULE in {finding.rule for finding in desk.release.findings})
    finding = desk.finding(RULE)
    assert desk.text[finding.start : finding.end] == "give"
    assert finding.message.endswith("(LanguageTool).")
    desk.wait(lambda: desk.parts.findings.model.row_of(finding) >= 0)
    desk.click_fix(desk.parts.findings.model.row_of(finding))
    desk.wait_checked()
    assert "festival gives us" in desk.text
    desk.wait(lambda: len(asked) == 2)
    desk.wait(lambda: RULE not in {finding.rule for finding in desk.release.findings})


def test_what_is_known_of_its_rule_is_said(asked: list[bytes], start: Starter) -> None:
    desk = start()
    desk.paste(COPY)
    desk.wait(lambda: RULE in {finding.rule for finding in desk.release.findings})
    desk.parts.findings.about_wanted.emit(RULE)
    assert "LanguageTool, menurut aturannya SUBJECT_VERB_AGREEMENT" in desk.status_text()


def test_typing_elsewhere_sends_nothing(asked: list[bytes], start: Starter) -> None:
    desk = start()
    desk.paste(COPY)
    desk.wait(lambda: RULE in {finding.rule for finding in desk.release.findings})
    desk.place_caret(desk.text.index("Warga menyambut"))
    desk.type("Semua ")
    desk.wait_checked()
    desk.qtbot.wait(200)
    assert RULE in {finding.rule for finding in desk.release.findings}
    assert len(asked) == 1


def test_a_server_that_fails_is_said_in_the_status_line(
    asked: list[bytes], start: Starter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_Answers, "status", 500)
    desk = start()
    desk.paste(COPY)
    desk.wait(lambda: "HTTP 500" in desk.status_text())
    assert desk.release.is_checked


def test_without_the_setting_nobody_is_asked(desk: Sitting) -> None:
    desk.paste(COPY)
    desk.wait_checked()
    assert not any(finding.rule.startswith("lt-") for finding in desk.release.findings)
    assert "bnews-opinion" not in {thread.name for thread in threading.enumerate()}


def test_a_foreign_word_may_be_put_in_a_dictionary(asked: list[bytes], start: Starter) -> None:
    desk = start()
    desk.paste(COPY.replace("people of Blitar", "people of the new roastery"))
    unknown = "lt-MORFOLOGIK_RULE_EN_US"
    desk.wait(lambda: unknown in {finding.rule for finding in desk.release.findings})
    assert dictionary_word(desk.finding(RULE)) == "", "a slip of grammar is no word"
    finding = desk.finding(unknown)
    desk.wait(lambda: desk.parts.findings.model.row_of(finding) >= 0)
    desk.parts.findings.show_finding(finding)
    desk.parts.findings.list.setFocus()
    desk.press(Qt.Key.Key_A)
    assert desk.status_text() == "“roastery” ditambahkan ke kamus saya."
    desk.wait_checked()
    desk.wait(lambda: RULE in {finding.rule for finding in desk.release.findings})
    assert unknown not in {finding.rule for finding in desk.release.findings}
