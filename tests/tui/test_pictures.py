"""A few pictures of screens, looked at by a person before they were kept. `make pictures` draws them anew."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from re import DOTALL, sub

import pytest
from pytest_textual_snapshot import SVGImageExtension, normalize_svg  # type: ignore[import-untyped]
from syrupy.assertion import SnapshotAssertion

from tests.audit.facebook import GENERATIONS, as_bytes
from tests.audit.packing import one_zip
from tests.audit.world import facebook_life
from tests.making import TODAY
from tests.samples import small
from tests.tui.making import Answers, Sitting, sitting, wizard
from wizard.storage.session import Session
from wizard.storage.store import Store

README = Path(__file__).parents[2] / "README.md"
HAMBURG: Answers = {"country": ("DE",), "region": ("DE-HH",), "services": ("facebook", "instagram"), "visibility": ("unknown",)}
MARKS = (("case/facebook", "sent"), ("instagram-private", "done"), ("delete-your-data/old-posts", "skipped"))
Show = Callable[[Sitting, Path], Awaitable[None]]
Screens = list[tuple[str, ...]]

SCREENS: dict[str, Screens] = {
    "welcome-back": [],
    "question": [("interview.InterviewScreen", "services")],
    "board": [("board.BoardScreen",)],
    "step": [("step.StepScreen", "objection/facebook-form")],
    "case": [("requests.RequestScreen", "case/facebook")],
    "note": [("dialogs.NoteDialog", "objection/facebook-form")],
}


@pytest.mark.parametrize("name", SCREENS)
async def test_a_screen_looks_as_it_did(name: str, state: Path, snapshot: SnapshotAssertion) -> None:
    """On a small content of the tests' own, so that no change of words in `content/` touches these."""
    on = Session(small(), Store(state), TODAY)
    on.record_answers(HAMBURG)
    for target, kind in MARKS:
        on.mark(target, kind)
    async with sitting(wizard(on)) as person:
        await person.at("WelcomeBackScreen")
        for screen, *arguments in SCREENS[name]:
            person.app.open_screen(screen, *arguments)
            await person.at(screen.partition(".")[2])
        assert drawn(person) == snapshot.use_extension(SVGImageExtension)


async def board(person: Sitting, _: Path) -> None:
    """What to do now."""
    await person.go("p", "BoardScreen")


async def step(person: Sitting, _: Path) -> None:
    """One step with its taps, its limits and its links."""
    person.app.open_screen("step.StepScreen", "privacy-settings/facebook-default-audience")
    await person.at("StepScreen")


async def audit(person: Sitting, folder: Path) -> None:
    """What an export of an invented person shows."""
    export = one_zip(folder, as_bytes(GENERATIONS["2024"][0](facebook_life())))[0]
    await board(person, folder)
    await person.go("m", "AuditScreen")
    await person.paste(f"'{export}'")
    await person.go("enter", "AuditReportScreen")


@pytest.mark.parametrize(("show", "size"), [(board, (100, 25)), (step, (100, 28)), (audit, (100, 56))])
async def test_the_readme_shows_the_real_screens(
    on_berlin: Session, request: pytest.FixtureRequest, tmp_path: Path, show: Show, size: tuple[int, int]
) -> None:
    """A picture in the README is what the program draws now; after a change of the content, `make pictures` renews it."""
    on_berlin.mark("case/facebook", "sent")
    async with sitting(wizard(on_berlin), size) as person:
        await person.at("WelcomeBackScreen")
        await show(person, tmp_path)
        found = drawn(person)
    picture = README.parent / "docs" / f"{show.__name__}.svg"
    if request.config.getoption("--snapshot-update"):
        picture.write_text(found, encoding="utf-8")
    assert f"({picture.relative_to(README.parent).as_posix()})" in README.read_text(encoding="utf-8")
    assert picture.read_text(encoding="utf-8") == found, "The screen looks different now: `make pictures` draws it anew."


def drawn(person: Sitting) -> str:
    """The screen as a picture that needs nothing from elsewhere: no fonts are fetched."""
    svg = normalize_svg(person.app.export_screenshot(title="protect-my-photos"))
    return sub(r"@font-face \{.*?\}\s*", "", svg, flags=DOTALL)
