"""Something that knows no locks changes the state file while a face is open: nothing recorded is lost, and it is said."""

import json
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.errors import raises_message
from tests.making import TODAY
from tests.storage.keeping import TORN, around, aside, held
from tests.storage.test_session import LIBRARY, A
from wizard.storage.session import MERGE_ON_PAGE, MERGED_NOTICE, RESET_NOTICE, Session
from wizard.storage.store import Store

B = "privacy-settings/b"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A state file in a folder that something else keeps in step with other computers."""
    return tmp_path / "kept" / "state.json"


def opened(path: Path, today: date = TODAY) -> Session:
    """A face on this file."""
    return Session(LIBRARY, Store(path), today)


def living(path: Path) -> Session:
    """A face in which a country was answered, and something done and noted."""
    session = opened(path)
    session.record_answers({"country": ("DE",), "services": ("facebook",)})
    session.add_note(A, "first")
    session.mark(A, "done")
    return session


def kinds(path: Path) -> list[str]:
    """What was recorded, without the answers."""
    return [event["kind"] for event in held(path)["events"] if event["kind"] != "answered"]


def an_older_version(path: Path) -> None:
    """As it was three changes ago, with the backup of that time."""
    data = held(path)
    path.write_text(json.dumps(data | {"events": data["events"][:2]}), encoding="utf-8")


def another_computers_version(path: Path) -> None:
    """The same beginning, and then something else; answers changed there too."""
    data = held(path)
    theirs = {"at": "2026-11-23T23:00:00+00:00", "kind": "skipped", "target": B, "id": "theirs", "on": "2026-11-23"}
    path.write_text(json.dumps(data | {"events": [*data["events"][:2], theirs]}), encoding="utf-8")


def half_of_it(path: Path) -> None:
    """Still being copied."""
    path.write_bytes(path.read_bytes()[:-40])


def nothing_in_it(path: Path) -> None:
    """Just begun to be copied."""
    path.write_bytes(b"")


def the_file_gone(path: Path) -> None:
    """Taken away, with the backup left."""
    path.unlink()


def only_a_second_copy(path: Path) -> None:
    """Renamed, as happens when two computers changed it at once."""
    path.rename(path.with_name("state.sync-conflict-20261123-120000-ABCDEFG.json"))


HAPPENINGS: tuple[Callable[[Path], None], ...] = (
    an_older_version, another_computers_version, half_of_it, nothing_in_it, the_file_gone, only_a_second_copy,
)  # fmt: skip


@pytest.mark.parametrize("happening", HAPPENINGS)
def test_between_two_changes(path: Path, happening: Callable[[Path], None]) -> None:
    """What was there, what was done before and what is done now is in the file; the person is told what happened."""
    session = living(path)
    happening(path)
    session.mark(B, "done")
    assert [kind for kind in kinds(path) if kind != "skipped"] == ["note", "done", "done"]
    assert ("skipped" in kinds(path)) is (happening is another_computers_version)
    assert held(path)["answers"] == {"country": "DE", "services": ["facebook"]}
    assert session.store.notices
    assert len(set(session.store.notices)) == len(session.store.notices)
    again = opened(path)
    assert (again.events, again.answers) == (session.events, session.answers)


@pytest.mark.parametrize("happening", HAPPENINGS)
def test_when_the_window_is_looked_at_again(path: Path, happening: Callable[[Path], None]) -> None:
    """Reading alone puts it back too, and says so once."""
    session = living(path)
    happening(path)
    session.reload()
    assert [kind for kind in kinds(path) if kind != "skipped"] == ["note", "done"]
    notices = [*session.store.notices]
    assert notices.count(MERGED_NOTICE) <= 1
    session.reload()
    assert session.store.notices == notices


def test_two_windows_are_no_such_happening(path: Path) -> None:
    """They wait for each other, so nothing has to be put back and nothing is said."""
    one, two = living(path), opened(path)
    two.mark(B, "done")
    one.mark(B, "reopened")
    two.reload()
    assert kinds(path) == ["note", "done", "done", "reopened"]
    assert one.store.notices == two.store.notices == []


def test_what_was_removed_on_purpose_stays_removed(path: Path) -> None:
    """Another window removed everything: this one says so, and brings nothing back."""
    session, other = living(path), opened(path)
    other.wipe()
    session.reload()
    assert around(path, lock=True) == set()
    assert session.store.notices == [RESET_NOTICE]
    session.mark(A, "done")
    assert kinds(path) == ["done"]
    assert held(path)["answers"] == {}


def test_removed_and_begun_anew(path: Path) -> None:
    """The same, with somebody else's beginning in the file."""
    session = living(path)
    opened(path).wipe()
    other = opened(path)
    for _ in range(3):
        other.mark(B, "done")
    session.mark(A, "done")
    assert kinds(path) == ["done"] * 4
    assert held(path)["answers"] == {}
    assert session.store.notices == [RESET_NOTICE]


def test_what_was_kept_for_letters_and_forgotten_stays_forgotten(path: Path) -> None:
    """Putting events together brings no setting back: another window may have removed names and addresses."""
    session = living(path)
    session.save_letter_fields({"name": ("Kim",)})
    opened(path).clear_letter_fields()
    an_older_version(path)
    session.mark(B, "done")
    assert held(path)["settings"] == {}


def test_one_wipes_its_own(path: Path) -> None:
    """It knows what it did, and begins anew without a word."""
    session = living(path)
    assert len(session.wipe()) == 3
    session.reload()
    assert (session.events, session.answers, session.store.notices) == ((), {}, [])
    assert around(path, lock=True) == set()


def test_a_folder_that_was_taken_away_is_made_again(path: Path) -> None:
    """Nothing of it is left, as after a wipe: it says so and goes on."""
    session = living(path)
    shutil.rmtree(path.parent)
    session.mark(A, "done")
    assert kinds(path) == ["done"]
    assert session.store.notices == [RESET_NOTICE]


def test_another_programs_file_is_left_alone(path: Path) -> None:
    """It is refused with a sentence; when ours is back, all goes on."""
    session = living(path)
    ours = path.read_bytes()
    path.write_text('{"theme": "dark"}', encoding="utf-8")
    with raises_message("is not a state file of this program"):
        session.mark(B, "done")
    assert path.read_text(encoding="utf-8") == '{"theme": "dark"}'
    path.write_bytes(ours)
    session.mark(B, "done")
    assert kinds(path) == ["note", "done", "done"]


def test_a_second_copy_is_pointed_out(path: Path) -> None:
    """Under whatever name the program that synchronises gave it; other neighbours are nobody's business."""
    living(path)
    for name in ("state (conflicted copy 2026-11-23).json", "state.sync-conflict-1.json", "state-old.json", "conflict.txt"):
        path.with_name(name).write_text("{}", encoding="utf-8")
    found = [
        notice for notice in opened(path).store.notices if notice.startswith("There is a second copy beside your state file: ")
    ]
    assert [notice.partition("file: ")[2].partition(". `state import`")[0] for notice in found] == [
        str(path.with_name("state (conflicted copy 2026-11-23).json")),
        str(path.with_name("state.sync-conflict-1.json")),
    ]


def test_inside_the_wizard_the_notice_names_a_page_and_no_command(path: Path) -> None:
    """Both front ends have a page that merges another copy."""
    living(path)
    path.with_name("state.sync-conflict-1.json").write_text("{}", encoding="utf-8")
    (notice,) = Session(LIBRARY, Store(path), TODAY, merge_hint=MERGE_ON_PAGE).store.notices
    assert "“What is stored”" in notice
    assert "`" not in notice


def test_a_lost_file_comes_back_from_its_backup(path: Path) -> None:
    """Not in one open window: at the next start. It is said, and how to remove everything is not the file's own removal."""
    living(path)
    path.unlink()
    session = opened(path)
    assert session.answers == {"country": ("DE",), "services": ("facebook",)}
    assert session.store.notices == [f"The state file {path} was gone. The previous copy is used."]
    assert opened(path).store.notices == []


def test_a_lost_file_with_a_broken_backup(path: Path) -> None:
    """The copy is kept under a dated name, and nothing is said twice."""
    living(path)
    path.unlink()
    Store(path).backup.write_bytes(TORN)
    (notice,) = opened(path).store.notices
    assert notice.startswith(
        f"The state file {path} was gone, and the copy beside it could not be read. It was kept as {path}.broken-2"
    )
    assert aside(path) == [TORN]
    assert opened(path).store.notices == []


def test_a_clock_set_back_changes_no_order(path: Path) -> None:
    """What came after stays after, also when two copies are put together."""
    moments = iter(datetime(2026, month, 1, tzinfo=UTC) for month in (11, 3, 2, 1, 4, 5))
    session = Session(LIBRARY, Store(path), TODAY, lambda: next(moments))
    session.mark(A, "done")
    session.mark(A, "reopened")
    theirs = {"at": "2026-06-01T00:00:00+00:00", "kind": "note", "target": B, "id": "theirs", "on": "2026-06-01"}
    assert session.merge_copy({"schema": 1, "events": [theirs]}) == 1
    session.mark(A, "done")
    assert kinds(path) == ["note", "done", "reopened", "done"]
    entry = session.snapshot.progress.status_of(A)
    assert entry.status == "done"
    session.undo()
    assert session.snapshot.progress.status_of(A).status == "open"
