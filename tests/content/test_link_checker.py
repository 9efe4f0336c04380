"""`check --links`: the only thing that opens connections; tested against a site on this computer."""

import ast
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

import wizard
from tests.check.checking import SOUND
from tests.running import Run, process, search_path
from wizard.content.link_checker import (
    BLOCKED,
    BROKEN,
    MOVED,
    NEEDS_LOGIN,
    OK,
    SLOW,
    HttpResult,
    LinkStatus,
    LocatedUrl,
    classify_result,
)

PAGES = ("ok", "gone", "moved", "elsewhere", "circle", "slow", "closed", "trouble", "no-head")
SOURCE = '\n[{id}]\ntitle = "T"\npublisher = "P"\nurl = "{url}"\nchecked = 2026-11-23\n'
NETWORK = {"socket", "http", "ssl", "ftplib", "smtplib", "poplib", "imaplib", "telnetlib", "xmlrpc", "socketserver"}
NETWORK_PARTS = {"urllib.request", "urllib.error"}
LINKS = Path(wizard.__file__).parent / "content" / "link_checker.py"


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], dict[str, Any]]:
    """What the check says of a content whose sources lie on that site, and what the site was asked."""
    content = tmp_path_factory.mktemp("links") / "content"
    copytree(SOUND, content)
    records = [SOURCE.format(id=name, url=f"http://SITE/{name}") for name in PAGES]
    records += [SOURCE.format(id="refused", url="http://NOBODY/"), SOURCE.format(id="bare", url="")]
    records += [SOURCE.format(id="login", url="https://help.instagram.com/contact/1")]
    (content / "sources.toml").write_text("".join(records), encoding="utf-8")
    (content / "authorities.toml").write_text("", encoding="utf-8")
    start = f"import sys; sys.argv[1:] = [{str(content)!r}]; from runpy import run_module"
    said = process(
        python=f"{start}; run_module('tests.content.link_server', run_name='__main__')",
        env={"PYTHONPATH": search_path(Path(__file__).parents[2]), "no_proxy": "127.0.0.1"},
    )
    assert said.code == 0, said
    *lines, last = said.out.splitlines()
    return lines, json.loads(last)


def verdict_on(lines: list[str], id: str) -> str:
    """What is said of a source; nothing where it is only counted."""
    return next((line.rpartition(": ")[2] for line in lines if line.startswith(f"sources.toml [{id}]:")), "")


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("ok", ""),
        ("no-head", ""),
        ("elsewhere", ""),
        ("gone", BROKEN),
        ("refused", BROKEN),
        ("circle", BROKEN),
        ("moved", MOVED),
        ("slow", SLOW),
        ("trouble", SLOW),
        ("closed", BLOCKED),
        ("login", ""),
        ("bare", ""),
    ],
)
def test_each_source_has_its_verdict(asked: tuple[list[str], dict[str, Any]], source: str, kind: str) -> None:
    """Reported by the source's id; what is fine, and what only a person can see, is counted."""
    assert verdict_on(asked[0], source) == kind


def test_the_end_counts_and_a_broken_link_fails(asked: tuple[list[str], dict[str, Any]]) -> None:
    """Everything that was asked is in the count, and pages behind Meta's login are explained."""
    lines, end = asked
    assert end["code"] == 1
    assert lines[-1] == (
        "11 links: 3 fine, 3 broken, 1 moved, 2 slow or in trouble, 1 closed to programs."
        " 1 at Meta was not asked: it needs a login, so only a person with a browser can tell."
    )


def test_a_moved_page_shows_its_new_address(asked: tuple[list[str], dict[str, Any]]) -> None:
    """So that it can be copied."""
    lines = asked[0]
    where = next(number for number, line in enumerate(lines) if line.startswith("sources.toml [moved]"))
    assert lines[where + 1].endswith("/ok.")
    assert "write its address" in lines[where + 2]


def test_the_check_is_polite(asked: tuple[list[str], dict[str, Any]]) -> None:
    """HEAD first, GET only where that does not help, one request for each page, and it says who asks."""
    seen = [(method, path) for method, path, _ in asked[1]["seen"]]
    assert seen.count(("HEAD", "/gone")) == seen.count(("GET", "/gone")) == 1
    assert seen.count(("HEAD", "/no-head")) == seen.count(("GET", "/no-head")) == 1
    assert ("GET", "/closed") not in seen
    assert {agent for *_, agent in asked[1]["seen"]} == {f"protect-my-photos/{wizard.__version__} (link check for contributors)"}


@pytest.mark.parametrize(
    ("url", "answer", "kind"),
    [
        ("https://www.facebook.com/help/contact/1", HttpResult(status=404), NEEDS_LOGIN),
        ("https://help.instagram.com/contact/1", HttpResult(trouble="refused"), NEEDS_LOGIN),
        ("https://notfacebook.com/", HttpResult(status=404), BROKEN),
        ("https://a.example/", HttpResult(status=410), BROKEN),
        ("https://a.example/", HttpResult(status=429), BLOCKED),
        ("https://a.example/", HttpResult(status=503), SLOW),
        ("https://a.example/", HttpResult(status=200, final="https://a.example", for_good=True), OK),
        ("https://a.example/", HttpResult(status=200, final="https://b.example/", for_good=True), MOVED),
        ("https://a.example/", HttpResult(status=200, final="https://b.example/"), OK),
    ],
)
def test_what_an_answer_means(url: str, answer: HttpResult, kind: str) -> None:
    """A page behind a login is never called broken."""
    assert classify_result(LocatedUrl("sources.toml [x]", url), answer).kind == kind


def test_a_computer_without_a_network_is_recognised(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then it is not the addresses that are broken."""

    def nothing(addresses: list[LocatedUrl]) -> Iterator[LinkStatus]:
        yield from (LinkStatus(each, BROKEN, "could not be reached: no such host") for each in addresses)

    monkeypatch.setattr("wizard.commands.check_links.check_urls", nothing)
    said = run("check", "--links", "--content", str(SOUND))
    assert said.code == 1
    assert "Nothing at all could be reached: is this computer connected?" in said.out


def test_without_being_asked_the_check_opens_nothing(run: Run) -> None:
    """Neither does it load what could open something."""
    already = "wizard.content.link_checker" in sys.modules
    assert run("check", "--content", str(SOUND)).code == 0
    assert already or "wizard.content.link_checker" not in sys.modules


def imported(path: Path) -> Iterator[str]:
    """All modules that a file names in an import."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from (node.module, *(f"{node.module}.{each.name}" for each in node.names))


def test_one_module_alone_knows_the_network() -> None:
    """No other one imports anything that could open a connection."""
    knowing = {
        path
        for path in LINKS.parents[1].rglob("*.py")
        if any(name.partition(".")[0] in NETWORK or name in NETWORK_PARTS for name in imported(path))
    }
    assert knowing == {LINKS}
