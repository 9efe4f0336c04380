"""`answer`: record answers without a face, checked as a face checks them; `--list` shows what can be answered."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping

from wizard.core.content_models import Library, Question
from wizard.core.formatting import place_heading, progress_summary
from wizard.core.interview import available_options, in_interview_order
from wizard.core.place import Answers
from wizard.core.sanitize import sanitize_line
from wizard.errors import WizardError
from wizard.storage.session import Session

from .context import CommandContext

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


def run(options: Namespace, desk: CommandContext) -> int:
    """Record or list."""
    session = desk.session
    if options.list or not options.answers:
        sys.stdout.write("\n".join(_question_list(session)) + "\n")
        return 0
    wrong = next((each for each in options.answers if "=" not in each), None)
    if wrong is not None:
        sys.stderr.write(f"“{sanitize_line(wrong)}” is not an answer. Write it as NAME=VALUE, for example country=DE.\n")
        return 2
    given = _parse_answers(session, dict(each.split("=", 1) for each in options.answers))
    case = session.record_answers(given)
    sys.stdout.write(f"Saved: {', '.join(given)}.\n{place_heading(case)}\n")
    if case.place:
        sys.stdout.write(f"{progress_summary(case)}\n")
    waiting = case.interview.next()
    if waiting:
        sys.stdout.write(f"Next question: {waiting.id} ({waiting.title})\n")
    return 0


def _parse_answers(session: Session, texts: Mapping[str, str]) -> dict[str, tuple[str, ...] | None]:
    """The answers that are meant, country before region: which parts there are depends on the country given beside them."""
    given: dict[str, tuple[str, ...] | None] = {}
    answers = dict(session.answers)
    for question in in_interview_order(session.library, texts):
        given[question.id] = values = _values(session.library, question, texts[question.id], answers)
        answers[question.id] = values or ()
    return given


def _values(library: Library, question: Question, text: str, answers: Answers) -> tuple[str, ...] | None:
    if not text.strip(" ,"):
        return None
    if text == SKIP:
        return ()
    values = tuple(each.strip() for each in text.split(",")) if question.kind == "many" else (text.strip(),)
    if question.kind in ("country", "region"):
        return tuple(_place(library, question, each, answers) for each in values)
    return values


def _place(library: Library, question: Question, value: str, answers: Answers) -> str:
    """A code in any case, or the place's own name in full; anything else is left for the check to refuse."""
    choices = available_options(library, question, answers)
    wanted = value.casefold()
    for choice in choices:
        if wanted in (choice.id.casefold(), choice.label.casefold(), choice.id.partition("-")[2].casefold()):
            return choice.id
    if question.kind == "country" and len(value) > 2:
        from wizard.places.place_lookup import match_places

        found = match_places(library, value)
        names = " or ".join(f"{match.name} ({question.id}={match.alpha2})" for match in found.matches[:3])
        if names:
            raise WizardError(f"“{value}” is not a country code.", f"Did you mean {names}?")
    return value


def _question_list(session: Session) -> Iterator[str]:
    interview = session.case.interview
    yield f"{len(interview.answers)} answered. Questions that apply to you, in order:"
    for question in [*interview.questions, *(each for each in session.library.questions if not each.in_interview)]:
        choices = available_options(session.library, question, session.answers)
        given = interview.answers.get(question.id)
        state = "open" if given is None else "skipped" if not given else ",".join(given)
        yield ""
        yield f"{question.id} = {state}"
        yield f"  {question.title} ({'several' if question.kind == 'many' else 'one'})"
        if len(choices) > FEW * 6:
            yield f"  {len(choices)} places; `protect-my-photos countries NAME` finds the code"
        else:
            yield from (f"    {choice.id:<14} {choice.label}" for choice in choices)
