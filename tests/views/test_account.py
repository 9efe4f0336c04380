"""The pages of the accounts: each account can be said to be open or closed, named, and taken off the list."""

import pytest

from tests.core.test_account import INSTAGRAM, SHOP, snapshot
from wizard.core.contact import NICKNAME_LENGTH
from wizard.views.account import (
    account_event_message,
    account_nickname_error,
    account_page,
    account_question_page,
    accounts_page,
    new_account_target,
    removal_page,
    service_page,
)
from wizard.views.account_actions import (
    AskAccountQuestion,
    AskRemoval,
    NameAccount,
    OpenAccount,
    OpenAccounts,
    RenameAccount,
)
from wizard.views.actions import GoBack, OpenArticle, OpenRequest, RecordEvent, WriteLetter
from wizard.views.request import request_page, requests_page
from wizard.views.step import reason_page

ADDED = "account/instagram:shop added"


def test_the_list_names_each_account_and_its_access() -> None:
    page = accounts_page(snapshot(ADDED, "account/instagram:shop access-locked"))
    assert [(choice.label, choice.hint) for choice in page.choices[:-1]] == [
        ("Facebook", "Access: not answered yet"),
        ("Instagram", "Access: not answered yet"),
        ("Instagram (shop)", "Access: It's mine, but I can't get in"),
    ]


def test_an_account_can_be_asked_about_named_and_removed() -> None:
    actions = [choice.action for choice in account_page(snapshot(ADDED), SHOP).choices]
    expected = [
        AskAccountQuestion(SHOP, "access"),
        AskAccountQuestion(SHOP, "form"),
        OpenRequest(SHOP),
        RenameAccount(SHOP),
        NameAccount(INSTAGRAM),
        AskRemoval(SHOP),
    ]
    assert [(type(action), action) for action in actions] == [(type(action), action) for action in expected]


def test_the_main_account_of_a_service_stays_on_the_list() -> None:
    actions = [choice.action for choice in account_page(snapshot(), INSTAGRAM).choices]
    assert not any(isinstance(action, AskRemoval) for action in actions)


def test_who_cannot_get_in_is_led_to_the_text_about_it() -> None:
    page = account_page(snapshot("account/instagram access-locked"), INSTAGRAM)
    assert OpenArticle("no-access") in [choice.action for choice in page.choices]


def test_an_account_that_was_removed_has_only_a_sentence() -> None:
    assert account_page(snapshot(ADDED, "account/instagram:shop removed"), SHOP).choices == ()


def test_before_an_account_is_removed_keeping_it_comes_first() -> None:
    keep, remove = removal_page(snapshot(ADDED), SHOP).choices
    assert isinstance(keep.action, GoBack)
    assert remove.action == RecordEvent(SHOP, "removed")
    assert removal_page(snapshot(ADDED), SHOP).default == keep.id


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("access", ["access-open", "access-locked", "access-deactivated", "access-open-question"]),
        ("form", ["form-opened", "form-not-opened", "form-open-question"]),
    ],
)
def test_each_answer_is_recorded_for_the_account(question: str, kinds: list[str]) -> None:
    page = account_question_page(snapshot(ADDED), SHOP, question)
    assert [choice.action for choice in page.choices] == [RecordEvent(SHOP, kind) for kind in kinds]


def test_a_further_account_can_be_with_each_service() -> None:
    found = snapshot(services="facebook instagram whatsapp")
    assert [choice.label for choice in service_page(found).choices] == ["Facebook", "Instagram", "WhatsApp"]


@pytest.mark.parametrize(
    ("nickname", "target"),
    [("old one", "case/instagram:old one"), ("shop", "case/instagram:2 shop"), ("\u202eshop ", "case/instagram:2 shop")],
)
def test_a_new_account_never_takes_the_target_of_another(nickname: str, target: str) -> None:
    """A nickname is free again once its account is called something else."""
    found = snapshot(ADDED, "account/instagram:shop renamed business")
    assert new_account_target(found, INSTAGRAM, nickname) == target
    assert not account_nickname_error(found, INSTAGRAM, nickname)


@pytest.mark.parametrize("nickname", ["business", "BUSINESS", " business ", "x" * (NICKNAME_LENGTH + 1)])
def test_a_nickname_that_is_taken_or_too_long_is_refused(nickname: str) -> None:
    found = snapshot(ADDED, "account/instagram:shop renamed business")
    assert account_nickname_error(found, INSTAGRAM, nickname)


MESSAGES = [
    ("added", "Added to your accounts: Instagram (shop)."),
    ("removed", "Taken off your list: Instagram (shop)."),
    ("renamed", "From now on it is called Instagram (shop)."),
    ("access-locked", "Recorded. Instagram (shop): It's mine, but I can't get in."),
    ("form-open-question", "Recorded. Instagram (shop): I haven't tried yet."),
    ("sent", ""),
]


@pytest.mark.parametrize(("kind", "message"), MESSAGES)
def test_what_was_recorded_is_said(kind: str, message: str) -> None:
    assert account_event_message(snapshot(ADDED), SHOP, kind) == message


@pytest.mark.parametrize("told", ["access-locked", "access-deactivated", "form-not-opened"])
def test_where_the_form_does_not_open_the_letter_comes_first(told: str) -> None:
    first = request_page(snapshot(f"account/instagram {told}"), INSTAGRAM).choices[0]
    assert first.action == WriteLetter("objection", INSTAGRAM)


@pytest.mark.parametrize("country", ["DE", "US"])
def test_the_accounts_are_reached_from_the_objections_everywhere(country: str) -> None:
    tools = [tool.id for tool in requests_page(snapshot(country=country)).tools]
    assert tools == ["accounts", "add"]


def test_the_objection_leads_to_its_account() -> None:
    tools = [tool.action for tool in request_page(snapshot(ADDED), SHOP).tools]
    assert [each.target for each in tools if isinstance(each, OpenAccount)] == [SHOP]
    assert [each.base for each in tools if isinstance(each, NameAccount)] == [INSTAGRAM]


REASONS = [
    ("privacy-settings/instagram-private", (), [AskAccountQuestion(INSTAGRAM, "access")]),
    ("privacy-settings/instagram-private", (ADDED,), [OpenAccounts()]),
    ("limit-visibility/get-back-in", ("account/instagram access-locked",), []),
]


@pytest.mark.parametrize(("step_id", "told", "actions"), REASONS)
def test_not_getting_into_the_account_is_a_reason_of_its_own(step_id: str, told: tuple[str, ...], actions: list[object]) -> None:
    """Said once, it takes every step that needs the account out of the plan."""
    choices = reason_page(snapshot(*told), step_id).choices
    assert [choice.action for choice in choices if choice.id == "access"] == actions
