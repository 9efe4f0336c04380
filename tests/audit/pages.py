"""Exports in HTML, made from the files of an export in JSON: what Meta shows of each record in a page, and nothing else."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from html import escape
from typing import Any

HEAD = (
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8" /><base href="../../" /><title>Page</title>'
    '<style type="text/css">._a6-g{margin:0}</style></head><body class="_5vb_ _2yq _a7o5"><div class="clearfix _ikh"><main '
    'class="_4bl9 _li" role="main">'
)
END = "</main></div></body></html>"
FACEBOOK_OFFSET, INSTAGRAM_OFFSET = 2 * 3600, -8 * 3600
"""Seconds from UTC of the times in the pages: Facebook uses the clock of the account, Instagram always the same."""
MADE = 1_790_000_000
PLAIN, OLD = "2021", "2018"
CLASSES = {
    PLAIN: {"block": "pam _3-95 _2ph- _a6-g uiBoxWhite noborder", "heading": "_3-95 _2pim _a6-h _a6-i", "date": "_3-94 _a6-o"},
    OLD: {"block": "pam _3-95 _2pi0 _2lej uiBoxWhite noborder", "heading": "_3-96 _2pio _2lek _2lel", "date": "_3-94 _2lem"},
}
"""Meta's names for a block, its heading and its date; they have changed once."""
Value = Any
Files = dict[str, Any]


def printed(moment: float, offset: int) -> str:
    """A moment as a page shows it: `Jun 03, 2025 10:53:49 pm`."""
    text = datetime.fromtimestamp(moment + offset, UTC).strftime("%b %d, %Y %I:%M:%S %p")
    return text[:13] + text[13:].lstrip("0").lower()


def facebook_pages(files: Mapping[str, Value]) -> dict[str, bytes]:
    """The pages of an export of Facebook, with the header in which Meta says when it was made and for which dates."""
    times = "".join(f'<time datetime="{_iso(each)}">{printed(each, FACEBOOK_OFFSET)}</time>' for each in (MADE, MADE - 9e8, MADE))
    pages = {_page_name(name): page(_facebook_blocks(name, value), times + _album_title(value)) for name, value in files.items()}
    return pages | _conversations(files)


def instagram_pages(files: Mapping[str, Value], style: str = PLAIN) -> dict[str, bytes]:
    """The pages of an export of Instagram."""
    return {_page_name(name): page(_instagram_blocks(name, value, style)) for name, value in files.items()} | _conversations(
        files
    )


def _conversations(files: Mapping[str, Value]) -> dict[str, bytes]:
    """A page for each conversation with Meta AI, beside the page that leads to them."""
    return {
        f"{name.removesuffix('.json')}/thread_for_mailbox17_{number}.html": page(["<div>words</div>"])
        for name, value in files.items()
        if name.endswith("messages/ai_conversations.json")
        for number, _ in enumerate(records(value))
    }


def page(blocks: Iterable[str], top: str = "") -> bytes:
    """A whole page."""
    return f"{HEAD}{top}{''.join(blocks)}{END}".encode()


def facebook_block(heading: str, content: str, moment: float) -> str:
    """A block as in pages of Facebook since 2024."""
    return (
        f'<section class="_a6-g" aria-labelledby="u_0_a"><h2 class="_2ph_ _a6-h _a6-i" id="u_0_a">{escape(heading)}</h2>'
        f'<div class="_2ph_ _a6-p"><div>{content}</div></div><footer class="_3-94 _a6-o"><a target="_blank" '
        f'href="https://www.facebook.com/dyi/l/?l=X"><div class="_a72d">{printed(moment, FACEBOOK_OFFSET)}</div></a></footer>'
        "</section>"
    )


def instagram_block(heading: str, content: str, moment: float, style: str = PLAIN) -> str:
    """A block as in pages of Instagram."""
    names = CLASSES[style]
    top = f'<h2 class="{names["heading"]}">{escape(heading)}</h2>' if heading else ""
    date = f'<div class="{names["date"]}">{printed(moment, INSTAGRAM_OFFSET)}</div>' if moment else ""
    return f'<div class="{names["block"]}">{top}<div class="_3-95 _a6-p">{content}</div>{date}</div>'


def row(label: str, value: str) -> str:
    """A row of a table, with the value below the label."""
    return f'<tr><td colspan="2" class="_2pin _a6_q">{escape(label)}<div><div>{escape(value)}</div></div></td></tr>'


def shown(medium: Value, words: str = "") -> str:
    """A photo or video, with the table of its camera data; a photo is named twice, by the link and by the picture."""
    uri = escape(medium.get("uri", ""))
    if not uri:
        return ""
    is_video = uri.endswith("mp4")
    link = f'<a target="_blank" href="{uri}">'
    picture = (
        f'<video src="{uri}" controls="1" class="_a6_o">{link}<div>Click for video:</div></a></video>'
        if is_video
        else f'{link}<img src="{uri}" class="_a6_o" /></a>'
    )
    exif = medium.get("media_metadata", {}).get("video_metadata" if is_video else "photo_metadata", {}).get("exif_data", [{}])
    labels = {"latitude": "Latitude", "longitude": "Longitude", "camera_make": "Camera make", "lens_make": "Lens make"}
    rows = "".join(row(labels[name], str(value)) for each in exif for name, value in each.items() if name in labels)
    table = f'<table style="table-layout: fixed;">{rows}</table>' if rows else ""
    description = f'<div class="_3-95">{escape(medium.get("description") or words)}</div>'
    return f'<div class="_a7ng"><div>{picture}<div>Mobile uploads</div>{description}{table}</div></div>'


def records(value: Value) -> list[Value]:
    """The records of a file, whatever the name of their list."""
    if isinstance(value, dict):
        lists = [each for each in value.values() if isinstance(each, list)]
        inner = [each for each in value.values() if isinstance(each, dict)]
        return lists[0] if lists and "name" not in value else records(inner[0]) if inner and "photos" not in value else [value]
    return list(value)


def _facebook_blocks(name: str, value: Value) -> Iterable[str]:
    for each in records(value):
        if "photos" in each:
            yield from (facebook_block("", shown(medium), medium["creation_timestamp"]) for medium in each["photos"])
        elif "uri" in each:
            yield facebook_block("", shown(each), each["creation_timestamp"])
        else:
            yield facebook_block(
                each.get("title", "A B did something."), _attachments(each), each.get("timestamp", 1_500_000_000)
            )


def _attachments(record: Value) -> str:
    items = [item for group in record.get("attachments", []) for item in group["data"]]
    media = "".join(shown(item["media"]) for item in items if "media" in item)
    places = "".join(_place(item["place"]) for item in items if "place" in item)
    people = "".join(f'<div class="_a701">You tagged {escape(tag["name"])}</div>' for tag in record.get("tags", []))
    words = "".join(f"<div>{escape(part['post'])}</div>" for part in record.get("data", []) if "post" in part)
    updated = "".join(
        f"<div>Updated {printed(part['update_timestamp'], FACEBOOK_OFFSET)}</div>"
        for part in record.get("data", [])
        if "update_timestamp" in part
    )
    top = f'<div class="_2pin"><div><div><div><div class="_a7nf">{media}{places}</div></div></div></div></div>'
    return f'{top}{people}<div class="_2pin">{words}{updated}<div></div></div>'


def _place(place: Value) -> str:
    position = place.get("coordinate")
    where = f" ({position['latitude']}, {position['longitude']})" if position else ""
    return f"<div><div>Place: {escape(place['name'])}{where}</div><div>Address: X</div></div>"


def _instagram_blocks(name: str, value: Value, style: str) -> Iterable[str]:
    for each in records(value):
        if "string_map_data" in each:
            yield instagram_block("", _table(each["string_map_data"]), 0, style)
        elif "media" in each and "label_values" not in each:
            media = each["media"]
            words = each.get("title") or (media[0].get("title", "") if media else "")
            moment = each.get("creation_timestamp") or (media[0]["creation_timestamp"] if media else 1_500_000_000)
            yield instagram_block(words, "".join(map(shown, media)), moment, style)
        else:
            yield instagram_block(each.get("title", ""), shown(each), each.get("creation_timestamp", 1_500_000_000), style)


def _table(entries: Mapping[str, Value]) -> str:
    rows = (
        f'<tr><td class="_2pin _a6_q">{escape(label)}</td><td class="_2pin _2piu _a6_r">'
        f"{printed(entry['timestamp'], INSTAGRAM_OFFSET)}</td></tr>"
        if entry.get("timestamp")
        else row(label, entry.get("value", ""))
        for label, entry in entries.items()
    )
    return f'<table style="table-layout: fixed;">{"".join(rows)}</table>'


def _album_title(value: Value) -> str:
    return f"<h1>{escape(value['name'])}</h1>" if isinstance(value, dict) and "photos" in value else ""


def _page_name(name: str) -> str:
    return f"{name.removesuffix('.json')}.html"


def _iso(moment: float) -> str:
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


Write = Callable[[Mapping[str, Value]], dict[str, bytes]]
