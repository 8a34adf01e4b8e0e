"""``fix``, ``convert``, ``rules``, ``doctor``, and calls that cannot be carried out."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from command_call import HOUSE_FORM, Call

from bnews_desk import __version__
from bnews_desk.cli.exit_status import EXIT_FINDINGS, EXIT_OK, EXIT_UNREADABLE
from bnews_desk.rules.catalogue import all_rules
from bnews_desk.rules.rule import RuleGroup

ROOT = Path(__file__).resolve().parents[2]
RELEASES = sorted((ROOT / "tests" / "fixtures" / "releases").glob("*.txt"))


# --- fix ------------------------------------------------------------------------------------


def test_fix_writes_the_txt_form_to_standard_output(call: Call, warned: Path) -> None:
    result = call("fix", warned)
    assert result.status == EXIT_OK
    assert result.raw == HOUSE_FORM.encode()
    assert result.err.startswith("1 perbaikan diterapkan (dateline-format 1)")


def test_fix_is_1_where_errors_remain(call: Call, faulty: Path) -> None:
    result = call("fix", faulty)
    assert result.status == EXIT_FINDINGS
    assert result.out == HOUSE_FORM.replace("\nEditor : Zainul Arifin", "")
    assert "tersisa 1 wajib diperbaiki" in result.err


def test_an_offered_fix_is_applied_where_it_is_asked_for(call: Call, faulty: Path) -> None:
    result = call("fix", faulty, "--offered", "credit-missing")
    assert result.status == EXIT_OK
    assert result.out == HOUSE_FORM


def test_an_offered_rule_that_there_is_not_is_bad_usage(call: Call, faulty: Path) -> None:
    result = call("fix", faulty, "--offered", "credit-mising")
    assert result.status == EXIT_UNREADABLE
    assert "“credit-missing”" in result.err
    assert result.out == ""


def test_fix_writes_a_file_and_leaves_the_original_alone(
    call: Call, warned: Path, tmp_path: Path
) -> None:
    before = warned.read_bytes()
    out = tmp_path / "hasil.txt"
    result = call("fix", warned, "-o", out)
    assert result.status == EXIT_OK
    assert result.out == ""
    assert out.read_bytes() == HOUSE_FORM.encode()
    assert warned.read_bytes() == before


def test_fix_of_a_clean_file_gives_it_back(call: Call, clean: Path) -> None:
    result = call("fix", clean)
    assert result.raw == clean.read_bytes()
    assert "Tidak ada yang perlu diperbaiki" in result.err


def test_fix_reads_standard_input(call: Call, warned: Path) -> None:
    assert call("fix", "-", stdin=warned.read_bytes()).out == HOUSE_FORM


@pytest.mark.parametrize("path", RELEASES, ids=lambda path: path.stem)
def test_fixing_twice_is_fixing_once(call: Call, path: Path) -> None:
    once = call("fix", path)
    again = call("fix", "-", stdin=once.raw)
    assert again.raw == once.raw


def test_fix_makes_a_word_file(call: Call, warned: Path, tmp_path: Path) -> None:
    out = tmp_path / "hasil.docx"
    assert call("fix", warned, "-o", out).status == EXIT_OK
    assert call("convert", out, "-").out == HOUSE_FORM


@pytest.mark.parametrize("name", ["hasil.png", "hasil", "tidak/ada/hasil.txt"])
def test_where_nothing_can_be_written_nothing_is_lost(
    call: Call, warned: Path, tmp_path: Path, name: str
) -> None:
    before = sorted(os.listdir(tmp_path))
    result = call("fix", warned, "-o", tmp_path / name)
    assert result.status == EXIT_UNREADABLE
    assert result.err.startswith("bnews-desk: ")
    assert sorted(os.listdir(tmp_path)) == before


def test_fix_of_a_missing_file_is_2(call: Call, tmp_path: Path) -> None:
    result = call("fix", tmp_path / "tidak-ada.txt", "-o", tmp_path / "hasil.txt")
    assert result.status == EXIT_UNREADABLE
    assert not (tmp_path / "hasil.txt").exists()


# --- convert --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["clean", "faulty", "headlined"])
def test_text_to_word_and_back_is_the_same_text(
    call: Call, name: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    path: Path = request.getfixturevalue(name)
    word, back = tmp_path / "naskah.docx", tmp_path / "kembali.txt"
    assert call("convert", path, word).status == EXIT_OK
    assert call("convert", word, back).status == EXIT_OK
    assert back.read_bytes() == path.read_bytes()


def test_convert_mends_nothing(call: Call, faulty: Path) -> None:
    result = call("convert", faulty, "-")
    assert result.raw == faulty.read_bytes()
    assert result.err == ""


def test_convert_between_standard_streams_in_the_formats_that_are_named(
    call: Call, headlined: Path
) -> None:
    word = call("convert", "--from", "txt", "--to", "docx", "-", "-", stdin=headlined.read_bytes())
    assert word.status == EXIT_OK
    assert word.raw.startswith(b"PK")
    text = call("convert", "--from", "docx", "--to", "txt", "-", "-", stdin=word.raw)
    assert text.raw == headlined.read_bytes()


def test_a_named_format_goes_before_the_ending(call: Call, clean: Path, tmp_path: Path) -> None:
    odd = tmp_path / "naskah.dat"
    odd.write_bytes(clean.read_bytes())
    assert (
        call("convert", "--from", "txt", odd, "--to", "txt", tmp_path / "x.dat").status == EXIT_OK
    )
    assert (tmp_path / "x.dat").read_bytes() == clean.read_bytes()


@pytest.mark.parametrize(
    "arguments",
    [
        ("tidak-ada.txt", "hasil.docx"),
        ("bersih.txt", "hasil.pdf"),
        ("bersih.txt", "hasil"),
        ("bersih.png", "hasil.txt"),
        ("--from", "docx", "bersih.txt", "hasil.pdf"),
        ("--to", "pdf", "bersih.txt", "hasil.txt"),
        ("--from", "pages", "bersih.txt", "hasil.txt"),
    ],
)
def test_a_conversion_that_cannot_be_made_is_2_and_writes_nothing(
    call: Call, clean: Path, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(clean.parent)
    result = call("convert", *arguments)
    assert result.status == EXIT_UNREADABLE
    assert re.fullmatch(r"bnews-desk: [^\n]+\.\n", result.err)
    assert os.listdir(clean.parent) == [clean.name]


def test_what_could_not_be_carried_is_told_on_standard_error(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "rusak.txt"
    file.write_bytes("Panen raya “padi” dimulai ".encode() + b"\xff" + b" pagi.")
    result = call("convert", file, "-")
    assert "1 karakter rusak" in result.err
    assert "\ufffd" in result.out


# --- rules ----------------------------------------------------------------------------------


def test_rules_as_text_have_a_line_each(call: Call) -> None:
    result = call("rules")
    lines = result.out.splitlines()
    assert [line.split()[:2] for line in lines] == [[rule.code, rule.id] for rule in all_rules()]


def test_rules_as_json_say_everything(call: Call) -> None:
    found = {rule["id"]: rule for rule in call("rules", "--format", "json").json}
    assert list(found) == [rule.id for rule in all_rules()]
    for rule in all_rules():
        entry = found[rule.id]
        assert entry["code"] == rule.code
        assert entry["severity"] == (rule.severity.value if rule.is_on else None)
        assert entry["default_severity"] == rule.severity.value
        assert entry["on_by_default"] is rule.is_on
        assert entry["fix"] in {"safe", "offered", "none"}
        assert entry["scope"] in {"paragraph", "release"}
        assert entry["bad"]
        assert entry["good"]


def test_rules_as_markdown_have_a_section_each(call: Call) -> None:
    out = call("rules", "--format", "md").out
    assert out.count("\n### ") == len(all_rules())
    groups = list(dict.fromkeys(rule.group for rule in all_rules()))
    assert re.findall(r"^## (.+)$", out, re.MULTILINE) == [
        g.value for g in RuleGroup if g in groups
    ]


@pytest.mark.parametrize("name", ["dateline-format", "A02", "a02"])
def test_one_rule_is_explained_by_id_or_code(call: Call, name: str) -> None:
    out = call("rules", name).out
    assert out.startswith("Penulisan dateline (dateline-format, A02)\n")
    for label in (
        "Pesan:",
        "Tingkat: perlu dicek",
        "Perbaikan: aman",
        "Dasar:",
        "Keliru:",
        "Benar:",
    ):
        assert label in out


def test_the_style_sheets_severity_is_shown(call: Call, tmp_path: Path) -> None:
    sheet = tmp_path / "gaya.toml"
    sheet.write_text("[severity]\ndateline-format = 'off'\n")
    assert "Tingkat: mati (perlu dicek)" in call("rules", "A02", "--house", sheet).out
    (entry,) = call("rules", "A02", "--format", "json", "--house", sheet).json
    assert entry["severity"] is None


def test_a_rule_that_there_is_not_is_2_with_a_hint(call: Call) -> None:
    result = call("rules", "datline-format")
    assert result.status == EXIT_UNREADABLE
    assert "“dateline-format”" in result.err


# --- doctor ---------------------------------------------------------------------------------


def test_doctor_names_what_is_installed(call: Call) -> None:
    result = call("doctor")
    assert result.status == EXIT_OK
    for subject in ("Python: 3.", "python-docx", "rich", "Templat Word", "B-news.id"):
        assert subject in result.out
    assert result.out.splitlines()[-1] == "Semua siap dipakai."


def test_doctor_says_what_is_missing_and_what_to_do(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    from importlib import metadata

    def nothing(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", nothing)
    for module in ("docx", "olefile"):
        monkeypatch.setitem(sys.modules, module, None)
    result = call("doctor")
    assert result.status == EXIT_OK
    missing = re.findall(
        r"! (\S+) \(.+\): tidak terpasang\n  → Jalankan: pip install \1\n", result.out
    )
    assert missing == ["python-docx", "olefile"]
    assert result.out.splitlines()[-1] == f"{len(missing)} hal perlu ditangani."


def test_doctor_imports_what_it_vouches_for(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "trafilatura", raising=False)
    for module in [name for name in sys.modules if name.startswith(("trafilatura.", "justext"))]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "lxml.html.clean", None)  # as pip 23 leaves it
    out = call("doctor").out
    assert re.search(r"! trafilatura \(.+\): \d.+, tetapi tidak dapat dimuat: .*lxml\.html", out)
    assert "1 hal perlu ditangani." in out


def test_doctor_knows_every_package_that_the_program_needs() -> None:
    from bnews_desk.cli.doctor import _PACKAGES

    needed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.split(r"[\[><=;]", line)[0].strip() for line in needed["dependencies"]}
    names -= {"chunspell"}  # Hunspell is looked at with its dictionary
    assert names == set(_PACKAGES)


def test_doctor_looks_at_the_style_sheet(call: Call, tmp_path: Path) -> None:
    sheet = tmp_path / "gaya.toml"
    sheet.write_text("[dateline]\nsite = 5\n[severity]\ndateline-formt = 'off'\n")
    out = call("doctor", "--house", sheet).out
    assert f"{sheet}: dateline.site" in out
    assert "severity.dateline-formt" in out
    assert call("doctor", "--house", tmp_path / "tidak-ada.toml").status == EXIT_OK


# --- calls ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "wajib diisi: PERINTAH"),
        (["cek"], "“cek” tidak dikenal"),
        (["check"], "wajib diisi: BERKAS"),
        (["check", "--format", "xml", "a.txt"], "“xml” tidak dikenal"),
        (["check", "--jobs", "dua", "a.txt"], "“dua” tidak dapat dipakai"),
        (["check", "a.txt", "--house"], "nilainya belum diisi"),
        (["check", "a.txt", "--warna"], "tidak dikenal: --warna"),
        (["check", "a.txt", "--form", "json"], "tidak dikenal: --form"),
        (["fix"], "wajib diisi: BERKAS"),
        (["fix", "a.txt", "b.txt"], "tidak dikenal: b.txt"),
        (["rules", "--format", "sarif"], "“sarif” tidak dikenal"),
    ],
)
def test_bad_usage_is_2_and_told_in_indonesian(call: Call, arguments: list[str], told: str) -> None:
    result = call(*arguments)
    assert result.status == EXIT_UNREADABLE
    assert result.out == ""
    assert told in result.err
    assert result.err.startswith("Pemakaian: bnews-desk")
    assert not re.search(r"usage|required|invalid|argument |choose|expected|unrecog", result.err)


@pytest.mark.parametrize("command", [[], ["check"], ["fix"], ["convert"], ["rules"], ["doctor"]])
def test_help_is_0_and_in_indonesian(call: Call, command: list[str]) -> None:
    result = call(*command, "--help")
    assert result.status == EXIT_OK
    assert result.out.startswith("Pemakaian: bnews-desk")
    assert "tampilkan bantuan ini" in result.out
    assert not re.search(r"\b(?:usage|options|positional|show|exit)\b", result.out)


def test_the_version_is_told(call: Call) -> None:
    result = call("--version")
    assert (result.status, result.out) == (EXIT_OK, f"bnews-desk {__version__}\n")


def test_an_interrupted_call_says_so(
    call: Call, clean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bnews_desk.cli import command_inputs

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(command_inputs, "read_release_file", interrupted)
    result = call("check", clean)
    assert result.status == 130
    assert result.err == "bnews-desk: Dihentikan.\n"


# --- the whole process ----------------------------------------------------------------------


def process(*arguments: str | Path, **options: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "bnews_desk", *map(str, arguments)]
    return subprocess.Popen(  # type: ignore[call-overload, no-any-return]
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options
    )


def test_the_exit_status_is_that_of_the_process(faulty: Path) -> None:
    with process("check", faulty) as running:
        out, err = running.communicate(timeout=60)
    assert (running.returncode, err) == (EXIT_FINDINGS, b"")
    assert "credit-missing" in out.decode()


def test_output_is_utf_8_whatever_the_system_speaks(faulty: Path) -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    with process("check", faulty, env=environment) as running:
        out, _ = running.communicate(timeout=60)
    assert "«BLITAR – »" in out.decode("utf-8")


@pytest.mark.parametrize("arguments", [["rules", "--format", "md"], ["check", *RELEASES * 30]])
def test_a_reader_that_goes_away_is_no_failure(arguments: list[str | Path]) -> None:
    with process(*arguments) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        err = running.stderr.read()
        running.wait(timeout=60)
    assert err == b""
    assert running.returncode in {EXIT_OK, EXIT_FINDINGS}


@pytest.mark.posix("a process there is not limited by itself")
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the limit holds on Linux")
def test_the_command_line_limits_its_own_memory(clean: Path) -> None:
    code = (
        "import sys, resource; from bnews_desk.cli.main import run; run(sys.argv[1:]);"
        "print('LIMIT', resource.getrlimit(resource.RLIMIT_AS)[0])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "check", str(clean)],
        capture_output=True, text=True, cwd=ROOT, timeout=60, check=True,
    )  # fmt: skip
    assert 0 < int(done.stdout.rpartition("LIMIT ")[2]) <= 1_100_000_000


# --- what the outside does ------------------------------------------------------------------


def run_in_shell(line: str) -> subprocess.CompletedProcess[str]:
    program = f"{shlex.quote(sys.executable)} -m bnews_desk"
    return subprocess.run(
        ["/bin/sh", "-c", line.replace("bnews-desk", program)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        timeout=60,
        check=False,
    )


@pytest.mark.posix("/dev/full")
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no full device")
def test_a_full_disk_is_told_and_is_2() -> None:
    done = run_in_shell("bnews-desk rules > /dev/full")
    assert done.returncode == EXIT_UNREADABLE
    assert "disk penuh" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.posix("/bin/sh closes the streams")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_a_closed_stream_is_no_failure(closed: str) -> None:
    done = run_in_shell(f"bnews-desk rules dateline-missing {closed}")
    assert done.returncode == EXIT_OK
    assert "Traceback" not in done.stderr


def test_a_call_is_one_for_the_command_line_or_opens_the_window() -> None:
    from bnews_desk.cli.arguments import COMMANDS
    from bnews_desk.cli.main import is_command

    helped = subprocess.run(
        [sys.executable, "-m", "bnews_desk", "--help"],
        capture_output=True, text=True, cwd=ROOT, timeout=60, check=True,
    ).stdout  # fmt: skip
    assert all(re.search(rf"^ +{command}\b", helped, re.MULTILINE) for command in COMMANDS)
    assert is_command(["check", "rilis.txt"])
    assert is_command(["--version"])
    assert not is_command([])
    assert not is_command(["rilis.docx"])
    assert is_command(["chek", "rilis.txt"]), "a command misspelt is not a release to open"


def test_a_release_without_an_ending_opens_the_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bnews_desk.cli.main import is_command

    monkeypatch.chdir(tmp_path)
    (tmp_path / "rilis").write_text(HOUSE_FORM)
    assert not is_command(["rilis"])


@pytest.mark.posix("a session there always has a screen")
@pytest.mark.skipif(sys.platform == "darwin", reason="a session there always has a screen")
def test_without_a_screen_the_window_says_so() -> None:
    screens = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: text for name, text in os.environ.items() if name not in screens}
    done = subprocess.run(
        [sys.executable, "-m", "bnews_desk"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == EXIT_UNREADABLE
    assert "tidak ada layar" in done.stderr


@pytest.mark.parametrize("command", [("convert",), ("fix", "-o")])
def test_the_original_is_not_written_over(
    call: Call, warned: Path, command: tuple[str, ...]
) -> None:
    before = warned.read_bytes()
    beside = warned.parent / "." / warned.name
    result = call(command[0], warned, *command[1:], beside)
    assert result.status == EXIT_UNREADABLE
    assert "berkas aslinya sendiri" in result.err
    assert warned.read_bytes() == before


def test_control_characters_that_word_cannot_hold_are_told(call: Call, tmp_path: Path) -> None:
    source, target = tmp_path / "asal.txt", tmp_path / "hasil.docx"
    source.write_bytes(HOUSE_FORM.replace("Petani", "Pe\x07tani").encode())
    result = call("convert", source, target)
    assert result.status == EXIT_OK
    assert "1 karakter kendali" in result.err
