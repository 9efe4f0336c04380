"""What a screen reader says: each text ends with one full stop."""

import pytest

from wizard.core.blocks import paragraph
from wizard.export.render_speech import spoken_lines


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Choose Private", "Choose Private."),
        ("Choose Private.", "Choose Private."),
        ("Is it private?", "Is it private?"),
        ("It says “Done.”", "It says “Done.”"),
        ("Choisissez « Confirmer. »", "Choisissez « Confirmer. »"),
        ("Choose “Private”", "Choose “Private”."),
    ],
)
def test_a_text_ends_with_one_full_stop(text: str, said: str) -> None:
    """Also where a quotation or a bracket closes behind it."""
    assert list(spoken_lines([paragraph(text)])) == [said]
