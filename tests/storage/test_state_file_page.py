"""docs/state-file.md names every key, event kind, target and setting of the state file, and nothing else."""

import ast
import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from importlib import import_module
from pathlib import Path

import pytest

from wizard.content.content_loader import load_shipped_content
from wizard.core.contact import CONTACT, CONTACT_KINDS
from wizard.core.event import ANSWERED, NOTE, STEP_KINDS, UNDONE, read_event
from wizard.core.findings import SETTING, read_findings
from wizard.core.request_kinds import recordable_outcomes
from wizard.core.residence import RESIDENCE
from wizard.storage.ownership import HEAD_BYTES, MARK, MAX_LOCK_BYTES, SCHEMA, begins_as_ours
from wizard.storage.session import LETTER_FIELDS, NOTE_LENGTH, Session
from wizard.storage.state_format import MAX_NESTING, parse_state, serialize_state
from wizard.storage.state_lock import LOCK_SECONDS
from wizard.storage.store import CONFLICT_WORDS, STATE_FOLDER, Store
from wizard.system.disk import MAX_BYTES
from wizard.system.environment import STATE_VARIABLE

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "state-file.md").read_text(encoding="utf-8")
TODAY = date(2026, 11, 23)
NOW = datetime.fromisoformat("2026-11-23T10:00:00+00:00")
LIBRARY = load_shipped_content()
CASES = {kind.target for kind in LIBRARY.requests.values()}
KINDS_BY_TARGET = {kind.target: recordable_outcomes(LIBRARY, kind) for kind in LIBRARY.requests.values()}
RECORDABLE = tuple(id for id in LIBRARY.outcomes if any(id in kinds for kinds in KINDS_BY_TARGET.values()))
"""What can be recorded of some request; what only stands for a sending cannot."""
EXAMPLE = re.findall(r"^```json\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)[0]


def section(heading: str) -> str:
    """The text under one heading, up to the next."""
    return re.split(r"^#+ .*$", PAGE.partition(f"# {heading}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]


def rows(heading: str) -> list[list[str]]:
    """The cells of the table under one heading, without its head."""
    lines = [line for line in section(heading).splitlines() if line.startswith("|")]
    assert len(lines) > 2, f"no table under “{heading}”"
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def named(heading: str) -> list[str]:
    """The first column of the table under one heading."""
    return [row[0].strip("`") for row in rows(heading)]


def recorded(tmp_path: Path) -> dict[str, object]:
    """A state file in which everything that can be recorded was recorded."""
    session = Session(LIBRARY, Store(tmp_path / "state.json"), TODAY, lambda: NOW)
    session.record_answers({"country": ("DE",), "visibility": ()})
    session.record_answers({"country": None})
    for kind in STEP_KINDS:
        session.mark(next(iter(LIBRARY.steps)), kind, note="why")
    for kind in RECORDABLE:
        session.mark(next(target for target, kinds in KINDS_BY_TARGET.items() if kind in kinds), kind)
    for kind in CONTACT_KINDS:
        session.mark("contact/Kim", kind)
    session.mark("case/instagram", "access-locked")
    session.mark(RESIDENCE, "moved")
    session.add_note("case/facebook", "a note")
    session.undo()
    data: dict[str, object] = json.loads(session.store.path.read_bytes())
    return data


def setting_names() -> Iterator[str]:
    """Every name under which the code keeps or removes a setting."""
    for path in sorted((ROOT / "wizard").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called, *arguments = [node.func, *node.args]
            if ast.unparse(called) == "partial":
                called, *arguments = arguments
            if not (isinstance(called, ast.Attribute) and called.attr in ("set_setting", "remove_setting")):
                continue
            assert isinstance(arguments[0], ast.Name), f"{path}: name the setting by a constant"
            module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            yield getattr(import_module(module), arguments[0].id)


@pytest.mark.parametrize(
    ("heading", "kinds"),
    [
        ("Kinds for a step", STEP_KINDS),
        ("Kinds for a request", RECORDABLE),
        ("Kinds for a contact", CONTACT_KINDS),
        ("Other kinds", (ANSWERED, NOTE, UNDONE)),
    ],
)
def test_the_page_names_every_kind_of_event_in_the_order_of_the_code(heading: str, kinds: tuple[str, ...]) -> None:
    assert tuple(named(heading)) == kinds


@pytest.mark.parametrize("heading", ["Kinds for a step", "Kinds for a request", "Kinds for a contact", "Other kinds"])
def test_the_example_of_each_kind_is_a_command_that_records_it(heading: str) -> None:
    for kind, _, example in rows(heading):
        words = example.strip("`").split()
        assert words[0] == ("answer" if kind == f"`{ANSWERED}`" else "mark")
        assert kind == f"`{UNDONE}`" or words[0] == "answer" or words[2] == kind.strip("`")


def test_the_page_names_every_key_that_an_event_can_have(tmp_path: Path) -> None:
    events = recorded(tmp_path)["events"]
    assert isinstance(events, list)
    assert set(named("Keys of an event")) == {key for event in events for key in event}
    everywhere = {row[0].strip("`") for row in rows("Keys of an event") if row[1] == "every event"}
    assert everywhere == set.intersection(*(set(event) for event in events))


def test_the_page_names_every_key_of_the_file_in_the_order_in_which_it_is_written(tmp_path: Path) -> None:
    assert named("Keys of the file") == list(recorded(tmp_path)) == list(json.loads(serialize_state({})))


def test_the_page_names_every_setting_that_the_code_keeps() -> None:
    assert set(named("Settings")) == {*setting_names()}


def test_the_page_names_every_target_prefix_and_every_objection(tmp_path: Path) -> None:
    targets = named("Targets")
    events = recorded(tmp_path)["events"]
    assert isinstance(events, list)
    others = {event["target"] for event in events} - set(LIBRARY.steps) - {question.id for question in LIBRARY.questions}
    prefixes = {f"{target.partition('/')[0]}/" for target in others if "/" in target}
    assert {target for target in others if "/" not in target} <= set(targets)
    assert {f"{each.partition('/')[0]}/" for each in targets if "/" in each and each[0].islower()} == prefixes
    assert CONTACT in prefixes
    examples = re.findall(r"`([^`]+)`", next(row[2] for row in rows("Targets") if row[0] == "`case/NAME`"))
    assert set(examples) == CASES


def test_steps_and_questions_in_examples_exist() -> None:
    steps = re.findall(r"\b((?:[a-z]+-)*[a-z]+/[a-z0-9-]+)\b(?!\.)", "\n".join(map(section, ("Kinds for a step", "Targets"))))
    unknown = {id for id in steps if not id.startswith(("account/", "case/", "contact/", "content/"))} - set(LIBRARY.steps)
    assert not unknown


def test_the_whole_example_is_read_in_full_and_is_exactly_what_the_program_writes() -> None:
    data = parse_state(EXAMPLE.encode(), Path("state.json"))
    assert serialize_state(data).decode() == EXAMPLE
    assert all(read_event(event) for event in data["events"])
    assert set(data["settings"]) == set(named("Settings"))
    assert all(LIBRARY.question(id) for id in data["answers"])
    assert len(read_findings(data["settings"][SETTING]).by_id) == 1
    fields = {field.id for letter in LIBRARY.letters.values() for field in letter.fields if field.personal}
    listed = next(row[2] for row in rows("Settings") if row[0] == f"`{LETTER_FIELDS}`")
    assert set(data["settings"][LETTER_FIELDS]) <= fields == set(re.findall(r"`(\w+)`", listed))


def test_the_page_names_every_file_beside_the_state_file(tmp_path: Path) -> None:
    names = named("Names beside the state file")
    assert set(names[:-1]) == {path.name for path in Store(tmp_path / "state.json").own_paths}
    (tmp_path / "state.json").write_bytes(b'{"schema":1')
    Store(tmp_path / "state.json").read()
    (set_aside,) = tmp_path.glob("*.broken-*")
    assert re.sub(r"\d", "0", set_aside.name) == re.sub(r"\d", "0", names[-1])


@pytest.mark.parametrize(
    "fact",
    [
        f"reads and writes `{SCHEMA}`",
        f"begins with `{MARK}`",
        f"at most {NOTE_LENGTH:,} characters",
        f"up to {LOCK_SECONDS} seconds",
        f"more than {MAX_BYTES // 1_000_000} MB",
        f"more than {MAX_NESTING} levels",
        f"at most {MAX_LOCK_BYTES:,} bytes",
        f"the folder `{STATE_FOLDER}`",
        f"`{STATE_VARIABLE}`",
        "`{}`, `{}` or `{}`".format(*CONFLICT_WORDS),
    ],
)
def test_the_page_gives_the_figures_and_names_of_the_code(fact: str) -> None:
    assert fact in PAGE


def test_the_first_bytes_on_the_page_are_those_by_which_a_torn_file_is_recognised() -> None:
    first = next(each for each in re.findall(r"`([^`]+)`", section("Which files are ours")) if each.startswith("{"))
    assert begins_as_ours(first.encode() + b" " * HEAD_BYTES)
    assert "".join(EXAMPLE.split()).startswith(first)
    assert not begins_as_ours(first[:-1].encode() + b" " * HEAD_BYTES)
