"""What a letter says of its writer is true: accounts, a login and the name of an office stand in it only where they are known."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product

import pytest

from tests.errors import raises_message
from tests.letters import PLACES, given, person
from wizard.commands.error_hints import command_error_text
from wizard.content.content_loader import load_shipped_content
from wizard.core.letter.account_fit import says_none
from wizard.core.letter.draft import build_strict_draft
from wizard.core.letter.field_values import FieldInput
from wizard.core.letter.models import AUTHORITY, META
from wizard.core.letter.selection import select_letter, usable_letters
from wizard.core.place import build_place
from wizard.core.request import Request
from wizard.core.snapshot import Snapshot
from wizard.errors import WizardError
from wizard.export.letter import LETTER_FORMATS, final_letter

Home = tuple[str, str]
LOGIN = re.compile(r"\blog(ged|ging)?[- ]?in\b|\blogins?\b|\bsign(ed)?[- ]in\b", re.IGNORECASE)
OWN_ACCOUNT = re.compile(
    r"\b(my|these|those|the|of my|all) accounts?\b|accounts (named|are mine)|(?<!no )accounts?:|profile|user name|\bcontas?\b",
    re.IGNORECASE,
)
SERVICES = ("none", "facebook instagram whatsapp", "")
"""No account, some, and a question that was skipped."""
TARGETS = ("facebook", "instagram", "whatsapp-ai", "third-party")
OTHERS = (("DE", ""), ("US", ""), ("US", "US-TX"), ("AU", ""), ("KR", ""))
"""Places beside the usual ones: two whose office follows from the region, and three with rules of their own."""
ONCE_SENT = ("follow-up", "complaint-to-authority", "complaint-short", "complaint-to-meta", "access", "erase-posts")
LIVES = [
    *((home, services) for home in (*PLACES.values(), *OTHERS) for services in SERVICES[:2]),
    *((home, "") for home in (PLACES["IE"], PLACES["US-CA"])),
]
NAMED = "Facebook: facebook.com/kim.example"


def everywhere() -> Iterator[Home]:
    """Every place, and every part of one that is asked for."""
    library = load_shipped_content()
    yield from ((country, "") for country in library.countries)
    yield from ((region.country, region.id) for region in library.regions.values())


def kinds_of_places() -> list[Home]:
    """One place of each kind: with this law, this form, and an office that is named, described or not there."""
    library, found = load_shipped_content(), dict[tuple[object, ...], Home]()
    for country, region in everywhere():
        whole, part = library.countries[country], library.regions.get(region)
        office = library.authorities.get((part and part.authority) or whole.authority)
        law = (part and part.law) or whole.law
        found.setdefault((whole.regime, law, whole.form, office and office.described, bool(part)), (country, region))
    return list(found.values())


def request(case: Snapshot, target: str) -> Request | None:
    """The case about this account, or about what others shared."""
    return next((each for each in case.requests if each.target == f"case/{target}"), None)


def text(case: Snapshot, kind: str, target: str = "", **more: str) -> str | None:
    """The letter with everything filled in that it needs; None where there is none of this kind."""
    about = f"case/{target}" if target and request(case, target) else ""
    try:
        letter, found = select_letter(case, kind, about, sure=False)
    except WizardError:
        return None
    return write(case, letter.id, found, more)


def write(case: Snapshot, id: str, about: Request | None, more: Mapping[str, str]) -> str:
    """The letter of this name as plain text."""
    letter = case.library.letters[id]
    office = {"office": "The office"} if letter.recipient == AUTHORITY and not _knows_office(case) else {}
    said: FieldInput = given(letter, case) | {name: [value] for name, value in {**office, **more}.items() if letter.field(name)}
    return LETTER_FORMATS["txt"](final_letter(build_strict_draft(letter, case, about, said)))


def _knows_office(case: Snapshot) -> bool:
    office = case.place.authority if case.place else None
    return office is not None and not office.described


def letters_of(case: Snapshot, target: str, kinds: Iterable[str], **more: str) -> Iterator[tuple[str, str]]:
    """The letters of these kinds that there are, by name."""
    for kind in kinds:
        found = text(case, kind, target, **more)
        if found is not None:
            yield kind, found


@pytest.mark.parametrize(("home", "services"), LIVES)
def test_no_letter_speaks_of_an_account_or_a_login_that_is_not_there(home: Home, services: str) -> None:
    """Whatever came back: no login is claimed by whom it was not asked of, and no account by whom has none.

    Each life has every outcome, each of one of its requests; all lives together have every outcome of every request.
    """
    targets, shift = targets_of(services), LIVES.index((home, services))
    for index, kind in enumerate(load_shipped_content().outcomes):
        letters_claim_no_account(home, services, targets[(index + shift) % len(targets)], kind)


@pytest.mark.exhaustive
@pytest.mark.parametrize(("home", "services"), LIVES)
def test_no_letter_speaks_of_an_account_or_a_login_in_any_combination(home: Home, services: str) -> None:
    """The same for each place with each outcome of each request."""
    for target, kind in product(targets_of(services), load_shipped_content().outcomes):
        letters_claim_no_account(home, services, target, kind)


def targets_of(services: str) -> tuple[str, ...]:
    """The requests that somebody can make who uses these services."""
    return TARGETS if services != "none" else ("facebook", "third-party")


def letters_claim_no_account(home: Home, services: str, target: str, kind: str) -> None:
    """Read every letter that follows when this came back."""
    case = person(home, f"sent 2026-09-01 {target}", f"{kind} 2026-09-20 {target}", services=services)
    found = request(case, target)
    assert found, (target, kind)
    accounts = "none" if services == "none" or target == "third-party" else NAMED
    for id, words in letters_of(case, target, filter(None, (*ONCE_SENT, found.letter)), accounts=accounts):
        where = (id, target, kind)
        assert not LOGIN.search(words), where
        assert not re.search(r"^\W*none\W*$", words, re.MULTILINE), where
        if services == "none" or target == "third-party":
            assert not OWN_ACCOUNT.search(words), (where, OWN_ACCOUNT.search(words))


@pytest.mark.parametrize("services", SERVICES)
@pytest.mark.parametrize("accounts", ["none", NAMED])
def test_about_what_others_shared_no_letter_has_a_list_of_accounts(services: str, accounts: str) -> None:
    """Also where a list was typed, or kept for the next letter."""
    for kind in load_shipped_content().outcomes:
        case = person(PLACES["DE-BY"], "sent 2026-09-01 third-party", f"{kind} 2026-09-20 third-party", services=services)
        for id, words in letters_of(case, "third-party", load_shipped_content().letters, accounts=accounts, login="yes"):
            assert NAMED not in words, id
            assert not LOGIN.search(words), id


@pytest.mark.parametrize("services", ["none", "facebook"])
def test_whoever_lives_in_any_kind_of_place_gets_true_letters(services: str) -> None:
    """Every letter: a login nowhere, an account for nobody without one, an office by its name or not at all.

    One place stands for all that have the same law, form and kind of office.
    """
    assert sum(true_letters(home, services) for home in kinds_of_places()) > 2000


@pytest.mark.exhaustive
@pytest.mark.parametrize("services", ["none", "facebook"])
def test_whoever_lives_anywhere_gets_true_letters(services: str) -> None:
    """The same at every place."""
    assert sum(true_letters(home, services) for home in everywhere()) > 2500


def true_letters(home: Home, services: str) -> int:
    """Read every letter of somebody who lives there; returns how many there were."""
    described = [office for office in load_shipped_content().authorities.values() if office.described]
    target = "third-party" if services == "none" else "facebook"
    case = person(home, f"sent 2026-09-01 {target}", services=services, people="others-post children")
    accounts = "none" if services == "none" else NAMED
    written = 0
    for id, words in letters_of(case, target, load_shipped_content().letters, accounts=accounts):
        written += 1
        assert not LOGIN.search(words), (id, home)
        assert not (services == "none" and OWN_ACCOUNT.search(words) and id not in OF_OTHERS), (id, home)
        flat = " ".join(words.split())
        assert not any(office.name in flat for office in described), (id, home)
        assert load_shipped_content().letters[id].recipient not in (META, AUTHORITY) or "where you live" not in flat, (id, home)
    return written


OF_OTHERS = (
    "ask-ex-partner",
    "ask-friend",
    "ask-friend-mail",
    "ask-photographer",
    "ask-school",
    "ask-club",
    "representative",
    "relative-died",
)
"""Letters that speak of accounts of other people."""


@pytest.mark.parametrize(("login", "claimed"), [("yes", True), ("no", False), ("", False)])
def test_the_letter_speaks_of_a_login_only_where_the_person_says_so(login: str, claimed: bool) -> None:
    """The one letter that can use it asks for it."""
    case = person(PLACES["IE"], "sent 2026-09-01", "id-asked 2026-09-20")
    words = text(case, "follow-up", "facebook", accounts=NAMED, **({"login": login} if login else {}))
    assert words
    assert bool(LOGIN.search(words)) is claimed
    assert NAMED in words


NEEDING = ("objection", "request-other", "state-request-us", "request-law")


@pytest.mark.parametrize("home", [*PLACES.values(), *OTHERS], ids="-".join)
def test_who_has_no_account_gets_no_letter_that_needs_one(home: Home) -> None:
    """The error says why, and the next step."""
    case = person(home, services="none")
    for kind in NEEDING:
        with raises_message(r"you have none|is not for"):
            select_letter(case, kind)
    with raises_message("answer services=facebook"):
        select_letter(case, "objection")
    assert select_letter(case, "non-user")[0].id == "non-user"


@pytest.mark.parametrize("kind", ["objection", "objection-eu"])
def test_about_what_others_shared_there_is_no_objection_for_accounts(kind: str) -> None:
    """The error says what to do, and the case calls for no such letter."""
    case = person(PLACES["IE"], "code-missing 2026-09-01 third-party")
    with raises_message("case/third-party is not about one"):
        select_letter(case, kind, "case/third-party")
    open_case, without = (
        request(case, "third-party"),
        person(PLACES["IE"], "code-missing 2026-09-01 third-party", services="none"),
    )
    found = request(without, "third-party")
    assert open_case
    assert found
    assert (open_case.letter, found.letter) == ("", "non-user")


@pytest.mark.parametrize("happened", [(), ("prepared 2026-09-01 third-party",), ("sent 2026-09-01 third-party",)])
@pytest.mark.parametrize("home", [PLACES["US-CA"], PLACES["CL"], PLACES["IE"], ("AU", "")], ids="-".join)
def test_who_has_an_account_is_offered_the_letter_for_it(home: Home, happened: tuple[str, ...]) -> None:
    """Also where the only case is the request about what others shared: the letter is not about that one."""
    case = person(home, *happened)
    assert "objection" in [letter.family for letter in usable_letters(case)]
    letter, about = select_letter(case, "objection", sure=False)
    assert letter.family == "objection"
    assert about is None or about.target != "case/third-party"


NONE_SAID = [
    "none", "None.", "NONE", "no", "-", "--", "n/a", "N/A", "na", "nil", "I have none", "I don't have one", "I don’t have any",
    "I do not have an account", "no account", "no accounts", "None, none", "none\nnone", "Facebook: none\nInstagram: -",
    "Facebook: none, Instagram: none", "nothing", "not applicable", "without an account", "I've never had one", "keine", "aucun",
]  # fmt: skip
ACCOUNTS = [
    "Facebook: kim", "@none_of_yours", "nora", "no.name", "facebook.com/none.example", "Instagram: noel", "Kim None", "knone",
    "I have an account: kim",
]  # fmt: skip


@pytest.mark.parametrize("said", NONE_SAID)
def test_a_way_to_say_that_there_is_none_is_no_account(said: str) -> None:
    """A letter about an account says what to do; whom the account was closed, or who never had one, gets no list."""
    case = person(PLACES["DE-BY"], "sent 2026-09-01")
    with pytest.raises(WizardError) as error:  # MATCH "is no account"
        text(case, "follow-up", "facebook", accounts=said)
    assert "answer services=none" in command_error_text(error.value)
    closed = person(PLACES["DE-BY"], "sent 2026-09-01", services="none")
    words = text(closed, "follow-up", "facebook", accounts=said)
    assert words
    assert "these accounts" not in words
    assert "these accounts:" not in (text(case, "erase-posts", "facebook", accounts=said) or "")


@pytest.mark.parametrize("said", ACCOUNTS)
def test_a_name_that_only_looks_like_none_is_an_account(said: str) -> None:
    """It stands in the letter as it was typed."""
    assert not says_none(said)
    words = text(person(PLACES["DE-BY"], "sent 2026-09-01"), "follow-up", "facebook", accounts=said)
    assert said in (words or "")


def test_of_several_lines_those_without_an_account_are_left_out() -> None:
    """What is there stays."""
    case = person(PLACES["DE-BY"], "sent 2026-09-01")
    words = text(case, "follow-up", "facebook", accounts="Facebook: kim\nInstagram: none") or ""
    assert "Facebook: kim" in words
    assert "Instagram" not in words


@pytest.mark.parametrize(
    ("home", "said"),
    [
        (("DE", ""), "the data protection authority of my federal state."),
        (("DE", "DE-BY"), "to this authority: Bayerisches Landesamt"),
        (("US", ""), "I may turn to the attorney general of my state."),
        (("GB", ""), "the ICO"),
    ],
)
def test_a_letter_to_meta_names_the_office_or_says_which_it_is(home: Home, said: str) -> None:
    """A description for the person's eyes stands in no letter."""
    words = text(person(home, "sent 2026-09-01"), "follow-up", "facebook", accounts=NAMED) or ""
    assert said in " ".join(words.split())


@pytest.mark.parametrize(("home", "region"), [(("DE", ""), "DE-B"), (("US", ""), "US-")])
def test_a_complaint_asks_for_the_region_first(home: Home, region: str) -> None:
    """One sentence, and the command that sets it; with a name given by hand, or once the region is known, it can be written."""
    case = person(home, "sent 2026-09-01", "follow-up 2026-10-05")
    letter, about = select_letter(case, "complaint-to-authority", "case/facebook")
    said = given(letter, case, office="")
    with pytest.raises(WizardError) as error:  # MATCH "depends on the part of"
        final_letter(build_strict_draft(letter, case, about, said))
    assert f"protect-my-photos answer region={region}" in command_error_text(error.value)
    assert "The office" in write(case, letter.id, about, {"office": "The office"})


def test_the_places_of_the_offices_that_are_only_described_have_regions() -> None:
    """Else nobody could name the office."""
    library = load_shipped_content()
    for country in library.countries.values():
        place = build_place(library, country, None, "", person().today)
        if place.authority and place.authority.described:
            assert any(each.country == country.alpha2 and each.authority for each in library.regions.values()), country.name


COMPLAINTS = [
    ("refused", {}, "The refusal gave no reasons (Article 12(4)", True),
    ("not-eligible", {}, "gave no reasons", False),
    ("refused-with-reasons", {}, "The grounds that Meta gave me do not override my interests", True),
    ("refused-with-reasons", {}, "no compelling legitimate grounds have been shown", False),
    ("refused", {}, "did not tell me that I can complain", False),
    ("refused", {"remedies": "no"}, "did not tell me that I can complain to a supervisory authority and go to court", True),
    ("not-eligible", {"remedies": "no"}, "did not tell me that I can complain", True),
    ("refused", {"remedies": "yes"}, "did not tell me that I can complain", False),
    ("no-answer", {"remedies": "no"}, "did not tell me that I can complain", False),
    ("no-answer", {}, "Article 18(1)(d)", False),
    ("no-answer", {"restriction": "no"}, "Article 18(1)(d)", False),
    ("no-answer", {"restriction": "yes"}, "Article 18(1)(d)", True),
    ("id-asked", {}, "without being told what doubts", False),
    ("id-asked", {}, "Please examine whether Meta had reasonable doubts about who I am (Article 12(6)", True),
    ("id-asked", {"doubts": "no"}, "without being told what doubts there are about who I am (Article 12(6)", True),
    ("id-asked", {"doubts": "yes"}, "doubts", False),
    ("more-asked", {}, "doubts", False),
    ("more-asked", {"doubts": "no"}, "without being told what doubts there are about who I am (Article 12(6)", True),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "more", "words", "there"), COMPLAINTS)
def test_a_complaint_alleges_only_what_happened_or_was_answered(kind: str, more: dict[str, str], words: str, there: bool) -> None:
    """What nobody asked is not said."""
    case = person(PLACES["IE"], "sent 2026-09-01", f"{kind} 2026-09-20")
    written = text(case, "complaint-to-authority", "facebook", accounts=NAMED, **more) or ""
    assert (words in " ".join(written.split())) is there


CLOSED = {
    "locked": "I cannot log in to at least one of these accounts",
    "deactivated": "At least one of these accounts is deactivated",
}
ACCOUNT_CASES = [
    ("account/facebook access-{}", "facebook", True),
    ("account/facebook:old access-{}", "facebook:old", True),
    ("account/facebook:old access-{}", "facebook", False),
    ("account/instagram access-{}", "facebook", False),
    ("account/facebook access-{}", "third-party", False),
]


@pytest.mark.parametrize("access", CLOSED)
@pytest.mark.parametrize(("said", "target", "closed"), ACCOUNT_CASES)
@pytest.mark.parametrize("place", ["IE", "BR", "US-CA"])
def test_a_letter_claims_no_login_to_an_account_that_cannot_be_entered(
    access: str, said: str, target: str, closed: bool, place: str
) -> None:
    """In every letter about the account, whatever is filled in: it says so, and offers no login."""
    for kind in ("", "id-asked", "refused", "no-answer"):
        happened = [f"sent 2026-09-01 {target}", *([f"{kind} 2026-09-20 {target}"] if kind else [])]
        case = person(PLACES[place], *happened, *at_account(said.format(access)), people="others-post children")
        for id, words in letters_of(case, target, load_shipped_content().letters, accounts=NAMED, login="yes"):
            flat = " ".join(words.split())
            speaks = any(sentence in flat for sentence in CLOSED.values())
            assert not (speaks and not closed), (id, kind)
            if closed and load_shipped_content().letters[id].language == "en":
                assert not LOGIN.search(without_closed(flat)), (id, kind)
                assert (CLOSED[access] in flat) is speaks, (id, kind)
                assert speaks or NAMED not in flat or load_shipped_content().letters[id].recipient != META, (id, kind)


def without_closed(words: str) -> str:
    """The letter without the sentences that say that the writer does not log in."""
    return re.sub(r"I cannot log in to|a form or tool that needs a login", "", words)


def at_account(said: str) -> list[str]:
    """An event of an account, in the words of `person`."""
    target, kind = said.split()
    return [f"{kind} 2026-08-01 {target}"]


NICKNAME = "zanzibar"


@pytest.mark.parametrize("place", PLACES)
def test_no_letter_names_the_nickname_of_an_account(place: str) -> None:
    """It stays on this computer."""
    written = 0
    for kind in ("id-asked", "partly", "refused", "no-answer"):
        target = f"facebook:{NICKNAME}"
        case = person(PLACES[place], f"sent 2026-09-01 {target}", f"{kind} 2026-09-20 {target}")
        for id in load_shipped_content().letters:
            try:
                _, about = select_letter(case, id, f"case/{target}", sure=False)
            except WizardError:
                continue
            written += 1
            assert NICKNAME not in write(case, id, about, {}), id
    assert written > 20
