"""The full screen is for people who may not know a shell: no page of it names a command."""

import re
from pathlib import Path

import pytest

from tests.i18n.test_messages import calls
from tests.tui.making import BERLIN, session, sitting, wizard
from wizard.commands.parser import COMMANDS
from wizard.storage.people import person_path
from wizard.storage.state_report import left_in_words
from wizard.system.environment import state_path
from wizard.tui.messages import WipeRequested

COMMAND = re.compile(rf"protect-my-photos (?:\S+ )*(?:{'|'.join(COMMANDS)})\b")
SHARED_ROOMS = ("wizard/tui/", "wizard/views/")


def test_no_text_of_a_page_names_a_command() -> None:
    """Pages are shared with line mode, which names none either."""
    assert [each.text for each in calls() if each.file.startswith(SHARED_ROOMS) and COMMAND.search(str(each.text))] == []


async def test_removing_everything_names_no_command_for_the_files_of_others(
    state_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The files of other people are named; the command line adds the command for each."""
    monkeypatch.delenv("PROTECT_MY_PHOTOS_STATE")
    first = state_path(None, {})
    other = person_path("Anna", first)
    session(first, BERLIN).open_person("Anna")
    async with sitting(wizard(session(first)), (120, 40)) as person:
        await person.at("WelcomeBackScreen")
        person.app.post_message(WipeRequested())
        await person.at("WelcomeScreen")
        said = " ".join(str(each.message) for each in person.app._notifications)
        assert other.name in said
        assert not COMMAND.search(said)
        assert COMMAND.search("".join(left_in_words(person.app.session.store)))
