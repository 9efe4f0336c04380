"""Builders for tests of the full screen: a session on a file of its own, an app on it, and a sitting in front of it."""

from asyncio import sleep
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date
from math import isfinite
from pathlib import Path
from time import monotonic
from typing import TypeVar

from textual.events import Key, Paste
from textual.message import Message
from textual.pilot import Pilot

from wizard.content.content_loader import load_shipped_content
from wizard.storage.session import Session
from wizard.storage.store import Store
from wizard.tui.app import WizardApp
from wizard.tui.guarded_screen import GuardedScreen

TODAY = date(2026, 11, 23)
WAIT_SECONDS = 60.0
Answers = dict[str, tuple[str, ...]]
M = TypeVar("M", bound=Message)

BERLIN: Answers = {
    "country": ("DE",),
    "region": ("DE-BE",),
    "services": ("facebook", "instagram", "whatsapp"),
    "visibility": ("public",),
    "account": ("personal",),
    "habits": ("meta-ai", "camera-roll"),
    "people": ("others-post", "children"),
    "depth": ("delete",),
    "device": ("web", "android"),
}
"""The answers of a person in Berlin: the interview is over, the path is opt-out."""

NO_ACCOUNT: Answers = {"country": ("GB",), "services": ("none",), "people": ("none",)}
"""The answers of a person in Britain without any account: the interview is over, the plan is short."""


def living_in(country: str, region: str = "", **more: tuple[str, ...]) -> Answers:
    """The same person in another place."""
    place: Answers = {"country": (country,)}
    if region:
        place["region"] = (region,)
    return place | {id: given for id, given in BERLIN.items() if id not in ("country", "region")} | more


def session(state: Path, answers: Answers | None = None, marks: Iterable[tuple[str, str]] = (), today: date = TODAY) -> Session:
    """A session over the shipped library: nothing answered yet, or these answers and events recorded."""
    made = Session(load_shipped_content(), Store(state), today)
    if answers:
        made.record_answers(answers)
    for target, kind in marks:
        made.mark(target, kind)
    return made


def wizard(on: Session, env: Mapping[str, str] | None = None) -> WizardApp:
    """The app on a session, in an empty environment unless another one is given.

    Whoever presses a key in a test has looked before: a key that comes soon after the same one is meant, unless a test
    of repeated keys says otherwise.
    """
    made = WizardApp(on, env or {})
    made.repeats.seconds = 0.0
    return made


@dataclass
class Sitting:
    """Someone in front of the app: what they press, what passes, what they see."""

    app: WizardApp
    pilot: Pilot[None]
    passed: list[Message] = field(default_factory=list)

    async def until(self, holds: Callable[[], bool], what: str = "", pause_seconds: float = 0.005) -> None:
        """Wait for a condition, not for a length of time. What takes long to look at is looked at less often."""
        deadline = monotonic() + WAIT_SECONDS
        while not holds():
            assert monotonic() < deadline, f"never held: {what or holds}; on screen:\n{self.text}"
            await sleep(pause_seconds)

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        await self.pilot.press(*keys)

    async def write(self, text: str) -> None:
        """Type a text as fast as one can."""
        for character in text:
            self.app.post_message(Key(character if character.isalnum() else "key", character))
        await self.pilot.pause()

    async def paste(self, text: str) -> None:
        """Paste a text into what has the focus."""
        self.app.post_message(Paste(text))
        await self.pilot.pause()

    async def at(self, screen: str) -> None:
        """Wait until a screen of this class is on top, drawn and ready for keys."""
        await self.until(lambda: self.at_now == screen and self.is_painted, f"{screen}, not {self.at_now}")
        await self.pilot.pause()

    async def go(self, key: str, screen: str) -> None:
        """Press a key that leads to a screen, and wait for it."""
        await self.press(key)
        await self.at(screen)

    async def shows(self, *texts: str) -> None:
        """Wait until all these texts are on screen, wherever their lines break."""
        missing = [flat(text) for text in texts]

        def nothing_is_missing() -> bool:
            shown = flat(self.text)  # once for all texts: drawing a large window takes longer than looking through it
            while missing and missing[0] in shown:
                del missing[0]
            return not missing and self.is_painted

        await self.until(nothing_is_missing, f"shown: {texts}", pause_seconds=0.02)

    @property
    def at_now(self) -> str:
        """The class of the screen on top."""
        return type(self.app.screen).__name__

    @property
    def is_painted(self) -> bool:
        """Whether the screen on top has its widgets and accepts keys that record something."""
        screen = self.app.screen
        return screen.is_mounted and (not isinstance(screen, GuardedScreen) or isfinite(screen.painted_at))

    @property
    def text(self) -> str:
        """What the screen on top shows now, line by line."""
        return "\n".join(strip.text.rstrip() for strip in self.app.screen._compositor.render_strips())

    def sent(self, kind: type[M]) -> list[M]:
        """The messages of a kind that passed, each once."""
        return list({id(each): each for each in self.passed if isinstance(each, kind)}.values())


@asynccontextmanager
async def sitting(app: WizardApp, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Sitting]:
    """The app, started in a window of this size."""
    passed: list[Message] = []
    async with app.run_test(size=size, notifications=True, message_hook=passed.append) as pilot:
        yield Sitting(app, pilot, passed)


def flat(text: str) -> str:
    """The words of a text without its line breaks, and without the edge of a toast or a frame."""
    return " ".join(text.replace("▌", " ").replace("│", " ").split())
