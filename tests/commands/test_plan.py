"""`plan`: the personal action plan, on standard output or in a file."""

import json
from pathlib import Path

import pytest

from tests.commands.shapes import fits
from tests.running import Run
from tests.storage.keeping import TORN
from wizard.export import PLAN_FORMATS

DE = ("answer", "country=DE", "services=facebook,instagram")


@pytest.mark.parametrize(
    ("place", "regime", "path", "law", "authority", "expected"),
    [
        (["country=DE"], "eu", "opt-out", "GDPR", "de", "yes"),
        (["country=DE", "region=HH"], "eu", "opt-out", "GDPR", "de-hamburg", "yes"),
        (["country=GB"], "uk", "opt-out", "UK GDPR", "gb-ico", "yes"),
        (["country=KR"], "kr", "try-form", "PIPA", "kr", "reported"),
        (["country=US", "region=CA"], "us", "mitigation", "CCPA/CPRA", "us-ca-cppa", "no"),
        (["country=US", "form=opened"], "us", "opt-out", "no general federal privacy law", "us", "no"),
        (["country=DE", "form=not-opened"], "eu", "mitigation", "GDPR", "de", "yes"),
    ],
)
def test_answer_then_plan(run: Run, place: list[str], regime: str, path: str, law: str, authority: str, expected: str) -> None:
    """Path by the form, law by the place, complaint by the place."""
    run("answer", *place, "services=facebook,instagram")
    plan = run("plan", "--format", "json").json
    fits(plan, "plan")
    assert (plan["regime"], plan["path"], plan["law"], plan["authority"]["id"]) == (regime, path, law, authority)
    assert plan["form"]["expected"] == expected
    assert plan["country"] == place[0].removeprefix("country=")
    assert plan["next"] in [step["id"] for action in plan["actions"] for step in action["steps"]]


def test_the_objection_is_there_where_there_is_a_form(run: Run) -> None:
    """And the six protection actions everywhere, in their order; without a form an objection comes last, if at all."""
    six = ["delete-your-data", "privacy-settings", "inform-your-network", "disconnect-apps", "limit-visibility", "advocate"]
    run(*DE, "depth=delete", "habits=facebook-login", "people=others-post")
    german = run("plan", "--format", "json").json
    assert [action["id"] for action in german["actions"]] == ["objection", *six]
    assert {"objection/facebook-form", "objection/instagram-form"} <= {step["id"] for step in german["actions"][0]["steps"]}
    run("answer", "country=US")
    american = run("plan", "--format", "json").json
    assert [action["id"] for action in american["actions"]][:6] == six
    assert "objection/facebook-form" not in json.dumps(american["actions"])


@pytest.mark.parametrize("form", PLAN_FORMATS)
def test_every_format_says_the_same(run: Run, form: str) -> None:
    """Place, a step, and its address."""
    run(*DE)
    said = run("plan", "--format", form)
    assert said.code == 0
    assert said.err == ""
    assert said.out.endswith("\n")
    assert "https://www.facebook.com/help/contact/712876720715583" in said.out
    assert "GDPR" in said.out


def test_text_is_what_one_gets_without_asking(run: Run) -> None:
    """For a terminal."""
    run(*DE)
    assert run("plan").out == run("plan", "--format", "text").out


def test_a_plan_needs_a_country(run: Run) -> None:
    """Exit code 1, and how to name it."""
    said = run("plan")
    assert said.code == 1
    assert said.sentence == (
        "There is no plan yet: your country is not known. Run `protect-my-photos`, or `protect-my-photos answer country=DE`."
    )


@pytest.mark.parametrize(("minutes", "most"), [("10", 10), ("25", 25), ("1", 1)])
def test_a_plan_for_little_time(run: Run, minutes: str, most: int) -> None:
    """Only what fits, best first; the numbers stay those of the whole plan."""
    run(*DE)
    whole, part = (run("plan", "--format", "json", *more).json for more in ([], ["--minutes", minutes]))
    steps = [step for action in part["actions"] for step in action["steps"]]
    assert sum(step["minutes"] for step in steps) <= most
    assert bool(steps) is (most >= 10)
    assert (part["exposure"], part["next"]) == (whole["exposure"], whole["next"])
    fits(part, "plan")


@pytest.mark.parametrize("output_format", ["text", "md", "html"])
def test_a_time_into_which_nothing_fits_says_so(run: Run, output_format: str) -> None:
    """No heading without steps under it; whoever has done all is not told that the time is too short."""
    run("answer", "country=DE", "services=facebook,instagram")
    short = run("plan", "--minutes", "1", "--format", output_format).out
    assert "No open step fits into this time." in short
    assert "chosen to help most" not in short
    assert "In this time" not in short
    for action in run("plan", "--json").json["actions"]:
        for step in action["steps"]:
            run("mark", step["id"], "done")
    assert "Nothing is open." in run("plan", "--minutes", "30", "--format", output_format).out


@pytest.mark.parametrize("minutes", ["0", "-5", "ten", "1.5", "", "٣", "9" * 50])
def test_time_is_a_number_of_minutes(run: Run, minutes: str) -> None:
    """Exit code 2."""
    said = run("plan", f"--minutes={minutes}")
    assert said.code == 2
    assert "is not a number of minutes. `protect-my-photos plan --help` says how." in said.sentence


def test_a_plan_in_a_file(run: Run, tmp_path: Path) -> None:
    """The very same bytes; where it went is said."""
    run(*DE)
    path = tmp_path / "plan.md"
    said = run("plan", "--format", "md", "-o", str(path))
    assert said.out == f"Saved to {path}\n"
    assert path.read_bytes() == run("plan", "--format", "md").out.encode()


@pytest.mark.parametrize("form", PLAN_FORMATS)
def test_the_ending_of_the_name_tells_the_format(run: Run, tmp_path: Path, form: str) -> None:
    """In capitals, too; a format that is named goes before it."""
    run(*DE)
    ending = {"text": "txt"}.get(form, form)
    paths = [tmp_path / f"plan.{ending}", tmp_path / f"PLAN.{ending.upper()}", tmp_path / "plan.xyz"]
    for path, named in zip(paths, ([], [], ["--format", form]), strict=True):
        assert run("plan", "-o", str(path), *named).out == f"Saved to {path}\n"
    assert len({path.read_bytes() for path in paths}) == 1
    signs = {"text": "[ ] ", "md": "# My plan", "html": "<!doctype html>", "json": '{\n  "schema": 1'}
    assert signs[form] in paths[0].read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["plan.xyz", "plan", "plan.", ".html", "html", "plan.html.bak", "."])
def test_a_name_that_tells_no_format_is_refused(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Exit code 2, what to do instead, and no file."""
    monkeypatch.chdir(tmp_path)
    run(*DE)
    said = run("plan", "-o", name)
    assert said.code == 2
    assert said.sentence == (
        f"The name “{name}” does not tell a format. End it with .txt, .md, .html, .json or .pdf, or name one with --format."
    )
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["plan.txt", "plan.md", "plan.html"])
def test_a_plan_is_short_and_whole_on_request(run: Run, tmp_path: Path, name: str) -> None:
    """On the terminal and in a file; the whole plan begins with the short one and has all taps, limits and offices."""
    run("answer", "country=BR", "services=facebook,instagram")
    run("plan", "-o", str(tmp_path / name))
    run("plan", "--full", "-o", str(tmp_path / f"full-{name}"))
    short, whole = ((tmp_path / each).read_text(encoding="utf-8") for each in (name, f"full-{name}"))
    for words in ("Now", "Essentials", "Dates"):
        assert words in short
        assert words in whole
    for words in ("What it does not do", "Form for complaints"):
        assert words not in short, words
        assert words in whole, words


def test_the_data_are_whole_without_being_asked(run: Run) -> None:
    """Every step, and whether it is essential."""
    run("answer", "country=BR", "services=facebook,instagram")
    short, whole = (json.loads(run("plan", "--format", "json", *more).out) for more in ((), ("--full",)))
    assert short == whole
    steps = [step for action in short["actions"] for step in action["steps"]]
    assert {step["essential"] for step in steps} == {True, False}
    assert len([step for step in steps if step["essential"]]) <= 8


def test_a_file_that_is_named_is_replaced(run: Run, tmp_path: Path) -> None:
    """As by a shell."""
    run(*DE)
    (tmp_path / "plan.md").write_text("old")
    assert run("plan", "-o", str(tmp_path / "plan.md")).code == 0
    assert (tmp_path / "plan.md").read_text(encoding="utf-8").startswith("# My plan")


@pytest.mark.parametrize("name", ["missing/plan.md", ".", "/"])
def test_a_plan_that_cannot_be_written(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """One sentence, exit code 1."""
    monkeypatch.chdir(tmp_path)
    run(*DE)
    said = run("plan", "--format", "md", "-o", name)
    assert said.code == 1
    assert said.sentence.endswith((" Name another file.", " Name a file to write to."))


ANSWERS = {"country": "KR", "services": ["facebook"], "visibility": None}


@pytest.mark.parametrize("content", [ANSWERS, {"schema": 1, "answers": ANSWERS, "events": [{"kind": "odd"}]}])
def test_a_plan_from_a_file_of_answers(run: Run, state_file: Path, tmp_path: Path, content: dict[str, object]) -> None:
    """Answers alone, or a whole state; one's own is neither read nor touched."""
    (tmp_path / "answers.json").write_text(json.dumps(content))
    plan = run("plan", "--answers", str(tmp_path / "answers.json"), "--format", "json").json
    fits(plan, "plan")
    assert (plan["country"], plan["path"]) == ("KR", "try-form")
    assert not state_file.parent.exists()


def test_a_file_of_answers_may_begin_with_a_byte_order_mark(run: Run, tmp_path: Path) -> None:
    """Editors on Windows write one."""
    (tmp_path / "answers.json").write_bytes(b"\xef\xbb\xbf" + json.dumps(ANSWERS).encode())
    assert run("plan", "--answers", str(tmp_path / "answers.json")).code == 0


@pytest.mark.parametrize("kept", [b'{"schema": 1, "answers": {"country": "DE"}}', b'{"schema": 9}', TORN, b""])
def test_a_plan_from_a_file_leaves_one_s_own_state_alone(run: Run, state_file: Path, tmp_path: Path, kept: bytes) -> None:
    """Whatever that is: good, newer, or broken."""
    state_file.parent.mkdir()
    state_file.write_bytes(kept)
    (tmp_path / "answers.json").write_text('{"country": "US"}')
    said = run("plan", "--answers", str(tmp_path / "answers.json"), "--format", "json")
    assert (said.json["country"], said.err) == ("US", "")
    assert [each.read_bytes() for each in state_file.parent.iterdir()] == [kept]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"{half", "is not JSON. Write answers like"),
        (b"\xff\xfe", "is not JSON."),
        (b"[" * 100_000, "is not JSON."),
        (b"[]", "holds no answers. Write answers like"),
        (b'{"services": ["facebook"]}', "doesn't say the country. Write answers like"),
        (b'{"country": null}', "doesn't say the country. Write answers like"),
        (b'{"country": 49}', "doesn't say the country. Write answers like"),
        (b'{"answers": 5}', "holds no answers."),
        (b"{}", "doesn't say the country."),
        (b'{"country": "ZZ"}', "“ZZ” is not an answer to “country”."),
        (b'{"country": ["DE", "US"]}', "“country” takes one answer."),
        (b'{"contry": "DE"}', "There is no question “contry”. Did you mean “country”?"),
        (b'{"services": ["\\u001b[2J"]}', "“[2J” is not an answer to “services”."),
    ],
)
def test_a_file_without_usable_answers(run: Run, tmp_path: Path, content: bytes, sentence: str) -> None:
    """One harmless sentence, exit code 1."""
    (tmp_path / "answers.json").write_bytes(content)
    said = run("plan", "--answers", str(tmp_path / "answers.json"))
    assert said.code == 1
    assert sentence in said.sentence
    assert "\x1b" not in said.err


@pytest.mark.parametrize(("name", "why"), [("gone.json", "No such file or directory"), (".", "Is a directory")])
def test_a_file_of_answers_that_is_not_there(run: Run, tmp_path: Path, name: str, why: str) -> None:
    """One sentence, exit code 1."""
    said = run("plan", "--answers", str(tmp_path / name))
    assert said.code == 1
    assert f"cannot be read: {why}. Name a JSON file of answers." in said.sentence
