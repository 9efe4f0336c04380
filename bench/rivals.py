"""Other readers that count an export, each run as a separate program: `python -m bench.rivals READER FILE`.

All count the same: posts, distinct photos, photos with a location, posts by year, comments.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any
from zipfile import ZipFile

POSTS, COMMENTS = "posts__", "/comments."


class RivalTally:
    """The counts of one reader."""

    def __init__(self) -> None:
        self.photos: set[str] = set()
        self.located: set[str] = set()
        self.years: Counter[int] = Counter()
        self.posts = self.comments = 0

    def add_post(self, post: Any) -> None:
        """Count a post and its photos."""
        self.posts += 1
        self.years[int(post["timestamp"]) // 31_557_600] += 1
        for attachment in post.get("attachments", ()):
            for item in attachment["data"]:
                media = item.get("media")
                if media:
                    self.photos.add(media["uri"])
                    for block in media["media_metadata"]["photo_metadata"]["exif_data"]:
                        if "latitude" in block:
                            self.located.add(media["uri"])


def whole_file(load: Callable[[bytes], Any]) -> Callable[[ZipFile, str, RivalTally], None]:
    """Return a reader that loads each file as a whole."""

    def count(archive: ZipFile, name: str, tally: RivalTally) -> None:
        value = load(archive.read(name))
        if COMMENTS in name:
            tally.comments += len(value["comments_v2"])
        else:
            for post in value:
                tally.add_post(post)

    return count


def read_events(archive: ZipFile, name: str, tally: RivalTally) -> None:
    """Read as a stream of events: ijson with its fastest backend."""
    import ijson

    with archive.open(name) as file:
        if COMMENTS in name:
            tally.comments += sum(1 for _ in ijson.items(file, "comments_v2.item", use_float=True))
        else:
            for post in ijson.items(file, "item", use_float=True):
                tally.add_post(post)


def _orjson(data: bytes) -> Any:
    import orjson

    return orjson.loads(data)


def _msgspec(data: bytes) -> Any:
    import msgspec

    return msgspec.json.decode(data)


def parse_page(archive: ZipFile, name: str, tally: RivalTally) -> None:
    """Read a page with the parser of the standard library: blocks and pictures only."""
    with archive.open(name) as file:
        parser = _PageParser(tally, is_posts=COMMENTS not in name)
        while data := file.read(1 << 16):
            parser.feed(data.decode("utf-8", "replace"))
        parser.close()


class _PageParser(HTMLParser):
    def __init__(self, tally: RivalTally, *, is_posts: bool) -> None:
        super().__init__()
        self.tally, self.is_posts = tally, is_posts

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "section":
            self.tally.posts += self.is_posts
            self.tally.comments += not self.is_posts
        elif tag == "img":
            self.tally.photos.update(value for name, value in attrs if name == "src" and value)


LIBRARIES = {"orjson": "orjson", "ijson": "ijson"}
"""The libraries that readers need and the program does not."""
PAGE_READERS = ("html.parser",)
"""The readers of pages; all others read JSON."""
READERS = {
    "json": whole_file(json.loads),
    "orjson": whole_file(_orjson),
    "msgspec-untyped": whole_file(_msgspec),
    "ijson": read_events,
    "html.parser": parse_page,
}


def counted_files(archive: ZipFile) -> Iterator[str]:
    """Return the names of the files that are counted."""
    return (name for name in archive.namelist() if POSTS in name or COMMENTS in name)


if __name__ == "__main__":
    tally = RivalTally()
    with ZipFile(sys.argv[2]) as archive:
        for name in counted_files(archive):
            READERS[sys.argv[1]](archive, name, tally)
    counts = {"posts": tally.posts, "photos": len(tally.photos), "comments": tally.comments, "gps": len(tally.located)}
    sys.stdout.write(f"{json.dumps(counts)}\n")
