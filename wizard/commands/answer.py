"""`answer`: record answers without a face, checked as a face checks them; `--list` shows what can be answered."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from wizard.core.interview import choices_of
from wizard.core.library import Question
from wizard.core.words import heading, progress_line
from wizard.errors import WizardError
from wizard.services.session import Session

from .desk import Desk

SKIP = "skip"
FEW = 12


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "answers",
        nargs="*",
        metavar="NAME=VALUE",
        help="an answer; several values with commas; “skip” skips, nothing takes it back",
    )
    parser.add_argument("--list", action="store_true", help="show questions, choices, what is answered and what is open")
    parser.epilog = "example: protect-my-photos answer country=DE services=facebook,instagram visibility=mixed"


def run(options: Namespace, desk: Desk) -> int:
    """Record or list."""
    session = desk.session
    if options.list or not options.answers:
        sys.stdout.write("\n".join(_listing(session)) + "\n")
        return 0
    given = {}
    for each in options.answers:
        name, equals, value = each.partition("=")
        if not equals:
            sys.stderr.write(f"“{each}” is not an answer. Write it as NAME=VALUE, for example country=DE.\n")
            return 2
        given[name] = _values(session, name, value)
    case = session.answer_all(given)
    sys.stdout.write(f"Saved: {', '.join(given)}.\n{heading(case)}\n")
    if case.place:
        sys.stdout.write(f"{progress_line(case)}\n")
    waiting = case.interview.next()
    if waiting:
        sys.stdout.write(f"Next question: {waiting.id} ({waiting.title})\n")
    return 0


def _values(session: Session, name: str, value: str) -> tuple[str, ...] | None:
    if not value.strip():
        return None
    if value == SKIP:
        return ()
    question = session.question(name)
    values = tuple(each.strip() for each in value.split(",")) if question.kind == "many" else (value.strip(),)
    if question.kind in ("country", "region"):
        return tuple(_place(session, question, each) for each in values)
    return values


def _place(session: Session, question: Question, value: str) -> str:
    """A code in any case, or the place's own name in full; anything else is left for the check to refuse."""
    choices = choices_of(session.library, question, session.answers)
    wanted = value.casefold()
    for choice in choices:
        if wanted in (choice.id.casefold(), choice.label.casefold(), choice.id.partition("-")[2].casefold()):
            return choice.id
    if question.kind == "country" and len(value) > 2:
        from wizard.services.finding import search_places

        found = search_places(session.library, value)
        names = " or ".join(f"{match.name} ({question.id}={match.alpha2})" for match in found.matches[:3])
        if names:
            raise WizardError(f"“{value}” is not a country code.", f"Did you mean {names}?")
    return value


def _listing(session: Session) -> Iterator[str]:
    interview = session.case.interview
    yield f"{len(interview.answers)} answered. Questions that apply to you, in order:"
    for question in [*interview.questions, *(each for each in session.library.questions if not each.asked)]:
        choices = choices_of(session.library, question, session.answers)
        given = interview.answers.get(question.id)
        state = "open" if given is None else "skipped" if not given else ",".join(given)
        yield ""
        yield f"{question.id} = {state}"
        yield f"  {question.title} ({'several' if question.kind == 'many' else 'one'})"
        if len(choices) > FEW * 6:
            yield f"  {len(choices)} places; `protect-my-photos countries NAME` finds the code"
        else:
            yield from (f"    {choice.id:<14} {choice.label}" for choice in choices)
