"""`learn`: the list, one article, a word that finds some, a slip of the pen, and nothing."""

from pathlib import Path

import pytest

from tests.running import Run
from tests.test_architecture import TOOLKITS, watched
from wizard.core.content_models import Library


def test_without_a_topic_all_articles_are_listed(run: Run, content: Library) -> None:
    """Each with its title, a line about it, and the id that shows it."""
    said = run("learn")
    assert (said.code, said.err) == (0, "")
    assert all(f"      {id}\n" in said.out for id in content.articles)
    assert "learn ID" in said.out


def test_an_id_shows_the_article(run: Run, content: Library) -> None:
    """With where its links lead, its sources and the day."""
    said = run("learn", "faq-gdpr")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(content.articles["faq-gdpr"].title)
    assert "[1] " in said.out
    assert "Pages read 23 Nov 2026; confirmed." in said.out


@pytest.mark.parametrize("topic", ["faq-gdpr", "FAQ GDPR", "What is the GDPR, and what does it give me?"])
def test_an_article_has_several_names(run: Run, topic: str) -> None:
    """Its id, its id in words, its title."""
    assert run("learn", "--json", *topic.split()).json["article"]["id"] == "faq-gdpr"


def test_a_word_that_several_have_gives_a_list(run: Run) -> None:
    """The best first, without the text."""
    said = run("learn", "private", "messages")
    assert (said.code, said.err) == (0, "")
    assert "`protect-my-photos learn ID` shows one." in said.out
    assert said.out.index("faq-private-messages") < said.out.index("metas-position")


def test_a_word_that_one_has_shows_it(run: Run) -> None:
    """Nobody has to ask twice."""
    said = run("learn", "c2patool")
    assert said.out.startswith("For photographers: what protects, what does not")


def test_a_slip_of_the_pen_is_understood(run: Run) -> None:
    """And said, so that nobody wonders."""
    said = run("learn", "nihgtshade")
    assert said.code == 0
    assert said.out.startswith("No article has “nihgtshade”; this is what “nightshade” finds.")


@pytest.mark.parametrize(
    ("topic", "words"),
    [
        ("qqqqzzzz", "`protect-my-photos learn` lists all articles; `protect-my-photos search` looks through"),
        ("knitting pattern", "`protect-my-photos search`"),
        ("faq-gdrp", "Did you mean `learn faq-gdpr`?"),
    ],
)
def test_nothing_is_a_sentence_with_what_to_do_next(run: Run, topic: str, words: str) -> None:
    """An answer as that of `search` and `countries`, so exit code 0, and what to do next."""
    said = run("learn", topic)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"No article has “{topic}” in it.")
    assert words in said.out
    assert run("learn", topic, "--json").json["articles"] == []


def test_as_data(run: Run, content: Library) -> None:
    """A list has rows; one article has its text and sources too."""
    listed = run("learn", "--json").json
    assert listed["schema"] == 1
    assert [each["id"] for each in listed["articles"]] == list(content.articles)
    assert listed["articles"][0].keys() == {"id", "title", "summary", "confidence", "checked", "stale"}
    one = run("learn", "faq-sue", "--json").json
    assert one["article"]["sources"][0].keys() == {"id", "title", "url", "dated", "checked", "tried", "confidence"}
    assert one["article"]["text"].startswith("Perhaps")
    several = run("learn", "private", "--json").json
    assert several["article"] is None
    assert len(several["articles"]) > 1
    assert run("learn", "nihgtshade", "--json").json["taken_as"] == "nightshade"


def test_an_old_article_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a year after a look at the menus they may have moved."""
    monkeypatch.setenv("PROTECT_MY_PHOTOS_TODAY", "2027-08-01")
    assert "it may have changed since" in " ".join(run("learn", "faq-check-settings").out.split())


def test_a_narrow_terminal_is_respected(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines are as wide as there is room, but never wider than one can read."""
    monkeypatch.setenv("COLUMNS", "40")
    lines = run("learn", "faq-gdpr").out.splitlines()
    assert max(len(line) for line in lines if "http" not in line) <= 40


def test_nothing_typed_steers_the_terminal(run: Run) -> None:
    """Control characters are not echoed."""
    assert "\x1b" not in run("learn", "\x1b[2Jqqqq").out


@pytest.mark.usefixtures("state_file")
@pytest.mark.parametrize("words", [(), ("faq-gdpr",), ("private messages", "--json")])
def test_reading_needs_no_toolkit_and_no_network(tmp_path: Path, words: tuple[str, ...]) -> None:
    """Only a slip of the pen needs a library, and nothing opens a socket."""
    said, loaded, opened = watched(tmp_path / "report", "learn", *words)
    assert (said.code, said.err) == (0, "")
    assert not loaded & TOOLKITS
    assert opened == []


@pytest.mark.parametrize("words", ["locked out", "my mother died", "pasword", "widerspruch", "group admin", "konto gehackt"])
def test_the_search_is_the_same_as_everywhere(run: Run, words: str) -> None:
    """The articles among what `search` finds, in the same order, with the same correction."""
    found, learned = run("search", "--json", words).json, run("learn", "--json", words).json
    articles = [hit["id"] for hit in found["hits"] if hit["kind"] == "article"]
    assert [each["id"] for each in learned["articles"]] == articles
    assert learned["taken_as"] == found["corrected"]


def test_an_article_names_what_can_be_done(run: Run) -> None:
    """The steps and letters that help, with the command that shows them; and in the data."""
    said = run("learn", "no-access").out
    assert "`protect-my-photos show limit-visibility/get-back-in`" in " ".join(said.split())
    assert "`protect-my-photos letter objection`" in " ".join(said.split())
    article = run("learn", "no-access", "--json").json["article"]
    assert (article["steps"][0], article["letters"]) == ("limit-visibility/get-back-in", ["objection"])
