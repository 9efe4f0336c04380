"""Labels of photos and videos from all lists, each counted once, and of the camera data in them."""

from wizard.audit.kind import CountLabel, RecordReader

READERS: tuple[RecordReader, ...] = ()
LABELS = (
    CountLabel("photos", "photo", "photos", 11, severity=4),
    CountLabel("videos", "video", "videos", 12, severity=3),
    CountLabel("other_media", "file of unknown kind", "files of unknown kind", 13, extra=True),
    CountLabel("profile_pictures", "profile picture", "profile pictures", 22, severity=3),
    CountLabel("cover_pictures", "cover picture", "cover pictures", 23, severity=2),
    CountLabel("gps", "photo with the place in it", "photos with the place in them", 61, severity=5),
    CountLabel("gps_videos", "video with the place in it", "videos with the place in them", 62, severity=5, extra=True),
    CountLabel("camera", "photo with camera data", "photos with camera data", 63, severity=1),
    CountLabel(
        "device_media",
        "photo or video with the number of a device",
        "photos and videos with the number of a device",
        64,
        extra=True,
    ),
)
