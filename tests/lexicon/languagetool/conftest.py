"""A stub of LanguageTool for each test that wants one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from stub_server import Behaviour, Stub


@pytest.fixture
def stub() -> Iterator[Callable[..., Stub]]:
    """Starts a server that behaves as told, for as long as the test lasts."""
    with ExitStack() as running:

        def start(behaviour: Behaviour, languages: tuple[str, ...] = ("en-US", "id")) -> Stub:
            return running.enter_context(Stub(behaviour, languages).running())

        yield start
