"""Letters as data for JSON: the list, one with its fields, and a rendered one. Keys may be added, not renamed."""

import json

from wizard.core.letter.field_values import offered_options
from wizard.core.letter.models import Letter
from wizard.core.letter.selection import upcoming_letters, usable_letters
from wizard.core.snapshot import Snapshot
from wizard.export.render_text import LETTER_WIDTH, TextLayout, render_text

from .template import RenderedLetter


def letter_list_data(snapshot: Snapshot) -> list[dict[str, object]]:
    """Return all letters: those that fit now, those that may come later, then the others."""
    now, later = usable_letters(snapshot), upcoming_letters(snapshot)
    others = [letter for letter in snapshot.library.letters.values() if letter not in (*now, *later)]
    groups = (("now", now), ("later", later), ("other", others))
    return [{**_summary(letter), "fits": fits} for fits, letters in groups for letter in letters]


def letter_data(letter: Letter, snapshot: Snapshot) -> dict[str, object]:
    """Return one letter: what it says and cannot do, its fields with their choices, and how sure its law is."""
    facts, today = snapshot.interview.facts, snapshot.today
    fields = [
        {
            "id": field.id,
            "label": field.label,
            "why": field.why,
            "required": field.required,
            "choices": [{"id": each.id, "label": each.label} for each in offered_options(field, facts, today)],
        }
        for field in letter.fields
    ]
    about = {"says": letter.summary, "limits": letter.limits, "confidence": letter.confidence}
    return {**_summary(letter), **about, "checked": letter.checked.isoformat(), "fields": fields}


def rendered_letter_data(letter: Letter, rendered: RenderedLetter) -> str:
    """Return a letter with its values as JSON: its subject, and its text as in a .txt file."""
    text = render_text(rendered.blocks, TextLayout(LETTER_WIDTH))
    data = {"schema": 1, "id": letter.id, "language": rendered.language, "subject": rendered.subject, "text": text}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _summary(letter: Letter) -> dict[str, object]:
    return {"id": letter.id, "kind": letter.family, "title": letter.title, "language": letter.language}
