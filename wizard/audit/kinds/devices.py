"""Phones and cameras known to Instagram, and lists of friends on Facebook."""

from wizard.audit.kind import FACEBOOK, INSTAGRAM, UNNAMED_LIST, CountLabel, RecordReader
from wizard.audit.records import TimestampedRecord, counter_for

READERS = (
    RecordReader(
        INSTAGRAM, ("device_information/devices.json",), ("devices_devices",), TimestampedRecord, counter_for("devices")
    ),
    RecordReader(
        INSTAGRAM, ("device_information/camera_information.json",), ("devices_camera",), TimestampedRecord, counter_for("cameras")
    ),
    RecordReader(
        FACEBOOK, ("friends/your_post_audiences.json",), (UNNAMED_LIST,), TimestampedRecord, counter_for("friend_lists")
    ),
)
LABELS = (
    CountLabel("devices", "device known", "devices known", 90, extra=True),
    CountLabel("cameras", "phone camera known", "phone cameras known", 91, extra=True),
    CountLabel("friend_lists", "list of friends", "lists of friends", 92, extra=True),
)
