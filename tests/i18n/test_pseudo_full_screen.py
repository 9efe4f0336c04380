"""The full screen in a language that marks every translated text: all screens and dialogs, their keys and their help."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import Input
from textual.widgets._toast import Toast

from tests.export.audits import full
from tests.tui.making import BERLIN, Sitting, session, sitting, wizard
from tests.tui.test_keys import BASES, SCREENS
from wizard.audit.listing.item_loader import ItemLoader
from wizard.core.unfinished_work import unfinished_file
from wizard.tui.keys import GLOBAL, Key
from wizard.tui.screens.dialogs import ReplaceDialog
from wizard.tui.screens.format_dialog import FormatDialog
from wizard.tui.screens.letter_actions import LetterFormatDialog, SentDialog
from wizard.tui.unfinished_work import CompletableWork
from wizard.tui.widgets.frame import TitleLine
from wizard.views import audit_messages, help_texts
from wizard.views.audit_report import StepAdvice
from wizard.views.colours import THEME_LABELS

from .leftover import leftovers, library
from .pseudo import unmarked

if TYPE_CHECKING:
    from wizard.export.letter.template import RenderedLetter

pytestmark = pytest.mark.usefixtures("pseudo_language")

SIZE = (170, 120)
"""A window in which no title is cut off, since a cut takes the closing bracket with it."""
STEP = "privacy-settings/instagram-private"
OPENED: dict[str, tuple[object, ...]] = {
    "accounts.AccountNameDialog": ("case/facebook",),
    "accounts.AccountQuestionDialog": ("case/facebook", "access"),
    "accounts.AccountScreen": ("case/facebook",),
    "accounts.AccountsScreen": (),
    "accounts.MoveDialog": (),
    "accounts.NewAccountDialog": ("case/facebook",),
    "accounts.RemovalDialog": ("case/facebook",),
    "accounts.ServiceDialog": (),
    "finished.FinishedScreen": (),
    "event_date.SentDateDialog": ("objection/facebook-form", "case/facebook", "sent"),
    "people.PeopleDialog": (),
    "people.PersonNameDialog": (),
    "action.ActionScreen": ("privacy-settings",),
    "audit.AuditScreen": (),
    "board.BoardScreen": (),
    "contacts.ContactDialog": ("Kim",),
    "contacts.ContactsScreen": (),
    "contacts.NicknameDialog": (),
    "dialogs.FormDialog": (),
    "dialogs.NoteDialog": (STEP,),
    "dialogs.ReasonDialog": (STEP,),
    "dialogs.SaveDialog": ("zyx.txt", ""),
    "documents.DocumentScreen": (),
    "interview.InterviewScreen": ("services",),
    "letter.LetterScreen": ("objection", "case/facebook"),
    "letters.LettersScreen": (),
    "link.LinkDialog": ("⟦A page⟧", "https://www.example.org/"),
    "requests.RequestScreen": ("case/facebook",),
    "requests.RequestsScreen": (),
    "requests.OutcomeScreen": ("refused",),
    "place_summary.PlaceSummaryScreen": (),
    "quick_wins.QuickWinsScreen": (),
    "reader.ArticleScreen": ("faq-gdpr",),
    "reader.ArticlesScreen": (),
    "reader.ExplanationScreen": (STEP,),
    "reader.LegalStatementsScreen": ("objection-eu",),
    "reader.PlaceScreen": (),
    "review.ReviewScreen": (),
    "step.StepScreen": (STEP,),
    "stored_data.MergeDialog": (),
    "stored_data.StoredDataScreen": (),
    "stored_data.WipeDialog": (),
    "welcome.WelcomeScreen": (),
}
"""The screens that are opened by name, with their arguments."""
ELSEWHERE = frozenset(
    {
        "FormatDialog", "AuditItemsScreen", "AuditReportScreen", "EventDateDialog", "FieldDialog", "HelpDialog",
        "LeaveDialog", "LetterFormatDialog", "ReadingScreen", "ReplaceDialog", "SearchDialog", "SentDialog", "WelcomeBackScreen",
    }
)  # fmt: skip
"""The screens that a test here opens in another way."""
NAMES_ONLY = frozenset({"LanguageDialog", "LetterLanguageDialog", "ThemeDialog"})
"""Their rows are names, of languages and of themes of Textual, which are the same in every language."""
TESTED_ELSEWHERE = ("document", "letter", "links")
"""Documents, letters, which have a language of their own, and lists of links, whose addresses are cut off."""


def shown_texts(widget: Widget) -> Iterator[str]:
    """Yield what each widget without parts shows, so that texts beside each other do not mix."""
    for each in widget.walk_children():
        if isinstance(each, Input):
            yield each.placeholder
        elif isinstance(each, TitleLine):
            yield from (each._left, each._right)
        elif each.id in TESTED_ELSEWHERE:
            continue
        elif isinstance(each, Toast):
            yield each._notification.message
        elif isinstance(each, Widget) and not each.children and each.display and each.size.area:
            yield "\n".join(strip.text for strip in each.render_lines(Region(0, 0, *each.outer_size)))


def key_texts(keys: tuple[Key, ...]) -> Iterator[str]:
    """Yield labels and sentences of keys."""
    yield from (text for key in keys for text in (key.label, key.help))


def check(person: Sitting) -> None:
    """The screen on top, its help and its keys."""
    screen = person.app.screen
    texts = [
        *shown_texts(screen),
        person.app.status_text,
        getattr(screen, "purpose", ""),
        *key_texts(getattr(screen, "KEYS", ())),
    ]
    found = {f"{sorted(words)} in {unmarked(text).split()}" for text in texts if (words := leftovers(text))}
    assert not found, type(screen).__name__


@pytest.fixture
async def person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sitting]:  # type: ignore[misc]
    """Someone in Berlin who has done a few things, in front of a large window."""
    monkeypatch.setattr("tests.tui.making.load_shipped_content", library)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    on = session(tmp_path / "state.json", BERLIN)
    on.mark("case/facebook", "sent", date(2026, 9, 1))
    on.mark("contact/Kim", "asked", date(2026, 11, 1))
    async with sitting(wizard(on), SIZE) as someone:
        yield someone


async def test_screens_and_dialogs(person: Sitting) -> None:
    """Each that is opened by its name."""
    check(person)
    for name, arguments in OPENED.items():
        person.app.open_screen(name, *arguments)
        await person.at(name.rpartition(".")[2])
        check(person)
        person.app.pop_screen()
        await person.pilot.pause()


def test_none_is_left_out() -> None:
    """A new screen is added to the list above, or to a test below."""
    names = {name.rpartition(".")[2] for name in OPENED}
    assert {screen.__name__ for screen in SCREENS} - {*BASES, "ReaderScreen"} == names | ELSEWHERE | NAMES_ONLY
    assert names.isdisjoint(ELSEWHERE)


async def test_help_search_and_keys_of_every_page(person: Sitting) -> None:
    """The help of a screen with many keys, the search with and without words, and the names of colours."""
    person.app.open_screen("board.BoardScreen")
    await person.at("BoardScreen")
    await person.go("question_mark", "HelpDialog")
    check(person)
    await person.press("escape")
    await person.go("slash", "SearchDialog")
    check(person)
    await person.write("zyxw")
    check(person)
    assert leftovers("\n".join([*key_texts(GLOBAL), *THEME_LABELS.values()])) == set()


async def test_questions_about_work(person: Sitting) -> None:
    """What is asked before a file is replaced, an event recorded, a letter saved or sent, and before leaving."""
    app = person.app
    work = CompletableWork(unfinished_file("zyx.txt"), lambda: None)
    app.open_screen("event_date.EventDateDialog", "case/facebook", "sent")
    await person.at("EventDateDialog")
    check(person)
    app.pop_screen()
    app.open_screen("leave_dialog.LeaveDialog", (work, work), lambda: None)
    await person.at("LeaveDialog")
    check(person)
    for dialog in (
        ReplaceDialog(Path("zyx.txt"), lambda name, replace=False: None),
        LetterFormatDialog("zyx", cast("RenderedLetter", None), lambda: None),  # no letter is written
        SentDialog(("case/facebook", "case/instagram"), "sent", lambda: None),
        FormatDialog(audit_messages.SAVE_AS, audit_messages.FILE_FORMATS, "zyx", help_texts.AUDIT_FORMAT, str),
    ):
        app.show(dialog)
        await person.at(type(dialog).__name__)
        check(person)
        app.pop_screen()


async def test_a_field_of_a_letter(person: Sitting) -> None:
    """The first field that is needed."""
    person.app.open_screen("letter.LetterScreen", "objection", "case/facebook")
    await person.at("LetterScreen")
    await person.press("enter")
    await person.at("FieldDialog")
    check(person)
    await person.press("enter")
    check(person)


async def test_an_audit(person: Sitting) -> None:
    """Reading that fails, the report, and the items behind a step that are not at hand."""
    person.app.open_screen("audit.ReadingScreen", "zyx.zip", "")
    await person.until(lambda: person.at_now != "ReadingScreen")
    check(person)
    person.app.open_screen("audit_report.AuditReportScreen", full(), None)
    await person.at("AuditReportScreen")
    check(person)
    person.app.open_screen("audit_items.AuditItemsScreen", StepAdvice(STEP, "⟦A step⟧", ()), ItemLoader(()))
    await person.at("AuditItemsScreen")
    check(person)
