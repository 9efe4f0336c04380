"""`audit`: what an export shows, from the command line."""

import json
import os
import socket
import stat
from pathlib import Path

import pytest

from tests.audit.facebook import as_bytes, facebook_2024
from tests.audit.instagram import instagram_2026
from tests.audit.packing import zipped
from tests.audit.shapes import written
from tests.audit.world import facebook_life, instagram_life
from tests.running import Run, process

FACEBOOK = facebook_life()


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """An export of both services, under a name that tells whose it is."""
    files = as_bytes(facebook_2024(FACEBOOK)) | {name: written(each) for name, each in instagram_2026(instagram_life()).items()}
    return zipped(tmp_path / "facebook-jane.doe-2026-11-01-AbC.zip", files)


@pytest.fixture
def later(tmp_path: Path) -> Path:
    """The same account after some work: ten posts are left, and it is private."""
    life = facebook_life()
    life.posts, life.albums = life.posts[:10], {}
    files = as_bytes(facebook_2024(life))
    files |= {name: written(each) for name, each in instagram_2026(instagram_life(private=True)).items()}
    return zipped(tmp_path / "facebook-jane.doe-2026-12-01-DeF.zip", files)


def test_json_has_the_shape_that_scripts_rely_on(run: Run, export: Path) -> None:
    """Files, services, worst first."""
    said = run("audit", str(export), "--format", "json").json
    assert said["schema"] == 1
    files = {"read": 44, "skipped": 8, "unreadable": [], "incomplete": 0, "html": False}
    assert said["files"] == files | {"closed": 5, "left_alone": 3, "unknown": 0, "pages_read": 0, "pages_unread": 0}
    assert said["complete"] is True
    assert list(said["services"]) == ["facebook", "instagram"]
    found = said["services"]["facebook"]
    assert found["counts"] == FACEBOOK.counts()
    assert found["apps"] == FACEBOOK.apps
    assert (found["odd_dates"], found["account_private"], found["default_audience"]) == (0, None, "Public")
    assert said["services"]["instagram"]["account_private"] is False
    assert {"what", "count", "step"} <= set(said["worst_first"][0])


def test_a_kind_that_is_not_there_is_absent(run: Run, tmp_path: Path) -> None:
    """Never nought."""
    path = zipped(tmp_path / "x.zip", {"posts/your_posts_1.json": b'[{"timestamp": 1420070400}]'})
    found = run("audit", str(path), "--format", "json").json["services"]["facebook"]
    assert found == {
        "counts": {"posts": 1},
        "years": {"2015": {"posts": 1}},
        "odd_dates": 0,
        "account_private": None,
        "default_audience": None,
    }


def test_each_finding_leads_to_the_step_that_mends_it(run: Run, export: Path) -> None:
    """The ids are those of the plan."""
    run("answer", "country=DE", "services=facebook,instagram")
    worst = run("audit", str(export), "--format", "json").json["worst_first"]
    steps = {each["id"]: each["step"] for each in worst}
    assert steps["instagram.public"] == "privacy-settings/instagram-private"
    assert steps["facebook.apps.active"] == "disconnect-apps/apps-and-websites"
    for step in filter(None, steps.values()):
        assert run("why", step).code == 0


@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_the_account_is_not_named(run: Run, export: Path, form: str) -> None:
    """Its name stands in the name of the file, and is never repeated."""
    said = run("audit", str(export), "--format", form)
    assert said.code == 0
    assert "jane" not in (said.out + said.err).lower()


def test_text_says_what_is_worst_and_what_cannot_be_known(run: Run, export: Path) -> None:
    """In lines no wider than a terminal."""
    said = run("audit", str(export))
    assert said.out == run("audit", str(export), "--format", "text").out
    for words in ("Worst first", "Your Instagram account is public", "by year (UTC)", "Who can see a post", "━"):
        assert words in said.out
    assert all(len(line) <= 80 for line in said.out.splitlines())


def test_nothing_is_written(run: Run, export: Path, state_file: Path) -> None:
    """Neither beside the export nor in the state."""
    before = {each: each.stat().st_mtime_ns for each in export.parent.rglob("*")}
    run("audit", str(export))
    assert not state_file.exists()
    assert {each: each.stat().st_mtime_ns for each in export.parent.rglob("*") if each in before} == before


def test_kept_numbers_make_the_plan_speak(run: Run, export: Path, state_file: Path) -> None:
    """Numbers only; `plan` and `why` say them."""
    run("answer", "country=DE", "services=facebook,instagram")
    said = run("audit", str(export), "--format", "json", "--keep")
    assert said.json["schema"] == 1
    assert "Kept: the numbers, and nothing else." in said.err
    kept = json.loads(state_file.read_text())["settings"]["audit"]
    assert kept["on"] == "2026-11-23"
    assert {"id": "facebook.apps.active", "count": 24, "what": "connected apps", "since": 2014} in kept["found"]
    words = "In your export (read on 23 Nov 2026): 29 connected apps since 2014"
    # the step is for both services: 24 of Facebook, 5 of Instagram
    assert words in run("plan", "--format", "json").out
    assert words in run("plan", "--full", "--format", "html").out
    assert "29 connected apps" in run("plan", "--full").out
    assert words in run("why", "apps-and-websites").out


def test_a_shorter_export_does_not_replace_a_longer_one_in_silence(run: Run, tmp_path: Path) -> None:
    """The numbers that are kept speak of one export; that those before reached further back is said, and only then."""
    name = "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.json"
    exports = {
        years: str(
            zipped(tmp_path / f"{years[0]}.zip", {name: written([{"timestamp": (year - 1970) * 31_557_600} for year in years])})
        )
        for years in ((2012, 2020, 2026), (2026,))
    }
    longer, shorter = exports.values()
    went_back = "The numbers of Facebook that were kept before went back to 2012, these begin in 2026."
    for export, is_narrower in ((longer, False), (longer, False), (shorter, True), (shorter, False), (longer, False)):
        said = run("audit", export, "--keep")
        assert "Kept: the numbers, and nothing else." in said.err
        assert (went_back in said.err) is is_narrower


def test_what_was_emptied_counts_least(run: Run, tmp_path: Path) -> None:
    """After the work the step that did it stands last, and is told why; what the export lacks altogether keeps its impact."""
    run("answer", "country=DE", "services=facebook,instagram")
    root, moment = "your_facebook_activity", 1_420_070_400
    names = {
        "posts/your_posts_1.json": "",
        "posts/your_videos.json": "videos_v2",
        "comments_and_reactions/comments.json": "comments_v2",
    }
    for records in ([{"timestamp": moment}], []):
        files = {f"{root}/{name}": written({key: records} if key else records) for name, key in names.items()}
        run("audit", str(zipped(tmp_path / "x.zip", files)), "--keep")
        steps = {step["id"]: step for action in run("plan", "--format", "json").json["actions"] for step in action["steps"]}
        impact = steps["delete-your-data/facebook-posts"]["impact"]
        assert (impact == 1) is (not records)
        assert steps["delete-your-data/instagram-posts"]["impact"] > 1
    assert "no posts, no photos, no videos" in run("why", "delete-your-data/facebook-posts").out


def test_nought_is_not_told_to_scripts(run: Run, tmp_path: Path) -> None:
    """What was emptied is absent there, as what was never there."""
    files = {
        "posts/your_posts_1.json": b'[{"timestamp": 1420070400}]',
        "comments_and_reactions/comments.json": b'{"comments_v2": []}',
    }
    found = run("audit", str(zipped(tmp_path / "x.zip", files)), "--format", "json").json["services"]["facebook"]
    assert found["counts"] == {"posts": 1}


def test_two_exports_side_by_side(run: Run, export: Path, later: Path) -> None:
    """Before and after, by kind and by year."""
    said = run("audit", str(later), "--compare", str(export), "--format", "json").json
    kinds = {(each["service"], each["what"]): (each["before"], each["after"]) for each in said["compare"]["kinds"]}
    assert kinds["facebook", "posts"] == (30, 10)
    assert kinds["facebook", "albums"] == (3, 0)
    assert said["compare"]["became_private"] == ["instagram"]
    text = run("audit", str(later), "--compare", str(export)).out
    assert "- Posts (Facebook): 30 before, 10 now (20 fewer)" in text
    assert "Your Instagram account is private now." in text
    assert "20 fewer" in run("audit", str(later), "--compare", str(export), "--format", "html").out
    assert "Nothing has changed" in run("audit", str(later), "--compare", str(later)).out


def test_an_old_export_in_several_parts(run: Run, tmp_path: Path, later: Path) -> None:
    """Each is named."""
    files = as_bytes(facebook_2024(FACEBOOK))
    names = sorted(files)
    old = [str(zipped(tmp_path / f"{n}.zip", {name: files[name] for name in names[n::2]})) for n in (0, 1)]
    said = run("audit", str(later), "--compare", old[0], "--compare", old[1], "--format", "json").json["compare"]
    assert {"service": "facebook", "what": "posts", "before": 30, "after": 10} in said["kinds"]
    assert said["not_compared"] == ["instagram"]


@pytest.mark.parametrize("which", ["older", "newer"])
def test_html_is_not_compared(run: Run, export: Path, tmp_path: Path, which: str) -> None:
    """Nothing would look as if all of it were gone."""
    path = str(zipped(tmp_path / "x.zip", {"your_facebook_activity/messages/ai_conversations.html": b"<html>"}))
    words = (str(export), "--compare", path) if which == "older" else (path, "--compare", str(export))
    said = run("audit", *words)
    assert (said.code, said.out) == (1, "")
    assert f"The {which} export is made of HTML pages" in said.sentence


def test_what_was_kept_of_another_service_stays(
    run: Run, tmp_path: Path, state_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Facebook and Instagram hand out exports of their own, on days of their own."""
    run("answer", "country=DE", "services=facebook,instagram")
    one = zipped(tmp_path / "1.zip", as_bytes(facebook_2024(FACEBOOK)))
    other = zipped(tmp_path / "2.zip", {name: written(each) for name, each in instagram_2026(instagram_life()).items()})
    monkeypatch.setenv("PROTECT_MY_PHOTOS_TODAY", "2026-11-01")
    run("audit", str(one), "--keep")
    monkeypatch.setenv("PROTECT_MY_PHOTOS_TODAY", "2026-11-23")
    run("audit", str(other), "--keep")
    kept = json.loads(state_file.read_text())["settings"]["audit"]
    days = {each["id"].partition(".")[0]: each.get("on") for each in kept["found"]}
    assert (kept["on"], days) == ("2026-11-23", {"facebook": "2026-11-01", "instagram": None})
    chats = FACEBOOK.counts()["ai_chats"] + instagram_life().counts()["ai_chats"]
    assert "(read on 1 Nov 2026 and 23 Nov 2026): 29 connected apps" in run("why", "apps-and-websites").out
    assert f"(read on 1 Nov 2026 and 23 Nov 2026): {chats} conversations" in run("plan", "--format", "json").out
    run("audit", str(one), "--keep")
    again = json.loads(state_file.read_text())["settings"]["audit"]["found"]
    assert len(again) == len(kept["found"])
    assert not any("on" in each for each in again if each["id"].startswith("facebook"))


def test_an_export_in_html_is_told_how_to_become_json(run: Run, tmp_path: Path) -> None:
    """Recognised by its files, and explained step by step."""
    path = zipped(
        tmp_path / "x.zip", {"your_facebook_activity/messages/ai_conversations.html": b"<html>", "start_here.html": b""}
    )
    assert run("audit", str(path), "--format", "json").json["files"]["html"] is True
    said = run("audit", str(path))
    assert said.code == 0
    assert "1. Open Settings, Accounts Center" in said.out
    assert "format to JSON" in run("audit", str(path), "--format", "html").out


@pytest.mark.parametrize(("name", "begins"), [("a.txt", "What Meta has"), ("a.HTML", "<!doctype html>"), ("a.json", "{")])
def test_the_name_of_the_file_says_the_format(run: Run, export: Path, tmp_path: Path, name: str, begins: str) -> None:
    """As with plan and letter."""
    assert run("audit", str(export), "-o", str(tmp_path / name)).code == 0
    assert (tmp_path / name).read_text(encoding="utf-8").lstrip().startswith(begins)


def test_a_name_that_tells_no_format_is_refused(run: Run, tmp_path: Path) -> None:
    """Before anything is read: exit code 2."""
    said = run("audit", "missing.zip", "-o", str(tmp_path / "a.pdf"))
    assert said.code == 2
    assert said.sentence.endswith(" End it with .txt, .json or .html, or name one with --format.")


def test_a_page_about_json_is_no_sign_of_html(run: Run, export: Path, tmp_path: Path) -> None:
    """`start_here.html` lies in both."""
    path = zipped(tmp_path / "y.zip", {"start_here.html": b"", "posts/your_posts_1.json": b"[]"})
    assert run("audit", str(path), "--format", "json").json["files"]["html"] is False


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["missing.zip"], "The file cannot be found. Look at the name, and put it in quotes if it has spaces."),
        (["missing.zip", "other.zip"], "File 1 of 2 cannot be found."),
        ([__file__], "The file is not a ZIP file, or it is cut off; download it again."),
        (["."], "Nothing in the file or folder looks like an export from Meta."),
    ],
)
def test_what_is_no_export(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], sentence: str) -> None:
    """One sentence, exit code 1."""
    monkeypatch.chdir(tmp_path)
    said = run("audit", *words)
    assert said.code == 1
    assert sentence in said.sentence


def test_without_a_file_the_usage_is_wrong(run: Run) -> None:
    """Exit code 2."""
    assert run("audit").code == 2


def test_a_report_in_a_file(run: Run, export: Path, tmp_path: Path) -> None:
    """For its owner alone."""
    path = tmp_path / "report.html"
    assert run("audit", str(export), "--format", "html", "-o", str(path)).out == f"Saved to {path}\n"
    assert "<svg" in path.read_text()
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_no_connection_is_opened(run: Run, export: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even a socket is made."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(socket, "socket", refuse)
    assert run("audit", str(export)).code == 0


def test_what_reads_exports_is_loaded_only_then() -> None:
    """No other command waits for it."""
    said = process(python="import wizard.commands.audit, wizard.storage.session, sys; print(*sys.modules)")
    assert not {"msgspec", "wizard.audit", "rich", "zlib_ng", "sqlite3"} & set(said.out.split())
