"""Values that no one types on purpose: empty, two dashes, repeated, on the wrong side of the command. Each gets one sentence."""

from argparse import Action, ArgumentParser, _SubParsersAction
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.running import Run
from wizard.commands.parser import COMMANDS, build_parser

CASE = ("mark", "case/facebook", "sent")


def arguments(parser: ArgumentParser, words: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Action]]:
    """Every argument of every command, with the words of the command."""
    for action in parser._actions:
        if isinstance(action, _SubParsersAction):
            for name, command in action.choices.items():
                yield from arguments(command, (*words, name))
        else:
            yield words, action


ARGUMENTS = [(words, action) for command in COMMANDS for words, action in arguments(build_parser([command]))]
TAKING_TEXT = [
    (words, action.option_strings[-1]) for words, action in ARGUMENTS if action.option_strings and action.nargs is None
]
CHOSEN = [(words, action.option_strings[-1]) for words, action in ARGUMENTS if action.option_strings and action.choices]
EMPTY_ALLOWED = {"--list", "--minutes", "--note", "--person", "--set"}
"""An empty note is none; the others have sentences of their own, which their tests hold."""


@pytest.mark.parametrize(("words", "option"), sorted({each for each in TAKING_TEXT if each[1] not in EMPTY_ALLOWED}))
@pytest.mark.parametrize("is_one_word", [True, False])
def test_an_option_with_an_empty_value_does_nothing(
    run: Run, state_file: Path, words: tuple[str, ...], option: str, *, is_one_word: bool
) -> None:
    """A script forgot to set its variable: no other file, day or language is used instead."""
    said = run(*words, *([f"{option}="] if is_one_word else [option, ""]))
    assert said.code == 2
    assert said.sentence.startswith("The value for ")
    assert f"{option} is empty. `protect-my-photos" in said.sentence
    assert not state_file.exists()


@pytest.mark.parametrize("words", [("audit", ""), ("audit", "a.zip", ""), ("state", "import", ""), ("state", "export", "")])
def test_a_file_without_a_name_is_not_the_present_folder(run: Run, words: tuple[str, ...]) -> None:
    """An empty path would mean the folder that one is in."""
    said = run(*words)
    assert said.code == 2
    assert "is empty" in said.sentence


@pytest.mark.parametrize(("words", "option"), sorted(set(CHOSEN)))
def test_two_dashes_are_no_choice(run: Run, words: tuple[str, ...], option: str) -> None:
    """They are checked like any other value: `--format=--` names no format."""
    needed = {"show": ["instagram-private"], "why": ["instagram-private"], "audit": ["x.zip"], "search": ["x"]}
    said = run(*words, *needed.get(words[-1] if words else "", []), f"{option}=--")
    assert said.code == 2
    assert said.sentence.startswith(f"{option} cannot be “--”. Choose from: ")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("status --lang en", "--lang stands before the command: `protect-my-photos --lang CODE status`."),
        ("plan --lang=en --full", "--lang stands before the command: `protect-my-photos --lang CODE plan`."),
        ("state show --lang en", "--lang stands before the command: `protect-my-photos --lang CODE state show`."),
        ("--json status", "--json stands after the command: `protect-my-photos status --json`."),
        ("--minutes=10 plan", "--minutes stands after the command: `protect-my-photos plan --minutes N`."),
        ("--list letter", "--list stands after the command: `protect-my-photos letter --list`."),
    ],
)
def test_an_option_on_the_wrong_side_of_the_command(run: Run, words: str, sentence: str) -> None:
    """Its place is said: it is a right option."""
    said = run(*words.split())
    assert said.code == 2
    assert said.sentence.startswith(sentence)


@pytest.mark.parametrize("command", ["plan", "calendar"])
def test_a_dash_as_the_output_is_the_terminal(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    """As in other programs: no file of that name is made."""
    monkeypatch.chdir(tmp_path)
    run("answer", "country=DE", "services=facebook")
    assert run(command, "-o", "-") == run(command)
    assert not (tmp_path / "-").exists()


@pytest.mark.parametrize(
    ("given", "saved"),
    [
        ("services=facebook,,instagram", "services (Facebook, Instagram)"),
        ("services=instagram,facebook,instagram,", "services (Facebook, Instagram)"),
        (" Services = Facebook ", "services (Facebook)"),
        ("services= skip ", "services (skipped)"),
        ("services=SKIP", "services (skipped)"),
        ("services=\n", "services (open)"),
        ("services=\t, ,", "services (open)"),
    ],
)
def test_an_answer_is_said_back_as_it_is_kept(run: Run, given: str, saved: str) -> None:
    """Not as it was typed: twice, with gaps, in capitals."""
    run("answer", "services=threads")
    assert run("answer", given).out.startswith(f"Saved: {saved}.\n")


@pytest.mark.parametrize(
    "words", [("answer", "--set-file", "-"), (*CASE, "--note-file", "-"), (*CASE[:2], "note", "--note-file", "-")]
)
def test_an_input_that_is_closed_is_said(run: Run, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]) -> None:
    """Some schedulers start programs without one."""
    run("answer", "country=DE", "services=facebook")
    monkeypatch.setattr("sys.stdin", None)
    said = run(*words)
    assert said.code == 1
    assert said.sentence == ("There is nothing to read from: the input is closed. Name a file, or send the lines through a pipe.")


@pytest.mark.parametrize(
    "words",
    [
        "answer {}",
        "answer country={}",
        "answer services={}",
        "answer {}=x",
        "--lang={} status",
        "countries {}",
        "--plain --script={}",
        "plan --answers={}",
        "mark {} done",
        "mark case/facebook {}",
        "letter {}",
        "letter objection --lang={}",
        "learn {}",
        "search {}",
        "audit {}",
        "completion {}",
        "help {}",
        "plan {}",
        "plan --minutes={}",
        "{}",
        "show {}",
        "state import {}",
    ],
)
def test_what_was_typed_is_repeated_in_short(run: Run, words: str) -> None:
    """Who pastes a page by mistake can still see what is wrong with it."""
    run("answer", "country=DE", "services=facebook")
    said = run(*(word.format("x" * 5000) for word in words.split()))
    assert len(said.out) + len(said.err) < 1800
    assert said.code in (0, 1, 2)


@pytest.mark.parametrize("columns", ["0", "1", "-5", "100000", "9" * 5000, "²", "x"])
def test_help_has_some_width_whatever_is_said_of_the_terminal(run: Run, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    """COLUMNS is a text like any other."""
    monkeypatch.setenv("COLUMNS", columns)
    said = run("plan", "--help")
    assert (said.code, said.err) == (0, "")
    assert "--minutes N" in said.out
