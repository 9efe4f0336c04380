"""The audit drawn: what was found beside its step, bars with their labels, and years as small columns."""

import pytest
from textual.geometry import Size

from wizard.tui.widgets.advice_option import BESIDE_FROM, AdviceOption
from wizard.tui.widgets.bar_chart import BarChart, small_columns
from wizard.tui.widgets.hanging_text import hanging_row

OPTION = AdviceOption(
    [hanging_row("43 photos with their location", " 1  "), hanging_row("and 9 others", "    ")],
    hanging_row("Limit old posts to friends", "→ "),
)
PLACES = [("Photos with their location", 43), ("Videos with their location", 8), ("Nothing", 0)]


def lines(option: AdviceOption, width: int) -> list[str]:
    """The option in a list of this width."""
    return [line.plain.rstrip() for line in option._wrapped(width)]


def test_a_step_stands_beside_what_it_resolves() -> None:
    """In the first line, in a column of its own."""
    first, second = lines(OPTION, BESIDE_FROM)
    assert first.split("→ ") == [f"{' 1  43 photos with their location':<49}", "Limit old posts to friends"]
    assert second == "    and 9 others"


def test_a_step_stands_below_where_there_is_no_room() -> None:
    """Under the findings, not under their number."""
    assert lines(OPTION, BESIDE_FROM - 1) == [
        " 1  43 photos with their location",
        "    and 9 others",
        "    → Limit old posts to friends",
    ]


@pytest.mark.parametrize("width", [20, 40, 60, BESIDE_FROM - 1, BESIDE_FROM, 120, 200])
def test_no_line_is_wider_than_the_list(width: int) -> None:
    """And each word is there."""
    drawn = lines(OPTION, width)
    assert max(map(len, drawn)) <= width
    assert sorted(" ".join(drawn).split()) == sorted(" ".join(lines(OPTION, 200)).split())


def test_a_finding_without_a_step() -> None:
    """It has the list for itself."""
    assert lines(AdviceOption([hanging_row("4 things", " 1  ")], None), 120) == [" 1  4 things"]


@pytest.mark.parametrize("width", [10, 30, 50, 80, 200])
def test_each_value_has_its_label_its_number_and_its_bar(width: int) -> None:
    """Above zero a bar is always seen; a label that leaves no room for it stands above it."""
    chart = BarChart(PLACES)
    drawn = [line.plain for line in chart._lines(width)]
    assert chart.get_content_height(Size(width, 9), Size(width, 9), width) == len(drawn)
    words = " ".join(" ".join(drawn).replace("▆", " ").split())
    assert words == "Photos with their location 43 Videos with their location 8 Nothing 0"
    bars = [line.count("▆") for line in drawn if any(character.isdigit() for character in line)]
    assert bars[0] > bars[1] > 0 == bars[2]
    assert max(map(len, drawn)) <= max(width, 12)


def test_a_chart_without_values() -> None:
    """Nothing is drawn."""
    assert BarChart([])._lines(80) == []


@pytest.mark.parametrize(
    ("values", "drawn"),
    [([0, 1, 1000], "▁▂█"), ([5], "█"), ([0, 0], "▁▁"), ([], ""), ([8, 4, 0, 4, 8], "█▅▁▅█")],
)
def test_years_as_small_columns(values: list[int], drawn: str) -> None:
    """A year with something in it never looks empty."""
    assert small_columns(values) == drawn
