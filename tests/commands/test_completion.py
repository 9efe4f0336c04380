"""`completion` and the man page: made from the command line itself, so that they cannot say anything else."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from tests.man import EXAMPLES, PAGE, man_page
from tests.running import Run, miss_tool
from wizard.commands.completion import SHELLS, _fish_steps
from wizard.commands.parser import COMMANDS, build_parser
from wizard.core.content_models import Library
from wizard.errors import WizardError


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_learns_commands_steps_and_letters(run: Run, shell: str) -> None:
    """And what can be recorded."""
    words = run("completion", shell).out
    assert all(
        each in words for each in (*COMMANDS, "privacy-settings/instagram-private", "case/facebook", "complaint-to-authority")
    )


def complete(run: Run, folder: Path, *typed: str) -> set[str]:
    """What a real bash offers for the last of these words; it splits words at “=” as it does for people."""
    bash = shutil.which("bash")
    if bash is None:
        miss_tool("there is no bash here")
    script = folder / "completion.bash"
    script.write_text(run("completion", "bash").out, encoding="utf-8")
    words = [part for word in ("protect-my-photos", *typed) for part in re.split("(=)", word) if part or not word]
    quoted = " ".join(map(shlex.quote, words))
    asked = (
        f"source {script}; COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; "
        "complete -p protect-my-photos >&2; _protect_my_photos_words protect-my-photos; printf '%s\\n' \"${COMPREPLY[@]}\""
    )
    done = subprocess.run([bash, "--norc", "-c", asked], capture_output=True, text=True, check=True)
    assert "-F _protect_my_photos_words" in done.stderr
    return {line.strip() for line in done.stdout.splitlines()} - {""}


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        (["sta"], {"status", "state"}),
        (["help", "sta"], {"status", "state"}),
        (["mark", "privacy-settings/instagram-priv"], {"privacy-settings/instagram-private"}),
        (["mark", "instagram-priv"], {"instagram-private"}),
        (["mark", "contact/K", "agr"], set()),
        (["mark", "contact/Kim", "decl"], {"declined"}),
        (["mark", "case/facebook", "refused-"], {"refused-with-reasons"}),
        (["show", "facebook-f"], {"facebook-form"}),
        (["plan", "--format", "h"], {"html"}),
        (["letter", "complaint-to-m"], {"complaint-to-meta"}),
        (["letter", "objection", "--set", "na"], {"name="}),
        (["letter", "objection", "--set", "reasons=old"], {"old-posts"}),
        (["answer", "visib"], {f"visibility={each}" for each in ("public", "mixed", "private", "unknown", "skip")}),
        (["answer", "services=inst"], {"instagram"}),
        (["answer", "country=DE", "region=DE-HH"], {"DE-HH"}),
        (["answer", "country=DE", "region=DE-H"], {"DE-HB", "DE-HE", "DE-HH"}),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, list) else "",
)
def test_bash_completes(run: Run, tmp_path: Path, typed: list[str], completed: set[str]) -> None:
    """In a real bash, also behind an “=”."""
    assert complete(run, tmp_path, *typed) == completed


def test_every_answer_can_be_completed(run: Run, tmp_path: Path, content: Library) -> None:
    """What is offered for a question is what `answer` takes."""
    for question in content.questions:
        offered = complete(run, tmp_path, "answer", f"{question.id}=")
        assert {option.id for option in question.choices} | {"skip"} <= offered


def test_fish_says_one_word_beside_each_value(run: Run) -> None:
    """Not the whole help of the argument, which it would repeat a hundred times."""
    for line in run("completion", "fish").out.splitlines():
        values = re.search(r'-x?ka "(?!\()([^"]*)"', line)
        if values:
            assert re.search(r" -d '?[\w=.]+'?$", line), line


@pytest.mark.parametrize(
    ("typed", "name", "beside"),
    [
        ("mark objection/facebook-f", "objection/facebook-form", ""),
        ("mark facebook-f", "facebook-form", ""),
        ("show facebook-f", "facebook-form", ""),
        ("why objection/facebook-f", "objection/facebook-form", ""),
        ("mark case/facebo", "case/facebook", "target"),
    ],
)
def test_fish_shows_the_title_of_a_step_beside_it(
    run: Run, tmp_path: Path, content: Library, typed: str, name: str, beside: str
) -> None:
    """In a real fish."""
    offered = complete_in_fish(run("completion", "fish").out, tmp_path, typed)
    assert offered[name] == (beside or content.steps["objection/facebook-form"].title)


def test_fish_takes_every_title_as_it_is(tmp_path: Path) -> None:
    """Signs that mean something to fish are not run, and not left out."""
    titles = {"a/one": "It's $HOME", "a/two": r"back\slash \' (date) %s", "a/three": '"quoted" * ~'}
    made = _fish_steps(titles, [*titles, "other"])
    script = f'{made["preamble"]["fish"]}\ncomplete -c protect-my-photos -f -ka "{made["fish"]}"\n'  # type: ignore[index]
    assert complete_in_fish(script, tmp_path, "") == {**titles, "other": ""}


def complete_in_fish(script: str, folder: Path, typed: str) -> dict[str, str]:
    """What a real fish offers for the last of these words, with what it shows beside each."""
    fish = shutil.which("fish")
    if fish is None:
        miss_tool("there is no fish here")
    (folder / "completion.fish").write_text(script, encoding="utf-8")
    asked = f"source completion.fish; complete -C {shlex.quote(f'protect-my-photos {typed}')}"
    done = subprocess.run([fish, "--no-config", "-c", asked], capture_output=True, text=True, check=True, cwd=folder)
    return {name: beside for name, _, beside in (line.partition("\t") for line in done.stdout.splitlines())}


@pytest.mark.parametrize("shell", SHELLS)
def test_content_that_cannot_be_read_does_not_trouble_a_shell(run: Run, monkeypatch: pytest.MonkeyPatch, shell: str) -> None:
    """Commands and options are completed all the same, and nothing is printed into the shell."""

    def refuse() -> NoReturn:
        raise WizardError("file-not-read", path="step.md", reason="x")

    monkeypatch.setattr("wizard.commands.completion.load_shipped_content", refuse)
    said = run("completion", shell)
    assert (said.code, said.err) == (0, "")
    assert "status" in said.out


def test_an_unknown_shell_is_named(run: Run) -> None:
    """With those that are known."""
    said = run("completion", "nu")
    assert said.code == 2
    assert all(shell in said.sentence for shell in SHELLS)


@pytest.mark.skipif(sys.version_info >= (3, 13), reason="argparse words its help in another way from Python 3.13 on")
def test_the_man_page_is_that_of_this_command_line() -> None:
    """`make man` writes it anew."""
    assert PAGE.read_text(encoding="utf-8") == man_page()


def test_the_man_page_is_plain_for_every_formatter() -> None:
    """Only ASCII with the escapes of roff, every part that a man page has, and an example for each thing people do."""
    text = PAGE.read_text(encoding="utf-8")
    assert text.isascii()
    headings = re.findall(r"^\.SH ([A-Z ]+)$", text, re.MULTILINE)
    assert {"NAME", "SYNOPSIS", "EXAMPLES", "ENVIRONMENT", "FILES", "EXIT STATUS"} <= set(headings)
    assert "\n.SH\n" not in text


def test_the_man_page_is_clean_in_troff() -> None:
    """Not one warning of groff, where it is at hand."""
    groff = shutil.which("groff")
    if groff is None:
        pytest.skip("there is no groff here")
    done = subprocess.run([groff, "-man", "-ww", "-Tutf8", str(PAGE)], capture_output=True, check=True)
    assert done.stderr == b""
    assert "“name”" not in done.stdout.decode()


def test_the_examples_of_the_man_page_are_understood() -> None:
    """Each is one that the command line takes."""
    for example in EXAMPLES:
        words = shlex.split(example)
        words = words[words.index("protect-my-photos") + 1 :]
        build_parser(words).parse_args(words)
