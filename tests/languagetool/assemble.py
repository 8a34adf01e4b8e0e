"""Assembles a LanguageTool server with English from Maven Central, for tests with a real server.

It is placed where language_tool_python looks, ``LTP_PATH`` or ``~/.cache/language_tool_python``,
complete or not at all. Run: ``make languagetool``.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

VERSION = "6.8"
"""The version that language_tool_python downloads too."""
POM = Path(__file__).with_name("pom.xml")
TIMEOUT_SECONDS = 900


def main() -> int:
    """Assemble the folder if it is missing; returns 1 after printing one sentence where that
    fails."""
    home = os.environ.get("LTP_PATH") or os.path.expanduser("~/.cache/language_tool_python")
    target = Path(home) / f"LanguageTool-{VERSION}"
    if (target / "languagetool-server.jar").is_file():
        print(f"LanguageTool {VERSION} sudah ada di {target}.")
        return 0
    maven = shutil.which("mvn")
    if maven is None or shutil.which("java") is None:
        return _refuse("Maven atau Java tidak ada (Debian: apt install maven default-jdk-headless)")
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".rakit-") as scratch:
        built = Path(scratch) / target.name
        fault = _built(maven, built, Path(scratch) / "work")
        if fault:
            return _refuse(fault)
        built.replace(target)
    print(f"LanguageTool {VERSION} siap di {target}.")
    return 0


def _built(maven: str, folder: Path, work: Path) -> str:
    """Let Maven fill ``folder``; returns what went wrong, '' where nothing did."""
    call = [maven, "-B", "-q", "-f", str(POM), "package"]
    call += [f"-Dlanguagetool.version={VERSION}", f"-Dfolder={folder}", f"-Dwork={work}"]
    try:
        done = subprocess.run(
            call, capture_output=True, text=True, timeout=TIMEOUT_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return f"Maven Central tidak selesai mengirim dalam {TIMEOUT_SECONDS // 60} menit"
    if done.returncode == 0:
        return ""
    lines = [line for line in done.stdout.splitlines() if line.startswith("[ERROR]")]
    return f"Maven gagal: {lines[0].removeprefix('[ERROR]').strip() if lines else 'tanpa sebab'}"


def _refuse(why: str) -> int:
    print(
        f"LanguageTool tidak dapat dirakit karena {why}; uji yang memerlukannya dilewati.",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
