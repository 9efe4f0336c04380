"""Letters and the files beside them, broken one thing at a time: file and line, what is wrong, what to write instead."""

from pathlib import Path

import pytest

from tests.running import Run
from wizard.check import check_content, split_location

from .check_letters import BLANKS, LAWS, LETTER, OFFICES, REMINDER, SLIPS
from .checking import TODAY, Change, add, changed, edit, gone

RETIRED = "retired.toml"
NAMES = [f"{slip[2]}-{slip[4]}" for slip in SLIPS]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the copy lies that the tests break and mend."""
    return tmp_path_factory.mktemp("letters") / "content"


def found(copy: Path, *changes: Change) -> list[tuple[str, str, int, str]]:
    """Rule, file, line and words of what is wrong after these changes."""
    with changed(copy, *changes) as root:
        findings = check_content(root, TODAY).findings
    return [(each.rule, split_location(each.place)[0], each.line, f"{each.what} {each.next_step}") for each in findings]


@pytest.mark.parametrize(
    ("rule", "change", "file", "line", "what", "next_step"), SLIPS, ids=[f"{slip[2]}-{slip[4]}" for slip in SLIPS]
)
def test_a_slip_is_named_once(copy: Path, rule: str, change: Change, file: str, line: int, what: str, next_step: str) -> None:
    """Exactly one finding, of this rule and in this place."""
    with changed(copy, change) as root:
        (finding,) = check_content(root, TODAY).findings
    assert (finding.rule, split_location(finding.place)[0], finding.line) == (rule, file, line)
    assert finding.what.startswith(what)
    assert finding.next_step.startswith(next_step)


def test_each_letter_that_cannot_be_read_is_told(copy: Path) -> None:
    """One does not hide the other."""
    told = found(
        copy,
        edit(LETTER, "checked    = 2026-11-23\n", ""),
        edit(REMINDER, 'title      = "Reminder to Meta"\n', ""),
    )
    assert [each[:2] for each in told] == [("unreadable", LETTER), ("unreadable", REMINDER)]


def test_letters_wait_for_what_they_share(copy: Path) -> None:
    """A file that all of them need is told once, and not again at each of them."""
    for file in (BLANKS, LAWS):
        told = found(copy, gone(file))
        assert [each[:2] for each in told] == [("unreadable", file)]
        assert "is missing" in told[0][3]


def test_an_old_letter_is_a_notice(copy: Path) -> None:
    """So is the address of a company at which nobody has looked for a year."""
    old = edit(LETTER, "checked    = 2026-11-23", "checked = 2019-01-01"), edit(OFFICES, "2026-11-23", "2019-01-01")
    with changed(copy, *old) as root:
        report = check_content(root, TODAY)
    assert report.findings == ()
    assert [(split_location(each.place)[0], each.line) for each in report.notices] == [(OFFICES, 6), (LETTER, 16)]


def test_a_letter_may_be_renamed(copy: Path) -> None:
    """Its old name leads to the new one, or to the family; nobody who typed it before is lost."""
    assert found(copy, add(RETIRED, '"objection-de" = "objection-eu"\n"object" = "objection"')) == []
    assert [each[0] for each in found(copy, add(RETIRED, '"objection-de" = "objection-ue"'))] == ["unknown-rename-target"]
    assert [each[0] for each in found(copy, add(RETIRED, '"reminder" = "objection"'))] == ["reused-retired-id"]


def test_a_condition_of_a_passage_is_told_where_it_is_written(copy: Path) -> None:
    """On the line of the `when`, not in the text that it is for."""
    form = "actions/objection/facebook-form.md"
    table = '[passages.moved]\nwhen = { regime = ["ue"] }\n'
    told = found(copy, edit(form, 'source = "form-facebook"\n', f'source = "form-facebook"\n{table}'))
    assert [(rule, file, line) for rule, file, line, _ in told] == [("unknown-choice", form, 24)]


def test_content_without_letters_is_sound(copy: Path, tmp_path: Path) -> None:
    """Whoever takes the folder away takes the letters of the outcomes with it."""
    with changed(copy) as root:
        (root / "letters").rename(tmp_path / "letters")
        try:
            assert check_content(root, TODAY).findings == ()
        finally:
            (tmp_path / "letters").rename(root / "letters")


def test_the_command_counts_letters(run: Run, copy: Path) -> None:
    """Who wrote one sees that it was read."""
    with changed(copy) as root:
        assert ", 2 letters, " in run("check", "--content", str(root)).out
