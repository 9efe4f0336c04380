"""Show what holds in the user's place: a summary after the interview, and everything with its sources."""

from collections.abc import Iterable, Iterator

from wizard.core.content_models import Source
from wizard.core.formatting import CONFIDENCE, format_date
from wizard.core.place import Place
from wizard.views import place_view
from wizard.views.user_messages import plan_size_summary

from .conversation import Conversation
from .links import show_link
from .prompter import Choice

SUMMARY_HELP = "What you can do where you live, what you cannot, and how sure we are of it."
SOURCES_HELP = "Each source stands with the day on which it was last looked at. Choose one to hear its address."
PLAN, ALL, ANSWERS = "plan", "all", "answers"


def show_place_summary(conversation: Conversation) -> bool:
    """Print the highlights of the place and the size of the plan.

    Returns False if the user goes back to the answers, or if the place is unknown.
    """
    if conversation.snapshot.place is None:
        return False
    _print_highlights(conversation, conversation.snapshot.place)
    rows = [Choice(PLAN, "Go on to the plan"), Choice(ALL, "Hear all about your place"), Choice(ANSWERS, "Back to your answers")]
    while (chosen := conversation.select("What now?", rows, SUMMARY_HELP)) == ALL:
        show_place(conversation)
    return chosen == PLAN


def _print_highlights(conversation: Conversation, place: Place) -> None:
    snapshot = conversation.snapshot
    conversation.prompter.title(", ".join(part for part in (place.name, place.law) if part))
    conversation.say(place.regime.headlines.get(place.path, "Here is what you can do."))
    conversation.say(*([f"First, your safety: {place.country.safety}"] if place.country.safety else []))
    conversation.say(*_section_lines(place_view.place_highlights(snapshot)))
    conversation.say(*([place.country.note] if place.country.note else []))
    conversation.say(f"Your plan: {plan_size_summary(snapshot)}")


def show_place(conversation: Conversation) -> None:
    """Print all statements about the place, then offer its sources as links."""
    snapshot = conversation.snapshot
    if snapshot.place is None:
        conversation.say("Your country is not known yet.")
        return
    conversation.prompter.title(", ".join(part for part in (snapshot.place.name, snapshot.place.law) if part))
    first, *other_sections = place_view.place_sections(snapshot)
    conversation.say(first.heading, *_section_lines([first], with_heading=False), *_section_lines(other_sections))
    conversation.say(f"Checked {format_date(snapshot.place.regime.checked)}.")
    show_sources(conversation, place_view.place_source_ids(snapshot))


def show_sources(conversation: Conversation, ids: Iterable[str]) -> None:
    """Offer sources as numbered links; unknown ids are left out."""
    all_sources = conversation.snapshot.library.sources
    sources = [all_sources[id] for id in ids if id in all_sources]
    rows = [Choice(each.id, each.title, f"{_confidence_prefix(each)}looked at {format_date(each.checked)}") for each in sources]
    while rows and (chosen := conversation.select("Links and sources: which one?", rows, SOURCES_HELP)) is not None:
        source = all_sources[chosen]
        if source.url:
            show_link(conversation, source.title, source.url)
        else:
            conversation.say("No address is recorded for this source.")


def _section_lines(sections: Iterable[place_view.PlaceSection], *, with_heading: bool = True) -> Iterator[str]:
    for section in sections:
        if with_heading:
            yield f"{section.heading}{'' if section.heading.endswith(('.', '?')) else ':'}"
        for number, item in enumerate(section.items, 1):
            number_prefix = f"{number}. " if section.kind == place_view.STEPS else ""
            confidence = f" ({item.doubt})" if item.doubt else ""
            yield f"{number_prefix}{item.title}{' ' if item.title else ''}{item.text}{confidence}"


def _confidence_prefix(source: Source) -> str:
    return "" if source.confidence == "confirmed" else f"{CONFIDENCE[source.confidence]}; "
