"""Several people at one computer: a state file for each, whatever the name, and nobody sees that of another."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.errors import raises_message
from tests.running import Run
from wizard.errors import WizardError
from wizard.storage.people import (
    MAX_NAME_LENGTH,
    Person,
    belongs_to_other_file,
    chosen_state_path,
    clean_person_name,
    other_people,
    person_path,
    start_option,
)
from wizard.storage.store import Store
from wizard.system.environment import state_path

NAMES = (
    "Anna", "../x", "../../etc/passwd", "/etc/passwd", "..", ".", "CON", "nul", "state", "state.json", "a/b", "a\\b", "C:\\x",
    "*", "~", "$HOME", "-o", "conflict", "👵🏽", "👨‍👩‍👧", "سارة", "רבקה", "李", "रवि", "x" * MAX_NAME_LENGTH,
)  # fmt: skip
"""Names that people have, and names that a file must never get."""
CLEANED = (
    ("  Anna \t B.\n", "Anna B."),
    ("An\x1b[31mna", "An[31mna"),
    ("\u202eanna", "anna"),
    ("An\x00na", "Anna"),
    ("Jose\u0301", "José"),
    ("Anna\udcff", "Anna"),
)
REFUSED = (
    ("", "A person needs a name."),
    (" \t\n", "A person needs a name."),
    ("\x00\x1b", "A person needs a name."),
    ("\u202e\u200f", "A person needs a name."),
    ("\u200d", "A person needs a name."),
    ("\u0301", "A person needs a name."),
    ("\udcff", "A person needs a name."),
    ("x" * 300, "This name is too long: 100 characters fit."),
    ("x" * 101, "This name is too long: 100 characters fit."),
)
SAME = (("Zoë", "zoe"), ("ZOË", "Zoe\u0308"), ("José", "JOSÉ"), ("Straße", "STRASSE"), ("Ann  Lee", "ann lee"), ("Ａnna", "Anna"))
DIFFERENT = (("Anna", "Hanna"), ("Ann Lee", "Annlee"), ("रवि", "रव"), ("x" * 99 + "a", "x" * 99 + "b"), ("👵", "👴"))


@pytest.fixture
def first(state_file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The state file of the first person, in its usual place."""
    monkeypatch.delenv("PROTECT_MY_PHOTOS_STATE")
    return state_path(None, {})


@pytest.mark.parametrize("name", NAMES)
def test_every_name_opens_a_file_beside_that_of_the_first_person(name: str, first: Path) -> None:
    path = chosen_state_path(None, name, {})
    assert path.parent == first.parent
    assert re.fullmatch(r"state-[0-9a-f]{16}\.json", path.name)
    assert clean_person_name(name) == name


def test_each_of_these_names_is_another_person(first: Path) -> None:
    assert len({person_path(name, first) for name in NAMES}) == len(NAMES)


@given(st.text())
def test_no_name_leaves_the_folder(name: str) -> None:
    first = Path("/home/user/state/state.json")
    try:
        path = person_path(name, first)
    except WizardError:
        return
    assert path.parent == first.parent
    assert path != first
    assert person_path(clean_person_name(name), first) == path


@pytest.mark.parametrize(("name", "cleaned"), CLEANED)
def test_names_are_cleaned(name: str, cleaned: str) -> None:
    assert clean_person_name(name) == cleaned


@pytest.mark.parametrize(("name", "message"), REFUSED)
def test_what_is_no_name_is_refused(name: str, message: str) -> None:
    with raises_message(re.escape(message)):
        clean_person_name(name)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_case_and_accents_make_no_other_person(one: str, other: str, first: Path) -> None:
    assert person_path(one, first) == person_path(other, first)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_other_letters_make_another_person(one: str, other: str, first: Path) -> None:
    assert person_path(one, first) != person_path(other, first)


@pytest.mark.parametrize(
    "words",
    [
        ("--person", "Anna", "answer", "country=DE"),
        ("answer", "--person", "Anna", "country=DE"),
        ("answer", "country=DE", "--person=Anna"),
        ("--person", "ANNA", "answer", "country=DE"),
    ],
)
def test_the_option_stands_before_or_after_the_command(words: tuple[str, ...], run: Run, first: Path) -> None:
    assert run(*words).code == 0
    path = person_path("Anna", first)
    assert json.loads(path.read_bytes())["answers"] == {"country": "DE"}
    assert not first.exists()


def test_two_people_do_not_see_each_other(run: Run, first: Path) -> None:
    run("answer", "country=DE")
    run("--person", "Anna", "answer", "country=FR")
    run("--person", "Opa", "answer", "country=US")
    before = {path: path.read_bytes() for path in first.parent.glob("*.json")}
    assert len(before) == 3
    assert "Germany" in run("state", "show").out
    assert "France" in run("--person", "Anna", "state", "show").out
    assert "Germany" not in run("--person", "Anna", "state", "show").out
    assert {path: path.read_bytes() for path in first.parent.glob("*.json")} == before


def test_the_people_are_listed_by_the_name_that_stands_in_their_files(run: Run, first: Path) -> None:
    for name in ("opa", "Zoë", "Anna"):
        run("--person", name, "answer", "country=DE")
    run("--person", "ZOE", "answer", "country=FR")
    assert [person.name for person in other_people(first)] == ["Anna", "opa", "Zoë"]
    assert other_people(person_path("Anna", first)) == other_people(first)
    assert other_people(first.parent / "elsewhere" / "state.json") == ()


@pytest.mark.parametrize(
    "raw", [b"", b"\0\0", b"{", b"[]", b'{"settings": {"person": 1}}', b'{"settings": {"person": "Opa"}}', b"[" * 99_999]
)
def test_a_file_whose_name_cannot_be_read_is_listed_without_one(raw: bytes, first: Path) -> None:
    first.parent.mkdir(parents=True)
    path = person_path("Anna", first)
    path.write_bytes(raw)
    assert other_people(first) == (Person("", path),)


def test_the_file_of_the_first_person_stays_as_it_was(run: Run, first: Path) -> None:
    run("answer", "country=DE")
    old = first.read_bytes()
    assert b'"person"' not in old
    run("--person", "Anna", "answer", "country=FR")
    run("--person", "Anna", "state", "wipe", "--yes")
    assert first.read_bytes() == old


def test_a_copy_that_is_merged_in_does_not_change_whose_file_it_is(run: Run, first: Path, tmp_path: Path) -> None:
    copy = str(tmp_path / "copy.json")
    run("--person", "Anna", "answer", "country=DE")
    run("--person", "Anna", "state", "export", copy)
    assert run("state", "import", copy).code == 0
    assert run("--person", "Opa", "state", "import", copy).code == 0
    assert "person" not in json.loads(first.read_bytes())["settings"]
    assert [person.name for person in other_people(first)] == ["Anna", "Opa"]


def test_show_names_the_person(run: Run, first: Path) -> None:
    run("answer", "country=DE")
    assert "Person:" not in run("state", "show").out
    run("--person", "Anna", "answer", "country=FR")
    assert run("--person", "anna", "state", "show").out.splitlines()[0] == "Person: Anna"
    assert run("state", "show").out.splitlines()[0] == "Person: the first one at this computer"


def test_wiping_removes_only_the_files_of_that_person(run: Run, first: Path) -> None:
    run("answer", "country=DE")
    for country in ("FR", "AT"):
        run("--person", "Anna", "answer", f"country={country}")
    run("--person", "O'Hara", "answer", "country=US")
    anna, opa = person_path("Anna", first), person_path("O'Hara", first)
    refused = run("--person", "Anna", "state", "wipe")
    assert refused.code == 1
    assert "Run `protect-my-photos --person Anna state wipe --yes` to do it." in refused.err
    assert anna.exists()
    wiped = run("--person", "Anna", "state", "wipe", "--yes")
    assert wiped.code == 0
    assert str(first) not in wiped.out
    assert not list(first.parent.glob(f"{anna.name}*"))
    assert first.exists()
    wiped = run("state", "wipe", "--yes")
    assert not first.exists()
    assert opa.exists()
    command = """protect-my-photos --person 'O'"'"'Hara' state wipe --yes"""
    assert f"The file of O'Hara is still there: {opa}. To remove it: {command}" in wiped.out


def _contradictions() -> Iterator[tuple[tuple[str, ...], dict[str, str]]]:
    yield ("--person", "Anna", "--state", "x.json", "status"), {}
    yield ("status", "--person", "Anna", "--state", "x.json"), {}
    yield ("--person", "Anna", "status"), {"PROTECT_MY_PHOTOS_STATE": "x.json"}


@pytest.mark.parametrize(("words", "env"), _contradictions())
def test_a_person_and_a_file_cannot_be_named_at_once(
    words: tuple[str, ...], env: dict[str, str], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    refused = run(*words)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == "Leave out either --person, or --state and PROTECT_MY_PHOTOS_STATE: each names another state file.\n"


@pytest.mark.parametrize("name", ["", " ", "\u202e", "x" * 300])
def test_what_is_no_name_is_wrong_usage(name: str, run: Run, first: Path) -> None:
    refused = run("--person", name, "answer", "country=DE")
    assert (refused.code, refused.out, len(refused.err.splitlines())) == (2, "", 1)
    assert not first.parent.exists()


def test_a_conflict_copy_of_one_person_is_never_offered_to_another(first: Path) -> None:
    anna = person_path("Anna", first)
    first.parent.mkdir(parents=True)
    copy = first.with_name(f"{anna.stem} (conflicted copy).json")
    copy.touch()
    assert Store(first).sync_conflicts() == []
    assert Store(anna).sync_conflicts() == [copy]
    assert not belongs_to_other_file("state (conflicted copy).json", first)


def test_the_shell_completes_the_names_that_it_can_take_as_they_are(run: Run, first: Path) -> None:
    for name in ("Anna", "Zoë", "$(touch x)", "a b", "-rf", "`id`"):
        run(f"--person={name}", "answer", "country=DE")
    assert len(other_people(first)) == 6
    script = run("completion", "bash").out
    assert "___person_choices=(Anna 'Zoë')" in script
    assert "touch" not in script
    assert "`id`" not in script


@pytest.mark.parametrize(
    ("state", "person", "option"),
    [
        (None, "", ""),
        (None, "Anna", " --person Anna"),
        (None, "Ann Lee", " --person 'Ann Lee'"),
        (None, "$(x)", " --person '$(x)'"),
        ("my file.json", "", " --state 'my file.json'"),
    ],
)
def test_the_last_words_say_how_to_go_on_for_the_same_person(state: str | None, person: str, option: str) -> None:
    assert start_option(state, person) == option
