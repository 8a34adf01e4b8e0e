"""The requirements of a local LanguageTool: where it is installed and what to do where it is
missing.

language_tool_python determines the folder of its downloads (``LTP_PATH``, else a folder in the
user's cache) and how a server is started from there.
"""

from __future__ import annotations

import logging
import os
import re
import subprocess
from shutil import which
from typing import NamedTuple

from bnews_desk.errors import OpinionError
from bnews_desk.files import read_bytes, write_atomically
from bnews_desk.lexicon.hunspell import NAME, dictionary_folder
from bnews_desk.lexicon.languagetool.language_guess import INDONESIAN
from bnews_desk.log import log_fault
from bnews_desk.paths import data_folder

_LOG = logging.getLogger(__name__)


VERSION = "6.8"
"""The release that is downloaded; any installed release is used."""
LEAST_JAVA = 17
PATH_VARIABLE = "LTP_PATH"
_JARS = ("languagetool-server.jar", "languagetool.jar")
_FOLDER = re.compile(r"LanguageTool-(\d+)\.(\d+)")
_JAVA = re.compile(r'version "(?:1\.)?(\d+)')
_JAVA_SECONDS = 20
MAX_DICTIONARY_BYTES = 50_000_000
_COMMON_WORDS = "common_words.txt"


class Java(NamedTuple):
    """A Java runtime and its major version; 0 where unknown."""

    path: str
    version: int

    @property
    def is_enough(self) -> bool:
        """Whether LanguageTool runs on it."""
        return self.version >= LEAST_JAVA


class Installation(NamedTuple):
    """A LanguageTool folder and its version, such as ``6.8``."""

    folder: str
    version: str


def releases_folder() -> str:
    """The folder of downloaded releases; it may not exist yet."""
    named = os.environ.get(PATH_VARIABLE)
    return named or os.path.join(os.path.expanduser("~"), ".cache", "language_tool_python")


def find_installation(folder: str = "") -> Installation | None:
    """The newest release in a folder, by default ``releases_folder``; None without any."""
    place = folder or releases_folder()
    try:
        names = os.listdir(place)
    except FileNotFoundError:
        return None
    except OSError as error:
        log_fault(_LOG, "listing LanguageTool's folder", error)
        return None
    found = [
        (int(match[1]), int(match[2]), name)
        for name in names
        if (match := _FOLDER.fullmatch(name)) and _has_server(os.path.join(place, name))
    ]
    if not found:
        return None
    name = max(found)[2]
    return Installation(os.path.join(place, name), name.partition("-")[2])


def find_java() -> Java | None:
    """The Java on the path, or None; takes a tenth of a second."""
    path = which("java")
    if path is None:
        return None
    try:
        said = subprocess.run(  # noqa: S603 – a program the system finds, without a shell
            [path, "-version"],
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_JAVA_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        log_fault(_LOG, "asking Java for its version", error)
        return Java(path, 0)
    match = _JAVA.search(said.stderr + said.stdout)
    return Java(path, int(match[1]) if match else 0)


def java_remedy() -> str:
    """What to do where ``find_java`` finds none or one that is too old."""
    return f"Pasang Java {LEAST_JAVA} atau yang lebih baru (Debian: apt install default-jre)."


def release_remedy() -> str:
    """What to do where ``find_installation`` finds none."""
    return (
        f"Jalankan bnews-desk doctor --get-languagetool, atau tunjuk dengan {PATH_VARIABLE} folder"
        " yang berisi LanguageTool-X.Y."
    )


def server_command(runtime: Java | None, port: int, config: str) -> list[str]:
    """The command that starts a server reachable from this computer only.

    Raises ``OpinionError``, which says what is missing and what to do.
    """
    found = find_installation()
    if runtime is None or not runtime.is_enough:
        state = "tidak ada" if runtime is None else "terlalu lama"
        raise OpinionError(
            f"LanguageTool tidak dapat dijalankan karena Java {state}. {java_remedy()}"
        )
    if found is None:
        raise OpinionError(f"LanguageTool belum ada di komputer ini. {release_remedy()}")
    from language_tool_python.download_lt import LocalLanguageTool

    release = LocalLanguageTool.from_version_name(found.version)
    return [*release.get_server_cmd(port), "--config", config]


def server_folder() -> str:
    """The folder for a server's own files beside LanguageTool; it may not exist yet."""
    return os.path.join(data_folder(), "languagetool")


def write_server_config(*, reads_indonesian: bool) -> str:
    """Write the configuration of a server into ``server_folder``; returns its path.

    With ``reads_indonesian`` it includes spelling of Indonesian by Hunspell's dictionary. Raises
    ``DeskError`` where that is missing or nothing can be written.
    """
    from language_tool_python.config_file import LanguageToolConfig

    folder = server_folder()
    os.makedirs(folder, exist_ok=True)
    options: dict[str, object] = {
        "maxCheckThreads": 2,
        "pipelineCaching": True,  # a sentence takes a quarter of the time
        "maxPipelinePoolSize": 4,
        "pipelineExpireTimeInSeconds": 900,
    }
    if reads_indonesian:
        options["lang-id"] = "Indonesian"
        options["lang-id-dictPath"] = _own_dictionary(folder)
    # validates and escapes; writes its file to a shared folder
    config = LanguageToolConfig(options)
    os.unlink(config.path)
    lines = "".join(f"{key}={value}\n" for key, value in config.config.items())
    path = os.path.join(folder, "server-id.properties" if reads_indonesian else "server.properties")
    write_atomically(path, lines.encode())
    return path


def _own_dictionary(folder: str) -> str:
    """A copy of Hunspell's dictionary, with the list of common words that it needs beside it."""
    source = dictionary_folder()
    files = {name: os.path.join(source, name) for name in (f"{NAME}.aff", f"{NAME}.dic")}
    data_of = {name: read_bytes(path, MAX_DICTIONARY_BYTES) for name, path in files.items()}
    data_of[_COMMON_WORDS] = "\n".join(sorted(INDONESIAN)).encode()
    for name, data in data_of.items():
        target = os.path.join(folder, name)
        if not os.path.exists(target) or os.path.getsize(target) != len(data):
            write_atomically(target, data)
    return os.path.join(folder, f"{NAME}.dic")


def _has_server(folder: str) -> bool:
    return any(os.path.isfile(os.path.join(folder, jar)) for jar in _JARS)
