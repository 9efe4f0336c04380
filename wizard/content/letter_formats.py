"""The formats of letters and of the records that they share: fields, laws, addressees, languages."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from wizard.core.field_types import LetterText, UserText
from wizard.core.letter.models import Addressee, FieldOption, Language, Law, LegalStatement, Letter, LetterField, Opening

from .content_error import DecodeError, FieldProblem
from .decoder import RecordFormat
from .record_formats import ID

LINE, LINES = 200, 4000
"""Default maximum length, in characters, of a field with one line and with several lines."""


class LetterLimit(NamedTuple):
    """The maximum length of a letter; 0 means no limit."""

    characters: int = 0
    words: int = 0


def _build_letter(id: str, family: str, limit: LetterLimit | None, laws: object, **values: Any) -> Letter:  # noqa: ANN401, ARG001 - attributes; the loader reads `laws`
    most_characters, most_words = limit or LetterLimit()
    return Letter(id=id, family=family or id, most_characters=most_characters, most_words=most_words, **values)


def _build_letter_field(
    max_length: int | None,
    multiline: bool,
    choices: tuple[FieldOption, ...],
    default: str,
    default_text: str,
    **values: Any,  # noqa: ANN401 - attributes
) -> LetterField:
    usual_max = 1 if choices else LINES if multiline else LINE
    return LetterField(
        max_length=max_length or usual_max, multiline=multiline, choices=choices, default=default or default_text, **values
    )


def _field_format(given: Collection[str] = ()) -> RecordFormat[LetterField]:
    return RecordFormat(
        LetterField,
        build=_build_letter_field,
        given=given,
        names={"multiline": "lines", "is_date": "day", "max_length": "most", "min_length": "least"},
        defaults={"max_length": None, "default_text": ""},
        types={"default_text": LetterText},
    )


def _build_law(id: str, source: str, statements: Mapping[str, LegalStatement], **values: Any) -> Law:  # noqa: ANN401 - attributes
    missing = [name for name, statement in statements.items() if not (statement.source or source)]
    if missing:
        raise DecodeError(*(FieldProblem(("statements", name, "source"), "missing", "text") for name in missing))
    named = {
        name: replace(statement, id=f"{id}/{name}", law=id, source=statement.source or source)
        for name, statement in statements.items()
    }
    return Law(id=id, statements=named, **values)


def _build_statement(**values: Any) -> LegalStatement:  # noqa: ANN401 - attributes
    return LegalStatement(id="", law="", **values)


def _build_addressee(lines: tuple[str, ...], **values: Any) -> Addressee:  # noqa: ANN401 - attributes
    return Addressee(lines="\n".join(lines), **values)


def _build_language(months: tuple[str, ...], **values: Any) -> Language:  # noqa: ANN401 - attributes
    if len(months) != 12:
        raise DecodeError(FieldProblem(("months",), "type", "months", months))
    return Language(months=months, **values)


LETTER_FIELD = _field_format()
SHARED_FIELD = _field_format(given=ID)
LETTER_STATEMENT = RecordFormat(LegalStatement, defaults={"id": "", "law": "", "article": ""})
LAW_STATEMENT = RecordFormat(LegalStatement, build=_build_statement, given=("id", "law"), defaults={"article": "", "source": ""})
LAW = RecordFormat(
    Law, build=_build_law, given=ID, defaults={"source": ""}, types={"source": str}, nested={"statements": LAW_STATEMENT}
)
LETTER = RecordFormat(
    Letter,
    build=_build_letter,
    given=("id", "most_characters", "most_words", "translated"),
    body="body",
    names={"summary": "says", "recipient": "to", "after_events": "after", "requires_events": "once", "fields": "blanks"},
    defaults={"family": "", "reviewed": True, "subject": "", "right": "", "clock": "answer"},
    types={"laws": tuple[str, ...], "limit": LetterLimit | None},
    nested={"fields": LETTER_FIELD, "statements": LETTER_STATEMENT},
)
ADDRESSEE = RecordFormat(Addressee, build=_build_addressee, given=ID, types={"lines": tuple[UserText, ...]})
OPENING = RecordFormat(Opening, given=ID)
LANGUAGE = RecordFormat(
    Language,
    build=_build_language,
    given=ID,
    names={"conjunction": "joint", "event_phrases": "happenings", "conjunction_changed": "joint_changed"},
)
