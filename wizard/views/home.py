"""Where a sitting begins: the welcome, what happened last time, and the main menu."""

from collections.abc import Iterable, Iterator

from wizard.core.content_models import Library
from wizard.core.event import Event
from wizard.core.formatting import event_text, exposure_summary, format_minutes, place_heading, progress_summary, relative_days
from wizard.core.snapshot import Snapshot
from wizard.i18n import N_, _, ngettext

from .actions import Action, AskQuestions, OpenArticle, OpenPage, OpenRequest, PageName, SwitchToLines, UndoLast
from .deadline_text import deadline_message, labelled_deadline
from .language import language_choice
from .page import Page, PageBlock, PageChoice, PageSection, ProgressText, TextLine, TimelineEvent, Tone
from .step_actions import OpenStep
from .user_messages import recent_events

FIRST_ARTICLE = "how-meta-trains-ai"
PROGRESS, DEADLINES, RECENT = "progress", "deadlines", "recent"
WITH_PLACE: tuple[tuple[PageName, str], ...] = (
    (PageName.QUICK_WINS, N_("I have ten minutes")),
    (PageName.PLAN, N_("My plan, action by action")),
    (PageName.REQUESTS, N_("Requests: what was sent, what came back")),
    (PageName.LETTERS, N_("Letters")),
    (PageName.CONTACTS, N_("People I asked about photos")),
    (PageName.DOCUMENTS, N_("Plan or calendar as a file")),
    (PageName.PLACE, N_("What holds where I live")),
)
"""The pages that need a place."""
ALWAYS: tuple[tuple[PageName, str], ...] = (
    (PageName.AUDIT, N_("Look into my data export from Meta")),
    (PageName.ARTICLES, N_("Read how Meta's AI training works")),
    (PageName.SEARCH, N_("Search for a step, a letter or a text")),
)
LAST: tuple[tuple[PageName, str], ...] = (
    (PageName.STORED_DATA, N_("What is stored: see it, copy it, merge a copy, remove it")),
    (PageName.SETTINGS, N_("Settings")),
    (PageName.HELP, N_("Help")),
)


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
            PageSection(PROGRESS, tuple(_progress(snapshot))),
            PageSection(DEADLINES, tuple(labelled_deadline(snapshot, each) for each in snapshot.deadlines)),
            PageSection(RECENT, tuple(_recent(snapshot, events))),
        ),
        choices=(
            *_overdue_choices(snapshot),
            next_choice(snapshot),
            *([PageChoice("plan", _("Go on to the plan"), OpenPage(PageName.PLAN))] if snapshot.next_step else []),
            PageChoice("answers", _("Change an answer"), OpenPage(PageName.ANSWERS)),
            PageChoice("facts", _("Read how all this works"), OpenPage(PageName.ARTICLES)),
            *people,
            _line_mode_choice(),
            *language_choice(snapshot.library),
        ),
        help=_("Where you stopped: what you did last, what is due, and what comes next."),
    )


def menu_page(snapshot: Snapshot, people: Iterable[PageChoice] = ()) -> Page:
    """Return the main menu of line mode: everything that can be opened, and `people` as soon as there are several."""
    has_answers = bool(snapshot.interview.answers)
    entries = (*(WITH_PLACE if snapshot.place else ()), *ALWAYS)
    answers = PageChoice("answers", _("My answers"), OpenPage(PageName.ANSWERS))
    undo = PageChoice("undo", _("Take back the last thing I recorded"), UndoLast())
    return Page(
        title=_("Main menu"),
        prompt=_("What would you like to do?"),
        choices=(
            next_choice(snapshot),
            *map(_page_choice, entries),
            *((answers, undo) if has_answers else ()),
            *people,
            *map(_page_choice, LAST),
            *language_choice(snapshot.library),
        ),
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
    """Return the recommended next thing: the questions, the next step, or the plan."""
    question, step = snapshot.interview.next(), snapshot.next_step
    action: Action = AskQuestions()
    if not snapshot.interview.answers:
        label = _("Start with the questions")
    elif question:
        label = _("Go on with the questions: {question}", question=question.title)
    elif step:
        action, time = OpenStep(step.id), format_minutes(step.step.minutes)
        label = _("Next: {step}, {time}", step=step.step.title, time=time)
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


def _progress(snapshot: Snapshot) -> Iterator[PageBlock]:
    if not snapshot.total:
        yield TextLine(_("Your answers are kept. A few questions are still open."))
        return
    yield ProgressText(exposure_summary(snapshot), snapshot.exposure.done_share)
    yield TextLine(progress_summary(snapshot))


def _recent(snapshot: Snapshot, events: Iterable[Event]) -> Iterator[PageBlock]:
    """Yield the latest events under a heading, the newest first, with how long ago they were."""
    latest = recent_events(events)
    if latest:
        yield TextLine(_("Last time:"))
    for event in latest:
        target, description = event_text(snapshot, event)
        tone = Tone.GOOD if event.kind == "done" else Tone.QUIET
        yield TimelineEvent(target, note=f"{description}, {relative_days(event.on, snapshot.today)}", tone=tone)
