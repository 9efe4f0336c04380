"""Photos and videos wherever they are listed, each once, and what the camera left in them."""

from wizard.audit.kind import Reader, Shown

READERS: tuple[Reader, ...] = ()
SHOWN = (
    Shown("photos", "photo", "photos", 11, severity=4),
    Shown("videos", "video", "videos", 12, severity=3),
    Shown("other_media", "file of unknown kind", "files of unknown kind", 13, extra=True),
    Shown("profile_pictures", "profile picture", "profile pictures", 22, severity=3),
    Shown("cover_pictures", "cover picture", "cover pictures", 23, severity=2),
    Shown("gps", "photo with the place in it", "photos with the place in them", 61, severity=5),
    Shown("gps_videos", "video with the place in it", "videos with the place in them", 62, severity=5, extra=True),
    Shown("camera", "photo with camera data", "photos with camera data", 63, severity=1),
)
