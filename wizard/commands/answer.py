"""`answer`: record answers, checked as in the wizard; `--list` shows what can be answered."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping

from wizard.core.content_models import Library, Question
from wizard.core.formatting import place_heading, progress_summary
from wizard.core.interview import available_options, in_interview_order
from wizard.core.place import Answers
from wizard.core.sanitize import sanitize_line
from wizard.i18n import _, ngettext, pgettext
from wizard.storage.session import Session
from wizard.views.move import asks_for_move, kept_place_message

from .context import CommandContext
from .output_format import add_format_options, write_json
from .private_input import read_assignments

SKIP = "skip"
MAX_SHOWN = 60
"""Characters of a mistyped answer that a message repeats."""
FEW = 12
"""Six times as many options are too many to list one by one."""


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument(
        "answers",
        nargs="*",
        metavar="NAME=VALUE",
        help=_(
            "an answer; several values with commas; “skip” skips the question, NAME= with nothing behind it takes the answer back"
        ),
    )
    parser.add_argument("--list", action="store_true", help=_("show questions, choices, what is answered and what is open"))
    parser.add_argument(
        "--set-file",
        action="append",
        default=[],
        metavar="FILE",
        help=_("read answers from a file, one NAME=VALUE a line, or with - from standard input; nobody else sees them"),
    )
    add_format_options(parser)
    parser.epilog = _("Example:\n  protect-my-photos answer country=DE services=facebook,instagram visibility=mixed")


def run(options: Namespace, context: CommandContext) -> int:
    """Record answers, or list the questions. Returns 2 if an argument is not NAME=VALUE."""
    session = context.session
    texts = [*read_assignments(options.set_file), *options.answers]
    if options.list or not texts:
        if options.format == "json":
            return write_json({"questions": list(_question_data(session))})
        sys.stdout.write("\n".join(_question_list(session)) + "\n")
        return 0
    wrong = next((text for text in texts if "=" not in text), None)
    if wrong is not None:
        text = sanitize_line(wrong, MAX_SHOWN)
        message = _("“{text}” is not an answer. Write it as NAME=VALUE, for example country=DE.", text=text)
        sys.stderr.write(f"{message}\n")
        return 2
    assignments = (text.split("=", 1) for text in texts)
    given = _parse_answers(session, {name.strip().lower(): value for name, value in assignments}, context.env)
    snapshot = session.record_answers(given)
    given = {id: None if values is None else session.answers.get(id, ()) for id, values in given.items()}  # as they are kept
    if options.format == "json":
        return write_json({"saved": {id: None if values is None else list(values) for id, values in given.items()}})
    lines = [_saved_line(session, given), place_heading(snapshot)]
    lines += [progress_summary(snapshot)] if snapshot.place else []
    lines += [kept_place_message(snapshot)] if asks_for_move(snapshot, given) else []
    question = snapshot.interview.next()
    lines += [_("Next question: {id} ({title})", id=question.id, title=question.title)] if question else []
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def _parse_answers(session: Session, texts: Mapping[str, str], env: Mapping[str, str]) -> dict[str, tuple[str, ...] | None]:
    """Parse the answers in the order of the interview, because the regions depend on a country that is given with them.

    None takes an answer back, and no values skip the question. Raises WizardError for a place that is not understood.
    """
    given: dict[str, tuple[str, ...] | None] = {}
    answers = dict(session.answers)
    for question in in_interview_order(session.library, texts):
        parsed = _parse_values(session.library, question, texts[question.id], answers, env)
        given |= {id: values for id, values in parsed.items() if id == question.id or id not in texts}
        answers |= {id: values or () for id, values in parsed.items()}
    return given


def _parse_values(
    library: Library, question: Question, text: str, answers: Answers, env: Mapping[str, str]
) -> dict[str, tuple[str, ...] | None]:
    """Return the option ids in a text by question id; None if it is empty, no values if it is `skip`.

    The name of a region answers the question for the country and for the region.
    """
    if not text.replace(",", "").strip():
        return {question.id: None}
    if text.strip().lower() == SKIP:
        return {question.id: ()}
    if question.kind in ("country", "region"):
        return _parse_place(library, question, text.strip(), answers, env)
    values = (value.strip() for value in text.split(",")) if question.kind == "many" else (text.strip(),)
    return {question.id: tuple(_option_id(question, value) for value in values)}


def _parse_place(
    library: Library, question: Question, text: str, answers: Answers, env: Mapping[str, str]
) -> dict[str, tuple[str, ...] | None]:
    """Return the codes of the country or region that a code or a name means. Raises WizardError if it is not understood."""
    from wizard.places.place_answers import parse_country, parse_region

    if question.kind == "region":
        return {question.id: (parse_region(library, text, next(iter(answers.get("country", ())), ""), env),)}
    country, region = parse_country(library, text, env)
    given: dict[str, tuple[str, ...] | None] = {question.id: (country,)}
    return given | {"region": (region,)} if region else given


def _option_id(question: Question, text: str) -> str:
    """Return the id of the option with this id or label in any case; another text as it is, to be refused later."""
    wanted = text.casefold()
    return next((option.id for option in question.choices if wanted in (option.id.casefold(), option.label.casefold())), text)


def _saved_line(session: Session, given: Mapping[str, tuple[str, ...] | None]) -> str:
    """Return the sentence that says the answers back by their names, as the wizard does."""
    said = []
    for id, values in given.items():
        labels = {option.id: option.label for option in available_options(session.library, session.question(id), session.answers)}
        answer = ", ".join(labels.get(value, value) for value in values or ()) or pgettext("question", "skipped")
        said.append(f"{id} ({pgettext('question', 'open') if values is None else answer})")
    return _("Saved: {names}.", names=", ".join(said))


def _question_data(session: Session) -> Iterator[dict[str, object]]:
    """Yield each question as data; null means that it was not answered, an empty list that it was skipped."""
    interview = session.snapshot.interview
    applying = {question.id for question in interview.questions}
    for question in session.library.questions:
        given = interview.answers.get(question.id)
        yield {
            "id": question.id,
            "title": question.title,
            "several": question.kind == "many",
            "applies": question.id in applying or not question.in_interview,
            "answer": None if given is None else list(given),
            "choices": [
                {"id": option.id, "label": option.label}
                for option in available_options(session.library, question, session.answers)
            ],
        }


def _question_list(session: Session) -> Iterator[str]:
    """Yield the lines of `--list`: each question with its answer and its options."""
    interview = session.snapshot.interview
    yield ngettext(
        "{count} answered. Questions that apply to you, in order:",
        "{count} answered. Questions that apply to you, in order:",
        interview.answered_count,
    )
    for question in (*interview.questions, *interview.unasked):
        options = available_options(session.library, question, session.answers)
        given = interview.answers.get(question.id)
        state = pgettext("question", "open") if given is None else ",".join(given) or pgettext("question", "skipped")
        number = pgettext("number of answers", "several") if question.kind == "many" else pgettext("number of answers", "one")
        yield ""
        yield f"{question.id} = {state}"
        yield f"  {question.title} ({number})"
        if len(options) > FEW * 6:
            places = _("{count} places; `protect-my-photos countries NAME` finds the code", count=len(options))
            yield f"  {places}"
        else:
            yield from (f"    {option.id:<14} {option.label}" for option in options)
