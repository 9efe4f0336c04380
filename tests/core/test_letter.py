"""Which letter is meant, which blanks are empty, and what the program fills in by itself."""

from datetime import date

import pytest

from tests.errors import raises_message
from tests.letters import EVERYTHING, PLACES, at, given, person, request
from tests.making import day, event, replace, when
from wizard.commands.error_hints import command_error_text
from wizard.content.content_loader import load_shipped_content
from wizard.core.condition import ALWAYS, Condition, combine_conditions
from wizard.core.content_models import Library
from wizard.core.escalation import LETTERS
from wizard.core.jurisdiction import ValidityPeriod
from wizard.core.letter.account_fit import as_for
from wizard.core.letter.applicability import NO_ANSWER, NOTHING, WAITING, applies_here, applies_now, request_stage
from wizard.core.letter.chronology import chronology, event_dates
from wizard.core.letter.field_values import FieldValue, fill_fields, missing_fields_error, offered_options
from wizard.core.letter.models import FieldOption, Language, Letter, LetterField
from wizard.core.letter.selection import letter_kinds, select_letter, usable_letters
from wizard.core.letter.template_values import law_name, prefilled_values, reference_number, template_values
from wizard.core.snapshot import Snapshot
from wizard.errors import WizardError

LIST = "`protect-my-photos letter --list`"
DEPENDS = "is right depends on where you live. Say it first: `protect-my-photos answer country=DE`."
LETTER = Letter(
    id="sample", family="sample", title="Sample", summary="It says.", limits="It cannot.", language="en", reviewed=True,
    recipient="meta", subject="Hello", body="Hello {{ name }}", when=ALWAYS, after_events=(), requires_events=(), right="",
    clock="answer", valid=ValidityPeriod(), fields=(),
    statements=(), most_characters=0, most_words=0, channels=(), sources=(), checked=date(2026, 11, 23), kind="law",
    confidence="confirmed",
)  # fmt: skip
REASONS = LetterField(
    "reasons",
    "Why",
    "Because.",
    required=True,
    max_length=2,
    choices=tuple(FieldOption(id, id, f"text of {id}") for id in ("a", "b", "c")),
)


def asks(*blanks: LetterField) -> Letter:
    """A letter with these blanks."""
    return replace(LETTER, fields=blanks)


def blank(id: str, most: int = 200, **more: bool | int | str | tuple[str, ...]) -> LetterField:
    """A blank of one line."""
    return replace(LetterField(id, f"Label of {id}", "Because.", max_length=most), **more)


def fills(one: LetterField, *texts: str, today: str = "2026-11-23") -> FieldValue:
    """What stands in the blank after these texts were given for it."""
    return fill_fields(asks(one), {one.id: texts}, {}, {}, day(today)).values[one.id]


def is_meant(case: Snapshot, kind: str, target: str = "", language: str = "") -> str:
    """The id of the letter that is meant."""
    return select_letter(case, kind, target, language)[0].id


@pytest.mark.parametrize(
    ("place", "letters"),
    [
        ("IE", "objection-eu complaint-to-authority-eu objection-form-text"),
        ("DE-BY", "objection-eu complaint-to-authority-eu objection-form-text"),
        ("GB", "objection-uk complaint-to-authority-uk objection-form-text"),
        ("CH", "objection-ch complaint-to-authority-ch objection-form-text"),
        ("BR", "objection-br complaint-to-authority-br objection-form-text-br"),
        ("US-CA", "state-request-us complaint-to-authority-other objection-form-text"),
        ("CL", "request-other complaint-to-authority-other objection-form-text"),
        ("JE", "request-law complaint-to-authority-other objection-form-text"),
    ],
)
def test_a_kind_leads_to_the_letter_of_the_place(place: str, letters: str) -> None:
    """So that `letter objection` works everywhere."""
    found = [is_meant(at(place), kind) for kind in ("objection", "complaint-to-authority", "objection-form-text")]
    assert found == letters.split()


@pytest.mark.parametrize(("today", "letter"), [("2026-11-30", "request-other"), ("2026-12-01", "request-law")])
def test_a_new_law_brings_its_letter_on_its_day(today: str, letter: str) -> None:
    """Chile's law gives a right to object from 1 December 2026 on."""
    assert is_meant(person(("CL", ""), today=today), "objection") == letter


@pytest.mark.parametrize(
    ("home", "letter"),
    [
        (("KR", ""), "request-law"), (("CA", "CA-ON"), "request-other"), (("AU", ""), "request-other"),
        (("TR", ""), "request-other"), (("US", "US-GA"), "request-other"), (("US", "US-OK"), "request-other"),
        (("US", ""), "request-other"), (("NO", ""), "objection-eu"), (("SJ", ""), "objection-eu"), (("MC", ""), "request-law"),
        (("NC", ""), "request-law"), (("GI", ""), "request-law"), (("AF", ""), "request-other"), (("XK", ""), "request-law"),
    ],
)  # fmt: skip
def test_the_letter_follows_the_law_and_not_the_map(home: tuple[str, str], letter: str) -> None:
    """Parts of a country and neighbours of the EU have laws of their own; where there is none, the request names none."""
    assert is_meant(person(home), "objection") == letter


@pytest.mark.parametrize(
    ("happened", "letter"),
    [
        (["sent 2026-09-01"], "follow-up-no-answer"),
        (["sent 2026-11-20"], "follow-up-no-answer"),
        ([], "follow-up-no-answer"),
        (["sent 2026-09-01", "no-answer 2026-10-10"], "follow-up-no-answer"),
        (["sent 2026-09-01", "receipt 2026-09-02"], "follow-up-receipt"),
        (["sent 2026-11-01", "extended 2026-11-20"], "follow-up-extension"),
        (["sent 2026-05-01", "extended 2026-05-20"], "follow-up-no-answer"),
        (["sent 2026-11-01", "refused 2026-11-20"], "follow-up-no-reasons"),
        (["sent 2026-11-01", "refused-with-reasons 2026-11-20"], "follow-up-reasons"),
        (["sent 2026-11-01", "partly 2026-11-20"], "follow-up-one-account"),
        (["sent 2026-11-01", "more-asked 2026-11-20"], "follow-up-more-data"),
        (["sent 2026-11-01", "id-asked 2026-11-20"], "follow-up-more-data"),
        (["sent 2026-11-01", "wrong-form 2026-11-20"], "follow-up-wrong-form"),
        (["sent 2026-11-01", "other-language 2026-11-20"], "follow-up-language"),
        (["sent 2026-11-01", "not-eligible 2026-11-20"], "follow-up-region"),
        (["sent 2026-11-01", "from-a-later-version 2026-11-20"], "follow-up-no-answer"),
    ],
)
def test_a_follow_up_answers_what_came_last(happened: list[str], letter: str) -> None:
    """A kind for each answer of Meta, and the plain reminder for silence and for all that this version does not know."""
    assert is_meant(person(("DE", "DE-BY"), *happened), "follow-up") == letter


@pytest.mark.parametrize(
    ("happened", "expected"),
    [
        ([], NOTHING),
        (["prepared 2026-11-20"], "prepared"),
        (["sent 2026-11-20"], WAITING),
        (["sent 2026-09-01"], NO_ANSWER),
        (["sent 2026-09-01", "receipt 2026-09-02"], "receipt"),
        (["sent 2026-11-20", "receipt 2026-11-21"], WAITING),
        (["sent 2026-09-01", "follow-up 2026-11-20"], WAITING),
        (["sent 2026-09-01", "follow-up 2026-10-20"], "follow-up"),
        (["sent 2026-09-01", "closed 2026-11-20"], "closed"),
        (["sent 2026-09-01", "appeal 2026-11-20"], "appeal"),
    ],
)
def test_the_stage_of_a_case(happened: list[str], expected: str) -> None:
    """While Meta or the authority has time, one waits; where no clock runs, what happened last counts."""
    case = person(("IE", ""), *happened)
    assert request_stage(request(case), case.today) == expected


def test_no_case_has_no_stage() -> None:
    """Nothing has happened yet."""
    assert request_stage(None, date(2026, 11, 23)) == NOTHING


def test_what_fits_now() -> None:
    """What the case calls for comes first; letters for somebody else's place or situation are left out."""
    ids = [letter.id for letter in usable_letters(person(("DE", "DE-BY"), "sent 2026-09-01", services="facebook", people="none"))]
    assert ids == [
        "follow-up-no-answer", "complaint-short", "complaint-to-authority-eu", "access", "erase-posts", "permission",
        "relative-died", "representative",
    ]  # fmt: skip
    assert "ask-friend" in [letter.id for letter in usable_letters(person(("DE", ""), people="others-post"))]
    assert "non-user" in [letter.id for letter in usable_letters(person(("DE", ""), services="none"))]


def test_one_letter_of_a_family_fits() -> None:
    """In Brazil it can be written in two languages; a former name leads to it."""
    families = [letter.family for letter in usable_letters(at("BR"))]
    assert len(families) == len(set(families))
    assert "objection-br" in [letter.id for letter in usable_letters(at("BR"))]
    for name in ("objection", "objection-br", "objection-br-en", "objection-br-pt"):
        assert is_meant(at("BR"), name, language="pt") == "objection-br"


def test_the_ico_comes_after_meta() -> None:
    """The complaint to the ICO fits once Meta had a complaint of its own."""
    complaint = load_shipped_content().letters["complaint-to-authority-uk"]
    refused = person(("GB", ""), "sent 2026-09-01", "refused 2026-09-10")
    assert applies_here(complaint, refused)
    assert not applies_now(complaint, refused)
    assert applies_now(complaint, person(("GB", ""), "sent 2026-09-01", "complaint-meta 2026-09-10", "refused 2026-10-10"))
    assert not applies_now(complaint, person(("GB", ""), "sent 2026-09-01", "complaint-meta 2026-11-20"))


@pytest.mark.parametrize(
    ("home", "kind", "sentence"),
    [
        (("DE", ""), "objektion", "There is no letter “objektion”. Did you mean “objection”?"),
        (("DE", ""), "zzz", f"There is no letter “zzz”. {LIST} shows all."),
        (("DE", ""), "objection-uk", "“objection-uk” is not for Germany. For you there is “objection”."),
        (("DE", ""), "complaint-to-meta", f"“complaint-to-meta” is not for Germany. {LIST} shows what fits."),
        (("", ""), "objection", f"Which “objection” {DEPENDS}"),
        (("", ""), "state-request-us", f"Which “state-request-us” {DEPENDS}"),
    ],
)  # fmt: skip
def test_a_letter_that_is_not_there_is_said_kindly(home: tuple[str, str], kind: str, sentence: str) -> None:
    """With the way on."""
    with pytest.raises(WizardError) as error:
        select_letter(person(home), kind)
    assert command_error_text(error.value) == sentence


def test_letters_to_friends_need_no_country() -> None:
    """Only what speaks of a law must know the place."""
    assert is_meant(person(), "ask-friend") == "ask-friend"


def test_a_language_that_is_not_there() -> None:
    """It says which there are."""
    with raises_message("Languages: de, en, es, fr, it, nl, pl, pt"):
        select_letter(at("BR"), "objection", language="xx")


def test_two_cases_make_a_question() -> None:
    """The program does not guess which objection a complaint is about; where one case calls for it, it is that one."""
    both_overdue = person(("IE", ""), "sent 2026-09-01", "sent 2026-09-02 instagram")
    with raises_message("--case case/facebook or --case case/instagram"):
        select_letter(both_overdue, "follow-up")
    for name in ("instagram", "case/instagram"):
        assert select_letter(both_overdue, "follow-up", name)[1] == both_overdue.requests[1]
    assert select_letter(both_overdue, "follow-up", sure=False)[1] == both_overdue.requests[0]
    one_waits = person(("IE", ""), "sent 2026-11-20", "sent 2026-09-02 instagram")
    assert select_letter(one_waits, "follow-up")[1] == one_waits.requests[1]


def test_a_case_that_is_not_there() -> None:
    """It says which there are."""
    with raises_message("There is: case/facebook, case/instagram"):
        select_letter(person(("IE", ""), people="none"), "objection", "mars")
    with raises_message("Say where you live first"):
        select_letter(person(), "ask-friend", "facebook")


def test_an_objection_is_about_all_accounts() -> None:
    """Unless a case is named, or exactly one is prepared."""
    assert select_letter(at("IE"), "objection")[1] is None
    assert select_letter(person(("IE", ""), "sent 2026-11-20"), "objection")[1] is None
    prepared = person(("IE", ""), "prepared 2026-11-20")
    assert select_letter(prepared, "objection")[1] == request(prepared)
    two = person(("IE", ""), "prepared 2026-11-20", "prepared 2026-11-20 instagram")
    assert select_letter(two, "objection")[1] is None


def test_a_letter_for_everybody_takes_the_oldest_case() -> None:
    """The representative hears of the objection that has waited longest."""
    case = person(("IE", ""), "sent 2026-09-05", "sent 2026-09-02 instagram")
    found = select_letter(case, "representative")[1]
    assert found
    assert found.target == "case/instagram"


def test_every_letter_that_an_outcome_names_can_be_asked_for() -> None:
    """By its own name, or by that of its family."""
    library = load_shipped_content()
    named = {outcome.letter for outcome in library.outcomes.values() if outcome.letter} | set(LETTERS.values())
    assert named <= set(letter_kinds(library))


@pytest.mark.parametrize(
    ("one", "texts", "expected"),
    [
        (blank("name"), ["  Kim\n Example\x1b[31m "], "Kim Example[31m"),
        (blank("name"), ["Kim", "Alex"], "Alex"),
        (blank("name"), [""], ""),
        (blank("name", default="Somebody"), [], "Somebody"),
        (blank("name", multiline=True), ["a", "b"], "a\nb"),
        (blank("name", multiline=True), ["\n\n a  b \r\n\n\n c\u2028d \u202e"], "a b\n\nc\nd"),
        (blank("on", is_date=True), ["2026-11-01"], date(2026, 11, 1)),
        (blank("on", is_date=True), [], ""),
        (REASONS, ["b,a"], ("text of a", "text of b")),
        (REASONS, ["b", "a", "a"], ("text of a", "text of b")),
        (REASONS, [" , "], ()),
        (replace(REASONS, max_length=1), ["c"], FieldOption("c", "c", "text of c")),
        (replace(REASONS, max_length=1), [], FieldOption("", "")),
        (replace(REASONS, max_length=1, default="b"), [], FieldOption("b", "b", "text of b")),
    ],
)  # fmt: skip
def test_what_stands_in_a_blank(one: LetterField, texts: list[str], expected: FieldValue) -> None:
    """Text is cleaned, lines stay lines, days are days, and choices bring their own words in their own order."""
    assert fills(one, *texts) == expected


@pytest.mark.parametrize(
    ("one", "text", "sentence"),
    [
        (blank("name", most=5), "123456", "“name” has 6 characters; 5 fit. Make it shorter."),
        (blank("own", min_length=9), "short", "“own” is too short. Label of own: Because."),
        (blank("on", is_date=True), "some day", "“some day” is not a day, as “on” needs. Write it like 2026-11-23."),
        (blank("on", is_date=True), "2026-11-24", "“on” lies in the future: 24 Nov 2026. Give the day on which it happened."),
        (REASONS, "a,b,c", "“reasons” has 3 choices. Choose 2 at most."),
        (REASONS, "x", "“x” is not a choice of “reasons”. Choose from: a, b, c."),
    ],
)
def test_what_does_not_fit_is_refused(one: LetterField, text: str, sentence: str) -> None:
    """In one sentence, with what to do."""
    with pytest.raises(WizardError) as error:
        fills(one, text)
    assert command_error_text(error.value) == sentence


@pytest.mark.parametrize(
    ("letter", "id", "hint"),
    [
        (asks(blank("name"), blank("email")), "nmae", "Did you mean “name”?"),
        (asks(blank("name"), blank("email")), "xyzzy", "It has: name, email."),
        (LETTER, "name", "It has no fields."),
    ],
)
def test_a_blank_that_is_not_there(letter: Letter, id: str, hint: str) -> None:
    """A slip of the pen is not swallowed: the word would be missing in the letter."""
    with pytest.raises(WizardError) as error:
        fill_fields(letter, {id: ["x"]}, {}, {}, day("2026-11-23"))
    assert command_error_text(error.value) == f"“sample” has no field “{id}”. {hint}"


def test_required_blanks_are_asked_for_all_at_once() -> None:
    """With how to give them; what is known need not be given."""
    letter = asks(blank("name", required=True), blank("town", required=True), blank("sent", is_date=True, required=True), REASONS)
    filled = fill_fields(letter, {"name": [" "]}, {"town": "Cork"}, {}, day("2026-11-23"))
    assert [each.id for each in filled.missing] == ["name", "sent", "reasons"]
    assert command_error_text(missing_fields_error(letter, filled.missing)) == (
        "“sample” still needs: name (Label of name), sent (Label of sent), reasons (Why). Give it with --set name=… --set sent=… "
        "--set reasons=…; for reasons choose from a, b, c. `protect-my-photos letter sample --about` explains each."
    )


def test_choices_come_and_go() -> None:
    """With the place, and with the days on which they hold."""
    options = (
        FieldOption("here", "", when=when(country="IE")),
        FieldOption("there", "", when=when(country="GB")),
        FieldOption("now", "", valid=ValidityPeriod(None, day("2026-11-23"))),
        FieldOption("later", "", valid=ValidityPeriod(day("2026-11-24"), None)),
    )
    found = offered_options(replace(REASONS, choices=options), at("IE").interview.facts, day("2026-11-23"))
    assert [each.id for each in found] == ["here", "now"]


def test_the_reference_belongs_to_the_case() -> None:
    """It stays when more happens, is the same in every letter about the case, and differs between cases."""
    early, late = person(("IE", ""), "sent 2026-09-01"), person(("IE", ""), "sent 2026-09-01", "refused 2026-10-01")
    letters = [load_shipped_content().letters[id] for id in ("follow-up-no-answer", "complaint-to-authority-eu", "objection-eu")]
    numbers = {reference_number(letter, request(case), case.today) for letter in letters for case in (early, late)}
    assert numbers == {"PMP-B39FBE"}
    other = person(("IE", ""), "sent 2026-09-01 instagram")
    assert reference_number(letters[0], request(other), other.today) not in numbers


def test_without_a_case_the_day_and_the_kind_make_the_reference() -> None:
    """The same letter of the same day, written again, keeps its number."""
    first, second = load_shipped_content().letters["objection-eu"], load_shipped_content().letters["access"]
    assert reference_number(first, None, day("2026-11-23")) == reference_number(first, None, day("2026-11-23"))
    written = [(first, "2026-11-23"), (first, "2026-11-24"), (second, "2026-11-23")]
    assert len({reference_number(letter, None, day(on)) for letter, on in written}) == 3


def test_an_event_without_an_id_still_makes_a_reference() -> None:
    """A record by another program may have none."""
    case = person(("IE", ""), "sent 2026-09-01")
    about = request(case)
    assert about
    bare = replace(about, events=(replace(about.events[0], id=""),))
    assert reference_number(LETTER, bare, case.today).startswith("PMP-")


@pytest.mark.parametrize(("place", "said"), [("CH", True), ("GB", False), ("IE", False), ("US-CA", False)])
def test_where_the_company_is_not_settled_the_field_says_so(place: str, said: bool) -> None:
    """With the other company that it may be."""
    case = person(PLACES[place], "sent 2026-09-01")
    field = as_for(load_shipped_content().letters["access"], case, request(case)).field("addressee")
    assert field
    assert ("It may also be Meta Platforms Ireland Limited, Merrion Road" in field.why) is said


@pytest.mark.parametrize(
    ("place", "target", "lines"),
    [
        ("IE", "facebook", "Meta Platforms Ireland Limited"),
        ("IE", "whatsapp-ai", "WhatsApp Ireland Limited"),
        ("GB", "facebook", "Meta Platforms, Inc."),
        ("GB", "whatsapp-ai", "Meta Platforms, Inc."),
        ("CH", "facebook", "Meta Platforms, Inc."),
        ("US-CA", "facebook", "Meta Platforms, Inc."),
        ("CL", "facebook", "Meta Platforms, Inc."),
    ],
)
def test_whom_the_letter_goes_to(place: str, target: str, lines: str) -> None:
    """The Irish companies for the EU and EEA, and the American one elsewhere: an address that a letter can be posted to."""
    case = person(PLACES[place], f"sent 2026-09-01 {target}")
    found = prefilled_values(load_shipped_content().letters["follow-up-no-answer"], case, request(case))
    assert found.get("addressee", "").partition("\n")[0] == lines


def values(kind: str, case: Snapshot, **more: str) -> dict[str, object]:
    """The values of the letter of this kind, with its required blanks filled in."""
    letter, about = select_letter(case, kind)
    return template_values(letter, case, about, given(letter, case, **more))


@pytest.mark.parametrize(
    ("place", "sent", "due", "overdue"),
    [
        ("IE", "2026-09-01", "1 October 2026", True),
        ("IE", "2026-10-31", "30 November 2026", False),
        ("GB", "2026-09-01", "1 October 2026", True),
        ("CH", "2026-09-01", "1 October 2026", True),
        ("US-CA", "2026-10-01", "16 November 2026", True),
        ("CL", "2026-11-20", "21 December 2026", False),
    ],
)
def test_the_day_by_which_an_answer_was_due(place: str, sent: str, due: str, overdue: bool) -> None:
    """As the clock of the place counts it; a last day on a weekend moves to Monday."""
    found = values("follow-up-no-answer", person(PLACES[place], f"sent {sent}"))
    assert (found["due"], found["overdue"]) == (due, overdue)


def test_days_in_words_and_numbers() -> None:
    """Today, the day of the objection, how long ago that is, the longest extension, and two weeks from now."""
    found = values("follow-up-extension", person(("IE", ""), "sent 2026-09-01", "extended 2026-09-20"))
    assert {id: found[id] for id in ("today", "sent", "answered", "days", "latest", "reply_by")} == {
        "today": "23 November 2026", "sent": "1 September 2026", "answered": "20 September 2026", "days": 83,
        "latest": "1 December 2026", "reply_by": "7 December 2026",
    }  # fmt: skip
    saturday = values("follow-up-no-answer", person(("IE", ""), "sent 2026-09-01", today="2026-11-21"))
    assert saturday["reply_by"] == "7 December 2026"


def test_days_in_portuguese() -> None:
    """The letter's language decides."""
    found = values("complaint-to-authority", person(("BR", ""), "sent 2026-03-01"))
    assert (found["today"], found["sent"], found["service"]) == ("23 de novembro de 2026", "1º de março de 2026", "Facebook")


def test_a_day_given_by_hand_counts() -> None:
    """Over the one recorded, in the text and in the chronology alike; without any case it makes the chronology."""
    case = person(("IE", ""), "sent 2026-09-01", "receipt 2026-09-02")
    found = values("complaint-to-authority", case, sent="2026-08-15")
    assert found["sent"] == "15 August 2026"
    assert [each.date for each in found["chronology"]] == ["15 August 2026", "2 September 2026"]  # type: ignore[attr-defined]
    alone = values("complaint-to-authority", at("IE"), sent="2026-08-15")
    assert [(each.date, each.who) for each in alone["chronology"]] == [("15 August 2026", "I")]  # type: ignore[attr-defined]


def test_the_last_of_several_objections_counts() -> None:
    """Who objected again after the form failed names the last day; both stay in the chronology."""
    found = values("complaint-to-authority", person(("IE", ""), "sent 2026-08-01", "code-missing 2026-08-02", "sent 2026-08-03"))
    assert found["sent"] == "3 August 2026"
    assert len(found["chronology"]) == 3  # type: ignore[arg-type]


def test_no_language_of_letters_tells_more_events_than_english() -> None:
    """The rule `untold-outcome` names what English does not tell, and a notice what another language does not."""
    languages = load_shipped_content().languages
    for id, language in languages.items():
        assert set(language.event_phrases) <= set(languages["en"].event_phrases), id
    assert set(languages["en"].event_phrases) <= set(load_shipped_content().outcomes)


def test_exhibits_are_numbered_in_the_order_of_days() -> None:
    """A line without a proof has no number; what happened twice on one day stands once."""
    language = load_shipped_content().languages["en"]
    recorded = [
        event("case/facebook", *each.split()) for each in ("refused 2026-10-01", "sent 2026-09-01", "no-answer 2026-09-30")
    ]
    entries, exhibits = chronology(event_dates([*recorded, recorded[0]], {}), language)
    assert [(each.what, each.number) for each in entries] == [
        ("sent Meta my objection", 1), ("had still not answered", 0), ("refused without reasons", 2),
    ]  # fmt: skip
    assert [(each.number, each.what) for each in exhibits] == [
        (1, "My objection as sent, 1 September 2026"), (2, "Meta's refusal, 1 October 2026"),
    ]  # fmt: skip


def test_what_has_no_words_stays_out() -> None:
    """A later version may know more."""
    entries, exhibits = chronology([("unheard-of", day("2026-10-01"))], load_shipped_content().languages["en"])
    assert (entries, exhibits) == ((), ())


@pytest.mark.parametrize(
    ("home", "law", "basis"),
    [
        (("KR", ""), "PIPA", "Art. 37 PIPA"),
        (("JE", ""), "Data Protection (Jersey) Law 2018", "Art. 35, Data Protection (Jersey) Law 2018"),
        (("NC", ""), "French Data Protection Act", "French Data Protection Act"),
        (("AL", ""), "Law 124/2024", "Law 124/2024"),
        (("CO", ""), "", ""),
        (("US", "US-GA"), "", ""),
        (("AF", ""), "", ""),
    ],
)
def test_only_sure_articles_and_real_names_are_named(home: tuple[str, str], law: str, basis: str) -> None:
    """An article that was not looked up gives way to the law's name, and a mere description to nothing."""
    case = person(home)
    found = values("objection", case)
    assert law_name(case) == law
    assert found["rights"]["object"] == basis  # type: ignore[index]


def test_the_service_is_named_from_the_case_or_the_answers() -> None:
    """Without either, the person must say it."""
    letter = load_shipped_content().letters["follow-up-no-answer"]
    assert prefilled_values(letter, at("IE"), None)["service"] == "Facebook and Instagram"
    case = person(("IE", ""), "sent 2026-09-01 whatsapp-ai")
    assert prefilled_values(letter, case, request(case))["service"] == "messages to Meta AI in WhatsApp"
    assert "service" not in prefilled_values(letter, person(("IE", ""), services="whatsapp"), None)
    strange = person(("IE", ""), "sent 2026-09-01 elsewhere")
    assert prefilled_values(letter, strange, request(strange))["service"] == "elsewhere"


def test_names_in_a_row() -> None:
    """One, two and three."""
    language = Language("en", "English", "{day} {month} {year}", (), "and")
    assert [language.join_list(names) for names in ((), ("a",), ("a", "b"), ("a", "b", "c"))] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_without_a_country_there_are_values_too() -> None:
    """A letter to a friend has no law, no office and no clock of a place."""
    case = person()
    found = values("ask-friend", case)
    assert (found["law"], found["place"], found["country"], found["path"]) == ("", "", "", "")
    assert not any(found["under"].values())  # type: ignore[attr-defined]


def test_everything_that_can_happen_fits_into_one_complaint() -> None:
    """In every place."""
    for place in PLACES:
        case = at(place, *EVERYTHING)
        assert len(values("complaint-to-authority", case)["chronology"]) >= 16  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("first", "second", "facts", "expected"),
    [
        (ALWAYS, ALWAYS, {}, True),
        (when(a="1 2"), ALWAYS, {"a": "2"}, True),
        (ALWAYS, when(a="1"), {"a": "2"}, False),
        (when(a="1 2"), when(a="2 3"), {"a": "2"}, True),
        (when(a="1 2"), when(a="2 3"), {"a": "1"}, False),
        (when(a="1"), when(b="1"), {"a": "1"}, False),
        (when({"a": "1"}, {"b": "1"}), when(c="1"), {"b": "1", "c": "1"}, True),
    ],
)
def test_two_conditions_in_one(first: Condition, second: Condition, facts: dict[str, str], expected: bool) -> None:
    """Both must hold."""
    assert combine_conditions(first, second).holds({name: frozenset({value}) for name, value in facts.items()}) is expected


def test_a_library_needs_no_letters(content: Library) -> None:
    """Other code may make one without; the shipped one has them."""
    assert replace(content, letters={}).letters == {}
    assert len(content.letters) > 30
