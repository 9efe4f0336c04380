"""The front door: which command, which exit code, and where the words go."""

import argparse
import errno
import os
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import pytest

from tests.running import Run
from tests.storage.keeping import held
from wizard import __version__, cli
from wizard.cli import main
from wizard.commands import status
from wizard.commands.parser import COMMANDS, build_parser


def test_the_help_names_every_command(run: Run) -> None:
    """Each in a line, on standard output, with the exit code of success."""
    said = run("--help")
    assert (said.code, said.err) == (0, "")
    for name, line in COMMANDS.items():
        assert f"    {name:<10}" in said.out
        assert line in said.out
    assert "PROTECT_MY_PHOTOS_STATE" in said.out


@pytest.mark.parametrize("columns", [50, 80, 120])
@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_help_is_as_wide_as_the_terminal(run: Run, monkeypatch: pytest.MonkeyPatch, language: str, columns: int) -> None:
    """Its paragraphs break between words; only commands to paste stay whole, and none is much wider than 80 columns."""
    monkeypatch.setenv("COLUMNS", str(columns))
    for words in [(), *((name,) for name in COMMANDS), *(("state", name) for name in ("show", "export", "import", "wipe"))]:
        usage, *parts = run("--lang", language, *words, "--help").out.split("\n\n")
        lines = "\n\n".join(parts).splitlines()
        assert "protect-my-photos" in usage
        assert all(len(line) <= columns for line in lines if not line.startswith(" "))
        commands = [line for line in lines if line.startswith("  ") and "protect-my-photos " in line and "   " not in line[4:]]
        assert all(len(line) <= 90 for line in commands)


@pytest.mark.parametrize("name", ["show", "export", "import", "wipe"])
def test_each_command_of_state_says_what_it_does(run: Run, name: str) -> None:
    """At the top of its own help, and of each argument what it is."""
    said = run("state", name, "--help").out
    summary = next(line for line in run("state", "--help").out.splitlines() if line.startswith(f"    {name} ")).split(None, 1)[1]
    assert f"{summary[0].upper()}{summary[1:]}.\n" in said
    assert not [line for line in said.splitlines() if line.strip() == "FILE"]


@pytest.mark.parametrize("words", [("calendar", "--json"), ("mark", "--json"), ("check", "--json"), ("version", "--json")])
def test_an_option_of_other_commands_is_no_slip(run: Run, words: tuple[str, ...]) -> None:
    """No option that merely has some of its letters is suggested."""
    assert run(*words).sentence.startswith(f"`protect-my-photos {words[0]}` has no option “--json”. `protect-my-photos")


@pytest.mark.parametrize("command", ["search", "learn", "countries"])
@pytest.mark.parametrize("as_json", [False, True])
def test_a_search_that_finds_nothing_is_done(run: Run, command: str, as_json: bool) -> None:
    """It could be done, so it ends with 0 and says on standard output what came of it; all commands that search agree."""
    said = run(command, "qqxxzz", *(["--json"] if as_json else []))
    assert (said.code, said.err) == (0, "")
    assert said.out


@pytest.mark.parametrize("words", [("show", "qqxxzz"), ("why", "qqxxzz"), ("letter", "qqxxzz"), ("mark", "qqxxzz", "done")])
def test_a_name_that_does_not_exist_is_an_error(run: Run, words: tuple[str, ...]) -> None:
    """What names one thing cannot be done without it: 1, a sentence on standard error, nothing on standard output."""
    said = run(*words)
    assert (said.code, said.out) == (1, "")
    assert said.sentence.startswith("There is no ")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_of_its_own(run: Run, command: str) -> None:
    """With what it takes."""
    said = run(command, "--help")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"usage: protect-my-photos {command} ")
    assert "--state FILE" in said.out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["xyzzy"], f"There is no command “xyzzy”. Choose from: {', '.join(COMMANDS)}. `protect-my-photos --help` says how."),
        (["plna"], "There is no command “plna”. Did you mean `plan`? `protect-my-photos --help` says how."),
        (["stauts", "--json"], "There is no command “stauts”. Did you mean `status` or `state`?"),
        (["Letters"], "There is no command “Letters”. Did you mean `letter`?"),
        (["undo"], "There is no command “undo”. Did you mean `mark --undo`?"),
        (["plna", "plan"], "There is no command “plna”. Did you mean `plan`?"),
        (["help", "plna"], "There is no command “plna”. Did you mean `plan`?"),
        (["state", "exprot"], "There is no command “exprot”. Did you mean `export`? `protect-my-photos state --help` says how."),
        (["--xyzzy"], "`protect-my-photos` has no option “--xyzzy”. `protect-my-photos --help` says how."),
        (["--verison"], "`protect-my-photos` has no option “--verison”. Did you mean `--version`?"),
        (["plan", "--formt", "html"], "`protect-my-photos plan` has no option “--formt”. Did you mean `--format`?"),
        (["plan", "--formt=html"], "`protect-my-photos plan` has no option “--formt”. Did you mean `--format`?"),
        (["state", "show", "--jsn"], "`protect-my-photos state show` has no option “--jsn”. Did you mean `--json`?"),
        (["status", "now"], "`protect-my-photos status` takes no “now”. `protect-my-photos status --help` says how."),
        (["plan", "--format", "htlm"], "--format cannot be “htlm”. Did you mean “html”?"),
        (["plan", "--format", "wav"], "--format cannot be “wav”. Choose from: text, md, html, json"),
        (["completion", "bsah"], "shell cannot be “bsah”. Did you mean “bash”?"),
        (["plan", "--minutes"], "Argument --minutes: expected one argument."),
        (["--state"], "Argument --state: expected one argument."),
        (["why"], "The following arguments are required: STEP."),
    ],
)
def test_wrong_usage_is_one_line(run: Run, words: list[str], sentence: str) -> None:
    """With what was probably meant, the way to the help of the command, and exit code 2."""
    said = run(*words)
    assert said.code == 2
    assert said.sentence.startswith(sentence[0].upper() + sentence[1:])
    assert said.sentence.endswith("--help` says how.")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_a_command_too(run: Run, command: str) -> None:
    """It prints what `--help` prints."""
    words = filter(None, [command])
    assert run("help", *filter(None, [command])) == run(*words, "--help")


@pytest.mark.parametrize("words", [["-V"], ["version"], ["--version"]])
def test_the_version_has_three_names(run: Run, words: list[str]) -> None:
    """As in other programs."""
    assert run(*words).out == f"protect-my-photos {__version__}\n"


@pytest.mark.parametrize("order", [lambda file: ["--state", file, "answer"], lambda file: ["answer", "--state", file]])
def test_the_state_file_is_named_before_or_after(
    run: Run, state_file: Path, tmp_path: Path, order: Callable[[str], list[str]]
) -> None:
    """It wins over the environment."""
    other = tmp_path / "other.json"
    assert run(*order(str(other)), "country=DE").code == 0
    assert held(other)["answers"] == {"country": "DE"}
    assert not state_file.exists()


@pytest.mark.parametrize("command", [["status"], ["answer", "country=DE"], ["state", "show"], ["mark", "--undo"]])
@pytest.mark.parametrize("name", ["/", ".", "/dev/null", "file/state.json"])
def test_a_state_file_that_cannot_be_one(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], name: str
) -> None:
    """One sentence with the next step, and exit code 1."""
    monkeypatch.chdir(tmp_path)
    Path("file").touch()
    said = run("--state", name, *command)
    assert said.code == 1
    assert "--state FILE" in said.sentence


def test_a_day_that_is_none(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the environment."""
    monkeypatch.setenv("PROTECT_MY_PHOTOS_TODAY", "soon")
    assert run("status").sentence == "PROTECT_MY_PHOTOS_TODAY is “soon”, which is not a day. Write it like 2026-11-23."


def struck_by(trouble: BaseException) -> Callable[..., NoReturn]:
    def act(*_: object) -> NoReturn:
        raise trouble

    return act


def test_an_interruption(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 130, without a word."""
    monkeypatch.setattr(status, "run", struck_by(KeyboardInterrupt()))
    said = run("status")
    assert (said.code, said.out, said.err) == (130, "", "")


def test_a_command_is_only_loaded_when_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The others declare nothing."""
    loaded: list[str] = []

    def watch(name: str) -> object:
        loaded.append(name)
        return import_module(name)

    monkeypatch.setattr("wizard.commands.parser.import_module", watch)
    main(["status"])
    assert set(loaded) == {"wizard.commands.status"}


def test_a_terminal_that_can_draw_nothing_gets_lines(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The line face says the same."""
    monkeypatch.setattr(os, "isatty", lambda _: True)
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr("wizard.plain.run.run_line_mode", lambda *given, **named: 77)
    assert run().code == 77


def test_a_terminal_that_is_gone_is_none(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Closed descriptors are no terminal."""
    monkeypatch.setattr(os, "isatty", struck_by(OSError(errno.EBADF, "Bad file descriptor")))
    assert run().sentence == cli.NO_TERMINAL.strip()


def test_usage_errors_come_from_one_parser() -> None:
    """Sub-commands too: none prints the usage of argparse."""
    made = build_parser(["plan"])
    sub = next(action for action in made._actions if isinstance(action, argparse._SubParsersAction))
    assert {type(each) for each in sub.choices.values()} == {type(made)}


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (["answer", "contry=DE"], "country"),
        (["answer", "country=Germny"], "DE"),
        (["answer", "region=Hambrg"], "region=DE-HH"),
        (["answer", "visibility=pubic"], "public"),
        (["answer", "services=facbook"], "facebook"),
        (["mark", "case/facebok", "sent"], "case/facebook"),
        (["mark", "instgram-private", "done"], "privacy-settings/instagram-private"),
        (["mark", "case/facebook", "snet"], "sent"),
        (["show", "instgram-private"], "privacy-settings/instagram-private"),
        (["why", "instgram-private"], "privacy-settings/instagram-private"),
        (["letter", "objction"], "objection"),
        (["letter", "objection", "--set", "nmae=Kim"], "name"),
        (["letter", "objection", "--set", "reasons=fcae"], "face"),
        (["learn", "faq-gdrp"], "faq-gdpr"),
        (["countries", "Germny"], "Germany"),
    ],
    ids=" ".join,
)
def test_a_slip_is_answered_with_what_was_meant(run: Run, words: list[str], meant: str) -> None:
    """Questions, places, answers, targets, steps, events, letters, fields, choices, articles."""
    run("answer", "country=DE", "services=facebook,instagram")
    said = run(*words)
    assert meant in said.out + said.err


def test_what_a_letter_needs_is_said_with_its_choices(run: Run) -> None:
    """So that nobody has to look them up."""
    run("answer", "country=DE", "services=facebook")
    assert "for reasons choose from face, old-posts," in run("letter", "objection").sentence
