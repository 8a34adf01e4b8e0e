"""The frame reader that is made late."""

from __future__ import annotations

import pickle

from bnews_desk.cli.import_output import lazy_frame_reader


def test_a_late_reader_goes_to_another_process() -> None:
    sent = pickle.loads(pickle.dumps(lazy_frame_reader(None)))  # noqa: S301 - our own bytes
    assert sent.house.name == "B-news.id"
