"""Find the photos of an export that was unpacked to a folder. Nothing outside of the folder is ever named."""

import os
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path

MAX_WRAPPERS = 200
"""Maximum number of folders inside the given one that are tried as the root of the export."""
SHOWN_BY_BROWSERS = (".jpg", ".jpeg", ".png", ".webp", ".gif")


class MediaFolders:
    """The folders of an export, in which its photos are looked for."""

    def __init__(self, paths: Sequence[Path]) -> None:
        roots = [root for root in paths if root.is_dir()]
        self._roots = [(os.path.join(os.path.realpath(root), ""), _possible_roots(root)) for root in roots]  # noqa: PTH118
        """The real path of each folder, with a separator at the end, and the folders in which the export may begin."""

    @property
    def picture_finder(self) -> Callable[[Iterable[str]], str] | None:
        """Return `picture_url`, or None if nothing of the export is unpacked, so that no picture can be shown."""
        return self.picture_url if self._roots else None

    def picture_url(self, media: Iterable[str]) -> str:
        """Return the `file:` address of the first of these paths that is a picture in the export, or ""."""
        pictures = [path for path in media if path.lower().endswith(SHOWN_BY_BROWSERS)]
        found = (self._find(path) for path in pictures)
        return next((path.as_uri() for path in found if path), "")

    def _find(self, name: str) -> Path | None:
        for inside, bases in self._roots:
            for base in bases:
                try:
                    path = os.path.realpath(base / name)
                    if path.startswith(inside) and os.path.isfile(path):  # noqa: PTH113 - False for an impossible name
                        return Path(path)
                except (OSError, ValueError):
                    continue
        return None


def _possible_roots(folder: Path) -> list[Path]:
    """Return the folder and those in it: archives are often unpacked to a folder named like them."""
    try:
        inside = islice((Path(entry.path) for entry in os.scandir(folder) if entry.is_dir(follow_symlinks=False)), MAX_WRAPPERS)
        return [folder, *sorted(inside)]
    except OSError:
        return [folder]
