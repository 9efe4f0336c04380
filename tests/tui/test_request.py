"""The objection case file: how far it is in true words, the letter first where to write is the thing to do, the day as typed."""

from pathlib import Path

import pytest
from textual.widgets import Input

from tests.tui.making import BERLIN, Sitting, session, sitting, wizard
from tests.tui.writing import letter_id, take, words_of
from wizard.core.request_kinds import AFTER_SENT
from wizard.storage.session import Session
from wizard.tui.messages import EventRecorded
from wizard.tui.widgets.option_lists import ItemList
from wizard.views.request import REPLIES

CASE = "case/facebook"


@pytest.fixture
def on_late(state: Path) -> Session:
    """Somebody who objected 44 days ago and has heard nothing since."""
    on = session(state, BERLIN)
    on.mark(CASE, "sent", on.today.replace(month=10, day=10))
    return on


async def at_case(person: Sitting) -> None:
    """From the board by the list of objections to the one about Facebook."""
    await person.at("WelcomeBackScreen")
    await person.go("p", "BoardScreen")
    await person.go("o", "RequestsScreen")
    await take(person, "Facebook")
    await person.at("RequestScreen")


def rows(person: Sitting) -> list[str]:
    """What can be chosen."""
    return [line.strip() for line in words_of(person.app.screen.query_one(ItemList))]


async def test_sent_and_overdue_have_each_their_own_days(on_late: Session) -> None:
    """It was sent 44 days ago; it is late since the time for an answer ended."""
    async with sitting(wizard(on_late)) as person:
        await at_case(person)
        await person.shows("sent 44 days ago · overdue for 13 days")
        await person.shows("Meta has not answered about Facebook; the time ended Tue 10 Nov 2026 (13 days ago).")
        await person.go("escape", "RequestsScreen")
        await person.shows("overdue since 10 Nov 2026 (13 days ago)")


async def test_a_narrow_title_says_what_matters(on_late: Session) -> None:
    """The name is not cut for the sake of the older day."""
    async with sitting(wizard(on_late), (60, 20)) as person:
        await at_case(person)
        await person.shows("Objection, Facebook", "overdue for 13 days")
        assert "sent 44" not in person.text.splitlines()[0]


async def test_where_one_is_told_to_write_the_letter_comes_first(on_late: Session) -> None:
    """Enter on the first line opens the letter that `l` opens."""
    async with sitting(wizard(on_late)) as person:
        await at_case(person)
        await person.shows("Write to Meta again")
        assert rows(person)[0] == "Write the second letter"
        await person.go("enter", "LetterScreen")
        first = letter_id(person.app)
        await person.go("escape", "RequestScreen")
        await person.go("l", "LetterScreen")
        assert letter_id(person.app) == first == "follow-up-no-answer"


async def test_before_it_is_sent_the_letter_comes_last(on_berlin: Session) -> None:
    """The form is the way; while one waits there is nothing to write."""
    async with sitting(wizard(on_berlin), (80, 40)) as person:
        await at_case(person)
        assert rows(person)[-1] == "Write the objection as a letter"
        await take(person, on_berlin.snapshot.library.outcomes["sent"].label)
        await person.at("EventDateDialog")
        await person.go("enter", "RequestScreen")
        await person.shows("sent today · no answer yet")
        offered = [label for id, label in REPLIES if id != "authority"]
        assert rows(person)[: len(offered)] == offered
        assert not any("letter" in each and "Write" in each for each in rows(person))
    assert AFTER_SENT[-1] == "closed"


@pytest.mark.parametrize(
    ("typed", "understood", "day"),
    [
        ("", "= Mon 23 Nov 2026, today", "2026-11-23"),
        ("yesterday", "= Sun 22 Nov 2026, yesterday", "2026-11-22"),
        ("last Monday", "= Mon 16 Nov 2026, 7 days ago", "2026-11-16"),
        ("10 Oct", "= Sat 10 Oct 2026, 44 days ago", "2026-10-10"),
        ("1.11.", "= Sun 1 Nov 2026, 22 days ago", "2026-11-01"),
        ("10/11", "This can be 10 Nov 2026 or 11 Oct 2026. Write the month in letters.", None),
        ("24 Nov", "Tue 24 Nov 2026 is still to come.", None),
        ("soon", "This is not a day.", None),
    ],
)
async def test_the_day_is_said_back_as_one_types(on_berlin: Session, typed: str, understood: str, day: str | None) -> None:
    """Today stands there already and is replaced by what is typed; what is no day is not recorded."""
    async with sitting(wizard(on_berlin)) as person:
        await at_case(person)
        await take(person, on_berlin.snapshot.library.outcomes["sent"].label)
        await person.at("EventDateDialog")
        await person.write(typed)
        assert person.app.screen.query_one("#day", Input).value == (typed or "today")
        await person.shows(understood)
        await person.press("enter")
        await person.at("RequestScreen" if day else "EventDateDialog")
    assert [each.on and each.on.isoformat() for each in person.sent(EventRecorded)] == ([day] if day else [])


async def test_a_reply_before_the_sending_is_refused(on_late: Session) -> None:
    """While one types, with both days; Enter records nothing."""
    async with sitting(wizard(on_late)) as person:
        await at_case(person)
        await take(person, dict(REPLIES)["nothing"])
        await take(person, on_late.snapshot.library.outcomes["receipt"].label)
        await person.at("EventDateDialog")
        await person.write("9 Oct")
        await person.shows("9 Oct 2026 is before 10 Oct 2026, the day on which you sent it.")
        await person.press("enter")
        await person.at("EventDateDialog")
        assert person.sent(EventRecorded) == []
