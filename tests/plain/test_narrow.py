"""Line mode in windows of a few columns: every prompt can be drawn and answered, and every word is said."""

from io import StringIO
from pathlib import Path

import pytest
from prompt_toolkit.data_structures import Size
from prompt_toolkit.output.vt100 import Vt100_Output

from tests.plain.telling import heard, session
from tests.plain.test_arrows import KINDS, UNICODE, typing
from tests.plain.transcripts import LIVES
from wizard.plain.prompter import BackRequested
from wizard.plain.questionary_prompter import QuestionaryPrompter

WIDTHS = (1, 2, 5, 6)
WINDOWS = tuple((columns, rows) for columns in range(1, 7) for rows in (1, 3))


@pytest.mark.parametrize("name", LIVES)
def test_a_conversation_says_the_same_in_any_width(name: str, tmp_path: Path) -> None:
    """Only the lines are broken elsewhere."""
    answers, marks, typed = LIVES[name]
    words = {}
    for width in (0, *WIDTHS):
        folder = tmp_path / f"{width}"
        said = heard(session(folder / "state.json", answers, marks), *typed, width=width)
        words[width] = said.replace(str(folder), "FOLDER").split()
    assert all(said == words[0] for said in words.values())


@pytest.mark.parametrize("window", WINDOWS, ids=lambda window: "{}x{}".format(*window))
@pytest.mark.parametrize("kind", KINDS)
def test_every_prompt_with_arrow_keys_can_be_left(kind: str, window: tuple[int, int]) -> None:
    """Even where the terminal can show nothing of it: the keys work as ever."""
    columns, rows = window
    keys = "\x01\x0b\x7f\x01\x0bb\r"
    with typing(keys, Vt100_Output(StringIO(), lambda: Size(rows, columns))), pytest.raises(BackRequested):
        KINDS[kind](QuestionaryPrompter(UNICODE))
