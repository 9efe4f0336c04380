"""Several accounts with one service on the command line: every command knows them, and nothing is asked."""

import json
from pathlib import Path

import pytest

from tests.running import Run
from tests.storage.keeping import held

SHOP = "case/instagram:shop"


@pytest.fixture
def living(run: Run) -> Run:
    """Someone in Germany with two accounts."""
    run("answer", "country=DE", "region=HH", "services=facebook,instagram", "visibility=public")
    return run


def targets(run: Run) -> list[str]:
    return [each["target"] for each in run("status", "--json").json["cases"]]


def test_a_further_account_is_added_by_what_happened_to_it(living: Run) -> None:
    said = living("mark", SHOP, "sent", "--on", "2026-11-20")
    assert said.code == 0
    assert "Added to your accounts: Instagram (shop)." in said.out
    assert "Added" not in living("mark", SHOP, "receipt").out
    assert SHOP in targets(living)


@pytest.mark.parametrize("nickname", ["shop", "Shop", "SHOP ", "\u202eshop"])
def test_capital_letters_and_invisible_characters_make_no_other_account(living: Run, nickname: str) -> None:
    living("mark", SHOP, "sent")
    assert living("mark", f"case/instagram:{nickname}", "receipt").code == 0
    assert [each for each in targets(living) if ":" in each] == [SHOP]


def test_status_plan_and_calendar_know_the_account(living: Run) -> None:
    """The calendar names it only with its details, as every account."""
    living("mark", SHOP, "sent", "--on", "2026-11-20")
    assert "Objection, Instagram (shop): waiting" in living("status").out
    assert SHOP in [each["id"] for each in living("plan", "--format", "json").json["deadlines"]]
    assert "Instagram (shop)" in living("calendar", "--details").out
    assert "shop" not in living("calendar").out
    assert "Instagram (shop)" in living("state", "show").out


def test_a_letter_is_written_about_the_account_and_never_names_its_nickname(living: Run) -> None:
    living("mark", SHOP, "sent", "--on", "2026-09-01")
    said = living("letter", "follow-up", "--case", SHOP, "--set", "name=Kim", "--set", "email=kim@example.org",
                  "--set", "accounts=Instagram: kim")  # fmt: skip
    assert said.code == 0
    assert "(Instagram)" in said.out
    assert "shop" not in said.out


def test_the_command_line_records_access_form_and_names(living: Run) -> None:
    assert living("mark", SHOP, "access-locked").code == 0
    assert living("mark", SHOP, "form-not-opened").code == 0
    assert living("mark", SHOP, "renamed", "--note", "My business").code == 0
    assert "Instagram (My business)" in living("status").out
    assert living("mark", SHOP, "removed").code == 0
    assert SHOP not in targets(living)
    assert "Taken back: account/instagram:shop removed" in living("mark", "--undo").out
    assert SHOP in targets(living)


REFUSED = [
    (("case/third-party:shop", "sent"), "case/third-party"),
    (("case/instagrm:shop", "sent"), "There is no step or request"),
    (("case/instagram", "removed"), "cannot be recorded"),
    ((SHOP, "renamed"), "An account needs a nickname."),
    ((SHOP, "access-lost"), "cannot be recorded"),
    (("residence", "sent"), "cannot be recorded"),
]


@pytest.mark.parametrize(("words", "message"), REFUSED)
def test_what_cannot_be_recorded_is_refused_in_one_sentence(living: Run, words: tuple[str, ...], message: str) -> None:
    said = living("mark", *words)
    assert said.code == 1
    assert message in said.err


def test_a_changed_country_asks_nothing_and_says_that_the_request_keeps_its_place(living: Run) -> None:
    living("mark", "case/instagram", "sent", "--on", "2026-10-01")
    said = living("answer", "country=US", "region=US-TX")
    assert "What you have sent stays as it is (Objection, Instagram: Sent from Germany, under the GDPR)" in said.out
    assert "mark residence mistaken" in said.out
    assert "What you have sent" not in living("answer", "services=instagram").out
    assert living("mark", "residence", "mistaken").code == 0
    assert "Sent from" not in living("status").out
    assert "What you have sent" not in living("answer", "region=US-TX").out


def test_what_is_said_of_an_account_is_stored_beside_the_events_of_requests(living: Run, state_file: Path) -> None:
    """A version without accounts takes none of it for a reply of Meta, and carries it along."""
    living("mark", "case/instagram", "access-locked")
    living("mark", "residence", "moved")
    events = held(state_file)["events"][-2:]
    assert [(each["target"], each["kind"]) for each in events] == [("account/instagram", "access-locked"), ("residence", "moved")]


def test_copies_with_accounts_merge_without_loss(living: Run, state_file: Path, tmp_path: Path) -> None:
    """A copy that was made before comes back together with what was said since."""
    copy = tmp_path / "copy.json"
    living("mark", SHOP, "sent")
    copy.write_bytes(state_file.read_bytes())
    living("mark", SHOP, "access-locked")
    kept = held(state_file)["events"]
    assert living("state", "import", str(copy)).code == 0
    assert held(state_file)["events"] == kept
    other = json.loads(copy.read_text(encoding="utf-8"))
    assert [each for each in other["events"] if each in kept] == other["events"]


@pytest.mark.parametrize(
    ("nickname", "completed"),
    [("shop", True), ("my-2nd.shop", True), ("$(touch x)", False), ("a'b", False), ("two words", False)],
)
def test_a_shell_completes_accounts_whose_names_it_can_take(living: Run, nickname: str, completed: bool) -> None:
    """The shell runs the script, so no other name may stand in it."""
    living("mark", f"case/instagram:{nickname}", "sent")
    assert (nickname in living("completion", "bash").out) is completed


def test_completion_needs_no_state_file(run: Run, state_file: Path) -> None:
    state_file.parent.mkdir(parents=True, exist_ok=True)
    state_file.write_text('{"schema": 99, "events": {}}', encoding="utf-8")
    assert run("completion", "bash").code == 0
