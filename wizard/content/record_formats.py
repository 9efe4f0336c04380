"""The formats of all records but letters, which most runs do not need."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from wizard.core.condition import ALWAYS, Condition
from wizard.core.content_models import (
    Action,
    AnswerOption,
    Article,
    InterfaceLanguage,
    MenuLanguage,
    Question,
    Service,
    Source,
    Step,
    StepSection,
)
from wizard.core.field_types import UserText
from wizard.core.jurisdiction import Authority, Country, Escalation, Regime, Region, Right, TimeLimit
from wizard.core.request_models import Outcome, RequestKind

from .content_error import DecodeError, FieldProblem
from .decoder import RecordFormat

_HEADING = re.compile(r"^## +(?P<title>.*?) *\{#(?P<id>[a-z-]+)\} *$", re.MULTILINE)
ID = ("id",)


def _build_action(id: str, elsewhere: Mapping[str, Any] | None, **values: Any) -> Action:  # noqa: ANN401 - attributes
    return Action(id, without_form=Action(id, **elsewhere) if elsewhere else None, **values)


def _build_step(body: str, passages: Mapping[str, Mapping[str, Condition]], **values: Any) -> Step:  # noqa: ANN401 - attributes
    intro, *heading_parts = _HEADING.split(body)
    return Step(intro=intro.strip(), sections=tuple(_sections(heading_parts, passages)), **values)


def _sections(heading_parts: list[str], passages: Mapping[str, Mapping[str, Condition]]) -> Iterator[StepSection]:
    for title, id, text in zip(heading_parts[::3], heading_parts[1::3], heading_parts[2::3], strict=True):
        yield StepSection(id, title, text.strip(), passages[id]["when"] if id in passages else ALWAYS)


def _build_authority(name: str | None, description: str, **values: Any) -> Authority:  # noqa: ANN401 - attributes
    if not (name or description):
        raise DecodeError(FieldProblem(("name",), "missing" if name is None else "empty", "text"))
    return Authority(name=description if name is None else name, described=name is None, **values)


INTERFACE_LANGUAGE = RecordFormat(InterfaceLanguage, given=ID)
MENU_LANGUAGE = RecordFormat(MenuLanguage, given=ID)
SERVICE = RecordFormat(Service, given=ID, defaults={"note": ""})
SOURCE = RecordFormat(Source, given=ID, defaults={"url": ""})
ARTICLE = RecordFormat(Article, given=ID, body="text")
ACTION_VARIANT: RecordFormat[dict[str, str]] = RecordFormat(dict, types=dict.fromkeys(("title", "summary", "intro"), UserText))
ACTION = RecordFormat(
    Action,
    build=_build_action,
    given=("id", "without_form"),
    body="intro",
    types={"elsewhere": dict},
    nested={"elsewhere": ACTION_VARIANT},
    defaults={"elsewhere": None},
)
SECTION_CONDITION: RecordFormat[dict[str, Condition]] = RecordFormat(dict, types={"when": Condition})
STEP = RecordFormat(
    Step,
    build=_build_step,
    given=("id", "action", "intro", "sections"),
    body="body",
    names={"records": "means", "resolves": "mends"},
    types={"body": UserText, "passages": Mapping[str, dict[str, Condition]]},
    nested={"passages": SECTION_CONDITION},
)
ANSWER_OPTION = RecordFormat(AnswerOption, names={"exclusive": "alone", "implies": "covers"})
QUESTION = RecordFormat(Question, names={"in_interview": "asked"}, nested={"choices": ANSWER_OPTION})
QUESTION_FILE: RecordFormat[dict[str, tuple[Question, ...]]] = RecordFormat(
    dict, types={"questions": tuple[Question, ...]}, nested={"questions": QUESTION}
)
OUTCOME = RecordFormat(
    Outcome,
    given=ID,
    names={
        "time_limit": "clock",
        "restarts_limit": "restarts",
        "reply_advice": "again",
        "interim_advice": "meanwhile",
        "late_advice": "late",
    },
    defaults={"question": ""},
)
REQUEST_KIND = RecordFormat(RequestKind, given=ID)
AUTHORITY = RecordFormat(
    Authority,
    build=_build_authority,
    given=("id", "described"),
    defaults={"name": None, "description": "", "url": "", "form": "", "note": ""},
    types={"description": UserText},
)
RIGHT = RecordFormat(Right, defaults={"article": ""}, inline=("statement",))
TIME_LIMIT = RecordFormat(TimeLimit, inline=("period", "statement"))
ESCALATION = RecordFormat(
    Escalation, names={"starts_limit": "clock", "after_status": "after", "limited_by": "by"}, inline=("statement",)
)
REGIME = RecordFormat(
    Regime,
    given=ID,
    names={"time_limits": "clocks"},
    defaults={"law": ""},
    nested={"rights": RIGHT, "time_limits": TIME_LIMIT, "escalations": ESCALATION},
)
COUNTRY = RecordFormat(Country, defaults=dict.fromkeys(Country._fields, ""))
"""Every row has every cell, and most cells may be empty; the rule `empty-cell` knows which may not."""
REGION = RecordFormat(Region, defaults=dict.fromkeys(("id", "name", "law", "authority"), ""))
