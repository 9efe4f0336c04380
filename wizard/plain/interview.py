"""The interview in lines: one question after the other, each answer saved as it is given; and the answers, to be changed."""

from collections.abc import Mapping

from wizard.core.interview import choices_of
from wizard.core.library import Question
from wizard.core.sentences import answer_words
from wizard.core.unfinished import unfinished_answer

from .place_finder import at_first, place_help, seeker
from .talk import Talk
from .teller import Back, Prompt, Row, Skip

GO_ON = "go on"
PURPOSE = "One question at a time. Each answer is saved at once; you can go back and change it whenever you like."
REVIEW_HELP = "Change any answer; only what depends on it is asked again, and nothing you did is lost."


def interview(talk: Talk, start: str | None = None, *, once: bool = False) -> None:
    """Ask from this question on, else from the first one without an answer; with `once` only it and what depends on it.

    Raises Back where the person goes back from the first question.
    """
    found = talk.case.interview
    now = next((each for each in found.questions if each.id == start), None) or found.next() or found.questions[0]
    following: Question | None = now
    while following:
        now = following
        try:
            given = _ask(talk, now)
        except Back:
            following = None if once else talk.case.interview.before(now.id)
            if following is None:
                raise
            continue
        names = {now.id: now.title} | {each.id: each.label for each in choices_of(talk.case.library, now, {})}
        if talk.attempt(lambda given=given: talk.session.answer_all(given), names):  # type: ignore[misc]
            talk.say("Saved.")
            following = talk.case.interview.next() if once else talk.case.interview.after(now.id)


def _ask(talk: Talk, question: Question) -> Mapping[str, tuple[str, ...]]:
    """The answer to a question; it may answer the next one too, as a region does for its country."""
    number, total = talk.case.interview.position(question.id)
    talk.teller.title(f"Question {number} of about {total}")
    given = talk.case.interview.answers.get(question.id, ())
    lost = unfinished_answer(question.title)
    prompt = Prompt(question.title, PURPOSE, question.why, can_skip=question.kind != "country", unfinished=lost)
    if question.kind == "country":
        help = f"{place_help()} {PURPOSE}"
        chosen = talk.teller.find_place(
            Prompt(question.title, help, question.why, unfinished=lost), seeker(talk.case.library), at_first(talk, given[:1])
        )
        alpha2, _, region = chosen.partition(" ")
        return {question.id: (alpha2,)} | ({"region": (region,)} if region in talk.case.library.regions else {})
    offered = choices_of(talk.case.library, question, talk.session.answers)
    rows = [Row(each.id, each.label, each.hint) for each in offered]
    try:
        if question.kind == "many":
            return {question.id: talk.teller.choose_many(prompt, rows, given)}
        return {question.id: (talk.teller.choose(prompt, rows, next(iter(given), "")),)}
    except Skip:
        return {question.id: ()}


def review(talk: Talk) -> bool:
    """All answers, any of which can be changed; False when the person goes back instead of going on."""
    while True:
        case = talk.case
        talk.teller.title("Your answers")
        rows = [Row(GO_ON, "Yes, go on")]
        rows += [Row(each.id, each.title, answer_words(case, each, case.answers)) for each in case.interview.questions]
        chosen = talk.pick("Is this right? Choose an answer to change it.", rows, REVIEW_HELP)
        if chosen is None:
            return False
        if chosen == GO_ON and case.place:
            return True
        if chosen == GO_ON:
            talk.say("Your country is still missing.")
            continue
        try:
            interview(talk, chosen, once=True)
        except Back:
            continue
