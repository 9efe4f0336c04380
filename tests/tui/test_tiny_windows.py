"""A window of a few cells: every page opens in it, is drawn anew and worked in it, and is whole again in a larger one."""

import pkgutil
from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

import pytest

from tests.audit.facebook import GENERATIONS, as_bytes
from tests.audit.packing import one_zip, report_on
from tests.audit.world import facebook_life
from tests.tui.making import BERLIN, Sitting, session, sitting
from tests.tui.making import wizard as app_on
from tests.tui.test_closing import MORE_DIALOGS
from tests.tui.test_repeats import recorded
from tests.tui.test_sizes import DIALOGS, FORM, PAGES, PAPER, turned
from wizard.audit import audit_runner
from wizard.audit.compare import Comparison, compare_reports
from wizard.audit.report import AuditReport
from wizard.core.contact import ASKED
from wizard.core.letter.draft import Draft, build_draft
from wizard.core.unfinished_work import NOTE
from wizard.storage.session import Session
from wizard.tui import screens
from wizard.tui.guarded_screen import GuardedScreen
from wizard.tui.keys import LEADS_BACK
from wizard.tui.lazy_screens import lazy_screen
from wizard.tui.session_app import SessionApp
from wizard.tui.unfinished_work import CompletableWork
from wizard.views import audit_messages, help_texts
from wizard.views.documents import DOCUMENT_KINDS

TINY = ((1, 1), (2, 3), (4, 2), (6, 3), (1, 60), (200, 1))
WORKED_IN = ((1, 1), (6, 3))
USUAL = (80, 24)
MOVES = ("down", "tab", "pagedown", "end", "up", "pageup", "home")
OBJECTION = "case/facebook"
LETTER, BLANK = "objection-eu", "accounts"
BASES = {
    "WizardScreen", "StepsScreen", "ReaderScreen", "LetterActionsScreen", "Dialog", "PageScreen", "SideScreen",
    "PageDialog", "FirstScreen",
    "AuditItemsScreen",  # it reads an export: tests/tui/test_audit_items.py opens it
}  # fmt: skip
Arguments = Callable[[Sitting], tuple[object, ...]]


@cache
def audited() -> tuple[AuditReport, Comparison]:
    """What an export shows, and the same beside itself."""
    with TemporaryDirectory() as folder:
        report = report_on(one_zip(Path(folder), as_bytes(GENERATIONS["2024"][0](facebook_life(size=60)))))
    return report, compare_reports(report, report)


def below(person: Sitting) -> tuple[object, ...]:
    """The page over which a dialog opens."""
    return (person.app.screen,)


def outcome(_: Sitting) -> tuple[object, ...]:
    """The objection that was sent."""
    return OBJECTION, "sent"


def blank(person: Sitting) -> tuple[object, ...]:
    """A field of a letter."""
    found = next(each for each in person.app.snapshot.library.letters[LETTER].fields if each.multiline)
    return (LETTER, found.id), found, (), ("a first line", "a second one"), lambda _: ""


def written(person: Sitting) -> Draft:
    """A letter with nothing in it, while it is written."""
    snapshot = person.app.snapshot
    return build_draft(snapshot.library.letters[LETTER], snapshot, None, {})


def rendered(person: Sitting) -> tuple[object, ...]:
    """A letter with nothing in it, to be saved."""
    return "letter", None, lambda: None


MADE: dict[str, Arguments] = {
    "audit.ReadingScreen": lambda _: ("export.zip", ""),
    "audit_report.AuditReportScreen": lambda _: audited(),
    "format_dialog.FormatDialog": lambda _: (
        audit_messages.SAVE_AS,
        audit_messages.FILE_FORMATS,
        "report",
        help_texts.AUDIT_FORMAT,
        str,
    ),
    "contacts.ContactDialog": lambda _: ("Kim",),
    "dialogs.ReasonDialog": lambda _: (FORM,),
    "dialogs.ReplaceDialog": lambda _: (Path("plan.html").resolve(), lambda name, *, replace=False: None),
    "event_date.EventDateDialog": outcome,
    "event_date.SentDateDialog": lambda _: (FORM, OBJECTION, "sent"),
    "field_dialog.FieldDialog": blank,
    "help.HelpDialog": below,
    "leave_dialog.LeaveDialog": lambda _: ((CompletableWork(NOTE, lambda: None),), lambda: None),
    "letter_actions.LetterFormatDialog": rendered,
    "letter_actions.LetterLanguageDialog": lambda person: (written(person), lambda _: None),
    "letter_actions.SentDialog": lambda _: ((OBJECTION, "case/instagram"), "sent", lambda: None),
    "requests.OutcomeScreen": lambda _: ("refused",),
    "search.SearchDialog": below,
}
"""The pages that are handed values, and how these are made."""


def questions() -> list[tuple[str, ...]]:
    """The interview at each of its questions."""
    return [("interview.InterviewScreen", each) for each in ("region", "services", "account", "device", "form")]


def arguments(page: tuple[str, ...], person: Sitting) -> tuple[object, ...]:
    """What the page is handed."""
    return MADE[page[0]](person) if page[0] in MADE else page[1:]


EVERY: list[tuple[str, ...]] = [*PAGES, *questions(), *DIALOGS, *MORE_DIALOGS, *((name,) for name in MADE)]


def test_no_page_is_left_out() -> None:
    """Whatever the screens are called, and whoever adds one."""
    names = [each.name for each in pkgutil.iter_modules(screens.__path__)]
    modules = [import_module(f"{screens.__name__}.{name}") for name in names]
    found = {
        f"{module.__name__.rpartition('.')[2]}.{name}"
        for module in modules
        for name, kind in vars(module).items()
        if isinstance(kind, type) and issubclass(kind, GuardedScreen) and kind.__module__ == module.__name__ and name not in BASES
    }
    assert found == {page[0] for page in EVERY}


@pytest.fixture
def lively(state: Path) -> Session:
    """Somebody who has done something of everything: nothing on a page is empty."""
    return session(
        state,
        BERLIN,
        [
            (FORM, "done"),
            (OBJECTION, "sent"),
            ("case/instagram", "sent"),
            ("contact/Kim", ASKED),
            ("delete-your-data/facebook-posts", "skipped"),
        ],
    )


@pytest.fixture(autouse=True)
def _reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """An export is read for as long as somebody looks."""
    over = Event()

    def audit(_paths: object, _today: object, progress: Callable[[int, int], None]) -> None:
        while not over.wait(0.01):
            progress(45, 100)

    monkeypatch.setattr(audit_runner, "run_audit", audit)


async def drawn_anew(person: Sitting) -> None:
    """As after any event."""
    person.app.mutate_reactive(SessionApp.snapshot)
    await person.pilot.pause()


@pytest.mark.exhaustive
@pytest.mark.parametrize("page", EVERY, ids=lambda page: " ".join(page)[:40])
async def test_every_page_lives_in_a_window_of_a_few_cells(lively: Session, page: tuple[str, ...]) -> None:
    """It opens there, is drawn and worked there in every size, and has its words again where there is room."""
    async with sitting(app_on(lively), TINY[0]) as person:
        await person.at("WelcomeBackScreen")
        person.app.open_screen(page[0], *arguments(page, person))
        await person.at(page[0].partition(".")[2])
        for size in TINY:
            if size != person.app.size:
                await turned(person, size)
            await drawn_anew(person)
            if size in WORKED_IN:
                await person.press(*MOVES, *(*"f" * len(DOCUMENT_KINDS),) * (page == PAPER))
        await turned(person, USUAL)
        assert person.text.strip()
        assert person.at_now == page[0].partition(".")[2]


async def recorded_by(person: Sitting, screen: GuardedScreen, actions: Iterable[str]) -> str:
    """Carry out actions of a screen as its keys do; return its name if that changed anything."""
    before = recorded(person.app.session), list(person.app.screen_stack)
    for action in actions:
        await person.app.run_action(action, default_namespace=screen)
    after = recorded(person.app.session), list(person.app.screen_stack)
    return "" if before == after else type(screen).__name__


async def test_keys_of_a_page_without_widgets_do_nothing(lively: Session) -> None:
    """A key can come while a page still opens, or when it was left before it had opened."""
    async with sitting(app_on(lively)) as person:
        await person.at("WelcomeBackScreen")
        for page in EVERY:
            screen = lazy_screen(page[0], *arguments(page, person))
            own = [key.action for key in screen.KEYS if not key.action.startswith("app.")]
            person.app.push_screen(screen)
            assert not await recorded_by(person, screen, (each for each in own if each not in LEADS_BACK))
            person.app.pop_screen()
            assert not await recorded_by(person, screen, own)
            await person.at("WelcomeBackScreen")
