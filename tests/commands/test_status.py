"""`status` and `why`: where I stand, what is next, and why."""

import pytest

from tests.commands.shapes import fits
from tests.running import Run

SUNDAY = "Meta's answer about Facebook is due (the Monday, as the last day is a Sunday)."
LIVING = ("answer", "country=DE", "region=HH", "services=facebook", "visibility=unknown")


def test_the_first_status(run: Run) -> None:
    """Nothing is known, and nothing is made up; reading leaves no trace."""
    assert run("status").out.startswith("Nothing is known yet. Start with `protect-my-photos`")
    found = run("status", "--json").json
    fits(found, "status")
    assert found == {
        "schema": 1,
        "progress": {"done": 0, "total": 0},
        "essentials": {"done": 0, "total": 0, "minutes": 0},
        "exposure": {"open": 0, "total": 0},
        "next": None,
        "cases": [],
        "deadlines": [],
        "contacts": [],
    }


@pytest.mark.parametrize(
    "words",
    [
        ("answer", "services=facebook"),
        ("answer", "country=skip"),
        ("mark", "case/facebook", "sent"),
        ("mark", "case/facebook", "note", "--note", "x"),
        ("mark", "instagram-private", "done"),
        ("mark", "contact/Kim", "asked"),
    ],
)
def test_without_a_country_what_is_recorded_is_not_denied(run: Run, words: tuple[str, ...]) -> None:
    """There is no plan, but something is known; no step is said to be outside of a plan that nobody has yet."""
    run(*words)
    assert run("status").out == (
        "Your country is not known yet, so there is no plan. Say it with `protect-my-photos answer country=DE`. "
        "What you recorded is kept: `protect-my-photos state show`.\n"
    )
    for command in ("why", "show"):
        said = " ".join(run(command, "facebook-posts").out.split())
        assert "Whether it is in your plan depends on where you live, and that is not known yet." in said
        assert "do not ask for it" not in said


def test_a_status_in_words_and_as_data(run: Run) -> None:
    """The same numbers, once all questions are answered."""
    run(*LIVING)
    run("answer", "account=personal", "habits=none", "people=none", "depth=limit", "device=web")
    run("mark", "case/facebook", "sent", "--on", "2026-10-01")
    found, words = run("status", "--json").json, run("status").out
    fits(found, "status")
    assert words.startswith("Hamburg, Germany · GDPR · you can object\n")
    assert f"{found['progress']['done']} of {found['progress']['total']} steps done" in words
    exposure = found["exposure"]
    assert f"({exposure['total'] - exposure['open']} of {exposure['total']} points; each step counts 1 to 5)" in words
    assert f"      {found['next']}\n" in words
    assert f"Overdue Mon 2 Nov 2026 (21 days ago): {SUNDAY}" in words
    assert found["deadlines"] == [{"id": "case/facebook", "due": "2026-11-02", "why": SUNDAY}]


def test_the_next_step_moves_on(run: Run) -> None:
    """Once it is done, another one is next."""
    run(*LIVING)
    first = run("status", "--json").json["next"]
    run("mark", first, "done")
    assert run("status", "--json").json["next"] not in (first, None)


def test_everything_done(run: Run) -> None:
    """The work has an end, and says when to look again."""
    run("answer", "country=NZ", "services=none", "people=none")
    while following := run("status", "--json").json["next"]:
        run("mark", following, "done")
    assert run("status", "--json").json["exposure"]["open"] == 0
    assert "Nothing is open. Look again in three months" in run("status").out


@pytest.mark.parametrize("today", ["2026-11-23", "2027-11-23", "2030-01-01", "9999-12-31", "0001-01-01"])
def test_any_day_has_a_status(run: Run, monkeypatch: pytest.MonkeyPatch, today: str) -> None:
    """Long after, and long before."""
    run(*LIVING)
    monkeypatch.setenv("PROTECT_MY_PHOTOS_TODAY", today)
    assert run("mark", "case/facebook", "sent").code == 0
    for command in (["status"], ["plan"], ["plan", "--format", "md"]):
        assert run(*command).code == 0


def test_why_a_step_is_in_the_plan(run: Run) -> None:
    """The answers, the weight, and what would change it."""
    run(*LIVING)
    lines = run("why", "facebook-form").out.splitlines()
    assert lines[1] == "objection/facebook-form"
    assert lines[3:6] == [
        "Why it is in your plan:",
        "  Your path is “you can object”: Meta has an objection form for people who live there.",
        "  You said “Facebook” to “Which of these do you use?”.",
    ]
    assert "How it is weighed:" in lines
    assert "What would change it:" in lines
    assert any(line.startswith("  Impact 5 of 5: ") for line in lines)


def test_why_a_step_is_not_in_the_plan(run: Run) -> None:
    """The answers do not ask for it; a step that does not exist is refused."""
    run(*LIVING)
    assert run("why", "instagram-private").out.endswith("It is not in your plan: your answers do not ask for it.\n")
    refused = run("why", "instagram-pirvate")
    assert refused.code == 1
    assert refused.sentence.startswith("There is no step or request “instagram-pirvate”. Did you mean")


def test_every_step_of_a_plan_can_be_explained(run: Run) -> None:
    """None is there without a reason."""
    run("answer", "country=KR", "services=skip")
    steps = [step for action in run("plan", "--format", "json").json["actions"] for step in action["steps"]]
    assert len(steps) > 25
    assert all(step["why"] for step in steps)
    for step in steps[::5]:
        assert "Why it is in your plan:" in run("why", step["id"]).out


def test_the_people_asked_are_listed(run: Run) -> None:
    """With what they said and when; a name that was taken out is gone."""
    run(*LIVING)
    run("mark", "contact/Kim", "asked", "--on", "2026-11-20")
    run("mark", "contact/Sam", "asked")
    run("mark", "contact/Sam", "declined")
    assert "Contact Kim: asked, 20 Nov 2026\nContact Sam: said no, 23 Nov 2026\n" in run("status").out
    listed = run("status", "--json").json["contacts"]
    assert listed[0] == {"nickname": "Kim", "status": "asked", "on": "2026-11-20"}
