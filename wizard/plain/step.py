"""Show one step with instructions for the user's devices, and record what the user does with it."""

from collections.abc import Callable, Iterator

from wizard.content.markdown import parse_markdown, section_blocks
from wizard.core.blocks import Blocks, block_lines, line_text
from wizard.core.content_models import OBJECTION, Step
from wizard.core.device_instructions import instructions_for_devices
from wizard.core.formatting import DEVICE, confidence_note, format_date, format_minutes, open_prerequisites
from wizard.core.progress import OPEN
from wizard.core.snapshot import PlanStep, Snapshot
from wizard.core.unfinished_work import NOTE, unfinished_reason
from wizard.views.explanation import explain_step
from wizard.views.user_messages import (
    REASONS,
    STEP_REMOVED,
    WARNING_SECTIONS,
    form_answer_message,
    step_source_summary,
    step_status_text,
)

from .conversation import Conversation
from .links import show_link
from .place import show_sources
from .prompter import Choice

HELP = "One thing to do. Follow the numbers, then say that it is done. Nothing is done for you behind your back."
LETTER_PREFIX = "letter "
OWN_REASON, NOT_TRIED = "own", "other"
NOTE_HELP = "A note that stays with this step, on this computer only."
REASON_HELP = "With a reason the step leaves your plan's count. You can reopen it at any time."


def show_step(conversation: Conversation, id: str) -> None:
    """Print the step, then perform the chosen actions until the user goes back or closes the step."""
    plan_step = conversation.snapshot.step(id)
    if plan_step is None:
        conversation.say(STEP_REMOVED)
        return
    conversation.prompter.title(f"{plan_step.step.title}, {format_minutes(plan_step.step.minutes)}")
    conversation.say(*_step_lines(conversation.snapshot, plan_step))
    while plan_step is not None:
        chosen = conversation.select("What now?", list(_action_choices(conversation.snapshot, plan_step)), HELP)
        if chosen is None:
            return
        if chosen.isdecimal():
            link = plan_step.links[int(chosen)]
            show_link(conversation, link.label, link.url)
        elif chosen.startswith(LETTER_PREFIX):
            _compose_letter(conversation, chosen.removeprefix(LETTER_PREFIX))
        elif _ACTIONS[chosen](conversation, plan_step):
            return
        plan_step = conversation.snapshot.step(id)
    conversation.say(STEP_REMOVED)


def _step_lines(snapshot: Snapshot, plan_step: PlanStep) -> Iterator[str]:
    """Yield everything about a step, one line for each paragraph or instruction."""
    status_text = step_status_text(snapshot, plan_step)
    if status_text:
        yield f"This step: {status_text}."
    yield from _section_lines(parse_markdown(plan_step.step.intro))
    if plan_step.status == OPEN:
        yield from (f"First: {each.step.title}." for each in open_prerequisites(snapshot, plan_step))
    for instructions in instructions_for_devices(snapshot, plan_step.step):
        yield f"{DEVICE[instructions.id]}:"
        yield from _section_lines(section_blocks(instructions))
    for id, head in WARNING_SECTIONS.items():
        section = plan_step.step.passage(id)
        if section:
            yield f"{head}{'' if head.endswith('?') else ':'}"
            yield from _section_lines(section_blocks(section))
    yield from (f"Your note of {format_date(note.on)}: {note.note}" for note in plan_step.notes)
    yield from step_source_summary(snapshot, plan_step)


def _section_lines(blocks: Blocks) -> Iterator[str]:
    for number, line in block_lines(blocks):
        yield f"{number}. {line_text(line)}" if number else line_text(line)


def _action_choices(snapshot: Snapshot, plan_step: PlanStep) -> Iterator[Choice]:
    if plan_step.status == OPEN:
        yield from (Choice("done", "It is done"), Choice("skip", "Not for me"))
    else:
        yield Choice("reopen", "It is to be done after all")
    yield from (
        Choice(str(number), f"Link: {each.label}", confidence_note(each.confidence))
        for number, each in enumerate(plan_step.links)
    )
    yield from _letter_choices(snapshot, plan_step.step)
    yield Choice("note", "Write a note")
    yield Choice("why", "Why this step is in my plan, and its sources")
    yield Choice("undo", "Take back the last record")
    if plan_step.step.action == OBJECTION:
        yield Choice("form", "Tell whether Meta's form opened")


def _letter_choices(snapshot: Snapshot, step: Step) -> Iterator[Choice]:
    """Yield the letters that help with the step."""
    if step.letters:
        from wizard.core.letter.selection import letters_for_step

        yield from (Choice(f"{LETTER_PREFIX}{each.id}", f"Letter: {each.title}") for each in letters_for_step(snapshot, step))


def _compose_letter(conversation: Conversation, letter: str) -> None:
    from .letters import compose_letter  # imported only when a letter is written, to shorten the start

    compose_letter(conversation, letter)


def _mark_done(conversation: Conversation, plan_step: PlanStep) -> bool:
    return conversation.mark(plan_step.id, "done")


def _mark_reopened(conversation: Conversation, plan_step: PlanStep) -> bool:
    if conversation.mark(plan_step.id, "reopened"):
        conversation.say("Open again.")
    return False


def _mark_skipped(conversation: Conversation, plan_step: PlanStep) -> bool:
    """Ask for the reason, then skip the step. Returns True if it was skipped."""
    rows = [Choice(str(number), reason) for number, reason in enumerate(REASONS)] + [
        Choice(OWN_REASON, "Another reason, in my own words")
    ]
    chosen = conversation.select(f"Why is it not for you: {plan_step.step.title}?", rows, REASON_HELP)
    if chosen is None:
        return False
    unfinished = unfinished_reason(plan_step.step.title)
    reason = (
        conversation.ask_text("Your reason:", help=REASON_HELP, unfinished=unfinished)
        if chosen == OWN_REASON
        else REASONS[int(chosen)]
    )
    return bool(reason) and conversation.mark(plan_step.id, "skipped", reason or "")


def _add_note(conversation: Conversation, plan_step: PlanStep) -> bool:
    ask_note(conversation, plan_step.id)
    return False


def ask_note(conversation: Conversation, target: str) -> None:
    """Ask for a note and store it with the target, a step or an objection."""
    text = conversation.ask_text("Your note. It stays on this computer.", help=NOTE_HELP, lines=True, unfinished=NOTE)
    if text and conversation.run_or_report(lambda: conversation.session.add_note(target, text)):
        conversation.say("Note kept.")


def _show_explanation(conversation: Conversation, plan_step: PlanStep) -> bool:
    explanation = explain_step(conversation.snapshot, plan_step)
    conversation.prompter.title("Why this step is in your plan")
    conversation.say(*explanation.because, "How it is weighed:", *explanation.weight)
    conversation.say(*(["What would change it:", *explanation.changes] if explanation.changes else []))
    show_sources(conversation, plan_step.step.sources)
    return False


def _undo_record(conversation: Conversation, plan_step: PlanStep) -> bool:  # noqa: ARG001 - undoes the last record, whatever its target
    conversation.undo()
    return False


def _ask_form_result(conversation: Conversation, plan_step: PlanStep) -> bool:  # noqa: ARG001 - all steps share one form
    """Ask whether the objection form opened, and print what follows.

    The user's result replaces the form expectation, and the plan changes at once.
    """
    question = conversation.session.question("form")
    rows = [Choice(each.id, each.label) for each in question.choices] + [Choice(NOT_TRIED, "I have not tried yet")]
    chosen = conversation.select(question.title, rows, question.why)
    if chosen and conversation.run_or_report(
        lambda: conversation.session.answer("form", () if chosen == NOT_TRIED else (chosen,))
    ):
        conversation.say(form_answer_message(conversation.snapshot))
    return False


_ACTIONS: dict[str, Callable[[Conversation, PlanStep], bool]] = {
    "done": _mark_done,
    "skip": _mark_skipped,
    "reopen": _mark_reopened,
    "note": _add_note,
    "why": _show_explanation,
    "undo": _undo_record,
    "form": _ask_form_result,
}
