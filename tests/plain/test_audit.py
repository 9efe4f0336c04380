"""The audit in lines: what is said while an export is read, and that several parts may be named."""

from pathlib import Path

import pytest

from tests.audit.facebook import GENERATIONS, as_bytes
from tests.audit.packing import parts
from tests.audit.world import facebook_life
from tests.plain.telling import BERLIN, heard, session
from wizard.plain import audit
from wizard.services.library import shipped


def test_now_and_then_a_word_about_how_far_it_is() -> None:
    """A line every few seconds, and none in between."""
    moments = iter([0.0, 1.0, 4.0, 4.1, 7.9, 8.5, 60.0])
    said: list[str] = []
    told = audit.heard(said.append, lambda: next(moments))
    for done in (5, 20, 21, 40, 50, 100):
        told(done, 100)
    assert said == [
        "20 percent read, about 16 seconds left.",
        "50 percent read, about 8 seconds left.",
        "100 percent read, about 1 second left.",
    ]


def test_a_long_reading_is_not_silent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both in the conversation: three parts named in one line, and words while they are read."""
    monkeypatch.setattr(audit, "EVERY", 0.0)
    made = parts(tmp_path, as_bytes(GENERATIONS["2024"][0](facebook_life())))
    on = session(tmp_path / "s.json", BERLIN, library=shipped())
    said = heard(on, "Look into my data", " ".join(map(str, made)), "s", "b", "q")
    assert " percent read" in said
    assert "Worst first" in said
