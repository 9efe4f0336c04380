"""Posts on Instagram in their two shapes."""

from typing import Any

import pytest

from .reading import MOMENT, counts, is_read, of, report_of, there

OLD, NEW = "your_instagram_activity/media/posts_1.json", "your_instagram_activity/media/posts.json"


def media(number: int, **more: Any) -> dict[str, Any]:
    """A photo."""
    return {"uri": f"media/posts/202406/{17_900_000_000_000_000 + number}.jpg", "creation_timestamp": MOMENT} | more


def new(number: int, **fields: str) -> dict[str, Any]:
    """A post in the shape of 2026."""
    values: list[dict[str, Any]] = [{"label": label.replace("_", " "), "value": value} for label, value in fields.items()]
    return {"timestamp": MOMENT, "label_values": [*values, {"label": "Média", "media": [media(number)]}]}


@pytest.mark.parametrize("name", [OLD, NEW, "content/posts_1.json", "x/your_instagram_activity/content/posts_2.json"])
def test_where_posts_stand(name: str) -> None:
    """In any generation."""
    assert is_read(name)


def test_a_decoy_is_left_alone() -> None:
    """A file of the same name holds figures about posts."""
    assert not is_read("logged_information/past_instagram_insights/posts.json")
    assert not is_read("media/posts/202406/17900000000000000.jpg")


def test_one_post_with_several_photos() -> None:
    """One post, and its words stand above."""
    assert counts(OLD, [{"media": [media(1), media(2)], "title": "x"}], "instagram") == {"posts": 1, "photos": 2, "captions": 1}


def test_one_post_with_one_photo() -> None:
    """Its words stand with the photo."""
    assert counts(OLD, [{"media": [media(1, title="x")]}], "instagram") == {"posts": 1, "photos": 1, "captions": 1}


@pytest.mark.parametrize(
    ("words", "names"), [("with @jo.doe", 1), ("@jo", 1), ("me @ the lake", 0), ("jo@example.invalid", 0), ("", 0)]
)
def test_people_who_are_named(words: str, names: int) -> None:
    """By their name on Instagram, in either shape; an address for mail is none."""
    assert counts(OLD, [{"media": [media(1, title=words)]}], "instagram").get("naming", 0) == names
    assert counts(OLD, [{"media": [media(1), media(2)], "title": words}], "instagram").get("naming", 0) == names
    assert counts(NEW, [new(1, Caption=words)], "instagram").get("naming", 0) == names


def test_the_only_post_may_stand_without_a_list() -> None:
    """As in small accounts, with the list of its media left out too."""
    assert counts(OLD, {"media": media(1)}, "instagram") == {"posts": 1, "photos": 1}


def test_both_shapes_repeat_and_complete_each_other() -> None:
    """A post is known by the number of its first photo."""
    files = {OLD: [{"media": [media(1)]}, {"media": [media(2)]}], NEW: [new(2, Légende="x"), new(3)]}
    found = of(report_of(files), "instagram")
    assert there(found) == {"posts": 3, "photos": 3, "captions": 1}
    assert found.years == {2024: {"posts": 3, "photos": 3}}


@pytest.mark.parametrize(
    ("said", "number"), [(("Faux", "Vrai"), 1), (("Vrai", "Faux"), 1), (("Faux", "Faux"), 0), (("?", "?"), 0)]
)
def test_marked_as_made_by_ai(said: tuple[str, str], number: int) -> None:
    """The label may stand there twice; once yes is yes."""
    post = new(1)
    post["label_values"] += [{"label": "Marqué comme généré par l’IA", "value": each} for each in said]
    assert counts(NEW, [post], "instagram").get("ai_labelled", 0) == number


def test_pictures_of_the_profile() -> None:
    """They are photos too."""
    name = "your_instagram_activity/media/profile_photos.json"
    assert counts(name, {"ig_profile_picture": [media(1), media(2)]}, "instagram") == {"photos": 2, "profile_pictures": 2}
