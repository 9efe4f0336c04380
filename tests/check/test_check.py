"""The check: nothing wrong before a change, exactly one finding after it; broken files; what the command prints."""

from datetime import date
from pathlib import Path

import pytest

from tests.errors import raises_message
from tests.running import Run
from wizard.check import check_content
from wizard.check.rules import CROSS_FILE_RULES, FILE_RULES, WARNING_RULES

from .check_letters import SLIPS
from .check_pairs import ACCOUNTS, ARTICLE, EU, FORM, HARD, INSTAGRAM, MOVED, NOTE, OUTCOMES, PAIRS, PRIVATE, REST, YOU
from .checking import SOUND, TODAY, Change, add, changed, checked, edit, gone, write
from .test_plan_size import RULES as PLAN_RULES

READ = "Read: 6 steps, 1 article, 6 questions, 250 places, 3 regimes, 2 letters, 5 sources. Translated: de 1%."
"""What the check says of the sound content at its end."""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the copy lies that the tests break and mend."""
    return tmp_path_factory.mktemp("check") / "content"


def test_the_sound_content_is_sound(copy: Path) -> None:
    """Before the change nothing is wrong."""
    report = checked(copy)
    assert (report.findings, report.notices, report.complete) == ((), (), True)


@pytest.mark.parametrize(("rule", "place", "change", "words"), PAIRS, ids=[f"{rule}-{place}" for rule, place, *_ in PAIRS])
def test_a_change_brings_its_finding(copy: Path, rule: str, place: str, change: Change, words: str) -> None:
    """After the change exactly this rule is broken, exactly there, and the words say what to do."""
    findings = checked(copy, change).findings
    assert [(finding.rule, finding.place) for finding in findings] == [(rule, place)]
    assert words in f"{findings[0].what} {findings[0].next_step}"


def test_a_step_names_letters_that_there_are(copy: Path) -> None:
    """By its family a letter is found, by a slip of the pen it is not."""
    for name, wrong in (("objection", []), ("objektion", [PRIVATE])):
        named = edit(PRIVATE, 'kind        = "setting"', f'kind = "setting"\nletters = ["{name}"]')
        found = checked(copy, named).findings
        assert [each.place for each in found if each.place == PRIVATE] == wrong


def test_an_outcome_of_earlier_records_need_not_be_offered(copy: Path) -> None:
    """It says so; without that, the check asks how people come to it."""
    for line, wrong in (("offered = false", []), ("", ["unoffered-outcome"])):
        findings = checked(copy, add(OUTCOMES, f'{MOVED}about = ["report"]\n{line}')).findings
        assert [finding.rule for finding in findings] == wrong


def test_every_rule_is_shown_broken() -> None:
    """No rule is without a pair, and each one's docstring says what it demands."""
    rules = {rule.__name__.replace("_", "-"): rule for rule in (*FILE_RULES, *CROSS_FILE_RULES)}
    assert rules.keys() == {rule for rule, *_ in (*PAIRS, *SLIPS)} - {"unreadable"} | PLAN_RULES
    assert all((rule.__doc__ or "").endswith(".") for rule in (*rules.values(), *WARNING_RULES))


UNREADABLE = [
    (FORM, "[[links]] 1", edit(FORM, 'label  = "The form"', "label = 1"), "“label” should be a text"),
    (FORM, "[means]", edit(FORM, 'case = "facebook"', "case = 1"), "“case” should be a text"),
    (FORM, "", edit(FORM, "minutes    = 5", 'minutes = "five"'), "“minutes” should be a whole number"),
    (f"{FORM}:3", "", edit(FORM, "minutes    = 5", "minutes = = 5"), "“Invalid value”"),
    (FORM, "", edit(FORM, "+++\ntitle", "title"), "The file has no front matter"),
    (f"{ARTICLE}:1", "", write(ARTICLE, b"\xff\xfe"), "From here on it is not UTF-8 text"),
    (ARTICLE, "", edit(ARTICLE, "summary", "sumary"), "“summary” is missing"),
    ("actions/advocate/action.md", "", gone("actions/advocate/action.md"), "The file is missing"),
    ("countries.csv", "", gone("countries.csv"), "The file is missing"),
    ("countries.csv:1", "", edit("countries.csv", "alpha2,name", "code,name"), "columns"),
    ("regions.csv", "DE-HH", edit("regions.csv", "2040-01-01", "1 January"), "“valid_until” should be a day"),
    ("regions.csv:1", "", edit("regions.csv", "id,name", "code,name"), "columns"),
    ("sources.toml", "[news]", edit("sources.toml", 'publisher = "The Newspaper"', ""), "“publisher” is missing"),
    ("sources.toml", "[odd]", edit("sources.toml", "[form-facebook]", "odd = 1\n[form-facebook]"), "A table is expected"),
    ("words.toml", "[names]", edit("words.toml", "[names]", "[names]\nodd = 1"), "“odd” should be a list of texts"),
    ("search.toml", "[page]", add("search.toml", '[page]\nten = "quick"'), "“ten” should be a list of texts"),
    ("retired.toml", "", add("retired.toml", '"x/y" = 1'), "“x/y” should be a text"),
    (EU, "[[clocks]] 2", edit(EU, 'number     = 3\nunit       = "months"', 'number = 3\nunit = "weeks"'), "“unit” should be"),
    (ACCOUNTS, "", write(ACCOUNTS, b"a = " + b"[" * 9999), "nested too deeply"),
]


@pytest.mark.parametrize(("file", "part", "change", "words"), UNREADABLE)
def test_a_file_that_cannot_be_read_is_a_finding(copy: Path, file: str, part: str, change: Change, words: str) -> None:
    """The finding names the file, the part of it and what is wrong, and the rules between files wait."""
    report = checked(copy, change)
    unreadable = [finding for finding in report.findings if finding.rule == "unreadable"]
    assert [finding.place for finding in unreadable] == [f"{file} {part}".strip()]
    assert words in unreadable[0].what
    assert not report.complete


def test_all_broken_files_are_named_at_once(copy: Path) -> None:
    """The first broken file does not hide the others, nor what else is wrong in a file that can be read."""
    report = checked(
        copy,
        edit(FORM, "minutes    = 5", 'minutes = "five"'),
        edit("sources.toml", 'publisher = "The Newspaper"', ""),
        gone("regions.csv"),
        edit(PRIVATE, "impact      = 5", "impact = 6"),
    )
    assert {(finding.rule, finding.place) for finding in report.findings} == {
        ("unreadable", FORM),
        ("unreadable", "sources.toml [news]"),
        ("unreadable", "regions.csv"),
        ("impact-range", PRIVATE),
    }


SAID_OF_OTHERS = [
    "Your country is not part of the EU.",
    "EU law does not apply.",
    "Its law follows the GDPR.",
    "If Meta's Irish company decides about your data, EU law may protect you.",
]


@pytest.mark.parametrize("words", SAID_OF_OTHERS)
def test_a_law_may_be_named_to_deny_it_or_to_compare(copy: Path, words: str) -> None:
    """What does not claim that the law is one's own may be said anywhere."""
    assert checked(copy, add(REST, NOTE.format(words))).findings == ()


def test_two_clocks_may_follow_each_other(copy: Path) -> None:
    """The same time limit may be there twice when the days tell the two apart."""
    second = '\n[[clocks]]\nid = "{0}"\nnumber = 9\nunit = "days"\nstart = "answer"\ntext = "S."\nconfidence = "confirmed"\n{1}'
    clocks = second.format("c", "valid_until = 2026-12-31"), second.format("c", "valid_from = 2027-01-01")
    findings = checked(copy, add(EU, "".join(clocks))).findings
    assert {finding.rule for finding in findings} == {"missing-source"}


def test_the_program_needs_the_question_for_the_region(copy: Path) -> None:
    """Under another name it is missed, and nobody is asked for the parts of a country."""
    findings = checked(copy, edit(YOU, 'id    = "region"', 'id = "part"')).findings
    assert {(finding.rule, finding.place) for finding in findings} == {
        ("missing-required-question", "questions"),
        ("missing-required-question", f"{YOU} part"),
        ("invalid-region-list", "regions.csv DE-BY"),
        ("invalid-region-list", "regions.csv DE-HH"),
    }


def test_who_is_asked_for_a_region_has_some_to_choose(copy: Path) -> None:
    """Without a `when` the question is put to everybody, and all countries but one have no parts in the list."""
    findings = checked(copy, edit(YOU, 'when  = { country = ["DE"] }', "")).findings
    assert [(finding.rule, finding.place) for finding in findings] == [("invalid-region-list", "regions.csv")] * 249


def test_files_that_editors_leave_behind_do_not_matter(copy: Path) -> None:
    """Hidden files and backup copies are passed over."""
    assert checked(copy, add("articles/.note.swp", "x"), add("articles/note.md~", "x")).findings == ()


def test_an_old_fact_is_a_notice(copy: Path) -> None:
    """What is due for another look is said, and nothing is wrong."""
    report = checked(copy, today=date(2027, 2, 1))
    assert report.findings == ()
    assert {finding.place for finding in report.notices} == {FORM, INSTAGRAM, "sources.toml [form-facebook]"}
    assert {finding.rule for finding in report.notices} == {"stale-fact"}


def test_the_command_prints_findings_and_counts(run: Run, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A finding has its file, line and rule; below what is wrong with the next step, and the rule behind it."""
    with changed(copy, edit(PRIVATE, '["instagram"], v', '["instagramm"], v')):
        monkeypatch.chdir(copy.parent)
        said = run("check", "--content", "content")
    assert (said.code, said.err) == (1, "")
    assert said.out.splitlines() == [
        "content/actions/privacy-settings/instagram-private.md:6: unknown-choice",
        "  “instagramm” is not a choice of the question “services”. Did you mean “instagram”?",
        "  Why: A `when` asks only for values that its question or fact can have.",
        f"1 finding in 1 file. {READ}",
    ]


def test_the_command_is_content_with_sound_content(run: Run) -> None:
    """Nothing wrong is exit code 0."""
    said = run("check", "--content", str(SOUND))
    assert (said.code, said.err) == (0, "")
    assert said.out == f"Nothing is wrong. {READ}\n"


def test_the_command_says_that_rules_wait(run: Run, copy: Path) -> None:
    """A writer is told that more may be found once every file can be read."""
    with changed(copy, gone("aliases.csv")) as root:
        said = run("check", "--content", str(root))
    assert said.code == 1
    assert "How the files fit together is checked when all of them can be read." in said.out


def test_a_notice_does_not_fail(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Facts that are due for another look are listed, with exit code 0."""
    monkeypatch.setenv("PROTECT_MY_PHOTOS_TODAY", "2027-02-01")
    said = run("check", "--content", str(SOUND))
    assert said.code == 0
    assert f"{FORM}:16: (notice) Last checked on 2026-11-23, 70 days ago. Look again," in said.out
    assert "3 facts should be looked at again." in said.out


def test_a_folder_without_content_is_refused(tmp_path: Path) -> None:
    """Some other folder is an error, with the next step."""
    with raises_message("is not a content folder"):
        check_content(tmp_path, TODAY)


def test_nothing_in_a_file_can_steer_the_terminal(run: Run, copy: Path) -> None:
    """What a file holds is shown without control characters."""
    with changed(copy, edit(PRIVATE, '["public"]', '["\\u001b[2Jpublik"]')) as root:
        said = run("check", "--content", str(root))
    assert "\x1b" not in said.out
    assert "publik" in said.out


def test_without_the_library_the_grade_is_not_measured(run: Run, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Writers who have only the program are told so in a sentence; everything else is checked."""
    monkeypatch.setattr("wizard.check.rules.readability.MEASURED_BY", "no_such_library")
    with changed(copy, edit(FORM, "It takes nothing back.", HARD * 4)) as root:
        said = run("check", "--content", str(root))
    assert said.code == 0
    assert "Nothing is wrong. The reading grade was not measured: install" in said.out


SPELLED = [
    ("Menu words such as **Color settings** stay as they are.", 0),
    ("The color is gray.", 2),
    ("> A law may speak of color.", 0),
    ("The Data Protection Act 2018 has no color.", 1),
]


@pytest.mark.parametrize(("words", "findings"), SPELLED)
def test_what_is_not_ours_keeps_its_spelling(copy: Path, words: str, findings: int) -> None:
    """Menu words, names and quotations are left alone; what we write is not."""
    found = checked(copy, edit(ARTICLE, "## And the rest", f"{words}\n\n## And the rest")).findings
    assert [finding.rule for finding in found] == ["inconsistent-spelling"] * findings


LINES = [
    (edit(PRIVATE, '["instagram"], v', '["instagramm"], v'), PRIVATE, 6),
    (edit(PRIVATE, "impact      = 5", "impact      = 6"), PRIVATE, 4),
    (edit(INSTAGRAM, 'case = "instagram"', 'case = "facebook"'), INSTAGRAM, 13),
    (add(REST, NOTE.format("The GDPR protects you.")), REST, 35),
]


@pytest.mark.parametrize(("change", "file", "line"), LINES)
def test_a_finding_has_its_line(copy: Path, change: Change, file: str, line: int) -> None:
    """The line of the word that is wrong, of the field, or where the part of the file begins."""
    with changed(copy, change) as root:
        (finding,) = check_content(root, TODAY).findings
        text = (root / file).read_text(encoding="utf-8").splitlines()
    assert finding.line == line, f"line {finding.line} is {text[finding.line - 1]!r}"
    assert finding.why
