"""The values that the program supplies for a letter: dates, deadlines, place, law and events."""

from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256

from wizard.core.escalation import DECIDED
from wizard.core.jurisdiction import Authority, Right, TimeLimit
from wizard.core.period import due_date, format_period
from wizard.core.place import Place, applicable_statements
from wizard.core.request import NO_KIND, Request
from wizard.core.request_kinds import kinds_begun_by, request_title
from wizard.core.request_models import RequestKind
from wizard.core.request_target import base_target
from wizard.core.snapshot import Snapshot
from wizard.core.time_limit import ANSWER, DEFAULT_LIMITS, find_answer_limit, find_time_limit
from wizard.i18n import speaking

from .account_fit import access_answer
from .applicability import request_stage
from .chronology import chronology, event_dates
from .controller import find_addressee, request_name
from .field_values import NO_CHOICE, FieldInput, FieldValue, FilledFields, fill_fields, with_placeholders
from .language import authority_languages, snapshot_in
from .models import AUTHORITY, META, Language, Letter

NAME = "name"
"""The field for the name of the user."""
RIGHTS = ("object", "erase", "access", "complain")
"""The rights of a regime whose article a letter may name."""
RELIABLE = ("confirmed", "reported")
"""The confidence levels at which a letter may cite an article."""
ACCOUNTS = ("facebook", "instagram", "threads")
"""The services whose accounts a letter names if it is about no request."""
NO_AUTHORITY = Authority("", "", "", "", (), "", "", date.min)
"""Stands for the authority while none is known, so that templates can read its empty fields."""


def reference_number(letter: Letter, request: Request | None, today: date) -> str:
    """Return a reference such as PMP-3F9A2C.

    It stays the same for a request that has begun; before that it depends on the day and the letter kind.
    """
    first_event = request.events[0] if request and request.events else None
    seed = f"{first_event.target} {first_event.id or first_event.at}" if first_event else f"{today.isoformat()} {letter.family}"
    return f"PMP-{sha256(seed.encode()).hexdigest()[:6].upper()}"


def prefilled_values(letter: Letter, snapshot: Snapshot, request: Request | None) -> dict[str, str]:
    """Return the known values by field id, used unless the user enters something else; none is empty."""
    snapshot = snapshot.for_request(request)
    known = {
        "reference": reference_number(letter, request, snapshot.today),
        "addressee": _controller_address(snapshot, request) if letter.recipient == META else "",
        "office": _named_authority(snapshot).name if letter.recipient == AUTHORITY else "",
        "service": _service_names(snapshot, request, snapshot.library.languages[letter.language]),
    }
    for field in letter.fields:
        dates = [event.on for event in (request.letter_events if request else ()) if event.kind in field.events]
        if dates:
            known[field.id] = dates[-1].isoformat()
    return {id: value for id, value in known.items() if value}


def fill_letter(letter: Letter, snapshot: Snapshot, request: Request | None, given: FieldInput) -> FilledFields:
    """Fill the fields with the input, else known values, else defaults.

    Raises WizardError if an input is invalid.
    """
    return fill_fields(letter, given, prefilled_values(letter, snapshot, request), snapshot.interview.facts, snapshot.today)


def template_values(letter: Letter, snapshot: Snapshot, request: Request | None, given: FieldInput) -> dict[str, object]:
    """Return every value that the text of the letter may use, under the names of the content contract.

    Required fields that are empty hold their placeholder. Raises WizardError if an input is invalid.
    """
    with speaking(letter.language):
        return _template_values(letter, snapshot_in(snapshot.for_request(request), letter.language), request, given)


def _template_values(letter: Letter, snapshot: Snapshot, request: Request | None, given: FieldInput) -> dict[str, object]:
    values = with_placeholders(fill_letter(letter, snapshot, request, given))
    language = snapshot.library.languages[letter.language]
    event_days = {
        field.events[0]: value for field in letter.fields if field.events and isinstance(value := values[field.id], date)
    }
    dated_events = event_dates(request.letter_events if request else (), _entered_dates(letter, given, event_days))
    kinds = tuple(kind for kind, _ in dated_events)
    about = request_name(request)
    company = ", ".join(_controller_address(snapshot, request).split("\n"))
    entries, exhibits = chronology(dated_events, language, about)
    return {
        **_place_values(snapshot, language),
        "opening": _opening(letter, snapshot, str(values.get(NAME, "")), company),
        "about": about,
        "matter": language.matter(about),
        "company": company,
        **_time_values(
            letter, _kind_of_request(letter, snapshot, request), snapshot, event_days, language, extended="extended" in kinds
        ),
        "chronology": entries,
        "exhibits": exhibits,
        "happened": frozenset(kinds),
        "decision": _last_decision(kinds, snapshot),
        "last": request_stage(request, snapshot.today),
        "moved": bool(request and request.sent_from),
        # It speaks of the accounts that the letter lists.
        "access": language.access.get(access_answer(snapshot, request), "") if values.get("accounts") else "",
        **_omitted_account_values(letter, snapshot),
        **{id: language.format_day(value) if isinstance(value, date) else value for id, value in values.items()},
    }


def _opening(letter: Letter, snapshot: Snapshot, name: str, company: str) -> str:
    """Return the first paragraph for an authority that does not work in the language of the letter; "" if it does."""
    languages = authority_languages(snapshot)
    if letter.recipient != AUTHORITY or letter.language in languages:
        return ""
    opening = next((snapshot.library.openings[each] for each in languages if each in snapshot.library.openings), None)
    return opening.text.format(name=name, company=company) if opening else ""


def _omitted_account_values(letter: Letter, snapshot: Snapshot) -> dict[str, FieldValue]:
    """Return empty values for the account fields of the content, which may be left out for this user."""
    all_fields = snapshot.library.letters.get(letter.id, letter).fields
    return {field.id: NO_CHOICE if field.choices else "" for field in all_fields if field.account}


def _entered_dates(letter: Letter, given: FieldInput, event_days: Mapping[str, date]) -> dict[str, date]:
    """Return the days that the user entered, by event kind."""
    entered_kinds = {field.events[0] for field in letter.fields if field.events and any(given.get(field.id, ()))}
    return {kind: day for kind, day in event_days.items() if kind in entered_kinds}


def _last_decision(kinds: Iterable[str], snapshot: Snapshot) -> str:
    """Return the kind of the last event with which Meta decided, "" if there is none: a receipt or a delay decides nothing."""
    outcomes = snapshot.library.outcomes
    decisions = [kind for kind in kinds if kind in outcomes and outcomes[kind].status in DECIDED]
    return decisions[-1] if decisions else ""


def _named_authority(snapshot: Snapshot) -> Authority:
    """Return the authority; without a name if the content only describes it, as for a region not known."""
    authority = (snapshot.place.authority if snapshot.place else None) or NO_AUTHORITY
    return authority._replace(name="") if authority.described else authority


def _place_values(snapshot: Snapshot, language: Language) -> dict[str, object]:
    """Return the values about place, law and authority."""
    place = snapshot.place
    facts = snapshot.interview.facts
    return {
        "country": language.country_name(place.country.alpha2, place.country.name) if place else "",
        "place": _place_name(place, language) if place else "",
        "code": place.country.alpha2 if place else "",
        "region": _region_name(place) if place else "",
        "path": place.path if place else "",
        "law": law_name(snapshot),
        "under": {id: law.when.holds(facts) for id, law in snapshot.library.laws.items()},
        "rights": {id: _article_for_right(id, snapshot) for id in RIGHTS},
        "authority": _named_authority(snapshot),
        "language": language.name,
        "today": language.format_day(snapshot.today),
    }


def _place_name(place: Place, language: Language) -> str:
    """Return a place as it stands inside a sentence, the region first if it is known."""
    if place.region:
        return f"{_region_name(place)}, {place.country.name}"
    return language.country_name(place.country.alpha2, place.country.name)


def _region_name(place: Place) -> str:
    """Return the name of the region without its own-language form in brackets, which helps only in a list; "" if none."""
    return place.region.name.partition(" (")[0] if place.region else ""


def _time_values(
    letter: Letter, kind: RequestKind, snapshot: Snapshot, event_days: Mapping[str, date], language: Language, *, extended: bool
) -> dict[str, object]:
    """Return the values about time limits.

    `due` and `latest` count from the day of sending, or from today if nothing was sent; `answer_by` and `reply_by` count from
    today, for a letter that is sent now. `days` is the number of days since sending. `overdue` takes no account of an
    extension; `expired` does. `acknowledge_by` counts from the complaint to Meta, and is "" without one. `news_overdue` says
    that the authority's time for news has passed since the complaint.
    """
    reply_limit = find_answer_limit(kind, snapshot.place, snapshot.interview.facts, snapshot.today)
    letter_limit = reply_limit if letter.clock == ANSWER else _time_limit(letter.clock, snapshot) or reply_limit
    follow_up_limit = _time_limit("follow-up", snapshot) or DEFAULT_LIMITS["follow-up"]
    start = event_days.get("sent") or snapshot.today
    due, latest = due_date(reply_limit, start), due_date(reply_limit, start, extended=True)
    acknowledge_by = _acknowledgement_date(snapshot, event_days.get("complaint-meta"))
    return {
        "due": language.format_day(due),
        "overdue": due < snapshot.today,
        "expired": (latest if extended else due) < snapshot.today,
        "latest": language.format_day(latest),
        "statutory": reply_limit.statutory,
        "answer_by": language.format_day(due_date(letter_limit, snapshot.today)),
        "answer_time": format_period(letter_limit.period),
        "answer_statutory": letter_limit.statutory,
        "reply_by": language.format_day(due_date(follow_up_limit, snapshot.today)),
        "days": (snapshot.today - start).days,
        "acknowledge_by": language.format_day(acknowledge_by) if acknowledge_by else "",
        "news_overdue": _is_news_overdue(snapshot, event_days.get("complaint")),
        "acknowledge_overdue": acknowledge_by is not None and acknowledge_by < snapshot.today,
    }


def _kind_of_request(letter: Letter, snapshot: Snapshot, request: Request | None) -> RequestKind:
    """Return the kind of request that the letter is about or begins."""
    begun = kinds_begun_by(snapshot.library, letter.id, letter.family)
    if begun and not (request and letter.after_events):
        return begun[0]
    return request.kind if request else NO_KIND


def _is_news_overdue(snapshot: Snapshot, complained: date | None) -> bool:
    limit = _time_limit("authority", snapshot)
    return limit is not None and complained is not None and due_date(limit, complained) < snapshot.today


def _acknowledgement_date(snapshot: Snapshot, complained: date | None) -> date | None:
    """Return the day by which Meta must acknowledge a complaint made to it.

    None without a complaint, without such a time limit, or if the complaint is older than the law that sets it.
    """
    limit = _time_limit("acknowledge", snapshot)
    return due_date(limit, complained) if limit and complained and limit.statement.valid.holds(complained) else None


def _time_limit(id: str, snapshot: Snapshot) -> TimeLimit | None:
    return find_time_limit(id, snapshot.place, snapshot.interview.facts, snapshot.today)


def law_name(snapshot: Snapshot) -> str:
    """Return the name of the law of the place; "" if the label only describes a law or no place is known."""
    return snapshot.place.named_law if snapshot.place else ""


def _article_for_right(id: str, snapshot: Snapshot) -> str:
    """Return the article for a right, or the name of the law if the article is not reliable.

    The result is "" if the place grants no such right today.
    """
    rights: Iterable[Right] = snapshot.place.regime.rights if snapshot.place else ()
    right = next(
        (
            each
            for each in rights
            if each.id == id and applicable_statements([each.statement], snapshot.interview.facts, snapshot.today)
        ),
        None,
    )
    if right is None:
        return ""
    return right.article if right.article and right.statement.confidence in RELIABLE else law_name(snapshot)


def _controller_address(snapshot: Snapshot, request: Request | None) -> str:
    """Return the name and address of the controller, line by line; "" if none is known."""
    addressee = find_addressee(snapshot, request)
    return addressee.lines if addressee else ""


def _service_names(snapshot: Snapshot, request: Request | None, language: Language) -> str:
    """Return the account of the request, or the services of the user as a list in this language."""
    if request:
        # The nickname of an account stays on this computer.
        return language.cases.get(request_name(request), request_title(snapshot.library, base_target(request.target)))
    accounts = [id for id in snapshot.answers.get("services", ()) if id in ACCOUNTS]
    names = tuple(snapshot.library.services[id].name for id in accounts if id in snapshot.library.services)
    return language.join_list(names) if names else ""
