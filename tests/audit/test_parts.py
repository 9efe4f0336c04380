"""What the parts of an export may be, and that what is wrong with one of them is said and costs the others nothing."""

import json
import os
import re
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tests.errors import raises_message
from wizard.audit import export_parts, export_reader, prefetch
from wizard.audit.archive import folder, inflate
from wizard.audit.archive.central_directory import ByteSource, ZipEntry
from wizard.audit.read_problems import CUT_OFF, UnreadableFileError
from wizard.views.audit_sentences import unread_lines

from .facebook import GENERATIONS as FACEBOOK
from .facebook import as_bytes
from .instagram import GENERATIONS as INSTAGRAM
from .instagram import threads
from .kinds.reading import is_read, report_of
from .packing import GOOD, OTHER, POSTS, posts, report_on, unpacked, zipped
from .shapes import written
from .world import facebook_life, instagram_life, threads_life

THIRD = "your_facebook_activity/posts/your_posts_3.json"
INSTAGRAM_POSTS = "your_instagram_activity/media/posts_1.json"
SECRET = b'{"messages": [{"content": "secret"}]}'
PRIVATE = {
    "messages/inbox/jo_1/message_1.json": SECRET,
    "messages/inbox/jo_1/photos/export.zip": b"PK",
    "messages/e2ee_cutover/jo_2/message_1.json": SECRET,
    "messages/archived_threads/x_3/posts/your_posts_1.json": SECRET,
    "your_facebook_activity/messages/inbox/jo_1/files/instagram.zip": b"PK",
    "your_facebook_activity/messages/message_requests/x_9/content/posts_1.json": SECRET,
    "your_instagram_activity/messages/inbox/jo_1/message_1.json": SECRET,
    "your_instagram_activity/messages/secret_conversations.json": SECRET,
    "your_facebook_activity/comments_and_reactions/likes_and_reactions_1.json": SECRET,
    "comments_and_reactions/posts_and_comments.json": SECRET,
    "likes_and_reactions/posts_and_comments.json": SECRET,
    "your_instagram_activity/likes/liked_posts.json": SECRET,
    "your_instagram_activity/likes/post_comments_1.json": SECRET,
    "likes.json": SECRET,
    "saved.json": SECRET,
    "searches.json": SECRET,
    "messages.json": SECRET,
    "your_instagram_activity/saved/saved_posts.json": SECRET,
    "your_facebook_activity/saved_items_and_collections/your_saved_items.json": SECRET,
    "logged_information/search/your_search_history.json": SECRET,
    "logged_information/recent_searches/word_or_phrase_searches.json": SECRET,
    "search_history/your_search_history.json": SECRET,
}
"""What is never opened, under the names that it has had, and under some that it might have."""


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of all files of an archive or a folder of which a byte is looked at."""
    names: list[str] = []
    start_of, file_blocks = inflate.data_offset, folder.file_blocks

    def looked(file: ByteSource, entry: ZipEntry, shift: int) -> int:
        names.append(entry.name.replace("\\", "/"))
        return start_of(file, entry, shift)

    def lying(path: Path) -> Iterator[bytes]:
        names.append(path.as_posix())
        return file_blocks(path)

    monkeypatch.setattr(inflate, "data_offset", looked)
    monkeypatch.setattr(export_parts, "data_offset", looked)
    monkeypatch.setattr(export_parts, "file_blocks", lying)
    return names


EVERY = [("facebook", each) for each in FACEBOOK] + [("instagram", each) for each in INSTAGRAM]


def everything(service: str, generation: str) -> dict[str, bytes]:
    """An export of a generation, with everything in it that is never needed."""
    if service == "facebook":
        return as_bytes(FACEBOOK[generation][0](facebook_life())) | PRIVATE
    files: dict[str, Any] = INSTAGRAM[generation][0](instagram_life()) | threads(threads_life())
    return {name: written(value) for name, value in files.items()} | PRIVATE


@pytest.mark.parametrize("lies", ["in an archive", "in a folder"])
@pytest.mark.parametrize(("service", "generation"), EVERY)
def test_what_is_not_needed_is_never_opened(tmp_path: Path, opened: list[str], service: str, generation: str, lies: str) -> None:
    """Bodies of messages, what was sent with them, likes, saved things, searches: not one byte is looked at."""
    files = everything(service, generation)
    report = report_on([zipped(tmp_path / "x.zip", files)] if lies == "in an archive" else unpacked(tmp_path, files))
    assert unread_lines(report) == ()
    assert len(opened) == report.read > 3
    ends = [name for name in PRIVATE if any(each.endswith(f"/{name}") or each == name for each in opened)]
    assert ends == []
    kept = ("messages", "likes", "saved", "search", "secret")
    assert [each for each in opened if any(word in each for word in kept) and "ai_conversations" not in each] == []


def test_pictures_are_never_opened(tmp_path: Path, opened: list[str]) -> None:
    """Nor is anything else that is no list, nor a page whose JSON is there, too."""
    others = ("posts/media/A_1/1.jpg", "posts/your_posts_1.html", "posts/media/1.srt", "posts/media/1")
    report_on([zipped(tmp_path / "x.zip", {GOOD: POSTS} | {f"your_facebook_activity/{name}": b"x" for name in others})])
    assert opened == [GOOD]


def broken_list(path: Path, files: dict[str, bytes], after: int) -> Path:
    """A ZIP whose list of files cannot be read after so many of them."""
    data = bytearray(zipped(path, files).read_bytes())
    at = -1
    for _ in range(after + 1):
        at = data.index(b"PK\1\2", at + 1)
    data[at : at + 4] = b"oops"
    path.write_bytes(data)
    return path


def test_a_list_of_files_that_breaks_off(tmp_path: Path) -> None:
    """What stands before the break is read, and so are the other parts."""
    broken = broken_list(tmp_path / "1.zip", {GOOD: POSTS, OTHER: POSTS}, after=1)
    report = report_on([broken, zipped(tmp_path / "2.zip", {THIRD: POSTS})])
    assert posts(report) == 4
    assert unread_lines(report) == ("File 1 of 2 is damaged.",)


def test_too_many_files_in_one_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It does not keep others from being read."""
    monkeypatch.setattr(export_parts, "MAX_FILES", 1)
    one = zipped(tmp_path / "1.zip", {GOOD: POSTS, OTHER: POSTS})
    report = report_on([one, zipped(tmp_path / "2.zip", {THIRD: POSTS})])
    assert posts(report) == 4
    assert unread_lines(report) == ("File 1 of 2 holds more files to read than any real export; the rest was left out.",)


def test_a_part_that_cannot_be_read_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stick that is pulled out: said, and the others are read."""
    first = zipped(tmp_path / "1.zip", {GOOD: POSTS})
    second = zipped(tmp_path / "2.zip", {OTHER: POSTS})

    def pulled(file: ByteSource, entry: ZipEntry, shift: int) -> Iterator[bytes]:
        if entry.name == GOOD:
            raise OSError(5, "Input/output error")
        yield from inflate.inflate_blocks(file, entry, shift)

    monkeypatch.setattr(export_parts, "inflate_blocks", pulled)
    report = report_on([first, second])
    assert posts(report) == 2
    assert unread_lines(report) == (f"{GOOD} cannot be read: Input/output error.",)


def test_one_part_with_pictures_alone(tmp_path: Path) -> None:
    """It is recognised, and the person is told to name the others too."""
    path = zipped(tmp_path / "jane.doe.zip", {"your_facebook_activity/posts/media/A_1/1.jpg": b"x"})
    with raises_message(r"^There are photos and videos in it, but none of the lists.* Name all of them"):
        report_on([path])


@pytest.mark.parametrize("name", ["holiday/1.jpg", "a.txt", "posts.json"])
def test_what_is_no_export(tmp_path: Path, name: str) -> None:
    """A ZIP like any other."""
    with raises_message("^Nothing in the file or folder looks like an export"):
        report_on([zipped(tmp_path / "jane.doe.zip", {name: b"{}"})])


@pytest.mark.parametrize("name", ["message_1.json", "message_12.html", "messages/inbox/jo_1/message_1.json", "Jo/message_2.json"])
def test_a_download_of_chats_is_named(tmp_path: Path, name: str) -> None:
    """It is none that could be read, and nobody should look for a fault in it."""
    with raises_message(
        "^This download holds nothing but chats, which are never opened. Name the export of Facebook or Instagram"
    ):
        report_on([zipped(tmp_path / "Jo.zip", {name: b"{}", "photos/1.jpg": b"x"})])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names there")
def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    """One would wait for it forever."""
    os.mkfifo(tmp_path / "x.zip")
    with raises_message("The file is neither a file nor a folder"):
        report_on([tmp_path / "x.zip"])
    os.mkfifo(tmp_path / "your_posts_1.json")
    with raises_message("^Nothing in the file or folder looks like an export"):
        report_on([tmp_path])


@pytest.mark.parametrize("name", ["x" * 5000, "nul\0", "a/" * 3000])
def test_a_name_that_no_system_takes(name: str) -> None:
    """It cannot be found."""
    with raises_message("The file cannot be found"):
        report_on([Path(name)])


def test_names_that_are_not_known_are_named(tmp_path: Path) -> None:
    """Meta renames its files; a gap in silence would look like an account with nothing in it."""
    names = {
        "your_facebook_activity/posts/your_moments_1.json": b"[]",
        "your_instagram_activity/media/pictures.json": b"[]",
        "your_facebook_activity/posts/edits_you_made_to_posts.json": b"[]",
        "logged_information/past_instagram_insights/posts.json": b"[]",
        "your_facebook_activity/events/your_event_responses.json": b"[]",
    }
    report = report_on([zipped(tmp_path / "x.zip", {GOOD: POSTS} | names)])
    assert unread_lines(report) == ("Not known here, and not looked at: media/pictures.json, posts/your_moments_1.json.",)
    assert report.skipped == 5


@pytest.mark.parametrize("layout", [(",", ":"), (", ", ": ")])
@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ([1, 2], [3], 3),  # two parts, each with posts of its own
        ([1, 2], [2, 3], 3),  # a later download, in which one is gone and one is new
        ([1, 1], [1], 2),  # two posts of one second are two
        ([1], [1, 1], 2),
        ([], [1], 1),
    ],
)
def test_two_versions_of_a_list(tmp_path: Path, first: list[int], second: list[int], expected: int, layout: Any) -> None:
    """As from two parts, or two downloads: both are read, and what both hold counts once, in whatever order they are named."""
    one, other = (
        zipped(
            tmp_path / f"{name}.zip",
            {GOOD: json.dumps([{"timestamp": 1420070400 + at} for at in each], separators=style).encode()},
        )
        for name, each, style in (("1", first, (",", ":")), ("2", second, layout))
    )
    for named in ([one, other], [other, one]):
        report = report_on(named)
        assert (posts(report), unread_lines(report)) == (expected, ())


def test_two_versions_of_a_setting(tmp_path: Path) -> None:
    """Of what states how things are the newer one counts, in whatever order they are named."""
    name = "personal_information/personal_information/personal_information.json"
    entries = {"profile_user": [{"string_map_data": {"Private Account": {"value": "True"}}}]}
    one, other = (
        tmp_path / "1.zip",
        zipped(tmp_path / "2.zip", {name: written(entries).replace(b"True", b"False"), INSTAGRAM_POSTS: b"[]"}),
    )
    from zipfile import ZipInfo

    with ZipFile(one, "w", ZIP_DEFLATED) as file:
        file.writestr(ZipInfo(name, (2030, 1, 1, 0, 0, 0)), written(entries))
    for named in ([one, other], [other, one]):
        report = report_on(named)
        assert [each.account_private for each in report.services] == [True]
        assert unread_lines(report) == (f"{name} is there in two versions; the newer one is counted.",)


def test_more_than_four_gigabytes(tmp_path: Path) -> None:
    """Numbers that need more than 32 bits stand in a field of their own."""
    path = tmp_path / "x.zip"
    with ZipFile(path, "w", ZIP_DEFLATED) as file, file.open(GOOD, "w", force_zip64=True) as member:
        member.write(POSTS)
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\1\2")
    size, packed = struct.unpack_from("<LL", data, at + 24)[0], struct.unpack_from("<LL", data, at + 20)[0]
    field = struct.pack("<HHQQ", 1, 16, size, packed)
    end, length = data.index(b"PK\5\6"), struct.unpack_from("<H", data, at + 28)[0]
    data[at + 20 : at + 28] = b"\xff" * 8
    data[at + 30 : at + 32] = struct.pack("<H", len(field))
    data[at + 46 + length : at + 46 + length] = field
    end += len(field)
    struct.pack_into("<L", data, end + 12, end - at)
    path.write_bytes(data)
    assert posts(report_on([path])) == 2


class Odd:
    """A file that fails in its own way."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def blocks(self) -> Iterator[bytes]:
        """One block, then the failure."""
        yield b"x"
        raise self._error


def test_nobody_waits_for_a_thread_that_has_ended() -> None:
    """What stands in the way of a file is raised in its place, and never a hang or a traceback of the thread."""
    work = prefetch.Prefetcher([Odd(UnreadableFileError(CUT_OFF)), Odd(OSError(5, "x")), Odd(LookupError())])  # type: ignore[list-item]
    with pytest.raises(UnreadableFileError):
        list(work.blocks(0))
    with pytest.raises(OSError, match="x"):
        list(work.blocks(1))
    with pytest.raises(LookupError):
        list(work.blocks(2))
    work.close()


def test_without_a_second_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where none can be started the work is done alone."""
    monkeypatch.setattr(export_reader, "TWO_PROCESSES_FROM", 0)
    monkeypatch.setattr(export_reader, "_can_use_worker", lambda: True)

    def refuse() -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(export_reader, "WorkerProcess", refuse)
    assert posts(report_on([zipped(tmp_path / "x.zip", {GOOD: POSTS})])) == 2


@pytest.mark.parametrize(
    "name",
    [
        "your_facebook_activity/posts/your_uncategorized_photos_2.json",
        "your_facebook_activity/reels/your_reels_3.json",
        "your_facebook_activity/stories/archived_stories_2.json",
        "your_facebook_activity/comments_and_reactions/comments_2.json",
        "your_facebook_activity/groups/your_comments_in_groups_10.json",
        "your_instagram_activity/media/archived_posts_2.json",
        "your_instagram_activity/media/stories_2.html",
        "your_instagram_activity/threads/threads_and_replies_2.json",
    ],
)
def test_any_list_may_be_cut_into_numbered_files(name: str) -> None:
    """As Meta does with long ones; what is never read stays so."""
    assert is_read(name)
    assert is_read(re.sub(r"_\d+(?=\.)", "", name))
    assert not is_read(name.replace("your_facebook_activity/", "x/messages/").replace("your_instagram_activity/", "x/messages/"))


def test_numbered_files_are_two_lists() -> None:
    """The same moment in both is two comments."""
    files = {f"comments_and_reactions/comments_{n}.json": {"comments_v2": [{"timestamp": 1420070400}]} for n in (1, 2)}
    assert report_of(files).services[0].counts["comments"] == 2


@pytest.mark.parametrize("folder", ["moments", "notes", "reviews", "something_new"])
def test_files_of_a_new_folder_of_the_activity_are_named(folder: str) -> None:
    """Wherever they lie."""
    name = f"your_facebook_activity/{folder}/list.json"
    report = report_of({GOOD: json.loads(POSTS), name: []})
    assert unread_lines(report) == (f"Not known here, and not looked at: {name}.",)
    assert report.left_alone == 0


def test_why_files_are_not_read_is_counted() -> None:
    """Closed on purpose, known and not needed, or not known: three things, none of them passed over."""
    names = {
        "your_facebook_activity/messages/inbox/jo_1/message_1.json": (1, 0),
        "your_facebook_activity/comments_and_reactions/likes_and_reactions_1.json": (1, 0),
        "logged_information/search/your_search_history.json": (1, 0),
        "your_instagram_activity/likes/liked_posts.json": (1, 0),
        "connections/friends/your_friends.json": (0, 1),
        "ads_information/ad_preferences.json": (0, 1),
        "start_here.html": (0, 0),
    }
    for name, (closed, left_alone) in names.items():
        report = report_of({GOOD: json.loads(POSTS), name: []})
        assert (report.closed, report.left_alone, unread_lines(report)) == (closed, left_alone, ()), name
