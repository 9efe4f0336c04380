"""All that holds where a person lives."""

import pytest

from tests.making import TODAY, authority, case, country, library, regime, said, statement
from wizard.content.content_loader import load_shipped_content
from wizard.core.condition import Condition
from wizard.core.formatting import place_heading
from wizard.core.jurisdiction import Escalation, Right
from wizard.core.snapshot import build_snapshot
from wizard.views.place import (
    PARAGRAPHS,
    STEPS,
    PlaceItem,
    PlaceSection,
    place_headline,
    place_highlights,
    place_sections,
    place_source_ids,
)

MADE = library(
    regimes={
        "eu": regime(
            can=tuple(statement(f"You can {n}.") for n in (1, 2, 3)),
            cannot=(statement("You cannot.", confidence="disputed"),),
            rights=(Right("object", "Art. 21", statement("You can object.")),),
            escalations=(Escalation("authority", "Complain", "authority", statement("It is free.")),),
        )
    },
    countries={"DE": country("DE", note="A note.", safety="Take care.")},
    authorities={"office": authority("office")._replace(note="Opens at nine.")},
    regions={},
)


def test_the_sheet_of_a_place() -> None:
    """Path and safety first, then what one can and cannot, rights, the ladder, the office; nothing empty."""
    found = place_sections(case(MADE, said(country="DE")))
    assert [each.heading for each in found[:4]] == ["You can object.", "What you can do", "What you cannot", "Your rights"]
    assert [each.heading for each in found[4:]] == ["If Meta does not answer, or refuses", "Your authority"]
    assert found[0] == PlaceSection(
        "You can object.", (PlaceItem("Take care.", "First, your safety."), PlaceItem("A note.")), PARAGRAPHS
    )
    assert found[2].items == (PlaceItem("You cannot.", doubt="disputed: sources differ"),)
    assert found[3].items == (PlaceItem("You can object. (Art. 21)"),)
    assert found[4] == PlaceSection(found[4].heading, (PlaceItem("It is free.", "Complain."),), STEPS)
    assert [each.text for each in found[5].items] == ["The office", "https://office.example/", "Opens at nine."]


def test_each_sentence_brings_its_sources() -> None:
    """Those of the rule set first, each once; of a sentence that does not hold here none."""
    elsewhere = statement("Not here.")._replace(sources=("other",), when=Condition(({"country": frozenset({"AT"})},)))
    rules = regime(
        can=(statement("You can.")._replace(sources=("law", "form")), elsewhere),
        rights=(Right("object", "Art. 21", statement("You can object.")._replace(sources=("law",))),),
        escalations=(Escalation("authority", "Complain", "authority", statement("It is free.")._replace(sources=("office",))),),
    )._replace(sources=("meta",))
    made = library(regimes={"eu": rules}, countries={"DE": country("DE")}, regions={})
    assert place_source_ids(case(made, said(country="DE"))) == ("meta", "law", "form", "office")


def test_the_reveal_is_the_beginning_of_it() -> None:
    """Two of what one can, two of what one cannot."""
    found = place_highlights(case(MADE, said(country="DE")))
    assert [(each.heading, len(each.items)) for each in found] == [("What you can do", 2), ("What you cannot", 1)]


def test_without_a_country_there_is_none() -> None:
    """Nothing is guessed."""
    assert place_sections(case(MADE, {})) == ()


@pytest.mark.parametrize("alpha2", ["AU", "BR", "CH", "DE", "GB", "IE", "IN", "KR", "US"])
def test_without_an_account_the_place_speaks_of_what_one_can_do_without(alpha2: str) -> None:
    """No “you can object” that needs an account: first what is said to these people alone, and first what is certain."""
    found = build_snapshot(load_shipped_content(), said(country=alpha2, services="none"), (), TODAY)
    assert found.place
    assert place_heading(found).endswith(" · without an account")
    assert place_headline(found) != found.place.regime.headlines[found.place.path]
    can, _ = place_highlights(found)
    for_all = [each.text for each in found.place.regime.can if "services" not in each.when.fact_names()]
    assert can.items[0].text not in for_all
    assert not can.items[0].doubt
