"""`answer`: answers without a face, checked as a face checks them."""

from pathlib import Path

import pytest

from tests.running import Run
from tests.storage.keeping import held


def test_answers_are_recorded_and_the_place_is_told(run: Run, state_file: Path) -> None:
    """What was saved, where that leads, how much there is to do, and what is asked next."""
    said = run("answer", "country=DE", "services=facebook,instagram")
    assert said.code == 0
    first, second, third, fourth = said.out.splitlines()
    assert (first, second) == ("Saved: country (Germany), services (Facebook, Instagram).", "Germany · GDPR · you can object")
    assert third.startswith("Essentials 0 of ")
    assert fourth == "Next question: region (Which part of the country?)"
    assert held(state_file)["answers"] == {"country": "DE", "services": ["facebook", "instagram"]}


@pytest.mark.parametrize(
    ("words", "answers"),
    [
        (["country=de"], {"country": "DE"}),
        (["country=Germany"], {"country": "DE"}),
        (["country=DE", "region=HH"], {"country": "DE", "region": "DE-HH"}),
        (["region=de-hh", "country=DE"], {"country": "DE", "region": "DE-HH"}),
        (["country=US", "region=california"], {"country": "US", "region": "US-CA"}),
        (["country=UK"], {"country": "GB"}),
        (["country=Deutschland"], {"country": "DE"}),
        (["country=Österreich"], {"country": "AT"}),
        (["country=日本"], {"country": "JP"}),
        (["country=Holland"], {"country": "NL"}),
        (["country=BU"], {"country": "MM"}),
        (["country=USA", "region=Texas"], {"country": "US", "region": "US-TX"}),
        (["country=Texas"], {"country": "US", "region": "US-TX"}),
        (["country=Bayern"], {"country": "DE", "region": "DE-BY"}),
        (["country=Bayern", "region=Hessen"], {"country": "DE", "region": "DE-HE"}),
        (["country=Scotland"], {"country": "GB"}),
        (["country=DE", "region=Bayern"], {"country": "DE", "region": "DE-BY"}),
        (["country=DE", "region=bavaria"], {"country": "DE", "region": "DE-BY"}),
        (["country=DE", "region=Bavière"], {"country": "DE", "region": "DE-BY"}),
        (["country=DE", "region=NRW"], {"country": "DE", "region": "DE-NW"}),
        (["country=DE", "region=München"], {"country": "DE", "region": "DE-BY"}),
        (["country=DE", "region=Sachsen"], {"country": "DE", "region": "DE-SN"}),
        (["country=CA", "region=Quebec"], {"country": "CA", "region": "CA-QC"}),
        (["country=US", "region=Georgia"], {"country": "US", "region": "US-GA"}),
        (["services=Facebook,WhatsApp"], {"services": ["facebook", "whatsapp"]}),
        (["services= facebook , threads "], {"services": ["facebook", "threads"]}),
        (["services=none"], {"services": ["none"]}),
        (["services=skip", "visibility=skip"], {"services": None, "visibility": None}),
        (["services=facebook", "services=threads"], {"services": ["threads"]}),
        (["form=not-opened"], {"form": "not-opened"}),
    ],
)
def test_answers_are_understood(run: Run, state_file: Path, words: list[str], answers: dict[str, object]) -> None:
    """Codes in any case, names of places in full, several values with commas, “skip”."""
    assert run("answer", *words).code == 0
    assert held(state_file)["answers"] == answers


@pytest.mark.parametrize("nothing", ["", " ", ",", " , "])
def test_nothing_takes_an_answer_back(run: Run, state_file: Path, nothing: str) -> None:
    """Then it is asked again."""
    run("answer", "country=DE", "services=facebook")
    assert run("answer", f"services={nothing}").code == 0
    assert held(state_file)["answers"] == {"country": "DE"}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["country=Untied Kingdom"], "“Untied Kingdom” is not the name of a country. Did you mean United Kingdom (country=GB)?"),
        (["country=Korea"], "“Korea” may mean several places. Which one: South Korea (country=KR) or North Korea (country=KP)?"),
        (
            ["country=Georgia"],
            "“Georgia” may mean several places. Which one: Georgia (country=GE) or Georgia, United States (country=US region=",
        ),
        (["country=Nidwalden"], "“Nidwalden” is not the name of a country. Did you mean Switzerland (country=CH)?"),
        (
            ["country=DE", "region=Frankfurt"],
            "“Frankfurt” may mean several regions. Which one: Hesse (Hessen) (region=DE-HE) or Brandenburg (region=DE-BB)?",
        ),
        (["country=DE", "region=Hambrug"], "“Hambrug” is not the name of a region. Did you mean Hamburg (region=DE-HH)?"),
        (
            ["country=US", "region=Hamburg"],
            "“Hamburg” is in Germany, but your country is United States. If you live there, write country=DE region=DE-HH.",
        ),
        (
            ["region=Hamburg"],
            "“Hamburg” is in Germany, but no country is answered yet. If you live there, write country=DE region=DE-HH.",
        ),
        (["country=DE", "region=xyz"], "“xyz” is not an answer to “region”. Choose from: Baden-Württemberg (DE-BW), Bavaria"),
        (["country=FR", "region=Bretagne"], "“Bretagne” is not an answer to “region”. There is nothing to choose here"),
        (["country=Xyzzyland"], "“Xyzzyland” is not an answer to “country”. Use a two-letter code"),
        (["country=ZZ"], "“ZZ” is not an answer to “country”."),
        (["services=facebok"], "“facebok” is not an answer to “services”. Did you mean “facebook” (Facebook)?"),
        (["services=facebook,none"], "“none” cannot stand beside other answers to “services”. Leave one of them out."),
        (["visibility=public,private"], "“public,private” is not an answer to “visibility”."),
        (["region=HH"], "“HH” is not an answer to “region”. There is nothing to choose here for this country."),
        (["contry=DE"], "There is no question “contry”. Did you mean “country”?"),
        (["country=DE", "services=x"], "“x” is not an answer to “services”. Choose from: facebook, instagram"),
        (["country=\x1b[31mDE"], r"“\x1b[31mDE” is not an answer to “country”."),
    ],
)
def test_an_answer_that_does_not_fit_is_refused(run: Run, state_file: Path, words: list[str], sentence: str) -> None:
    """One sentence with what would fit, exit code 1, nothing recorded of all that was given."""
    said = run("answer", *words)
    assert said.code == 1
    assert said.sentence.startswith(sentence)
    assert not state_file.exists()


def test_what_is_not_an_answer_at_all_is_wrong_usage(run: Run, state_file: Path) -> None:
    """Exit code 2."""
    said = run("answer", "country=DE", "facebook")
    assert said.code == 2
    assert said.sentence == "“facebook” is not an answer. Write it as NAME=VALUE, for example country=DE."
    assert not state_file.exists()


@pytest.mark.parametrize("words", [["answer", "--list"], ["answer"]])
def test_the_list_shows_what_can_be_answered(run: Run, state_file: Path, words: list[str]) -> None:
    """Questions in their order, choices, what is answered, skipped and open; nothing is written."""
    run("answer", "country=DE", "services=facebook,threads", "visibility=skip")
    before = state_file.read_bytes()
    said = run(*words)
    assert said.code == 0
    lines = said.out.splitlines()
    assert lines[0] == "3 answered. Questions that apply to you, in order:"
    stands = [line for line in lines if " = " in line and not line.startswith(" ")]
    assert stands[:4] == ["country = DE", "region = open", "services = facebook,threads", "visibility = skipped"]
    assert stands[-1] == "form = open"
    assert "  250 places; `protect-my-photos countries NAME` finds the code" in lines
    assert "    DE-HH          Hamburg" in lines
    assert "  Which of these do you use? (several)" in lines
    assert "    whatsapp       WhatsApp" in lines
    assert state_file.read_bytes() == before


def test_the_end_of_the_interview_asks_nothing_more(run: Run) -> None:
    """Someone in Norway without an account has few questions."""
    said = run("answer", "country=NO", "services=none", "people=none")
    assert "Next question" not in said.out
