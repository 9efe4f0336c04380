"""The plan action by action, and the best of it for a short sitting."""

from wizard.core.case import Case, Part
from wizard.core.prose import plain
from wizard.core.sentences import row_words
from wizard.core.sentences import short_sitting as sitting_words
from wizard.core.words import exposure_line, heading, minutes, part_line, progress_line

from .step import step
from .talk import Talk
from .teller import Row

START, PACE, LEAST, MOST = 10, 5, 5, 120
MORE, LESS = "more", "less"
PLAN_HELP = (
    "Your plan: the objection where there is one, then six things that protect your pictures. Choose one to hear its steps."
)
BEST = "best first"
BEST_HELP = "Every step that is still open. What helps most for the least effort comes first."
STEP_HELP = "All steps of this action, in the order in which they are best done. Choose one to hear what to do."


def plan(talk: Talk) -> None:
    """The actions; each leads to its steps."""
    while True:
        case = talk.case
        talk.teller.title("Your plan")
        talk.say(heading(case))
        talk.teller.progress(exposure_line(case), case.exposure.share)
        talk.say(progress_line(case))
        rows = [Row(part.action.id, part.action.title, _far(part)) for part in case.parts]
        rows += [Row(BEST, "All open steps, the best first")] if case.open else []
        chosen = talk.pick("Which action?", rows, PLAN_HELP)
        if chosen is None:
            return
        if chosen == BEST:
            _best_first(talk)
        else:
            action(talk, chosen)


def _best_first(talk: Talk) -> None:
    """The open steps in the order in which they help most."""
    while rows := [Row(each.id, each.step.title, minutes(each.step.minutes)) for each in talk.case.open]:
        chosen = talk.pick("Which step?", rows, BEST_HELP)
        if chosen is None:
            return
        step(talk, chosen)


def _far(part: Part) -> str:
    return f"{part_line(part)} steps done{', complete' if part.status == 'done' else ''}"


def action(talk: Talk, id: str) -> None:
    """One action: what it is for, then its steps."""
    told = False
    while (part := _part(talk.case, id)) is not None:
        talk.teller.title(f"{part.action.title}: {part_line(part)} steps done")
        if not told:
            talk.say(part.action.summary, plain(part.action.intro))
            told = True
        numbers = {each.id: number for number, each in enumerate(part.entries, 1)}
        rows = [Row(each.id, each.step.title, row_words(talk.case, each, numbers)) for each in part.entries]
        chosen = talk.pick("Which step?", rows, STEP_HELP)
        if chosen is None:
            return
        step(talk, chosen)


def _part(case: Case, id: str) -> Part | None:
    return next((part for part in case.parts if part.action.id == id), None)


def short_sitting(talk: Talk) -> None:
    """The steps that help most in the minutes one has."""
    time = START
    while True:
        case = talk.case
        talk.teller.title(f"I have {minutes(time)}")
        talk.say(sitting_words(case, time))
        rows = [Row(each.id, each.step.title, minutes(each.step.minutes)) for each in case.within(time)]
        rows += [Row(MORE, "More time", f"{minutes(time + PACE)}")] if time < MOST else []
        rows += [Row(LESS, "Less time", f"{minutes(time - PACE)}")] if time > LEAST else []
        chosen = talk.pick(
            "Which step?", rows, "The steps that bring most for the time you have. What must come first is among them."
        )
        if chosen is None:
            return
        if chosen in (MORE, LESS):
            time += PACE if chosen == MORE else -PACE
        else:
            step(talk, chosen)
