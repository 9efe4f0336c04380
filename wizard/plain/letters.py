"""Letters: which one, its blanks one by one, the letter itself, and what one does with it."""

from collections.abc import Iterator

from wizard.core.case import Case
from wizard.core.contact import ASKED
from wizard.core.letter.blanks import personal
from wizard.core.letter.choice import choose, fitting
from wizard.core.letter.draft import Draft, draft
from wizard.core.letter.parts import Letter
from wizard.core.letter.post import MEANS, cases_for, ways_in
from wizard.core.letter.values import letter_values
from wizard.core.objection import ObjectionCase, about
from wizard.errors import WizardError
from wizard.export.letter import LETTER_FORMATS, paste_text, write_letter
from wizard.export.letter.remarks import remarks

from .blanks import Given, fill_in
from .happened import happened
from .links import link
from .papers import save
from .talk import Talk
from .teller import Row

HELP = "A letter is written here from your case and your words. Nothing is sent: you save it and send it yourself."
WRITTEN_HELP = "The letter is complete. Save it, or change something in it."
OTHERS = "all other letters"
EVERY = "every"
FRIEND = "friend"
FORMATS = {
    "txt": "Plain text, for a form, a chat or to print",
    "html": "A page to print",
    "eml": "A mail draft, which opens in your mail program",
    "md": "Markdown",
}


def letters(talk: Talk) -> None:
    """The letters that fit now, and all others."""
    while True:
        fit = fitting(talk.case)
        talk.teller.title("Letters")
        rows = [Row(each.id, each.title) for each in fit] + [Row(OTHERS, "All other letters")]
        chosen = talk.pick("Which letter? These fit you now.", rows, HELP)
        if chosen is None:
            return
        if chosen == OTHERS:
            others = [each for each in talk.case.library.letters.values() if each not in fit]
            chosen = talk.pick("Which letter?", [Row(each.id, each.title) for each in others], HELP)
        if chosen:
            write(talk, chosen)


def write(talk: Talk, kind: str, target: str = "", given: Given | None = None) -> None:
    """Say what a letter says and cannot do, fill in its blanks, then hand it out."""
    found: list[tuple[Letter, ObjectionCase | None]] = []
    target = target or _which_case(talk, kind)
    if not talk.attempt(lambda: found.append(choose(talk.case, kind, target))):
        return
    letter, case = found[0]
    talk.teller.title(letter.title)
    talk.say(f"What it says: {letter.says}", f"What it cannot do: {letter.limits}")
    filled: Given | None = {**personal(letter, talk.session.kept_fields), **(given or {})}
    filled = fill_in(talk, letter, case, filled or {})
    while filled is not None:
        current = draft(letter, talk.case, case, filled)
        filled = _hand_out(talk, current) if not current.missing else fill_in(talk, letter, case, filled)


def _which_case(talk: Talk, kind: str) -> str:
    """The case that the letter is about, where the person must say which."""
    try:
        choose(talk.case, kind)
    except WizardError:
        begun = [each for each in talk.case.objections if each.events]
        if len(begun) > 1:
            return talk.pick("About which case?", [Row(each.target, each.name) for each in begun], HELP) or ""
    return ""


def _hand_out(talk: Talk, current: Draft) -> Given | None:
    """Say the letter, then save it, record that it was sent, or change it; the blanks once more in the last case."""
    try:
        written = write_letter(current.letter, letter_values(current.letter, current.case, current.about, current.given))
    except WizardError as error:
        talk.say(str(error))
        return fill_in(talk, current.letter, current.about, current.given)
    talk.teller.title("The letter")
    talk.say(*(line for line in paste_text(written).splitlines() if line.strip()))
    talk.say("That was the letter.", *remarks(current.letter, current.case, current.about, written))
    while (chosen := talk.pick("What now?", list(_acts(talk, current)), WRITTEN_HELP)) is not None:
        if chosen in FORMATS:
            save(talk, f"{current.letter.id}.{chosen}", lambda format=chosen: LETTER_FORMATS[format](written))  # type: ignore[misc]
        elif chosen == "change":
            return fill_in(talk, current.letter, current.about, current.given)
        elif chosen.startswith("way "):
            way = ways_in(current.letter, current.case)[int(chosen.removeprefix("way "))]
            link(talk, way.label, way.url)
        else:
            _KEEPING[chosen](talk, current)
    return None


def _acts(talk: Talk, current: Draft) -> Iterator[Row]:
    yield from (Row(id, f"Save it: {words}") for id, words in FORMATS.items())
    yield Row("change", "Change what I filled in")
    if _receivers(talk.case, current):
        yield Row("sent", "I sent it")
    for number, way in enumerate(ways_in(current.letter, current.case)):
        yield Row(f"way {number}", f"Where to send it: {way.label}")
    own = {id: texts for id, texts in personal(current.letter, current.given).items() if any(texts)}
    if own and any(talk.session.kept_fields.get(id) != texts for id, texts in own.items()):
        yield Row("keep", "Keep my name and addresses for the next letter")
    if talk.session.kept_fields:
        yield Row("forget", "Forget what is kept about me for letters")


def _receivers(case: Case, current: Draft) -> tuple[str, ...]:
    """The cases, or the person in the contact book, of whom it is recorded that the letter was sent."""
    friend = next(iter(current.given.get(FRIEND, ())), "").strip()
    return cases_for(current.letter, case, current.about) or ((friend,) if friend else ())


def _sent(talk: Talk, current: Draft) -> None:
    targets = _receivers(talk.case, current)
    if current.letter.family not in MEANS:
        if talk.attempt(lambda: talk.session.contact(targets[0], ASKED)):
            talk.say(f"Recorded. {targets[0]}: asked.")
        return
    if len(targets) > 1:
        rows = [Row(EVERY, "For all of these"), *(Row(each, about(each)) for each in targets)]
        chosen = talk.pick("For which accounts did you send it?", rows, HELP)
        if chosen is None:
            return
        targets = targets if chosen == EVERY else (chosen,)
    happened(talk, targets, MEANS[current.letter.family])


def _keep(talk: Talk, current: Draft) -> None:
    if talk.attempt(lambda: talk.session.keep_fields(personal(current.letter, current.given))):
        talk.say("Kept on this computer for your next letter.")


def _forget(talk: Talk, current: Draft) -> None:  # noqa: ARG001 - all that is kept goes
    if talk.attempt(talk.session.forget_fields):
        talk.say("Nothing about you is kept for letters any more.")


_KEEPING = {"sent": _sent, "keep": _keep, "forget": _forget}
