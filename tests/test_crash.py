"""No traceback reaches a person: whatever stops a command or a face, one line says what to do, and the state is intact."""

import errno
import importlib
import py_compile
import re
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import pytest

import wizard
from tests.journeys.terminal import Terminal
from tests.running import Said, process
from tests.tui.making import BERLIN, session
from wizard.__main__ import LAST_WORDS
from wizard.cli import main
from wizard.commands.parser import COMMANDS

SECRET = "Kim-Secret-Name"
WORDS: dict[str, list[str]] = {
    "answer": ["country=DE"],
    "mark": ["case/facebook", "note", "--note", SECRET],
    "letter": ["objection", "--set", f"name={SECRET}"],
    "audit": [f"{SECRET}.zip"],
    "show": ["privacy-settings/instagram-private"],
    "why": ["privacy-settings/instagram-private"],
    "countries": [SECRET],
    "learn": [SECRET],
    "search": [SECRET],
    "state": ["show"],
    "completion": ["bash"],
}
ERRORS: dict[str, tuple[BaseException, str]] = {
    "a mistake of ours": (RuntimeError(SECRET), "The program stopped because of a mistake in it (RuntimeError at "),
    "a missing key": (KeyError(SECRET), "The program stopped because of a mistake in it (KeyError at "),
    "text that cannot be written": (
        UnicodeEncodeError("ascii", SECRET, 0, 1, SECRET),
        "The program stopped because of a mistake",
    ),
    "endless calls": (RecursionError(SECRET), "The program stopped because of a mistake"),
    "no memory": (MemoryError(SECRET), "There was not enough memory to go on."),
    "a library that finds no room": (ImportError(f"{SECRET}: failed to map segment"), "There was not enough memory to go on."),
    "a part that is missing": (ModuleNotFoundError(SECRET, name="segno"), "A part of the program is missing (segno)."),
    "a part that does not fit": (ImportError(SECRET), "The program stopped because of a mistake in it (ImportError at "),
    "too many open files": (OSError(errno.EMFILE, SECRET, SECRET), "Too many files are open to go on."),
    "a file that is gone": (FileNotFoundError(errno.ENOENT, SECRET, SECRET), "The program stopped because the system refused"),
    "a stale file": (OSError(errno.ESTALE, SECRET), "The program stopped because the system refused"),
    "a file that cannot be read": (OSError(errno.EIO, SECRET, SECRET), "The program stopped because the system refused"),
    "a full output": (OSError(errno.ENOSPC, SECRET), "The output could not be written: No space left on device."),
}


@pytest.fixture
def state(state_file: Path) -> Path:
    """The state of a person in Berlin."""
    session(state_file, BERLIN)
    return state_file


def raises(error: BaseException) -> Callable[..., NoReturn]:
    """What raises this."""

    def act(*_: object, **__: object) -> NoReturn:
        raise error

    return act


@pytest.mark.parametrize("what", ERRORS)
@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_ends_in_a_traceback(
    command: str, what: str, state: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """One line, exit code 1, nothing of what the user typed, not a byte of the state changed."""
    error, sentence = ERRORS[what]
    monkeypatch.setattr("wizard.cli.redirect_to_devnull", lambda *_: None)
    monkeypatch.setattr(f"wizard.commands.{command}.run", raises(error))
    before = state.read_bytes()
    capfd.readouterr()
    code = main([command, *WORDS.get(command, [])])
    answer = Said(code, *capfd.readouterr())
    assert answer.code == 1
    assert answer.sentence.startswith(sentence)
    assert SECRET not in answer.sentence
    assert str(state) in answer.sentence or what == "a full output"
    assert state.read_bytes() == before


@pytest.mark.parametrize("named", [["--state", "{}"], ["--state={}"], ["--st", "{}"]])
def test_the_state_file_that_is_meant_is_named(
    named: list[str], state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """That of the command line, if it is there; where nothing is saved yet, no file is named."""
    other = tmp_path / "other.json"
    words = [each.format(other) for each in named]
    monkeypatch.setattr("wizard.commands.status.run", raises(RuntimeError()))
    main([*words, "status"])
    assert "saved in" not in capsys.readouterr().err
    other.write_bytes(state.read_bytes())
    main([*words, "status"])
    assert f"saved in {other}. " in capsys.readouterr().err


def test_a_failing_disk_is_not_taken_for_a_full_output(
    state: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same error of the system means another thing where files are read."""
    monkeypatch.setattr("wizard.storage.session.build_snapshot", raises(OSError(errno.EIO, "x")))
    assert main(["status"]) == 1
    told = capsys.readouterr().err
    assert told.startswith("The program stopped because the system refused something (Input/output error, at tests.test_crash:")
    assert ", called from wizard.storage.session:" in told
    assert str(state) in told


def test_an_error_outside_the_program_is_placed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Both the line where it arose and the last line of ours before it: never "unknown"."""
    monkeypatch.setattr("wizard.commands.parser.build_parser", lambda _: __import__("json").loads("{"))
    assert main(["status"]) == 1
    assert "(JSONDecodeError at json.decoder:" in (told := capsys.readouterr().err)
    assert ", called from wizard.cli:" in told


@pytest.mark.parametrize("kept", [0, 16, 40, 60])
def test_compiled_code_that_a_full_disk_has_cut_off_is_removed(
    kept: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Some versions of Python leave a part of such a file and fail at it for ever: the next start works."""
    monkeypatch.syspath_prepend(tmp_path)
    sys.modules.pop("cut_off", None)
    source = tmp_path / "cut_off.py"
    source.write_text(f"VALUE = {list(range(200))}\n", encoding="utf-8")
    compiled = Path(py_compile.compile(str(source)) or "")
    compiled.write_bytes(compiled.read_bytes()[:kept])
    monkeypatch.setattr("wizard.commands.parser.build_parser", lambda _: import_module("cut_off").missing)
    assert main(["status"]) == 1
    told = capsys.readouterr().err
    if kept < 16:  # without a whole head it is not used at all
        assert "AttributeError" in told
        return
    assert told.startswith("A file of the program was damaged, perhaps because the disk was full. It was removed. ")
    assert told.endswith("Start it again to go on.\n")
    assert not compiled.exists()
    importlib.invalidate_caches()
    assert len(import_module("cut_off").VALUE) == 200


@pytest.mark.parametrize("missing", ["wizard.commands.status", "wizard.content.content_loader", "wizard.core.snapshot"])
def test_a_part_that_cannot_be_loaded(missing: str) -> None:
    """An import that fails is named, and where the program itself cannot be loaded too."""
    answer = process(python=f"import sys; sys.modules[{missing!r}] = None; sys.argv = ['x', 'status']; {START}")
    assert answer.code == 1
    assert answer.sentence.startswith(f"A part of the program is missing ({missing}).")
    assert answer.sentence.endswith("Install the program again.")


START = "from wizard.__main__ import start; start()"


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        (["wizard.cli"], "A part of the program is missing (wizard.cli). What was saved before is unharmed."),
        (["wizard.cli", "wizard.system.crash"], f"{LAST_WORDS} (ModuleNotFoundError)"),
        (["wizard.system.crash"], f"{LAST_WORDS} (ModuleNotFoundError)"),
        (["wizard.errors"], "A part of the program is missing (wizard.errors). What was saved before is unharmed."),
    ],
)
def test_the_words_for_errors_may_be_missing_too(missing: list[str], sentence: str) -> None:
    """Then there are still last words."""
    lacks = "".join(f"sys.modules[{each!r}] = None; " for each in missing)
    answer = process(python=f"import sys; {lacks}sys.argv = ['x', 'status']; {START}")
    assert answer.code == 1
    assert answer.sentence.startswith(sentence)


BROAD = re.compile(r"^ *(?:except (?:Base)?Exception\b|except:|with suppress\((?:Base)?Exception\))(?P<rest>.*)$", re.MULTILINE)


def test_whoever_catches_every_error_says_why() -> None:
    """In a comment of the same line: behind the code of the lint rule, where it has one."""
    found = [
        (path.name, match[0].strip())
        for path in sorted(Path(wizard.__file__).parent.rglob("*.py"))
        for match in BROAD.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found
    assert [each for each in found if len(each[1].partition("#")[2].replace("noqa: BLE001", "").split()) < 4] == []


def test_an_interruption_while_the_program_is_loaded() -> None:
    """Exit code 130, without a word."""
    stop = "import sys\nclass Stop:\n def find_spec(self, *_): raise KeyboardInterrupt\n"
    answer = process(
        python=f"{stop}from wizard.__main__ import start\nsys.meta_path.insert(0, Stop())\nsys.argv = ['x', 'status']\nstart()"
    )
    assert (answer.code, answer.out, answer.err) == (130, "", "")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
@pytest.mark.parametrize("allowed", range(3, 8))
@pytest.mark.parametrize("command", ["status", "plan", "mark case/facebook note --note x", "state show"])
def test_few_open_files(command: str, allowed: int, state: Path) -> None:
    """A command does its work, or says in one line why not."""
    before = state.read_bytes()
    limit = f"import resource; resource.setrlimit(resource.RLIMIT_NOFILE, ({allowed}, {allowed}))"
    answer = process(
        python=f"import sys; sys.argv = ['x', *{command.split()}]; from wizard.__main__ import start; {limit}; start()"
    )
    if answer.code:
        assert answer.code == 1
        assert answer.sentence == f"{LAST_WORDS} (OSError)" or answer.sentence.startswith("Too many files are open"), answer
        assert state.read_bytes() == before


def test_too_little_memory(state: Path) -> None:
    """A state file that does not fit in: one line, and the file as it was."""
    event = '{"at": "2026-11-20T10:00:00+00:00", "kind": "note", "target": "case/facebook", "id": "%d"}'
    events = ",".join(event % number for number in range(180_000))
    state.write_text(f'{{"schema": 1, "answers": {{}}, "events": [{events}]}}', encoding="utf-8")
    before = state.stat()
    limit = "import resource; resource.setrlimit(resource.RLIMIT_AS, (80_000_000, 80_000_000))"
    answer = process(python=f"import sys; sys.argv = ['x', 'status']; {limit}; {START}")
    assert answer.code == 1
    assert answer.sentence.startswith("There was not enough memory to go on.")
    assert (state.stat().st_mtime_ns, state.stat().st_size) == (before.st_mtime_ns, before.st_size)


FACES: dict[str, tuple[list[str], dict[str, str], str]] = {
    "numbers": (["--plain"], {"ACCESSIBLE": "1"}, "wizard.plain.run.run_main_menu"),
    "arrows": (["--plain"], {}, "wizard.plain.run.run_main_menu"),
    "arrows, while asking": (["--plain"], {}, "wizard.plain.questionary_prompter.shortcut_hint"),
    "screen": ([], {}, "wizard.tui.app.WizardApp.on_mount"),
    "screen, before it stands": ([], {}, "wizard.tui.app.WizardApp.get_default_screen"),
    "screen, before it is made": ([], {}, "wizard.tui.app.WizardApp.__init__"),
}


@pytest.mark.parametrize(
    "error", ["RuntimeError(secret)", "MemoryError(secret)", "OSError(5, secret, secret)", "ImportError(secret)"]
)
@pytest.mark.parametrize("face", FACES)
def test_no_face_ends_in_a_traceback(face: str, error: str, state: Path, tmp_path: Path) -> None:
    """The same line as of a command, below all that was shown; the terminal is given back."""
    words, env, where = FACES[face]
    module, _, name = where.rpartition(".")
    inject = (
        "import sys, pkgutil\n"
        f"secret = {SECRET!r}\n"
        f"def fail(*_, **__): raise {error}\n"
        f"setattr(pkgutil.resolve_name({module!r}), {name!r}, fail)\n"
        "sys.argv[0] = 'protect-my-photos'\n"
        f"{START}"
    )
    before = state.read_bytes()
    program = (sys.executable, "-c", inject)
    with Terminal("--state", str(state), *words, folder=tmp_path, env=env, program=program, size=(200, 40)) as terminal:
        assert terminal.ends() == 1
        shown = terminal.raw.decode()
    assert "Traceback" not in shown
    assert SECRET not in shown
    last = shown.rstrip().splitlines()[-1]
    assert "The program stopped because" in last or "There was not enough memory to go on." in last, shown
    assert f"saved in {state}. " in last
    assert state.read_bytes() == before


def test_a_toolkit_that_is_missing(state: Path, tmp_path: Path) -> None:
    """The full screen cannot be loaded: the part that is missing is named."""
    lacks = f"import sys; sys.modules['textual'] = None; sys.argv[0] = 'x'; {START}"
    with Terminal("--state", str(state), folder=tmp_path, program=(sys.executable, "-c", lacks), size=(200, 40)) as terminal:
        assert terminal.ends() == 1
        assert terminal.text.startswith("A part of the program is missing (textual). Your answers and progress are saved in")


@pytest.mark.parametrize(
    "variable", ["TEXTUAL_DRIVER=bogus", "TEXTUAL_COLOR_SYSTEM=x", "TEXTUAL_LOG=log.txt", "TEXTUAL_PRESS=q", "TEXTUAL_FPS=x"]
)
def test_variables_of_the_toolkit_are_not_obeyed(variable: str, state: Path, tmp_path: Path) -> None:
    """No key is pressed, no log or picture written, no start fails."""
    name, _, value = variable.partition("=")
    folder = tmp_path / "here"
    folder.mkdir()
    with Terminal("--state", str(state), folder=folder, env={name: value}) as terminal:
        terminal.until(lambda lines: any("Welcome back" in line for line in lines), "the first screen")
        terminal.type("q")
        assert terminal.ends() == 0
    assert list(folder.iterdir()) == []
