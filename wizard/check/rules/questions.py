"""Rules for the interview: short, every id once, choices that fit together."""

from collections.abc import Iterator

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation, did_you_mean
from wizard.core.content_models import Question
from wizard.core.interview import MAX_QUESTIONS
from wizard.core.place import NOT_OPENED, OPENED

from .conditions import FOLLOWING

PLACES = ("country", "region")
FEWEST_CHOICES = 2


def too_many_questions(shelf: ContentTree) -> Iterator[Violation]:
    """The interview asks nine questions at most, so that it stays at two minutes."""
    asked = [question.id for question in shelf.library.questions if question.in_interview]
    if len(asked) > MAX_QUESTIONS:
        yield Violation(
            "questions", f"{len(asked)} questions are asked: {', '.join(asked)}.", "Set “asked = false” for one, or take it out."
        )


def duplicate_question(shelf: ContentTree) -> Iterator[Violation]:
    """A question's id is its own: no other question has it, and no fact about the place."""
    seen: set[str] = set()
    for place, question in shelf.questions:
        if question.id in seen or (question.id in FOLLOWING and question.id != question.kind):
            yield Violation(f"{place} {question.id}", f"The id “{question.id}” is taken.", "Give this question another one.")
        seen.add(question.id)


def duplicate_option(shelf: ContentTree) -> Iterator[Violation]:
    """Within a question no two choices have the same id or the same words."""
    for place, question in shelf.questions:
        ids = [choice.id for choice in question.choices]
        labels = [choice.label for choice in question.choices]
        for each in sorted({each for each in ids if ids.count(each) > 1} | {each for each in labels if labels.count(each) > 1}):
            yield Violation(
                f"{place} {question.id}", f"The choice “{each}” is there twice.", "Take one out, or name it otherwise."
            )


def too_few_options(shelf: ContentTree) -> Iterator[Violation]:
    """A question offers at least two choices; places come from the lists of places."""
    for place, question in shelf.questions:
        if question.kind in PLACES and question.choices:
            yield Violation(
                f"{place} {question.id}", "It has choices of its own.", "Take them out; they come from the list of places."
            )
        if question.kind not in PLACES and len(question.choices) < FEWEST_CHOICES:
            yield Violation(f"{place} {question.id}", "There is nothing to choose.", "Add choices.")


def invalid_implied_option(shelf: ContentTree) -> Iterator[Violation]:
    """What a choice covers are other choices of its question; one that stands alone covers nothing and is not covered."""
    for place, question in shelf.questions:
        for what, next_step in _bad_covers(question):
            yield Violation(f"{place} {question.id}", what, next_step)


def _bad_covers(question: Question) -> Iterator[tuple[str, str]]:
    choices = {choice.id: choice for choice in question.choices}
    for choice in question.choices:
        for covered in choice.implies:
            if covered not in choices:
                yield f"“{choice.id}” covers “{covered}”, which is not a choice.", did_you_mean(covered, choices)
            elif covered == choice.id or choices[covered].exclusive:
                yield f"“{choice.id}” cannot cover “{covered}”.", "Let it cover other choices that may stand together."
        if choice.exclusive and (choice.implies or question.kind != "many"):
            yield (
                f"“{choice.id}” stands alone where that means nothing.",
                "Use “alone” only in a “many” question, without “covers”.",
            )


def missing_required_question(shelf: ContentTree) -> Iterator[Violation]:
    """The program itself asks for the country, for its part, and whether the form opened."""
    questions = {question.id: question for question in shelf.library.questions}
    for id in PLACES:
        if id not in questions or questions[id].kind != id:
            yield Violation("questions", f"There is no question “{id}” of the kind “{id}”.", "Add it.")
    for place, question in shelf.questions:
        if question.kind in PLACES and question.id != question.kind:
            yield Violation(
                f"{place} {question.id}", f"The program looks for “{question.kind}”, not for “{question.id}”.", "Rename it."
            )
    form = questions.get("form")
    if form is None or {choice.id for choice in form.choices} != {OPENED, NOT_OPENED}:
        yield Violation(
            "questions",
            f"There is no question “form” with the choices “{OPENED}” and “{NOT_OPENED}”.",
            "Add it, with “asked = false”.",
        )
