"""Labels of photos and videos from all lists, each counted once, and of the camera data in them."""

from wizard.audit.kind import CountLabel, RecordReader

READERS: tuple[RecordReader, ...] = ()
LABELS = (
    CountLabel("photos", "photo", "photos", 11, severity=4),
    CountLabel("videos", "video", "videos", 12, severity=3),
    CountLabel("other_media", "file of unknown kind", "files of unknown kind", 13, extra=True),
    CountLabel("profile_pictures", "profile picture", "profile pictures", 22, severity=3),
    CountLabel("cover_pictures", "cover picture", "cover pictures", 23, severity=2),
    CountLabel("gps", "photo with its location", "photos with their location", 61, severity=5),
    CountLabel("gps_videos", "video with its location", "videos with their location", 62, severity=5, extra=True),
    CountLabel("camera", "photo with camera data", "photos with camera data", 63, severity=1),
    CountLabel(
        "device_media",
        "photo or video with a device number",
        "photos and videos with a device number",
        64,
        extra=True,
    ),
)
