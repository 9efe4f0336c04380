"""The finished letter, and what one does with it: hear, save, copy, mail, edit, change it, and say that it was sent."""

from collections.abc import Callable, Iterator

from wizard.core.letter.draft import Draft
from wizard.core.letter.post import about_office, office_of, receivers, ways_in
from wizard.core.letter.sitting import Sitting, cases, mine, tongues, unkept
from wizard.errors import WizardError
from wizard.export.letter import FORMAT_WORDS, LETTER_FORMATS, paste_text, too_long
from wizard.export.letter.remarks import remarks
from wizard.services.handing import IF_NOT, WHOLE, edited, editor, mail_door
from wizard.services.linking import COPIED, copied

from .blanks import change, complete
from .law import law
from .links import link
from .papers import save_letter
from .sent import sent
from .teller import Row
from .writing import Writing

HELP = (
    "The letter is complete. Nothing is sent from here: save it, copy it or take it to your mail program, and send it yourself."
)
FORMAT_HELP = "A letter can be saved for a form, for paper, or for your mail program."
BY_HAND = "You edited this text by hand; what you change in the blanks no longer changes it."
WAY = "way "


def hand_out(writing: Writing) -> None:
    """Say the letter, then do what the person chooses until they go back."""
    talk = writing.talk
    _say(writing)
    while talk.attempt(lambda: writing.draft):  # what another window records may leave the person without such a letter
        chosen = talk.pick("What now?", list(_acts(writing)), HELP)
        if chosen is None:
            return
        if chosen.startswith(WAY):
            way = ways_in(writing.draft.letter, writing.draft.case)[int(chosen.removeprefix(WAY))]
            link(talk, way.label, way.url)
        elif chosen not in OUT or (_without_gaps(writing) and talk.attempt(lambda: writing.finished)):
            DEEDS[chosen](writing)


def _without_gaps(writing: Writing) -> bool:
    """Ask for what is still missing; what was edited by hand is as the person wants it."""
    return writing.edited is not None or complete(writing)


def _say(writing: Writing) -> None:
    current, written = writing.draft, writing.written
    writing.talk.teller.title("The letter")
    writing.talk.say(*(" ".join(line.split()) for line in paste_text(written).splitlines() if line.strip()))
    wrong = too_long(current.letter, written)
    writing.talk.say("That was the letter.", *([str(wrong)] if wrong else []))
    writing.talk.say(*remarks(current.letter, current.case, current.about, written))


def _acts(writing: Writing) -> Iterator[Row]:
    current = writing.draft
    yield Row("save", "Save it to a file")
    yield Row("copy", "Copy it")
    yield Row("mail", "Open it in your mail program")
    if receivers(current):
        yield Row("sent", "I sent it")
    yield Row("change", "Change what I filled in")
    yield Row("edit", "Edit the finished text in my own editor")
    if writing.edited:
        yield Row("unedit", "Take my edit back")
    yield Row("again", "Hear the letter again")
    yield from _turns(current)
    yield Row("law", "What it says about the law, and its sources")
    for number, way in enumerate(ways_in(current.letter, current.case)):
        yield Row(f"{WAY}{number}", f"Where to send it: {way.label}")
    if office_of(current.letter, current.case):
        yield Row("office", "About the office")
    yield from _keeping(writing, current)


def _turns(current: Draft) -> Iterator[Row]:
    """The other case that the letter could be about, and the other language it could be in."""
    if current.about and len(cases(current)) > 1:
        yield Row("case", f"It is about {current.about.title}: take the next case")
    if len(tongues(current)) > 1:
        name = current.case.library.languages[current.letter.language].name
        yield Row("language", f"It is in {name}: take the next language")


def _keeping(writing: Writing, current: Draft) -> Iterator[Row]:
    kept = writing.talk.session.kept_fields
    if unkept(current, kept):
        yield Row("keep", "Keep my name and addresses for the next letter")
    if kept:
        yield Row("forget", "Forget my name and addresses")


def _save(writing: Writing) -> None:
    format = writing.talk.pick("As what?", [Row(id, words) for id, words in FORMAT_WORDS.items()], FORMAT_HELP)
    if not format:
        return
    written = writing.finished
    if save_letter(writing.talk, f"{writing.draft.letter.id}.{format}", lambda: LETTER_FORMATS[format](written)):
        writing.handed_out()


def _copy(writing: Writing) -> None:
    talk = writing.talk
    words = copied(paste_text(writing.finished), talk.env, talk.teller.pass_on)
    talk.say(f"{words} {IF_NOT}")
    if words == COPIED:
        writing.handed_out()


def _mail(writing: Writing) -> None:
    door = mail_door(writing.finished)
    if link(writing.talk, *door) and door.words == WHOLE:
        writing.handed_out()


def _edit(writing: Writing) -> None:
    """Hand the text to the person's own editor, where one that is too long can be made shorter."""
    if not _without_gaps(writing):
        return
    try:
        found = edited(writing.written, editor(writing.talk.env))
    except WizardError as error:
        writing.talk.say(str(error))
        return
    if found:
        writing.edit(found)
        writing.talk.say("Your edit is taken.")
    else:
        writing.talk.say("Nothing was changed.")


def _unedit(writing: Writing) -> None:
    writing.unedit()
    writing.talk.say("Your edit is taken back. The text follows from what you filled in.")


def _change(writing: Writing) -> None:
    if writing.edited:
        writing.talk.say(BY_HAND)
    change(writing)


def _next_case(writing: Writing) -> None:
    _turn(writing, writing.sitting.about_next_case(writing.draft))


def _next_language(writing: Writing) -> None:
    _turn(writing, writing.sitting.in_next_language(writing.draft))


def _turn(writing: Writing, sitting: Sitting) -> None:
    """Take the other letter, ask for what it still needs, and say it."""
    writing.turn(sitting)
    if complete(writing):
        _say(writing)


def _law(writing: Writing) -> None:
    law(writing.talk, writing.draft.letter)


def _office(writing: Writing) -> None:
    """Say what one should know of the office before one writes to it."""
    if office := office_of(writing.draft.letter, writing.draft.case):
        writing.talk.say(f"{office.name}.", *about_office(office))


def _keep(writing: Writing) -> None:
    if writing.talk.attempt(lambda: writing.talk.session.keep_fields(mine(writing.draft))):
        writing.talk.say("Kept on this computer for your next letter.")


def _forget(writing: Writing) -> None:
    if writing.talk.attempt(writing.talk.session.forget_fields):
        writing.talk.say("Nothing about you is kept for letters any more.")


DEEDS: dict[str, Callable[[Writing], None]] = {
    "save": _save,
    "copy": _copy,
    "mail": _mail,
    "sent": sent,
    "change": _change,
    "edit": _edit,
    "unedit": _unedit,
    "again": _say,
    "case": _next_case,
    "language": _next_language,
    "law": _law,
    "office": _office,
    "keep": _keep,
    "forget": _forget,
}
OUT = ("save", "copy", "mail")
"""What takes the letter out of the program."""
