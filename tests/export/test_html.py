"""The plan as a page: everything in it, nothing from outside, and words of the person are only words."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from urllib.parse import urlsplit

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from tests.export.papers import GOLDEN, PAPERS
from tests.export.reading import Element, read_page, shape
from tests.making import case, country, event, library, link, said, step
from tests.samples import PEOPLE, germany, korea
from wizard.core.case import Case
from wizard.core.library import Library, Passage, Source
from wizard.core.words import percent
from wizard.export import PLAN_FORMATS

ANSWERS = said(country="KR", services="none")
HOSTILE = (
    "<script>alert(1)</script>",
    "</q></p></main><h1>mine</h1>",
    "<!-- --><![CDATA[ ]]> ]]>",
    "</style><style>*{display:none}</style>",
    '" onmouseover="alert(1)" x="',
    "' autofocus onfocus='alert(1)",
    "{{ 7 * 7 }} {% include 'step.jinja' %}",
    "[b]bold[/b] **bold** &lt;i&gt; &#60;i&#62;",
    "nul\0 bell\a escape\x1b[31m delete\x7f csi\x9b",
    "\u202egnp.exe\u202c \u200fright\u200e \u2066isolate",
    "lone \ud800 surrogate",
)


def page(of: Case, minutes: int = 0) -> Element:
    """The page of this case, read strictly."""
    return read_page(PLAN_FORMATS["html"](of, of.within(minutes) if minutes else of.entries))


def text(element: Element) -> str:
    """The words of an element on one line."""
    return " ".join(element.words.split())


def article(of: Element, id: str) -> Element:
    """The part of the page about one step."""
    return of.one("article", aria_labelledby=id)


def with_words(words: str) -> Case:
    """A plan in which the person's reason and notes are these words."""
    happened = (event("a", "skipped", note=words), event("a", "note", note=words), event("case/facebook", "sent", note=words))
    return case(library(step("a")), said(country="DE", services="none"), *happened)


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_is_what_it_was(name: str) -> None:
    """If the change is meant: python -m tests.export.papers."""
    assert PAPERS[name]().encode() == (GOLDEN / name).read_bytes()


@pytest.mark.parametrize("person", PEOPLE)
def test_the_head_says_where_one_stands(person: str) -> None:
    """Place, law, path, progress and exposure; the bar is as long as the share that is open."""
    of = PEOPLE[person]()
    header = page(of).one("header")
    assert of.place
    for words in (of.place.name, of.place.law, of.place.path, f"{of.done} of ", "impact points"):
        assert words in text(header)
    bar = header.one("svg")
    assert text(bar.one("title")) == f"Still open: {percent(of.exposure)}"
    assert float(bar.one("rect", class_="share").attributes["width"]) == pytest.approx(of.exposure.share * 100, abs=0.05)


@pytest.mark.parametrize("person", PEOPLE)
def test_every_step_has_a_box_with_a_name(person: str) -> None:
    """Ticked where it is done; a dash where it is not for me."""
    of = PEOPLE[person]()
    found = page(of)
    for entry in of.entries:
        part = article(found, entry.id)
        assert text(part.one("h3")) == entry.step.title
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
    assert "30 min · impact 4 of 5" in text(part)
    assert "Why: What is gone cannot be used." in text(part)
    assert "First: Keep a copy first" in text(part)
    assert "Last checked 20 Nov 2026, disputed: sources differ." in text(part)
    sources = page(germany()).one("ol", class_="sources").all("li")
    named = [text(sources[int(text(link)) - 1]) for link in part.one("p", class_="quiet checked").all("a")]
    assert named == [
        "Help pages https://help.example/ looked at 19 Nov 2026",
        "A page one has to look for looked at 20 Nov 2026",
    ]


def test_taps_are_those_of_the_devices_in_hand() -> None:
    """A phone's taps are left out for someone who has a computer; all stand there where nobody asked."""
    ways = tuple(Passage(id, id, f"1. On {id}.") for id in ("web", "phone", "android", "limits"))
    of = case(library(step("a", passages=ways)), ANSWERS)
    assert _heads(of, "web") == ["On the web", "limits"]
    assert _heads(of, "ios") == ["On your phone", "limits"]
    assert _heads(of, "") == ["On the web", "On your phone", "On Android", "limits"]


def _heads(of: Case, device: str) -> list[str]:
    """The headings of the step for someone who has this device in hand."""
    facts = {**of.interview.facts, "device": frozenset({device} if device else ())}
    holding = replace(of, interview=replace(of.interview, facts=facts))
    return [text(head) for head in article(page(holding), "privacy-settings/a").all("h4")]


def test_numbers_of_taps_go_on_after_a_word_between() -> None:
    """The number that is written is the number that is shown."""
    of = case(library(step("a", passages=(Passage("web", "", "1. One.\n\nA word.\n\n2. Two."),))), ANSWERS)
    part = article(page(of), "privacy-settings/a")
    assert [(tap.attributes["value"], text(tap)) for tap in part.all("ol")[0].all("li") + part.all("ol")[1].all("li")] == [
        ("1", "One."),
        ("2", "Two."),
    ]


def test_dates_come_before_everything_else() -> None:
    """What is overdue says so in words; the day to look again is always there."""
    main = page(germany()).one("main")
    dates = main.one("ul", class_="dates")
    assert [text(head) for head in main.all("h2")][:2] == ["Dates", "You can object."]
    assert text(dates).startswith("Mon 2 Nov 2026 overdue, 21 days ago Meta's answer about Facebook is due.")
    assert "Tue 2 Feb 2027 in 71 days Look at your settings again" in text(dates)
    assert [each.attributes["datetime"] for each in dates.all("time")] == ["2026-11-02", "2026-12-02", "2027-02-02"]


def test_how_sure_we_are_is_said() -> None:
    """Of the place's rules, of each step, and of links; stale facts say that they are."""
    found = page(germany())
    assert "Trained models keep what they learned. (disputed: sources differ)" in text(found)
    assert "It may have changed since: look twice." in text(found)
    assert "https://help.example/ (reported by others, not confirmed by us)" in text(found)
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


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_only_words(words: str) -> None:
    """Whatever a person writes, or was sent: not one element or attribute more."""
    found = page(with_words(words))
    assert shape(found) == shape(page(with_words("harmless")))
    assert len(found.all("q")) == 3
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", found.words)


@given(st.text(min_size=1).filter(str.strip))
def test_no_words_become_markup(words: str) -> None:
    """Whatever they are."""
    assert shape(page(with_words(f"x{words}"))) == shape(page(with_words("x")))


@pytest.mark.parametrize("words", HOSTILE[:8])
def test_content_is_escaped_too(words: str) -> None:
    """Titles, passages, labels and names; only **bold** is markup."""
    plain_words = words.replace("**", "")
    of = _everywhere(plain_words)
    assert shape(page(of)) == shape(page(_everywhere("harmless")))


def _everywhere(words: str) -> Case:
    filled = step(
        "a", title=words, intro=f"x {words}", impact_why=words, passages=(Passage("moved", words, f"1. x {words}"),),
        links=(replace(link("form"), label=words),), sources=("page",),
    )  # fmt: skip
    sources = {id: Source(id, words, words, "https://x.example/", germany().today) for id in ("page", "form")}
    return case(library(filled, sources=sources, countries={"KR": country("KR", name=words, safety=words)}), ANSWERS)


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x.example/", "https://", "https://x y/", "http://["],
)
def test_only_web_addresses_become_links(url: str) -> None:
    """Everything else stays words, without a code for the phone."""
    sources = {"form": Source("form", "The form", "Meta", url, germany().today)}
    made: Library = library(step("a", links=(link("form"),), sources=("form",)), sources=sources)
    found = page(case(made, ANSWERS))
    assert "To the form" in text(found)
    assert [each for each in found.all("a") if "#" not in each.attributes["href"]] == found.all(
        "a", href="https://office.example/"
    )
    assert not found.all("svg", class_="code")


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
    assert code.attributes["viewbox" if "viewbox" in code.attributes else "viewBox"] == f"0 0 {len(wanted) + 8} {len(wanted) + 8}"


@pytest.mark.parametrize("person", PEOPLE)
def test_the_page_stands_on_its_own(person: str) -> None:
    """No script, nothing loaded; the policy forbids what is not there, and knows the one style sheet by its hash."""
    found = page(PEOPLE[person]())
    assert not found.all("script", "img", "iframe", "object", "embed", "form", "base", "video", "audio")
    assert not [
        each for each in found.all() for name in each.attributes if name in ("style", "src", "srcset") or name[:2] == "on"
    ]
    assert [each.attributes for each in found.all("link")] == [{"rel": "icon", "href": "data:,"}]
    assert {urlsplit(each.attributes["href"]).scheme for each in found.all("a")} <= {"", "https"}
    digest = b64encode(sha256(found.one("style").words.encode()).digest()).decode()
    assert found.one("meta", http_equiv="Content-Security-Policy").attributes["content"] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    assert not re.search(r"@import|url\(", found.one("style").words)


@pytest.mark.parametrize("person", PEOPLE)
def test_the_page_can_be_read_aloud(person: str) -> None:
    """Language, title, landmarks, headings in order, names for everything that has one, and links that lead somewhere."""
    found = page(PEOPLE[person]())
    assert found.one("html").attributes["lang"] == "en"
    assert text(found.one("head").one("title"))
    for landmark in ("header", "nav", "main", "footer"):
        found.one(landmark)
    levels = [int(head.name[1]) for head in found.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = [each.attributes["id"] for each in found.all() if "id" in each.attributes]
    assert len(ids) == len(set(ids))
    meant = [each.attributes[name] for each in found.all() for name in ("for", "aria-labelledby") if name in each.attributes]
    assert {*meant, *(each.attributes["href"][1:] for each in found.all("a") if each.attributes["href"][0] == "#")} <= set(ids)
    assert found.one("body").all("a")[0].attributes == {"class": "skip", "href": "#plan"}
    assert all(text(each.one("title")) for each in found.all("svg", role="img"))


@pytest.mark.parametrize(("scheme", "number"), [("light", 0), ("dark", 1)])
def test_colours_can_be_told_apart(scheme: str, number: int) -> None:
    """Every colour of words against every ground: at least 4.5 to 1."""
    style = page(germany()).one("style").words
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", style.split(":root {")[number + 1].split("}")[0]))
    for words in ("ink", "quiet", "accent", "warn"):
        for ground in ("ground", "soft", "warn-ground"):
            assert _contrast(colours[words], colours[ground]) >= 4.5, (scheme, words, ground)


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_a_choice_of_steps_says_that_it_is_one() -> None:
    """With the sources of these steps alone, and links to them alone."""
    found = page(germany(), minutes=10)
    assert "1 step for 10 min, chosen to help most in this time." in text(found.one("header"))
    assert len(found.all("article")) == len(found.one("ol", class_="sources").all("li")) == 1
    assert "chosen" not in text(page(germany()).one("header"))


def test_a_choice_of_steps_links_only_to_what_it_shows() -> None:
    """A step may wait for one that lies outside of the choice: then it is named without a link."""
    made = library(step("a", 1, 30), step("b", 5, 5, "a", checked=germany().today))
    of = case(made, ANSWERS)
    found = read_page(PLAN_FORMATS["html"](of, [of.entries[1]]))
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
        country="DE", services="facebook instagram threads whatsapp", visibility="unknown", depth="leave", people="unknown"
    )
    of = case(content, answers)
    assert len(page(of).all("article")) == len(of.entries) > 40
