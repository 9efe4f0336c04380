"""Generate an export of any size: the same bytes for the same size on every computer, with known counts.

.venv/bin/python -m bench.export FILE --megabytes 2000 [--single] [--compact]
"""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

POSTS_PER_FILE = 10_000
"""As in real exports."""
UNREAD_SHARE = 0.3
"""The size of likes and messages, which are never read, relative to the files that are."""
WORDS = [
    "sun",
    "lake",
    "walk",
    "coffee",
    "friends",
    "train",
    "rain",
    "garden",
    "kitchen",
    "music",
    "\\u00c3\\u00a4",
    "\\u00e2\\u0098\\u0095",
    "evening",
    "street",
    "dog",
]

POST = """{
    "timestamp": %(moment)d,
    "attachments": [
      {
        "data": [
          {
            "media": {
              "uri": "your_facebook_activity/posts/media/Mobileuploads_%(album)d/%(number)d.jpg",
              "creation_timestamp": %(moment)d,
              "media_metadata": {
                "photo_metadata": {
                  "exif_data": [
                    {
                      "upload_ip": "192.0.2.%(byte)d",
                      "taken_timestamp": %(moment)d%(exif)s
                    }
                  ]
                }
              },
              "title": "Mobile uploads",
              "description": "%(words)s"
            }
          }
        ]
      }
    ],
    "data": [
      {
        "post": "%(words)s"
      },
      {
        "update_timestamp": %(moment)d
      },
      {}
    ],
    "title": "Jane Doe added a new photo."
  }"""
CAMERA = """,
                      "camera_make": "Acme",
                      "camera_model": "One %(byte)d",
                      "iso": %(byte)d,
                      "focal_length": "4250/1000",
                      "exposure": "1/%(byte)d",
                      "f_stop": "165/100",
                      "orientation": 1,
                      "original_width": 4000,
                      "original_height": 3000"""
PLACE = """,
                      "latitude": %(byte)d.%(album)d,
                      "longitude": -%(byte)d.%(album)d"""
COMMENT = """    {
      "timestamp": %(moment)d,
      "data": [
        {
          "comment": {
            "timestamp": %(moment)d,
            "comment": "%(words)s",
            "author": "Jane Doe"
          }
        }
      ],
      "title": "Jane Doe commented on John Roe's photo."
    }"""


PAGE_START = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8" /><base href="../../" /></head>
<body class="_5vb_ _2yq _a7o5"><div class="clearfix _ikh"><main class="_4bl9 _li" role="main">"""
PAGE_END = "</main></div></body></html>"
PAGE_POST = (
    '<section class="_a6-g" aria-labelledby="u_0_%(number)d"><h2 class="_2ph_ _a6-h _a6-i" '
    'id="u_0_%(number)d">Jane Doe added a new photo.</h2><div class="_2ph_ _a6-p"><div><div class="_2pin">'
    '<div><div><div><div class="_a7nf"><div class="_a7ng"><div><a target="_blank" '
    'href="your_facebook_activity/posts/media/Mobileuploads_%(album)d/%(number)d.jpg"><img '
    'src="your_facebook_activity/posts/media/Mobileuploads_%(album)d/%(number)d.jpg" class="_a6_o" /></a><div>'
    'Mobile uploads</div><div class="_3-95">%(words)s</div></div></div></div></div></div></div></div><div '
    'class="_2pin"><div>%(words)s</div><div>Updated Jun 03, 2025 10:53:49 pm</div><div></div></div></div>'
    '</div><footer class="_3-94 _a6-o"><a target="_blank" href="https://www.facebook.com/dyi/l/?l=%(number)d">'
    '<div class="_a72d">Jun 03, %(year)d 10:53:49 pm</div></a></footer></section>'
)
PAGE_COMMENT = (
    '<section class="_a6-g"><h2 class="_2ph_ _a6-h _a6-i">Jane Doe commented on John Roe\'s photo.</h2><div '
    'class="_2ph_ _a6-p"><div><div class="_2pin"><div>%(words)s</div></div></div></div><footer class="_3-94 '
    '_a6-o"><div class="_a72d">Jun 03, 2025 10:53:49 pm</div></footer></section>'
)


class RecordMaker:
    """Makes records one after the other, from a fixed random seed."""

    def __init__(self, *, compact: bool, pages: bool) -> None:
        self.random = Random(2026)
        style = _without_indent if compact else str
        templates = (PAGE_POST, "", "", PAGE_COMMENT) if pages else (POST, CAMERA, PLACE, COMMENT)
        self._post, self._camera, self._place, self._comment = map(style, templates)
        self.number = 0

    def post(self) -> str:
        """Return a post with a photo; one in eight has a location, one in three has camera data."""
        self.number += 1
        fields = {
            "moment": 1_230_000_000 + self.number * 977 % 550_000_000,
            "number": 9_000_000_000 + self.number,
            "album": 100 + self.number % 40,
            "byte": self.number % 80 + 2,
            "year": 2009 + self.number % 17,
            "words": " ".join(self.random.choices(WORDS, k=self.random.randrange(2, 24))),
        }
        exif = (self._camera if self.number % 3 == 0 else "") + (self._place if self.number % 8 == 0 else "")
        return self._post % (fields | {"exif": exif % fields})

    def comment(self) -> str:
        """Return a comment."""
        self.number += 1
        words = " ".join(self.random.choices(WORDS, k=self.random.randrange(2, 24)))
        return self._comment % {"moment": 1_230_000_000 + self.number, "words": words}


def _without_indent(text: str) -> str:
    """Return the text as `json.dumps` writes it without `indent`."""
    return "".join(line.strip() + " " * line.endswith(",") for line in text.split("\n"))


def make_export(
    path: Path, megabytes: int, *, single: bool = False, compact: bool = False, pages: bool = False
) -> dict[str, int]:
    """Write an export with about so many MB in the files that are read. Returns the counts that an audit must find."""
    maker, size, suffix = RecordMaker(compact=compact, pages=pages), megabytes * 1_000_000, "html" if pages else "json"
    post_ends = (PAGE_START, PAGE_END) if pages else ("[\n  ", "\n]")
    comment_ends = (PAGE_START, PAGE_END) if pages else ('{\n  "comments_v2": [\n', "\n  ]\n}")
    separator = "" if pages else ",\n  "
    counts = {"posts": 0, "comments": 0}
    root = "your_facebook_activity/"
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=6) as archive:
        written, file_number = 0, 0
        while written < size * 0.9:
            file_number += 1
            name = f"{root}posts/your_posts__check_ins__photos_and_videos_{file_number}.{suffix}"
            records = (maker.post() for _ in range(POSTS_PER_FILE if not single else 1 << 60))
            most = int(size * 0.9) - written if single else 1 << 60
            length, count = _write(archive, name, post_ends, records, separator, most)
            written, counts["posts"] = written + length, counts["posts"] + count
        name = f"{root}comments_and_reactions/comments.{suffix}"
        comments = (maker.comment() for _ in range(1 << 60))
        _, counts["comments"] = _write(archive, name, comment_ends, comments, separator, size // 10)
        for unread in (f"comments_and_reactions/likes_and_reactions_1.{suffix}", f"messages/inbox/jo_1/message_1.{suffix}"):
            records = (maker.comment() for _ in range(1 << 60))
            _write(archive, root + unread, ("[", "]"), records, separator, int(size * UNREAD_SHARE / 2))
        for picture in range(megabytes * 20):
            archive.writestr(f"{root}posts/media/Mobileuploads_1/{picture}.jpg", b"")
    return counts | {"photos": counts["posts"]}


def _write(
    archive: ZipFile, name: str, ends: tuple[str, str], records: Iterator[str], between: str, max_bytes: int
) -> tuple[int, int]:
    """Write one file of about `max_bytes` at most. Returns its size in bytes and the number of its records."""
    with archive.open(name, "w", force_zip64=True) as file:
        length, count, separator = 0, 0, ends[0]
        while length < max_bytes and (batch := list(islice(records, 500))):
            length += file.write((separator + between.join(batch)).encode())
            count, separator = count + len(batch), between
        length += file.write(ends[1].encode())
    return length, count


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--megabytes", type=int, default=250)
    parser.add_argument("--single", action="store_true", help="all posts in one file")
    parser.add_argument("--pages", action="store_true", help="HTML pages instead of JSON")
    parser.add_argument("--compact", action="store_true", help="without spaces between")
    options = parser.parse_args()
    shape = {name: getattr(options, name) for name in ("single", "compact", "pages")}
    sys.stdout.write(f"{make_export(options.file, options.megabytes, **shape)}\n")
