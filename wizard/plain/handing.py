"""The finished letter, and what one does with it: hear, save, copy, mail, edit, change it, and say that it was sent."""

from collections.abc import Callable, Iterator

from wizard.core.letter.blanks import personal
from wizard.core.letter.draft import Draft
from wizard.core.letter.offer import begun, languages
from wizard.core.letter.parts import AUTHORITY
from wizard.core.letter.post import ways_in
from wizard.errors import WizardError
from wizard.export.letter import LETTER_FORMATS, paste_text
from wizard.export.letter.remarks import remarks
from wizard.services.handing import COPIED, NOT_COPIED, edited, editor, mail_door
from wizard.services.outbox import send_to_clipboard

from .blanks import change, complete
from .law import law
from .links import link
from .papers import save
from .sent import receivers, sent
from .teller import Row
from .writing import Writing

HELP = (
    "The letter is complete. Nothing is sent from here: save it, copy it or take it to your mail program, and send it yourself."
)
FORMAT_HELP = "A letter can be saved for a form, for paper, or for your mail program."
BY_HAND = "You edited this text by hand; what you change in the blanks no longer changes it."
WAY = "way "
FORMATS = {
    "txt": "Plain text, for a form, a chat or to print",
    "html": "A page to print",
    "eml": "A mail draft, which opens in your mail program",
    "md": "Markdown",
}


def hand_out(writing: Writing) -> None:
    """Say the letter, then do what the person chooses until they go back."""
    talk = writing.talk
    if not talk.attempt(lambda: writing.written):
        return
    _say(writing)
    while (chosen := talk.pick("What now?", list(_acts(writing)), HELP)) is not None:
        if chosen.startswith(WAY):
            way = ways_in(writing.draft.letter, talk.case)[int(chosen.removeprefix(WAY))]
            link(talk, way.label, way.url)
        elif chosen not in OUT or writing.edited or complete(writing):  # no letter goes out with a gap in it
            DEEDS[chosen](writing)


def _say(writing: Writing) -> None:
    current, written = writing.draft, writing.written
    writing.talk.teller.title("The letter")
    writing.talk.say(*(" ".join(line.split()) for line in paste_text(written).splitlines() if line.strip()))
    writing.talk.say("That was the letter.", *remarks(current.letter, current.case, current.about, written))


def _acts(writing: Writing) -> Iterator[Row]:
    current, talk = writing.draft, writing.talk
    yield Row("save", "Save it to a file")
    yield Row("copy", "Copy it")
    yield Row("mail", "Open it in your mail program")
    if receivers(talk.case, current):
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
    if current.letter.to == AUTHORITY and current.case.place and current.case.place.authority:
        yield Row("office", "About the office")
    yield from _keeping(writing, current)


def _turns(current: Draft) -> Iterator[Row]:
    """The other case that the letter could be about, and the other language it could be in."""
    if current.about and len(begun(current.case)) > 1:
        yield Row("case", f"It is about {current.about.title}: take the next case")
    if len(languages(current.letter, current.case)) > 1:
        name = current.case.library.languages[current.letter.language].name
        yield Row("language", f"It is in {name}: take the next language")


def _keeping(writing: Writing, current: Draft) -> Iterator[Row]:
    kept = writing.talk.session.kept_fields
    own = {id: texts for id, texts in personal(current.letter, current.given).items() if any(texts)}
    if any(kept.get(id) != texts for id, texts in own.items()):
        yield Row("keep", "Keep my name and addresses for the next letter")
    if kept:
        yield Row("forget", "Forget my name and addresses")


def _save(writing: Writing) -> None:
    format = writing.talk.pick("As what?", [Row(id, words) for id, words in FORMATS.items()], FORMAT_HELP)
    if format:
        written = writing.written
        save(writing.talk, f"{writing.draft.letter.id}.{format}", lambda: LETTER_FORMATS[format](written))


def _copy(writing: Writing) -> None:
    talk = writing.talk
    talk.say(COPIED if send_to_clipboard(paste_text(writing.written), talk.env, talk.teller.pass_on) else NOT_COPIED)


def _mail(writing: Writing) -> None:
    link(writing.talk, *mail_door(writing.written))


def _edit(writing: Writing) -> None:
    """Hand the text to the person's own editor."""
    try:
        found = edited(writing.written, editor(writing.talk.env))
    except WizardError as error:
        writing.talk.say(str(error))
        return
    if found:
        writing.edited = found
        writing.talk.say("Your edit is taken.")
    else:
        writing.talk.say("Nothing was changed.")


def _unedit(writing: Writing) -> None:
    writing.edited = None
    writing.talk.say("Your edit is taken back. The text follows from what you filled in.")


def _change(writing: Writing) -> None:
    if writing.edited:
        writing.talk.say(BY_HAND)
    change(writing)


def _next_case(writing: Writing) -> None:
    current = writing.draft
    if current.about:
        writing.kind = current.letter.family  # of this kind, as the other case calls for it
        targets = [each.target for each in begun(current.case)]
        writing.target = targets[(targets.index(current.about.target) + 1) % len(targets)]
        _turned(writing)


def _next_language(writing: Writing) -> None:
    current = writing.draft
    known = languages(current.letter, current.case)
    writing.kind = current.letter.family
    writing.language = known[(known.index(current.letter.language) + 1) % len(known)]
    _turned(writing)


def _turned(writing: Writing) -> None:
    """Ask for what the other letter still needs, and say it."""
    writing.edited = None
    if complete(writing):
        _say(writing)


def _law(writing: Writing) -> None:
    law(writing.talk, writing.draft.letter)


def _office(writing: Writing) -> None:
    """Say what one should know of the office before one writes to it."""
    place = writing.talk.case.place
    office = place.authority if place else None
    if office:
        spoken_there = f"It works in: {', '.join(office.languages)}." if office.languages else ""
        writing.talk.say(f"{office.name}.", *(each for each in (office.note, spoken_there) if each))


def _keep(writing: Writing) -> None:
    current = writing.draft
    if writing.talk.attempt(lambda: writing.talk.session.keep_fields(personal(current.letter, current.given))):
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
OUT = ("save", "copy", "mail", "edit", "sent")
