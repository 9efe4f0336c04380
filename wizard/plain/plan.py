"""The plan action by action, and the best of it for a short sitting."""

from wizard.core.formatting import action_progress, exposure_summary, format_minutes, place_heading, progress_summary
from wizard.core.markup import strip_markup
from wizard.core.snapshot import PlanAction, Snapshot
from wizard.core.user_messages import quick_wins_summary as sitting_words
from wizard.core.user_messages import step_row_hint

from .conversation import Conversation
from .prompter import Choice
from .step import show_step

START, PACE, LEAST, MOST = 10, 5, 5, 120
MORE, LESS = "more", "less"
PLAN_HELP = (
    "Your plan: the objection where there is one, then six things that protect your pictures. Choose one to hear its steps."
)
BEST = "best first"
BEST_HELP = "Every step that is still open. What helps most for the least effort comes first."
STEP_HELP = "All steps of this action, in the order in which they are best done. Choose one to hear what to do."


def show_plan(talk: Conversation) -> None:
    """The actions; each leads to its steps."""
    while True:
        case = talk.case
        talk.teller.title("Your plan")
        talk.say(place_heading(case))
        talk.teller.progress(exposure_summary(case), case.exposure.share)
        talk.say(progress_summary(case))
        rows = [Choice(part.action.id, part.action.title, _far(part)) for part in case.actions]
        rows += [Choice(BEST, "All open steps, the best first")] if case.open_steps else []
        chosen = talk.select("Which action?", rows, PLAN_HELP)
        if chosen is None:
            return
        if chosen == BEST:
            _best_first(talk)
        else:
            show_action(talk, chosen)


def _best_first(talk: Conversation) -> None:
    """The open steps in the order in which they help most."""
    while rows := [Choice(each.id, each.step.title, format_minutes(each.step.minutes)) for each in talk.case.open_steps]:
        chosen = talk.select("Which step?", rows, BEST_HELP)
        if chosen is None:
            return
        show_step(talk, chosen)


def _far(part: PlanAction) -> str:
    return f"{action_progress(part)} steps done{', complete' if part.status == 'done' else ''}"


def show_action(talk: Conversation, id: str) -> None:
    """One action: what it is for, then its steps."""
    told = False
    while (part := _part(talk.case, id)) is not None:
        talk.teller.title(f"{part.action.title}: {action_progress(part)} steps done")
        if not told:
            talk.say(part.action.summary, strip_markup(part.action.intro))
            told = True
        numbers = {each.id: number for number, each in enumerate(part.entries, 1)}
        rows = [Choice(each.id, each.step.title, step_row_hint(talk.case, each, numbers)) for each in part.entries]
        chosen = talk.select("Which step?", rows, STEP_HELP)
        if chosen is None:
            return
        show_step(talk, chosen)


def _part(case: Snapshot, id: str) -> PlanAction | None:
    return next((part for part in case.actions if part.action.id == id), None)


def show_quick_wins(talk: Conversation) -> None:
    """The steps that help most in the minutes one has."""
    time = START
    while True:
        case = talk.case
        talk.teller.title(f"I have {format_minutes(time)}")
        talk.say(sitting_words(case, time))
        rows = [Choice(each.id, each.step.title, format_minutes(each.step.minutes)) for each in case.best_within(time)]
        rows += [Choice(MORE, "More time", f"{format_minutes(time + PACE)}")] if time < MOST else []
        rows += [Choice(LESS, "Less time", f"{format_minutes(time - PACE)}")] if time > LEAST else []
        chosen = talk.select(
            "Which step?", rows, "The steps that bring most for the time you have. What must come first is among them."
        )
        if chosen is None:
            return
        if chosen in (MORE, LESS):
            time += PACE if chosen == MORE else -PACE
        else:
            show_step(talk, chosen)
