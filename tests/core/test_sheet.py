"""All that holds where a person lives."""

from tests.making import authority, case, country, library, regime, said, statement
from wizard.core.condition import Condition
from wizard.core.law import Escalation, Right
from wizard.core.sheet import PARAGRAPHS, STEPS, Item, Section, rests_on, reveal, sheet

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
    found = sheet(case(MADE, said(country="DE")))
    assert [each.heading for each in found[:4]] == ["You can object.", "What you can do", "What you cannot", "Your rights"]
    assert [each.heading for each in found[4:]] == ["If Meta does not answer, or refuses", "Your authority"]
    assert found[0] == Section("You can object.", (Item("Take care.", "First, your safety."), Item("A note.")), PARAGRAPHS)
    assert found[2].items == (Item("You cannot.", doubt="disputed: sources differ"),)
    assert found[3].items == (Item("You can object. (Art. 21)"),)
    assert found[4] == Section(found[4].heading, (Item("It is free.", "Complain."),), STEPS)
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
    assert rests_on(case(made, said(country="DE"))) == ("meta", "law", "form", "office")


def test_the_reveal_is_the_beginning_of_it() -> None:
    """Two of what one can, two of what one cannot."""
    found = reveal(case(MADE, said(country="DE")))
    assert [(each.heading, len(each.items)) for each in found] == [("What you can do", 2), ("What you cannot", 1)]


def test_without_a_country_there_is_none() -> None:
    """Nothing is guessed."""
    assert sheet(case(MADE, {})) == ()
