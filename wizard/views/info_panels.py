"""The panels beside the plan in a wide window: what is done, what is due, and where each leads.

Everything that they say stands on other pages too.
"""

from collections.abc import Iterable, Iterator

from wizard.core.event import Event
from wizard.core.formatting import (
    CONTACT_STATUS,
    PROTECTION_DONE,
    YOUR_PLAN,
    event_text,
    format_minutes,
    format_protection,
    format_weekday,
    relative_days,
)
from wizard.core.plan_entries import Exposure, PlanStep
from wizard.core.request import Request
from wizard.core.review_date import next_review_date
from wizard.core.snapshot import Snapshot
from wizard.i18n import N_, _, ngettext

from .actions import OpenPage, PageName
from .deadline_text import deadline_message
from .finding_text import finding_phrase
from .key_texts import CONTACTS, LETTERS, PLACE
from .page import PageBlock, ProgressText, TextLine, TimelineEvent, Tone
from .panel import InfoPanel, StageLine
from .place import more_about_place, place_highlights
from .request_stages import RequestStage, request_stages
from .user_messages import QUICK_WINS_MINUTES, quick_wins_summary, recent_events

SERVICES = "services"
PLACE_PANEL = "place-"
"""What the ids of the panels about the place begin with."""
FINDINGS_SHOWN, CONTACTS_SHOWN = 3, 3


RIGHT_NOW = N_("Right now, and then")
"""The title of the list of steps."""
SEE_ACHIEVED = N_("See what you have achieved, and when to look again")
"""The row in place of the steps once none is open."""
TILES, ALL_STEPS = N_("A tile for each step"), N_("All steps, by action")
"""The title of the list of actions, where it shows their steps and where it does not."""


def info_panels(snapshot: Snapshot, events: Iterable[Event], *, has_room: bool = False) -> Iterator[InfoPanel]:
    """Yield the panels that have something to say; none until the place of the user is known.

    With `has_room` also those for very wide windows.
    """
    if snapshot.place is None:
        return
    yield from _leading_panels(snapshot)
    yield _dates(snapshot)
    if snapshot.open_steps:
        yield InfoPanel(
            "ten",
            _("Ten minutes"),
            (TextLine(quick_wins_summary(snapshot, QUICK_WINS_MINUTES)),),
            OpenPage(PageName.QUICK_WINS),
            _("See what helps most in a short time."),
        )
    yield _findings(snapshot)
    if has_room:
        yield from _wide_panels(snapshot)
    yield from _place_panels(snapshot)
    done = tuple(_done(snapshot, events))
    if done:
        yield InfoPanel(
            "done", _("Recently done"), done, OpenPage(PageName.STORED_DATA), _("See everything that is stored about you.")
        )


def _leading_panels(snapshot: Snapshot) -> Iterator[InfoPanel]:
    """Yield the panels that come before the plan: how much is done, and the requests."""
    yield InfoPanel(
        "protection",
        _(YOUR_PLAN),
        tuple(_protection(snapshot)),
        OpenPage(PageName.DOCUMENTS),
        _("See the whole plan as a document."),
        comes_first=True,
    )
    if snapshot.listed_requests:
        yield InfoPanel(
            "requests",
            _("Your requests"),
            tuple(StageLine(each.label, _stages_so_far(snapshot, each)) for each in snapshot.listed_requests),
            OpenPage(PageName.REQUESTS),
            _("See what was sent, what came back and what follows."),
            comes_first=True,
        )


def _wide_panels(snapshot: Snapshot) -> Iterator[InfoPanel]:
    """Yield the letters that a request calls for, and the people who were asked."""
    from wizard.core.letter.catalogue import recommended_letters  # only very wide windows need it

    letters = tuple(TextLine(letter.title) for letter, _request in recommended_letters(snapshot))
    if letters:
        yield InfoPanel("letters", _("What your requests need"), letters, OpenPage(PageName.LETTERS), LETTERS.help)
    people = tuple(
        TimelineEvent(each.nickname, note=f"{CONTACT_STATUS[each.status]}, {relative_days(each.on, snapshot.today)}")
        for each in snapshot.contacts[:CONTACTS_SHOWN]
    )
    if people:
        yield InfoPanel("people", _("People you asked"), people, OpenPage(PageName.CONTACTS), CONTACTS.help)


def _place_panels(snapshot: Snapshot) -> Iterator[InfoPanel]:
    """Yield what the user can and cannot do at their place, and what else is good to know there."""
    sections = (*place_highlights(snapshot), *more_about_place(snapshot))
    for number, section in enumerate(sections):
        lines = tuple(TextLine(f"{item.title} {item.text}".strip(), "·") for item in section.items)
        action = OpenPage(PageName.PLACE)
        yield InfoPanel(f"{PLACE_PANEL}{number}", section.heading, lines, action, PLACE.help, is_extra=True)


def go_further_summary(snapshot: Snapshot) -> str:
    """Return how much there is beyond the essentials: "Go further: 14 more steps, about 1 h 20 min"."""
    others = [each for each in snapshot.open_steps if not each.essential]
    if not others:
        return _(ALL_STEPS)
    return ngettext(
        "Go further: {count} more step, about {time}",
        "Go further: {count} more steps, about {time}",
        len(others),
        time=format_minutes(sum(each.step.minutes for each in others)),
    )


def essentials_heading(snapshot: Snapshot) -> str:
    """Return the progress of the essentials, for the head of the page."""
    return _("essentials {done} of {total}", done=snapshot.essentials.done, total=snapshot.essentials.total)


def service_shares(snapshot: Snapshot) -> dict[str, float]:
    """Return the share of the protection that is done for each service of the user, by its name."""
    own = [id for id in snapshot.library.services if id in snapshot.interview.facts.get(SERVICES, frozenset())]
    shares = {}
    for id in own:
        steps = [each for each in snapshot.steps if each.step_status.is_counted and id in _services_of(each)]
        total = sum(each.step.impact for each in steps)
        if total:
            done = sum(each.step.impact for each in steps if each.status == "done")
            shares[snapshot.library.services[id].name] = done / total
    return shares


def _services_of(plan_step: PlanStep) -> frozenset[str]:
    return frozenset().union(*(each.get(SERVICES, frozenset()) for each in plan_step.step.when.alternatives))


def _protection(snapshot: Snapshot) -> Iterator[PageBlock]:
    yield TextLine(_(PROTECTION_DONE, share=format_protection(snapshot.exposure)))
    yield ProgressText("", snapshot.exposure.done_share)
    yield from (ProgressText(name, share) for name, share in service_shares(snapshot).items())
    best = snapshot.best_within(QUICK_WINS_MINUTES)
    if best:
        exposure = snapshot.exposure
        after = Exposure(exposure.open - sum(each.step.impact for each in best), exposure.total)
        yield TextLine(_("After the next ten minutes: {share}", share=format_protection(after)), tone=Tone.QUIET)


def _stages_so_far(snapshot: Snapshot, request: Request) -> tuple[RequestStage, ...]:
    """Return the stages of a request without those that may follow."""
    return tuple(each for each in request_stages(snapshot, request) if each.tone != Tone.QUIET)


def _dates(snapshot: Snapshot) -> InfoPanel:
    late = {each.id for each in snapshot.deadlines if each.due < snapshot.today}
    due = (
        TimelineEvent(deadline_message(snapshot, each), tone=Tone.ALERT if each.id in late else Tone.QUIET)
        for each in snapshot.deadlines
    )
    review = TimelineEvent(_("{day}: look at your settings again", day=format_weekday(next_review_date(snapshot))))
    return InfoPanel(
        "dates",
        _("Dates"),
        (*due, review),
        OpenPage(PageName.DOCUMENTS),
        _("See your dates, and save them for your calendar."),
    )


def _findings(snapshot: Snapshot) -> InfoPanel:
    found = sorted(snapshot.findings.by_id.values(), key=lambda each: -each.occurrences)
    lines = tuple(TextLine(finding_phrase(each)) for each in found[:FINDINGS_SHOWN] if each.occurrences)
    nothing = TextLine(_("Your data export shows what Meta really has. It is read on this computer only."), tone=Tone.QUIET)
    return InfoPanel(
        "audit",
        _("What Meta has about you"),
        lines or (nothing,),
        OpenPage(PageName.AUDIT),
        _("Read your data export from Meta."),
    )


def _done(snapshot: Snapshot, events: Iterable[Event]) -> Iterator[TimelineEvent]:
    for event in recent_events(events):
        target, description = event_text(snapshot, event)
        is_done, when = event.kind == "done", relative_days(event.on, snapshot.today)
        yield TimelineEvent(target, note=when if is_done else f"{description}, {when}", tone=Tone.GOOD if is_done else Tone.QUIET)
