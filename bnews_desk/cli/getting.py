"""``bnews-desk doctor --get-languagetool``: LanguageTool downloaded, or out of a ZIP or folder."""

from __future__ import annotations

import sys

from bnews_desk.lexicon.languagetool.download import Download, taken_in
from bnews_desk.lexicon.languagetool.installation import VERSION, Installed


def get_languagetool(source: str) -> None:
    """Get it from a ZIP or folder, or by a download for ''; say where it lies.

    Raises ``OpinionError``. Ctrl-C leaves nothing of a download.
    """
    found = taken_in(source) if source else _downloaded()
    print(f"LanguageTool {found.version} siap di {found.folder}.")


def _downloaded() -> Installed:
    """A download, with a progress bar where standard error is a terminal."""
    if not sys.stderr.isatty():
        return Download().run()
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn

    columns = TextColumn("{task.description}"), BarColumn(), DownloadColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(f"Mengunduh LanguageTool {VERSION}", total=None)
        return Download().run(
            lambda come, of: progress.update(task, completed=come, total=of or None)
        )
