"""The real command line, as scripts use it: exit codes, pipes, closed doors, no terminal."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.shapes import fits
from tests.export.reading import read_page, shape
from tests.running import PROGRAM, process
from tests.storage.keeping import held
from wizard.cli import NO_TERMINAL

STEP = "privacy-settings/instagram-private"
pytestmark = pytest.mark.usefixtures("state_file")


def shell(line: str) -> tuple[int, str, str]:
    """What a shell makes of a line in which `it` is the program: code, output, errors."""
    done = subprocess.run(
        ["bash", "-c", f"it() {{ '{PROGRAM[0]}' {' '.join(PROGRAM[1:])} \"$@\"; }}; {line}"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def test_a_whole_sitting(state_file: Path) -> None:
    """Answer, plan, mark, status, take back: each a process of its own."""
    assert process("answer", "country=DE", "services=facebook,instagram").code == 0
    plan = process("plan", "--format", "json").json
    fits(plan, "plan")
    assert (plan["path"], plan["law"]) == ("opt-out", "GDPR")
    assert process("mark", plan["next"], "done").code == 0
    status = process("status", "--json").json
    fits(status, "status")
    assert status["progress"]["done"] == 1
    assert status["exposure"]["open"] < plan["exposure"]["open"]
    assert process("mark", "--undo").out.startswith(f"Taken back: {plan['next']} done")
    assert len(held(state_file)["events"]) == 4


@pytest.mark.parametrize("words", [[], ["--state", "elsewhere.json"]])
def test_without_a_terminal_nothing_is_asked(words: list[str]) -> None:
    """One sentence, exit code 2: the bare command would wait for ever."""
    said = process(*words)
    assert said.code == 2
    assert said.sentence == NO_TERMINAL.strip()


@pytest.mark.parametrize(
    ("words", "code"),
    [(["--version"], 0), (["--help"], 0), (["status"], 0), (["plan"], 1), (["why", "nothing"], 1), (["mark"], 2), (["dance"], 2)],
)
def test_exit_codes(words: list[str], code: int) -> None:
    """0 done, 1 it could not be done, 2 wrong usage; words go to one side only."""
    said = process(*words)
    assert said.code == code
    assert bool(said.out) is (code == 0)
    assert bool(said.err) is (code != 0)


def test_an_interruption_ends_with_130(state_file: Path) -> None:
    """Ctrl-C while the command waits for another program; the file is not touched."""
    fcntl = pytest.importorskip("fcntl")
    state_file.parent.mkdir()
    with Path(f"{state_file}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        waiting = subprocess.Popen([*PROGRAM, "mark", STEP, "done"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        _until_it_waits(waiting)
        waiting.send_signal(signal.SIGINT)
        out, err = waiting.communicate(timeout=20)
    assert (waiting.returncode, out, err) == (130, "", "")
    assert not state_file.exists()


def _until_it_waits(process: "subprocess.Popen[str]") -> None:
    """Until the other process sleeps time and again; where that cannot be seen, for two seconds."""
    asleep = 0
    for _ in range(100):
        time.sleep(0.02)
        about = Path(f"/proc/{process.pid}/stat")
        asleep = asleep + 1 if about.exists() and about.read_text().rpartition(")")[2].split()[0] == "S" else 0
        if asleep == 5:
            return


@pytest.mark.parametrize("command", ["plan --format json", "countries", "--help", "plan --help"])
def test_a_reader_that_has_seen_enough(command: str) -> None:
    """`| head` ends quietly: no traceback, no complaint at exit."""
    code, _, err = shell(
        f"it answer country=DE services=facebook >/dev/null; it {command} | head -c 1; echo ${{PIPESTATUS[0]}} >&2"
    )
    assert (code, err) == (0, "0\n")


def test_a_pipe_without_a_reader_keeps_what_was_recorded(state_file: Path) -> None:
    """The event is in the file before a word is said."""
    _, _, err = shell(f"it mark {STEP} done | true; echo ${{PIPESTATUS[0]}} >&2")
    assert err == "0\n"
    assert [each["target"] for each in held(state_file)["events"]] == [STEP]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("command", ["plan", "--help", "--version"])
def test_output_that_finds_no_room(command: str) -> None:
    """One sentence, exit code 1, also when it is only noticed at the end."""
    code, _, err = shell(f"it answer country=DE >/dev/null; it {command} >/dev/full")
    assert (code, err) == (1, "The output could not be written: No space left on device. Send it somewhere else, or make room.\n")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("it status >&-", 0),
        ("it --version >&-", 0),
        ("it --version 2>&-", 0),
        ("it status 2>&-", 0),
        ("it why nothing 2>&-", 1),
        ("it <&-", 2),
    ],
)
def test_closed_doors(line: str, expected: int) -> None:
    """What nobody listens to is not said, and the exit code is the same."""
    code, _, err = shell(line)
    assert code == expected
    assert "Traceback" not in err


@pytest.mark.parametrize("encoding", ["ascii", "utf-8"])
def test_a_terminal_of_few_letters(encoding: str) -> None:
    """What it cannot show is a question mark, never an error."""
    process("answer", "country=AT", "services=instagram")
    for command in (["plan"], ["countries"]):
        done = subprocess.run(
            [*PROGRAM, *command], env={**os.environ, "PYTHONIOENCODING": encoding}, capture_output=True, timeout=60, check=True
        )
        assert done.stderr == b""
        assert done.stdout.decode(encoding)


def read_html(text: str) -> object:
    """The elements of a page, and its words."""
    page = read_page(text)
    return shape(page), page.words


@pytest.mark.parametrize("encoding", ["ascii", "cp437"])
@pytest.mark.parametrize(
    ("command", "read"),
    [
        (["plan", "--json"], json.loads),
        (["search", "--json", "geschützt “photos”"], json.loads),
        (["state", "export", "-"], json.loads),
        (["plan", "--format", "html"], read_html),
    ],
)
def test_data_mean_the_same_whatever_the_encoding(command: list[str], read: Callable[[str], object], encoding: str) -> None:
    """A similar letter for a quotation mark would end a string too early: such letters are escaped instead."""
    process("answer", "country=AT", "services=instagram")
    process("mark", STEP, "note", "--note", "“ü” 状")
    whole, few = (process(*command, env={"PYTHONIOENCODING": each}) for each in ("utf-8", encoding))
    assert few.out.isascii()
    assert read(few.out) == read(whole.out)


def test_json_is_utf_8_text(tmp_path: Path) -> None:
    """And can be read back from a file."""
    process("answer", "country=DE", "region=TH")
    code, out, _ = shell("it plan --format json")
    assert (code, json.loads(out)["country"]) == (0, "DE")
