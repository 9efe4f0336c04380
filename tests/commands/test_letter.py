"""`letter`: from the objection to the last letter that the law of the place offers, by commands."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.running import Run

ME = ("--set", "name=Kim Example", "--set", "email=kim@example.org", "--set", "accounts=Facebook: kim.example")
WHY = ("--set", "reasons=face")
COURT = ("--set", "address=1 Road", "--set", "share=yes", "--set", "court=no")
FACEBOOK = "case/facebook"


@dataclass(frozen=True)
class Stage:
    """On a day something is recorded; then the case stands so, and this letter is written and names that."""

    on: str
    event: str
    status: str
    letter: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Life:
    """Somebody somewhere, from the first letter to the last one."""

    place: tuple[str, ...]
    first: tuple[str, ...]
    stages: tuple[Stage, ...]


LIVES = {
    "Ireland": Life(
        ("country=IE",),
        ("Article 21(1) GDPR", "Meta Platforms Ireland Limited", "23 December 2026"),
        (
            Stage("2026-11-23", "sent", "waiting"),
            Stage("2026-12-24", "", "overdue", "follow-up-no-answer", ("23 November 2026", "Article 77(1) GDPR")),
            Stage("2026-12-24", "follow-up", "followed-up"),
            Stage("2027-01-11", "refused", "refused", "complaint-to-authority-eu",
                  ("Data Protection Commission (DPC, Ireland)", "Article 77(1) GDPR", "refused without reasons")),
            Stage("2027-01-12", "complaint", "complained"),
            Stage("2027-04-13", "", "overdue"),
        ),
    ),
    "England": Life(
        ("country=GB",),
        ("Article 21(1) UK GDPR", "23 December 2026"),
        (
            Stage("2026-11-23", "sent", "waiting"),
            Stage("2026-12-01", "refused", "refused", "complaint-to-meta", ("section 164A", "UK GDPR", "refused without")),
            Stage("2026-12-02", "complaint-meta", "complained-to-meta"),
            Stage("2027-01-05", "", "overdue", "complaint-to-authority-uk", ("ICO (Information Commission)", "2 December 2026")),
            Stage("2027-01-05", "complaint", "complained"),
        ),
    ),
    "Zürich": Life(
        ("country=CH",),
        ("Art. 30", "FADP", "prohibit"),
        (
            Stage("2026-11-23", "sent", "waiting"),
            Stage("2026-12-24", "", "overdue", "follow-up-no-answer", ("23 November 2026",)),
            Stage("2026-12-24", "follow-up", "followed-up"),
            Stage("2027-01-11", "", "overdue", "complaint-to-authority-ch", ("FDPIC",)),
        ),
    ),
    "Recife": Life(
        ("country=BR",),
        ("LGPD", "23 November 2026"),
        (
            Stage("2026-11-23", "sent", "waiting"),
            Stage("2026-11-25", "refused-with-reasons", "refused", "follow-up-reasons", ("LGPD", "25 November 2026")),
            Stage("2026-11-26", "follow-up", "followed-up"),
            Stage("2026-12-14", "", "overdue", "complaint-to-authority-br", ("ANPD", "LGPD", "26 de novembro de 2026")),
        ),
    ),
    "California": Life(
        ("country=US", "region=US-CA"),
        ("CCPA", "7 January 2027"),
        (
            Stage("2026-11-23", "sent", "waiting"),
            Stage("2027-01-08", "", "overdue", "follow-up-no-answer", ("23 November 2026", "CPPA")),
            Stage("2027-01-08", "follow-up", "followed-up"),
            Stage("2027-01-25", "", "overdue", "complaint-to-authority-other", ("California", "8 January 2027")),
        ),
    ),
    "Chile": Life(
        ("country=CL",),
        ("Please leave my data out of AI training",),
        (
            Stage("2026-11-23", "sent", "waiting"),
            Stage("2026-12-28", "", "overdue", "follow-up-no-answer", ("23 November 2026",)),
            Stage("2026-12-28", "follow-up", "followed-up"),
            Stage("2027-01-15", "refused", "refused", "complaint-to-authority-other", ("28 December 2026",)),
        ),
    ),
}  # fmt: skip
FOREIGN = {
    "England": r"\bEU\b|(?<!UK )GDPR|EDÖB|LGPD",
    "Zürich": r"GDPR|\bICO\b|\bEU\b",
    "Recife": r"GDPR|\bICO\b|\bEU\b",
    "California": r"GDPR|\bICO\b|\bEU\b|LGPD",
    "Chile": r"GDPR|\bICO\b|\bEU\b|LGPD",
    "Ireland": r"UK GDPR|\bICO\b|LGPD",
}
"""What no letter of that place may speak of."""


@pytest.mark.parametrize("where", LIVES)
def test_from_the_objection_to_the_last_letter(where: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The day moves on; at each stage status and letter are right, and the letter names the law, the office and the days."""
    life = LIVES[where]
    monkeypatch.setenv("PROTECT_MY_PHOTOS_TODAY", "2026-11-23")
    run("answer", *life.place, "services=facebook,instagram", "visibility=public")
    first = written(run, "objection", where)
    assert all(name in first for name in life.first), first
    for stage in life.stages:
        monkeypatch.setenv("PROTECT_MY_PHOTOS_TODAY", stage.on)
        if stage.event:
            assert run("mark", FACEBOOK, stage.event).code == 0
        case = next(each for each in run("status", "--json").json["cases"] if each["target"] == FACEBOOK)
        assert case["status"] == stage.status, stage
        if stage.letter:
            text = written(run, stage.letter, where)
            assert all(name in text for name in stage.names), (stage, text)


def written(run: Run, letter: str, where: str) -> str:
    """The letter with what it needs, in one line; it speaks of no other place's law."""
    about = ("--case", FACEBOOK) if letter != "objection" else ()
    needs = run("letter", letter, *about, "--about").out
    given = [word for pair in pairs(needs) for word in ("--set", pair)]
    said = run("letter", letter, *about, *given)
    assert said.code == 0, said
    text = " ".join(said.out.split())
    assert not re.search(FOREIGN[where], text), text
    return text


def pairs(about: str) -> list[str]:
    """What a person gives for each blank that is said to be required."""
    given = {
        "name": "Kim Example", "email": "kim@example.org", "accounts": "Facebook: kim.example", "reasons": "face",
        "addressee": "Meta", "address": "1 Road", "theirs": "Meta weighs its interest more.", "requests": "opt-out",
    }  # fmt: skip
    return [f"{id}={given.get(id, 'yes')}" for id in re.findall(r"^  (\w+) \(required\)", about, re.MULTILINE)]


@pytest.fixture
def irish(run: Run) -> Run:
    """Somebody in Ireland with two accounts."""
    run("answer", "country=IE", "services=facebook,instagram", "visibility=public")
    return run


def test_the_list_says_what_fits_now_and_what_is_for_later(irish: Run) -> None:
    """A complaint comes later; Brazil is for others; after a refusal the list follows."""
    now, later, others = re.split(r"\n\n(?:Later|For other).*:\n", irish("letter", "--list").out)
    assert now.startswith("Fits you now:\n  objection  ")
    assert "complaint-to-authority-eu" in later
    assert "objection-br" in others
    irish("mark", FACEBOOK, "sent")
    irish("mark", FACEBOOK, "refused")
    assert "follow-up  " in irish("letter", "--list").out.split("\n\n")[0]


def test_without_a_country_a_friend_can_be_written_to(run: Run) -> None:
    """And the list says what is missing for the others."""
    assert "once your country is known" in run("letter", "--list").out
    assert "Mo" in run("letter", "thank-friend", "--set", "friend=Mo", "--set", "me=Kim").out
    assert "depends on where you live" in run("letter", "objection").sentence


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("objektion",), "There is no letter “objektion”. Did you mean “objection”?"),
        (("objection", *ME, "--set", "nam=Kim"), "“objection-eu” has no field “nam”. Did you mean “name”?"),
        (("objection", *ME, "--set", "reasons=fce"), "“fce” is not a choice of “reasons”."),
        (("objection", "--language", "xx"), "This letter is not there in “xx”."),
        (("follow-up", "--case", "facebok"), "There is no request “facebok”."),
    ],
)
def test_what_does_not_fit_is_said_in_a_sentence(irish: Run, words: tuple[str, ...], sentence: str) -> None:
    """With the next step, and exit code 1."""
    said = irish("letter", *words)
    assert (said.code, said.sentence.startswith(sentence)) == (1, True), said


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "Say which letter"),
        (("objection", "--set", "name"), "“name” doesn't fill in a field."),
        (("objection", "--format", "dance"), "--format cannot be “dance”. Choose from: txt, md, html, eml,"),
    ],
)
def test_wrong_usage_is_two(irish: Run, words: tuple[str, ...], sentence: str) -> None:
    """And says how it is written."""
    said = irish("letter", *words)
    assert (said.code, said.sentence.startswith(sentence)) == (2, True), said


def test_what_is_missing_is_named_at_once(irish: Run) -> None:
    """All of it, with the words to type."""
    said = irish("letter", "objection")
    assert said.code == 1
    assert {"--set name=…", "--set email=…", "--set accounts=…"} <= set(re.findall(r"--set \w+=…", said.sentence))


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.txt", "Kim Example\n"),
        ("a.md", "Kim Example\\\n"),
        ("a.html", "<!DOCTYPE html>"),
        ("a.eml", "Subject: "),
    ],
)
def test_the_name_of_the_file_says_the_format(irish: Run, tmp_path: Path, name: str, begins: str) -> None:
    """Only the person can read it; what is there already is not written over."""
    path = tmp_path / name
    said = irish("letter", "objection", *ME, *WHY, "-o", str(path))
    assert said.out == f"Saved to {path}\n"
    assert path.read_text(encoding="utf-8").startswith(begins)
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("name", ["a", "a.docx"])
def test_a_name_that_tells_no_format_is_refused(irish: Run, tmp_path: Path, name: str) -> None:
    """Exit code 2, and what to do instead; a format that is named is enough."""
    path = tmp_path / name
    said = irish("letter", "objection", *ME, *WHY, "-o", str(path))
    assert said.code == 2
    assert said.sentence.endswith(" End it with .txt, .md, .html, .eml, .json or .pdf, or name one with --format.")
    assert not path.exists()
    assert irish("letter", "objection", *ME, *WHY, "--format", "txt", "-o", str(path)).code == 0


def test_names_are_kept_only_on_request(irish: Run, state_file: Path) -> None:
    """With --keep the next letter knows them; --forget removes them; without either nothing is stored."""
    irish("letter", "objection", *ME, *WHY)
    assert "Kim Example" not in state_file.read_text(encoding="utf-8")
    irish("letter", "objection", *ME, *WHY, "--keep")
    assert irish("letter", "objection", *WHY).out.startswith("Kim Example\n")
    assert irish("letter", "access").out.startswith("Kim Example\n")
    assert irish("letter", "objection", *WHY, "--set", "name=Kim Other").out.startswith("Kim Other\n")
    assert irish("letter", "--forget").out == "Nothing about you is kept for letters any more.\n"
    assert "still needs: name" in irish("letter", "objection", *WHY).sentence


def test_one_number_ties_a_case_together(irish: Run) -> None:
    """The objection's follow-up and the complaint bear the same number."""
    irish("mark", FACEBOOK, "sent")
    irish("mark", FACEBOOK, "refused")
    needs = ("--case", FACEBOOK, *ME)
    letters = [irish("letter", kind, *needs, *more).out for kind, more in (("follow-up", ()), ("complaint-to-authority", COURT))]
    numbers = [set(re.findall(r"PMP-[0-9A-F]{6}", text)) for text in letters]
    assert numbers[0] == numbers[1]
    assert len(numbers[0]) == 1
