"""Work out the residence and the law under which each request runs, also after the user has moved."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from wizard.i18n import _

from .account import ACCOUNT_QUESTIONS
from .condition import Facts
from .content_models import Library
from .event import ANSWERED, SENT, Event
from .interview import Interview, build_interview
from .place import Answers, Place, find_place

COUNTRY, REGION = "country", "region"
RESIDENCE = "residence"
"""The target of events about the answers to country and region."""
MOVED, MISTAKEN = "moved", "mistaken"
"""What the user says about a changed answer: they have moved, or the earlier answer was a mistake."""
RESIDENCE_KINDS = (MOVED, MISTAKEN)
UNSENT = ("prepared", "code-missing", "reopened")
"""Event kinds after which a request does not count as sent. If it is sent again, the residence of that day applies."""
_TAKES_ARTICLE = r"(?i)^(?-i:[A-Z]{2,})\b|\bGDPR$|\w (Act|Law|Code|Ordinance)( \([^)]*\))?( \d{4})?$"
"""Matches law names that need "the" before them ("the GDPR"). Laws that are named by a number do not.

It is compiled when it is needed, since most starts do not need it.
"""


class RequestPlaces:
    """Collects the place of every request from events that are applied in order of time.

    A request keeps the country from which it was sent. Details of that country that were unknown at the time are added
    later as long as the user still lives there: adding a region is not a move. If the user says that the earlier answer
    was a mistake, the request gets the corrected place.
    """

    # Example: answered country=DE, sent case/facebook, answered region=DE-BY: the request has DE and DE-BY.
    # Then answered country=US, region=US-CA: the request keeps DE and DE-BY. Had the first region been answered only
    # after the move, the request would have no region, because the user no longer lived in DE.

    def __init__(self) -> None:
        self._current: dict[str, tuple[str, ...]] = {}
        self._answers_by_target: dict[str, dict[str, tuple[str, ...]]] = {}
        self._unsent: set[str] = set()
        self._unexplained: set[str] = set()

    @property
    def unexplained(self) -> frozenset[str]:
        """Return the requests whose place the user has changed since, without saying whether that was a move or a mistake."""
        return frozenset(self._unexplained & self.answers_by_target.keys())

    @property
    def answers_by_target(self) -> Mapping[str, Answers]:
        """Return the answers about the place of each request, by target.

        Requests that are not sent, or whose country is not known, are left out.
        """
        return {
            target: answers
            for target, answers in self._answers_by_target.items()
            if answers.get(COUNTRY) and target not in self._unsent
        }

    def apply_event(self, event: Event) -> None:
        """Apply the next event: an answer about the place, what the user says of it, or an event of a request."""
        if event.kind == ANSWERED:
            self._apply_answer(event.target, event.value or ())
        elif event.target == RESIDENCE:
            self._explain(event.kind)
        elif event.kind in UNSENT:
            self._unsent.add(event.target)
        else:
            self._unsent.discard(event.target)
            if event.kind == SENT or event.target not in self._answers_by_target:
                self._answers_by_target[event.target] = dict(self._current)
                self._unexplained.discard(event.target)

    def _apply_answer(self, question: str, value: tuple[str, ...]) -> None:
        if question in (COUNTRY, REGION):
            left = _residence_of(self._current)
            self._current[question] = value
            present = _residence_of(self._current)
            for target, answers in self._answers_by_target.items():
                self._add_details(answers)
                if _residence_of(answers) == present:
                    self._unexplained.discard(target)
                elif _residence_of(answers) == left:
                    self._unexplained.add(target)

    def _explain(self, kind: str) -> None:
        """Correct the place of the requests in question if the earlier answer was a mistake; after a move they keep it."""
        if kind == MISTAKEN:
            for target in self._unexplained:
                self._answers_by_target[target] = dict(self._current)
        if kind in RESIDENCE_KINDS:
            self._unexplained.clear()

    def _add_details(self, answers: dict[str, tuple[str, ...]]) -> None:
        """Add what was unknown about the place when the request was sent. Changes `answers` in place."""
        if not answers.get(COUNTRY):
            answers.update(self._current)
        elif answers[COUNTRY] == self._current.get(COUNTRY) and not _is_in_country(answers, answers.get(REGION, ())):
            answers[REGION] = self._current.get(REGION, ())


def _residence_of(answers: Answers) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the country and the region of the answers, without a region of another country."""
    region = answers.get(REGION, ())
    country = answers.get(COUNTRY, ())
    return country, region if country and _is_in_country(answers, region) else ()


def _is_in_country(answers: Answers, region: tuple[str, ...]) -> bool:
    """Return True if the region belongs to the country of `answers`.

    An earlier answer can name a region of another country.
    """
    return any(id.startswith(f"{code}-") for id in region for code in answers[COUNTRY])


class Home(NamedTuple):
    """The place under which a request runs and the facts that apply there.

    `sent_from` is a text like "Sent from Germany, under the GDPR" if the user has moved since, otherwise "".
    """

    place: Place
    facts: Facts
    sent_from: str = ""


HomeOf = Callable[[str], Home]
"""A function from the target of a request to its `Home`."""


def homes_of(
    library: Library,
    known: Mapping[str, Answers],
    own: Mapping[str, Answers],
    interview: Interview,
    place: Place,
    today: date,
) -> HomeOf:
    """Return a function from the target of a request to its `Home`.

    That is the user's current `place` unless `known`, the answers by target, says that the request was sent from
    another one. `own` are the answers of the account that the request is about. Results are cached by these answers,
    because building the facts of a place walks the interview.
    """
    homes: dict[tuple[object, ...], Home] = {}
    if all(interview.facts.get(id, frozenset()) == set(interview.answers.get(id) or ()) for id in ACCOUNT_QUESTIONS):
        homes[_home_key(interview.answers)] = Home(place, interview.facts)

    def home_of(target: str) -> Home:
        answers = {**interview.answers, **known.get(target, {}), **own.get(target, {})}
        key = _home_key(answers)
        if key not in homes:
            homes[key] = _build_home(library, answers, place, today) or Home(place, interview.facts)
        return homes[key]

    return home_of


def _home_key(answers: Answers) -> tuple[object, ...]:
    return answers.get(COUNTRY), answers.get(REGION) or (), *(answers.get(id) or () for id in ACCOUNT_QUESTIONS)


def _build_home(library: Library, answers: Answers, current: Place, today: date) -> Home | None:
    request_place = find_place(library, answers, today)
    if request_place is None:  # the country is not in this version's content
        return None
    moved = (request_place.country, request_place.region) != (current.country, current.region)
    facts = build_interview(library, answers, today).facts
    return Home(request_place, facts, sent_from(request_place, current) if moved else "")


def sent_from(request_place: Place, current: Place) -> str:
    """Return from where and under which law a request was sent: "Sent from Germany, under the GDPR".

    The region is named if it has a law of its own or if the user moved within the country.
    """
    region = request_place.region
    names_region = region and (region.law or request_place.country == current.country)
    law = request_place.named_law
    name = request_place.name if names_region else request_place.country.name
    if not law:
        return _("Sent from {place}", place=name)
    if re.search(_TAKES_ARTICLE, law):
        return _("Sent from {place}, under the {law}", place=name, law=law)
    return _("Sent from {place}, under {law}", place=name, law=law)
