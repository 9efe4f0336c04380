"""What the program stands on: each package in a range, with a reason, used somewhere; and nothing used that is not named."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

import wizard

ROOT = Path(wizard.__file__).parents[1]
PROJECT = ROOT / "pyproject.toml"
OPTIONAL = {"textstat", "typst", "babel"}
"""Imported only where it is at hand. Babel compiles the messages of translators while the package is built."""
WITHIN = {"prompt_toolkit": "questionary", "markupsafe": "jinja2"}
"""What is a part of another package, and named beside it."""
DATA = {"tzdata"}
"""Packages of data: Python reads them where the system has none."""
pytestmark = pytest.mark.skipif(not PROJECT.exists(), reason="outside of a checkout there is no pyproject.toml")


def declared() -> dict[str, Requirement]:
    """The packages that are installed with the program."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    return {found.name: found for found in map(Requirement, project["dependencies"])}


@cache
def imported() -> frozenset[str]:
    """The names of all outside packages that the program imports, at the top or late."""
    names = {name for path in sorted((ROOT / "wizard").rglob("*.py")) for name in _imports(path)}
    return frozenset(names - {"wizard", *sys.stdlib_module_names})


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            yield node.module.partition(".")[0]


packages_of_modules = cache(metadata.packages_distributions)
"""The packages from which each module comes, read once: it takes a look into every installed package."""


def modules(package: str) -> set[str]:
    """What an installed package lets one import."""
    return {module for module, owners in packages_of_modules().items() if _plain(package) in map(_plain, owners)}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_each_has_a_lowest_and_a_highest_version_and_a_reason() -> None:
    """The next great version of a package is tried before it is trusted; data is newer every year and has no end."""
    lines = PROJECT.read_text(encoding="utf-8").partition("dependencies = [")[2].partition("\n]")[0].splitlines()
    for line in filter(str.strip, lines):
        found = Requirement(ast.literal_eval(line.partition("  #")[0].strip().rstrip(",")))
        signs = {each.operator for each in found.specifier}
        assert ">=" in signs, line
        assert "<" in signs or found.name in DATA | {"pycountry"}, line
        assert re.search(r"# \S+ \S+ \S+", line), line


@pytest.mark.parametrize("name", declared())
def test_each_is_used(name: str) -> None:
    """What nobody imports is not installed on anybody's computer."""
    if name in DATA:
        assert (ROOT / "wizard/places/time_zones.py").read_text(encoding="utf-8").count("tzdata")
        return
    assert modules(name) & imported()


def test_nothing_else_is_used() -> None:
    """What happens to be installed with something else may be gone tomorrow."""
    known = {module for name in declared() for module in modules(name)} | OPTIONAL | set(WITHIN)
    assert imported() - known == set()
    for part, package in WITHIN.items():
        needs = {_plain(Requirement(text).name) for text in metadata.requires(package) or ()}
        assert _plain(part) in needs, package
        assert package in declared()


def test_what_is_installed_fits() -> None:
    """The versions that the program runs with are those that are asked for, also by the packages among themselves.

    Tools of maintainers are pip's business: beside the lowest versions, the newest twine asks for a newer rich.
    """
    wrong = []
    for package in map(metadata.distribution, sorted(everything_installed())):
        for text in package.requires or ():
            need = Requirement(text)
            if need.marker and not need.marker.evaluate({"extra": ""}):
                continue
            try:
                here = metadata.version(need.name)
            except metadata.PackageNotFoundError:
                here = ""
            if not here or not need.specifier.contains(Version(here), prereleases=True):
                wrong.append(f"{package.name} needs {need}, here is {here or 'none'}")
    assert wrong == []


PERMISSIVE = re.compile(r"MIT|BSD|Apache|PSF|CC0|ISC|Unlicense|CC-BY|Unicode")


def everything_installed(name: str = "protect-my-photos") -> set[str]:
    """The program and all that comes along with it, also by way of others."""
    found, waiting = set[str](), [name]
    while waiting:
        package = _plain(waiting.pop())
        needs = () if package in found else map(Requirement, metadata.requires(package) or ())
        waiting += [need.name for need in needs if not need.marker or need.marker.evaluate({"extra": ""})]
        found.add(package)
    return found


def licence(package: str) -> str:
    """What a package says about its licence, in any of the three ways."""
    about = metadata.metadata(package)
    classifiers = [each for each in about.get_all("Classifier", []) if each.startswith("License")]
    return " ".join([" ".join(about.get_all("License-Expression", about.get_all("License", []))), *classifiers])


def test_readme_names_each_package_whose_licence_asks_for_more() -> None:
    """Whoever passes the program on must know; all others may be used for anything as long as their text comes along."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Licence")[2]
    asks_for_more = {package for package in everything_installed() if not PERMISSIVE.search(licence(package))}
    assert asks_for_more == {"pycountry", "shtab"}
    assert all(package in readme for package in asks_for_more)
