"""Whole plans of people that we have in mind: true for them, not too long, in the right order, nothing that makes no sense."""

import re
from collections import Counter

import pytest

from tests.making import event
from wizard.check.rules.plan_size import MAX_STEPS
from wizard.check.sample_plans import NAMED_PEOPLE, parse_sample
from wizard.core.content_models import Library, Step
from wizard.core.place import applicable_statements
from wizard.core.snapshot import Snapshot, build_snapshot
from wizard.export import FULL_FORMATS, PLAN_FORMATS
from wizard.export.plan.status import status_text
from wizard.views.info_panels import info_panels

from .test_shipped import TODAY

PEOPLE: dict[str, dict[str, str]] = {
    "photographer in France": {
        "country": "FR", "services": "facebook instagram", "visibility": "public", "account": "both", "habits": "none",
        "people": "photographer", "depth": "limit", "device": "web ios",
    },
    "parent without an account in Texas": {
        "country": "US", "region": "US-TX", "services": "none", "people": "others-post children",
    },
    "parent who posts children in Brazil": {
        "country": "BR", "services": "facebook instagram whatsapp", "visibility": "mixed", "account": "personal",
        "habits": "none", "people": "children", "depth": "delete", "device": "android",
    },
    "professional creator in South Korea": {
        "country": "KR", "services": "instagram threads", "visibility": "public", "account": "professional", "habits": "meta-ai",
        "people": "photographer", "depth": "limit", "device": "ios web",
    },
    "Instagram only in Switzerland": {
        "country": "CH", "services": "instagram", "visibility": "mixed", "account": "personal", "habits": "none",
        "people": "none", "depth": "limit", "device": "android",
    },
    "Gibraltar": {
        "country": "GI", "services": "facebook instagram", "visibility": "mixed", "account": "personal", "habits": "none",
        "people": "none", "depth": "limit", "device": "web",
    },
    "India": {
        "country": "IN", "services": "facebook instagram whatsapp", "visibility": "mixed", "account": "personal",
        "habits": "camera-roll", "people": "others-post", "depth": "limit", "device": "android",
    },
    **{person: {id: " ".join(values) for id, values in parse_sample(text).items()} for person, text in NAMED_PEOPLE.items()},
    "leaves in Germany": {
        "country": "DE", "services": "facebook instagram", "visibility": "mixed", "account": "personal",
        "habits": "facebook-login", "people": "none", "depth": "leave", "device": "web",
    },
}  # fmt: skip
NEW_FORM = "objection/see-whether-the-form-opens"
EXPORT = "delete-your-data/export-your-data"


@pytest.fixture(params=PEOPLE)
def person(request: pytest.FixtureRequest) -> str:
    """One person after the other."""
    return str(request.param)


def case_of(content: Library, person: str, **more: str) -> Snapshot:
    """The case of one of them."""
    answers = {id: tuple(values.split()) for id, values in (PEOPLE[person] | more).items()}
    return build_snapshot(content, answers, (), TODAY)


def ids(case: Snapshot) -> list[str]:
    """The steps in their order."""
    return [entry.id for entry in case.steps]


def test_a_plan_is_not_too_long(content: Library, person: str) -> None:
    """Nobody starts on forty steps."""
    assert len(ids(case_of(content, person))) <= MAX_STEPS


def test_the_first_steps_are_short_and_help(content: Library, person: str) -> None:
    """With an account one begins with something that weighs much, and the first three take some twenty minutes together."""
    case = case_of(content, person)
    if PEOPLE[person]["services"] != "none":
        assert case.steps[0].step.impact >= 4
        assert sum(entry.step.minutes for entry in case.steps[:3]) <= 20


def test_ten_minutes_are_enough_for_something(content: Library, person: str) -> None:
    """What is chosen helps."""
    chosen = [entry.id for entry in case_of(content, person).best_within(10)]
    assert sum(content.steps[id].impact for id in chosen) >= 3


def test_nobody_is_told_of_a_law_that_is_not_theirs(content: Library, person: str) -> None:
    """In no step of the plan."""
    if PEOPLE[person]["country"] in ("FR", "DE", "IE"):
        return
    for entry in case_of(content, person).steps:
        words = " ".join(
            (entry.step.title, entry.step.intro, entry.step.impact_why, *(each.text for each in entry.step.sections))
        )
        assert not re.search(r"\b(GDPR|EU|EEA|ICO)\b", words), entry.id


def test_without_an_account_no_settings(content: Library) -> None:
    """No menu of Meta's, no login, no statement about accounts that are not there."""
    case = case_of(content, "parent without an account in Texas")
    assert {id.partition("/")[0] for id in ids(case)} == {"objection", "inform-your-network", "advocate"}
    assert all(entry.step.kind != "setting" or "**Settings" not in entry.step.intro for entry in case.steps)
    assert case.place is not None
    said = [
        each.text
        for each in applicable_statements((*case.place.regime.can, *case.place.regime.cannot), case.interview.facts, TODAY)
    ]
    assert not [text for text in said if "your account" in text or "your old posts" in text or "Meta AI" in text]
    assert ids(case)[0].startswith("inform-your-network/")


def test_a_professional_is_not_told_to_vanish(content: Library) -> None:
    """Who lives from being seen chooses what stays public; the account is not made private."""
    found = ids(case_of(content, "professional creator in South Korea"))
    assert "privacy-settings/instagram-professional" in found
    assert "privacy-settings/instagram-private" not in found
    assert "privacy-settings/threads-private" not in found


def test_children_come_before_relatives(content: Library) -> None:
    """A parent begins with what they posted themselves."""
    found = ids(case_of(content, "parent who posts children in Brazil"))
    assert found.index("limit-visibility/your-photos-of-children") < found.index("inform-your-network/ask-about-childrens-photos")


@pytest.mark.parametrize(("person", "asked"), [("Gibraltar", True), ("India", True), ("leaves in Germany", False)])
def test_one_looks_for_the_form_only_where_nobody_knows(content: Library, person: str, asked: bool) -> None:
    """Where it is expected, one fills it in; where it opened, likewise."""
    assert (NEW_FORM in ids(case_of(content, person))) is asked
    opened = ids(case_of(content, person, form="opened"))
    assert NEW_FORM not in opened
    assert "objection/facebook-form" in opened


def test_leaving_is_prepared(content: Library) -> None:
    """Copy, objection and another login come before the account goes; posts need not be deleted one by one."""
    found = ids(case_of(content, "leaves in Germany"))
    gone = found.index("delete-your-data/delete-facebook-account")
    for first in (EXPORT, "objection/facebook-form"):
        assert found.index(first) < gone
    assert "another way to log in" in content.steps["delete-your-data/delete-facebook-account"].intro
    assert "delete-your-data/facebook-posts" not in found


def test_the_form_is_one_step_and_nothing_of_it_stays_open(content: Library) -> None:
    """Getting ready, sending and keeping the proof are one sitting; with the form sent, nothing of the objection is next."""
    for person in ("Instagram only in Switzerland", "an ordinary person in Bavaria"):
        request = [id for id in ids(case_of(content, person)) if id.startswith("objection/")]
        assert set(request) <= {
            "objection/facebook-form", "objection/instagram-form", "objection/whatsapp-ai", "objection/third-party-form"
        }  # fmt: skip


COMMON = re.compile(
    r"already trained|take[sn]? (it |anything |nothing )?back out|out of (a |models? that )?trained model", re.IGNORECASE
)


def test_what_is_true_of_every_step_is_not_said_in_each(content: Library) -> None:
    """The rule set of the place says once that trained models keep what they learned."""
    told = [step.id for step in content.steps.values() if any(COMMON.search(each.text) for each in step.sections)]
    assert told == []
    assert all(any("Trained models" in each.text for each in regime.cannot) for regime in content.regimes.values())


def test_a_professional_chooses_what_stays_public_on_facebook_too(content: Library) -> None:
    """Not only on Instagram."""
    found = ids(case_of(content, "photographer in France"))
    assert {"privacy-settings/facebook-professional", "privacy-settings/instagram-professional"} <= set(found)


def test_parents_everywhere_look_at_the_account_of_the_child(content: Library) -> None:
    """Meta's promise about minors hangs on the birth date, with or without an account of one's own."""
    for person in PEOPLE:
        asked = "children" in PEOPLE[person]["people"]
        assert ("inform-your-network/childs-own-account" in ids(case_of(content, person))) is asked, person


def test_the_office_is_told_where_there_is_something_to_tell(content: Library) -> None:
    """Not before an objection was even tried, but where there is no form, or where it did not open."""
    office = "advocate/tell-your-authority"
    assert office not in ids(case_of(content, "photographer in France"))
    assert office in ids(case_of(content, "photographer in France", form="not-opened"))
    assert office in ids(case_of(content, "parent without an account in Texas"))
    risky = build_snapshot(content, {"country": ("RU",), "services": ("facebook",)}, (), TODAY)
    assert office not in ids(risky)
    assert risky.place is not None
    assert risky.place.country.safety


def test_the_articles_that_everybody_looks_for_are_there(content: Library) -> None:
    """The ten questions of the first article, the corrections, hoaxes, photographers."""
    wanted = {
        "faq-private-messages", "faq-check-settings", "faq-gdpr", "faq-sue", "faq-ethics", "faq-quality", "faq-alternatives",
        "faq-policy-changes", "faq-governments", "faq-delete-everything", "faq-what-the-article-got-wrong", "recognise-hoaxes",
        "photography-and-ai", "protecting-your-photos",
    }  # fmt: skip
    assert wanted <= content.articles.keys()


QUICK = [
    # minutes, what somebody in Germany with both services does in them
    (5, ("objection/facebook-form", "privacy-settings/instagram-private")),
    (10, ("objection/facebook-form", "objection/instagram-form", "privacy-settings/instagram-private")),
    (15, ("objection/facebook-form", "objection/instagram-form", "privacy-settings/instagram-private",
          "privacy-settings/facebook-limit-past-posts", "privacy-settings/facebook-default-audience")),
]  # fmt: skip


@pytest.mark.parametrize(("minutes", "wanted"), QUICK)
def test_a_short_sitting_contains_the_objection(content: Library, minutes: int, wanted: tuple[str, ...]) -> None:
    """The forms are short enough to come first wherever there is one."""
    answers = {
        "country": "DE", "services": "facebook instagram", "visibility": "mixed", "account": "personal", "habits": "none",
        "people": "none", "depth": "limit", "device": "ios",
    }  # fmt: skip
    case = build_snapshot(content, {id: tuple(values.split()) for id, values in answers.items()}, (), TODAY)
    assert {entry.id for entry in case.best_within(minutes)} == set(wanted)


def test_ten_minutes_hold_an_objection_wherever_a_form_is_expected(content: Library, person: str) -> None:
    """For everybody who uses Facebook or Instagram there."""
    case = case_of(content, person)
    forms = [id for id in ids(case) if id in ("objection/facebook-form", "objection/instagram-form")]
    assert bool(forms) is (case.place is not None and case.place.path != "mitigation" and PEOPLE[person]["services"] != "none")
    assert not forms or set(forms) & {entry.id for entry in case.best_within(10)}


ACCOUNTS = [
    {"services": services, "visibility": visibility, "account": account, "people": people, "depth": depth}
    for services in ("facebook", "instagram", "facebook instagram", "facebook instagram threads whatsapp messenger")
    for visibility in ("public", "private", "mixed")
    for account in ("personal", "professional")
    for people in ("none", "others-post children")
    for depth in ("limit", "leave")
]
"""What changes the order of a plan for somebody who uses Facebook or Instagram."""


def test_ten_minutes_hold_an_objection_in_every_place_with_a_form(content: Library) -> None:
    """Each place where the form is expected, with each kind of account."""
    places = [
        country.alpha2
        for country in content.countries.values()
        if case_of(content, "Gibraltar", country=country.alpha2).place.path != "mitigation"  # type: ignore[union-attr]
    ]
    assert len(places) > 30
    for country in places:
        for answers in ACCOUNTS:
            quick = {entry.id for entry in case_of(content, "Gibraltar", country=country, **answers).best_within(10)}
            assert quick & {"objection/facebook-form", "objection/instagram-form"}, (country, answers)


def test_a_summary_lists_no_request_that_nobody_made(content: Library) -> None:
    """The form about data from other sources is a step of the plan, not an objection that waits to be sent."""
    for person in ("a parent without an account in Texas", "somebody without an account in Ireland"):
        case = case_of(content, person)
        assert "objection/third-party-form" in ids(case)
        assert "not sent yet" not in status_text(case)
        assert "requests" not in {panel.id for panel in info_panels(case, ())}
        answers = {id: tuple(values.split()) for id, values in PEOPLE[person].items()}
        sent = build_snapshot(content, answers, [event("case/third-party", "sent", TODAY.isoformat())], TODAY)
        assert "Information from third parties: waiting for Meta's answer" in status_text(sent)


TWINS = {"objection/facebook-form", "objection/instagram-form"}
"""Two steps that say the same of two services: each is read alone."""
SHORTEST = 8
"""Words of a sentence that should not be read twice."""
AT_MOST_TWICE = 2


@pytest.mark.parametrize("name", NAMED_PEOPLE)
def test_a_plan_repeats_no_sentence(content: Library, name: str) -> None:
    """What is true of the whole plan is said once. The same tap may be needed in two steps, never in three."""
    case = case_of(content, name)
    assert case.place is not None
    regime = case.place.regime
    told = [
        each.text for each in applicable_statements((*regime.can, *regime.cannot, *regime.notes), case.interview.facts, TODAY)
    ]
    read: Counter[str] = Counter(sentence for text in told for sentence in sentences(text))
    assert [sentence for sentence, times in read.items() if times > 1] == []
    for entry in case.steps:
        if entry.id not in TWINS:
            read.update({sentence for text in texts_of(entry.step, case) for sentence in sentences(text)})
    assert [sentence for sentence, times in read.items() if times > AT_MOST_TWICE] == []
    assert [text for text in told for sentence in sentences(text) if read[sentence] > 1] == []


def texts_of(step: Step, case: Snapshot) -> list[str]:
    """The intro of a step, and what of its passages this person reads."""
    facts = case.interview.facts
    return [step.intro, *(each.text for each in step.sections if each.when.holds(facts))]


def sentences(text: str) -> list[str]:
    """The sentences of some length."""
    found = re.split(r"(?<=[.!?])\s+(?:\d+\. )?", text)
    return [each for each in found if len(each.split()) >= SHORTEST]


FOREIGN = [
    # person, what in the whole plan would speak of a service or a place that is not theirs
    ("somebody with Instagram only in Switzerland", r"WhatsApp|Threads|on Facebook|Facebook has"),
    ("a professional creator in South Korea", r"adding WhatsApp|on Facebook you|Private profile|European law|South Korea were"),
    ("a photographer in France", r"no work, no town|Who can follow me|make the account private"),
    ("a parent without an account in Texas", r"If you sent an objection|Elsewhere we|your data protection authority"),
    ("an account holder in India", r"Open the site of a group"),
    ("a teenager's parent in Scotland", r"old posts out of public view|Elsewhere we|Instagram has a form"),
    ("somebody without an account in Ireland", r"If your law gives you"),
    ("an ordinary person in Bavaria", r"South Korea|another country describe"),
    ("a parent in Brazil", r"Elsewhere we"),
]


@pytest.mark.parametrize(("name", "words"), FOREIGN)
def test_no_instruction_is_for_somebody_else(content: Library, name: str, words: str) -> None:
    """A plan names no service, account or place that is not this person's."""
    case = case_of(content, name)
    text = " ".join(FULL_FORMATS["text"](case, case.steps).split())
    assert not re.search(words, text)


PAGE_LINES, MAX_WORDS = 62, 6000


@pytest.mark.parametrize("name", NAMED_PEOPLE)
def test_the_short_plan_is_one_page_and_the_whole_can_be_read(content: Library, name: str) -> None:
    """For each of the people whose plans the check measures."""
    case = case_of(content, name)
    short, whole = (formats["text"](case, case.steps) for formats in (PLAN_FORMATS, FULL_FORMATS))
    assert len(short.splitlines()) <= PAGE_LINES
    assert len(whole.split()) <= MAX_WORDS


@pytest.mark.parametrize("name", NAMED_PEOPLE)
def test_no_plan_claims_that_everything_is_open_to_meta(content: Library, name: str) -> None:
    """The points are our estimates: they measure the plan."""
    case = case_of(content, name)
    assert "0% of the protection done (0 of " in PLAN_FORMATS["text"](case, case.steps)
    assert "open to Meta" not in FULL_FORMATS["text"](case, case.steps)


PARTS = (
    "objection/get-ready", "objection/note-the-answer", "limit-visibility/facebook-cover-photo",
    "delete-your-data/instagram-comments", "disconnect-apps/set-another-login",
    "privacy-settings/whatsapp-out-of-accounts-center",
)  # fmt: skip


@pytest.mark.parametrize("part", PARTS)
def test_who_did_a_part_is_not_told_that_they_did_the_whole(content: Library, part: str) -> None:
    """A step that became a small part of another leads to an article; its event is carried along and marks nothing as done."""
    done = event(part, "done", TODAY.isoformat())
    answers = {id: tuple(values.split()) for id, values in PEOPLE["an ordinary person in Bavaria"].items()}
    case = build_snapshot(content, answers, [done], TODAY)
    assert content.current_id(part) in content.articles
    assert not [entry.id for entry in case.steps if entry.status == "done"]
