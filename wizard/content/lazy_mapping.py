"""A mapping whose values are made when they are first asked for."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

R = TypeVar("R")
T = TypeVar("T")


class LazyMapping(Mapping[str, T]):
    """Values by id, each made once from its raw form."""

    def __init__(self, raw: Mapping[str, R], make: Callable[[str, R], T]) -> None:
        self._make: Callable[[str], T] = lambda id: make(id, raw[id])
        self._ids = raw.keys()
        self._made: dict[str, T] = {}

    def __getitem__(self, id: str) -> T:
        if id not in self._made:
            self._made[id] = self._make(id)
        return self._made[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)
