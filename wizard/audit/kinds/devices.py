"""Phones and cameras that Instagram knows, and the lists of friends that Facebook keeps."""

from wizard.audit.kind import BARE, FACEBOOK, INSTAGRAM, Reader, Shown
from wizard.audit.records import Record, numbered

READERS = (
    Reader(INSTAGRAM, ("device_information/devices.json",), ("devices_devices",), Record, numbered("devices")),
    Reader(INSTAGRAM, ("device_information/camera_information.json",), ("devices_camera",), Record, numbered("cameras")),
    Reader(FACEBOOK, ("friends/your_post_audiences.json",), (BARE,), Record, numbered("friend_lists")),
)
SHOWN = (
    Shown("devices", "device known", "devices known", 90, extra=True),
    Shown("cameras", "phone camera known", "phone cameras known", 91, extra=True),
    Shown("friend_lists", "list of friends", "lists of friends", 92, extra=True),
)
