"""A letter for the mail program: whole, in a private file, and never in the arguments of a program, which everybody can list."""

import os
import stat
import time
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from urllib.parse import quote

import pytest

from wizard.system.link_actions import link_target, open_link, open_mail_draft
from wizard.system.private_files import remove_letters

SUBJECT, TEXT = "Objection – Kim Secret", "Dear Meta,\n\nI am Kim Secret & I object (100 %).\n\n" + "Long. " * 500
URL = f"mailto:?subject={quote(SUBJECT, safe='')}&body={quote(TEXT.replace(chr(10), chr(13) + chr(10)), safe='')}"
pytestmark = [
    pytest.mark.skipif(os.name != "posix", reason="the opener is a script for a Unix shell"),
    # the opener lives on by itself, as the mail program does
    pytest.mark.filterwarnings("ignore:subprocess .* is still running:ResourceWarning"),
]


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """A desktop whose opener writes down its arguments."""
    opener = tmp_path / "xdg-open"
    opener.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {tmp_path}/part && mv {tmp_path}/part {tmp_path}/arguments\n')
    opener.chmod(0o755)
    return {"PATH": f"{tmp_path}:{os.environ['PATH']}", "DISPLAY": ":0"}


@pytest.fixture(autouse=True)
def _on_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")


def arguments(folder: Path) -> list[str]:
    """What the opener was started with."""
    deadline = time.monotonic() + 30
    while not (folder / "arguments").exists():
        assert time.monotonic() < deadline, "the opener was never started"
        time.sleep(0.02)
    return (folder / "arguments").read_text(encoding="utf-8").splitlines()


def test_the_mail_program_gets_a_private_file_with_the_whole_letter(env: dict[str, str], tmp_path: Path) -> None:
    """Its path is all that stands in the arguments; the draft has no recipient, and counts as not sent."""
    assert open_link(link_target(URL, env), env)
    [path] = map(Path, arguments(tmp_path))
    assert "Secret" not in str(path)
    assert [stat.S_IMODE(each.stat().st_mode) for each in (path, path.parent)] == [0o600, 0o700]
    message = message_from_bytes(path.read_bytes(), policy=default)
    assert (message["Subject"], message["To"], message["X-Unsent"]) == (SUBJECT, None, "1")
    assert message.get_content().replace("\r\n", "\n").strip() == TEXT.strip()
    assert remove_letters() == [path.parent]


@pytest.mark.parametrize("lacks", ["PATH", "DISPLAY"])
def test_without_an_opener_or_a_desktop_nothing_is_started(lacks: str, env: dict[str, str], tmp_path: Path) -> None:
    """The caller says that the letter can be saved."""
    env[lacks] = "" if lacks == "DISPLAY" else "/nowhere"
    assert not open_mail_draft(URL, env)
    assert not (tmp_path / "arguments").exists()


def test_where_no_file_can_be_written_nothing_is_started(env: dict[str, str], home: Path, tmp_path: Path) -> None:
    """It is never put into the arguments instead."""
    (home / ".local").write_text("a file in the way", encoding="utf-8")
    assert not open_mail_draft(URL, env)
    assert not (tmp_path / "arguments").exists()


@pytest.mark.parametrize("url", ["mailto:someone@example.org?body=x", "https://example.org", "mailto:?body=a b", ""])
def test_only_a_draft_without_a_recipient_is_opened(url: str, env: dict[str, str], tmp_path: Path) -> None:
    """No link of the content can address a mail."""
    assert not open_mail_draft(url, env)
    assert not (tmp_path / "arguments").exists()
