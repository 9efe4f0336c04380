"""Where the person lived when a request was sent, folded from the answers: it keeps that place, and the law there."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from .condition import Facts
from .content_models import Library
from .event import ANSWERED, Event
from .interview import Interview, build_interview
from .place import Answers, Place, find_place

COUNTRY, REGION = "country", "region"
SENT = "sent"
UNSENT = ("prepared", "code-missing", "reopened")
"""What says that nothing is out, or nothing any more: what is sent after that is sent from where the person lives then."""
_TAKES_THE = re.compile(r"^(?-i:[A-Z]{2,})\b|\bGDPR$|\w (Act|Law|Code|Ordinance)( \([^)]*\))?( \d{4})?$", re.IGNORECASE)
"""The names of laws before which one says "the"; a law that is named by its number goes without."""


class RequestPlaces:
    """The place of every request while the events are gone through, the earliest first.

    A request keeps the country from which it was sent. What was not known of that country then is taken in later, as long as
    the person lives there: to say more about a place is no move.
    """

    def __init__(self) -> None:
        self._now: dict[str, tuple[str, ...]] = {}
        self._of: dict[str, dict[str, tuple[str, ...]]] = {}
        self._unsent: set[str] = set()

    @property
    def answers_by_target(self) -> Mapping[str, Answers]:
        """The answers that make the place of each request, by its target; those sent from nowhere known are left out."""
        return {target: home for target, home in self._of.items() if home.get(COUNTRY) and target not in self._unsent}

    def apply_event(self, event: Event) -> None:
        """Take in the next event: an answer about the place, or what happened to a request."""
        if event.kind == ANSWERED:
            self._answered(event.target, event.value or ())
        elif event.kind in UNSENT:
            self._unsent.add(event.target)
        else:
            self._unsent.discard(event.target)
            if event.kind == SENT or event.target not in self._of:
                self._of[event.target] = dict(self._now)

    def _answered(self, question: str, value: tuple[str, ...]) -> None:
        if question in (COUNTRY, REGION):
            self._now[question] = value
            for home in self._of.values():
                self._learn(home)

    def _learn(self, home: dict[str, tuple[str, ...]]) -> None:
        """What was not known of a place when a request was sent from it."""
        if not home.get(COUNTRY):
            home.update(self._now)
        elif home[COUNTRY] == self._now.get(COUNTRY) and not _lies_in(home, home.get(REGION, ())):
            home[REGION] = self._now.get(REGION, ())


def _lies_in(home: Answers, region: tuple[str, ...]) -> bool:
    """Tell whether a region is one of the country's: the answer to another country's question stays where it was given."""
    return any(id.startswith(f"{code}-") for id in region for code in home[COUNTRY])


class Home(NamedTuple):
    """The place under which a request runs, the facts that hold there, and how one says it where the person has moved."""

    place: Place
    facts: Facts
    sent_from: str = ""


HomeOf = Callable[[str], Home]
"""Gives the home of a request, by its target."""


def homes_of(library: Library, known: Mapping[str, Answers], talk: Interview, place: Place, today: date) -> HomeOf:
    """For the target of a request its home: the person's own place, unless the request was sent from another one."""
    found: dict[tuple[object, object], Home] = {_key(talk.answers): Home(place, talk.facts)}

    def home(target: str) -> Home:
        answers = {**talk.answers, **known.get(target, {})}
        key = _key(answers)
        if key not in found:
            found[key] = _elsewhere(library, answers, place, today) or Home(place, talk.facts)
        return found[key]

    return home


def _key(answers: Answers) -> tuple[object, object]:
    return answers.get(COUNTRY), answers.get(REGION) or ()


def _elsewhere(library: Library, answers: Answers, here: Place, today: date) -> Home | None:
    there = find_place(library, answers, today)
    if there is None:  # a country that this version does not know
        return None
    moved = (there.country, there.region) != (here.country, here.region)
    return Home(there, build_interview(library, answers, today).facts, sent_from(there, here) if moved else "")


def sent_from(there: Place, here: Place) -> str:
    """From where and under which law a request was sent: "Sent from Germany, under the GDPR"."""
    own = there.region and (there.region.law or there.country == here.country)
    law = there.named_law
    under = f", under {'the ' if _TAKES_THE.search(law) else ''}{law}" if law else ""
    return f"Sent from {there.name if own else there.country.name}{under}"
