"""What argparse says in help and about wrong usage is in the language of the program."""

import argparse
import ast
import inspect
import re

import pytest

from tests.running import Run
from wizard.commands.argparse_messages import MESSAGES
from wizard.commands.parser import COMMANDS

from .test_catalogues import LANGUAGES

NOT_SAID = {
    "show program's version number and exit": "we say it in our own words",
    "unrecognized arguments: %s": "usage_errors says it",
    "invalid choice: %(value)r (choose from %(choices)s)": "usage_errors says it",
    "invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)": "usage_errors says it",
    "%(prog)s: error: %(message)s\n": "our parser ends with a sentence of its own",
    "invalid %(type)s value: %(value)r": "our readers of values raise sentences",
    "unknown parser %(parser_name)r (choices: %(choices)s)": "usage_errors says it before",
    "expected at most one argument": "no option takes a value or none",
    "one of the arguments %s is required": "no command has such a group",
    "not allowed with argument %s": "no command has such a group",
    "subcommands": "our list has a title of its own",
    "%(prog)s: warning: %(message)s\n": "nothing is deprecated",
    " (default: %(default)s)": "our help does not append defaults",
    "can't open '%(filename)s': %(error)s": "argparse opens no file for us",
    'argument "-" with mode %r': "argparse opens no file for us",
    "unexpected option string: %s": "it comes with a kind of arguments that is not in use",
}
"""What argparse can say, and why it does not say it here."""
MISTAKES_IN_CODE = re.compile(
    r"conflict|invalid argument for positionals|mutually exclusive|not callable|not defined|cannot merge|must start with"
    r"|dest= is required|cannot have multiple|can only be used|invalid option string"
)
WRONG_USAGE = [
    (["audit"], "The following arguments are required: EXPORT."),
    (["plan", "-o"], "Argument -o/--output: expected one argument."),
    (["search"], "The following arguments are required: WORDS."),
    (["check", "--skeleton"], "Argument --skeleton: expected at least one argument."),
    (["letter", "--set"], "Argument --set: expected one argument."),
    (["letter", "--se=x"], "Ambiguous option: --se=x could match --set, --set-file."),
    (["plan", "--json=x"], "Argument --json: ignored explicit argument 'x'."),
    (["plan", "--minutes", "many"], "Argument --minutes: “many” is not a number of minutes."),
]
"""Words on the command line, and what they are answered with in English."""
ENGLISH = re.compile(
    r"\b(?:usage|positional|show this help|argument \S+:|expected|following|required|ambiguous|could match|ignored explicit)\b"
)


def test_every_message_of_argparse_is_known() -> None:
    """A newer Python may say more: it is translated too, or the reason is given why nobody meets it."""
    calls = [each for each in ast.walk(ast.parse(inspect.getsource(argparse))) if isinstance(each, ast.Call)]
    looked_up = [each.args[0] for each in calls if isinstance(each.func, ast.Name) and each.func.id == "_"]
    messages = {str(each.value) for each in looked_up if isinstance(each, ast.Constant)}
    assert {each for each in messages - MESSAGES - set(NOT_SAID) if not MISTAKES_IN_CODE.search(each)} == set()
    assert messages >= MESSAGES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_in_one_language(run: Run, command: str, language: str) -> None:
    """The words of argparse around our own."""
    said = run("--lang", language, *command.split(), "--help")
    assert (said.code, said.err) == (0, "")
    assert ENGLISH.findall(said.out) == []
    assert "options:" not in said.out.splitlines()


@pytest.mark.parametrize(("words", "english"), WRONG_USAGE, ids=lambda value: " ".join(value) if isinstance(value, list) else "")
def test_wrong_usage_is_told_in_the_language_of_the_program(run: Run, words: list[str], english: str) -> None:
    """In one sentence, with the name of the argument and the way to the help."""
    assert run(*words).sentence == f"{english} `protect-my-photos {words[0]} --help` says how."
    for language in LANGUAGES:
        said = run("--lang", language, *words)
        assert said.code == 2
        assert ENGLISH.findall(said.sentence) == []
        assert f"`protect-my-photos {words[0]} --help`" in said.sentence
        assert set(re.findall(r"--?[a-z-]+|[A-Z]{4,}", english)) <= set(re.findall(r"--?[a-z-]+|[A-Z]{4,}", said.sentence))
