"""Reading documents as strict readers do: a page as its elements, in order; a calendar as its events."""

from dataclasses import dataclass, field
from typing import Any

import html5lib
import icalendar

from wizard.core.snapshot import Snapshot
from wizard.export import FULL_FORMATS


@dataclass
class Element:
    """One element: its name, attributes, its own words and those below, and the elements below it."""

    name: str
    attributes: dict[str, str]
    words: str
    below: list["Element"] = field(default_factory=list)

    def all(self, *names: str, **attributes: str) -> list["Element"]:
        """Itself and everything below that has one of these names, or any, and these attributes (`class_` for class)."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        found = [self] if self._fits(names, wanted) else []
        return found + [each for element in self.below for each in element.all(*names, **attributes)]

    def one(self, *names: str, **attributes: str) -> "Element":
        """The only such element."""
        (found,) = self.all(*names, **attributes)
        return found

    def _fits(self, names: tuple[str, ...], wanted: dict[str, str]) -> bool:
        return (not names or self.name in names) and wanted.items() <= self.attributes.items()


def read_page(text: str) -> Element:
    """The page as a tree; the first mistake in its markup is an error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return _element(parser.parse(text))


def _element(node: Any) -> Element:
    below = [_element(child) for child in node if isinstance(child.tag, str)]
    name = node.tag.rpartition("}")[2]
    return Element(name, dict(node.attrib), "".join(node.itertext()), below)


def shape(element: Element) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """The markup without the words: every element with its attributes, in order."""
    return [(each.name, tuple(sorted(each.attributes.items()))) for each in element.all()]


def read_calendar(text: str) -> list[Any]:
    """The events that a calendar program finds."""
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT"))


def page(of: Snapshot, minutes: int = 0) -> Element:
    """The page of this case, read strictly."""
    return read_page(FULL_FORMATS["html"](of, of.best_within(minutes) if minutes else of.steps))


def text(element: Element) -> str:
    """The words of an element on one line."""
    return " ".join(element.words.split())


def article(of: Element, id: str) -> Element:
    """The part of the page about one step."""
    return of.one("article", aria_labelledby=id)
