"""The page is harmless: words of the person and of the content are only words, and nothing comes from outside."""

import re
from base64 import b64encode
from hashlib import sha256
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.reading import page, shape, text
from tests.making import case, country, event, library, link, replace, said, step
from tests.samples import PEOPLE, germany
from wizard.core.content_models import Library, Source, StepSection
from wizard.core.snapshot import Snapshot

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


def with_words(words: str) -> Snapshot:
    """A plan in which the person's reason and notes are these words."""
    happened = (event("a", "skipped", note=words), event("a", "note", note=words), event("case/facebook", "sent", note=words))
    return case(library(step("a")), said(country="DE", services="none"), *happened)


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


def _everywhere(words: str) -> Snapshot:
    filled = step(
        "a", title=words, intro=f"x {words}", impact_why=words, sections=(StepSection("moved", words, f"1. x {words}"),),
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
