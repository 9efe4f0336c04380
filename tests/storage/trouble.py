"""A disk that fails, or a process that dies, at one chosen point of whatever is done to files."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

Strike = Callable[[], object]
CALLS = ("open", "fsync", "link", "replace", "rename", "unlink", "chmod", "mkdir")


class _HalfWritten:
    """An open file that takes half of what is written to it before trouble strikes."""

    def __init__(self, file: Any, strike: Strike) -> None:
        self._file = file
        self._strike = strike

    def write(self, data: bytes) -> None:
        self._file.write(data[: len(data) // 2])
        self._file.flush()
        self._strike()

    def __enter__(self) -> "_HalfWritten":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


@contextmanager
def trouble(point: int, strike: Strike) -> Iterator[list[str]]:
    """Strike just before this call that touches the disk, counted from nought; gives the names of all calls made."""
    made: list[str] = []

    def watched(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def instead(*given: Any, **named: Any) -> Any:
            made.append(name)
            if len(made) - 1 == point and name != "write":
                strike()
            done = call(*given, **named)
            return _HalfWritten(done, strike) if len(made) - 1 == point else done

        return instead

    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, watched(name, getattr(os, name)))
        patch.setattr(sys, "dont_write_bytecode", True)  # a module imported meanwhile must not be kept half written
        patch.setattr(os, "fdopen", watched("write", os.fdopen))
        yield made
