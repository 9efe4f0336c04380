"""The stand-alone executable hands the libraries of the system on, and says nothing about the computer that built it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from release import executable
from release.executable import remove_traces_of_installer

START = Path(executable.__file__).with_name("executable_start.py")
SEES = (
    "import os, runpy, sys, types\n"
    "stand_in = types.ModuleType('wizard.__main__')\n"
    "stand_in.start = lambda: print(os.environ.get('LD_LIBRARY_PATH'), os.environ.get('LD_LIBRARY_PATH_ORIG'))\n"
    "sys.modules['wizard'] = types.ModuleType('wizard')\n"
    "sys.modules['wizard.__main__'] = stand_in\n"
    "runpy.run_path(sys.argv[1])\n"
)


@pytest.mark.parametrize(
    ("variables", "seen"),
    [
        ({"LD_LIBRARY_PATH": "/bundle", "LD_LIBRARY_PATH_ORIG": "/mine"}, "/mine None"),
        ({"LD_LIBRARY_PATH": "/bundle"}, "None None"),
        ({}, "None None"),
    ],
)
def test_programs_that_it_starts_get_the_libraries_of_the_system(variables: dict[str, str], seen: str) -> None:
    """A browser or editor that loads libraries of the bundle may break."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("LD_")}
    done = subprocess.run(
        [sys.executable, "-c", SEES, START], env={**env, **variables}, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == seen


def test_what_the_installer_wrote_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its lists name folders of the computer on which the executable is built; versions and licences stay."""
    folder = tmp_path / "x-1.dist-info"
    (folder / "licenses").mkdir(parents=True)
    for name in ("METADATA", "RECORD", "direct_url.json", "licenses/LICENSE"):
        (folder / name).touch()
    monkeypatch.setattr(executable, "site_packages", lambda _: tmp_path)
    remove_traces_of_installer(tmp_path)
    kept = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    assert kept == ["METADATA", "licenses/LICENSE"]
