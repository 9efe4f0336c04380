"""What always holds of a session: a second tick changes nothing, and taking back restores what was."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.making import CASE_KINDS, TODAY
from tests.storage.test_session import LIBRARY, A, clock
from wizard.core.event import STEP_KINDS
from wizard.storage.session import Session
from wizard.storage.state_format import State
from wizard.storage.store import Store


class Memory(Store):
    """A state file that is only thought of, for tests that try very many things."""

    def __init__(self) -> None:
        super().__init__(Path("/nowhere/state.json"))
        self.state = State({"schema": 1})

    def read(self) -> State:
        """What was written last, through JSON as a file would go."""
        return State(json.loads(json.dumps(self.state.data)))

    def change(self, edit: Callable[[State], None]) -> State:
        """Apply a change."""
        edit(self.state)
        return self.read()


TARGETS = st.sampled_from([A, "privacy-settings/b", "objection/facebook-form", "case/facebook"])
MARKS = st.tuples(TARGETS, st.integers(0, 10)).map(lambda mark: (mark[0], _kind(*mark)))


def _kind(target: str, number: int) -> str:
    kinds = CASE_KINDS if target.startswith("case/") else STEP_KINDS
    return kinds[number % len(kinds)]


def _lives(marks: list[tuple[str, str]]) -> Session:
    session = Session(LIBRARY, Memory(), TODAY, clock())
    session.record_answers({"country": ("DE",), "services": ("facebook",)})
    for target, kind in marks:
        session.mark(target, kind)
    return session


def _stands(session: Session) -> dict[str, Any]:
    case = session.snapshot
    steps = {entry.id: entry.status for entry in case.steps}
    return (
        steps
        | {each.target: (each.status, each.due, each.recommendation) for each in case.requests}
        | {"exposure": case.exposure}
    )


@settings(max_examples=50)
@given(st.lists(MARKS, max_size=6), MARKS)
def test_marking_twice_is_marking_once(marks: list[tuple[str, str]], mark: tuple[str, str]) -> None:
    """For whoever looks: status, due days, exposure."""
    assert _stands(_lives([*marks, mark, mark])) == _stands(_lives([*marks, mark]))


@settings(max_examples=50)
@given(st.lists(MARKS, max_size=6), MARKS)
def test_taking_back_restores_what_was(marks: list[tuple[str, str]], mark: tuple[str, str]) -> None:
    """The whole case, not only the step."""
    session = _lives(marks)
    before = session.snapshot
    session.mark(*mark)
    session.undo()
    assert session.snapshot == before


@settings(max_examples=50)
@given(st.lists(MARKS, max_size=6))
def test_everything_can_be_taken_back(marks: list[tuple[str, str]]) -> None:
    """One by one, down to where it began."""
    session = _lives(marks)

    def takings_back() -> Iterator[object]:
        while taken := session.undo():
            yield taken

    assert len(list(takings_back())) == len(marks)
    assert _stands(session) == _stands(_lives([]))
