"""A stub of LanguageTool for tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from stub_server import Behaviour, Stub


@pytest.fixture
def stub() -> Iterator[Callable[..., Stub]]:
    """Starts a server with the given behaviour for the duration of a test."""
    with ExitStack() as running:

        def start(behaviour: Behaviour, languages: tuple[str, ...] = ("en-US", "id")) -> Stub:
            return running.enter_context(Stub(behaviour, languages).running())

        yield start
