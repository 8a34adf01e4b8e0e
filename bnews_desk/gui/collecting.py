"""Building a window without the garbage collector, which has crashed in the middle of it."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")


def without_collecting(build: Callable[Parameters, Result]) -> Callable[Parameters, Result]:
    """``build`` with no collection while it runs; PySide's half-made objects do not bear one."""

    @wraps(build)
    def quietly(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Result:
        gc.disable()
        try:
            return build(*args, **kwargs)
        finally:
            gc.enable()

    return quietly
