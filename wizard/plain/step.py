"""Show one step with instructions for the user's devices, and record what the user does with it."""

from wizard.core.unfinished_work import NOTE, unfinished_reason
from wizard.i18n import _
from wizard.views import help_texts
from wizard.views.step import NOTE_QUESTION, OWN_REASON, explanation_page, form_page, reason_page, step_page
from wizard.views.user_messages import NOTE_KEPT, form_answer_message

from .conversation import Conversation
from .pages import ask_page, choose_action, hold_page, perform, read_out_page


def show_step(conversation: Conversation, step_id: str) -> None:
    """Print the step, then perform the chosen actions until the user goes back or closes the step."""
    hold_page(conversation, lambda: step_page(conversation.snapshot, step_id))


def ask_reason(conversation: Conversation, step_id: str) -> bool:
    """Ask for the reason, then skip the step. Returns True if it was skipped."""
    action = choose_action(conversation, reason_page(conversation.snapshot, step_id))
    return action is not None and perform(conversation, action)


def ask_own_reason(conversation: Conversation, step_id: str) -> bool:
    """Ask for a reason in the user's own words, then skip the step. Returns True if it was skipped."""
    plan_step = conversation.snapshot.step(step_id)
    help = reason_page(conversation.snapshot, step_id).help
    unfinished = unfinished_reason(plan_step.step.title if plan_step else "")
    reason = conversation.ask_text(_(OWN_REASON), help=help, unfinished=unfinished)
    return bool(reason) and skip_step(conversation, step_id, reason or "")


def skip_step(conversation: Conversation, step_id: str, reason: str) -> bool:
    """Skip the step for this reason. Returns True if that was recorded."""
    return conversation.mark(step_id, "skipped", reason)


def ask_note(conversation: Conversation, target: str) -> None:
    """Ask for a note and store it with the target, a step or an objection."""
    text = conversation.ask_text(_(NOTE_QUESTION), help=_(help_texts.NOTE), lines=True, unfinished=NOTE)
    if text and conversation.run_or_report(lambda: conversation.session.add_note(target, text)):
        conversation.say(_(NOTE_KEPT))


def show_explanation(conversation: Conversation, step_id: str) -> None:
    """Print why the step is in the plan, then offer its sources."""
    read_out_page(conversation, explanation_page(conversation.snapshot, step_id))


def ask_form_result(conversation: Conversation, base: str) -> None:
    """Ask whether the objection form opened: for the accounts with one service, or for all."""
    ask_page(conversation, form_page(conversation.snapshot, conversation.session.question("form"), base))


def answer_form(conversation: Conversation, answer: str) -> None:
    """Record whether the form opened, and print what follows: the plan changes at once."""
    if conversation.run_or_report(lambda: conversation.session.answer("form", (answer,) if answer else ())):
        conversation.say(form_answer_message(conversation.snapshot))
