"""The beginning and the middle of the conversation: where one stands, and everything that one can do from there."""

from collections.abc import Callable
from importlib import import_module

from wizard.core.formatting import event_text, exposure_summary, format_minutes, place_heading, progress_summary, relative_days
from wizard.core.user_messages import recent_events

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
    """A part of the conversation that is loaded when it is chosen: most are not, in most sittings."""

    def deed(talk: Conversation) -> object:
        return getattr(import_module(f".{module}", __package__), function)(talk)

    return deed


def run_main_menu(talk: Conversation) -> None:
    """Welcome the person, then do what they choose until they leave, which ends with Leave."""
    talk.teller.before_leaving = Leaving(talk)
    _welcome(talk)
    while True:
        offered = _menu_items(talk)
        rows = [Choice(id, label) for id, (label, _) in offered.items()]
        if talk.case.place:
            talk.teller.title("Main menu")
        chosen = talk.teller.choose(Prompt("What would you like to do?", HELP, can_go_back=False), rows)
        offered[chosen][1](talk)
        talk.run_or_report(talk.session.reload)


def _welcome(talk: Conversation) -> None:
    case = talk.case
    if not talk.session.answers:
        talk.teller.title("Keep your photos out of Meta's AI")
        talk.say(*WELCOME)
        return
    talk.teller.title("Welcome back")
    talk.say(place_heading(case))
    if case.total:
        talk.teller.progress(exposure_summary(case), case.exposure.share)
        talk.say(progress_summary(case))
    else:
        talk.say("Your answers are kept. A few questions are still open.")
    talk.say(*spoken_deadlines(case))
    last = recent_events(talk.session.events)
    told = (f"{', '.join(event_text(case, event))}, {relative_days(event.on, case.today)}." for event in last)
    talk.say(*(["Last time:", *told] if last else []))


def _menu_items(talk: Conversation) -> dict[str, tuple[str, MenuAction]]:
    """What one can do now: id, words, and what it leads to."""
    found: dict[str, tuple[str, MenuAction]] = dict([_first(talk)])
    if talk.case.place:
        found |= {
            "ten": ("I have ten minutes", show_quick_wins),
            "plan": ("My plan, action by action", show_plan),
            "cases": ("Objections: what was sent, what came back", lazy_page("objections", "show_objections")),
            "letters": ("Letters", lazy_page("letters", "show_letters")),
            "contacts": ("People I asked about photos", lazy_page("contacts", "show_contacts")),
            "papers": ("Plan or calendar as a file", lazy_page("documents", "show_documents")),
            "place": ("What holds where I live", show_place),
        }
    found["audit"] = ("Look into my data export from Meta", lazy_page("audit", "show_audit"))
    found["learn"] = ("Read how Meta's AI training works", lazy_page("articles", "show_articles"))
    found["search"] = ("Search for a step, a letter or a text", lazy_page("search", "show_search"))
    if talk.session.answers:
        found["answers"] = ("My answers", review_answers)
        found["undo"] = ("Take back the last thing I recorded", Conversation.undo)
    return found | {
        "kept": ("What is stored: see it, copy it, merge a copy, remove it", lazy_page("stored_data", "show_stored_data")),
        "settings": ("Settings", lazy_page("settings", "show_settings")),
        "help": ("Help", lambda talk: talk.say(HELP, GENERAL_HELP)),
    }


def _first(talk: Conversation) -> tuple[str, tuple[str, MenuAction]]:
    """The one thing to do now."""
    case = talk.case
    waiting = case.interview.next()
    if not talk.session.answers:
        return "on", ("Start with the questions", begin_interview)
    if waiting:
        return "on", (f"Go on with the questions: {waiting.title}", begin_interview)
    if case.next_step:
        entry = case.next_step
        return "on", (f"Next: {entry.step.title}, {format_minutes(entry.step.minutes)}", lambda talk: show_step(talk, entry.id))
    return "on", ("Look at your plan: nothing is open", show_plan)


def begin_interview(talk: Conversation) -> None:
    """The questions that are open, then the answers to look over, then what holds in the person's place."""
    try:
        run_interview(talk)
    except BackRequested:
        return
    while review_answers(talk):
        if show_place_summary(talk):
            return
