"""`completion` and the man page: made from the command line itself, so that they cannot say anything else."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.man import PAGE, man_page
from tests.running import Run, miss_tool
from wizard.commands.completion import SHELLS
from wizard.commands.parser import COMMANDS


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_learns_commands_steps_and_letters(run: Run, shell: str) -> None:
    """And what can be recorded."""
    words = run("completion", shell).out
    assert all(
        each in words for each in (*COMMANDS, "privacy-settings/instagram-private", "case/facebook", "complaint-to-authority")
    )


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        (["sta"], {"status", "state"}),
        (["mark", "privacy-settings/instagram-priv"], {"privacy-settings/instagram-private"}),
        (["mark", "case/facebook", "refused-"], {"refused-with-reasons"}),
        (["plan", "--format", "h"], {"html"}),
        (["letter", "complaint-to-m"], {"complaint-to-meta"}),
    ],
)
def test_bash_completes(run: Run, tmp_path: Path, typed: list[str], completed: set[str]) -> None:
    """In a real bash."""
    bash = shutil.which("bash")
    if bash is None:
        miss_tool("there is no bash here")
    script = tmp_path / "completion.bash"
    script.write_text(run("completion", "bash").out, encoding="utf-8")
    words = ["protect-my-photos", *typed]
    asked = (
        f"source {script}; COMP_WORDS=({' '.join(words)}); COMP_CWORD={len(words) - 1}; "
        f"_shtab_protect_my_photos protect-my-photos '{words[-1]}' '{words[-2]}'; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    )
    done = subprocess.run([bash, "--norc", "-c", asked], capture_output=True, text=True, check=True)
    assert {line.strip() for line in done.stdout.splitlines()} == completed


def test_an_unknown_shell_is_named(run: Run) -> None:
    """With those that are known."""
    said = run("completion", "nu")
    assert said.code == 2
    assert all(shell in said.sentence for shell in SHELLS)


@pytest.mark.skipif(sys.version_info >= (3, 13), reason="argparse words its help in another way from Python 3.13 on")
def test_the_man_page_is_that_of_this_command_line() -> None:
    """`make man` writes it anew."""
    assert PAGE.read_text(encoding="utf-8") == man_page()
