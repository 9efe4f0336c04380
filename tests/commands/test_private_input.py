"""Private texts from a file or standard input: nothing of them on the command line."""

import io
from pathlib import Path

import pytest

from tests.running import Run
from tests.storage.keeping import held

FIELDS = """\
# who I am
name=Mia Example

email=m@e.org
accounts=Facebook: mia
accounts=Instagram: @mia
reasons=face
"""


@pytest.fixture
def living(run: Run) -> Run:
    """Someone in Germany with two accounts."""
    run("answer", "country=DE", "region=HH", "services=facebook,instagram", "visibility=public")
    return run


@pytest.fixture
def fields(tmp_path: Path) -> str:
    """A file with the fields of a letter."""
    file = tmp_path / "fields.txt"
    file.write_text(FIELDS, encoding="utf-8")
    return str(file)


def type_in(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def test_fields_of_a_letter_come_from_a_file(living: Run, fields: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The letter is that of the same fields as options, from a file as from standard input."""
    words = [word for line in FIELDS.splitlines() if "=" in line for word in ("--set", line)]
    letter = living("letter", "objection", *words)
    assert letter.code == 0
    assert living("letter", "objection", "--set-file", fields) == letter
    type_in(monkeypatch, FIELDS.replace("\n", "\r\n"))
    assert living("letter", "objection", "--set-file", "-") == letter


def test_an_option_comes_after_the_file(living: Run, fields: str) -> None:
    """The last one counts, so that one field can be changed."""
    text = living("letter", "objection", "--set-file", fields, "--set", "name=Kim").out
    assert "Kim" in text
    assert "Mia" not in text


@pytest.mark.parametrize("from_file", [True, False])
def test_a_note_comes_from_a_file(
    living: Run, state_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, from_file: bool
) -> None:
    """With an event or alone."""
    file = tmp_path / "note.txt"
    file.write_text("Nr. 42\nby post\n", encoding="utf-8")
    type_in(monkeypatch, "Nr. 42\nby post\n")
    name = str(file) if from_file else "-"
    assert living("mark", "case/facebook", "sent", "--note-file", name).code == 0
    assert held(state_file)["events"][-1]["note"] == "Nr. 42\nby post"
    type_in(monkeypatch, "later")
    assert living("mark", "case/facebook", "note", "--note-file", name).out == "Note kept.\n"


def test_answers_come_from_a_file(run: Run, state_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the same names and values."""
    type_in(monkeypatch, "country=DE\nservices=facebook\n")
    assert run("answer", "--set-file", "-").out.startswith("Saved: country (Germany), services (Facebook).")
    assert held(state_file)["answers"] == {"country": "DE", "services": ["facebook"]}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"name=Mia\nMia Example\n", "Line 2 of {file} is not NAME=VALUE."),
        (b"name=\xff\xfe\n", "{file} is not a text in UTF-8."),
        (None, "{file} cannot be read: No such file or directory. Name another file."),
    ],
)
def test_a_file_that_cannot_be_used(living: Run, tmp_path: Path, content: bytes | None, sentence: str) -> None:
    """One sentence, without the private text."""
    file = tmp_path / "fields.txt"
    if content is not None:
        file.write_bytes(content)
    said = living("letter", "objection", "--set-file", str(file))
    assert said.code == 1
    assert said.sentence.startswith(sentence.format(file=file))
    assert "Mia" not in said.sentence


def test_the_file_is_never_replaced_by_the_letter(living: Run, fields: str) -> None:
    """What was read is not written over."""
    said = living("letter", "objection", "--set-file", fields, "-o", fields)
    assert said.code == 1
    assert Path(fields).read_text(encoding="utf-8") == FIELDS


@pytest.mark.parametrize("from_file", [True, False])
def test_what_is_far_too_long_is_refused_and_not_cut(
    living: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, from_file: bool
) -> None:
    """From a file as from standard input; the next step fits."""
    monkeypatch.setattr("wizard.commands.private_input.MAX_BYTES", 1_000_000)
    monkeypatch.setattr("wizard.system.disk.MAX_BYTES", 1_000_000)
    file = tmp_path / "fields.txt"
    file.write_text("name=Kim\n" * 200_000, encoding="utf-8")
    type_in(monkeypatch, "name=Kim\n" * 200_000)
    said = living("letter", "objection", "--set-file", str(file) if from_file else "-")
    assert said.code == 1
    assert "is larger than 1 MB" in said.sentence
    assert said.sentence.endswith("Name a file, or send the lines through a pipe.")
