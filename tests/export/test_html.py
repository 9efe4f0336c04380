"""The plan as a page: everything that a person needs away from the terminal is in it."""

import re

import pytest
import segno
from syrupy.assertion import SnapshotAssertion

from tests.export.papers import PAPERS
from tests.export.reading import article, page, read_page, text
from tests.making import case, country, event, library, link, replace, said, step
from tests.samples import PEOPLE, germany, korea
from wizard.core.content_models import Library, StepSection
from wizard.core.formatting import PATH, format_protection
from wizard.core.snapshot import Snapshot
from wizard.export import FULL_FORMATS

ANSWERS = said(country="KR", services="none")


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_is_what_it_was(name: str, golden: SnapshotAssertion) -> None:
    """The page to print and the calendar; `make golden` writes the files again."""
    assert PAPERS[name]().encode() == golden(name=name)


@pytest.mark.parametrize("person", PEOPLE)
def test_the_head_says_where_one_stands(person: str) -> None:
    """Place, law, path, progress and exposure; the bar is as long as the share that is done."""
    of = PEOPLE[person]()
    header = page(of).one("header")
    assert of.place
    for words in (of.place.name, of.place.law, PATH[of.place.path], f"{of.done} of ", " points; each step counts 1 to 5"):
        assert words in text(header)
    bar = header.one("svg")
    assert text(bar.one("title")) == f"{format_protection(of.exposure)} of the protection done"
    assert float(bar.one("rect", class_="share").attributes["width"]) == pytest.approx(of.exposure.done_share * 100, abs=0.05)


@pytest.mark.parametrize("person", PEOPLE)
def test_every_step_has_a_box_with_a_name(person: str) -> None:
    """Ticked where it is done; a dash where it is not for me."""
    of = PEOPLE[person]()
    found = page(of)
    for entry in of.steps:
        part = article(found, entry.id)
        assert text(part.one("h3")).removeprefix("–").partition(". ")[2 if entry.status == "open" else 0] == entry.step.title
        boxes = part.all("input")
        assert [box.attributes["type"] for box in boxes] == ["checkbox"] * (entry.status != "skipped")
        assert [part.one("label").attributes["for"] for _ in boxes] == [box.attributes["id"] for box in boxes]
        assert ["checked" in box.attributes for box in boxes] == [entry.status == "done"] * len(boxes)


def test_a_step_says_all_there_is_to_know() -> None:
    """What cannot be undone comes before the taps, then where menus move and what it does not do; links, day, sources."""
    part = article(page(germany()), "delete-your-data/old-posts")
    assert [text(head) for head in part.all("h4")] == ["What cannot be undone", "On the web", "What it does not do"]
    assert [text(tap) for tap in part.one("ol").all("li")] == ["Open Activity log."]
    assert [text(strong) for strong in part.one("ol").all("strong")] == ["Activity log"]
    assert text(part).startswith("2. Delete old posts 30 min First:")  # no id
    assert "First: Keep a copy first" in text(part)
    assert "Pages read 20 Nov 2026; disputed: sources differ." in text(part)
    sources = page(germany()).one("ol", class_="sources").all("li")
    named = [text(sources[int(text(link)) - 1]) for link in part.one("p", class_="quiet checked").all("a")]
    assert named == [
        "Help pages https://help.example/",
    ]


def test_taps_are_those_of_the_devices_in_hand() -> None:
    """A phone's taps are left out for someone who has a computer; all stand there where nobody asked."""
    ways = tuple(StepSection(id, id, f"1. On {id}.") for id in ("web", "phone", "android", "limits"))
    of = case(library(step("a", sections=ways)), ANSWERS)
    assert _heads(of, "web") == ["On the web", "limits"]
    assert _heads(of, "ios") == ["On your phone", "limits"]
    assert _heads(of, "") == ["On the web", "On your phone", "On Android", "limits"]


def _heads(of: Snapshot, device: str) -> list[str]:
    """The headings of the step for someone who has this device in hand."""
    facts = {**of.interview.facts, "device": frozenset({device} if device else ())}
    holding = replace(of, interview=replace(of.interview, facts=facts))
    return [text(head) for head in article(page(holding), "privacy-settings/a").all("h4")]


def test_numbers_of_taps_go_on_after_a_word_between() -> None:
    """The number that is written is the number that is shown."""
    of = case(library(step("a", sections=(StepSection("web", "", "1. One.\n\nA word.\n\n2. Two."),))), ANSWERS)
    part = article(page(of), "privacy-settings/a")
    assert [(tap.attributes["value"], text(tap)) for tap in part.all("ol")[0].all("li") + part.all("ol")[1].all("li")] == [
        ("1", "One."),
        ("2", "Two."),
    ]


def test_what_is_to_be_done_comes_first_and_dates_follow() -> None:
    """What is overdue says so in words; no sentence sounds as if something were due today; one looks again on a day."""
    main = page(germany()).one("main")
    now, dates = main.one("section", aria_labelledby="now"), main.one("ul", class_="dates")
    assert [text(head) for head in main.all("h2")][:4] == ["Now", "Essentials", "Dates", "Delete your data 0 of 2"]
    assert text(now).startswith("Now Overdue: Meta's answer about Facebook was due on Mon 2 Nov 2026, 21 days ago")
    assert text(now).endswith("Complain. It costs nothing. Ask your friends 10 min, step 3")
    best = [entry.id for entry in germany().open_steps][:1]
    assert [link.attributes["href"] for link in now.all("a")] == [f"#{id}" for id in best]
    assert text(dates).startswith("Overdue: Meta's answer about Facebook was due on Mon 2 Nov 2026, 21 days ago (the Monday, as")
    assert "Meta's answer about Instagram is due on Wed 2 Dec 2026, in 9 days." in text(dates)
    assert "Look at your settings again on Tue 2 Feb 2027, in 71 days: Meta moves" in text(dates)
    assert [each.attributes["datetime"] for each in dates.all("time")] == ["2026-11-02", "2026-12-02", "2027-02-02"]


def test_one_thing_to_do_stands_alone_and_nothing_is_said_where_nothing_is_open() -> None:
    """No list of none."""
    one = page(case(library(step("a")), ANSWERS)).one("section", aria_labelledby="now")
    assert text(one) == "Now Do a 5 min, step 1"
    assert not page(case(library(step("a")), ANSWERS, event("a", "done"))).all(id="now")


def test_safety_comes_before_anything_else() -> None:
    """Where naming one's account can be risky: before what is to be done now."""
    assert text(page(korea()).one("main")).startswith("First, your safety: Think before you name your account. Now ")


def test_the_office_is_named_with_its_form_for_complaints_first() -> None:
    """Then its site; an address that is both stands there once."""
    place = page(germany()).one("section", aria_labelledby="place")
    assert [link.attributes["href"] for link in place.all("a")] == ["https://hh.example/form", "https://hh.example/"]
    assert "Form for complaints https://hh.example/form Website https://hh.example/" in text(place)


def test_no_length_of_time_is_torn() -> None:
    """Neither in the head nor beside a step."""
    words = page(germany()).one("body").words
    assert "50\u00a0min left" in words
    assert "1\u00a0h\u00a030\u00a0min" in words


def test_how_sure_we_are_is_said() -> None:
    """Of the place's rules, of each step, and of links."""
    found = page(germany())
    assert "Trained models keep what they learned. (disputed: sources differ)" in text(found)
    assert "https://help.example/ (reported, not confirmed)" in text(found)
    assert "Tell no one your password." not in text(found)  # told until yesterday only
    assert "First, your safety: Think before" in text(page(korea()))


def test_reasons_and_notes_are_the_persons_own_words() -> None:
    """With their line breaks, and in their own direction."""
    found = page(germany())
    skipped = article(found, "disconnect-apps/apps")
    assert "Not for me, 2 Nov 2026: " in text(skipped)
    assert skipped.one("q").words == "I *never* used\n[any] app"
    assert skipped.one("q").attributes["dir"] == "auto"
    assert "Your note of 3 Nov 2026: ask `Kim` <first> # please" in text(article(found, "delete-your-data/old-posts"))
    assert "Your note of 3 Nov 2026: a mail" in text(found.one("section", aria_labelledby="dates"))


def test_a_code_for_the_phone_holds_the_address() -> None:
    """Square for square, with the quiet zone that the standard asks for, and a name for those who do not see it."""
    of = case(library(step("a", links=(link("form"),))), ANSWERS)
    code = page(of).one("svg", class_="code")
    assert text(code.one("title")) == "QR code: To the form"
    drawn = set()
    for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", code.one("path").attributes["d"]):
        drawn |= {(int(x) + each, int(y)) for each in range(int(width))}
    wanted = segno.make("https://form.example/", error="m").matrix
    assert drawn == {(x, y) for y, row in enumerate(wanted, 4) for x, dark in enumerate(row, 4) if dark}
    assert code.attributes["viewBox"] == f"0 0 {len(wanted) + 8} {len(wanted) + 8}"


def test_a_choice_of_steps_says_that_it_is_one() -> None:
    """With the sources of these steps alone, and links to them alone."""
    found = page(germany(), minutes=10)
    assert "1 step for 10 min, chosen to help most in this time." in text(found.one("header"))
    assert len(found.all("article")) == 2 * len(found.one("ol", class_="sources").all("li")) == 2
    assert "chosen" not in text(page(germany()).one("header"))


def test_a_choice_of_steps_links_only_to_what_it_shows() -> None:
    """A step may wait for one that lies outside of the choice: then it is named without a link."""
    made = library(step("a", 1, 30), step("b", 5, 5, "a", checked=germany().today))
    of = case(made, ANSWERS)
    found = read_page(FULL_FORMATS["html"](of, [of.steps[1]]))
    assert "First: Do a" in text(article(found, "privacy-settings/b"))
    assert not found.all("a", href="#privacy-settings/a")


def test_a_place_without_headline_authority_or_accounts() -> None:
    """Nothing is made up: the place's own name stands there, and the rest is left out."""
    of = case(library(step("a"), countries={"KR": country("KR", authority="", form="no")}), ANSWERS)
    found = page(of)
    assert "Land KR" in [text(head) for head in found.all("h2")]
    assert "Your authority" not in text(found)
    assert "Objections" not in text(found)
    assert not found.all(id="sources")


def test_without_a_country_there_is_nothing_to_say_about_the_place() -> None:
    """The head remains, and the page is whole."""
    found = page(case(library(), {}))
    assert text(found.one("p", class_="place")) == "No country yet"
    assert not found.all("article")
    assert not found.all(id="place")


def test_the_shipped_content_makes_a_sound_page(content: Library) -> None:
    """All that a person in Germany can be told, read by a strict reader."""
    answers = said(
        country="DE", services="facebook instagram threads whatsapp", visibility="unknown", depth="unknown", people="unknown"
    )
    of = case(content, answers)
    assert len(page(of).all("article")) == len(of.steps) + len(of.essential_steps) > 30
