"""`--everyone`: plan, status and calendar of all people at one computer, a part for each."""

import re
from pathlib import Path

import pytest

from tests.running import Run
from wizard.storage.people import person_path
from wizard.system.environment import state_path

FIRST = "The first person"


@pytest.fixture
def first(state_file: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The state file of the first person, in Berlin; Anna lives in France, and Opa has not said where."""
    monkeypatch.delenv("PROTECT_MY_PHOTOS_STATE")
    run("answer", "country=DE", "services=facebook")
    run("mark", "case/facebook", "sent")
    run("--person", "Anna", "answer", "country=FR", "services=instagram")
    run("--person", "Anna", "mark", "case/instagram", "sent")
    run("--person", "Opa", "answer", "visibility=public")
    return state_path(None, {})


@pytest.mark.usefixtures("first")
def test_status_has_a_part_for_each_person(run: Run) -> None:
    said = run("status", "--everyone").out
    parts = said.split("\n\n")
    assert [part.splitlines()[0] for part in parts] == [FIRST, "Anna", "Opa"]
    assert "Germany" in parts[0]
    assert "Instagram" not in parts[0]
    assert parts[1].removeprefix("Anna\n").strip() == run("--person", "Anna", "status").out.strip()


@pytest.mark.usefixtures("first")
@pytest.mark.parametrize("command", ["status", "plan"])
def test_json_lists_the_people_with_the_keys_of_each(command: str, run: Run) -> None:
    shared = run(command, "--everyone", "--json").json
    assert list(shared) == ["schema", "people"]
    assert [part["person"] for part in shared["people"]] == [None, "Anna", "Opa"]
    for part, words in zip(shared["people"], ((), ("--person", "Anna"), ("--person", "Opa")), strict=True):
        if command == "status" or part["country"]:
            alone = run(*words, command, "--json").json
            assert "people" not in alone
            assert {"person": part["person"], **alone} == {"schema": 1, **part}


@pytest.mark.usefixtures("first")
@pytest.mark.parametrize("output_format", ["text", "md", "html"])
@pytest.mark.parametrize("full", [(), ("--full",)])
def test_one_plan_has_a_part_for_each_person(output_format: str, full: tuple[str, ...], run: Run) -> None:
    said = run("plan", "--everyone", "--format", output_format, *full)
    assert said.code == 0
    plan = re.sub(r"\s+", " ", said.out)
    assert plan.index("Germany") < plan.rindex("Anna: Dates") < plan.index("There is no plan yet: the country is not known.")
    assert said.out.count("Our plans: keep our photos out of") == (2 if output_format == "html" else 1)


@pytest.mark.usefixtures("first")
def test_the_plans_share_a_page_without_sharing_ids(run: Run) -> None:
    """Every link within the page leads to one place."""
    page = run("plan", "--everyone", "--full", "--format", "html").out
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


@pytest.mark.usefixtures("first")
def test_the_calendar_names_people_only_with_details(run: Run, tmp_path: Path) -> None:
    plain, detailed = tmp_path / "plain.ics", tmp_path / "detailed.ics"
    run("calendar", "--everyone", "-o", str(plain))
    run("calendar", "--everyone", "--details", "-o", str(detailed))
    texts = [file.read_text().replace("\n ", "") for file in (plain, detailed)]
    assert not re.search("Anna|Opa|first person", texts[0])
    assert "Anna: Meta's answer about Instagram is due." in texts[1]
    assert "Opa" not in texts[1]
    ids = [re.findall("UID:(.+)", text) for text in texts]
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == len(ids[0]) == 4
    run("calendar", "-o", str(plain))
    assert re.findall("UID:(.+)", plain.read_text()) == ids[0][:2]


@pytest.mark.usefixtures("first")
@pytest.mark.parametrize(
    "words",
    [
        ("--person", "Anna", "status", "--everyone"),
        ("--state", "x.json", "plan", "--everyone"),
        ("calendar", "--everyone", "--person", "Anna"),
        ("plan", "--everyone", "--answers", "x.json"),
    ],
)
def test_everyone_and_one_is_a_contradiction(words: tuple[str, ...], run: Run) -> None:
    refused = run(*words)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith("Leave out either --everyone, or what names one state file")


def test_a_file_without_a_readable_name_is_left_out_and_named(first: Path, run: Run) -> None:
    broken = person_path("Oma", first)
    broken.write_text("{}")
    said = run("status", "--everyone")
    assert said.code == 0
    assert said.err == f"Left out, because the file doesn't say whose it is: {broken}\n"


def test_no_document_replaces_the_file_of_anyone(first: Path, run: Run) -> None:
    anna = person_path("Anna", first)
    kept = anna.read_bytes()
    for words in (("plan",), ("plan", "--everyone"), ("--person", "Opa", "state", "export")):
        output = ("-o", str(anna), "--format", "text") if "plan" in words else (str(anna),)
        assert run(*words, *output).code == 1
    assert anna.read_bytes() == kept


def test_a_single_person_is_everyone(state_file: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """And with nobody there yet, the sentences are the usual ones."""
    monkeypatch.delenv("PROTECT_MY_PHOTOS_STATE")
    assert run("plan", "--everyone").err == run("plan").err != ""
    run("answer", "country=DE")
    assert run("status", "--everyone").out == f"{FIRST}\n{run('status').out}"
