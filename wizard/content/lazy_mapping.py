"""Mappings from raw records: one whose values are built on first access, and one that is built at once."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

R = TypeVar("R")
T = TypeVar("T")


class LazyMapping(Mapping[str, T]):
    """Values by id, each built once from its raw record."""

    def __init__(self, raw_records: Mapping[str, R], build: Callable[[str, R], T]) -> None:
        self._build: Callable[[str], T] = lambda id: build(id, raw_records[id])
        self._ids = raw_records.keys()
        self._built: dict[str, T] = {}

    def __getitem__(self, id: str) -> T:
        if id not in self._built:
            self._built[id] = self._build(id)
        return self._built[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


def eager_mapping(raw_records: Mapping[str, R], build: Callable[[str, R], T]) -> Mapping[str, T]:
    """Build all values at once, so that errors are raised here."""
    return {id: build(id, raw_record) for id, raw_record in raw_records.items()}
