"""Show the plan by action, the open steps by impact, and quick wins."""

from wizard.content.markdown import parse_markdown
from wizard.core.blocks import block_lines, line_text
from wizard.core.formatting import action_progress, exposure_summary, format_minutes, place_heading, progress_summary
from wizard.core.snapshot import PlanAction, Snapshot
from wizard.core.user_messages import quick_wins_summary, step_row_hint

from .conversation import Conversation
from .prompter import Choice
from .step import show_step

INITIAL_MINUTES, MINUTES_STEP, MIN_MINUTES, MAX_MINUTES = 10, 5, 5, 120
MORE, LESS = "more", "less"
PLAN_HELP = (
    "Your plan: the objection where there is one, then six things that protect your pictures. Choose one to hear its steps."
)
BEST = "best first"
BEST_HELP = "Every step that is still open. What helps most for the least effort comes first."
STEP_HELP = "All steps of this action, in the order in which they are best done. Choose one to hear what to do."


def show_plan(conversation: Conversation) -> None:
    """List the actions; each leads to its steps."""
    while True:
        snapshot = conversation.snapshot
        conversation.prompter.title("Your plan")
        conversation.say(place_heading(snapshot))
        conversation.prompter.progress(exposure_summary(snapshot), snapshot.exposure.share)
        conversation.say(progress_summary(snapshot))
        rows = [
            Choice(plan_action.action.id, plan_action.action.title, _action_progress_hint(plan_action))
            for plan_action in snapshot.actions
        ]
        rows += [Choice(BEST, "All open steps, the best first")] if snapshot.open_steps else []
        chosen = conversation.select("Which action?", rows, PLAN_HELP)
        if chosen is None:
            return
        if chosen == BEST:
            _show_open_steps(conversation)
        else:
            show_action(conversation, chosen)


def _show_open_steps(conversation: Conversation) -> None:
    """List the open steps, those with the most impact for their effort first."""
    while rows := [
        Choice(each.id, each.step.title, format_minutes(each.step.minutes)) for each in conversation.snapshot.open_steps
    ]:
        chosen = conversation.select("Which step?", rows, BEST_HELP)
        if chosen is None:
            return
        show_step(conversation, chosen)


def _action_progress_hint(plan_action: PlanAction) -> str:
    return f"{action_progress(plan_action)} steps done{', complete' if plan_action.status == 'done' else ''}"


def show_action(conversation: Conversation, id: str) -> None:
    """Show one action: its purpose once, then its steps until the user goes back."""
    introduced = False
    while (plan_action := _find_action(conversation.snapshot, id)) is not None:
        conversation.prompter.title(f"{plan_action.action.title}: {action_progress(plan_action)} steps done")
        if not introduced:
            introduction = (line_text(line) for _, line in block_lines(parse_markdown(plan_action.action.intro)))
            conversation.say(plan_action.action.summary, *introduction)
            introduced = True
        numbers = {each.id: number for number, each in enumerate(plan_action.entries, 1)}
        rows = [
            Choice(each.id, each.step.title, step_row_hint(conversation.snapshot, each, numbers)) for each in plan_action.entries
        ]
        chosen = conversation.select("Which step?", rows, STEP_HELP)
        if chosen is None:
            return
        show_step(conversation, chosen)


def _find_action(snapshot: Snapshot, id: str) -> PlanAction | None:
    return next((plan_action for plan_action in snapshot.actions if plan_action.action.id == id), None)


def show_quick_wins(conversation: Conversation) -> None:
    """List the steps with the most impact that fit into the given minutes, which the user can change."""
    minutes = INITIAL_MINUTES
    while True:
        snapshot = conversation.snapshot
        conversation.prompter.title(f"I have {format_minutes(minutes)}")
        conversation.say(quick_wins_summary(snapshot, minutes))
        rows = [Choice(each.id, each.step.title, format_minutes(each.step.minutes)) for each in snapshot.best_within(minutes)]
        rows += [Choice(MORE, "More time", f"{format_minutes(minutes + MINUTES_STEP)}")] if minutes < MAX_MINUTES else []
        rows += [Choice(LESS, "Less time", f"{format_minutes(minutes - MINUTES_STEP)}")] if minutes > MIN_MINUTES else []
        chosen = conversation.select(
            "Which step?", rows, "The steps that bring most for the time you have. What must come first is among them."
        )
        if chosen is None:
            return
        if chosen in (MORE, LESS):
            minutes += MINUTES_STEP if chosen == MORE else -MINUTES_STEP
        else:
            show_step(conversation, chosen)
