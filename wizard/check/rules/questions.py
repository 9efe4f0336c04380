"""Rules for the interview: few questions, unique ids, options that fit together."""

from collections.abc import Iterator

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation, did_you_mean
from wizard.core.content_models import Question
from wizard.core.interview import MAX_QUESTIONS
from wizard.core.place import NOT_OPENED, OPENED, PLACE_FACTS

PLACES = ("country", "region")
MIN_CHOICES = 2


def too_many_questions(content: ContentTree) -> Iterator[Violation]:
    """The interview asks seven questions at most, so that it stays at two minutes."""
    asked_ids = [question.id for question in content.library.questions if question.in_interview]
    if len(asked_ids) > MAX_QUESTIONS:
        yield Violation(
            "questions",
            f"{len(asked_ids)} questions are asked: {', '.join(asked_ids)}.",
            "Set “asked = false” for one, or make it a choice of another.",
        )


def assumed_in_interview(content: ContentTree) -> Iterator[Violation]:
    """Only a question that the interview does not ask assumes choices or is listed as changeable: others are answered."""
    for place, question in content.questions:
        fields = [name for name, used in _unasked_fields(question) if used]
        if fields and question.in_interview:
            yield Violation(
                f"{place} {question.id}",
                f"It is asked, so “{fields[0]}” means nothing.",
                "Take that out, or set “asked = false”.",
                fields=(fields[0],),
            )


def _unasked_fields(question: Question) -> Iterator[tuple[str, bool]]:
    yield "assumed", any(option.assumed is not None for option in question.choices)
    yield "changeable", question.changeable


def duplicate_question(content: ContentTree) -> Iterator[Violation]:
    """A question's id is its own: no other question has it, and no fact about the place."""
    seen: set[str] = set()
    for place, question in content.questions:
        if question.id in seen or (question.id in PLACE_FACTS and question.id != question.kind):
            yield Violation(
                f"{place} {question.id}", f"The id “{question.id}” is taken.", "Give this question another one.", fields=("id",)
            )
        seen.add(question.id)


def duplicate_option(content: ContentTree) -> Iterator[Violation]:
    """Within a question no two choices have the same id or the same words."""
    for place, question in content.questions:
        ids = [option.id for option in question.choices]
        labels = [option.label for option in question.choices]
        for duplicate in sorted(
            {duplicate for duplicate in ids if ids.count(duplicate) > 1}
            | {duplicate for duplicate in labels if labels.count(duplicate) > 1}
        ):
            yield Violation(
                f"{place} {question.id}",
                f"The choice “{duplicate}” is there twice.",
                "Take one out, or name it otherwise.",
                quote=duplicate,
            )


def too_few_options(content: ContentTree) -> Iterator[Violation]:
    """A question offers at least two choices; places come from the lists of places."""
    for place, question in content.questions:
        if question.kind in PLACES and question.choices:
            yield Violation(
                f"{place} {question.id}",
                "It has choices of its own.",
                "Take them out; they come from the list of places.",
                fields=("choices",),
            )
        if question.kind not in PLACES and len(question.choices) < MIN_CHOICES:
            yield Violation(f"{place} {question.id}", "There is nothing to choose.", "Add choices.", fields=("choices",))


def invalid_implied_option(content: ContentTree) -> Iterator[Violation]:
    """What a choice covers are other choices of its question; one that stands alone covers nothing and is not covered."""
    for place, question in content.questions:
        for id, what, next_step in _implied_option_problems(question):
            yield Violation(f"{place} {question.id}", what, next_step, quote=id)


def _implied_option_problems(question: Question) -> Iterator[tuple[str, str, str]]:
    """Yield the id of each option with wrong implied options, what is wrong, and the next step."""
    options = {option.id: option for option in question.choices}
    for option in question.choices:
        for implied in option.implies:
            if implied not in options:
                yield option.id, f"“{option.id}” covers “{implied}”, which is not a choice.", did_you_mean(implied, options)
            elif implied == option.id or options[implied].exclusive:
                yield option.id, f"“{option.id}” cannot cover “{implied}”.", "Let it cover other choices that may stand together."
        if option.exclusive and (option.implies or question.kind != "many"):
            yield (
                option.id,
                f"“{option.id}” stands alone where that means nothing.",
                "Use “alone” only in a “many” question, without “covers”.",
            )


def missing_required_question(content: ContentTree) -> Iterator[Violation]:
    """The program itself asks for the country, for its part, and whether the form opened."""
    questions = {question.id: question for question in content.library.questions}
    for id in PLACES:
        if id not in questions or questions[id].kind != id:
            yield Violation("questions", f"There is no question “{id}” of the kind “{id}”.", "Add it.")
    for place, question in content.questions:
        if question.kind in PLACES and question.id != question.kind:
            yield Violation(
                f"{place} {question.id}",
                f"The program looks for “{question.kind}”, not for “{question.id}”.",
                "Rename it.",
                fields=("id",),
            )
    form_question = questions.get("form")
    if form_question is None or {option.id for option in form_question.choices} != {OPENED, NOT_OPENED}:
        yield Violation(
            "questions",
            f"There is no question “form” with the choices “{OPENED}” and “{NOT_OPENED}”.",
            "Add it, with “asked = false”.",
        )
