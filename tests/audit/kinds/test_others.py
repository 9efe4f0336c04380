"""The person in what others post."""

from typing import Any

import pytest

from tests.audit.shapes import labelled

from .reading import counts


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("x/photos_and_videos_you're_tagged_in.json", [labelled(URL="x")] * 5, {"tagged": 5}),
        ("x/photos_and_videos_you_re_tagged_in.json", labelled(URL="x"), {"tagged": 1}),
        ("posts/places_you_have_been_tagged_in.json", [labelled(URL="x")] * 2, {"tagged_places": 2}),
        ("posts/posts_on_other_pages_and_profiles.json", labelled(Message="x"), {"elsewhere": 1}),
        ("posts/other_people's_posts_to_your_timeline.json", {"wall_posts_sent_to_you": [{}]}, {"by_others": 1}),
    ],
)
def test_mentions(name: str, value: Any, expected: dict[str, int]) -> None:
    """A record each; there is no picture in the export."""
    assert counts(name, value, "facebook") == expected
