"""Each sentence with which a letter says something of its writer or of Meta rests on something that the writer said."""

from collections.abc import Mapping
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.export.letter_claims import (
    HOMES,
    KINDS,
    LETTERS,
    OPTIONAL,
    REQUESTS,
    TARGETS,
    TODAY,
    Life,
    check,
    letters_of,
    sentences,
)
from wizard.content.content_loader import load_shipped_content
from wizard.core.request_kinds import recordable_outcomes
from wizard.core.request_models import RequestKind

lives = st.builds(
    Life,
    home=st.sampled_from(HOMES),
    services=st.sampled_from(("none", "facebook", "facebook,instagram,whatsapp", "whatsapp")),
    target=st.sampled_from(TARGETS),
    sent=st.sampled_from(("", "2026-06-01", "2026-09-01", "2026-11-20", TODAY)),
    kinds=st.lists(st.sampled_from(KINDS), max_size=5).map(tuple),
    moved=st.booleans(),
    access=st.sampled_from(("", "open", "locked", "deactivated")),
)
picks = st.fixed_dictionaries({blank: st.integers(0, 4) for blank in OPTIONAL})


@pytest.mark.exhaustive
@settings(max_examples=120, deadline=None)
@given(lives, picks)
def test_every_letter_is_true_in_every_life(life: Life, picked: Mapping[str, int]) -> None:
    """Whatever happened in which order, wherever, and whatever was chosen in the blanks."""
    check(life if life.sent else Life(life.home, life.services, life.target, "", access=life.access), picked)


@pytest.mark.parametrize(("home", "options"), [("IE", 3), ("GB", 3), ("CH", 1), ("US US-CA", 1)])
def test_every_letter_is_true_after_everything_that_can_come_back(home: str, options: int) -> None:
    """Each outcome by itself, about an account and about what others shared, with each option of each blank in turn."""
    read = sum(
        check(Life(home, services, target, kinds=(kind,)), dict.fromkeys(OPTIONAL, option))
        for kind, (services, target), option in product(
            KINDS, (("facebook", "facebook"), ("none", "third-party"), ("facebook", "third-party")), range(options)
        )
    )
    assert read > 1500 * options


@pytest.mark.parametrize("kind", REQUESTS, ids=lambda kind: kind.id)
def test_every_letter_about_another_request_is_true(kind: RequestKind) -> None:
    """After each outcome that it can have, and after a complaint, in places with different laws and early and late."""
    letters = [id for id, letter in LETTERS.items() if letter.after_events and kind.is_among(letter.about)]
    outcomes = [id for id in recordable_outcomes(load_shipped_content(), kind) if id not in ("sent", "prepared")]
    after: list[tuple[tuple[str, ...], str]] = [((id,), sent) for id in outcomes for sent in ("2026-06-01", "2026-11-20")]
    after += [(("complaint", id), "2026-06-01") for id in outcomes if kind.group == "request"]
    homes = ("US US-CA", "US US-TX") if kind.id == "state-request" else ("IE", "GB", "CH")
    read = 0
    for home, (kinds, sent), letter in product(homes, after, letters):
        read += check(Life(home, "facebook,instagram", kind.id, sent, kinds), {}, letter)
    assert read > len(after)


EARLIER = [
    ("follow-up-language", Life(kinds=("other-language",)), "You offer your services to me in the language of this letter"),
    ("follow-up-no-answer", Life(kinds=("refused", "follow-up", "no-answer")), "I have had no decision"),
    ("complaint-to-authority-ch", Life("CH", kinds=("no-answer",)), "although I expressly prohibited this"),
    ("complaint-to-authority-eu", Life(kinds=("extended", "no-answer"), sent="2026-10-01"), "no decision within"),
    ("representative", Life(kinds=("granted",)), "only for the future"),
    ("non-user", Life(services="none", sent=""), "I never agreed to your terms"),
]


@pytest.mark.parametrize(("id", "life", "words"), EARLIER)
def test_what_letters_claimed_without_asking_is_gone(id: str, life: Life, words: str) -> None:
    """Each of these stood in a letter of somebody of whom it need not be true."""
    found = [" ".join(sentences(rendered)) for _, rendered in letters_of(life, {}, id)]
    assert found
    assert words not in found[0]


WITH_ARTICLE = ["AE", "BQ", "BS", "CD", "CF", "CG", "DO", "GB", "GM", "IM", "IO", "KM", "MV", "NL", "PH", "SC", "TF", "US"]
"""Countries that have an article in a sentence, besides all whose names end in Islands."""


def test_a_country_stands_in_a_sentence_as_it_is_said() -> None:
    """With its article where it has one: the Netherlands, the Cook Islands, the Isle of Man; and Vatican City without."""
    for alpha2, country in load_shipped_content().countries.items():
        article = "the " if alpha2 in WITH_ARTICLE or country.name.endswith("Islands") else ""
        [(_, letter)] = letters_of(Life(alpha2, "none", sent=""), {}, "non-user")
        assert f"I live in {article}{country.name}." in " ".join(sentences(letter)), alpha2
