"""What letters say of the law, to whom they are addressed, and by when they ask for an answer: article by article."""

import re

import pytest

from tests.errors import raises_message
from tests.export.test_letter_truth import text
from tests.letters import PLACES, person, request
from wizard.commands.error_hints import command_error_text
from wizard.content.content_loader import load_shipped_content
from wizard.core.letter.account_fit import as_for
from wizard.core.letter.draft import build_draft
from wizard.core.letter.selection import select_letter
from wizard.export.letter import preview_letter
from wizard.export.letter.letter_warnings import letter_warnings

ASKED = ("ask-school", "ask-club", "ask-photographer")
INC = "Meta Platforms, Inc. 1 Meta Way Menlo Park, CA 94025 USA"
IRELAND = "Meta Platforms Ireland Limited Merrion Road Dublin 4 D04 X2K5 Ireland"
SCHOOL = "disclosed as directory information under FERPA, including on the school's website and social media pages"

SAYS = [
    *((kind, home, {"tone": "formal"}, words) for kind in ASKED for home, words in (
        (PLACES["IE"], "I withdraw it for these photos (Article 7(3) GDPR); please erase them (Article 17(1)(b) GDPR)"),
        (PLACES["IE"], "(Article 6(1)(e) or (f) GDPR), I object (Article 21(1) GDPR); please erase them (Article 17(1)(c) GDPR)"),
        (PLACES["GB"], "I withdraw it for these photos (Article 7(3) UK GDPR); please erase them (Article 17(1)(b) UK GDPR)"),
        (PLACES["GB"], "(Article 6(1)(e) or (f) UK GDPR), I object (Article 21(1) UK GDPR); please erase them (Article 17(1)(c)"),
        (PLACES["US-CA"], "Please confirm by 7 December 2026 that they are no longer public"),
        (PLACES["CH"], "Please confirm by 7 December 2026 that they are no longer public"),
    )),
    *(("ask-school", PLACES["US-CA"], {"tone": tone}, SCHOOL) for tone in ("polite", "formal")),
    ("ask-school", PLACES["CH"], {"tone": "formal"}, "As far as the FADP applies to you, I expressly prohibit you"),
    ("parent-withdrawal", PLACES["IE"], {}, "As far as you rely on my consent or my child's, I withdraw it (Article 7(3) GDPR)."),
    ("parent-withdrawal", PLACES["GB"], {}, "on my consent or my child's, I withdraw it (Article 7(3) UK GDPR)."),
    ("parent-withdrawal", PLACES["CH"], {}, "on my consent or my child's, I withdraw it."),
    ("parent-withdrawal", PLACES["BR"], {}, "on my consent or my child's, I withdraw it."),
    ("objection", PLACES["IE"], {}, "Please answer in English, free of charge and within one month of"),
    ("objection", PLACES["CH"], {}, "I expressly prohibit the use of my personal data"),
    ("objection-br", PLACES["BR"], {}, "Dear Data Protection Officer,"),
    ("objection-br", PLACES["BR"], {}, "(Art. 18 § 2 LGPD)"),
    ("objection", ("KR", ""), {}, "Under Articles 37 and 38 of the Personal Information Protection Act, please act within 10"),
    ("objection", ("IN", ""), {}, "I make this request under any data protection rights available to me in India."),
    ("representative", PLACES["GB"], {}, "and am writing to you as your constituent"),
    ("ask-friend", PLACES["IE"], {}, "is visible to everyone"),
    *((kind, PLACES["IE"], {}, IRELAND) for kind in ("objection", "access", "erase-posts", "parent-withdrawal")),
    *((kind, home, {}, INC) for kind in ("objection", "access", "erase-posts", "parent-withdrawal")
      for home in (PLACES["GB"], PLACES["CH"], PLACES["BR"], PLACES["US-CA"], ("KR", ""), ("IN", ""), ("AU", ""))),
]  # fmt: skip
NEVER = [
    ("parent-withdrawal", PLACES["IE"], {}, r"Article 8\b|Articles 7|anybody's consent"),
    ("objection", PLACES["IE"], {}, r"12\(1\)|language of this letter"),
    *((kind, PLACES[place], {"tone": "polite"}, "FERPA|GDPR|FADP") for kind in ASKED for place in ("IE", "GB", "CH")),
    *((kind, PLACES["US-CA"], {}, "FERPA") for kind in ASKED[1:]),
    ("ask-school", PLACES["US-CA"], {"tone": "formal"}, "January 2027"),
    ("objection", ("KR", ""), {}, "The law gives you"),
    ("ask-friend", PLACES["IE"], {}, "in public"),
    ("representative", PLACES["GB"], {}, "voters"),
]  # fmt: skip
PEOPLE = "others-post children"


def said(kind: str, home: tuple[str, str], more: dict[str, str]) -> str:
    """The letter in one line."""
    found = text(person(home, people=PEOPLE), kind, **more)
    assert found, (kind, home)
    return " ".join(found.split())


@pytest.mark.parametrize(("kind", "home", "more", "words"), SAYS)
def test_what_a_letter_says(kind: str, home: tuple[str, str], more: dict[str, str], words: str) -> None:
    """With the article that fits the demand, and the company that can be written to."""
    assert words in said(kind, home, more)


@pytest.mark.parametrize(("kind", "home", "more", "pattern"), NEVER)
def test_what_a_letter_does_not_say(kind: str, home: tuple[str, str], more: dict[str, str], pattern: str) -> None:
    """An article that does not carry the demand, a law of another place, a time that only Meta has."""
    assert not re.search(pattern, said(kind, home, more))


STIFF = re.compile(
    r"stand above|To the (data|privacy|office|authority|commissioner)|Exhibit|in charge|PMP-\S+\n\nDear|my data are\b"
)


@pytest.mark.parametrize("home", [*PLACES.values(), ("KR", ""), ("IN", "")], ids="-".join)
def test_letters_open_and_close_as_letters_do(home: tuple[str, str]) -> None:
    """A salutation, the reference on a line of its own, and room to sign on paper."""
    case = person(home, "sent 2026-09-01", "follow-up 2026-10-05", people=PEOPLE)
    written = 0
    for id, letter in load_shipped_content().letters.items():
        found = text(case, id, "facebook" if letter.after_events else "", accounts="Facebook: kim")
        if not found or letter.recipient == "person" or letter.family in ("objection-form-text", "complaint-short", "permission"):
            continue
        written += 1
        assert not STIFF.search(found), (id, STIFF.search(found))
        assert re.search(r"\n(Dear [A-Z][\w ]+,|Prezados Senhores,|Ao Encarregado [\w ]+,)\n", found), id
        assert re.search(r"(faithfully|regards|Atenciosamente),\n\nKim Example\n$", found), id
        if letter.field("reference"):
            assert re.search(r"^Refer[eê]n\w+: PMP-[0-9A-F]{6}$", found, re.MULTILINE), id
            assert found.count("PMP-") == 1, id
    assert written > 8


@pytest.mark.parametrize(("copy", "words"), [("attached", "A copy is attached."), ("enclosed", "A copy is enclosed."), ("", "")])
def test_a_copy_is_named_only_where_there_is_one(copy: str, words: str) -> None:
    """Attached to an e-mail or a form, enclosed on paper."""
    case = person(PLACES["IE"], "sent 2026-09-01")
    found = text(case, "follow-up", "facebook", accounts="Facebook: kim", **({"copy": copy} if copy else {})) or ""
    assert ("A copy is" in found) is bool(words)
    assert words in found


def test_after_a_complaint_to_meta_only_its_receipt_has_a_day() -> None:
    """The law of the United Kingdom sets none for the answer, and the ICO wants Meta to have had its chance."""
    case = person(PLACES["GB"], "sent 2026-09-01", "no-answer 2026-10-05", "complaint-meta 2026-11-10")
    letter, about = select_letter(case, "complaint-to-authority", "case/facebook")
    warnings = letter_warnings(letter, case, about, preview_letter(build_draft(letter, case, about, {})))
    assert warnings[0] == (
        "Meta has until 10 Dec 2026 to acknowledge your complaint; there is no fixed date for its answer. "
        "Give Meta that chance first: the ICO (Information Commission) expects it."
    )


ACKNOWLEDGED = [
    ("2026-09-15", "no", "Meta has not acknowledged that complaint; the 30 days for doing so ended on 15 October 2026."),
    ("2026-11-10", "no", "Meta has not acknowledged that complaint so far."),
    ("2026-11-10", "yes", "Meta has acknowledged that complaint."),
    ("2026-11-10", "", ""),
]


@pytest.mark.parametrize(("complained", "answer", "words"), ACKNOWLEDGED)
def test_the_ico_hears_whether_meta_acknowledged_the_complaint(complained: str, answer: str, words: str) -> None:
    """If the writer said so; and that the 30 days are over only once they are."""
    case = person(PLACES["GB"], "sent 2026-09-01", f"complaint-meta {complained}")
    more = {"acknowledgement": answer} if answer else {}
    found = " ".join((text(case, "complaint-to-authority", "facebook", accounts="Facebook: kim", **more) or "").split())
    assert ("acknowledged" in found) is bool(words)
    assert words in found


@pytest.mark.parametrize(
    ("home", "asks"), [(("DE", ""), True), (("US", ""), True), (("DE", "DE-BE"), False), (("IE", ""), False)]
)
def test_a_complaint_asks_for_the_region_where_the_authority_depends_on_it(home: tuple[str, str], asks: bool) -> None:
    """And for nothing where it is known, or once a name was filled in."""
    case = person(home, "sent 2026-09-01", "follow-up 2026-10-05")
    letter, about = select_letter(case, "complaint-to-authority", "case/facebook")
    draft = build_draft(letter, case, about, {})
    assert (draft.region_question is not None) is asks
    assert bool(draft.region_reason) is asks
    assert build_draft(letter, case, about, {"office": ("The office",)}).region_question is None


def test_a_letter_that_denies_an_account_is_for_nobody_who_has_one() -> None:
    """The error names the letter that fits; who skipped the question can have it."""
    with raises_message("says that you have no account, and you said that you have") as error:
        select_letter(person(PLACES["IE"]), "non-user")
    assert "answer services=none" in command_error_text(error.value)
    assert select_letter(person(PLACES["IE"], services=""), "non-user")[0].id == "non-user"
    case = person(PLACES["IE"], services="none")
    assert as_for(select_letter(case, "non-user")[0], case, request(case)).field("accounts") is None
