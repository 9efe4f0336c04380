"""How lines break beside a lead, and where a hint stands."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.css.styles import RulesMap

from wizard.tui.page_content import choice_option
from wizard.tui.widgets.hanging_text import HangingOption, hanging_row, wrap_hanging
from wizard.tui.widgets.styled_text import QUIET, UNBROKEN, concat, styled
from wizard.views.actions import GoBack
from wizard.views.page import PageChoice

DAY = styled(f"30{UNBROKEN}Nov{UNBROKEN}2026", QUIET)


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (40, ["✓  Your posts are private.  30 Nov 2026"]),
        (34, ["✓  Your posts are private.", "   30 Nov 2026"]),
        (22, ["✓  Your posts are", "   private.", "   30 Nov 2026"]),
    ],
)
def test_a_day_stays_on_one_line(width: int, lines: list[str]) -> None:
    """It moves to the next line as a whole, in its own style."""
    drawn = wrap_hanging(hanging_row(concat("Your posts are private.", DAY, by="  "), "✓  "), width)
    assert [line.plain.rstrip() for line in drawn] == lines
    last = drawn[-1]
    assert [last.plain[span.start : span.end].strip() for span in last.spans if span.style == QUIET] == ["30 Nov 2026"]


@pytest.mark.parametrize(("width", "may_go", "rows"), [(30, True, 1), (30, False, 1), (20, True, 1), (20, False, 2)])
def test_a_hint_that_only_names_a_kind_takes_no_line_of_its_own(width: int, may_go: bool, rows: int) -> None:
    """Without room beside the title it goes; any other hint moves below."""
    option = HangingOption(hanging_row("Limit old posts"), hint="a step", may_go=may_go)
    assert option.get_height(RulesMap(), width) == rows


@pytest.mark.parametrize("width", range(12, 40))
def test_a_number_is_not_torn_from_its_unit(width: int) -> None:
    """Whatever the width; the text itself stays as it is."""
    text = "In all 2 of 12 steps done, about 1 h 35 min left."
    lines = [line.plain.strip() for line in wrap_hanging(hanging_row(text), width)]
    assert " ".join(lines) == text
    assert not any(line[-1].isdigit() for line in lines if not line.endswith("12"))


@pytest.mark.parametrize("width", range(20, 40))
@pytest.mark.parametrize(
    ("text", "first_half"),
    [
        ("abgeschickt am 30. November 2026, vor 6 Tagen", "30."),
        ("fällig am 3. Mai 2027 oder danach", "3."),
        ("as the law says (Art. 21(1) UK GDPR)", "Art."),
        ("nach Art. 18 DSGVO oder danach", "Art."),
        ("nach Vorschrift des § 15 BDSG", "§"),
        ("zgodnie z art. 21 RODO", "art."),
    ],
)
def test_a_day_and_an_article_keep_month_and_number(text: str, first_half: str, width: int) -> None:
    """Also where the first half ends with a full stop, as a sentence does."""
    lines = [line.plain.strip() for line in wrap_hanging(hanging_row(text), width)]
    assert " ".join(lines) == text
    assert not any(line.endswith(first_half) for line in lines)


@pytest.mark.parametrize("width", range(10, 60))
@pytest.mark.parametrize(
    "text",
    [
        "Le formulaire s’est-il ouvert\N{NO-BREAK SPACE}?",
        "Tapez\N{NARROW NO-BREAK SPACE}: «\N{NO-BREAK SPACE}hier\N{NO-BREAK SPACE}»",
        "Español · Português (Brasil)",
        "Bavaria · GDPR · you can object",
        "bis 18. Juli 2026",
        "od 18 listopada 2026",
    ],
)
def test_no_line_of_any_text_ends_where_words_belong_together(text: str, width: int) -> None:
    """Also of a text that is no row: a French question mark never stands alone, nor a word in brackets."""
    lines = [line.plain.strip(" ") for line in styled(text).wrap(width)]
    assert " ".join(lines) == text
    is_torn = any(line[0] in "?:»(·" or line[-1] == "«" or line.endswith(("18.", "18")) for line in lines)
    assert not is_torn or width < len("Português (Brasil)")


ADDRESS = "https://ico.org.uk/make-a-complaint/data-protection-complaints/?from=meta"


@pytest.mark.parametrize("width", range(24, 80))
def test_an_address_is_broken_between_its_parts(width: int) -> None:
    """After a slash, hyphen or the like, never within a word, as long as the lines are not very short; nothing is lost."""
    text = concat("Complain at ", styled(ADDRESS, QUIET), " or by post.")
    lines = wrap_hanging(hanging_row(text, "·  "), width)
    assert all(line.rstrip().cell_length <= width for line in lines)
    words, begin = text.plain.replace(" ", ""), len("Complainat")
    letters = [line.plain[3:].replace(" ", "") for line in lines]
    assert "".join(letters) == words
    ends = accumulate(map(len, letters))
    assert all(words[end - 1] in "/-.?=" for end in ends if begin < end < begin + len(ADDRESS))
    quiet = [line.plain[span.start : span.end] for line in lines for span in line.spans if span.style == QUIET]
    assert "".join(quiet) == ADDRESS


@given(text=st.text("ab/-. é中", max_size=60), width=st.integers(min_value=14, max_value=60))
def test_breaking_long_words_loses_nothing(text: str, width: int) -> None:
    """Whatever the text, its letters are the same and in order."""
    lines = wrap_hanging(hanging_row(text), width)
    assert "".join(line.plain for line in lines).replace(" ", "") == text.replace(" ", "")
    assert all(line.rstrip().cell_length <= width for line in lines)


@pytest.mark.parametrize("width", range(16, 60))
@pytest.mark.parametrize("lead", ["", "2  "])
def test_the_further_lines_of_a_row_are_indented(lead: str, width: int) -> None:
    """So that they do not look like rows of their own; an address below a link stands under its words."""
    choice = PageChoice(
        "on", "Older form, if the first does not open", GoBack(), hint="facebook.com/help/contact/6359191084165019"
    )
    prompt = choice_option(choice, lead).prompt
    assert isinstance(prompt, HangingOption)
    first, *others = [line.plain for line in prompt._wrapped(width)]
    assert first.startswith(f"{lead}Older")
    assert all(line.startswith(" " * max(2, len(lead))) for line in others)
    assert all(len(line) <= max(width, 12 + len(lead)) for line in (first, *others))


@pytest.mark.parametrize("width", range(20, 60))
def test_the_label_of_a_choice_keeps_its_time_together(width: int) -> None:
    """As the row for the next step has it."""
    prompt = choice_option(PageChoice("on", "Next: Send the objection form for Instagram, 3 min", GoBack())).prompt
    assert isinstance(prompt, HangingOption)
    assert not any(line.plain.strip() == "min" for line in prompt._wrapped(width))
