"""Reels, short videos and IGTV."""

from typing import Any

import pytest

from .reading import MOMENT, counts, of, report_of, there

REEL = {"uri": "media/reels/17900000000000001.mp4", "creation_timestamp": MOMENT}
ATTACHED = [{"data": [{"media": REEL}]}]


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        (
            "reels/your_reels.json",
            {"lasso_videos_v2": [{"attachments": ATTACHED}]},
            {"reels": 1, "videos": 1},
        ),
        ("content/reels.json", {"ig_reels_media": [{"media": [REEL]}]}, {"reels": 1, "videos": 1}),
        ("content/reels.json", {"ig_reels_media": [REEL, REEL]}, {"reels": 2, "videos": 1}),
        ("content/igtv_videos.json", {"ig_igtv_media": [{"media": [REEL]}]}, {"reels": 1, "videos": 1}),
    ],
)
def test_a_reel_is_a_video_too(name: str, value: Any, expected: dict[str, int]) -> None:
    """In any of the shapes."""
    assert counts(name, value, "instagram" if "content" in name else "facebook") == expected


def test_one_that_is_posted_as_well_is_one_video() -> None:
    """It stands in both files."""
    files = {"content/reels.json": {"ig_reels_media": [{"media": [REEL]}]}, "content/posts_1.json": [{"media": [REEL]}]}
    assert there(of(report_of(files), "instagram")) == {"posts": 1, "reels": 1, "videos": 1}
