"""Ask the interview question by question, save each answer, and let the user review all answers."""

from collections.abc import Mapping
from contextlib import suppress
from functools import partial

from wizard.core.content_models import Question
from wizard.core.interview import available_options
from wizard.core.unfinished_work import unfinished_answer
from wizard.i18n import _
from wizard.views import help_texts
from wizard.views.account_actions import AskMove
from wizard.views.actions import ChangeAnswer
from wizard.views.interview import SAVED, question_title
from wizard.views.move import asks_for_move
from wizard.views.review import COUNTRY_MISSING, review_page
from wizard.views.user_messages import answer_text

from .conversation import Conversation
from .pages import choose_action, perform
from .place_finder import initial_place_choices, place_help, place_suggester
from .prompter import BackRequested, Choice, Prompt, SkipRequested
from .reply_instructions import join_sentences


def run_interview(conversation: Conversation, start: str | None = None, *, once: bool = False) -> None:
    """Ask from the question `start` on; None starts with the first unanswered question.

    With `once`, ask only that question and those that it opens.
    Raises BackRequested if the user goes back from the first question.
    """
    interview = conversation.snapshot.interview
    question = interview.find(start) or interview.next() or interview.questions[0]
    following: Question | None = question
    while following:
        question = following
        try:
            new_answers = _ask_question(conversation, question)
        except BackRequested:
            following = None if once else conversation.snapshot.interview.before(question.id)
            if following is None:
                raise
            continue
        if _record(conversation, new_answers):
            following = conversation.snapshot.interview.next() if once else conversation.snapshot.interview.after(*new_answers)


def ask_single_question(conversation: Conversation, question: Question) -> None:
    """Ask one question, whatever else is still unanswered, and save the answer.

    Raises BackRequested if the user goes back.
    """
    while not _record(conversation, _ask_question(conversation, question)):
        pass


def _record(conversation: Conversation, new_answers: Mapping[str, tuple[str, ...]]) -> bool:
    """Save the answer to a question and say so. Returns False if it could not be saved, after saying why."""
    if not conversation.run_or_report(partial(conversation.session.record_answers, new_answers)):
        return False
    conversation.say(join_sentences(_said_back(conversation, new_answers), _(SAVED)))
    if asks_for_move(conversation.snapshot, new_answers):
        perform(conversation, AskMove())
    return True


def _said_back(conversation: Conversation, new_answers: Mapping[str, tuple[str, ...]]) -> str:
    """Return the chosen answers by name: a typed number does not say which row was taken. Empty for a skipped question."""
    snapshot = conversation.snapshot
    questions = (snapshot.interview.find(id) for id, chosen in new_answers.items() if chosen)
    said = [answer_text(snapshot, question, snapshot.answers) for question in questions if question]
    return f"{', '.join(said)}." if said else ""


def _ask_question(conversation: Conversation, question: Question) -> Mapping[str, tuple[str, ...]]:
    """Return the answer to a question, by question id.

    The country question may answer the region question too.
    """
    number, question_count = conversation.snapshot.interview.position(question.id)
    conversation.prompter.title(question_title(number, question_count))
    present_answer = conversation.snapshot.interview.answers.get(question.id, ())
    unfinished = unfinished_answer(question.title)
    prompt = Prompt(
        question.title,
        _(help_texts.INTERVIEW),
        question.why,
        can_skip=question.kind != "country",
        takes_first_row=False,
        unfinished=unfinished,
    )
    if question.kind == "country":
        place_prompt_help = f"{place_help()} {prompt.help}"
        chosen = conversation.prompter.find_place(
            Prompt(question.title, place_prompt_help, question.why, unfinished=unfinished),
            place_suggester(conversation.snapshot.library, conversation.env),
            initial_place_choices(conversation, present_answer[:1]),
        )
        alpha2, _space, region = chosen.partition(" ")
        return {question.id: (alpha2,)} | ({"region": (region,)} if region in conversation.snapshot.library.regions else {})
    options = available_options(conversation.snapshot.library, question, conversation.session.answers)
    rows = [Choice(each.id, each.label, each.hint) for each in options]
    try:
        if question.kind == "many":
            return {question.id: conversation.prompter.choose_many(prompt, rows, present_answer)}
        return {question.id: (conversation.prompter.choose(prompt, rows, next(iter(present_answer), "")),)}
    except SkipRequested:
        return {question.id: ()}


def review_answers(conversation: Conversation) -> bool:
    """List all answers for changing. Returns False if the user goes back instead of going on."""
    while True:
        page = review_page(conversation.snapshot)
        conversation.prompter.title(page.title)
        match choose_action(conversation, page):
            case None:
                return False
            case ChangeAnswer(question_id):
                with suppress(BackRequested):
                    run_interview(conversation, question_id, once=True)
            case _ if conversation.snapshot.place:
                return True
            case _:
                conversation.say(_(COUNTRY_MISSING))
