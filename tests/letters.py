"""Letters for tests: people in nine places, blanks filled in, whatever happened in their case."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain, combinations

from tests.making import day, event
from wizard.content.content_loader import load_shipped_content
from wizard.core.letter.applicability import applies_here
from wizard.core.letter.draft import build_strict_draft
from wizard.core.letter.field_values import offered_options
from wizard.core.letter.models import Letter, LetterField
from wizard.core.letter.template_values import prefilled_values
from wizard.core.request import Request
from wizard.core.snapshot import Snapshot, build_snapshot
from wizard.export.letter import RenderedLetter, final_letter

TODAY = "2026-11-23"
PLACES = {
    "IE": ("IE", ""),
    "DE-BY": ("DE", "DE-BY"),
    "GB": ("GB", ""),
    "CH": ("CH", ""),
    "BR": ("BR", ""),
    "US-CA": ("US", "US-CA"),
    "US-TX": ("US", "US-TX"),
    "CL": ("CL", ""),
    "JE": ("JE", ""),
}
"""One place of each kind: two under the GDPR, the three with laws of their own, two US states (one has an appeal), two others."""
SAMPLES = {
    "name": "Kim Example",
    "email": "kim@example.org",
    "address": "1 Example Road\nExampletown",
    "accounts": "Facebook: facebook.com/kim.example\nInstagram: @kim_example",
    "addressee": "Meta Somewhere\n2 Other Street",
    "own": "I work with people who must not be found through me.",
    "theirs": "Meta says that its interest in AI weighs more.",
    "posts": "https://www.facebook.com/kim/posts/1\nhttps://www.instagram.com/p/abc/",
    "photos": "https://www.facebook.com/kim/posts/1",
    "pictures": "https://www.facebook.com/aunt/posts/7",
    "found": "https://www.facebook.com/club/photos/9",
    "service": "Facebook",
    "born": "2019",
    "reference": "OLD-7",
    "before": "before the weekend",
}
HAPPENED = ("sent 2026-09-01", "receipt 2026-09-02", "follow-up 2026-10-05")
EVERYTHING = (
    "sent 2026-08-01", "receipt 2026-08-02", "code-missing 2026-08-03", "extended 2026-08-20", "partly 2026-08-21",
    "wrong-form 2026-08-22", "id-asked 2026-08-23", "more-asked 2026-08-24", "other-language 2026-08-25",
    "not-eligible 2026-08-26", "refused 2026-08-27", "refused-with-reasons 2026-08-28", "appeal 2026-08-29",
    "grievance 2026-08-30", "no-answer 2026-09-05", "follow-up 2026-09-06", "complaint-meta 2026-09-21",
    "complaint 2026-10-25", "authority-answer 2026-11-01",
)  # fmt: skip


def person(home: tuple[str, str] = ("", ""), *happened: str, today: str = TODAY, **answers: str) -> Snapshot:
    """Somebody who lives there and uses Facebook and Instagram; events are of the Facebook case unless they name another."""
    country, region = home
    said = {"country": country, "region": region, "services": "facebook instagram"} | answers
    events = []
    for each in happened:
        kind, on, *target = each.split()
        about = target[0] if target else "facebook"
        events.append(event(about if about.startswith("account/") else f"case/{about}", kind, on))
    return build_snapshot(
        load_shipped_content(), {id: tuple(text.split()) for id, text in said.items() if text}, events, day(today)
    )


@cache
def at(place: str, *happened: str) -> Snapshot:
    """The same person again and again: cases are frozen."""
    return person(PLACES[place], *happened)


def suiting(place: str, *happened: str) -> list[Letter]:
    """The letters that somebody there may be given."""
    case = at(place, *happened)
    return [letter for letter in case.library.letters.values() if applies_here(letter, case)]


def first_place(letter: Letter) -> str:
    """The first of the places where somebody may be given the letter."""
    return next(place for place in PLACES if applies_here(letter, at(place)))


def sample(blank: LetterField, case: Snapshot) -> str:
    """Something that fits into the blank."""
    if blank.choices:
        return ",".join(option.id for option in offered_options(blank, case.interview.facts, case.today)[: blank.max_length])
    if blank.is_date:
        return "2026-10-01"
    return SAMPLES.get(blank.id, blank.label[: min(blank.max_length, 20)].strip())


def given(letter: Letter, case: Snapshot, optional: Iterable[str] = (), **more: str) -> dict[str, list[str]]:
    """What a person says who fills in what is required, these optional blanks, and whatever else is named."""
    about = request(case)
    wanted = set(optional)
    there = prefilled_values(letter, case, about)
    chosen = [
        blank
        for blank in letter.fields
        if blank.id in wanted or (blank.required and not there.get(blank.id) and not blank.default)
    ]
    return {blank.id: [sample(blank, case)] for blank in chosen} | {id: [text] for id, text in more.items()}


def optional(letter: Letter) -> list[str]:
    """The blanks that may stay empty."""
    return [blank.id for blank in letter.fields if not blank.required]


def subsets(ids: list[str]) -> Iterator[tuple[str, ...]]:
    """Every choice out of these."""
    return chain.from_iterable(combinations(ids, number) for number in range(len(ids) + 1))


def request(case: Snapshot) -> Request | None:
    """The case in which something happened, if there is one."""
    return next((each for each in case.requests if each.events), None)


def written(letter: Letter, case: Snapshot, answers: Mapping[str, list[str]]) -> RenderedLetter:
    """The letter as it is written for this case."""
    return final_letter(build_strict_draft(letter, case, request(case), answers))
