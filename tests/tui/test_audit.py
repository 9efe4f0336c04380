"""The audit in full screen: a file is named, read beside the screen, shown worst first, saved, and kept only on request."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from textual.containers import VerticalScroll
from textual.theme import Theme
from textual.widgets import Input

from tests.audit.facebook import GENERATIONS, as_bytes
from tests.audit.packing import one_zip, parts, report_on, zipped
from tests.audit.world import facebook_life
from tests.tui.making import Sitting, sitting, wizard
from tests.tui.test_sizes import SIZES, bar_whole, read_to_the_end, turned, whole
from tests.tui.test_themes import each_theme, unreadable
from wizard.audit import audit_runner
from wizard.audit.compare import compare_reports
from wizard.core.findings import SETTING
from wizard.storage.session import Session
from wizard.tui.messages import KeepFindingsRequested, LinkRequested, SaveRequested
from wizard.tui.widgets.option_lists import ItemList

LIFE = facebook_life()
FILES = as_bytes(GENERATIONS["2024"][0](LIFE))
HOSTILE = "Ga[/]l[red]ler\x1by [link=https://evil.invalid]x"
Told = Callable[[int, int], None]


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """An export of Facebook in one ZIP, with a space in the name of its folder."""
    folder = tmp_path / "my files"
    folder.mkdir()
    return one_zip(folder, FILES)[0]


async def choosing(person: Sitting) -> None:
    """From the welcome to the field for the name of the file."""
    await person.at("WelcomeBackScreen")
    await person.go("p", "BoardScreen")
    await person.go("m", "AuditScreen")


async def read(person: Sitting, *names: object) -> None:
    """Name these files, and wait for the report."""
    await choosing(person)
    await person.paste(" ".join(f"'{name}'" for name in names))
    await person.go("enter", "AuditReportScreen")


async def pointed(person: Sitting, words: str) -> None:
    """Put the cursor on the finding with these words."""
    listed = person.app.screen.query_one(ItemList)
    for _ in range(listed.option_count):
        option = listed.highlighted_option
        if option and words in getattr(option.prompt, "plain", ""):
            return
        await person.press("down")
    pytest.fail(f"{words} is not listed")


async def test_the_report_shows_exactly_what_the_export_holds(on_berlin: Session, export: Path) -> None:
    """Worst first with the steps; counts; the years with their numbers; what cannot be known. Meta's file name is not shown."""
    async with sitting(wizard(on_berlin), (100, 150)) as person:
        await read(person, export)
        counts = LIFE.counts()
        await person.shows("Worst first on Facebook", f"{counts['photos']} photos", "→ Limit old Facebook posts to friends")
        await person.shows("Facebook, 2009 to 2026", f"{counts['posts']} Posts", f"{LIFE.apps['active']} Connected apps")
        await person.shows(f"With a location Photos with their location {counts['gps']} ▆")
        for year, found in LIFE.years().items():
            await person.shows(f"{year} {found.get('photos', 0) + found.get('videos', 0)} ▆")
        await person.shows("What no export can show", "Nothing of this is kept when you leave.")
        assert "jane.doe" not in person.text
        assert "(Facebook)" not in person.text
        assert person.app.screen.query_one("#body", VerticalScroll).max_scroll_y == 0


async def test_a_finding_leads_to_its_step(on_berlin: Session, export: Path) -> None:
    """Enter opens the step, escape comes back; a step that is not in the plan says so."""
    on_berlin.answer("people", ("none",))  # leaves out the step for tags
    async with sitting(wizard(on_berlin)) as person:
        await read(person, export)
        await pointed(person, "photos")
        await person.go("enter", "StepScreen")
        await person.shows("Limit old Facebook posts to friends")
        await person.go("escape", "AuditReportScreen")
        await pointed(person, "left out of your plan")
        await person.press("enter")
        await person.shows("Your answers left this step out of your plan.")
        await pointed(person, "comments")
        await person.go("enter", "StepScreen")
        await person.shows("Your comments and your posts in groups are in the Activity log too.")


async def test_a_finding_leads_to_its_items(on_berlin: Session, export: Path) -> None:
    """i shows what stands behind the step: words, dates and the way at Meta; d marks the step; what has no items says so."""
    async with sitting(wizard(on_berlin), (120, 60)) as person:
        await read(person, export)
        await pointed(person, "comments")
        await person.go("i", "AuditItemsScreen")
        counts = LIFE.counts()
        await person.shows("Delete Facebook posts and photos in bulk", "Facebook comment", "items: those with a place first")
        shown = counts["comments"] + counts["group_posts"]
        await person.until(lambda: person.app.screen.query_one(ItemList).option_count >= shown)
        await pointed(person, "Facebook comment")
        await person.shows("Open your profile, then the three dots, then Activity log, and look for your comments. Go to 2009.")
        await person.press("enter")
        await person.until(lambda: bool(person.sent(LinkRequested)))
        assert person.sent(LinkRequested)[-1].url.startswith("https://www.facebook.com/me/allactivity")
        await person.go("escape", "AuditItemsScreen")
        await person.press("d")
        await person.until(lambda: any(event.kind == "done" for event in on_berlin.events))
        await person.go("escape", "AuditReportScreen")
        await pointed(person, "connected apps")
        await person.press("i")
        await person.shows("There are no single items behind this number.")


async def test_items_that_cannot_be_read_are_said_in_a_sentence(on_berlin: Session, export: Path) -> None:
    """The export is gone meanwhile: the screen stays, and nothing is listed."""
    async with sitting(wizard(on_berlin), (120, 60)) as person:
        await read(person, export)
        export.unlink()
        await pointed(person, "comments")
        await person.go("i", "AuditItemsScreen")
        await person.shows("No single items were found for this.")


async def test_the_numbers_are_kept_only_if_the_person_says_so(on_berlin: Session, export: Path) -> None:
    """Before k nothing is stored; then counts alone, which the screen and the plan speak of."""
    async with sitting(wizard(on_berlin), (100, 60)) as person:
        await read(person, export)
        await person.shows("nothing kept")
        assert SETTING not in on_berlin.settings
        await person.press("k")
        await person.shows("Kept: the numbers, and nothing else.", "numbers kept", "Your plan speaks of them.")
        assert [message.report for message in person.sent(KeepFindingsRequested)] == [report_on([export])]
        stored = on_berlin.store.path.read_text(encoding="utf-8")
        assert f'"count": {LIFE.counts()["photos"]}' in stored.replace(":", ": ").replace("  ", " ")
        assert "jane.doe" not in stored
        await pointed(person, "photos")
        await person.go("enter", "StepScreen")
        await person.go("w", "ExplanationScreen")
        await person.shows(f"{LIFE.counts()['photos']} photos since 2009")


@pytest.mark.parametrize(
    ("downs", "ending", "sign"), [(0, "html", "<svg"), (1, "txt", "What Meta has about you"), (2, "json", '"schema": 1')]
)
async def test_the_report_is_saved(on_berlin: Session, export: Path, tmp_path: Path, downs: int, ending: str, sign: str) -> None:
    """As a page, as text, as JSON, where the person says."""
    async with sitting(wizard(on_berlin)) as person:
        await read(person, export)
        await person.go("s", "FormatDialog")
        await person.press(*["down"] * downs)
        await person.go("enter", "SaveDialog")
        assert person.app.screen.query_one(Input).value == str(tmp_path / f"my-photo-audit.{ending}")
        await person.go("enter", "AuditReportScreen")
        await person.shows("Saved to")
        (message,) = person.sent(SaveRequested)
        assert Path(message.path).read_text(encoding="utf-8") == message.document
        assert sign in str(message.document)
        assert SETTING not in on_berlin.settings


async def test_several_parts_are_one_export(on_berlin: Session, tmp_path: Path) -> None:
    """Named one after another."""
    async with sitting(wizard(on_berlin)) as person:
        await read(person, *parts(tmp_path, FILES))
        await person.shows(f"{LIFE.counts()['photos']} photos")


async def test_an_older_export_shows_what_has_changed(on_berlin: Session, export: Path, tmp_path: Path) -> None:
    """The second field, reached by tab."""
    longer = facebook_life(size=60)
    older = zipped(tmp_path / "older.zip", as_bytes(GENERATIONS["2024"][0](longer)))
    async with sitting(wizard(on_berlin), (100, 90)) as person:
        await choosing(person)
        await person.paste(str(export))
        await person.press("tab")
        await person.paste(str(older))
        await person.go("enter", "AuditReportScreen")
        before, after = longer.counts()["posts"], LIFE.counts()["posts"]
        await person.shows(f"{before - after} posts are gone", f"Posts (Facebook): {before} before, {after} now")


async def test_a_name_is_completed(on_berlin: Session, export: Path) -> None:
    """The right arrow takes what stands there in quiet letters."""
    async with sitting(wizard(on_berlin)) as person:
        await choosing(person)
        await person.paste(str(export.parent / "face"))
        field = person.app.screen.query_one("#new", Input)
        await person.until(lambda: field._suggestion == str(export))
        await person.press("right")
        assert field.value == str(export)


def slow(monkeypatch: pytest.MonkeyPatch) -> tuple[Event, Event]:
    """A reading that stands at 45 percent until the first event is set; the second tells that it was stopped."""
    go_on, stopped = Event(), Event()
    real = audit_runner.run_audit

    def audit(paths: list[Path], today: date, progress: Told) -> object:
        try:
            progress(117_000_000, 260_000_000)
            while not go_on.wait(0.005):
                progress(117_000_000, 260_000_000)
        except BaseException:
            stopped.set()
            raise
        return real(paths, today)

    monkeypatch.setattr(audit_runner, "run_audit", audit)
    return go_on, stopped


async def test_how_far_it_is_and_escape_stops_it(on_berlin: Session, export: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Share, bytes and time left are seen; Escape goes back to the name, ends the thread, and nothing is kept."""
    _, stopped = slow(monkeypatch)
    async with sitting(wizard(on_berlin)) as person:
        await choosing(person)
        await person.paste(str(export))
        await person.go("enter", "ReadingScreen")
        await person.shows("█░", "45%", "117 of 260 MB", "about 1 s left")
        await person.go("escape", "AuditScreen")
        await person.shows("Stopped. Nothing was kept.")
        assert person.app.screen.query_one("#new", Input).value == str(export)
        await person.until(stopped.is_set, "the thread has ended")
        assert SETTING not in on_berlin.settings


async def test_leaving_stops_it_too(on_berlin: Session, export: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for a reading that nobody will see."""
    _, stopped = slow(monkeypatch)
    async with sitting(wizard(on_berlin)) as person:
        await choosing(person)
        await person.paste(str(export))
        await person.go("enter", "ReadingScreen")
        await person.press("ctrl+q")
    assert stopped.wait(5)


async def test_help_over_the_reading_is_not_torn_away(on_berlin: Session, export: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The report waits until the help is closed."""
    go_on, _ = slow(monkeypatch)
    async with sitting(wizard(on_berlin)) as person:
        await choosing(person)
        await person.paste(str(export))
        await person.go("enter", "ReadingScreen")
        await person.go("question_mark", "HelpDialog")
        go_on.set()
        below = person.app.screen_stack[-2]
        await person.until(lambda: below._result is not None)  # type: ignore[attr-defined]
        assert person.at_now == "HelpDialog"
        await person.go("escape", "AuditReportScreen")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nothing.zip", "The file cannot be found."),
        ("notes.zip", "Nothing in the file or folder looks like an export"),
        ("broken.zip", "Name the ZIP file, or files, that Meta gave you"),
    ],
)
async def test_what_is_no_export_is_said_in_a_sentence(on_berlin: Session, tmp_path: Path, name: str, said: str) -> None:
    """A file that is not there, that is something else, that is broken: the name stays, to be mended."""
    zipped(tmp_path / "notes.zip", {"notes.txt": b"x"})
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 and then no more")
    async with sitting(wizard(on_berlin)) as person:
        await choosing(person)
        await person.paste(str(tmp_path / name))
        await person.press("enter")
        await person.shows(said)
        await person.at("AuditScreen")
        assert person.app.screen.query_one("#new", Input).value == str(tmp_path / name)


async def test_a_disk_that_fails_is_said_in_a_sentence(on_berlin: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the system says."""

    def audit(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(audit_runner, "run_audit", audit)
    async with sitting(wizard(on_berlin)) as person:
        await choosing(person)
        await person.paste("x.zip")
        await person.press("enter")
        await person.shows("The export cannot be read: Input/output error.")


async def test_nothing_is_read_before_something_is_named(on_berlin: Session) -> None:
    """Enter in an empty field says what belongs there."""
    async with sitting(wizard(on_berlin)) as person:
        await choosing(person)
        await person.press("enter")
        await person.shows("Name the export first")
        assert person.at_now == "AuditScreen"


async def test_an_export_in_html_says_how_to_ask_for_json(on_berlin: Session, tmp_path: Path) -> None:
    """There is nothing to keep and no step to open, and no key says so."""
    made = zipped(tmp_path / "x.zip", {"your_facebook_activity/messages/ai_conversations.html": b"<html></html>"})
    async with sitting(wizard(on_berlin)) as person:
        await read(person, made)
        await person.shows("made of HTML pages in a form that is not known here", "the format to JSON")
        assert "keep" not in person.text
        await person.press("k", "enter")
        assert not person.sent(KeepFindingsRequested)


async def test_strings_of_an_export_are_no_markup(on_berlin: Session, tmp_path: Path) -> None:
    """Names of files and of audiences are shown as they are, without what could steer the terminal."""
    audience = "preferences/preferences/privacy_settings.json"
    files = FILES | {
        audience: FILES[audience].replace(b"Public", HOSTILE.encode("unicode_escape").replace(b"\\x1b", b"\\u001b")),
        "your_facebook_activity/posts/album/Al[red]bum[b].json": b"[/] no json",
    }
    async with sitting(wizard(on_berlin), (100, 200)) as person:
        await read(person, zipped(tmp_path / "x.zip", files))
        await person.shows("What could not be read", "Al[red]bum[b].json is not JSON.", "shown to: Ga[/]l[red]ler")
        assert "\x1b" not in person.text


async def test_the_report_has_its_room_in_every_size(on_berlin: Session, export: Path) -> None:
    """From 40 by 12 to 200 by 60: nothing is cut, and keys lead to the end and back."""
    report = report_on([export])
    async with sitting(wizard(on_berlin), SIZES[0]) as person:
        await person.at("WelcomeBackScreen")
        person.app.open_screen("audit_report.AuditReportScreen", report, compare_reports(report, report))
        await person.at("AuditReportScreen")
        for size in SIZES:
            if size != person.app.size:
                await turned(person, size)
            body = person.app.screen.query_one("#body", VerticalScroll)
            whole(body)
            bar_whole(person)
            if size == SIZES[1]:
                await read_to_the_end(person, body)


@each_theme
async def test_the_report_can_be_read_in_every_theme(on_berlin: Session, export: Path, theme: Theme) -> None:
    """The report, its dialog, and a completed name."""
    on_berlin.set_setting("theme", theme.name)
    async with sitting(wizard(on_berlin), (100, 100)) as person:
        await choosing(person)
        await person.paste(str(export)[:-4])
        field = person.app.screen.query_one("#new", Input)
        await person.until(lambda: bool(field._suggestion))
        assert unreadable(person) == {}
        await person.press("right")
        await person.go("enter", "AuditReportScreen")
        assert unreadable(person) == {}
        await person.go("s", "FormatDialog")
        assert unreadable(person) == {}
