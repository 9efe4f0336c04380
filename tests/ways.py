"""Try out every way of getting the program that README names, by pasting its lines into a shell.

The address of the repository is replaced by that of a local copy. Packages come from a folder that is filled first, so that
what is tried is the ways themselves. `make dist` has to come before, for the files of the page of releases.
"""

import os
import re
import shutil
import sys
import sysconfig
import tempfile
from pathlib import Path

from release.packages import build_packages, collect_wheels
from release.steps import CHECKOUT, NAME, run, say
from tests.journeys import terminal

BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
STARTS = re.compile(rf"^(?:uvx .*|pipx run .*|make run|{NAME}|\./{NAME}\S*|python3 {NAME}\S*)$", re.MULTILINE)
"""A line that starts the wizard."""
FULL_SCREEN = b"\x1b[?1049h"
BUILDS_WITH = ("hatchling", "editables", "pip", "setuptools", "wheel")
PATIENCE_SECONDS = 300.0


def ways_of_getting(readme: str) -> list[str]:
    """The blocks of shell lines in the section “Get it”; the first one names the repository."""
    section = readme.partition("\n## Get it\n")[2].partition("\n## ")[0]
    return BLOCK.findall(section)


def try_way(way: str, place: Path, wheels: Path) -> None:
    """Paste these lines into a shell with a new home folder; leave the wizard each time that it starts."""
    home = Path(tempfile.mkdtemp(dir=place))
    for path in (CHECKOUT / "dist").glob("*") if f"{NAME}-*" in way else ():
        shutil.copy2(path, home)
    env = _environment(home, wheels)
    script = f"set -eu\nREPOSITORY=file://{place / 'repository'}\n{way}"
    with terminal.Terminal(folder=home, env=env, program=("/bin/bash", "-c", script)) as shell:
        for number in range(1, len(STARTS.findall(way)) + 1):
            shell.until(
                lambda lines, number=number: shell.raw.count(FULL_SCREEN) >= number and "this computer" in "\n".join(lines),  # type: ignore[misc]
                f"the first screen after {way}",
            )
            shell.type("q")
        assert shell.ends() == 0, shell.text


def _environment(home: Path, wheels: Path) -> dict[str, str]:
    """Variables for a shell that finds packages in one folder only."""
    (home / ".config" / "uv").mkdir(parents=True)
    (home / ".config" / "uv" / "uv.toml").write_text(f"no-index = true\nfind-links = [{str(wheels)!r}]\n", encoding="utf-8")
    named = {name: "" for name in os.environ if name.startswith(("PIP_", "UV_", "XDG_", "PROTECT_MY_PHOTOS_"))}
    return named | {
        "HOME": str(home),
        "PATH": f"{home / '.local/bin'}:{sysconfig.get_path('scripts')}:{os.environ['PATH']}",
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(wheels),
        "PIP_CONFIG_FILE": os.devnull,
        "XDG_CONFIG_HOME": str(home / ".config"),
        "UV_PYTHON_DOWNLOADS": "never",
        "UV_PYTHON": sys.executable,
    }


def main() -> None:
    """Fill the folder of packages, copy the repository, try each way."""
    terminal.WAIT_SECONDS = PATIENCE_SECONDS
    address, *ways = ways_of_getting((CHECKOUT / "README.md").read_text(encoding="utf-8"))
    assert address.startswith("REPOSITORY="), address
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        run("git", "clone", "--quiet", f"file://{CHECKOUT}", place / "repository", cwd=place)
        wheels = place / "wheels"
        wheels.mkdir()
        collect_wheels(build_packages(wheels)[1], wheels, *BUILDS_WITH)
        for way in ways:
            assert STARTS.search(way), f"no line starts the wizard: {way}"
            try_way(way, place, wheels)
            say(f"Works: {'; '.join(way.splitlines())}")


if __name__ == "__main__":
    main()
