"""The page can be read by everyone: aloud, and in colours that can be told apart. A browser looks at it once more."""

import re
from itertools import pairwise

import pytest

from tests.export.reading import page, text
from tests.samples import PEOPLE, germany


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
