"""Build the executable that needs no Python."""

import sys
from pathlib import Path

from . import __file__ as here
from .packages import site_packages
from .single_file import LEFT_OUT, system_tag
from .steps import NAME, build_environment, run, scripts_folder

LOADED_BY_NAME = ("wizard", "textual", "rich")
"""Packages that import some of their modules by name, which the bundler cannot see."""
WITH_DATA = ("wizard", "textual", "pycountry", "tzdata", "icalendar")
NOT_NEEDED = ("tkinter", "unittest", "pydoc_data", "lib2to3", "pip", "setuptools")


def executable_name(version: str) -> str:
    """Return the name of the executable."""
    return f"{NAME}-{version}-{system_tag()}{'.exe' if sys.platform == 'win32' else ''}"


def build_executable(environment: Path, target: Path) -> None:
    """Bundle the program of a virtual environment, which also holds PyInstaller, into one executable file."""
    work = target.parent / "executable"
    options = [
        *(f"--collect-submodules={name}" for name in LOADED_BY_NAME),
        *(f"--collect-data={name}" for name in WITH_DATA),
        f"--recursive-copy-metadata={NAME}",  # versions, and the licences of all packages
        *(f"--exclude-module={name}" for name in NOT_NEEDED),
        "--onefile", "--console", "--noconfirm", "--clean", "--log-level=WARN", "--noupx", f"--name={target.name}",
    ]  # fmt: skip
    folders = [f"--distpath={target.parent}", f"--workpath={work / 'work'}", f"--specpath={work}"]
    python = scripts_folder(environment) / "python"
    remove_traces_of_installer(environment)
    start = Path(here).with_name("executable_start.py")
    work.mkdir()
    run(python, "-m", "PyInstaller", *options, *folders, start, cwd=work, env=build_environment())


def remove_traces_of_installer(environment: Path) -> None:
    """Remove what the installer wrote about this computer, so that it does not get into the executable."""
    for folder in site_packages(environment).glob("*.dist-info"):
        for name in LEFT_OUT:
            (folder / name).unlink(missing_ok=True)
