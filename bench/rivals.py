"""Other ways to count an export, each as a program of its own: `python -m bench.rivals WAY FILE`.

All count the same: posts, photos told apart, photos with their place, posts by year, comments.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any
from zipfile import ZipFile

POSTS, COMMENTS = "posts__", "/comments.json"


class Tally:
    """What a way of reading has found."""

    def __init__(self) -> None:
        self.photos: set[str] = set()
        self.places: set[str] = set()
        self.years: Counter[int] = Counter()
        self.posts = self.comments = 0

    def post(self, post: Any) -> None:
        """Count a post."""
        self.posts += 1
        self.years[int(post["timestamp"]) // 31_557_600] += 1
        for attachment in post.get("attachments", ()):
            for item in attachment["data"]:
                media = item.get("media")
                if media:
                    self.photos.add(media["uri"])
                    for block in media["media_metadata"]["photo_metadata"]["exif_data"]:
                        if "latitude" in block:
                            self.places.add(media["uri"])


def whole(load: Callable[[bytes], Any]) -> Callable[[ZipFile, str, Tally], None]:
    """A way that loads a file as a whole."""

    def count(archive: ZipFile, name: str, tally: Tally) -> None:
        value = load(archive.read(name))
        if COMMENTS in name:
            tally.comments += len(value["comments_v2"])
        else:
            for post in value:
                tally.post(post)

    return count


def by_events(archive: ZipFile, name: str, tally: Tally) -> None:
    """A way that streams: ijson with its fastest backend."""
    import ijson

    with archive.open(name) as file:
        if COMMENTS in name:
            tally.comments += sum(1 for _ in ijson.items(file, "comments_v2.item", use_float=True))
        else:
            for post in ijson.items(file, "item", use_float=True):
                tally.post(post)


def _orjson(data: bytes) -> Any:
    import orjson

    return orjson.loads(data)


def _msgspec(data: bytes) -> Any:
    import msgspec

    return msgspec.json.decode(data)


WAYS = {"json": whole(json.loads), "orjson": whole(_orjson), "msgspec-untyped": whole(_msgspec), "ijson": by_events}


def wanted(archive: ZipFile) -> Iterator[str]:
    """The files that count."""
    return (name for name in archive.namelist() if POSTS in name or COMMENTS in name)


if __name__ == "__main__":
    tally = Tally()
    with ZipFile(sys.argv[2]) as archive:
        for name in wanted(archive):
            WAYS[sys.argv[1]](archive, name, tally)
    found = {"posts": tally.posts, "photos": len(tally.photos), "comments": tally.comments, "gps": len(tally.places)}
    sys.stdout.write(f"{json.dumps(found)}\n")
