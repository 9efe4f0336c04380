"""`search`: what is found in words and as data, slips of typing, and nothing at all."""

import pytest

from tests.commands.shapes import fits
from tests.running import Run
from wizard.core.content_models import Library
from wizard.views.search import MAX_SHOWN, nearest_pages

BERLIN = ("answer", "country=DE", "region=BE", "services=facebook,instagram")


def test_what_is_found_in_words(run: Run, content: Library) -> None:
    """A line for each, the best first: its title, what it is, and its id."""
    said = run("search", "locked", "out")
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[0] == f"{content.articles['no-access'].title}  (to read: no-access)"


def test_what_is_found_as_data(run: Run, content: Library) -> None:
    """The same in the same order, with what was typed as it was typed."""
    said = run("search", "--json", "Locked", "out")
    assert (said.code, said.err) == (0, "")
    fits(said.json, "search")
    assert (said.json["query"], said.json["corrected"]) == ("Locked out", None)
    assert said.json["hits"][0] == {"kind": "article", "id": "no-access", "title": content.articles["no-access"].title}
    titles = [hit["title"] for hit in said.json["hits"]]
    assert [line.rpartition("  (")[0] for line in run("search", "locked out").out.splitlines()] == titles[:MAX_SHOWN]


@pytest.mark.parametrize(("typed", "meant"), [(("pasword",), "password"), (("objecton", "form"), "objection form")])
def test_a_slip_of_typing_is_told(run: Run, typed: tuple[str, ...], meant: str) -> None:
    """Before what was found instead, and in the data."""
    assert run("search", *typed).out.startswith(f"Nothing was found for “{' '.join(typed)}”. Did you mean “{meant}”?\n")
    found = run("search", "--json", *typed).json
    assert (found["query"], found["corrected"], bool(found["hits"])) == (" ".join(typed), meant, True)


def test_nothing_found_is_an_answer(run: Run) -> None:
    """Said plainly, with the nearest pages, which are no hits."""
    said = run("search", "knitting", "pattern")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Nothing was found for “knitting pattern”.")
    assert all(page.title in said.out for page in nearest_pages())
    data = run("search", "--json", "knitting pattern")
    assert data.code == 0
    fits(data.json, "search")
    assert data.json == {"schema": 1, "query": "knitting pattern", "corrected": None, "hits": []}


@pytest.mark.parametrize("words", [("--", "--help"), ("--", "-x"), ('"',), ("*",), ("a" * 5000,), ("\x1b[2J",), ("ﷺ",)])
def test_any_words_can_be_looked_for(run: Run, words: tuple[str, ...]) -> None:
    """Options end at `--`, and no sign steers the library or the terminal."""
    said = run("search", *words)
    assert (said.code, said.err) == (0, "")
    assert "\x1b" not in said.out


def test_a_search_without_words_is_a_mistake_of_use(run: Run) -> None:
    """It says what is missing."""
    said = run("search")
    assert said.code == 2
    assert "WORDS" in said.err


def test_what_is_outside_the_plan_is_found_too(run: Run) -> None:
    """A step for another service, and the same kinds as before any answer."""
    run(*BERLIN)
    found = run("search", "--json", "threads").json["hits"]
    assert ("step", "privacy-settings/threads-private") in [(hit["kind"], hit["id"]) for hit in found]
    assert run("search", "--json", "Germany").json["hits"][0]["kind"] == "place"


def test_searching_leaves_no_trace(run: Run) -> None:
    """What people look for is nobody's business."""
    before = run("status", "--json").json
    run("search", "divorce")
    assert run("status", "--json").json == before


def test_a_step_outside_the_plan_is_marked(run: Run) -> None:
    """Once there is a plan, and in words alone: data has the same kinds for everybody."""
    row = "Make your Threads profile private  (a step{}: privacy-settings/threads-private)"
    assert row.format("") in run("search", "threads").out.splitlines()
    run(*BERLIN)
    assert row.format(", not in your plan") in run("search", "threads").out.splitlines()
