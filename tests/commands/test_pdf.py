"""`-o NAME.pdf`: a plan, a step and a letter; without the extra one sentence says what to do."""

import sys
from pathlib import Path

import pytest

from tests.running import Run

FIELDS = ("--set", "name=Łukasz Şişli", "--set", "email=m@e.org", "--set", "accounts=@mia", "--set", "reasons=face")
DOCUMENTS = (
    ["plan"],
    ["plan", "--full"],
    ["plan", "--minutes", "10"],
    ["show", "instagram-private"],
    ["letter", "objection", *FIELDS],
)


@pytest.fixture
def living(run: Run) -> Run:
    """Someone in Germany with two accounts."""
    run("answer", "country=DE", "region=HH", "services=facebook,instagram", "visibility=public")
    return run


@pytest.mark.parametrize("words", DOCUMENTS, ids=lambda words: " ".join(words[:2]))
@pytest.mark.parametrize("name", ["paper.pdf", "paper.PDF"])
def test_a_file_that_ends_in_pdf_is_one(living: Run, tmp_path: Path, words: list[str], name: str) -> None:
    """Readable for its owner alone, as every document."""
    file = tmp_path / name
    said = living(*words, "-o", str(file))
    assert (said.code, said.out) == (0, f"Saved to {file}\n")
    assert file.read_bytes().startswith(b"%PDF-")
    assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("words", DOCUMENTS, ids=lambda words: " ".join(words[:2]))
def test_a_pdf_is_not_printed_on_a_terminal(living: Run, words: list[str]) -> None:
    """It needs a file; with one, --format tells what the name does not."""
    assert living(*words, "--format", "pdf").sentence == "A PDF needs a file. Add -o NAME.pdf."


@pytest.mark.parametrize("words", DOCUMENTS, ids=lambda words: " ".join(words[:2]))
def test_without_the_extra_one_sentence_says_what_to_do(
    living: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    """How to get it, and the way without it; nothing is written."""
    monkeypatch.setitem(sys.modules, "typst", None)
    file = tmp_path / "paper.pdf"
    said = living(*words, "-o", str(file))
    assert said.code == 1
    assert said.sentence.startswith("A PDF needs one more package. Install it with pip install 'protect-my-photos[pdf]'")
    assert said.sentence.endswith("print it from your browser.")
    assert not file.exists()
