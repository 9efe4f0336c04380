"""Where a sitting begins: the welcome, what happened last time, and the main menu."""

from collections.abc import Iterable, Iterator

from wizard.core.content_models import Library
from wizard.core.event import Event
from wizard.core.formatting import (
    event_text,
    format_minutes,
    place_heading,
    relative_days,
)
from wizard.core.snapshot import Snapshot
from wizard.i18n import N_, _, ngettext

from .actions import Action, AskQuestions, OpenArticle, OpenPage, OpenRequest, PageName, SwitchToLines, UndoLast
from .deadline_text import deadline_message, labelled_deadline
from .language import language_choice
from .page import ChoiceGroup, Page, PageBlock, PageChoice, PageSection, TextLine, TimelineEvent, Tone
from .plan import progress_blocks
from .step_actions import OpenStep
from .user_messages import recent_events

FIRST_ARTICLE = "how-meta-trains-ai"
PROGRESS, DEADLINES, RECENT = "progress", "deadlines", "recent"
WITH_PLACE: tuple[tuple[PageName, str], ...] = (
    (PageName.QUICK_WINS, N_("I have ten minutes")),
    (PageName.PLAN, N_("My plan, action by action")),
    (PageName.REQUESTS, N_("Requests: what was sent, what came back")),
    (PageName.LETTERS, N_("Letters")),
)
"""The pages of the main menu that need a place."""
MORE_WITH_PLACE: tuple[tuple[PageName, str], ...] = (
    (PageName.CONTACTS, N_("People I asked about photos")),
    (PageName.DOCUMENTS, N_("Plan or calendar as a file")),
    (PageName.PLACE, N_("The rules where I live")),
)
READING: tuple[tuple[PageName, str], ...] = (
    (PageName.AUDIT, N_("Look into my data export from Meta")),
    (PageName.ARTICLES, N_("Read how Meta's AI training works")),
)
SEARCH = (PageName.SEARCH, N_("Search for a step, a letter or a text"))
LAST: tuple[tuple[PageName, str], ...] = (
    (PageName.STORED_DATA, N_("What is stored: see it, copy it, merge a copy, remove it")),
    (PageName.SETTINGS, N_("Settings")),
    (PageName.HELP, N_("Help")),
)
MORE = N_("More")
MORE_AT_START = N_("what is stored, settings, help")
MORE_OF_PLAN = N_("people, files, my place, my export, texts, answers, settings")
"""The row of the main menu that leads to everything else, and what that is."""


def welcome_page(library: Library | None = None, people: Iterable[PageChoice] = ()) -> Page:
    """Return the first page of a new user: what this is, and that nothing leaves the computer.

    Without the library, the languages of the program are left out. `people` is the choice of another person, if there is one.
    """
    return Page(
        title=_("Keep your photos out of Meta's AI"),
        sections=(
            PageSection(
                "what",
                (
                    TextLine(
                        _(
                            "A guide for your country and your habits: what you can refuse, what you can "
                            "switch off, and six things that protect your pictures."
                        )
                    ),
                ),
            ),
            PageSection(
                "how",
                (
                    TextLine(_("Two minutes of questions, then your own plan. Stop whenever you like.")),
                    TextLine(_("Nothing you type leaves this computer.")),
                ),
            ),
            PageSection("who", (TextLine(_("Independent of Meta. Information, not legal advice."), tone=Tone.QUIET),)),
        ),
        choices=(
            PageChoice("start", _("Start"), AskQuestions()),
            PageChoice("facts", _("Read first how Meta's AI training works"), OpenArticle(FIRST_ARTICLE)),
            *people,
            _line_mode_choice(),
            *(language_choice(library) if library else ()),
        ),
        help=_("This is the beginning. Press Enter to start the questions; you can stop whenever you like."),
    )


def welcome_back_page(snapshot: Snapshot, events: Iterable[Event], people: Iterable[PageChoice] = ()) -> Page:
    """Return the first page of a returning user: where they stand, what is next, and what they did last."""
    return Page(
        title=_("Welcome back"),
        status=(place_heading(snapshot),),
        sections=(
            PageSection(PROGRESS, tuple(progress_blocks(snapshot))),
            PageSection(DEADLINES, tuple(labelled_deadline(snapshot, each) for each in snapshot.deadlines)),
            PageSection(RECENT, tuple(_recent(snapshot, events))),
        ),
        choices=(
            *_overdue_choices(snapshot),
            next_choice(snapshot),
            *([PageChoice("plan", _("Go on to the plan"), OpenPage(PageName.PLAN))] if snapshot.next_step else []),
            PageChoice("answers", _("Change an answer"), OpenPage(PageName.ANSWERS)),
            PageChoice("facts", _("How all this works"), OpenPage(PageName.ARTICLES)),
            *people,
            _line_mode_choice(),
            *language_choice(snapshot.library),
        ),
        help=_("Where you stopped: what you did last, what is due, and what comes next."),
    )


def menu_page(snapshot: Snapshot, people: Iterable[PageChoice] = ()) -> Page:
    """Return the main menu of line mode: a few choices, and everything else that can be opened in a group.

    `people` is the choice of another person, as soon as there are several.
    """
    plan, more_of_plan = (WITH_PLACE, MORE_WITH_PLACE) if snapshot.place else ((), ())
    reading, more_reading = ((), READING) if snapshot.place else (READING, ())
    changes = (
        PageChoice("answers", _("My answers"), OpenPage(PageName.ANSWERS)),
        PageChoice("undo", _("Take back the last thing I recorded"), UndoLast()),
    )
    more = (
        *map(_page_choice, (*more_of_plan, *more_reading)),
        *(changes if snapshot.interview.answers else ()),
        *map(_page_choice, LAST),
        *(language_choice(snapshot.library) if snapshot.place else ()),
    )
    return Page(
        title=_("Main menu"),
        prompt=_("What would you like to do?"),
        choices=(
            *_overdue_choices(snapshot),
            next_choice(snapshot),
            *map(_page_choice, (*plan, *reading, SEARCH)),
            *people,
            *(() if snapshot.place else language_choice(snapshot.library)),
        ),
        groups=(ChoiceGroup(_(MORE_OF_PLAN if snapshot.place else MORE_AT_START), more),),
        help=_("This is the main menu. Everything starts here, and b leads back here from everywhere."),
    )


def progress_heading(snapshot: Snapshot) -> str:
    """Return how much is done, for the head of a page: "essentials 2 of 8 · 2 of 28 steps done"."""
    steps = ngettext("{done} of {count} step done", "{done} of {count} steps done", snapshot.total, done=snapshot.done)
    if not snapshot.essentials.total:
        return steps
    essentials = _("essentials {done} of {total}", done=snapshot.essentials.done, total=snapshot.essentials.total)
    return f"{essentials} · {steps}"


def next_choice(snapshot: Snapshot) -> PageChoice:
    """Return the recommended next thing: the questions, the next step, the country that was skipped, or the plan."""
    question, step = snapshot.interview.next(), snapshot.next_step
    action: Action = AskQuestions()
    if not snapshot.interview.answers:
        label = _("Start with the questions")
    elif question:
        label = _("Go on with the questions: {question}", question=question.title)
    elif step:
        action, time = OpenStep(step.id), format_minutes(step.step.minutes)
        label = _("Next: {step}, {time}", step=step.step.title, time=time)
    elif snapshot.place is None:
        action, label = OpenPage(PageName.ANSWERS), _("Say where you live: without it there is no plan")
    else:
        action, label = OpenPage(PageName.PLAN), _("Look at your plan: nothing is open")
    return PageChoice("on", label, action)


def _overdue_choices(snapshot: Snapshot) -> Iterator[PageChoice]:
    """Yield the requests whose answer is overdue: they come before the next step."""
    requests = {each.target for each in snapshot.requests}
    for deadline in snapshot.deadlines:
        if deadline.due < snapshot.today and deadline.id in requests:
            label = f"{_('Overdue:')} {deadline_message(snapshot, deadline)}"
            yield PageChoice(deadline.id, label, OpenRequest(deadline.id), tone=Tone.ALERT)


def _page_choice(entry: tuple[PageName, str]) -> PageChoice:
    page, label = entry
    return PageChoice(page.value, _(label), OpenPage(page))


def _line_mode_choice() -> PageChoice:
    return PageChoice("lines", _("Go on in line mode, for a screen reader or braille"), SwitchToLines())


def _recent(snapshot: Snapshot, events: Iterable[Event]) -> Iterator[PageBlock]:
    """Yield the latest events under a heading, the newest first, with how long ago they were."""
    latest = recent_events(events)
    if latest:
        yield TextLine(_("Last time:"))
    for event in latest:
        target, description = event_text(snapshot, event)
        tone = Tone.GOOD if event.kind == "done" else Tone.QUIET
        yield TimelineEvent(target, note=f"{description}, {relative_days(event.on, snapshot.today)}", tone=tone)
