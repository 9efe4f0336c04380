"""The audit as text: readable in any width, without colour, in plain letters, whatever an export holds."""

import pytest
from rich.cells import cell_len

from wizard.export.audit.text import BAR, audit_lines, audit_text, encodable_bars, text_bar

from .audits import HOSTILE, NOWHERE, STEPS, changes, document, emptied, full, hostile, page_of

WIDTHS = (20, 40, 60, 80, 120, 300)


def lines(width: int) -> list[str]:
    """The report with what has changed, in this width."""
    return audit_text(page_of(emptied(), changes()), width).splitlines()


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    """From 40 columns on; narrower ones get lines of 40."""
    assert max(map(cell_len, lines(width))) <= max(40, width)


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_lost_in_a_narrow_one(width: int) -> None:
    """The same words in any width, but for the table of years."""
    kinds = [(kind, text) for kind, text in audit_lines(page_of(full()), width) if kind not in (BAR, "table")]
    words = " ".join(text for _, text in kinds).split()
    for each in ("Worst", "conversations", "(2014)", "advertisers", "objection"):
        assert any(each.lower() in word.lower() for word in words), each


@pytest.mark.parametrize("width", WIDTHS)
def test_the_id_of_a_step_is_never_broken(width: int) -> None:
    """It is to be copied."""
    if width >= 60:
        said = audit_text(page_of(full()), width)
        assert [each for each in set(STEPS.values()) if each not in said] == []


@pytest.mark.parametrize("width", WIDTHS)
def test_every_year_is_told(width: int) -> None:
    """All six kinds: in columns, or in words where columns do not fit."""
    said = audit_text(page_of(full()), width)
    for service in full().services:
        for year in service.years:
            assert f"  {year}" in said
    found = full().services[0].years[2011]
    row = "  ".join(str(found.get(kind, 0)) for kind in ("posts", "photos", "videos", "reels", "comments"))
    told = ", ".join(f"{kind} {found[kind]}" for kind in ("posts", "photos", "videos", "reels", "comments"))
    assert (" ".join(row.split()) in " ".join(said.split())) or (told in " ".join(said.split()))


def test_there_is_no_colour_and_no_escape() -> None:
    """Whoever wants colours adds them to the lines."""
    for of in (full(), emptied(), hostile(), NOWHERE):
        said = document("txt", of, changes() if not of.is_html_export else None)
        assert said.isprintable() is False  # newlines
        assert all(line.isprintable() for line in said.splitlines())


@pytest.mark.parametrize("encoding", ["ascii", "iso-8859-1", "cp1252", "no such encoding"])
def test_plain_letters_are_enough(encoding: str) -> None:
    """Where a terminal has no bars, they are drawn with equals signs; all else is plain anyway."""
    said = document("txt", full())
    drawn = encodable_bars(said, encoding)
    assert drawn.isascii()
    assert drawn.count("=") == said.count("━") > 100
    assert encodable_bars(said, "utf-8") == encodable_bars(said, None) == said


def test_words_of_an_export_are_harmless() -> None:
    """They are said, without what could steer a terminal or turn a line around."""
    assert {"\x1b", "\u202e", "\ud800"} <= set(HOSTILE)
    said = document("txt", hostile())
    assert said.count("<script>") == 3
    assert not {"\x1b", "\x9b", "\u202e", "\u2066", "\x00", "\r", "\ud800"} & set(said)
    assert max(map(len, said.splitlines())) <= 80


def test_html_is_told_how_to_become_json() -> None:
    """Steps, and not one number."""
    said = document("txt", NOWHERE)
    assert "Nothing was counted." in said
    assert [line[:4] for line in said.splitlines() if line[2:3].isdigit()] == ["  1.", "  2.", "  3.", "  4.", "  5."]
    assert "Worst first" not in said


@pytest.mark.parametrize(("value", "length"), [(0, 0), (1, 1), (500, 5), (1000, 10), (999, 10)])
def test_a_bar_can_be_seen(value: int, length: int) -> None:
    """Nought alone has none."""
    assert len(text_bar(value, 1000, 10)) == length


def test_a_single_service_is_named_once() -> None:
    """At the head of the list; where there are several, each finding says whose it is."""
    one, several = document("txt", hostile()), document("txt", full())
    assert "Worst first on Facebook\n   1. 1,000 photos\n" in one
    assert "(Facebook)" not in one
    assert "Worst first\n" in several
    assert " (Facebook)\n" in several


def test_numbers_stand_below_each_other() -> None:
    """Thousands are parted by commas."""
    said = document("txt", hostile())
    assert "      1  Post\n  1,000  Photos\n" in said
