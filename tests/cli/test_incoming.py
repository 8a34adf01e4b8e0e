"""The frame reader that is made late."""

from __future__ import annotations

import pickle

from bnews_desk.cli.incoming import late_reader


def test_a_late_reader_goes_to_another_process() -> None:
    sent = pickle.loads(pickle.dumps(late_reader(None)))  # noqa: S301 - our own bytes
    assert sent.house.name == "B-news.id"
