"""The greeting and the main menu of line mode."""

from collections.abc import Callable
from importlib import import_module

from wizard.core.formatting import event_text, exposure_summary, format_minutes, place_heading, progress_summary, relative_days
from wizard.views.user_messages import recent_events

from .conversation import Conversation
from .interview import review_answers, run_interview
from .place import show_place, show_place_summary
from .plan import show_plan, show_quick_wins
from .prompter import BackRequested, Choice, Prompt
from .shortcuts import GENERAL_HELP
from .speech_text import spoken_deadlines
from .step import show_step
from .unfinished_work import Leaving

HELP = "This is the main menu. Everything starts here, and b leads back here from everywhere."
WELCOME = (
    "A guide for your country and your habits.",
    "It says what you can refuse, what you can switch off, and six things that protect your pictures.",
    "Two minutes of questions, then your own plan. Stop whenever you like. Nothing you type leaves this computer.",
    "Independent of Meta. Information, not legal advice.",
)
MenuAction = Callable[[Conversation], object]


def lazy_page(module: str, function: str) -> MenuAction:
    """Return an action that imports its module when it is chosen.

    Most pages are never opened in a run. Importing all of them would add about half of the time that the imports of the
    menu take (benchmark: `python -m bench.start`, row "lines").
    """

    def open_page(conversation: Conversation) -> object:
        return getattr(import_module(f".{module}", __package__), function)(conversation)

    return open_page


def run_main_menu(conversation: Conversation) -> None:
    """Greet the user, then run the chosen actions until the user leaves.

    Raises ExitRequested when the user leaves or the input ends.
    """
    conversation.prompter.before_leaving = Leaving(conversation)
    _greet(conversation)
    while True:
        items = _menu_items(conversation)
        rows = [Choice(id, label) for id, (label, _) in items.items()]
        if conversation.snapshot.place:
            conversation.prompter.title("Main menu")
        chosen = conversation.prompter.choose(Prompt("What would you like to do?", HELP, can_go_back=False), rows)
        items[chosen][1](conversation)
        conversation.run_or_report(conversation.session.reload)


def _greet(conversation: Conversation) -> None:
    snapshot = conversation.snapshot
    if not conversation.session.answers:
        conversation.prompter.title("Keep your photos out of Meta's AI")
        conversation.say(*WELCOME)
        return
    conversation.prompter.title("Welcome back")
    conversation.say(place_heading(snapshot))
    if snapshot.total:
        conversation.prompter.progress(exposure_summary(snapshot), snapshot.exposure.share)
        conversation.say(progress_summary(snapshot))
    else:
        conversation.say("Your answers are kept. A few questions are still open.")
    conversation.say(*spoken_deadlines(snapshot))
    latest_events = recent_events(conversation.session.events)
    event_lines = (
        f"{', '.join(event_text(snapshot, event))}, {relative_days(event.on, snapshot.today)}." for event in latest_events
    )
    conversation.say(*(["Last time:", *event_lines] if latest_events else []))


def _menu_items(conversation: Conversation) -> dict[str, tuple[str, MenuAction]]:
    """Return what can be chosen now: label and action by id, in order."""
    items: dict[str, tuple[str, MenuAction]] = dict([_recommended_item(conversation)])
    if conversation.snapshot.place:
        items |= {
            "ten": ("I have ten minutes", show_quick_wins),
            "plan": ("My plan, action by action", show_plan),
            "cases": ("Objections: what was sent, what came back", lazy_page("objections", "show_objections")),
            "letters": ("Letters", lazy_page("letters", "show_letters")),
            "contacts": ("People I asked about photos", lazy_page("contacts", "show_contacts")),
            "papers": ("Plan or calendar as a file", lazy_page("documents", "show_documents")),
            "place": ("What holds where I live", show_place),
        }
    items["audit"] = ("Look into my data export from Meta", lazy_page("audit", "show_audit"))
    items["learn"] = ("Read how Meta's AI training works", lazy_page("articles", "show_articles"))
    items["search"] = ("Search for a step, a letter or a text", lazy_page("search", "show_search"))
    if conversation.session.answers:
        items["answers"] = ("My answers", review_answers)
        items["undo"] = ("Take back the last thing I recorded", Conversation.undo)
    return items | {
        "kept": ("What is stored: see it, copy it, merge a copy, remove it", lazy_page("stored_data", "show_stored_data")),
        "settings": ("Settings", lazy_page("settings", "show_settings")),
        "help": ("Help", lambda conversation: conversation.say(HELP, GENERAL_HELP)),
    }


def _recommended_item(conversation: Conversation) -> tuple[str, tuple[str, MenuAction]]:
    """Return id, label and action of the recommended next step."""
    snapshot = conversation.snapshot
    open_question = snapshot.interview.next()
    if not conversation.session.answers:
        return "on", ("Start with the questions", begin_interview)
    if open_question:
        return "on", (f"Go on with the questions: {open_question.title}", begin_interview)
    if snapshot.next_step:
        plan_step = snapshot.next_step
        return "on", (
            f"Next: {plan_step.step.title}, {format_minutes(plan_step.step.minutes)}",
            lambda conversation: show_step(conversation, plan_step.id),
        )
    return "on", ("Look at your plan: nothing is open", show_plan)


def begin_interview(conversation: Conversation) -> None:
    """Ask the open questions, let the user review the answers, then summarize the place."""
    try:
        run_interview(conversation)
    except BackRequested:
        return
    while review_answers(conversation):
        if show_place_summary(conversation):
            return
