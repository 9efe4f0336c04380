"""One step: what to do in numbered taps for the device in hand, then what to do with the step itself."""

from collections.abc import Callable, Iterator

from wizard.core.content_models import OBJECTION, Step
from wizard.core.device_instructions import instructions_for_devices
from wizard.core.explanation import explain_step
from wizard.core.formatting import DEVICE, confidence_note, format_date, format_minutes, open_prerequisites
from wizard.core.markup import parse_paragraphs, strip_markup
from wizard.core.progress import OPEN
from wizard.core.snapshot import PlanStep, Snapshot
from wizard.core.unfinished_work import NOTE, unfinished_reason
from wizard.core.user_messages import (
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
LETTER = "letter "
OWN, LATER = "own", "other"
NOTE_HELP = "A note that stays with this step, on this computer only."
REASON_HELP = "With a reason the step leaves your plan's count. You can reopen it at any time."


def show_step(talk: Conversation, id: str) -> None:
    """Say the step, then do what the person chooses until they go back or the step is settled."""
    entry = talk.case.step(id)
    if entry is None:
        talk.say(STEP_REMOVED)
        return
    talk.teller.title(f"{entry.step.title}, {format_minutes(entry.step.minutes)}")
    talk.say(*_step_lines(talk.case, entry))
    while entry is not None:
        chosen = talk.select("What now?", list(_rows(talk.case, entry)), HELP)
        if chosen is None:
            return
        if chosen.isdecimal():
            found = entry.links[int(chosen)]
            show_link(talk, found.label, found.url)
        elif chosen.startswith(LETTER):
            _write(talk, chosen.removeprefix(LETTER))
        elif _ACTIONS[chosen](talk, entry):
            return
        entry = talk.case.step(id)
    talk.say(STEP_REMOVED)


def _step_lines(case: Snapshot, entry: PlanStep) -> Iterator[str]:
    """Everything about a step, a paragraph or a tap a line."""
    standing = step_status_text(case, entry)
    if standing:
        yield f"This step: {standing}."
    yield from _passage(entry.step.intro)
    if entry.status == OPEN:
        yield from (f"First: {each.step.title}." for each in open_prerequisites(case, entry))
    for way in instructions_for_devices(case, entry.step):
        yield f"{DEVICE[way.id]}:"
        yield from _passage(way.text)
    for id, head in WARNING_SECTIONS.items():
        found = entry.step.passage(id)
        if found:
            yield f"{head}{'' if head.endswith('?') else ':'}"
            yield from _passage(found.text)
    yield from (f"Your note of {format_date(note.on)}: {note.note}" for note in entry.notes)
    yield from step_source_summary(case, entry)


def _passage(text: str) -> Iterator[str]:
    for number, words in parse_paragraphs(text):
        yield f"{number}. {strip_markup(words)}" if number else strip_markup(words)


def _rows(case: Snapshot, entry: PlanStep) -> Iterator[Choice]:
    if entry.status == OPEN:
        yield from (Choice("done", "It is done"), Choice("skip", "Not for me"))
    else:
        yield Choice("reopen", "It is to be done after all")
    yield from (
        Choice(str(number), f"Link: {each.label}", confidence_note(each.confidence)) for number, each in enumerate(entry.links)
    )
    yield from _letters(case, entry.step)
    yield Choice("note", "Write a note")
    yield Choice("why", "Why this step is in my plan, and its sources")
    yield Choice("undo", "Take back the last record")
    if entry.step.action == OBJECTION:
        yield Choice("form", "Tell whether Meta's form opened")


def _letters(case: Snapshot, step: Step) -> Iterator[Choice]:
    """The letters that help with the step."""
    if step.letters:
        from wizard.core.letter.selection import letters_for_step

        yield from (Choice(f"{LETTER}{each.id}", f"Letter: {each.title}") for each in letters_for_step(case, step))


def _write(talk: Conversation, letter: str) -> None:
    from .letters import compose_letter  # letters are loaded when one is written

    compose_letter(talk, letter)


def _done(talk: Conversation, entry: PlanStep) -> bool:
    return talk.mark(entry.id, "done")


def _reopen(talk: Conversation, entry: PlanStep) -> bool:
    if talk.mark(entry.id, "reopened"):
        talk.say("Open again.")
    return False


def _not_for_me(talk: Conversation, entry: PlanStep) -> bool:
    """Ask for the reason, then leave the step out."""
    rows = [Choice(str(number), reason) for number, reason in enumerate(REASONS)] + [
        Choice(OWN, "Another reason, in my own words")
    ]
    chosen = talk.select(f"Why is it not for you: {entry.step.title}?", rows, REASON_HELP)
    if chosen is None:
        return False
    lost = unfinished_reason(entry.step.title)
    reason = talk.ask_text("Your reason:", help=REASON_HELP, unfinished=lost) if chosen == OWN else REASONS[int(chosen)]
    return bool(reason) and talk.mark(entry.id, "skipped", reason or "")


def _note(talk: Conversation, entry: PlanStep) -> bool:
    ask_note(talk, entry.id)
    return False


def ask_note(talk: Conversation, target: str) -> None:
    """Ask for a note and keep it."""
    text = talk.ask_text("Your note. It stays on this computer.", help=NOTE_HELP, lines=True, unfinished=NOTE)
    if text and talk.run_or_report(lambda: talk.session.add_note(target, text)):
        talk.say("Note kept.")


def _why(talk: Conversation, entry: PlanStep) -> bool:
    found = explain_step(talk.case, entry)
    talk.teller.title("Why this step is in your plan")
    talk.say(*found.because, "How it is weighed:", *found.weight)
    talk.say(*(["What would change it:", *found.changes] if found.changes else []))
    show_sources(talk, entry.step.sources)
    return False


def _undo(talk: Conversation, entry: PlanStep) -> bool:  # noqa: ARG001 - whatever was recorded last
    talk.undo()
    return False


def _form(talk: Conversation, entry: PlanStep) -> bool:  # noqa: ARG001 - the form is one for all steps
    """What really happened counts for more than what was expected, and the plan follows at once."""
    question = talk.session.question("form")
    rows = [Choice(each.id, each.label) for each in question.choices] + [Choice(LATER, "I have not tried yet")]
    chosen = talk.select(question.title, rows, question.why)
    if chosen and talk.run_or_report(lambda: talk.session.answer("form", () if chosen == LATER else (chosen,))):
        talk.say(form_answer_message(talk.case))
    return False


_ACTIONS: dict[str, Callable[[Conversation, PlanStep], bool]] = {
    "done": _done,
    "skip": _not_for_me,
    "reopen": _reopen,
    "note": _note,
    "why": _why,
    "undo": _undo,
    "form": _form,
}
