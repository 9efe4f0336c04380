"""Accounts in the full screen: add one, say that it is closed, name it, take it off the list; and a move while a request runs."""

from pathlib import Path

from tests.tui.making import BERLIN, Sitting, session, sitting, wizard
from wizard.storage.session import Session

SHOP = "case/instagram:shop"


async def at_accounts(person: Sitting) -> None:
    """Open the accounts from the board."""
    await person.at("WelcomeBackScreen")
    await person.go("p", "BoardScreen")
    await person.go("o", "RequestsScreen")
    await person.go("a", "AccountsScreen")


def targets(on: Session) -> list[str]:
    return [each.target for each in on.snapshot.requests]


async def test_an_account_is_added_by_its_nickname(on_berlin: Session) -> None:
    """The list asks for the service, then for the nickname; the objections know the account at once."""
    async with sitting(wizard(on_berlin)) as person:
        await at_accounts(person)
        await person.press("end")
        await person.go("enter", "ServiceDialog")
        await person.press("down")
        await person.go("enter", "NewAccountDialog")
        await person.shows("Instagram: a nickname for this account", "no letter names it")
        await person.press("enter")
        assert person.at_now == "NewAccountDialog", "without a nickname it is no other account"
        await person.write("shop")
        await person.go("enter", "AccountsScreen")
        await person.shows("Instagram (shop)", "Added to your accounts: Instagram (shop).")
        await person.go("b", "RequestsScreen")
        await person.shows("Instagram (shop)")
    assert SHOP in targets(on_berlin)


async def test_an_account_that_is_closed_leads_to_the_letter(state: Path) -> None:
    """From its objection: the question about access, then the letter comes first."""
    on_shop = session(state, BERLIN, [(SHOP, "added")])
    async with sitting(wizard(on_shop)) as person:
        await at_accounts(person)
        await person.press("down", "down")
        await person.go("enter", "AccountScreen")
        await person.shows("Access: not answered yet.")
        await person.go("enter", "AccountQuestionDialog")
        await person.press("down")
        await person.go("enter", "AccountScreen")
        await person.shows("Access: It's mine, but I can't get in.", "write the objection as a letter")
        await person.press("down", "down")
        await person.go("enter", "RequestScreen")
        await person.go("enter", "LetterScreen")
    assert on_shop.snapshot.accounts.access(SHOP) == "locked"


async def test_an_account_is_renamed_and_taken_off_the_list(state: Path) -> None:
    """The target stays; keeping the account is the first choice, and undo brings it back."""
    on_shop = session(state, BERLIN, [(SHOP, "added")])
    async with sitting(wizard(on_shop)) as person:
        await at_accounts(person)
        await person.press("down", "down")
        await person.go("enter", "AccountScreen")
        await person.press("down", "down", "down")
        await person.go("enter", "AccountNameDialog")
        await person.write("business")
        await person.go("enter", "AccountScreen")
        await person.shows("Instagram (business)")
        await person.press("end")
        await person.go("enter", "RemovalDialog")
        await person.go("enter", "AccountScreen")
        assert SHOP in targets(on_shop), "the first choice keeps it"
        await person.press("end")
        await person.go("enter", "RemovalDialog")
        await person.press("down")
        await person.go("enter", "AccountScreen")
        await person.shows("This account is not on your list.")
        assert SHOP not in targets(on_shop)
        await person.press("u")
        await person.shows("Instagram (business)", "Taken back: Instagram (business), taken off the list.")
    assert SHOP in targets(on_shop)


async def test_a_changed_country_asks_whether_that_was_a_move(state: Path) -> None:
    """Once, over the interview; what is answered there is recorded."""
    on_sent = session(state, BERLIN, [("case/instagram", "sent")])
    async with sitting(wizard(on_sent)) as person:
        await person.at("WelcomeBackScreen")
        await person.press("down", "down")
        await person.go("enter", "ReviewScreen")
        await person.press("down")
        await person.go("enter", "InterviewScreen")
        await person.press("ctrl+u")
        await person.write("Austria")
        await person.go("enter", "MoveDialog")
        await person.shows("Did you move, or was this a mistake?", "Sent from Germany, under the GDPR.")
        await person.press("down", "enter")
        await person.until(lambda: not on_sent.snapshot.progress.unexplained)
        await person.shows("Corrected:")
    [found] = [each for each in on_sent.snapshot.requests if each.target == "case/instagram"]
    assert found.place
    assert found.place.country.alpha2 == "AT"
