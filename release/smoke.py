"""Try out a built program as its user would: outside of the checkout, in a home folder of its own."""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from .steps import run

POSTS = 7


def try_out(program: Sequence[str | Path], folder: Path, *, path: str = "") -> int:
    """Start the program, answer, write the plan as a page, read a small export. Return the number of steps of the plan.

    `path` is the search path for programs: empty for one that must do without any.
    """
    folder.mkdir()
    env = _environment(folder, path)
    version = run(*program, "--version", cwd=folder, env=env)
    assert version.startswith("protect-my-photos "), version
    _see_first_screen(program, folder, env)
    run(*program, "answer", "country=DE", "services=facebook,instagram", cwd=folder, env=env)
    plan = json.loads(run(*program, "plan", "--format", "json", cwd=folder, env=env))
    assert plan["path"] == "opt-out", plan["path"]
    run(*program, "plan", "-o", folder / "plan.html", cwd=folder, env=env)
    assert (folder / "plan.html").read_text(encoding="utf-8").endswith("</html>\n")
    assert run(*program, "calendar", cwd=folder, env=env).startswith("BEGIN:VCALENDAR")
    assert '"alpha2": "CI"' in run(*program, "countries", "Elfenbeinküste", "--json", cwd=folder, env=env)
    report = json.loads(run(*program, "audit", _small_export(folder), "--format", "json", cwd=folder, env=env))
    assert f": {POSTS}" in json.dumps(report), report
    return sum(len(action["steps"]) for action in plan["actions"])


def _environment(folder: Path, path: str) -> dict[str, str]:
    """Return variables that lead all that the program may write into the folder, and hide the checkout from it."""
    return {
        "PATH": path,
        "PYTHONPATH": "",
        "HOME": str(folder),
        "USERPROFILE": str(folder),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "PROTECT_MY_PHOTOS_STATE": str(folder / "state.json"),
        "PROTECT_MY_PHOTOS_TODAY": "2026-11-23",
    }


def _small_export(folder: Path) -> Path:
    """Write a folder like an export of Facebook with a few posts."""
    export = folder / "facebook-someone"
    posts = export / "your_facebook_activity" / "posts"
    posts.mkdir(parents=True)
    post = {"timestamp": 1_400_000_000, "data": [{"post": "A day at the sea"}]}
    (posts / "your_posts__check_ins__photos_and_videos_1.json").write_text(json.dumps([post] * POSTS), encoding="utf-8")
    return export


def _see_first_screen(program: Sequence[str | Path], folder: Path, env: dict[str, str]) -> None:
    """Start the full screen in a terminal, wait until it greets, and leave it. Windows has no such terminals."""
    if os.name != "posix":
        sys.stdout.write("The first screen is not tried out here: this system has no pseudo-terminals.\n")
        return
    from tests.journeys.terminal import Terminal

    words = [str(word) for word in program]
    with Terminal(folder=folder, env=env, program=words) as terminal:
        terminal.until(lambda lines: "leaves" in "\n".join(lines) and "computer" in "\n".join(lines), "the first screen")
        terminal.type("q")
        assert terminal.ends() == 0, terminal.text
