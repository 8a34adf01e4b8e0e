"""What a frozen program does for the processes that it starts."""

from __future__ import annotations

import pytest

from bnews_desk.helper_process import leave_own_libraries


@pytest.mark.parametrize("own", [None, "", "/opt/redaksi/lib"])
def test_programs_that_are_started_get_the_users_library_path(
    monkeypatch: pytest.MonkeyPatch, own: str | None
) -> None:
    """As PyInstaller's loader leaves it: the program's folder, and the user's own path aside."""
    environment = {"LD_LIBRARY_PATH": "/usr/lib/bnews-desk/_internal"}
    if own is not None:
        environment["LD_LIBRARY_PATH_ORIG"] = own
    monkeypatch.setattr("os.environ", environment)
    leave_own_libraries()
    assert environment == ({} if own is None else {"LD_LIBRARY_PATH": own})
