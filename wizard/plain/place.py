"""What holds where the person lives: revealed after the questions, and in full with its sources."""

from collections.abc import Iterable, Iterator

from wizard.core import place_view
from wizard.core.content_models import Source
from wizard.core.formatting import CONFIDENCE, format_date
from wizard.core.markup import strip_markup
from wizard.core.place import Place
from wizard.core.user_messages import plan_size_summary

from .conversation import Conversation
from .links import show_link
from .prompter import Choice

REVEAL_HELP = "What you can do where you live, what you cannot, and how sure we are of it."
SOURCES_HELP = "Each source stands with the day on which it was last looked at. Choose one to hear its address."
PLAN, ALL, ANSWERS = "plan", "all", "answers"


def show_place_summary(talk: Conversation) -> bool:
    """The first things that hold there and the size of the plan; False when the person goes back to the answers."""
    if talk.case.place is None:
        return False
    _say_first(talk, talk.case.place)
    rows = [Choice(PLAN, "Go on to the plan"), Choice(ALL, "Hear all about your place"), Choice(ANSWERS, "Back to your answers")]
    while (chosen := talk.select("What now?", rows, REVEAL_HELP)) == ALL:
        show_place(talk)
    return chosen == PLAN


def _say_first(talk: Conversation, found: Place) -> None:
    case = talk.case
    talk.teller.title(", ".join(part for part in (found.name, found.law) if part))
    talk.say(found.regime.headlines.get(found.path, "Here is what you can do."))
    talk.say(*([f"First, your safety: {found.country.safety}"] if found.country.safety else []))
    talk.say(*_lines(place_view.place_highlights(case)))
    talk.say(*([found.country.note] if found.country.note else []))
    talk.say(f"Your plan: {plan_size_summary(case)}")


def show_place(talk: Conversation) -> None:
    """All that holds there, then its sources as links."""
    case = talk.case
    if case.place is None:
        talk.say("Your country is not known yet.")
        return
    talk.teller.title(", ".join(part for part in (case.place.name, case.place.law) if part))
    first, *others = place_view.place_sections(case)
    talk.say(first.heading, *_lines([first], headed=False), *_lines(others))
    talk.say(f"Checked {format_date(case.place.regime.checked)}.")
    show_sources(talk, place_view.place_source_ids(case))


def show_sources(talk: Conversation, ids: Iterable[str]) -> None:
    """Sources as numbered links."""
    known = talk.case.library.sources
    found = [known[id] for id in ids if id in known]
    rows = [Choice(each.id, each.title, f"{_doubt(each)}looked at {format_date(each.checked)}") for each in found]
    while rows and (chosen := talk.select("Links and sources: which one?", rows, SOURCES_HELP)) is not None:
        source = known[chosen]
        if source.url:
            show_link(talk, source.title, source.url)
        else:
            talk.say("No address is recorded for this source.")


def _lines(sections: Iterable[place_view.PlaceSection], *, headed: bool = True) -> Iterator[str]:
    for section in sections:
        if headed:
            yield f"{section.heading}{'' if section.heading.endswith(('.', '?')) else ':'}"
        for number, item in enumerate(section.items, 1):
            lead = f"{number}. " if section.kind == place_view.STEPS else ""
            doubt = f" ({item.doubt})" if item.doubt else ""
            yield f"{lead}{item.title}{' ' if item.title else ''}{strip_markup(item.text)}{doubt}"


def _doubt(source: Source) -> str:
    return "" if source.confidence == "confirmed" else f"{CONFIDENCE[source.confidence]}; "
