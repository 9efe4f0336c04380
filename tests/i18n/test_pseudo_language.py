"""In a language that marks every translated text, nothing that users read stays unmarked."""

import re
from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.running import Run
from wizard.commands.parser import COMMANDS, build_parser
from wizard.core.event import Event
from wizard.core.findings import NO_FINDINGS
from wizard.core.snapshot import Snapshot, build_snapshot
from wizard.errors import WizardError
from wizard.export.article import article_text
from wizard.export.calendar import calendar_preview
from wizard.export.documents import DOCUMENT_WRITERS, preview_document
from wizard.storage.state_report import BEYOND
from wizard.views import contacts, home, plan, request, search, settings, step, stored_data
from wizard.views.error_messages import ERROR_MESSAGES, error_message

from .leftover import leftovers, library
from .pseudo import texts_in, unmarked

pytestmark = pytest.mark.usefixtures("pseudo_language")

TODAY = date(2026, 11, 23)
ANSWERS = {"country": ("DE",), "services": ("facebook", "instagram"), "visibility": ("mixed",)}
EVENTS = (
    Event("1", "2026-09-01T10:00:00+00:00", "sent", "case/facebook", date(2026, 9, 1)),
    Event("2", "2026-10-01T10:00:00+00:00", "refused", "case/instagram", date(2026, 10, 1)),
    Event("3", "2026-11-01T10:00:00+00:00", "asked", "contact/Kim", date(2026, 11, 1)),
)


def snapshot() -> Snapshot:
    """A user in Germany who has objected twice and asked a friend."""
    return build_snapshot(library(), ANSWERS, EVENTS, TODAY, NO_FINDINGS)


def test_the_language_marks_what_is_translated_and_shows_what_is_not() -> None:
    """The net itself: a glued word is found."""
    assert leftovers("⟦Next: ⟦Make it private⟧, ⟦5 min⟧.⟧") == set()
    assert leftovers("⟦Next⟧: and then ⟦5 min⟧") == {"and", "then"}


def _is_no_text(value: object, name: str) -> bool:
    return name in ("id", "action", "default", "url", "kind", "role", "tone", "value", "status") and name != "label"


PAGES: dict[str, Callable[[Snapshot], object]] = {
    "requests": request.requests_page,
    "objection": lambda case: request.request_page(case, "case/facebook"),
    "refused objection": lambda case: request.request_page(case, "case/instagram"),
    "reply": lambda case: request.reply_page(case, "case/facebook", "bad"),
    "contacts": contacts.contacts_page,
    "contact": lambda case: contacts.contact_page(case, "Kim"),
    "nickname": lambda _: contacts.nickname_page(),
    "step": lambda case: step.step_page(case, case.steps[0].id),
    "last step": lambda case: step.step_page(case, case.steps[-1].id),
    "reason": lambda case: step.reason_page(case, case.steps[0].id),
    "explanation": lambda case: step.explanation_page(case, case.steps[0].id),
    "welcome": lambda _: home.welcome_page(),
    "welcome back": lambda case: home.welcome_back_page(case, EVENTS),
    "menu": home.menu_page,
    "plan": plan.plan_page,
    "action": lambda case: plan.action_page(case, case.actions[1].action.id),
    "open steps": plan.open_steps_page,
    "quick wins": lambda case: plan.quick_wins_page(case, 10),
    "stored data": lambda _: stored_data.stored_data_page(),
    "import": lambda _: stored_data.import_page(),
    "wipe": lambda _: stored_data.wipe_page(Path("state.json"), BEYOND),
    "settings": lambda _: settings.settings_page(settings.StoredChoices({}, {}, NO_FINDINGS)),
    "search": lambda case: search.search_page("zzz", search.Search(case).find("zzz")),
}
DOCUMENT_TEXTS: dict[str, Callable[[Snapshot], str]] = {
    "article": lambda case: article_text(next(iter(case.library.articles.values())), case.library, TODAY),
    "dates": lambda case: calendar_preview(case, details=True),
    **{f"document {id}": partial(preview_document, id) for id in DOCUMENT_WRITERS if id != "json"},
}
CALLS = {
    "answer": ("answer", "country=DE"),
    "answer --list": ("answer", "--list"),
    "search": ("search", "camera"),
    "search without a hit": ("search", "zzzzzz"),
    "why": ("why", "privacy-settings/instagram-private"),
    "learn": ("learn",),
    "learn TOPIC": ("learn", "faq-gdpr"),
    "mark": ("mark", "case/facebook", "sent"),
    "mark contact": ("mark", "contact/Kim", "asked"),
    "mark --undo": ("mark", "--undo"),
    "letter --list": ("letter", "--list"),
    "letter --about": ("letter", "objection", "--about"),
    "state show": ("state", "show"),
    "state wipe": ("state", "wipe", "--yes"),
    "countries TEXT": ("countries", "zzzzzz"),
    "status": ("status",),
    "command plan": ("plan",),
}


def _check(name: str, text: str) -> None:
    words = leftovers(text)
    assert not words, f"{name}: {sorted(words)} in {unmarked(text)}"


@pytest.mark.parametrize("name", PAGES)
def test_pages(name: str) -> None:
    """Titles, sentences, choices and help of every page."""
    texts = texts_in(PAGES[name](snapshot()), _is_no_text)
    _check(name, "\n".join(text for text in texts if not isinstance(text, Enum)))


@pytest.mark.parametrize("name", DOCUMENT_TEXTS)
def test_documents(name: str) -> None:
    """What users save or read."""
    _check(name, DOCUMENT_TEXTS[name](snapshot()))


@pytest.mark.parametrize("name", CALLS)
def test_commands(run: Run, name: str) -> None:
    """What commands print for people."""
    run("answer", "country=DE", "services=facebook,instagram", "visibility=mixed")
    run("mark", "contact/Sam", "asked")
    said = run(*CALLS[name])
    assert said.code == 0, said.err
    _check(name, f"{said.out}\n{said.err}")


@pytest.mark.parametrize("command", COMMANDS)
def test_help(command: str) -> None:
    """What a command does, its arguments and its example; the words of argparse itself are not ours."""
    parser = build_parser([command])
    parsers = [parser, *next(iter(parser._subparsers._group_actions)).choices.values()]  # type: ignore[union-attr]
    texts = [text for each in parsers for text in (each.description, each.epilog) if text]
    actions = [action for each in parsers for action in each._actions]
    texts += [
        action.help
        for action in actions
        if action.help and action.dest not in ("help", "version") and action.help != "==SUPPRESS=="
    ]
    assert [text for text in texts if not text.startswith("⟦")] == []


@pytest.mark.parametrize("code", ERROR_MESSAGES)
def test_errors(code: str) -> None:
    """What went wrong, and the next step."""
    words = re.findall(r"{(\w+)", "".join(ERROR_MESSAGES[code]))
    values: dict[str, Any] = {name: 1 if name in ("count", "limit", "length") else f"⟦{name}⟧" for name in words}
    assert leftovers(" ".join(error_message(WizardError(code, **values)))) == set()
