"""Sources: which a reader can check, what they confirm together, and what is said of how they were checked."""

from datetime import date
from typing import Any

import pytest

from wizard.content.content_loader import load_shipped_content
from wizard.core.content_models import Source
from wizard.core.provenance import can_be_checked, can_confirm, check_note, is_deep_address


def source(publisher: str = "The Paper", **more: Any) -> Source:
    made = Source("id", "A page", publisher, "https://paper.example/2025/story", date(2026, 11, 23))
    return made._replace(**more)


HOME, NOTHING = "https://paper.example/", ""


@pytest.mark.parametrize(
    ("url", "deep"),
    [
        ("https://paper.example/2025/story", True),
        ("https://paper.example/?p=59303", True),
        ("https://paper.example", False),
        (HOME, False),
        (NOTHING, False),
        ("paper.example/story", False),
        ("javascript:alert(1)", False),
    ],
)
def test_a_deep_address_leads_to_one_page(url: str, deep: bool) -> None:
    """A home page and no address at all lead to nothing that can be checked."""
    assert is_deep_address(url) == deep
    assert can_be_checked(source(url=url)) == deep
    assert can_be_checked(source(url=url, reason="It is known by its number."))


@pytest.mark.parametrize(
    ("sources", "confirmed"),
    [
        ([], False),
        ([source()], False),
        ([source(), source()], False),
        ([source(), source("The Other Paper")], True),
        ([source(), source("The Other Paper", url=HOME)], False),
        ([source(), source("The Other Paper", read=False)], False),
        ([source(official=True)], True),
        ([source(official=True, url=HOME, reason="It has no other.")], False),
        ([source(official=True, read=False)], False),
        ([source(official=True, read=False, about="law")], True),
        ([source(about="advice", url=NOTHING, reason="Ours.")], True),
        ([source(about="advice", url=NOTHING, reason="Ours."), source()], False),
    ],
)
def test_what_confirms(sources: list[Source], confirmed: bool) -> None:
    """An official page that was read, a law, or two papers; copies of one paper count once."""
    assert can_confirm(sources) == confirmed


@pytest.mark.parametrize(
    ("checked", "note"),
    [
        (source(), "read in a stored copy, 23 Nov 2026"),
        (source(dated="May 2025"), "read in a copy of May 2025"),
        (source(read=False, dated="May 2025"), "address noted on 23 Nov 2026, page not opened"),
        (source(tried=date(2026, 11, 30)), "tried on 30 Nov 2026"),
        (source(url=NOTHING, reason="It is advice."), "It is advice."),
    ],
)
def test_the_note_says_what_was_done(checked: Source, note: str) -> None:
    """And no more than that."""
    assert check_note(checked) == note


def test_every_shipped_source_can_be_checked() -> None:
    """By its own address, or it says why it has none."""
    assert [id for id, each in load_shipped_content().sources.items() if not can_be_checked(each)] == []
