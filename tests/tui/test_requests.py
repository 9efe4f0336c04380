"""Other requests than objections, in the full screen: begun on their page, followed on the board, answered by their letters."""

from tests.tui.making import Sitting, sitting, wizard
from tests.tui.test_board import board
from tests.tui.test_request import rows
from tests.tui.writing import letter_id, take, words_of
from wizard.storage.session import Session
from wizard.tui.widgets.option_lists import ItemList


async def record(person: Sitting, label: str, day: str) -> None:
    """Record an outcome on the page of a request, on this day."""
    await take(person, label)
    await person.at("EventDateDialog")
    await person.write(day)
    await person.go("enter", "RequestScreen")


async def test_a_request_is_begun_from_the_list_and_followed_on_the_board(on_berlin: Session) -> None:
    """Before it is sent it is only offered; then it is due, overdue, and has its own letters."""
    async with sitting(wizard(on_berlin), (110, 50)) as person:
        await board(person)
        assert "Access request" not in person.text
        await person.go("o", "RequestsScreen")
        await person.shows("Access request")
        await take(person, "Access request")
        await person.at("RequestScreen")
        assert rows(person)[:2] == ["I sent the request", "I prepared it but didn't send it"]
        await record(person, "I sent the request", "10 Oct")
        await person.shows("sent 44 days ago · overdue for 13 days")
        assert rows(person)[0] == "Write the second letter"
        await take(person, "A mail that asks for something, or something else")
        await record(person, "They sent me to their download tool or to my settings", "20 Oct")
        await person.shows("Ask Meta to answer the questions that its tool leaves open.")
        await person.go("l", "LetterScreen")
        assert letter_id(person.app) == "access-own-tool"
        await person.go("escape", "RequestScreen")
        await person.go("escape", "RequestsScreen")
        await person.go("escape", "BoardScreen")
        await person.shows("Access request", "✓ sent 10 Oct 2026", "✓ answered in part 20 Oct 2026")


async def test_a_complaint_leads_from_silence_to_a_question_and_a_settlement_to_a_letter(on_berlin: Session) -> None:
    """What the authority does has a reply of its own, once there is a complaint."""
    async with sitting(wizard(on_berlin), (110, 50)) as person:
        await board(person)
        await person.go("o", "RequestsScreen")
        await take(person, "Complaint to an authority")
        await person.at("RequestScreen")
        await record(person, "I complained to the authority", "1 June 2026")
        await person.shows("complained 175 days ago · overdue for 83 days")
        assert rows(person)[0] == "Ask the authority how it stands"
        await person.go("l", "LetterScreen")
        assert letter_id(person.app) == "complaint-status"
        await person.go("escape", "RequestScreen")
        await take(person, "News from the authority")
        await record(person, "The authority proposes to settle the matter with Meta", "1 Nov")
        assert rows(person)[0] == "Write that you don't agree"
        await person.go("l", "LetterScreen")
        assert letter_id(person.app) == "decline-settlement"


async def test_a_photo_report_says_at_once_what_can_come_of_it(on_berlin: Session) -> None:
    """No mail comes back, so there is no question about one."""
    on_berlin.mark("case/photo-report", "sent", on_berlin.today.replace(month=10, day=10))
    async with sitting(wizard(on_berlin), (110, 50)) as person:
        await board(person)
        await person.go("o", "RequestsScreen")
        await take(person, "Report of a photo")
        await person.at("RequestScreen")
        shown = rows(person)
        assert {"The photo is gone", "They won't take the photo down"} <= set(shown)
        assert not any("mail" in row for row in shown)
        await person.go("l", "LetterScreen")
        assert letter_id(person.app) == "erase-posts"


async def test_a_step_leads_to_the_request_that_follows_from_it(on_berlin: Session) -> None:
    """From the step that says how to report a photo to the page where the day of the report is recorded."""
    async with sitting(wizard(on_berlin), (110, 60)) as person:
        await board(person)
        person.app.open_screen("step.StepScreen", "inform-your-network/report-a-photo")
        await person.at("StepScreen")
        links = person.app.screen.query_one("#links", ItemList)
        links.highlighted = next(index for index, row in enumerate(words_of(links)) if "Follow it: Report of a photo" in row)
        links.focus()
        await person.go("enter", "RequestScreen")
        await person.shows("Report of a photo")
