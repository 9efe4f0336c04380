"""Places: wherever an export may hold coordinates, they are counted; 0,0 is no place."""

from collections.abc import Callable
from typing import Any

import pytest

from .reading import MOMENT, counts

HERE = {"latitude": 52.1, "longitude": 4.2}
NOWHERE = {"latitude": 0, "longitude": 0}
A, B = "your_facebook_activity/", "your_instagram_activity/"


def medium(position: Any) -> dict[str, Any]:
    """A photo that knows this position."""
    return {
        "uri": "media/stories/202006/1.jpg",
        "creation_timestamp": MOMENT,
        "media_metadata": {"photo_metadata": {"exif_data": [position]}},
    }


def attached(position: Any) -> dict[str, Any]:
    """A record with such a photo attached."""
    return {"timestamp": MOMENT, "attachments": [{"data": [{"media": medium(position)}]}]}


def at_a_place(position: Any) -> dict[str, Any]:
    """A post with a tagged place."""
    return {"timestamp": MOMENT, "attachments": [{"data": [{"place": {"name": "P", "coordinate": position}}] * 2}]}


def labelled(position: Any) -> dict[str, Any]:
    """A record of label values with such a photo."""
    return {"timestamp": MOMENT, "label_values": [{"label": "Media", "media": [medium(position)]}]}


WHERE: dict[str, tuple[str, str, Callable[[Any], Any]]] = {
    f"{A}posts/your_posts_1.json": ("gps_posts", "facebook", lambda at: [at_a_place(at)]),
    f"{A}stories/archived_stories.json": ("gps_stories", "facebook", lambda at: {"archived_stories_v2": [attached(at)]}),
    f"{B}media/stories.json": ("gps_stories", "instagram", lambda at: {"ig_stories": [medium(at)]}),
    f"{B}instants/your_instants.json": ("gps_stories", "instagram", lambda at: [labelled(at)]),
    f"{A}posts/archive.json": ("gps_archived", "facebook", lambda at: [labelled(at)]),
    f"{A}posts/trash.json": ("gps_archived", "facebook", lambda at: [labelled(at)]),
    f"{B}media/archived_posts.json": (
        "gps_archived",
        "instagram",
        lambda at: [{"media": [medium(at)]}],
    ),
    f"{A}comments_and_reactions/comments.json": ("gps_comments", "facebook", lambda at: {"comments_v2": [attached(at)]}),
    f"{A}groups/group_posts_and_comments.json": ("gps_groups", "facebook", lambda at: {"group_posts_v2": [attached(at)]}),
    f"{A}facebook_marketplace/items_sold.json": (
        "gps_listings",
        "facebook",
        lambda at: {"items_selling_v2": [{"created_timestamp": MOMENT, "location": {"coordinate": at}}]},
    ),
    f"{A}location/location_history.json": (
        "gps_history",
        "facebook",
        lambda at: {"location_history_v2": [{"name": "P", "coordinate": at, "creation_timestamp": MOMENT}]},
    ),
}


@pytest.mark.parametrize("name", WHERE)
def test_coordinates_count_wherever_they_are(name: str) -> None:
    """Once for each thing, and not where there are none."""
    kind, service, value = WHERE[name]
    assert counts(name, value(HERE), service)[kind] == 1
    assert kind not in counts(name, value(NOWHERE), service)


def test_check_ins_and_listings() -> None:
    """Numbers of their own."""
    assert counts(f"{A}posts/check-ins.json", [{"timestamp": MOMENT, "label_values": []}] * 3) == {"check_ins": 3}
    assert counts(f"{A}facebook_marketplace/items_sold.json", {"items_selling_v2": [{}, {}]}) == {"listings": 2}


def test_pictures_in_comments_and_groups() -> None:
    """They are no photos of posts; a sticker is nobody's picture."""
    sticker = {"timestamp": MOMENT, "attachments": [{"data": [{"media": {"uri": "stickers_used/1.png"}}]}]}
    found = counts(f"{A}comments_and_reactions/comments.json", {"comments_v2": [attached({}), {"timestamp": MOMENT}, sticker]})
    assert found == {"comments": 3, "media_comments": 1}
    found = counts(f"{A}groups/your_posts_in_groups.json", {"group_posts_v2": [attached({})]})
    assert found == {"group_posts": 1, "media_groups": 1}
