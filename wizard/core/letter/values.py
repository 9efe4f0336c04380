"""What the program can write into a letter by itself: days, deadlines, the place and its law, what happened in the case."""

from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256

from wizard.core.case import Case
from wizard.core.clock import SUGGESTED, clock_of
from wizard.core.law import Authority, Clock, Right
from wizard.core.objection import ObjectionCase
from wizard.core.period import due, in_words
from wizard.core.place import told

from .blanks import NO_CHOICE, Filled, Given, Value, fill, with_gaps
from .chronology import chronology, days_of
from .fit import stage
from .parts import AUTHORITY, META, Language, Letter

RIGHTS = ("object", "erase", "access", "complain")
"""The rights whose article in the sheet of the place a letter may name."""
SURE = ("confirmed", "reported")
ACCOUNTS = ("facebook", "instagram", "threads")
NO_OFFICE = Authority("", "", "", "", (), "", "", date.min)


def reference(letter: Letter, about: ObjectionCase | None, today: date) -> str:
    """A number like PMP-3F9A2C: of the case from its first event on, else of the day and the kind of letter."""
    first = about.events[0] if about and about.events else None
    seed = f"{first.target} {first.id or first.at}" if first else f"{today.isoformat()} {letter.family}"
    return f"PMP-{sha256(seed.encode()).hexdigest()[:6].upper()}"


def known(letter: Letter, case: Case, about: ObjectionCase | None) -> dict[str, str]:
    """What stands in a blank unless the person gives something else."""
    case = case.seen_from(about)
    found = {
        "reference": reference(letter, about, case.today),
        "addressee": _company(case, about) if letter.to == META else "",
        "office": _office(case).name if letter.to == AUTHORITY else "",
        "service": _service(case, about, case.library.languages[letter.language]),
    }
    for blank in letter.blanks:
        days = [event.on for event in (about.events if about else ()) if event.kind in blank.events]
        if days:
            found[blank.id] = days[-1].isoformat()
    return {id: value for id, value in found.items() if value}


def filled(letter: Letter, case: Case, about: ObjectionCase | None, given: Given) -> Filled:
    """The blanks with what was given, what is known and what is missing. Raises WizardError for what does not fit."""
    return fill(letter, given, known(letter, case, about), case.interview.facts, case.today)


def letter_values(letter: Letter, case: Case, about: ObjectionCase | None, given: Given) -> dict[str, object]:
    """Every value that the letter's text may name; in a required blank that is empty stands what belongs there."""
    case = case.seen_from(about)
    blanks = with_gaps(filled(letter, case, about, given))
    language = case.library.languages[letter.language]
    days = {blank.events[0]: value for blank in letter.blanks if blank.events and isinstance(value := blanks[blank.id], date)}
    happened = days_of(about.events if about else (), _given_days(letter, given, days))
    entries, exhibits = chronology(happened, language)
    return {
        **_of_place(case, language),
        "company": ", ".join(_company(case, about).split("\n")),
        **_of_time(letter, case, days.get("sent"), language),
        "chronology": entries,
        "exhibits": exhibits,
        "happened": frozenset(kind for kind, _ in happened),
        "last": stage(about, case.today),
        "moved": bool(about and about.sent_from),
        **_unasked(letter, case),
        **{id: language.in_words(value) if isinstance(value, date) else value for id, value in blanks.items()},
    }


def _unasked(letter: Letter, case: Case) -> dict[str, Value]:
    """The blanks that the letter as it is written down has: those that are not asked of this person are empty."""
    asked = case.library.letters.get(letter.id, letter).blanks
    return {blank.id: NO_CHOICE if blank.choices else "" for blank in asked if blank.account}


def _given_days(letter: Letter, given: Given, days: Mapping[str, date]) -> dict[str, date]:
    """The days that the person gave by hand, and those without any event, by kind."""
    by_hand = {blank.events[0] for blank in letter.blanks if blank.events and any(given.get(blank.id, ()))}
    return {kind: day for kind, day in days.items() if kind in by_hand}


def _office(case: Case) -> Authority:
    """The office for complaints; one that is only described has no name that could stand in a letter."""
    office = (case.place.authority if case.place else None) or NO_OFFICE
    return office._replace(name="") if office.described else office


def _of_place(case: Case, language: Language) -> dict[str, object]:
    place = case.place
    facts = case.interview.facts
    return {
        "country": place.country.name if place else "",
        "place": place.name if place else "",
        "code": place.country.alpha2 if place else "",
        "region": place.region.name if place and place.region else "",
        "path": place.path if place else "",
        "law": named_law(case),
        "under": {id: law.when.holds(facts) for id, law in case.library.laws.items()},
        "rights": {id: _basis(id, case) for id in RIGHTS},
        "authority": _office(case),
        "language": language.name,
        "today": language.in_words(case.today),
    }


def _of_time(letter: Letter, case: Case, sent: date | None, language: Language) -> dict[str, object]:
    """Deadlines: of what was sent, of what is sent today, and of a letter that asks again."""
    answer = _clock("answer", case) or SUGGESTED["answer"]
    own = _clock(letter.clock, case) or answer
    again = _clock("follow-up", case) or SUGGESTED["follow-up"]
    start = sent or case.today
    late = due(answer, start)
    return {
        "due": language.in_words(late),
        "overdue": late < case.today,
        "latest": language.in_words(due(answer, start, extended=True)),
        "statutory": answer.statutory,
        "answer_by": language.in_words(due(own, case.today)),
        "answer_time": in_words(own.period),
        "answer_statutory": own.statutory,
        "reply_by": language.in_words(due(again, case.today)),
        "days": (case.today - start).days,
    }


def _clock(id: str, case: Case) -> Clock | None:
    return clock_of(id, case.place, case.interview.facts, case.today)


def named_law(case: Case) -> str:
    """The law of the place by its name; a label without a capital letter describes a law and names none."""
    return case.place.named_law if case.place else ""


def _basis(id: str, case: Case) -> str:
    """The article for a right, where the sheet is sure of it, else the law's name; "" where there is no such right."""
    rights: Iterable[Right] = case.place.regime.rights if case.place else ()
    right = next((each for each in rights if each.id == id and told([each.statement], case.interview.facts, case.today)), None)
    if right is None:
        return ""
    return right.article if right.article and right.statement.confidence in SURE else named_law(case)


def _company(case: Case, about: ObjectionCase | None) -> str:
    """Name and address of the company in charge for the person's place and this case, where we know it."""
    name = about.target.removeprefix("case/") if about else ""
    found = (
        each
        for each in case.library.addressees.values()
        if each.when.holds(case.interview.facts) and (not each.cases or name in each.cases)
    )
    return next((each.lines for each in found), "")


def _service(case: Case, about: ObjectionCase | None, language: Language) -> str:
    if about:
        return language.cases.get(about.target.removeprefix("case/"), about.title)
    chosen = [id for id in case.answers.get("services", ()) if id in ACCOUNTS]
    names = tuple(case.library.services[id].name for id in chosen if id in case.library.services)
    return language.together(names) if names else ""
