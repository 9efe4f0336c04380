"""The journeys in lines, for typed numbers and for arrow keys alike: what is chosen by its words, what is typed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tests.journeys.deeds import Deed, Done, Happened, Interview, Letter, Merge, Note, TenMinutes, Undo, Wipe
from tests.journeys.world import World
from wizard.core.interview import available_options
from wizard.core.letter.draft import Draft, build_draft
from wizard.core.letter.selection import select_letter
from wizard.storage.session import Session
from wizard.views.request import REPLIES


@dataclass(frozen=True)
class Pick:
    """The row that begins with these words."""

    words: str


@dataclass(frozen=True)
class Many:
    """The rows that begin with these words."""

    words: tuple[str, ...]


@dataclass(frozen=True)
class Place:
    """A place by its name."""

    name: str


@dataclass(frozen=True)
class Text:
    """A text in place of what stands there."""

    text: str
    lines: bool = False


@dataclass(frozen=True)
class Keep:
    """Leave in the field what stands there."""

    lines: bool = False


@dataclass(frozen=True)
class Yes:
    """Yes."""


@dataclass(frozen=True)
class Letter1:
    """One of the letters that lead past a question; where text is typed it stands alone in the field."""

    letter: str
    in_text: bool = False


Intent = Pick | Many | Place | Text | Keep | Yes | Letter1
MORE = Pick("More: ")
"""The row of the main menu that leads to what is needed less often."""
BACK, SKIP, LEAVE = Letter1("b"), Letter1("s"), Letter1("q")


def intents(deed: Deed, world: World) -> Iterator[Intent]:
    """What a person does in lines to do this deed, from the main menu back to it; the world is read as it is by then."""
    session = world.session()
    match deed:
        case Interview():
            yield from _interview(deed, session)
        case Done(step):
            yield from (*_to(step, session), Pick("It is done"), BACK, BACK)
        case TenMinutes():
            best = session.snapshot.best_within(10)[0].step.title
            yield from (Pick("I have ten minutes"), Pick(best), Pick("I sent it"), Keep(), Letter1("s", in_text=True), BACK)
        case Happened():
            yield from _happened(deed, session)
        case Letter():
            yield from _letter(deed, session)
        case Undo():
            yield from (MORE, Pick("Take back"))
        case Note(step, text):
            yield from (*_to(step, session), Pick("Write a note"), Text(text, lines=True), BACK, BACK, BACK)
        case Merge(file):
            yield from (MORE, Pick("What is stored"), Pick("Merge"), Text(str(world.folder / file)), BACK)
        case Wipe():
            yield from (MORE, Pick("What is stored"), Pick("Remove everything"), Pick("Yes, remove it"), BACK)


def _to(step: str, session: Session) -> tuple[Intent, ...]:
    found = session.library.steps[step]
    action = next(each for each in session.library.actions if each.id == found.action)
    return Pick("My plan"), Pick(action.title), Pick(found.title)


def _interview(deed: Interview, session: Session) -> Iterator[Intent]:
    yield Pick("Go on with the questions" if session.answers else "Start with the questions")
    answers = dict(session.answers)
    for id, values in deed.given.items():
        if id in deed.slip:
            yield from _answer(session, id, deed.slip[id], answers)
            yield BACK
        yield from _answer(session, id, values, answers)
        answers[id] = values
    yield from (LEAVE,) if deed.leaves else (Pick("Yes, go on"), Pick("Go on to the plan"))


def _answer(session: Session, id: str, values: tuple[str, ...], answers: dict[str, tuple[str, ...]]) -> Iterator[Intent]:
    question = session.question(id)
    labels = {choice.id: choice.label for choice in available_options(session.library, question, answers)}
    words = tuple(labels[value] for value in values)
    if not values:
        yield SKIP
    elif question.kind == "country":
        yield Place(words[0])
    else:
        yield Many(words) if question.kind == "many" else Pick(words[0])


def _happened(deed: Happened, session: Session) -> Iterator[Intent]:
    found = next(each for each in session.snapshot.requests if each.target == deed.case)
    yield from (Pick("Requests"), Pick(found.title))
    if deed.came_back:
        yield Pick(dict(REPLIES)[deed.came_back])
    yield Pick(session.library.outcomes[deed.kind].label)
    yield Text(deed.on)
    yield Text(deed.note) if deed.note else Letter1("s", in_text=True)
    yield from (BACK, BACK)


def _letter(deed: Letter, session: Session) -> Iterator[Intent]:
    letter, about = select_letter(session.snapshot, deed.kind)
    yield from (Pick("Letters"), Pick(letter.title))
    current, save = build_draft(letter, session.snapshot, about, {}), Pick("Save it to a file")
    yield from fill_in(current, {**deed.blanks, **deed.slip})
    for blank in letter.fields:
        if blank.id in deed.slip:
            yield from (
                save,
                Pick("Change what I filled in"),
                Pick(blank.label),
                Text("\n".join(deed.blanks[blank.id]), blank.multiline),
            )
    yield from (save, Pick("Plain text"), Text(deed.file), BACK, BACK)


def fill_in(current: Draft, blanks: Mapping[str, tuple[str, ...]]) -> Iterator[Intent]:
    """Fill in the blanks of a letter one after the other; what is not given is kept as it stands, or skipped."""
    for blank in current.letter.fields:
        given, options = blanks.get(blank.id), {option.id: option.label for option in current.options(blank)}
        if given and options:
            yield Many(tuple(options[id] for id in given)) if blank.max_length > 1 else Pick(options[given[0]])
        elif given:
            yield Text("\n".join(given), lines=blank.multiline)
        elif options:
            yield SKIP
        else:
            yield Keep(blank.multiline) if current.input_texts(blank) else Letter1("s", in_text=True)
