"""Small libraries by hand: each builder fills in what a test does not speak of."""

import dataclasses
from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar, cast

from wizard.content.content_files import ContentFiles, content_root
from wizard.content.content_reader import ContentReader
from wizard.content.record_formats import OUTCOME, REQUEST_KIND
from wizard.core.condition import Condition
from wizard.core.content_models import (
    ACTION_IDS,
    Action,
    AnswerOption,
    Library,
    Link,
    Question,
    RequestLink,
    Source,
    Step,
)
from wizard.core.event import Event
from wizard.core.jurisdiction import Authority, Country, Period, Regime, Region, Statement, TimeLimit
from wizard.core.snapshot import Snapshot, build_snapshot

TODAY = date(2026, 11, 23)
V = TypeVar("V")
_SHIPPED = ContentReader(ContentFiles(content_root()))
OUTCOMES = _SHIPPED.records("outcomes.toml", OUTCOME)
"""What can happen to a case: the shipped ones, as every library needs them."""
REQUESTS = _SHIPPED.records("requests.toml", REQUEST_KIND)
"""The kinds of request: the shipped ones as well."""
CASE_KINDS = tuple(id for id, outcome in OUTCOMES.items() if REQUESTS["facebook"].is_among(outcome.about))
"""What can happen to an objection."""


def replace(value: V, **changes: Any) -> V:
    """The same value with some of its fields changed, whichever kind of frozen value it is."""
    changed: V = value._replace(**changes) if isinstance(value, tuple) else dataclasses.replace(value, **changes)  # type: ignore[attr-defined, type-var]
    return changed


def day(text: str) -> date:
    """A day as one writes it."""
    return date.fromisoformat(text)


def when(*alternatives: Mapping[str, str], **wanted: str) -> Condition:
    """A condition; several values stand in one text: `when(services="facebook instagram")`."""
    tables = alternatives or ((wanted,) if wanted else ())
    return Condition(tuple({name: frozenset(values.split()) for name, values in table.items()} for table in tables))


def said(**answers: str) -> dict[str, tuple[str, ...]]:
    """Answers; several values stand in one text, and an empty one is a skipped question."""
    return {id: tuple(values.split()) for id, values in answers.items()}


def statement(text: str = "You can object.", **more: Any) -> Statement:
    """Something a person is told."""
    return Statement(text, **({"confidence": "confirmed"} | more))


def period(words: str) -> Period:
    """A period in words: "1 months", "10 working-days"."""
    number, unit = words.split()
    return Period(int(number), cast("Any", unit))


def clock(id: str, words: str, start: str = "receipt", **more: Any) -> TimeLimit:
    """A time limit of a law."""
    extension = period(more.pop("extension")) if "extension" in more else None
    return TimeLimit(id, period(words), start, more.pop("statement", statement()), extension=extension, **more)


def regime(id: str = "eu", **more: Any) -> Regime:
    """A rule set that gives a month for the answer, unless told otherwise."""
    made = Regime(
        id=id, name=id.upper(), law=f"law of {id}", headlines={"opt-out": "You can object."}, can=(), cannot=(), notes=(),
        rights=(), time_limits=(clock("answer", "1 months"),), escalations=(), forms=(), sources=(), checked=TODAY,
    )  # fmt: skip
    return replace(made, **more)


def country(alpha2: str, **more: Any) -> Country:
    """A place under the regime `eu` where the form is expected, unless told otherwise."""
    made = Country(
        alpha2=alpha2, name=f"Land {alpha2}", regime="eu", law="", authority="office", form="yes", confidence="confirmed",
        safety="", note="",
    )  # fmt: skip
    return replace(made, **more)


def region(id: str, **more: Any) -> Region:
    """A part of a country that changes nothing, unless told otherwise."""
    return replace(Region(id=id, name=f"Part {id}", law="", authority="", note=""), **more)


def authority(id: str) -> Authority:
    """An office for complaints."""
    return Authority(
        id=id, name=f"The {id}", url=f"https://{id}.example/", form="", languages=(), note="", confidence="confirmed",
        checked=TODAY,
    )  # fmt: skip


def question(id: str, choices: str = "", **more: Any) -> Question:
    """A question; a choice `x!` stands alone, and `unknown=a+b` covers a and b."""
    made = Question(id=id, kind="one", title=f"What about {id}?", why="Because.", choices=tuple(map(_choice, choices.split())))
    return replace(made, **more)


def _choice(text: str) -> AnswerOption:
    id, _, covers = text.removesuffix("!").partition("=")
    return AnswerOption(id, f"label of {id}", exclusive=text.endswith("!"), implies=tuple(covers.split("+")) if covers else ())


def step(id: str, impact: int = 3, minutes: int = 5, requires: str = "", **more: Any) -> Step:
    """A step; without a slash in its id it belongs to `privacy-settings`, and its prerequisites to the same action."""
    made = Step(
        id=_full(id), action=_full(id).partition("/")[0], title=f"Do {id}", minutes=minutes, impact=impact,
        impact_why="It helps.", intro="A word first.", sections=(), when=Condition(), links=(), sources=(),
        requires=tuple(map(_full, requires.split())), checked=TODAY, kind="setting", confidence="confirmed",
    )  # fmt: skip
    return replace(made, **more)


def _full(id: str) -> str:
    return id if "/" in id else f"privacy-settings/{id}"


def form_step(service: str, **more: Any) -> Step:
    """The step that sends the objection for a service."""
    return step(f"objection/{service}-form", impact=5, records=RequestLink(service, "sent"), when=when(services=service), **more)


QUESTIONS = (
    question("country", kind="country"),
    question("region", kind="region", when=when(country="DE US")),
    question("services", "facebook instagram none!", kind="many"),
    question("visibility", "public private unknown=public+private", when=when(services="facebook instagram")),
    question("form", "opened not-opened", in_interview=False),
)
COUNTRIES = (
    country("DE", law="GDPR", authority="office"),
    country("KR", regime="kr", form="reported"),
    country("NZ", regime="rest", form="unknown", authority=""),
    country("US", regime="us", form="no"),
)
REGIONS = (region("DE-HH", authority="hamburg"), region("DE-BY"), region("US-CA", law="CCPA"))


def library(*steps: Step, **more: Any) -> Library:
    """A library of these steps, with five short questions and four places."""
    made = Library(
        questions=QUESTIONS,
        actions=tuple(Action(id, f"Action {id}", "In a line.", "In some words.") for id in ACTION_IDS),
        steps={each.id: each for each in steps},
        articles={},
        regimes={id: regime(id) for id in ("eu", "kr", "us")} | {"rest": regime("rest", time_limits=())},
        countries={each.alpha2: each for each in COUNTRIES},
        regions={each.id: each for each in REGIONS},
        authorities={id: authority(id) for id in ("office", "hamburg")},
        services={},
        sources={id: Source(id, id, "Meta", f"https://{id}.example/", TODAY) for id in ("page", "form")},
        outcomes=OUTCOMES,
        requests=REQUESTS,
    )
    return replace(made, **more)


def link(source: str, **more: Any) -> Link:
    """A link to a source."""
    return Link(f"To the {source}", source, **more)


def event(target: str, kind: str, on: str = "2026-11-23", **more: Any) -> Event:
    """Something that happened; its id is made of what and when unless told otherwise."""
    target = target if "/" in target else _full(target)
    return Event(**({"id": f"{target} {kind} {on}", "at": f"{on}T12:00:00+00:00"} | more), kind=kind, target=target, on=day(on))


def taken_back(undone: Event) -> Event:
    """The event that takes another one back."""
    return event(undone.target, "undone", undone.on.isoformat(), undoes=undone.id)


def case(made: Library, answers: Mapping[str, tuple[str, ...]], *events: Event, today: date = TODAY) -> Snapshot:
    """The case that follows."""
    return build_snapshot(made, answers, events, today)
