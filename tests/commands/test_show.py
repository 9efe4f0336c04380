"""`show`: one step with all that belongs to it."""

from pathlib import Path

import pytest

from tests.running import Run
from wizard.core.content_models import Library

STEP = "privacy-settings/instagram-private"


@pytest.fixture
def living(run: Run) -> Run:
    """Someone in Germany with two accounts and an Android phone."""
    run(
        "answer",
        "country=DE",
        "region=HH",
        "services=facebook,instagram",
        "visibility=public",
        "account=personal",
        "device=android",
        "depth=limit",
    )
    return run


@pytest.mark.parametrize(
    "name", [STEP, "instagram-private", "instagram-priv", "Instagram-Private", "privacy-settings/instagram-pr"]
)
def test_a_step_is_found_by_name_or_beginning(living: Run, name: str) -> None:
    """Its title, how long it takes, taps of the device in hand, where the menu may be, limits, links, reasons, sources."""
    text = living("show", name).out
    assert text.startswith("Make your Instagram account private\n")
    for part in (
        "2 min, impact 5 of 5, open",
        "On your phone\n1. ",
        "If the menu has moved",
        "What it does not do",
        "https://",
        "Why it is in your plan",
    ):
        assert part in text
    assert "On the web" not in text


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("instagram", "There is no step or request “instagram”. Did you mean "),
        ("facebok-form", "There is no step or request “facebok-form”. Did you mean objection/facebook-form"),
        ("xyzzy", "There is no step or request “xyzzy”. `protect-my-photos plan` lists the steps."),
        ("", "There is no step or request “”."),
        ("case/facebook", "case/facebook is a request, not a step. `protect-my-photos status` says where it stands."),
        ("case/facebook:shop", "case/facebook:shop is a request, not a step."),
    ],
)
def test_a_name_that_fits_no_step_or_several(living: Run, name: str, sentence: str) -> None:
    """Nothing is guessed; what was probably meant is named."""
    said = living("show", name)
    assert said.code == 1
    assert said.sentence.startswith(sentence)


def test_a_step_outside_of_the_plan_says_so(run: Run) -> None:
    """Before the country is known nobody can say so."""
    assert "Whether it is in your plan depends on where you live" in run("show", STEP).out
    run("answer", "country=DE", "services=facebook")
    assert "It is not in your plan" in run("show", STEP).out


def test_a_step_that_is_done_is_shown_in_full(living: Run) -> None:
    """It may have to be looked at again."""
    before = living("show", STEP).out
    living("mark", STEP, "done")
    after = living("show", STEP).out
    assert ", done" in after
    assert "1. Open your profile" in before
    assert "1. Open your profile" in after


@pytest.mark.parametrize("ending", ["txt", "md", "html", "json"])
def test_a_step_is_written_in_each_format(living: Run, tmp_path: Path, ending: str) -> None:
    """The ending tells which."""
    file = tmp_path / f"step.{ending}"
    assert living("show", STEP, "-o", str(file)).out == f"Saved to {file}\n"
    text = file.read_text(encoding="utf-8")
    assert text == living("show", STEP, "--format", ending).out
    assert "Make your Instagram account private" in text


def test_every_step_can_be_shown(run: Run, content: Library) -> None:
    """As text and as data, with its sources."""
    run("answer", "country=DE")
    for id in list(content.steps)[::6]:
        assert run("show", id).out.startswith(content.steps[id].title.split()[0])
        assert run("show", id, "--json").json["step"]["sources"] == list(content.steps[id].sources)
