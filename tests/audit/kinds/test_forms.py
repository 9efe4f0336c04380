"""The form of records is chosen by what a file holds; what has no known form is said and never counted as a post."""

from typing import Any

import pytest

from wizard.views.audit_sentences import unread_lines

from .reading import MOMENT, counts, of, report_of

FACEBOOK, INSTAGRAM = "your_facebook_activity/posts/your_posts_1.json", "your_instagram_activity/media/posts_1.json"
NEWER_INSTAGRAM = "your_instagram_activity/media/posts.json"
MEDIUM = {"uri": "media/posts/202006/17811111111110001.jpg", "creation_timestamp": MOMENT}
LABELLED = {
    "timestamp": MOMENT,
    "media": [],
    "fbid": "1",
    "label_values": [{"label": "Message", "value": "hello"}, {"label": "Media", "media": [MEDIUM]}],
}
PLAIN = {"media": [MEDIUM], "creation_timestamp": MOMENT, "title": "words"}


@pytest.mark.parametrize("name", [FACEBOOK, INSTAGRAM])
@pytest.mark.parametrize("value", [{"error": "try again"}, [{}], [{"nothing": 1}, {"known": [1]}], {"error": [1, 2]}])
def test_an_unknown_form_is_no_post(name: str, value: Any) -> None:
    """It is said, and nothing is counted."""
    report = report_of({name: value})
    assert unread_lines(report) == (f"{name} has a form that is not known here.",)
    assert [each.counts.get("posts", 0) for each in report.services] in ([], [0])


@pytest.mark.parametrize("name", [FACEBOOK, INSTAGRAM])
def test_an_unknown_record_among_others_is_lost(name: str) -> None:
    """Its number is said."""
    record = PLAIN if name == INSTAGRAM else {"timestamp": MOMENT}
    report = report_of({name: [record, {}, {"error": "x"}, record | {"timestamp": MOMENT + 1, "media": [{"uri": "x2"}]}]})
    assert unread_lines(report) == (f"{name} holds 2 records that could not be understood.",)
    assert report.services[0].counts["posts"] == 2


@pytest.mark.parametrize("list_name", ["status_updates_v2", "posts_v3", "timeline_posts"])
def test_a_list_under_a_new_name(list_name: str) -> None:
    """It is read as the list that it must be."""
    assert counts(FACEBOOK, {list_name: [{"timestamp": MOMENT}, {"timestamp": MOMENT}]})["posts"] == 2
    assert counts(FACEBOOK, {list_name: [{"timestamp": MOMENT}] * 3000})["posts"] == 3000


@pytest.mark.parametrize(
    ("name", "value", "service", "captions"),
    [
        (FACEBOOK, [LABELLED], "facebook", 1),
        (FACEBOOK, LABELLED, "facebook", 1),
        (INSTAGRAM, [LABELLED], "instagram", 0),
        (NEWER_INSTAGRAM, [PLAIN], "instagram", 1),
        (INSTAGRAM, PLAIN, "instagram", 1),
    ],
)
def test_records_of_each_form_under_every_name(name: str, value: Any, service: str, captions: int) -> None:
    """Meta changes one file at a time."""
    found = of(report_of({name: value}), service)
    assert (found.counts["posts"], found.counts["photos"], found.counts.get("captions", 0)) == (1, 1, captions)
    assert found.years == {2024: {"posts": 1, "photos": 1}}


def test_the_name_of_a_form_in_the_words_of_a_post() -> None:
    """Words are words."""
    assert counts(FACEBOOK, [{"timestamp": MOMENT, "data": [{"post": 'my "label_values" here'}]}])["captions"] == 1


@pytest.mark.parametrize(
    ("bare", "posts"),
    [
        ({"timestamp": MOMENT, "label_values": [{"label": "Caption", "value": "words"}], "fbid": "9"}, 1),
        ({"timestamp": MOMENT, "label_values": [{"label": "Caption", "value": "others"}], "fbid": "9"}, 2),
        ({"timestamp": MOMENT + 60, "label_values": [{"label": "Caption", "value": "words"}], "fbid": "9"}, 2),
        ({"label_values": [{"label": "Caption", "value": "words"}], "fbid": "17811111111110001"}, 1),
    ],
)
def test_a_post_without_media_in_the_other_list(bare: Any, posts: int) -> None:
    """The same moment and words, or else the same number, are the same post."""
    report = report_of({INSTAGRAM: [PLAIN], NEWER_INSTAGRAM: [bare]})
    assert report.services[0].counts["posts"] == posts


def test_what_is_archived_is_not_published() -> None:
    """Whatever other lists say."""
    archived = "your_instagram_activity/media/archived_posts.json"
    other = {"media": [{"uri": "media/posts/202006/17811111111110002.jpg", "creation_timestamp": MOMENT}]}
    report = report_of({INSTAGRAM: [PLAIN, other], archived: {"ig_archived_post_media": [PLAIN]}})
    found = report.services[0].counts
    assert (found["posts"], found["photos"], found["archived"]) == (1, 1, 1)


def test_the_own_moment_of_a_post_wins() -> None:
    """A photo may be a second older, and belong to the year before."""
    last_second = 1609459199
    older = {"media": [MEDIUM | {"creation_timestamp": last_second}]}
    newer = {"timestamp": last_second + 1, "fbid": "1", "label_values": [{"label": "Media", "media": older["media"]}]}
    found = report_of({INSTAGRAM: [older], NEWER_INSTAGRAM: [newer]}).services[0]
    assert found.years == {2020: {"photos": 1}, 2021: {"posts": 1}}


@pytest.mark.parametrize("item", ["life_event", "event", "for_sale_item"])
def test_photos_at_any_depth_of_an_attachment(item: str) -> None:
    """As in a life event."""
    photos = [{"uri": f"your_facebook_activity/posts/media/L_9/{n}.jpg", "creation_timestamp": MOMENT} for n in (1, 2)]
    value = [{"timestamp": MOMENT, "attachments": [{"data": [{item: {"title": "x", "deep": [{"photos": photos}]}}]}]}]
    assert counts(FACEBOOK, value)["photos"] == 2
