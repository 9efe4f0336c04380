"""What people who know no Python do to a content file: before, and the finding after, with its place and what to do."""

from pathlib import Path

import pytest

from tests.running import Run
from wizard.check import check_content, split_location

from .check_pairs import ALIASES, ARTICLE, COUNTRIES, FORM, POSTS, PRIVATE, REGIONS, RETIRED, SOURCES, YOU
from .checking import SOUND, TODAY, Change, add, changed, edit, write

KIND, CHECKED, TITLE = 'kind        = "setting"', "checked     = 2026-11-23", '"Make your Instagram account private"'
AUSTRIA = "AT,Austria,eu,GDPR,office,yes,confirmed,,"
COLUMNS = "alpha2,name,regime,law,authority,form,confidence,safety,note"
LATIN = (SOUND / ARTICLE).read_text(encoding="utf-8").replace("## And the rest", "## Café").encode("latin-1")
BARE, FORM_OF_A_LINE = 'Put " before it and behind it.', 'Write it like name = "text in quotes", name = 5,'


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the copy lies that the tests break and mend."""
    return tmp_path_factory.mktemp("slips") / "content"


Slip = tuple[Change, str, int, str, str]

# fmt: off
DAYS: list[Slip] = [
    (edit(PRIVATE, CHECKED, "checked = 2062-11-23"), PRIVATE, 9,
     "“checked” is 2062-11-23, which is yet to come.", "Write the day on which you looked."),
    (edit(PRIVATE, CHECKED, 'checked = "2026-11-23"'), PRIVATE, 9,
     "“checked” has quotes around its day.", "Write checked = 2026-11-23, without quotes."),
    (edit(PRIVATE, CHECKED, "checked = 23.11.2026"), PRIVATE, 9,
     "“23.11.2026” is a day in another form.", "Write the year first, then month and day with two digits each: 2026-11-23."),
    (edit(PRIVATE, CHECKED, "checked = 2026-13-40 # or so"), PRIVATE, 9,
     "“2026-13-40” is no day of the calendar.", "Write one that is, like 2026-11-23."),
]
ROWS: list[Slip] = [
    (edit(COUNTRIES, AUSTRIA, AUSTRIA.replace(",", ";")), COUNTRIES, 13,
     "The row “AT;Austria;eu;GDPR;office;yes;confirmed;…” has 1 cell, not 9.",
     "Put commas between its cells instead of semicolons."),
    (edit(COUNTRIES, "AT,Austria,", "AT;Austria;"), COUNTRIES, 13,
     "The row “AT;Austria;eu” has 7 cells, not 9.", "Put commas between its cells instead of semicolons."),
    (edit(COUNTRIES, AUSTRIA, AUSTRIA[:-1]), COUNTRIES, 13,
     "The row “AT” has 8 cells, not 9.", f"Every column has its comma, also where its cell is empty: {COLUMNS}."),
    (edit(COUNTRIES, AUSTRIA, f"{AUSTRIA}One, two."), COUNTRIES, 13,
     "The row “AT” has 10 cells, not 9.", "Put quotes around a cell that has a comma in it."),
    (edit(COUNTRIES, AUSTRIA, f'{AUSTRIA}"One, two.'), COUNTRIES, 13,
     "A quote begins in this row and does not end.", "Put a quote at the end of its cell, or take out the first one."),
    (add(ALIASES, "Holland;NL"), ALIASES, 5,
     "The row “Holland;NL” has 1 cell, not 2.", "Put commas between its cells instead of semicolons."),
    (edit(REGIONS, "id,name,law", "id;name;law"), REGIONS, 1,
     "The columns are “id;name;law,authority,valid_from,valid_until,note”.",
     "Write them as “id,name,law,authority,valid_from,valid_until,note”."),
    (add(ALIASES, "Quebec,CA-QX"), ALIASES, 5, "“Quebec” leads to “CA-QX”, which isn't a place.", "Did you mean “CA-QC”?"),
]
PLACES: list[Slip] = [
    (edit(PRIVATE, 'visibility = ["public"]', 'visibility = ["privat"]'), PRIVATE, 6,
     "“privat” is not a choice of the question “visibility”.", "Did you mean “private”?"),
    (edit(FORM, "2. Choose", "2.\tChoose"), FORM, 28, "Behind “2.” stands a tab.", "Put one space there."),
    (edit(SOURCES, 'publisher = "European Union"\n', ""), SOURCES, 9,
     "“publisher” is missing.", "Add it, as a text; content/README.md tells more."),
    (edit(PRIVATE, KIND, ""), PRIVATE, 1, "“kind” is missing.", "Add it, as form, setting or law; content/README.md tells more."),
    (edit(PRIVATE, CHECKED, ""), PRIVATE, 1,
     "“checked” is missing.", "Add it, as a day like 2026-11-23; content/README.md tells more."),
    (edit(PRIVATE, KIND, 'kind = ""'), PRIVATE, 10, "“kind” is empty.", "Write it; content/README.md says what belongs there."),
    (edit(YOU, 'id    = "region"\n', ""), YOU, 7,
     "“id” is missing.", "Add it, as a text; content/README.md tells more."),
]
FILES: list[Slip] = [
    (edit(PRIVATE, "+++\nOne switch", "One switch"), PRIVATE, 1,
     "The file has no second line of +++.", "Put one below the fields, above the prose."),
    (edit(PRIVATE, "+++\ntitle", "title"), PRIVATE, 1,
     "The file has no front matter.", "Begin it with fields between two lines of +++."),
    (write(ARTICLE, LATIN), ARTICLE, 12, "From here on it is not UTF-8 text.", "Save the file again as UTF-8."),
    (write(PRIVATE, LATIN), PRIVATE, 12, "From here on it is not UTF-8 text.", "Save the file again as UTF-8."),
    (add("articles/My note.txt", "x"), "articles/My note.txt", 1,
     "The program reads no file of this name here.", "Move or rename it as content/README.md says."),
    (write("articles/My Note.md", (SOUND / ARTICLE).read_bytes()), "articles/My Note.md", 1,
     "“My Note” is not an id.", "Use small letters and digits, with single hyphens between them."),
]
FIELDS: list[Slip] = [
    (edit(PRIVATE, TITLE, TITLE[:-1]), PRIVATE, 2,
     "The text on this line has no quote at its end.", 'Write name = "text", with a quote before and behind it.'),
    (edit(PRIVATE, TITLE, f"“{TITLE[1:-1]}”"), PRIVATE, 2,
     "A curly quote stands where a straight one belongs.", 'Write name = "text", with the quotes of the keyboard.'),
    (edit(PRIVATE, TITLE, f"{TITLE[:-1]}”"), PRIVATE, 2,
     "A curly quote stands where a straight one belongs.", 'Write name = "text", with the quotes of the keyboard.'),
    (edit(PRIVATE, TITLE, TITLE[1:-1]), PRIVATE, 2, "“Make your Instagram account private” has no quotes around it.", BARE),
    (edit(PRIVATE, '["public"]', "[public]"), PRIVATE, 6, "“public” has no quotes around it.", BARE),
    (edit(PRIVATE, TITLE, '"Make "it" private"'), PRIVATE, 2,
     "The text ends at its second quote, and more stands behind it.", 'Write \\" for a quote within a text.'),
    (edit(PRIVATE, TITLE, "'Don't show it'"), PRIVATE, 2,
     "The text ends at its second quote, and more stands behind it.", 'Put "double quotes" around it instead.'),
    (edit(PRIVATE, KIND, f"{KIND},"), PRIVATE, 10, "A comma stands behind the text.", "Take it out."),
    (edit(PRIVATE, KIND, "kind ="), PRIVATE, 10, "Nothing stands behind “kind =”.",
     "Write its value there, or take the line out."),
    (edit(PRIVATE, KIND, f"{KIND}\n{CHECKED}"), PRIVATE, 11, "“checked” is there twice.", "Take one of the two lines out."),
    (edit(PRIVATE, 'sources     = ["news"]', 'sources = ["news"'), PRIVATE, 8,
     "In this list a comma, a quote or the ] at its end is missing.", 'Write it like name = ["a", "b"].'),
    (edit(YOU, "[[questions]]\nid    = \"region\"", "[[questions]]\nasked = True\nid = \"region\""), YOU, 8,
     "“True” begins with a capital letter.", "Write true, in small letters."),
    (add(SOURCES, "\n[news]"), SOURCES, 40, "“[news]” is there twice.", "Take one of the two out, or give it an id of its own."),
    (add(SOURCES, "Some words"), SOURCES, 39, "This line is no field: an = is missing behind its first word.", FORM_OF_A_LINE),
    (add(SOURCES, "a = 5 years"), SOURCES, 39,
     "This line cannot be read: “Expected newline or end of document after a statement”.", FORM_OF_A_LINE),
]
RULES: list[Slip] = [
    (edit(SOURCES, "https://news.example/1", "https://news.example/1?locale=de_DE"), SOURCES, 28,
     "The address asks for a language: “locale=de_DE”.", "Take that out, and see whether it works."),
    (edit(FORM, "It takes nothing back.", "It is no “yes”."), FORM, 34,
     "A curly quote stands beside “It is no”.", "Write the straight one of the keyboard."),
    (edit(POSTS, "export-your-data", "export-you-data"), POSTS, 7,
     "“delete-your-data/export-you-data” is not a step.",
     'Did you mean “delete-your-data/export-your-data”? If it was renamed, add "delete-your-data/export-you-data" ='),
]
# fmt: on
SLIPS = [*DAYS, *ROWS, *PLACES, *FILES, *FIELDS, *RULES]


@pytest.mark.parametrize(("change", "file", "line", "what", "next_step"), SLIPS, ids=[f"{slip[1]}-{slip[3]}" for slip in SLIPS])
def test_a_slip_is_named_once(copy: Path, change: Change, file: str, line: int, what: str, next_step: str) -> None:
    """Exactly one finding: its file and line, what is wrong, and what to write instead."""
    with changed(copy, change) as root:
        (finding,) = check_content(root, TODAY).findings
    assert (split_location(finding.place)[0], finding.line, finding.what) == (file, line, what)
    assert finding.next_step.startswith(next_step)


@pytest.mark.parametrize(
    ("written", "day"), [("20 Nov 2026", "2026-11-20"), ("20.11.2026", "2026-11-20"), ("some day", "2026-11-23")]
)
def test_the_advice_for_a_quoted_day_can_be_read(copy: Path, written: str, day: str) -> None:
    """It is a day that TOML takes, in whatever form the day was written."""
    with changed(copy, edit(PRIVATE, CHECKED, f'checked = "{written}"')) as root:
        advice = {finding.next_step for finding in check_content(root, TODAY).findings}
    assert f"Write checked = {day}, without quotes." in advice


SOUND_ALL_THE_SAME = [
    edit(PRIVATE, "+++\ntitle", "\ufeff+++\ntitle"),
    edit(COUNTRIES, "alpha2,name", "\ufeffalpha2,name"),
    edit(SOURCES, "[form-facebook]", "\ufeff[form-facebook]"),
    edit(PRIVATE, "+++\nOne switch", "+++ \nOne switch"),
    edit(PRIVATE, CHECKED, "checked = 2026-11-24"),
    edit(PRIVATE, "valid_until = 2030", "valid_until = 2062"),
    edit(SOURCES, "https://news.example/1", "https://news.example/en/1"),
]


@pytest.mark.parametrize("change", SOUND_ALL_THE_SAME)
def test_what_is_no_slip_is_passed(copy: Path, change: Change) -> None:
    """The mark that some editors begin a file with, blanks behind +++, a day that has begun in the east, an English page."""
    with changed(copy, change) as root:
        assert check_content(root, TODAY).findings == ()


def test_a_row_that_cannot_be_read_is_told_first(copy: Path) -> None:
    """Before the findings of other files, whatever their names."""
    row, grade = edit(COUNTRIES, AUSTRIA, AUSTRIA[:-1]), edit(FORM, "impact     = 5", "impact = 6")
    with changed(copy, row, grade) as root:
        assert [each.rule for each in check_content(root, TODAY).findings] == ["unreadable", "impact-range"]


def test_a_requirement_under_its_old_name_is_told_the_new_one(copy: Path) -> None:
    """Once the renaming stands in retired.toml."""
    old, new = "delete-your-data/export", "delete-your-data/export-your-data"
    with changed(copy, edit(POSTS, new, old), add(RETIRED, f'"{old}" = "{new}"')) as root:
        (finding,) = check_content(root, TODAY).findings
    assert (finding.what, finding.next_step) == (f"“{old}” is not a step.", f"Write “{new}”, its name now.")


def test_a_letter_that_cannot_be_read_is_told_once(copy: Path) -> None:
    """What letters share is looked at when each of them can be read."""
    with changed(copy, edit("letters/laws.toml", '"GDPR"', "GDPR"), add("letters/a.md", "No fields.")) as root:
        found = check_content(root, TODAY).findings
    assert [(split_location(each.place)[0], each.line, each.what) for each in found] == [
        ("letters/a.md", 1, "The file has no front matter."),
        ("letters/laws.toml", 2, "“GDPR” has no quotes around it."),
    ]


def test_the_command_shows_a_name_with_a_space_whole(run: Run, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that it can be copied."""
    with changed(copy, write("articles/My Note.md", (SOUND / ARTICLE).read_bytes())):
        monkeypatch.chdir(copy.parent)
        said = run("check", "--content", "content")
    assert said.out.splitlines()[0] == "content/articles/My Note.md:1: bad-id"


def test_a_notice_takes_one_line(run: Run, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is no mistake, so it does not stand in the way of those."""
    with changed(copy, edit(SOURCES, '1"\nchecked   = 2026-11-23', '1"\nchecked = 2023-02-27')):
        monkeypatch.chdir(copy.parent)
        said = run("check", "--content", "content")
    notice, counts = said.out.splitlines()
    assert notice.startswith("content/sources.toml:29: (notice) [news] Last checked on 2023-02-27, 1,365 days ago. Look again")
    assert counts.startswith("Nothing is wrong. 1 fact should be looked at again. ")
