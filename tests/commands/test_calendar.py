"""`calendar`: to the terminal or to a file, byte for byte the same."""

import stat
from pathlib import Path

import pytest

from tests.export.reading import read_calendar
from tests.running import Run, process


@pytest.fixture
def waiting(run: Run) -> Run:
    """Someone who waits for Meta's answer."""
    assert run("answer", "country=DE", "services=facebook").code == 0
    assert run("mark", "case/facebook", "sent", "--on", "2026-11-20").code == 0
    return run


def test_the_calendar_is_printed(waiting: Run) -> None:
    """Nothing else is written, and other programs can read it."""
    said = waiting("calendar")
    assert (said.code, said.err) == (0, "")
    found = read_calendar(said.out)
    assert [each["dtstart"].dt.isoformat() for each in found] == ["2026-12-21", "2027-02-20"]
    assert "Facebook" not in said.out


def test_details_are_told_when_asked_for(waiting: Run) -> None:
    """The account is named then."""
    assert "Meta's answer about Facebook is due" in waiting("calendar", "--details").out


def test_the_calendar_is_written(waiting: Run, tmp_path: Path) -> None:
    """For the owner alone, with the line ends of the standard."""
    path = tmp_path / "dates.ics"
    said = waiting("calendar", "-o", str(path))
    assert said.out == f"Saved to {path}\n"
    assert path.read_bytes().decode() == waiting("calendar").out
    assert b"\r\n" in path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_without_dates_there_is_still_a_day_to_look_again(run: Run) -> None:
    """Settings wander."""
    run("answer", "country=US", "services=facebook")
    (only,) = read_calendar(run("calendar").out)
    assert only["dtstart"].dt.isoformat() == "2027-02-23"


def test_without_a_country_there_are_no_dates(run: Run) -> None:
    """What to do is said in one sentence."""
    said = run("calendar")
    assert said.code == 1
    assert said.sentence == (
        "There are no dates yet: your country is not known. Run `protect-my-photos`, or `protect-my-photos answer country=DE`."
    )


def test_a_file_that_cannot_be_written_is_named(waiting: Run, tmp_path: Path) -> None:
    """Nothing is left behind."""
    said = waiting("calendar", "-o", str(tmp_path / "missing" / "dates.ics"))
    assert (said.code, said.out) == (1, "")
    assert "could not be written" in said.sentence


def test_the_bytes_do_not_depend_on_the_terminal(state_file: Path) -> None:
    """Calendars are UTF-8, whatever the terminal is."""
    assert process("answer", "country=DE").code == 0
    script = "import sys; from wizard.cli import main; sys.exit(main(['calendar']))"
    one, other = (process(env={"PYTHONIOENCODING": name}, python=script) for name in ("ascii", "utf-16"))
    assert one.code == other.code == 0
    assert one.out == other.out


@pytest.mark.usefixtures("state_file")
def test_nothing_heavy_is_loaded_before_it_is_needed() -> None:
    """The list of formats stays cheap: what draws a page or writes a calendar is loaded by those who want one."""
    script = """
import sys
import wizard.cli, wizard.export, wizard.commands.plan, wizard.commands.calendar
print(sorted({name.partition(".")[0] for name in sys.modules} & {"jinja2", "markupsafe", "segno", "icalendar", "dateutil"}))
"""
    assert process(python=script).out == "[]\n"


@pytest.mark.parametrize("name", ["dates.txt", "dates", "dates.ics.bak"])
def test_a_calendar_has_the_name_of_one(run: Run, tmp_path: Path, name: str) -> None:
    """No calendar program takes another; nothing is written."""
    run("answer", "country=DE", "services=facebook")
    said = run("calendar", "-o", str(tmp_path / name))
    assert (said.code, said.sentence.endswith("End the name with .ics.")) == (2, True)
    assert not (tmp_path / name).exists()
    assert run("calendar", "-o", str(tmp_path / "dates.ICS")).code == 0
