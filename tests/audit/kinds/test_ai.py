"""Conversations with Meta AI, and what it thinks the person likes."""

from pathlib import Path
from typing import Any

import pytest

from tests.audit.packing import one_zip, report_on, unpacked
from tests.audit.pages import facebook_block, page, row
from tests.audit.shapes import labelled
from wizard.audit.report import AuditReport
from wizard.errors import WizardError
from wizard.views.audit_sentences import unread_lines

from .reading import counts, is_read, of, there


def service(name: str) -> str:
    """The service by its folder."""
    return "instagram" if "instagram" in name else "meta-ai" if "meta_ai" in name else "facebook"


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("your_facebook_activity/messages/ai_conversations.json", [labelled(Title="x")] * 4, {"ai_chats": 4}),
        ("your_instagram_activity/messages/ai_conversations.json", labelled(Title="x"), {"ai_chats": 1}),
        ("meta_ai_profile/your_ai_conversations.json", [labelled(Title="x")] * 2, {"ai_chats": 2}),
        ("meta_ai_app/meta_ai_media.json", {"media": [{"uri": "posts/media/your_posts/1.jpg"}]}, {"ai_media": 1}),
        ("your_instagram_activity/ai/interest_categories.json", [labelled(Interest="x")] * 2, {"ai_interests": 2}),
        ("your_instagram_activity/ai/interest_categories.json", {"topics_your_topics": [{}] * 3}, {"ai_interests": 3}),
    ],
)
def test_only_their_number_is_read(name: str, value: Any, expected: dict[str, int]) -> None:
    """They are the only file among the messages that is opened."""
    assert counts(name, value, service(name)) == expected


@pytest.mark.parametrize("name", ["inbox/jo_1/message_1.json", "archived_threads/jo/message_1.json", "secret_conversations.json"])
def test_no_message_is_opened(name: str) -> None:
    """Whatever it is called."""
    assert not is_read(f"your_facebook_activity/messages/{name}")
    assert not is_read(f"messages/{name}")


CHATS = "your_instagram_activity/messages/ai_conversations"
PAGE = page(["<div>words that nobody here may read</div>"])
POSTS = "your_instagram_activity/media/posts_1.html"
THREADS = {f"{CHATS}/thread_for_mailbox17_{number}.html": PAGE for number in range(3)}


def packed(tmp_path: Path, files: dict[str, bytes], pack: Any = one_zip) -> AuditReport:
    """The report on an export with these files."""
    return report_on(pack(tmp_path, files))


@pytest.mark.parametrize("pack", [one_zip, unpacked])
@pytest.mark.parametrize(
    ("files", "chats"),
    [
        pytest.param(
            {**THREADS, f"{CHATS}.html": PAGE, POSTS: PAGE}, 3, id="a page for each conversation, and one that leads there"
        ),
        pytest.param(THREADS, 3, id="nothing else"),
        pytest.param(
            {
                f"{CHATS}/thread_1/message_1.html": PAGE,
                f"{CHATS}/thread_1/message_2.html": PAGE,
                f"{CHATS}/thread_2/message_1.html": PAGE,
            },
            2,
            id="a folder for each conversation",
        ),
        pytest.param({**THREADS, f"{CHATS}.json": b"[{}, {}, {}]"}, 3, id="in JSON too: the same ones"),
        pytest.param({f"{CHATS}/thread_1/photos/1.jpg": b"x", POSTS: PAGE}, None, id="a picture is no conversation"),
    ],
)
def test_pages_of_conversations_are_counted_by_their_names(
    tmp_path: Path, files: dict[str, bytes], chats: int | None, pack: Any
) -> None:
    """None of them is opened, and nothing is said to be missing."""
    report = packed(tmp_path, files, pack)
    assert of(report, "instagram").counts.get("ai_chats") == chats
    assert report.closed == sum("/ai_conversations/" in name and name.endswith("html") for name in files)
    assert report.read == len(files.keys() & {POSTS, f"{CHATS}.json"})
    assert unread_lines(report) == ()
    assert not any(map(is_read, THREADS))


def test_a_page_that_leads_to_no_conversation_is_named(tmp_path: Path) -> None:
    """It may hold some in a form that is not known here."""
    report = packed(tmp_path, {f"{CHATS}.html": PAGE, POSTS: PAGE})
    assert report.pages_unread == 1
    assert f"{CHATS}.html" in unread_lines(report)[0]
    assert "ai_chats" not in of(report, "instagram").counts


def test_the_pages_of_the_meta_ai_app(tmp_path: Path) -> None:
    """Its conversations by the names of their files, and each photo or video once; its settings are left alone."""
    chat = "Conversation with Meta AI_{day}-01-2026_{number}.txt"
    chats = [
        row("Files", " ".join(chat.format(day=day, number=1) for day in ("05", "06"))),
        row("Text", "You: hello Meta AI: hello"),
    ]
    shown = [
        f'<table><tr><td class="_a6_q">Device ID</td><td class="_2piu _a6_r">1</td></tr><tr><td></td><td class="_2piu _a6_r">'
        f'<a href="posts/media/your_posts/{number}.jpg"><img src="posts/media/your_posts/{number}.jpg" /></a></td></tr>'
        f'<tr><td></td><td class="_2piu _a6_r">Jan 05, 202{number} 3:04 pm</td></tr></table>'
        for number in (4, 5)
    ]
    files = {
        "meta_ai_profile/your_ai_conversations.html": page(
            [facebook_block("", f"<table>{''.join(chats)}</table>", 1_767_000_000)]
        ),
        "meta_ai_app/meta_ai_media.html": page(f'<section class="_3-95 _a6-g">{each}</section>' for each in shown),
        "meta_ai_app/app_settings.html": PAGE,
        "meta_ai_app/pictures_it_made.html": PAGE,
        "posts/media/your_posts/4.jpg": b"x",
    }
    report = packed(tmp_path, files)
    found = of(report, "meta-ai")
    assert there(found) == {"ai_chats": 2, "ai_media": 2}
    assert found.spans == {"ai_media": (2024, 2025)}
    assert [service.service for service in report.services] == ["meta-ai"]
    assert (report.read, report.left_alone, report.unknown_lists) == (2, 1, ("meta_ai_app/pictures_it_made.html",))


def test_settings_of_the_meta_ai_app_alone_are_refused(tmp_path: Path) -> None:
    """There is nothing to count."""
    with pytest.raises(WizardError):
        packed(tmp_path, {"meta_ai_app/app_settings.html": PAGE})
