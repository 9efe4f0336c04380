"""How Meta writes things down: the shapes of records, and its odd encoding."""

import json
from typing import Any

from .world import Shot


def odd(text: str) -> str:
    """Text as Meta writes it: each byte of UTF-8 as a character of its own."""
    return text.encode().decode("latin-1")


def odd_all(value: Any) -> Any:
    """The same for every text and every name in a value."""
    if isinstance(value, str):
        return odd(value)
    if isinstance(value, list):
        return [odd_all(each) for each in value]
    if isinstance(value, dict):
        return {odd(key): odd_all(each) for key, each in value.items()}
    return value


def written(value: Any, *, indent: int | None = 2, as_meta: bool = True) -> bytes:
    """A file of an export."""
    return json.dumps(odd_all(value) if as_meta else value, indent=indent).encode()


def facebook_media(shot: Shot, root: str, *, flat: bool = False) -> dict[str, Any]:
    """A photo or video of Facebook; `flat` is how the camera's words stood until 2022."""
    exif: dict[str, Any] = {"upload_ip": "192.0.2.9", "taken_timestamp": shot.moment - 9}
    exif |= {"camera_make": shot.camera, "camera_model": "One"} if shot.camera else {}
    exif |= {"latitude": shot.place[0], "longitude": shot.place[1]} if shot.place else {}
    name = "video_metadata" if shot.video else "photo_metadata"
    media = {
        "uri": f"{root}{shot.folder}/{shot.number}.{'mp4' if shot.video else 'jpg'}",
        "creation_timestamp": shot.moment,
        "media_metadata": {name: exif if flat else {"exif_data": [exif]}},
        "title": "Mobile uploads",
        "thumbnail": {"uri": f"{root}thumbnails/{shot.number}.jpg"},
    }
    return media | ({"description": shot.words} if shot.words else {})


def instagram_media(shot: Shot, title: str = "") -> dict[str, Any]:
    """A photo or video of Instagram; place and device stand in different blocks."""
    blocks: list[dict[str, Any]] = []
    blocks += [{"latitude": shot.place[0], "longitude": shot.place[1]}] if shot.place else [{"latitude": 0, "longitude": 0}]
    blocks += [{"device_id": "android-1", "lens_make": shot.camera}] if shot.camera else [{"device_id": "android-1"}]
    name = "video_metadata" if shot.video else "photo_metadata"
    return {
        "uri": instagram_address(shot),
        "creation_timestamp": shot.moment,
        "media_metadata": {"camera_metadata": {"has_camera_metadata": False}, name: {"exif_data": blocks}},
        "title": title,
        "cross_post_source": {"source_app": "FB"},
        "backup_uri": "https://example.invalid/1.jpg",
    }


def instagram_address(shot: Shot) -> str:
    """Where a shot lies in an export of Instagram."""
    return f"media/{shot.folder}/202406/{shot.number}.{'mp4' if shot.video else 'jpg'}"


def labelled(**fields: Any) -> dict[str, Any]:
    """A record of label values."""
    moment = fields.pop("timestamp", 1_718_409_600)
    return {
        "timestamp": moment,
        "media": [],
        "label_values": [{"label": label.replace("_", " "), "value": value} for label, value in fields.items()],
        "fbid": "18159195736450118",
    }


def mapped(**fields: Any) -> dict[str, Any]:
    """A record of a string map; numbers are moments."""
    entries = {
        label.replace("_", " "): {"href": "", "value": "", "timestamp": value} if isinstance(value, int) else {"value": value}
        for label, value in fields.items()
    }
    return {"title": "", "media_map_data": {}, "string_map_data": entries}
