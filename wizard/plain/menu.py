"""The beginning and the middle of the conversation: where one stands, and everything that one can do from there."""

from collections.abc import Callable
from importlib import import_module

from wizard.core.sentences import last_done
from wizard.core.words import distance, event_words, exposure_line, heading, minutes, progress_line

from .aloud import due_aloud
from .interview import interview, review
from .leaving import Leaving
from .place import place, reveal
from .plan import plan, short_sitting
from .step import step
from .talk import Talk
from .teller import Back, Prompt, Row
from .ways import GENERAL_HELP

HELP = "This is the main menu. Everything starts here, and b leads back here from everywhere."
WELCOME = (
    "A guide for your country and your habits.",
    "It says what you can refuse, what you can switch off, and six things that protect your pictures.",
    "Two minutes of questions, then your own plan. Stop whenever you like. Nothing you type leaves this computer.",
    "Independent of Meta. Information, not legal advice.",
)
Deed = Callable[[Talk], object]


def late(name: str) -> Deed:
    """A part of the conversation that is loaded when it is chosen: most are not, in most sittings."""

    def deed(talk: Talk) -> object:
        return getattr(import_module(f".{name}", __package__), name)(talk)

    return deed


def conversation(talk: Talk) -> None:
    """Welcome the person, then do what they choose until they leave, which ends with Leave."""
    talk.teller.before_leaving = Leaving(talk)
    _welcome(talk)
    while True:
        offered = _offered(talk)
        rows = [Row(id, label) for id, (label, _) in offered.items()]
        if talk.case.place:
            talk.teller.title("Main menu")
        chosen = talk.teller.choose(Prompt("What would you like to do?", HELP, can_go_back=False), rows)
        offered[chosen][1](talk)
        talk.attempt(talk.session.reload)


def _welcome(talk: Talk) -> None:
    case = talk.case
    if not talk.session.answers:
        talk.teller.title("Keep your photos out of Meta's AI")
        talk.say(*WELCOME)
        return
    talk.teller.title("Welcome back")
    talk.say(heading(case))
    if case.total:
        talk.teller.progress(exposure_line(case), case.exposure.share)
        talk.say(progress_line(case))
    else:
        talk.say("Your answers are kept. A few questions are still open.")
    talk.say(*due_aloud(case))
    last = last_done(talk.session.events)
    told = (f"{', '.join(event_words(case, event))}, {distance(event.on, case.today)}." for event in last)
    talk.say(*(["Last time:", *told] if last else []))


def _offered(talk: Talk) -> dict[str, tuple[str, Deed]]:
    """What one can do now: id, words, and what it leads to."""
    found: dict[str, tuple[str, Deed]] = dict([_first(talk)])
    if talk.case.place:
        found |= {
            "ten": ("I have ten minutes", short_sitting),
            "plan": ("My plan, action by action", plan),
            "cases": ("Objections: what was sent, what came back", late("cases")),
            "letters": ("Letters", late("letters")),
            "contacts": ("People I asked about photos", late("contacts")),
            "papers": ("Plan or calendar as a file", late("papers")),
            "place": ("What holds where I live", place),
        }
    found["audit"] = ("Look into my data export from Meta", late("audit"))
    found["learn"] = ("Read how Meta's AI training works", late("reading"))
    found["search"] = ("Search for a step, a letter or a text", late("search"))
    if talk.session.answers:
        found["answers"] = ("My answers", review)
        found["undo"] = ("Take back the last thing I recorded", Talk.undo)
    return found | {
        "kept": ("What is stored: see it, copy it, merge a copy, remove it", late("keeping")),
        "settings": ("Settings", late("settings")),
        "help": ("Help", lambda talk: talk.say(HELP, GENERAL_HELP)),
    }


def _first(talk: Talk) -> tuple[str, tuple[str, Deed]]:
    """The one thing to do now."""
    case = talk.case
    waiting = case.interview.next()
    if not talk.session.answers:
        return "on", ("Start with the questions", begin)
    if waiting:
        return "on", (f"Go on with the questions: {waiting.title}", begin)
    if case.next:
        entry = case.next
        return "on", (f"Next: {entry.step.title}, {minutes(entry.step.minutes)}", lambda talk: step(talk, entry.id))
    return "on", ("Look at your plan: nothing is open", plan)


def begin(talk: Talk) -> None:
    """The questions that are open, then the answers to look over, then what holds in the person's place."""
    try:
        interview(talk)
    except Back:
        return
    while review(talk):
        if reveal(talk):
            return
