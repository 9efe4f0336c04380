"""What people publish, row by row of what exports are known to hold: each is counted, or named as not counted.

The rows are those of the description of both exports that this project keeps: Facebook first, then Instagram with Threads.
"""

from pathlib import Path
from typing import Any

import pytest

from tests.running import Run
from wizard.audit.report import AuditReport
from wizard.audit.skipped_files import NOT_COUNTED
from wizard.views.audit_files import NOT_COUNTED_THINGS, files_line
from wizard.views.audit_sentences import unread_lines

from .kinds.reading import MOMENT, counts, of, report_of
from .packing import one_zip
from .shapes import labelled, written

FB, IG = "your_facebook_activity/", "your_instagram_activity/"
PHOTO = {"uri": "your_facebook_activity/posts/media/x/1.jpg", "creation_timestamp": MOMENT}
STORY = {"uri": "media/stories/202406/1.jpg", "creation_timestamp": MOMENT}
DEVICE = {"media_metadata": {"photo_metadata": {"exif_data": [{"device_id": "android-1"}]}}}
PLACE = {"place": {"coordinate": {"latitude": 52.1, "longitude": 4.2}}}
COMMENT = {"string_map_data": {"Comment": {"value": "x"}, "Time": {"timestamp": MOMENT}}}


def post(**item: Any) -> dict[str, Any]:
    """A post, story or update with one thing attached."""
    return {"timestamp": MOMENT, "data": [{"post": "x"}], "attachments": [{"data": [item]}], "tags": [{"name": "Jo"}]}


COUNTED: dict[str, tuple[str, str, Any]] = {
    # the count: (service, file, contents)
    "posts": ("facebook", f"{FB}posts/your_posts_1.json", [post()]),
    "photos": ("facebook", f"{FB}posts/your_posts_1.json", [post(media=PHOTO)]),
    "gps_posts": ("facebook", f"{FB}posts/your_posts_1.json", [post(**PLACE)]),
    "naming": ("facebook", f"{FB}posts/your_posts_1.json", [post()]),
    "captions": ("facebook", f"{FB}posts/your_posts_1.json", [post()]),
    "albums": ("facebook", f"{FB}posts/album/0.json", {"name": "Sea", "photos": [PHOTO]}),
    "profile_pictures": ("facebook", f"{FB}posts/album/0.json", {"name": "Profile pictures", "photos": [PHOTO]}),
    "cover_pictures": ("facebook", f"{FB}posts/album/0.json", {"name": "Cover photos", "photos": [PHOTO]}),
    "photos, not in an album": ("facebook", f"{FB}posts/your_uncategorized_photos.json", {"other_photos_v2": [PHOTO]}),
    "videos": ("facebook", f"{FB}posts/your_videos.json", {"videos_v2": [{"uri": "x/1.mp4"}]}),
    "reels": ("facebook", f"{FB}reels/your_reels.json", {"lasso_videos_v2": [post(media=PHOTO)]}),
    "stories": ("facebook", f"{FB}stories/archived_stories.json", {"archived_stories_v2": [post(media=PHOTO)]}),
    "archived": ("facebook", f"{FB}posts/archive.json", [labelled(Message="x")]),
    "deleted": ("facebook", f"{FB}posts/trash.json", [labelled(Message="x")]),
    "elsewhere": ("facebook", f"{FB}posts/posts_on_other_pages_and_profiles.json", [labelled(Message="x")]),
    "by_others": ("facebook", "posts/other_people's_posts_to_your_timeline.json", {"wall_posts_sent_to_you_v2": [{}]}),
    "check_ins": ("facebook", f"{FB}posts/check-ins.json", [labelled(Message="x")]),
    "comments": ("facebook", f"{FB}comments_and_reactions/comments.json", {"comments_v2": [post()]}),
    "media_comments": ("facebook", f"{FB}comments_and_reactions/comments.json", {"comments_v2": [post(media=PHOTO)]}),
    "group_posts": ("facebook", f"{FB}groups/group_posts_and_comments.json", {"group_posts_v2": [post()]}),
    "group_comments": ("facebook", f"{FB}groups/your_comments_in_groups.json", {"group_comments_v2": [post()]}),
    "tagged": ("facebook", f"{FB}activity_you're_tagged_in/photos_and_videos_you're_tagged_in.json", [labelled(URL="x")]),
    "tagged_places": ("facebook", f"{FB}posts/places_you_have_been_tagged_in.json", [labelled(URL="x")]),
    "listings": ("facebook", f"{FB}facebook_marketplace/items_sold.json", {"items_selling_v2": [{"created_timestamp": MOMENT}]}),
    "notes": ("facebook", f"{FB}other_activity/notes.json", {"notes_v2": [{"title": "x", "created_timestamp": MOMENT}]}),
    "photos of notes": ("facebook", f"{FB}other_activity/notes.json", {"notes_v2": [{"title": "x", "media": [PHOTO]}]}),
    "app_posts": (
        "facebook",
        "apps_and_websites_off_of_facebook/posts_from_apps_and_websites.json",
        {"app_posts_v2": [{"timestamp": MOMENT}]},
    ),
    "ai_chats": ("facebook", f"{FB}messages/ai_conversations.json", [labelled(Name="x")]),
    "posts of Instagram": ("instagram", f"{IG}media/posts_1.json", [{"media": [STORY], "creation_timestamp": MOMENT}]),
    "posts of 2026": ("instagram", f"{IG}media/posts.json", [{"timestamp": MOMENT, "fbid": "1", "label_values": []}]),
    "device_media": ("instagram", f"{IG}media/posts_1.json", [{"media": [STORY | DEVICE], "creation_timestamp": MOMENT}]),
    "device_media of videos": (
        "instagram",
        f"{IG}media/posts_1.json",
        [{"media": [{"uri": "media/posts/1.mp4", "media_metadata": {"video_metadata": {"exif_data": [{"device_id": "x"}]}}}]}],
    ),
    "stories of Instagram": ("instagram", f"{IG}media/stories.json", {"ig_stories": [STORY]}),
    "device_stories": ("instagram", f"{IG}media/stories.json", {"ig_stories": [STORY | DEVICE]}),
    "reels of Instagram": ("instagram", f"{IG}media/reels.json", {"ig_reels_media": [{"media": [STORY]}]}),
    "reels that were IGTV": ("instagram", f"{IG}media/igtv_videos.json", {"ig_igtv_media": [{"media": [STORY]}]}),
    "other_content": ("instagram", f"{IG}media/other_content.json", {"ig_other_media": [{"media": [STORY]}]}),
    "reposts": ("instagram", f"{IG}media/reposts.json", [labelled(URL="x")]),
    "instants": ("instagram", f"{IG}instants/your_instants.json", [labelled(Media="x")]),
    "archived of Instagram": ("instagram", f"{IG}media/archived_posts.json", {"ig_archived_post_media": [{"media": [STORY]}]}),
    "deleted of Instagram": (
        "instagram",
        f"{IG}media/recently_deleted_content.json",
        {"ig_recently_deleted_media": [{"media": [STORY]}]},
    ),
    "profile_pictures of Instagram": ("instagram", f"{IG}media/profile_photos.json", {"ig_profile_picture": [STORY]}),
    "comments of Instagram": ("instagram", f"{IG}comments/post_comments_1.json", [COMMENT]),
    "comments on reels": ("instagram", f"{IG}comments/reels_comments.json", {"comments_reels_comments": [COMMENT]}),
    "comments on stories": ("instagram", f"{IG}comments/hype.json", {"comments_story_comments": [COMMENT]}),
    "posts of Threads": (
        "threads",
        f"{IG}threads/threads_and_replies.json",
        {"text_post_app_text_posts": [{"media": [{"title": "x", "creation_timestamp": MOMENT}]}]},
    ),
}
"""Whatever stands after the first word of a row only tells it from others of the same count."""
NAMED = {
    f"{FB}events/your_events.json": "events",
    f"{IG}events/event_reminders.html": "events",
    f"{FB}polls/polls_you_voted_on.json": "polls",
    f"{FB}fundraisers/fundraisers_created.json": "fundraisers",
    f"{FB}facebook_marketplace/seller_information.json": "marketplace",
    f"{FB}your_places/places_you've_created.json": "places",
    f"{FB}pages/pages_you've_recommended.json": "recommendations",
    f"{FB}pages/pages_you_ve_recommended.json": "recommendations",
    f"{IG}story_interactions/polls.json": "story_answers",
    f"{IG}story_sticker_interactions/questions.json": "story_answers",
    f"{FB}live_audio_rooms/your_rooms.json": "live_audio",
    f"{FB}voice_recording_and_transcription/recordings.json": "voice",
    f"{FB}dating/your_dating_activity.json": "dating",
    "personal_information/profile_information/profile_information.json": "profile",
}
REPEATED = (
    f"{FB}posts/edits_you_made_to_posts.json",
    f"{FB}posts/media_used_for_memories.json",
    f"{FB}posts/shared_memories.json",
    f"{FB}posts/birthday_media.json",
    f"{FB}polls/no-data.json",
    f"{FB}polls/media/1.jpg",
)
"""What says again what is counted, or nothing at all: it needs no name."""


def with_posts(*names: str) -> AuditReport:
    """The report on an export with a post and files of these names."""
    return report_of({f"{FB}posts/your_posts_1.json": [post()]} | {name: [] for name in names})


@pytest.mark.parametrize("row", COUNTED)
def test_what_is_counted(row: str) -> None:
    """One of it is one in the report."""
    service, name, value = COUNTED[row]
    assert counts(name, value, service)[row.partition(" ")[0].rstrip(",")] == 1


@pytest.mark.parametrize("name", NAMED)
def test_what_is_named(name: str) -> None:
    """It is known and left alone, and the first lines of the report say of what it is."""
    report = with_posts(name)
    assert (dict(report.not_counted), report.left_alone, unread_lines(report)) == ({NAMED[name]: 1}, 1, ())
    assert f"They include things of yours that are not counted: {NOT_COUNTED_THINGS[NAMED[name]]}." in files_line(report)


@pytest.mark.parametrize("name", REPEATED)
def test_what_needs_no_name(name: str) -> None:
    """It would only make the list longer."""
    assert (with_posts(name).not_counted, unread_lines(with_posts(name))) == ({}, ())


def test_several_are_named_in_one_sentence() -> None:
    """Each once, however many files it has."""
    report = with_posts(*NAMED)
    assert [*report.not_counted] == [*NOT_COUNTED] == [*NOT_COUNTED_THINGS]
    assert files_line(report).count("not counted") == 1
    assert files_line(with_posts(f"{FB}events/a.json", f"{FB}events/b.json", f"{FB}polls/a.json")).endswith(
        "3 others hold nothing that is counted here. They include things of yours that are not counted: events and polls."
    )


def test_in_every_format(run: Run, tmp_path: Path) -> None:
    """Text, page and JSON name the same."""
    files = {f"{FB}posts/your_posts_1.json": written([post()]), f"{FB}polls/your_polls.json": b"[]"}
    (export,) = one_zip(tmp_path, files)
    for output_format in ("text", "html"):
        said = " ".join(run("audit", str(export), "--format", output_format).out.split())
        assert "They include things of yours that are not counted: polls." in said
    assert run("audit", str(export), "--format", "json").json["files"]["not_counted"] == {"polls": 1}


def test_archived_posts_have_their_years() -> None:
    """As all that was published has, and on both services."""
    older = {"timestamp": MOMENT - 366 * 86_400, "label_values": []}
    facebook = of(report_of({f"{FB}posts/archive.json": [older, older, older | {"timestamp": MOMENT}]}), "facebook")
    assert facebook.years == {2023: {"archived": 2}, 2024: {"archived": 1}}
    hidden = {"ig_archived_post_media": [{"media": [STORY]}]}
    assert of(report_of({f"{IG}media/archived_posts.json": hidden}), "instagram").years == {2024: {"archived": 1}}
