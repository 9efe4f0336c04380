"""`countries`: all places and what holds there, what the type-ahead finds, and what this computer suggests."""

import re
from pathlib import Path

import pytest

from tests.commands.shapes import fits
from tests.running import Run
from wizard.core.place import PATHS


def test_all_250_places(run: Run) -> None:
    """As data and in lines; each with a path that follows from its form."""
    found = run("countries", "--json").json
    fits(found, "countries")
    rows = {row["alpha2"]: row for row in found["countries"]}
    assert len(found["countries"]) == len(rows) == 250
    assert all(row["path"] == PATHS[row["form"]] for row in rows.values())
    assert all(row["law"] for row in rows.values())
    assert len(run("countries").out.splitlines()) == 1 + 250


@pytest.mark.parametrize(
    ("language", "head", "usa"),
    [
        ("en", ["Code", "Country", "Rules", "Path", "Form", "Law"], ["US", "United States", "us", "limit and protect", "none"]),
        (
            "de",
            ["Code", "Land", "Regeln", "Weg", "Formular", "Gesetz"],
            ["US", "Vereinigte Staaten", "us", "begrenzen und schützen", "keines"],
        ),
    ],
)
def test_the_list_is_in_words(run: Run, language: str, head: list[str], usa: list[str]) -> None:
    """A column has a head, and a word is in the language of the reader; codes are the same in every language."""
    first, *lines = (re.split(r" {2,}", line) for line in run("--lang", language, "countries").out.splitlines())
    assert first == head
    assert all(len(line) == len(head) for line in lines)
    assert next(line[:-1] for line in lines if line[0] == "US") == usa
    assert not {line[3] for line in lines} & set(PATHS.values())


@pytest.mark.parametrize(
    ("alpha2", "path", "form", "law"),
    [
        ("DE", "opt-out", "yes", "GDPR"),
        ("GB", "opt-out", "yes", "UK GDPR"),
        ("BR", "opt-out", "yes", "LGPD"),
        ("KR", "try-form", "reported", "PIPA"),
        ("US", "mitigation", "no", "no general federal privacy law"),
    ],
)
def test_a_place_in_the_table(run: Run, alpha2: str, path: str, form: str, law: str) -> None:
    """Path, form and law as the facts say."""
    (row,) = (each for each in run("countries", "--json").json["countries"] if each["alpha2"] == alpha2)
    assert (row["path"], row["form"], row["law"]) == (path, form, law)
    assert row["authority"]["name"]


def test_what_the_type_ahead_finds(run: Run) -> None:
    """For each text: matches, and one of them where it is sure enough."""
    texts = ["Untied Kingdom", "Deutschland", "🇧🇷", "Xyzzyland", ""]
    found = run("countries", "--json", *texts).json
    fits(found, "queries")
    assert [query["text"] for query in found["queries"]] == texts
    assert [query["chosen"] for query in found["queries"]] == ["GB", "DE", "BR", None, None]
    assert {"alpha2": "GB", "name": "United Kingdom"} in found["queries"][0]["matches"]


def test_finds_in_lines(run: Run) -> None:
    """One line for the text, one for each match."""
    said = run("countries", "Deutschland", "Xyzzyland").out
    assert said.startswith("Deutschland: Germany\n  DE  Germany\n")
    assert "Xyzzyland: nothing found\n" in said


def test_likely_places_come_first_and_a_region_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Texas, and never Vatican City; Bavaria where the computer is in Germany, and nothing chosen where it does not say."""
    assert run("countries", "tex").out == "tex: United States\n  US  United States, Texas\n"
    for locale, zone, lines in (
        ("C.UTF-8", "UTC", "bay: not sure\n  DE  Germany, Bavaria (Bayern)\n"),
        ("de_DE.UTF-8", "Europe/Berlin", "bay: Deutschland\n  DE  Deutschland, Bayern\n"),
    ):
        monkeypatch.setenv("LANG", locale)
        monkeypatch.setenv("TZ", zone)
        assert run("countries", "bay").out.startswith(lines)


@pytest.mark.parametrize(
    ("env", "guess"),
    [({"LANG": "de_AT.UTF-8", "TZ": "Europe/Vienna"}, "AT"), ({"LANG": "C.UTF-8", "TZ": "UTC"}, None)],
)
def test_what_this_computer_suggests(run: Run, monkeypatch: pytest.MonkeyPatch, env: dict[str, str], guess: str | None) -> None:
    """A code, or null; the same in words."""
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    found = run("countries", "--guess", "--json").json
    fits(found, "guess")
    assert found["guess"] == guess
    assert run("countries", "--guess").out.startswith(
        "AT  Österreich" if guess else "This computer's settings don't say where you live."
    )


def test_looking_up_a_place_keeps_nothing(run: Run, state_file: Path) -> None:
    """Not even a folder."""
    run("countries", "--json")
    run("countries", "UK")
    run("countries", "--guess")
    assert not state_file.parent.exists()
