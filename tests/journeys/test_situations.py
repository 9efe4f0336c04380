"""Situations that people meet: from their own words in the search to the last letter or step, in both front ends.

The table is `situations.toml`. A situation more needs no Python.
"""

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.by_numbers import Listener, listen
from tests.journeys.intents import Intent, Letter1, Pick
from tests.letters import SAMPLES
from tests.tui import making
from tests.tui.writing import words_of
from wizard.content.content_loader import load_shipped_content
from wizard.core.letter.draft import build_strict_draft
from wizard.core.letter.models import LetterField
from wizard.core.letter.selection import select_letter
from wizard.core.request import Request
from wizard.core.snapshot import Snapshot
from wizard.export.letter import final_letter, paste_text
from wizard.storage.session import Session
from wizard.storage.store import Store
from wizard.tui.widgets.option_lists import ItemList
from wizard.views.search import Search, hit_choice

SITUATIONS = tomllib.loads((Path(__file__).parent / "situations.toml").read_text(encoding="utf-8"))["situations"]
TODAY = date(2026, 11, 30)
LONG_AGO = date(2026, 10, 5)
MARKS = str.maketrans("", "", "*“”")
BY_ID = {each["id"]: each for each in SITUATIONS}
FIELDS = {**SAMPLES, "person": "Ruth Example", "relation": "her son", "profile": "https://www.facebook.com/ruth", "helper": "Lee"}


def session_of(situation: dict[str, Any], state: Path) -> Session:
    """The session of the person in this situation. Who moved answered another place when they sent their request."""
    made = Session(load_shipped_content(), Store(state), LONG_AGO if "before" in situation else TODAY)
    answer(made, situation.get("before", situation.get("answers", "")))
    for each in situation.get("events", ()):
        target, kind, on = each.rsplit(" ", 2)
        made.mark(target, kind, date.fromisoformat(on))
    if "before" in situation:
        answer(made, situation["answers"])
        made = Session(made.library, Store(state), TODAY)
    return made


def answer(session: Session, text: str) -> None:
    """Record the answers of a line such as `country=DE services=facebook,instagram`."""
    given = dict(each.split("=") for each in text.split())
    if given:
        session.record_answers({id: tuple(values.split(",")) for id, values in given.items()})


@pytest.mark.parametrize("id", BY_ID)
def test_the_words_of_people_find_what_helps(id: str, tmp_path: Path) -> None:
    """Among the first three hits, and no word is changed."""
    situation = BY_ID[id]
    found = Search(session_of(situation, tmp_path / "state.json").snapshot).find(situation["words"])
    assert situation["finds"] in [f"{hit.kind} {hit.id}" for hit in found.hits[:3]]
    assert found.corrected == ""


@pytest.mark.parametrize("id", [each for each in BY_ID if "says" in BY_ID[each] or "leads" in BY_ID[each]])
def test_line_mode_leads_from_the_words_to_an_answer(id: str, tmp_path: Path) -> None:
    """Typed as a person would: the search, their words, the row that helps. Its page says and offers what is next."""
    situation = BY_ID[id]
    session = session_of(situation, tmp_path / "state.json")
    heard = flat(walk(session, situation).out.getvalue())
    assert [words for words in situation.get("says", ()) if flat(words) not in heard] == []
    assert [words for words in situation.get("leads", ()) if flat(words) not in heard] == []


def walk(session: Session, situation: dict[str, Any]) -> Listener:
    """A sitting that opens what was found for the words of the situation."""
    wishes: list[Intent] = [Pick("Search"), Letter1(situation["words"]), Pick(title_found(session, situation))]
    return listen(wishes, session)


def title_found(session: Session, situation: dict[str, Any]) -> str:
    """The title of what is to be found."""
    found = Search(session.snapshot).find(situation["words"])
    return next(hit_choice(hit, found).label for hit in found.hits if f"{hit.kind} {hit.id}" == situation["finds"])


def flat(text: str) -> str:
    """A text in one line, without the stars or quotation marks of menu words."""
    return " ".join(text.translate(MARKS).split())


@pytest.mark.parametrize("id", [each for each in BY_ID if "says" in BY_ID[each] or "leads" in BY_ID[each]])
async def test_the_full_screen_leads_from_the_words_to_an_answer(id: str, tmp_path: Path) -> None:
    """The key for the search, the words, Enter on the row that helps."""
    situation = BY_ID[id]
    session = session_of(situation, tmp_path / "state.json")
    title = title_found(session, situation)
    async with making.sitting(making.wizard(session), (110, 200)) as person:
        await person.until(lambda: person.app.screen.is_mounted)
        await person.go("slash", "SearchDialog")
        await person.paste(situation["words"])
        found = person.app.screen.query_one(ItemList)
        await person.until(lambda: any(line.strip().startswith(title) for line in words_of(found)), title)
        row = next(number for number, line in enumerate(words_of(found)) if line.strip().startswith(title))
        await person.press(*["down"] * row, "enter")
        await person.until(lambda: person.at_now != "SearchDialog")
        offered = [line for part in person.app.screen.query(ItemList) for line in words_of(part)]
        for words in situation.get("leads", ()):
            assert any(flat(words) in flat(line) for line in offered), (words, offered)
        await person.shows(*situation.get("says", ()))


@pytest.mark.parametrize("id", [each for each in BY_ID if "until" in BY_ID[each] or "advice" in BY_ID[each]])
def test_a_request_has_its_day_and_the_next_thing_to_do(id: str, tmp_path: Path) -> None:
    """The day when an answer is due, and what is recommended now."""
    situation = BY_ID[id]
    snapshot = session_of(situation, tmp_path / "state.json").snapshot
    if "until" in situation:
        target, on = situation["until"].split(" ")
        assert request(snapshot, target).due == date.fromisoformat(on)
    if "advice" in situation:
        target, _, words = situation["advice"].partition(" ")
        found = request(snapshot, target)
        assert words in f"{found.recommendation} {found.sent_from}"


def request(snapshot: Snapshot, target: str) -> Request:
    """The request with this target."""
    return next(each for each in snapshot.requests if each.target == target)


@pytest.mark.parametrize("id", [each for each in BY_ID if "letter" in BY_ID[each]])
def test_the_letter_at_the_end_is_true(id: str, tmp_path: Path) -> None:
    """It says what helps in this situation, and nothing that is not so."""
    situation = BY_ID[id]
    snapshot = session_of(situation, tmp_path / "state.json").snapshot
    letter, about = select_letter(snapshot, situation["letter"], situation.get("case", ""))
    typed = {field.id: value_for(field, snapshot) for field in letter.fields if field.required}
    text = flat(paste_text(final_letter(build_strict_draft(letter, snapshot, about, typed))))
    assert [words for words in situation.get("has", ()) if not re.search(re.escape(words), text)] == []
    assert [words for words in situation.get("lacks", ()) if re.search(re.escape(words), text, re.IGNORECASE)] == []


def value_for(field: LetterField, snapshot: Snapshot) -> tuple[str, ...]:
    """What a person fills in: the first option of a choice, a day, or a sample."""
    if field.choices:
        return (field.choices[0].id,)
    return ("2026-10-01",) if field.is_date else (FIELDS.get(field.id, "Something that is true"),)


def test_every_kind_is_there() -> None:
    """Each situation that asks for something to find or to write is in the table."""
    kinds = {int(each["id"].partition(":")[0].removeprefix("ST-")) for each in SITUATIONS}
    assert set(range(1, 22)) <= kinds
