"""The pages of the plan: its actions, their steps, all open steps, and what fits into a short time."""

from collections.abc import Iterator

from wizard.content.markdown import step_text_blocks
from wizard.core.formatting import (
    action_progress,
    exposure_summary,
    format_minutes,
    format_weekday,
    interview_summary,
    place_heading,
    progress_summary,
)
from wizard.core.plan_entries import PlanAction, PlanStep
from wizard.core.progress import DONE
from wizard.core.review_date import next_review_date
from wizard.core.snapshot import Snapshot
from wizard.i18n import N_, _

from .actions import GoBack, OpenPage, PageName
from .deadline_text import labelled_deadline
from .page import Page, PageBlock, PageChoice, PageSection, ProgressText, TextLine, TimelineEvent, Tone, message_page
from .step_actions import BrowseOpenSteps, OpenPlanAction, OpenStep, SetMinutes
from .user_messages import quick_wins_summary, step_row_hint

ALL_DONE = N_("You have done all of it.")
NEXT_LOOK = N_("Next look: {day}. The key p has that day for your calendar.")
INITIAL_MINUTES, MINUTES_STEP, MIN_MINUTES, MAX_MINUTES = 10, 5, 5, 120
"""The time of a short sitting, and by how much it changes, in minutes."""


def plan_page(snapshot: Snapshot) -> Page:
    """Return the plan by action."""
    best_first = PageChoice("best first", _("All open steps, the best first"), BrowseOpenSteps())
    return Page(
        title=_("Your plan"),
        sections=(PageSection("progress", (TextLine(place_heading(snapshot)), *progress_blocks(snapshot))),),
        prompt=_("Which action?"),
        choices=(*map(_action_choice, snapshot.actions), *([best_first] if snapshot.open_steps else [])),
        help=_("The objection where there is one, then six things that protect your pictures. Choose one to see its steps."),
    )


def progress_blocks(snapshot: Snapshot) -> Iterator[PageBlock]:
    """Yield how much of the plan is done; before all questions are answered, how many of them are; or why there is no plan."""
    if snapshot.interview.next():
        yield TextLine(interview_summary(snapshot))
        return
    if snapshot.place is None:  # nothing to do would count as all of it done
        yield TextLine(_("What you can do depends on where you live. Without your country there is no plan."))
        return
    yield ProgressText(exposure_summary(snapshot), snapshot.exposure.done_share)
    yield TextLine(progress_summary(snapshot))


def action_page(snapshot: Snapshot, action_id: str) -> Page:
    """Return one action with all its steps; only a sentence if an answer has removed it from the plan."""
    plan_action = next((each for each in snapshot.actions if each.action.id == action_id), None)
    if plan_action is None:
        return message_page(_("Your plan"), _("Your answers took this action out of your plan. What you recorded of it is kept."))
    numbers = {each.id: number for number, each in enumerate(plan_action.entries, 1)}
    introduction = (TextLine(plan_action.action.summary), *step_text_blocks(plan_action.action.intro))
    return Page(
        title=_("{action}: {progress} steps done", action=plan_action.action.title, progress=action_progress(plan_action)),
        sections=(PageSection("introduction", introduction, is_introduction=True),),
        prompt=_("Which step?"),
        choices=tuple(_step_choice(each, step_row_hint(snapshot, each, numbers)) for each in plan_action.entries),
        help=_("All steps of this action, in the order in which they are best done. Choose one to see what to do."),
    )


def open_steps_page(snapshot: Snapshot) -> Page:
    """Return all open steps, those with the most impact for their effort first."""
    return Page(
        title=_("All open steps, the best first"),
        prompt=_("Which step?"),
        choices=tuple(_step_choice(each, format_minutes(each.step.minutes)) for each in snapshot.open_steps),
        help=_("Every step that is still open. What helps most for the least effort comes first."),
    )


def quick_wins_page(snapshot: Snapshot, minutes: int) -> Page:
    """Return the steps with the most impact that fit into `minutes`, and the choice of more or less time."""
    more, less = minutes + MINUTES_STEP, minutes - MINUTES_STEP
    return Page(
        title=_("I have {time}", time=format_minutes(minutes)),
        sections=(PageSection("summary", (TextLine(quick_wins_summary(snapshot, minutes)),)),),
        prompt=_("Which step?"),
        choices=tuple(_step_choice(each, format_minutes(each.step.minutes)) for each in snapshot.best_within(minutes)),
        tools=(
            *([PageChoice("more", _("More time"), SetMinutes(more), format_minutes(more))] if minutes < MAX_MINUTES else []),
            *([PageChoice("less", _("Less time"), SetMinutes(less), format_minutes(less))] if minutes > MIN_MINUTES else []),
        ),
        help=_("The steps that bring most for the time you have. What must come first is among them."),
    )


def finished_page(snapshot: Snapshot) -> Page:
    """Return what was achieved when no step is open, what still waits, and when to look again."""
    done = [entry for entry in snapshot.steps if entry.status == DONE]
    achieved = (TimelineEvent(entry.step.gain or entry.step.title, entry.step_status.on, tone=Tone.GOOD) for entry in done)
    waiting = (labelled_deadline(snapshot, each) for each in snapshot.deadlines)
    review = format_weekday(next_review_date(snapshot))
    again = TextLine(_("{day}. Meta changes its settings now and then; most of your choices will still hold.", day=review))
    return Page(
        title=_(ALL_DONE),
        status=(progress_summary(snapshot),),
        sections=(
            PageSection("achieved", (TextLine(_("What you have achieved:"), tone=Tone.STRONG), *achieved)),
            PageSection("due", tuple(waiting)),
            PageSection("again", (TextLine(_("When to look again:"), tone=Tone.STRONG), again)),
        ),
        prompt=_("What now?"),
        choices=(
            PageChoice("papers", _("Save the plan, or the day for your calendar"), OpenPage(PageName.DOCUMENTS)),
            PageChoice("contacts", _("Help others: the people you asked about photos"), OpenPage(PageName.CONTACTS)),
            PageChoice("audit", _("Check with your data export what Meta still has"), OpenPage(PageName.AUDIT)),
            PageChoice("back", _("Back to the plan"), GoBack()),
        ),
        help=_("No step of your plan is open. Here is what you have achieved, and when to look again."),
    )


def _action_choice(plan_action: PlanAction) -> PageChoice:
    progress = action_progress(plan_action)
    is_complete = plan_action.status == "done"
    hint = (
        _("{progress} steps done, complete", progress=progress) if is_complete else _("{progress} steps done", progress=progress)
    )
    return PageChoice(plan_action.action.id, plan_action.action.title, OpenPlanAction(plan_action.action.id), hint)


def _step_choice(plan_step: PlanStep, hint: str) -> PageChoice:
    return PageChoice(plan_step.id, plan_step.step.title, OpenStep(plan_step.id), hint)
