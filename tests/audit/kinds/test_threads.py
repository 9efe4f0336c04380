"""Threads, which travels in the export of Instagram."""

from .reading import MOMENT, of, report_of, there

NAME = "your_instagram_activity/threads/threads_and_replies.json"
POSTS = [
    {"media": [{"title": "words", "uri": "", "creation_timestamp": MOMENT}]},
    {"media": [{"title": "", "uri": "media/posts/1.jpg", "creation_timestamp": MOMENT}]},
]


def test_posts() -> None:
    """Most have words only; a photo is one where there is a file."""
    found = of(report_of({NAME: {"text_post_app_text_posts": POSTS}}), "threads")
    assert there(found) == {"posts": 2, "photos": 1, "captions": 1}
    assert found.years == {2024: {"posts": 2, "photos": 1}}
