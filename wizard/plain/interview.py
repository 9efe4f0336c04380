"""The interview in lines: one question after the other, each answer saved as it is given; and the answers, to be changed."""

from collections.abc import Mapping

from wizard.core.content_models import Question
from wizard.core.interview import available_options
from wizard.core.unfinished_work import unfinished_answer
from wizard.core.user_messages import answer_text

from .conversation import Conversation
from .place_finder import initial_place_choices, place_help, place_suggester
from .prompter import BackRequested, Choice, Prompt, SkipRequested

GO_ON = "go on"
PURPOSE = "One question at a time. Each answer is saved at once; you can go back and change it whenever you like."
REVIEW_HELP = "Change any answer; only what depends on it is asked again, and nothing you did is lost."


def run_interview(talk: Conversation, start: str | None = None, *, once: bool = False) -> None:
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
        except BackRequested:
            following = None if once else talk.case.interview.before(now.id)
            if following is None:
                raise
            continue
        names = {now.id: now.title} | {each.id: each.label for each in available_options(talk.case.library, now, {})}
        if talk.run_or_report(lambda given=given: talk.session.record_answers(given), names):  # type: ignore[misc]
            talk.say("Saved.")
            following = talk.case.interview.next() if once else talk.case.interview.after(now.id)


def _ask(talk: Conversation, question: Question) -> Mapping[str, tuple[str, ...]]:
    """The answer to a question; it may answer the next one too, as a region does for its country."""
    number, total = talk.case.interview.position(question.id)
    talk.teller.title(f"Question {number} of about {total}")
    given = talk.case.interview.answers.get(question.id, ())
    lost = unfinished_answer(question.title)
    prompt = Prompt(question.title, PURPOSE, question.why, can_skip=question.kind != "country", unfinished=lost)
    if question.kind == "country":
        help = f"{place_help()} {PURPOSE}"
        chosen = talk.teller.find_place(
            Prompt(question.title, help, question.why, unfinished=lost),
            place_suggester(talk.case.library),
            initial_place_choices(talk, given[:1]),
        )
        alpha2, _, region = chosen.partition(" ")
        return {question.id: (alpha2,)} | ({"region": (region,)} if region in talk.case.library.regions else {})
    offered = available_options(talk.case.library, question, talk.session.answers)
    rows = [Choice(each.id, each.label, each.hint) for each in offered]
    try:
        if question.kind == "many":
            return {question.id: talk.teller.choose_many(prompt, rows, given)}
        return {question.id: (talk.teller.choose(prompt, rows, next(iter(given), "")),)}
    except SkipRequested:
        return {question.id: ()}


def review_answers(talk: Conversation) -> bool:
    """All answers, any of which can be changed; False when the person goes back instead of going on."""
    while True:
        case = talk.case
        talk.teller.title("Your answers")
        rows = [Choice(GO_ON, "Yes, go on")]
        rows += [Choice(each.id, each.title, answer_text(case, each, case.answers)) for each in case.interview.questions]
        chosen = talk.select("Is this right? Choose an answer to change it.", rows, REVIEW_HELP)
        if chosen is None:
            return False
        if chosen == GO_ON and case.place:
            return True
        if chosen == GO_ON:
            talk.say("Your country is still missing.")
            continue
        try:
            run_interview(talk, chosen, once=True)
        except BackRequested:
            continue
