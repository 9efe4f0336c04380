"""Build the interview: the questions that apply, in order, and the facts that follow from the answers."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from wizard.errors import WizardError

from .condition import ALWAYS, Condition, Facts
from .content_models import DONT_KNOW, AnswerOption, Library, Question
from .place import PLACE_FACTS, Answers, facts_about_place, find_place
from .sanitize import sanitize_line
from .typed_words import closest_matches

MAX_QUESTIONS = 7
"""The greatest number of questions in an interview. `check` reports content with more."""


class Interview(NamedTuple):
    """The questions that apply, in order, with the answers that count and the facts that follow.

    `unasked` are those that apply but are asked only where their topic comes up. `possible_count` says how many others an
    answer that is still open can add.
    """

    questions: tuple[Question, ...]
    answers: Answers
    facts: dict[str, frozenset[str]]
    unasked: tuple[Question, ...] = ()
    possible_count: int = 0

    @property
    def answered_count(self) -> int:
        """Return how many questions of the interview are answered or skipped."""
        return sum(question.id in self.answers for question in self.questions)

    @property
    def is_without_account(self) -> bool:
        """Return True if the user answered that they have no account with Meta."""
        return self.facts.get("services") == frozenset({"none"})

    def find(self, id: str | None) -> Question | None:
        """Return the question with this id if it applies, whether the interview asks it or not."""
        return next((question for question in (*self.questions, *self.unasked) if question.id == id), None)

    @property
    def stated_facts(self) -> dict[str, frozenset[str]]:
        """Return the facts without the values that an open question, or "I don't know", leaves possible."""
        asked = {question.id for question in self.questions if question.kind in ("one", "many")}
        return self.facts | {id: frozenset(self.answers.get(id, ())) for id in asked}

    def next(self) -> Question | None:
        """Return the first question without an answer; None if the interview is complete."""
        return next((question for question in self.questions if question.id not in self.answers), None)

    def before(self, id: str) -> Question | None:
        """Return the question before this one, or the last one if this one does not apply.

        None if there is no question before it.
        """
        ids = [question.id for question in self.questions]
        index = ids.index(id) if id in ids else len(ids)
        return self.questions[index - 1] if index else None

    def after(self, *answered: str) -> Question | None:
        """Return the question after these, answered together; None after the last question, or if none of them applies."""
        indices = [index for index, question in enumerate(self.questions) if question.id in answered]
        return next(iter(self.questions[indices[-1] + 1 :]), None) if indices else None

    def position(self, id: str) -> tuple[int, int]:
        """Return the position of the question, counted from 1, and the greatest number of questions that there can be.

        It shrinks when an answer rules questions out. It would trouble people if it grew.
        """
        ids = [question.id for question in self.questions]
        return (ids.index(id) + 1 if id in ids else len(ids), len(ids) + self.possible_count)


def build_interview(library: Library, answers: Answers, today: date) -> Interview:
    """Return the interview after these answers. An answer counts only while its question applies."""
    # One pass is enough: the condition of a question refers only to the place and to questions before it, and each
    # question adds its fact before the next one is looked at. A question that does not apply has an empty fact.
    facts = facts_about_place(find_place(library, answers, today))
    applicable: list[Question] = []
    unasked: list[Question] = []
    counted: dict[str, tuple[str, ...]] = {}
    open_facts: set[str] = set()
    possible_count = 0
    for question in library.questions:
        if not question.when.holds(facts):
            possible_count += question.in_interview and _can_hold(question.when, facts, open_facts)
            facts.setdefault(question.id, frozenset())
            continue
        answer = _valid_answer(library, question, answers)
        (applicable if question.in_interview else unasked).append(question)
        if answer is not None:
            counted[question.id] = answer
        else:
            open_facts.update(PLACE_FACTS if question.kind == "country" else (question.id,))
        if question.kind in ("one", "many"):
            asked = question.in_interview
            facts[question.id] = _implied_values(question, answer) if asked else _assumed_values(question, answer, facts)
    return Interview(tuple(applicable), counted, facts, tuple(unasked), possible_count)


def _can_hold(condition: Condition, facts: Facts, open_facts: Collection[str]) -> bool:
    """Return True if a condition that does not hold yet can hold once the open facts are known: nothing else is against it."""
    return condition.restricted_to(condition.fact_names() - frozenset(open_facts)).holds(facts)


def _valid_answer(library: Library, question: Question, answers: Answers) -> tuple[str, ...] | None:
    """Return the part of the answer that names options of today.

    None if the question is unanswered or no option is left, for example after a change of country; an empty tuple if
    the question was skipped.
    """
    answer = answers.get(question.id)
    if not answer:
        return answer
    if question.kind == "country":
        known_ids: Iterable[str] = library.countries
    else:
        known_ids = {option.id for option in available_options(library, question, answers)}
    return tuple(value for value in answer if value in known_ids) or None


def _implied_values(question: Question, answer: tuple[str, ...] | None) -> frozenset[str]:
    """Return the values implied by an answer.

    An unanswered or skipped question implies every possible value.
    """
    by_id = {option.id: option for option in question.choices}
    if not answer:
        dont_know = by_id.get(DONT_KNOW)
        return frozenset(dont_know.implies if dont_know else (option.id for option in question.choices if not option.exclusive))
    implied = {value for id in answer if id in by_id for value in by_id[id].implies}
    return frozenset(answer) | implied


def _assumed_values(question: Question, answer: tuple[str, ...] | None, facts: Facts) -> frozenset[str]:
    """Return the values of a question that is not asked: those answered, or else always assumed, and those that follow.

    The latter are added to an answer of an earlier day, which may have become too narrow.
    """
    usual = tuple(option.id for option in question.choices if option.assumed == ALWAYS)
    conditional = ((option.id, option.assumed) for option in question.choices if option.assumed and option.assumed != ALWAYS)
    following = (id for id, condition in conditional if condition.holds(facts))
    values = tuple(dict.fromkeys((*(answer or usual), *following)))
    return _implied_values(question, values) if values else frozenset()


def available_options(library: Library, question: Question, answers: Answers) -> tuple[AnswerOption, ...]:
    """Return the options of a question: its own, all countries, or the regions of the chosen country.

    Regions are sorted by name.
    """
    if question.kind == "country":
        return tuple(AnswerOption(country.alpha2, country.name) for country in library.countries.values())
    if question.kind == "region":
        country_code = next(iter(answers.get("country", ())), "")
        regions = [region for region in library.regions.values() if region.country == country_code]
        return tuple(AnswerOption(region.id, region.name) for region in sorted(regions, key=lambda region: region.name))
    return question.choices


def require_question(library: Library, id: str) -> Question:
    """Return the question with this id.

    Raises WizardError, with the most similar id, if there is no such question.
    """
    question = library.question(id)
    if question is None:
        ids = [question.id for question in library.questions]
        close = closest_matches(id, ids)
        shown = sanitize_line(id, 60)
        if close:
            raise WizardError("question-unknown", hint="did-you-mean", question=shown, close=close[0])
        raise WizardError("question-unknown", question=shown, questions=", ".join(ids))
    return question


def in_interview_order(library: Library, ids: Iterable[str]) -> tuple[Question, ...]:
    """Return the questions with these ids in the order of the interview.

    The country then comes before its regions, whose options depend on it.

    Raises WizardError if there is no question with one of the ids.
    """
    required_ids = {require_question(library, id).id for id in ids}
    return tuple(question for question in library.questions if question.id in required_ids)


def validate_answers(
    library: Library, given: Mapping[str, tuple[str, ...] | None], answers: Answers
) -> dict[str, tuple[str, ...]]:
    """Return `answers` updated with `given`, where None removes an answer.

    Raises WizardError if one of them is not valid (see `validate_answer`) or if there is no such question.
    """
    updated = dict(answers)
    for question in in_interview_order(library, given):
        values = given[question.id]
        if values is None:
            updated.pop(question.id, None)
        else:
            updated[question.id] = validate_answer(library, question, values, updated)
    return updated


def validate_answer(library: Library, question: Question, values: Iterable[str], answers: Answers) -> tuple[str, ...]:
    """Return the answer as it is stored: each value once, in the order of the options.

    Raises WizardError if an option does not exist, if there are several values for a question that takes one, or if
    an exclusive option is combined with others.
    """
    given = tuple(dict.fromkeys(value.strip() for value in values if value.strip()))
    options = {option.id: option for option in available_options(library, question, answers)}
    for value in given:
        if value not in options:
            raise _option_error(question, value, options)
    if len(given) > 1 and question.kind != "many":
        raise WizardError("answer-single", question=question.id, title=question.title, given=", ".join(given))
    exclusive = next((options[value] for value in given if options[value].exclusive), None)
    if exclusive and len(given) > 1:
        raise WizardError(
            "answer-exclusive", option=exclusive.id, label=exclusive.label, question=question.id, title=question.title
        )
    return tuple(id for id in options if id in given)


def _option_error(question: Question, value: str, options: dict[str, AnswerOption]) -> WizardError:
    """Return the error for an unknown option, with the most similar one or what can be chosen."""
    about = {"value": value, "question": question.id, "title": question.title}
    close = closest_matches(value, options) or closest_matches(value.upper(), options)
    if close:
        return WizardError("answer-unknown", hint="did-you-mean-option", **about, close=close[0], label=options[close[0]].label)
    if question.kind == "country":
        return WizardError("answer-unknown", hint="country-code", **about)
    if not options:
        return WizardError("answer-unknown", hint="nothing-to-choose", **about)
    shown = [f"{option.label} ({id})" if question.kind == "region" else id for id, option in options.items()]
    return WizardError("answer-unknown", **about, options=", ".join(shown[:60]))
