"""JSON and names of formats: the same words everywhere."""

import json

import pytest

from tests.running import Run

WITH_JSON = (
    ["plan"], ["plan", "--full"], ["status"], ["countries"], ["countries", "Hamburg"], ["countries", "--guess"],
    ["search", "face"], ["learn"], ["learn", "faq-gdpr"], ["learn", "zzqqxx"], ["answer", "--list"], ["answer"],
    ["letter", "--list"],
    ["letter", "objection", "--about"], ["why", "instagram-private"], ["why", "whatsapp-ai"], ["show", "instagram-private"],
    ["state", "show"], ["answer", "visibility=mixed"],
)  # fmt: skip


@pytest.fixture
def living(run: Run) -> Run:
    """Someone in Germany with two accounts."""
    run("answer", "country=DE", "region=HH", "services=facebook,instagram", "visibility=public")
    return run


@pytest.mark.parametrize("words", WITH_JSON, ids=" ".join)
def test_json_has_two_spellings_everywhere(living: Run, words: list[str]) -> None:
    """Both give the same, a schema first, and nothing else on standard output."""
    short, long = living(*words, "--json"), living(*words, "--format", "json")
    assert short.code == 0, short
    assert (short.out, short.err) == (long.out, "")
    assert json.loads(short.out)["schema"] == 1


@pytest.mark.parametrize("words", [*WITH_JSON, ["letter", "objection", "--about"]], ids=" ".join)
@pytest.mark.parametrize("name", ["text", "txt", "TXT"])
def test_text_has_two_names(living: Run, words: list[str], name: str) -> None:
    """Both mean what is printed without an option."""
    assert living(*words, "--format", name) == living(*words)


def test_a_letter_as_data(living: Run) -> None:
    """Subject and text, as in the file; the list says what fits now; the description has the fields with their choices."""
    fields = ("--set", "name=Mia", "--set", "email=m@e.org", "--set", "accounts=@mia", "--set", "reasons=face")
    letter = living("letter", "objection", *fields, "--json")
    assert json.loads(letter.out)["text"] == living("letter", "objection", *fields).out
    listed = living("letter", "--list", "--json").json["letters"]
    assert {each["fits"] for each in listed} == {"now", "later", "other"}
    reasons = next(each for each in living("letter", "objection", "--about", "--json").json["fields"] if each["id"] == "reasons")
    assert "face" in {each["id"] for each in reasons["choices"]}


def test_questions_as_data(living: Run) -> None:
    """What was answered, what is open (null), what was skipped (an empty list)."""
    living("answer", "people=skip")
    answers = {each["id"]: each["answer"] for each in living("answer", "--list", "--json").json["questions"]}
    assert answers["services"] == ["facebook", "instagram"]
    assert answers["people"] == []
    assert answers["depth"] is None
