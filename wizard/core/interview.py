"""The interview: which questions apply, what is asked next, what an answer means. Every face uses these functions."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from wizard.errors import WizardError

from .content_models import DONT_KNOW, AnswerOption, Library, Question
from .place import Answers, facts_about_place, find_place
from .sanitize import sanitize_line
from .suggestions import closest_matches

MAX_QUESTIONS = 9


class Interview(NamedTuple):
    """The interview as these answers make it: the questions that apply, in order, and the facts that follow."""

    questions: tuple[Question, ...]
    answers: Answers
    facts: dict[str, frozenset[str]]

    def next(self) -> Question | None:
        """The first question that has no answer yet; None when the interview is over."""
        return next((question for question in self.questions if question.id not in self.answers), None)

    def before(self, id: str) -> Question | None:
        """The question that stands before the one with this id."""
        ids = [question.id for question in self.questions]
        place = ids.index(id) if id in ids else len(ids)
        return self.questions[place - 1] if place else None

    def after(self, id: str) -> Question | None:
        """The question that stands after the one with this id; None after the last one."""
        ids = [question.id for question in self.questions]
        return next(iter(self.questions[ids.index(id) + 1 :]), None) if id in ids else None

    def position(self, id: str) -> tuple[int, int]:
        """Which question this is, counted from one, and how many there are as things stand."""
        ids = [question.id for question in self.questions]
        return (ids.index(id) + 1 if id in ids else len(ids), len(ids))


def build_interview(library: Library, answers: Answers, today: date) -> Interview:
    """Walk through the questions once: an answer counts only while its question applies."""
    facts = facts_about_place(find_place(library, answers, today))
    applying: list[Question] = []
    counted: dict[str, tuple[str, ...]] = {}
    for question in library.questions:
        if not question.when.holds(facts):
            facts.setdefault(question.id, frozenset())
            continue
        given = _valid_answer(library, question, answers)
        if question.in_interview:
            applying.append(question)
        if given is not None:
            counted[question.id] = given
        if question.kind in ("one", "many"):
            facts[question.id] = _implied_values(question, given) if question.in_interview or given else frozenset()
    return Interview(tuple(applying), counted, facts)


def _valid_answer(library: Library, question: Question, answers: Answers) -> tuple[str, ...] | None:
    """The answer as far as it names what can be chosen today; an answer to another country's question is none."""
    given = answers.get(question.id)
    if not given:
        return given
    if question.kind == "country":
        known: Iterable[str] = library.countries
    else:
        known = {choice.id for choice in available_options(library, question, answers)}
    return tuple(value for value in given if value in known) or None


def _implied_values(question: Question, given: tuple[str, ...] | None) -> frozenset[str]:
    """The values that an answer stands for; an unanswered or skipped question stands for all that is possible."""
    by_id = {choice.id: choice for choice in question.choices}
    if not given:
        unsure = by_id.get(DONT_KNOW)
        return frozenset(unsure.implies if unsure else (choice.id for choice in question.choices if not choice.exclusive))
    covered = {value for id in given if id in by_id for value in by_id[id].implies}
    return frozenset(given) | covered


def available_options(library: Library, question: Question, answers: Answers) -> tuple[AnswerOption, ...]:
    """What the question offers: its own choices, the places, or the parts of the chosen country."""
    if question.kind == "country":
        return tuple(AnswerOption(country.alpha2, country.name) for country in library.countries.values())
    if question.kind == "region":
        country = next(iter(answers.get("country", ())), "")
        regions = sorted((region for region in library.regions.values() if region.country == country), key=lambda each: each.name)
        return tuple(AnswerOption(region.id, region.name) for region in regions)
    return question.choices


def require_question(library: Library, id: str) -> Question:
    """The question with this id. Raises WizardError with the nearest one when there is none."""
    found = library.question(id)
    if found is None:
        ids = [question.id for question in library.questions]
        close = closest_matches(id, ids)
        raise WizardError(
            f"There is no question “{sanitize_line(id, 60)}”.",
            f"Did you mean “{close[0]}”?" if close else f"Questions: {', '.join(ids)}.",
        )
    return found


def in_interview_order(library: Library, ids: Iterable[str]) -> tuple[Question, ...]:
    """The questions with these ids in the order of the interview, so that the country is known before its parts are."""
    wanted = {require_question(library, id).id for id in ids}
    return tuple(question for question in library.questions if question.id in wanted)


def validate_answers(
    library: Library, given: Mapping[str, tuple[str, ...] | None], answers: Answers
) -> dict[str, tuple[str, ...]]:
    """The answers with the given ones taken in, all or none; None takes an answer back. Raises as `checked_answer` does."""
    found = dict(answers)
    for question in in_interview_order(library, given):
        values = given[question.id]
        if values is None:
            found.pop(question.id, None)
        else:
            found[question.id] = validate_answer(library, question, values, found)
    return found


def validate_answer(library: Library, question: Question, values: Iterable[str], answers: Answers) -> tuple[str, ...]:
    """The answer as it is kept, in the order of the choices.

    Raises WizardError for a choice that does not exist, two where one is asked, or one that excludes the others.
    """
    given = tuple(dict.fromkeys(value.strip() for value in values if value.strip()))
    choices = available_options(library, question, answers)
    known = {choice.id: choice for choice in choices}
    for value in given:
        if value not in known:
            raise WizardError(f"“{value}” is not an answer to “{question.id}”.", _hint(question, value, known))
    if len(given) > 1 and question.kind != "many":
        raise WizardError(f"“{question.id}” takes one answer.", f"Choose one of: {', '.join(given)}.")
    alone = next((known[value] for value in given if known[value].exclusive), None)
    if alone and len(given) > 1:
        raise WizardError(f"“{alone.id}” cannot stand beside other answers to “{question.id}”.", "Leave one of them out.")
    return tuple(id for id in known if id in given)


def _hint(question: Question, value: str, known: dict[str, AnswerOption]) -> str:
    close = closest_matches(value, known) or closest_matches(value.upper(), known)
    if close:
        return f"Did you mean “{close[0]}” ({known[close[0]].label})?"
    if question.kind == "country":
        return "Use a two-letter code; `protect-my-photos countries NAME` finds it."
    if not known:
        return "There is nothing to choose here for this country."
    return f"Choose from: {', '.join(list(known)[:60])}."
