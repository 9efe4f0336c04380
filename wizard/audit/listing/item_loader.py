"""The items of one export for a front end: read when the user first wants to see some, and kept until the page is left."""

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from wizard.audit.export_reader import ProgressCallback

from .item_collector import collect_items
from .item_store import ItemStore


class ItemLoader:
    """Reads the parts of an export once. To be closed when the items are no longer shown."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self.paths = tuple(paths)
        self._store: ItemStore | None = None

    def load(self, progress: ProgressCallback = lambda _done, _total: None) -> ItemStore:
        """Return the items. If `progress` raises an exception the reading stops, and nothing of it is kept."""
        if self._store is None:
            with ExitStack() as on_error:
                store = ItemStore()
                on_error.callback(store.close)
                collect_items(self.paths, store, progress)
                on_error.pop_all()
            self._store = store
        return self._store

    def close(self) -> None:
        """Remove the items."""
        if self._store is not None:
            self._store.close()
            self._store = None
