"""Instagram until 2020: files at the root."""

from wizard.views.audit_sentences import unread_lines

from .reading import is_read, of, report_of

MEDIA = {
    "photos": [
        {"caption": "schön", "taken_at": "2019-05-01T10:00:00+00:00", "path": "photos/201905/a.jpg"},
        {"caption": "schön", "taken_at": "2019-05-01T10:00:00+00:00", "path": "photos/201905/b.jpg"},
        {"taken_at": "2018-05-01T10:00:00+00:00", "path": "photos/201805/c.jpg"},
    ],
    "videos": [{"taken_at": "2019-05-01T10:00:00+00:00", "path": "videos/201905/d"}],
    "stories": [{"taken_at": "2019-06-01T10:00:00+00:00", "path": "stories/201906/e.jpg"}],
    "direct": [{"taken_at": "2019-06-01T10:00:00+00:00", "path": "direct/201906/f.jpg"}],
}
FILES = {
    "media.json": MEDIA,
    "profile.json": {"private_account": False},
    "connections.json": {},
    "comments.json": {"media_comments": [["2019-05-01T10:00:00", "schön", "jo"], []]},
}


def test_what_it_tells() -> None:
    """Media of one moment are one post; photos of messages are not counted; text is true UTF-8."""
    report = report_of(FILES, as_meta=False)
    found = of(report, "instagram")
    assert unread_lines(report) == ()
    assert found.counts == {"posts": 2, "photos": 3, "videos": 1, "stories": 1, "comments": 2, "captions": 1}
    assert found.years == {
        2018: {"posts": 1, "photos": 1},
        2019: {"posts": 1, "photos": 2, "videos": 1, "stories": 1, "comments": 1},
    }
    assert found.account_private is False


def test_only_together_are_they_an_export() -> None:
    """One of them alone is anybody's file."""
    assert not is_read("media.json")
    assert not is_read("profile.json")
