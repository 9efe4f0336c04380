"""What is long to hear comes in parts, whatever it is: a letter, an article, the plan, the report of an export."""

from io import StringIO
from pathlib import Path

import pytest

from tests.audit.facebook import GENERATIONS, as_bytes
from tests.audit.packing import one_zip
from tests.audit.world import facebook_life
from tests.plain.telling import BERLIN, session
from wizard.content.content_loader import load_shipped_content
from wizard.plain.conversation import Conversation
from wizard.plain.main_menu import run_main_menu
from wizard.plain.numbered_prompter import NumberedPrompter
from wizard.plain.prompter import ExitRequested

LETTER = ("letters", "objection to", "Kim", "k@example.org", "@kim", ".", "1", "", "", "", "")
READINGS = {
    "a letter": LETTER,
    "an article": ("learn", "background", "1"),
    "the plan": ("papers", "here"),
    "the report of an export": ("Look into my data", "1", "EXPORT", "s"),
}


def listened(folder: Path, *typed: str) -> str:
    """What a listener hears who types these lines, without the wide spaces between parts."""
    out = StringIO()
    lines = StringIO("".join(f"{line}\n" for line in typed))
    prompter = NumberedPrompter(lines, out, echo=True, interactive=True)
    on = session(folder / "state.json", BERLIN, library=load_shipped_content())
    with pytest.raises(ExitRequested):
        run_main_menu(Conversation(on, prompter, {}))
    return out.getvalue()


@pytest.mark.parametrize("reading", READINGS)
def test_a_long_reading_stops_and_asks(reading: str, tmp_path: Path) -> None:
    """Whoever has heard enough says so and goes on with the choices."""
    [export, *_] = one_zip(tmp_path, as_bytes(GENERATIONS["2024"][0](facebook_life())))
    typed = [str(export) if line == "EXPORT" else line for line in READINGS[reading]]
    said = listened(tmp_path, *typed, "n")
    assert said.count("Read on?") == 1, said
    assert len(listened(tmp_path, *typed, "y", "n")) > len(said)


def test_a_letter_that_was_not_heard_to_its_end_does_not_say_so(tmp_path: Path) -> None:
    """Its end is said once it was read."""
    assert "That was the letter." not in listened(tmp_path, *LETTER, "n")
    assert "That was the letter." in listened(tmp_path, *LETTER, *["y"] * 9)
