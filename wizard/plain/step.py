"""One step: what to do in numbered taps for the device in hand, then what to do with the step itself."""

from collections.abc import Callable, Iterator

from wizard.core.case import Case, Entry
from wizard.core.library import OBJECTION, Step
from wizard.core.progress import OPEN
from wizard.core.prose import blocks, plain
from wizard.core.sentences import CAUTIONS, GONE, REASONS, form_words, standing_words, step_facts
from wizard.core.unfinished import NOTE, unfinished_reason
from wizard.core.ways import ways
from wizard.core.why import explain
from wizard.core.words import DEVICE, day, doubt, minutes, waits_for

from .links import link
from .place import sources
from .talk import Talk
from .teller import Row

HELP = "One thing to do. Follow the numbers, then say that it is done. Nothing is done for you behind your back."
LETTER = "letter "
OWN, LATER = "own", "other"
NOTE_HELP = "A note that stays with this step, on this computer only."
REASON_HELP = "With a reason the step leaves your plan's count. You can reopen it at any time."


def step(talk: Talk, id: str) -> None:
    """Say the step, then do what the person chooses until they go back or the step is settled."""
    entry = talk.case.entry(id)
    if entry is None:
        talk.say(GONE)
        return
    talk.teller.title(f"{entry.step.title}, {minutes(entry.step.minutes)}")
    talk.say(*_card(talk.case, entry))
    while entry is not None:
        chosen = talk.pick("What now?", list(_rows(talk.case, entry)), HELP)
        if chosen is None:
            return
        if chosen.isdecimal():
            found = entry.links[int(chosen)]
            link(talk, found.label, found.url)
        elif chosen.startswith(LETTER):
            _write(talk, chosen.removeprefix(LETTER))
        elif _DEEDS[chosen](talk, entry):
            return
        entry = talk.case.entry(id)
    talk.say(GONE)


def _card(case: Case, entry: Entry) -> Iterator[str]:
    """Everything about a step, a paragraph or a tap a line."""
    standing = standing_words(case, entry)
    if standing:
        yield f"This step: {standing}."
    yield from _passage(entry.step.intro)
    if entry.status == OPEN:
        yield from (f"First: {each.step.title}." for each in waits_for(case, entry))
    for way in ways(case, entry.step):
        yield f"{DEVICE[way.id]}:"
        yield from _passage(way.text)
    for id, head in CAUTIONS.items():
        found = entry.step.passage(id)
        if found:
            yield f"{head}{'' if head.endswith('?') else ':'}"
            yield from _passage(found.text)
    yield from (f"Your note of {day(note.on)}: {note.note}" for note in entry.notes)
    yield from step_facts(case, entry)


def _passage(text: str) -> Iterator[str]:
    for number, words in blocks(text):
        yield f"{number}. {plain(words)}" if number else plain(words)


def _rows(case: Case, entry: Entry) -> Iterator[Row]:
    if entry.status == OPEN:
        yield from (Row("done", "It is done"), Row("skip", "Not for me"))
    else:
        yield Row("reopen", "It is to be done after all")
    yield from (Row(str(number), f"Link: {each.label}", doubt(each.confidence)) for number, each in enumerate(entry.links))
    yield from _letters(case, entry.step)
    yield Row("note", "Write a note")
    yield Row("why", "Why this step is in my plan, and its sources")
    yield Row("undo", "Take back the last record")
    if entry.step.action == OBJECTION:
        yield Row("form", "Tell whether Meta's form opened")


def _letters(case: Case, step: Step) -> Iterator[Row]:
    """The letters that help with the step."""
    if step.letters:
        from wizard.core.letter.choice import helping

        yield from (Row(f"{LETTER}{each.id}", f"Letter: {each.title}") for each in helping(case, step))


def _write(talk: Talk, letter: str) -> None:
    from .letters import write  # letters are loaded when one is written

    write(talk, letter)


def _done(talk: Talk, entry: Entry) -> bool:
    return talk.mark(entry.id, "done")


def _reopen(talk: Talk, entry: Entry) -> bool:
    if talk.mark(entry.id, "reopened"):
        talk.say("Open again.")
    return False


def _not_for_me(talk: Talk, entry: Entry) -> bool:
    """Ask for the reason, then leave the step out."""
    rows = [Row(str(number), reason) for number, reason in enumerate(REASONS)] + [Row(OWN, "Another reason, in my own words")]
    chosen = talk.pick(f"Why is it not for you: {entry.step.title}?", rows, REASON_HELP)
    if chosen is None:
        return False
    lost = unfinished_reason(entry.step.title)
    reason = talk.text("Your reason:", help=REASON_HELP, unfinished=lost) if chosen == OWN else REASONS[int(chosen)]
    return bool(reason) and talk.mark(entry.id, "skipped", reason or "")


def _note(talk: Talk, entry: Entry) -> bool:
    write_note(talk, entry.id)
    return False


def write_note(talk: Talk, target: str) -> None:
    """Ask for a note and keep it."""
    text = talk.text("Your note. It stays on this computer.", help=NOTE_HELP, lines=True, unfinished=NOTE)
    if text and talk.attempt(lambda: talk.session.note(target, text)):
        talk.say("Note kept.")


def _why(talk: Talk, entry: Entry) -> bool:
    found = explain(talk.case, entry)
    talk.teller.title("Why this step is in your plan")
    talk.say(*found.because, "How it is weighed:", *found.weight)
    talk.say(*(["What would change it:", *found.changes] if found.changes else []))
    sources(talk, entry.step.sources)
    return False


def _undo(talk: Talk, entry: Entry) -> bool:  # noqa: ARG001 - whatever was recorded last
    talk.undo()
    return False


def _form(talk: Talk, entry: Entry) -> bool:  # noqa: ARG001 - the form is one for all steps
    """What really happened counts for more than what was expected, and the plan follows at once."""
    question = talk.session.question("form")
    rows = [Row(each.id, each.label) for each in question.choices] + [Row(LATER, "I have not tried yet")]
    chosen = talk.pick(question.title, rows, question.why)
    if chosen and talk.attempt(lambda: talk.session.answer("form", () if chosen == LATER else (chosen,))):
        talk.say(form_words(talk.case))
    return False


_DEEDS: dict[str, Callable[[Talk, Entry], bool]] = {
    "done": _done,
    "skip": _not_for_me,
    "reopen": _reopen,
    "note": _note,
    "why": _why,
    "undo": _undo,
    "form": _form,
}
