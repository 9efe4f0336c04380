"""What the program can write into a letter by itself: days, deadlines, the place and its law, what happened in the case."""

from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256

from wizard.core.jurisdiction import Authority, Right, TimeLimit
from wizard.core.objection import Objection
from wizard.core.period import due_date, format_period
from wizard.core.place import applicable_statements
from wizard.core.snapshot import Snapshot
from wizard.core.time_limit import DEFAULT_LIMITS, find_time_limit

from .applicability import objection_stage
from .chronology import chronology, event_dates
from .field_values import NO_CHOICE, FieldInput, FieldValue, FilledFields, fill_fields, with_placeholders
from .models import AUTHORITY, META, Language, Letter

RIGHTS = ("object", "erase", "access", "complain")
"""The rights whose article in the sheet of the place a letter may name."""
RELIABLE = ("confirmed", "reported")
ACCOUNTS = ("facebook", "instagram", "threads")
NO_AUTHORITY = Authority("", "", "", "", (), "", "", date.min)


def reference_number(letter: Letter, about: Objection | None, today: date) -> str:
    """A number like PMP-3F9A2C: of the case from its first event on, else of the day and the kind of letter."""
    first = about.events[0] if about and about.events else None
    seed = f"{first.target} {first.id or first.at}" if first else f"{today.isoformat()} {letter.family}"
    return f"PMP-{sha256(seed.encode()).hexdigest()[:6].upper()}"


def prefilled_values(letter: Letter, case: Snapshot, about: Objection | None) -> dict[str, str]:
    """What stands in a blank unless the person gives something else."""
    case = case.for_request(about)
    found = {
        "reference": reference_number(letter, about, case.today),
        "addressee": _company(case, about) if letter.recipient == META else "",
        "office": _office(case).name if letter.recipient == AUTHORITY else "",
        "service": _service(case, about, case.library.languages[letter.language]),
    }
    for blank in letter.fields:
        days = [event.on for event in (about.events if about else ()) if event.kind in blank.events]
        if days:
            found[blank.id] = days[-1].isoformat()
    return {id: value for id, value in found.items() if value}


def fill_letter(letter: Letter, case: Snapshot, about: Objection | None, given: FieldInput) -> FilledFields:
    """The blanks with what was given, what is known and what is missing. Raises WizardError for what does not fit."""
    return fill_fields(letter, given, prefilled_values(letter, case, about), case.interview.facts, case.today)


def template_values(letter: Letter, case: Snapshot, about: Objection | None, given: FieldInput) -> dict[str, object]:
    """Every value that the letter's text may name; in a required blank that is empty stands what belongs there."""
    case = case.for_request(about)
    blanks = with_placeholders(fill_letter(letter, case, about, given))
    language = case.library.languages[letter.language]
    days = {blank.events[0]: value for blank in letter.fields if blank.events and isinstance(value := blanks[blank.id], date)}
    happened = event_dates(about.events if about else (), _given_days(letter, given, days))
    entries, exhibits = chronology(happened, language)
    return {
        **_place_values(case, language),
        "company": ", ".join(_company(case, about).split("\n")),
        **_time_values(letter, case, days.get("sent"), language),
        "chronology": entries,
        "exhibits": exhibits,
        "happened": frozenset(kind for kind, _ in happened),
        "last": objection_stage(about, case.today),
        "moved": bool(about and about.sent_from),
        **_unasked(letter, case),
        **{id: language.format_day(value) if isinstance(value, date) else value for id, value in blanks.items()},
    }


def _unasked(letter: Letter, case: Snapshot) -> dict[str, FieldValue]:
    """The blanks that the letter as it is written down has: those that are not asked of this person are empty."""
    asked = case.library.letters.get(letter.id, letter).fields
    return {blank.id: NO_CHOICE if blank.choices else "" for blank in asked if blank.account}


def _given_days(letter: Letter, given: FieldInput, days: Mapping[str, date]) -> dict[str, date]:
    """The days that the person gave by hand, and those without any event, by kind."""
    by_hand = {blank.events[0] for blank in letter.fields if blank.events and any(given.get(blank.id, ()))}
    return {kind: day for kind, day in days.items() if kind in by_hand}


def _office(case: Snapshot) -> Authority:
    """The office for complaints; one that is only described has no name that could stand in a letter."""
    office = (case.place.authority if case.place else None) or NO_AUTHORITY
    return office._replace(name="") if office.described else office


def _place_values(case: Snapshot, language: Language) -> dict[str, object]:
    place = case.place
    facts = case.interview.facts
    return {
        "country": place.country.name if place else "",
        "place": place.name if place else "",
        "code": place.country.alpha2 if place else "",
        "region": place.region.name if place and place.region else "",
        "path": place.path if place else "",
        "law": law_name(case),
        "under": {id: law.when.holds(facts) for id, law in case.library.laws.items()},
        "rights": {id: _article_for_right(id, case) for id in RIGHTS},
        "authority": _office(case),
        "language": language.name,
        "today": language.format_day(case.today),
    }


def _time_values(letter: Letter, case: Snapshot, sent: date | None, language: Language) -> dict[str, object]:
    """Deadlines: of what was sent, of what is sent today, and of a letter that asks again."""
    answer = _clock("answer", case) or DEFAULT_LIMITS["answer"]
    own = _clock(letter.clock, case) or answer
    again = _clock("follow-up", case) or DEFAULT_LIMITS["follow-up"]
    start = sent or case.today
    late = due_date(answer, start)
    return {
        "due": language.format_day(late),
        "overdue": late < case.today,
        "latest": language.format_day(due_date(answer, start, extended=True)),
        "statutory": answer.statutory,
        "answer_by": language.format_day(due_date(own, case.today)),
        "answer_time": format_period(own.period),
        "answer_statutory": own.statutory,
        "reply_by": language.format_day(due_date(again, case.today)),
        "days": (case.today - start).days,
    }


def _clock(id: str, case: Snapshot) -> TimeLimit | None:
    return find_time_limit(id, case.place, case.interview.facts, case.today)


def law_name(case: Snapshot) -> str:
    """The law of the place by its name; a label without a capital letter describes a law and names none."""
    return case.place.named_law if case.place else ""


def _article_for_right(id: str, case: Snapshot) -> str:
    """The article for a right, where the sheet is sure of it, else the law's name; "" where there is no such right."""
    rights: Iterable[Right] = case.place.regime.rights if case.place else ()
    right = next(
        (each for each in rights if each.id == id and applicable_statements([each.statement], case.interview.facts, case.today)),
        None,
    )
    if right is None:
        return ""
    return right.article if right.article and right.statement.confidence in RELIABLE else law_name(case)


def _company(case: Snapshot, about: Objection | None) -> str:
    """Name and address of the company in charge for the person's place and this case, where we know it."""
    name = about.target.removeprefix("case/") if about else ""
    found = (
        each
        for each in case.library.addressees.values()
        if each.when.holds(case.interview.facts) and (not each.cases or name in each.cases)
    )
    return next((each.lines for each in found), "")


def _service(case: Snapshot, about: Objection | None, language: Language) -> str:
    if about:
        return language.cases.get(about.target.removeprefix("case/"), about.title)
    chosen = [id for id in case.answers.get("services", ()) if id in ACCOUNTS]
    names = tuple(case.library.services[id].name for id in chosen if id in case.library.services)
    return language.join_list(names) if names else ""
