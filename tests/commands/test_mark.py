"""`mark`: what was done, what came back, and taking it back."""

from datetime import date
from pathlib import Path

import pytest

from tests.commands.shapes import fits
from tests.running import Run
from tests.storage.keeping import held
from wizard.core.date_format import format_weekday

STEP = "privacy-settings/instagram-private"


@pytest.fixture
def living(run: Run) -> Run:
    """Someone in Germany with two accounts."""
    run("answer", "country=DE", "region=HH", "services=facebook,instagram", "visibility=public")
    return run


def status_of(run: Run, step: str) -> str:
    plan = run("plan", "--format", "json").json
    steps = {each["id"]: each for action in plan["actions"] for each in action["steps"]}
    return str(steps[step]["status"])


@pytest.mark.parametrize(
    ("kinds", "status"),
    [(["done"], "done"), (["skipped"], "skipped"), (["done", "reopened"], "open"), (["done", "done"], "done")],
)
def test_a_step_stands_as_it_was_marked(living: Run, kinds: list[str], status: str) -> None:
    """In every command that shows it."""
    for kind in kinds:
        assert living("mark", STEP, kind).code == 0
    assert status_of(living, STEP) == status


def test_a_mark_says_what_has_improved(living: Run) -> None:
    """What was recorded, the gain, and the share that is done."""
    before = living("status", "--json").json["exposure"]["open"]
    first, gain, exposure = living("mark", "instagram-private", "done").out.splitlines()
    assert first == f"Recorded: {STEP} done."
    assert gain
    after = living("status", "--json").json["exposure"]
    assert after["open"] < before
    assert f"({after['total'] - after['open']} of {after['total']} points" in exposure


@pytest.mark.parametrize(("typed", "day"), [("last Monday", "Mon 16 Nov 2026"), ("2026-11-20", "Fri 20 Nov 2026")])
def test_a_typed_day_is_said_back(living: Run, typed: str, day: str) -> None:
    """A weekday or "a week ago" is a full date in the answer, so that another one that was meant is noticed."""
    assert living("mark", "case/facebook", "sent", "--on", typed).out.startswith(f"Recorded: case/facebook sent, {day}.\n")
    assert living("mark", "case/instagram", "sent").out.startswith("Recorded: case/instagram sent.\n")
    assert living("mark", "contact/Kim", "asked", "--on", typed).out.startswith(
        f"Recorded: Kim: asked, {day}. On your list: 1 name.\n"
    )
    assert living("mark", "contact/Kim", "done").out.startswith("Recorded: Kim: did it. On your list: 1 name.\n")


def test_a_reply_before_the_sending_is_refused(living: Run) -> None:
    """One sentence names both days, and nothing is recorded; today, without a day, it is taken."""
    living("mark", "case/facebook", "sent", "--on", "2026-11-09")
    said = living("mark", "case/facebook", "receipt", "--on", "2 Nov")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("2 Nov 2026 is before 9 Nov 2026, the day on which you sent it. If you sent it earlier, record ")
    assert "receipt" not in living("state", "export").out
    assert living("mark", "case/facebook", "receipt").code == 0


def test_skipping_without_a_reason_still_counts(living: Run) -> None:
    """And it says so; with a reason it does not."""
    total = living("status", "--json").json["exposure"]["total"]
    assert "Without a reason it still counts as open; give one with --note." in living("mark", STEP, "skipped").out
    assert living("status", "--json").json["exposure"]["total"] == total
    assert "Without a reason" not in living("mark", STEP, "skipped", "--note", "not my account").out
    assert living("status", "--json").json["exposure"]["total"] < total


@pytest.mark.parametrize(
    ("happened", "status", "due"),
    [
        ([], "open", None),
        ([("prepared", "2026-11-20")], "prepared", None),
        ([("sent", "2026-11-20")], "waiting", "2026-12-21"),
        ([("sent", "2026-10-01")], "overdue", "2026-11-02"),
        ([("sent", "2026-10-01"), ("refused", "2026-10-20")], "refused", None),
        ([("sent", "2026-10-01"), ("granted", "2026-10-20")], "granted", None),
    ],
)
def test_an_objection_is_a_case(living: Run, happened: list[tuple[str, str]], status: str, due: str | None) -> None:
    """With its status and its due day, in words and as data."""
    for kind, day in happened:
        said = living("mark", "case/facebook", kind, "--on", day)
        spoken = format_weekday(date.fromisoformat(day))
        assert said.out.startswith(f"Recorded: case/facebook {kind}, {spoken}.\nStatus: ")
        assert ". (" not in said.out  # a day in brackets after a whole sentence would belong to nothing
    found = living("status", "--json").json
    fits(found, "status")
    case = next(each for each in found["cases"] if each["target"] == "case/facebook")
    assert (case["status"], case["due"]) == (status, due)
    assert [each["due"] for each in found["deadlines"] if each["id"] == "case/facebook"] == ([due] if due else [])
    assert status_of(living, "objection/facebook-form") == ("done" if "sent" in dict(happened) else "open")


def test_what_is_not_in_the_plan_can_be_marked_too(run: Run) -> None:
    """Before the country is known, nothing is; and what one did is not forgotten."""
    said = run("mark", STEP, "done")
    assert said.code == 0
    assert "It is not in your plan at present." in said.out
    run("answer", "country=DE", "services=instagram")
    assert status_of(run, STEP) == "done"


def test_the_last_mark_is_taken_back(living: Run, state_file: Path) -> None:
    """One at a time; answers stay."""
    living("mark", STEP, "done", "--on", "2026-11-20")
    assert living("mark", "--undo").out == f"Taken back: {STEP} done of 20 Nov 2026.\n"
    assert status_of(living, STEP) == "open"
    assert living("mark", "--undo").out == "There is nothing to take back.\n"
    assert held(state_file)["answers"]["country"] == "DE"


def test_taking_back_what_is_not_there_makes_no_file(run: Run, state_file: Path) -> None:
    """Nothing happened, so nothing is kept."""
    assert run("mark", "--undo").out == "There is nothing to take back.\n"
    assert not state_file.exists()


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        ([], 2, "Say what happened to what, for example: protect-my-photos mark case/facebook sent"),
        ([STEP], 2, f"Say what happened to {STEP}: done, skipped, reopened, note."),
        (["instagram-private"], 2, f"Say what happened to {STEP}: done, skipped, reopened, note."),
        (["case/facebook"], 2, "Say what happened to case/facebook: prepared, sent,"),
        (["contact/Kim"], 2, "Say what happened to contact/Kim: asked,"),
        ([STEP, "done", "--undo"], 2, "--undo takes back the last record and needs nothing else."),
        (["undo"], 2, "Did you mean `mark --undo`?"),
        (["Undo"], 2, "Did you mean `mark --undo`?"),
        ([STEP, "undo"], 2, "Did you mean `mark --undo`?"),
        (["case/facebook", "undo"], 2, "Did you mean `mark --undo`?"),
        ([STEP, "done", "--on", "soon"], 2, "“soon”: This is not a day. Write it like today, yesterday, 10 Oct or 2026-10-10."),
        ([STEP, "done", "--on", "3/4"], 2, "“3/4”: This can be 3 Apr 2027 or 4 Mar 2027. Write the month in letters."),
        ([STEP, "done", "--on", "2026-11-24"], 1, "“2026-11-24”: Tue 24 Nov 2026 is still to come."),
        ([STEP, "done", "--on", "24 Nov 2026"], 1, "“24 Nov 2026”: Tue 24 Nov 2026 is still to come."),
        ([STEP, "don"], 1, f"“don” cannot be recorded for {STEP}. Did you mean “done”?"),
        (["case/facebook", "done"], 1, "“done” cannot be recorded for case/facebook."),
        (["case/facebok", "sent"], 1, "There is no step or request “case/facebok”. Did you mean case/facebook?"),
        (["instagram-privat", "done"], 1, "There is no step or request “instagram-privat”."),
    ],
)
def test_what_cannot_be_recorded(run: Run, state_file: Path, words: list[str], code: int, sentence: str) -> None:
    """One sentence, and nothing is written."""
    said = run("mark", *words)
    assert said.code == code
    assert said.sentence.startswith(sentence)
    assert not state_file.exists()


def test_a_note_has_the_day_that_was_typed(living: Run, state_file: Path) -> None:
    """Or that of today; no option is passed over in silence."""
    for on, day in ((("--on", "20 Nov"), "2026-11-20"), ((), "2026-11-23")):
        assert living("mark", STEP, "note", "--note", "asked Kim", *on).out == "Note kept.\n"
        assert held(state_file)["events"][-1]["on"] == day


def test_a_note_is_kept_with_its_event(living: Run, state_file: Path) -> None:
    """In the person's own words, made harmless."""
    living("mark", "case/facebook", "sent", "--note", "Nr. 42\nfrom my \x1b[1mphone")
    assert held(state_file)["events"][-1]["note"] == "Nr. 42\nfrom my [1mphone"


@pytest.mark.parametrize(
    ("typed", "target"),
    [
        ("facebook", "case/facebook"),
        ("third-party", "case/third-party"),
        ("access-request", "case/access-request"),
        ("erasure-request", "case/erasure-request"),
        ("photo-report", "case/photo-report"),
        ("authority-complaint", "case/authority-complaint"),
        ("instagram:shop", "case/instagram:shop"),
        ("case/instagram:shop", "case/instagram:shop"),
    ],
)
def test_a_request_is_named_with_or_without_its_prefix(living: Run, typed: str, target: str) -> None:
    """As an option `--case` has always taken it."""
    said = living("mark", typed, "sent")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"Recorded: {target} sent.")
    assert target in [each["target"] for each in living("status", "--json").json["cases"]]


@pytest.mark.parametrize("typed", ["facebook-2", "access", "access-request:mine", ":", "instagram/shop"])
def test_a_name_of_nothing_is_still_refused(living: Run, typed: str) -> None:
    """With what was probably meant."""
    said = living("mark", typed, "sent")
    assert said.code == 1
    assert "There is no step or request" in said.err


def test_a_complaint_that_is_followed_already_is_told(living: Run) -> None:
    """One complaint has one entry; a second one is recorded, and the sentence says where the first is."""
    living("mark", "facebook", "sent", "--on", "2026-08-01")
    living("mark", "facebook", "complaint", "--on", "2026-10-01")
    said = living("mark", "authority-complaint", "sent").out
    assert "You follow a complaint already, with Objection, Facebook." in said
    assert "You follow a complaint already" not in living("mark", "access-request", "sent").out


@pytest.mark.parametrize(
    ("target", "event", "recorded"),
    [
        ("Instagram-Private", "Done", ("privacy-settings/instagram-private", "done")),
        ("PRIVACY-SETTINGS/instagram-private", "DONE", ("privacy-settings/instagram-private", "done")),
        ("CASE/Facebook", "Sent", ("case/facebook", "sent")),
        ("Facebook", "SENT", ("case/facebook", "sent")),
        ("Case/Instagram:MyShop", "sent", ("case/instagram:MyShop", "sent")),
        ("Contact/Kim", "Asked", ("contact/Kim", "asked")),
    ],
)
def test_capital_letters_count_in_nicknames_only(
    living: Run, state_file: Path, target: str, event: str, recorded: tuple[str, str]
) -> None:
    """A phone begins each line with one; `show` and `why` do not mind either."""
    assert living("mark", target, event).code == 0
    last = held(state_file)["events"][-1]
    assert (last["target"], last["kind"]) == recorded


def test_a_note_can_be_about_an_earlier_day(living: Run, state_file: Path) -> None:
    """The day is not ignored."""
    living("mark", "case/facebook", "note", "--note", "phone call", "--on", "yesterday")
    assert held(state_file)["events"][-1]["on"] == "2026-11-22"
    assert living("mark", "case/facebook", "note", "--note", "x", "--on", "2099-01-01").code == 1


def test_of_two_notes_none_is_dropped(living: Run, state_file: Path, tmp_path: Path) -> None:
    """Which one was meant is asked, and nothing is recorded."""
    (tmp_path / "note.txt").write_text("from a file", encoding="utf-8")
    before = state_file.read_bytes()
    said = living("mark", "case/facebook", "sent", "--note", "typed", "--note-file", str(tmp_path / "note.txt"))
    assert (said.code, said.sentence) == (2, "Give the note with --note or with --note-file, not with both.")
    assert state_file.read_bytes() == before


@pytest.mark.parametrize("event", ["note", "sent"])
@pytest.mark.parametrize("from_file", [True, False])
def test_the_end_of_a_note_is_never_cut_off(
    living: Run, state_file: Path, tmp_path: Path, event: str, *, from_file: bool
) -> None:
    """What is too long is refused; what fits is kept to its last letter."""
    file = tmp_path / "note.txt"
    for text, code in (("x" * 10_001, 1), ("x" * 9_999 + "y", 0)):
        file.write_text(text, encoding="utf-8")
        before = state_file.read_bytes()
        said = living("mark", "case/facebook", event, *(["--note-file", str(file)] if from_file else ["--note", text]))
        assert said.code == code
        if code:
            assert said.sentence == "“note” has 10,001 characters; 10,000 fit. Make it shorter."
            assert state_file.read_bytes() == before
    assert held(state_file)["events"][-1]["note"] == text


@pytest.mark.parametrize(("first", "again"), [("Kim", "KIM"), ("kim", "Kim "), ("Zo\u00eb", "Zoe\u0308"), ("Éva", "éva")])
def test_a_contact_is_one_person_however_the_name_is_typed(living: Run, state_file: Path, first: str, again: str) -> None:
    """As it was written first, like an account; other letters are another person."""
    living("mark", f"contact/{first}", "asked")
    assert "On your list: 1 name." in living("mark", f"contact/{again}", "done").out
    assert held(state_file)["events"][-1]["target"] == f"contact/{first.strip()}"
    assert "On your list: 2 names." in living("mark", "contact/Eva", "asked").out
