"""The frame of every screen: the title line above, the status line and the key bar below."""

import re
from collections.abc import Iterable
from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click, MouseMove
from textual.geometry import Size
from textual.message import Message
from textual.style import Style
from textual.widgets import Static

from wizard.core.formatting import place_heading
from wizard.core.snapshot import Snapshot
from wizard.tui.keys import FIND_KEY, HELP, LEADS_BACK, Key
from wizard.views import key_texts
from wizard.views.actions import PageName
from wizard.views.home import progress_heading

from .styled_text import ACCENT, ACCENT_STRONG, QUIET, concat, styled

ROOMY = "-roomy"
"""The class of a screen in a window that is wide and high enough for titled panels."""
SIGN, PROGRAM = "◩", "protect-my-photos"
HELP_KEYS = ("help", "app.help")
WELL_KNOWN = ("app.leave", "app.undo", "choose")
CLICK_KEYS, OPENED_PAGE = "presses", "opens"
GAP = "   "
TITLE_GAP = 2
LEAST_CUT = 16
"""How long the beginning of a text is at least, so that it says something without its end."""
ROOM_FOR_BOTH = 110
"""From this width on the title line has room for place and progress."""
PART = " · "
TITLE_KEYS = {PageName.PLACE: key_texts.PLACE, PageName.DOCUMENTS: key_texts.PAPER}
"""What the parts of the title line lead to, in the words of the keys for the same pages."""
_SECOND_NAME = re.compile(r" \([^)]*\)")


class TitleLine(Static):
    """The title of the page at the left, progress or context at the right.

    In a wide window the frame of the page has its title, and this line says which program it is, for which place, and how
    much is done; a click on either opens the page about it, as on the same title of a narrow window. Any other leads back.
    """

    class Opened(Message):
        """The user wants to see the page that a part of the line is about."""

        def __init__(self, page: PageName) -> None:
            super().__init__()
            self.page = page

    def __init__(self) -> None:
        super().__init__()
        self._left, self._right = "", ""

    def say(self, left: str, right: str = "") -> None:
        """Change both sides."""
        self._left, self._right = left, right
        for body in self.screen.query("#body"):
            title = PART.join(part for part in (left, right) if part)
            body.border_title = styled(title) if title else None
        self.refresh()

    def render(self) -> Content:
        width = self.content_size.width
        name, left, right = styled(""), self._left, self._right
        if self.screen.has_class(ROOMY):
            name = styled(f"{SIGN} {PROGRAM}", ACCENT_STRONG)
            left, right = header_texts(self.app)
            right = right if width >= ROOM_FOR_BOTH else right.partition(PART)[0]
            left = f"   {left}" if left else ""
        told = styled(shorten_right_title(self._left, right, width) if not name else shorten_title(right, width), QUIET)
        room = width - name.cell_length - told.cell_length - (TITLE_GAP if told else 0)
        where = styled(shorten_title(left, room), QUIET)
        if name or (left and left == header_texts(self.app)[0]):
            where, told = _leading_to(PageName.PLACE, where), _leading_to(PageName.DOCUMENTS, told)
        elif where and self._back_key:
            where = where.stylize(Style.from_meta({CLICK_KEYS: self._back_key.key.split(",")[0]}))
        first = concat(name, where)
        return concat(first, " " * (width - first.cell_length - told.cell_length), told)

    @property
    def _back_key(self) -> Key | None:
        """The key of the page that leads back, or None."""
        return next((key for key in getattr(self.screen, "ready_keys", ()) if key.action in LEADS_BACK), None)

    def on_click(self, event: Click) -> None:
        """Open the page about the part under the mouse, or go back."""
        page, key = event.style.meta.get(OPENED_PAGE), event.style.meta.get(CLICK_KEYS)
        if isinstance(page, str):
            self.post_message(self.Opened(PageName(page)))
        elif isinstance(key, str):
            self.app.simulate_key(key)

    def on_mouse_move(self, event: MouseMove) -> None:
        """Say what a click on the part under the mouse does, and let the line stand out there."""
        page, back = event.style.meta.get(OPENED_PAGE), self._back_key if CLICK_KEYS in event.style.meta else None
        self.tooltip = TITLE_KEYS[PageName(page)].help if isinstance(page, str) else back.help if back else None
        self.set_class(self.tooltip is not None, "pointed")

    def on_leave(self) -> None:
        """Look as before once the mouse is elsewhere."""
        self.remove_class("pointed")


def _leading_to(page: PageName, text: Content) -> Content:
    """Return a text whose click opens a page."""
    return text.stylize(Style.from_meta({OPENED_PAGE: page.value})) if text else text


def header_texts(app: object) -> tuple[str, str]:
    """Return the place with its law and path, and how many steps are done; empty until they are known."""
    snapshot = getattr(app, "snapshot", None)
    if not isinstance(snapshot, Snapshot) or snapshot.place is None:
        return "", ""
    return place_heading(snapshot), progress_heading(snapshot)


def shorten_title(text: str, width: int) -> str:
    """Shorten a title to this width: drop its last parts, then names in brackets, and at last cut it off."""
    title_parts = text.split(PART)
    candidates = [PART.join(title_parts[:count]) for count in range(len(title_parts), 0, -1)]
    candidates += [_SECOND_NAME.sub("", each) for each in candidates]
    fitting = next((each for each in candidates if styled(each).cell_length <= width), None)
    if fitting is not None:
        return fitting
    return styled(candidates[-1]).truncate(max(0, width - 1)).plain.rstrip(" ,(-") + "…" if width > 0 else ""


def shorten_right_title(left: str, right: str, width: int) -> str:
    """Shorten what stands at the right so far that the title of a page at the left stays whole; "" if too little is left.

    A title of several parts, such as a place with its law, gives way itself.
    """
    room = width - TITLE_GAP - styled(_SECOND_NAME.sub("", left)).cell_length
    if not left or PART in left or room < 0:
        return shorten_title(right, width)
    short = shorten_title(right, room)
    return "" if short.endswith("…") and len(short) < LEAST_CUT else short


class StatusLine(Static):
    """One line for what has just happened; without text it is hidden, unless `keeps_room` is set."""

    def __init__(self, *, shows_previous: bool, keeps_room: bool) -> None:
        super().__init__(id="say", classes="" if keeps_room else "gone")
        self._shows_previous = shows_previous
        self._keeps_room = keeps_room

    def on_mount(self) -> None:
        """Show the status text of the app, whichever screen is on top."""
        self.watch(self.app, "status_text", self._show_text, init=self._shows_previous)

    def _show_text(self, text: str) -> None:
        self.update(styled(text))
        self.set_class(not text and not self._keeps_room, "gone")
        self.set_class(bool(text), "told")


class WizardFooter(Vertical):
    """The status line above the key bar; `shows_previous` repeats the text of the screen below.

    A dialog does not repeat it. Its status line always keeps its room, so that nothing moves when a text appears; without a
    text the page below is seen through it.
    """

    def __init__(self, keys: Iterable[Key], *, shows_previous: bool = True) -> None:
        super().__init__(id="foot")
        self._keys = keys
        self._shows_previous = shows_previous

    def compose(self) -> ComposeResult:
        with Vertical(id="news"):
            yield StatusLine(shows_previous=self._shows_previous, keeps_room=not self._shows_previous)
        with Vertical(id="bar"):
            yield KeyBar(self._keys, finds=self._shows_previous)


class KeyBar(Static):
    """One row of keys with their labels: as many as fit, the search and the help last.

    A click on a label works like the key.
    """

    def __init__(self, keys: Iterable[Key], *, finds: bool = True) -> None:
        super().__init__(id="keys")
        self._keys = tuple(keys)
        self._finds = finds
        self._typing = False

    def on_mount(self) -> None:
        """Follow the focus: in a text field the question mark is text, so help is on F1."""
        self.watch(self.screen, "focused", self._focus_changed)

    def say(self, keys: Iterable[Key]) -> None:
        """Show other keys."""
        keys = tuple(keys)
        if keys != self._keys:
            self._keys = keys
            self.refresh()

    def _focus_changed(self) -> None:
        typing = hasattr(self.screen.focused, "cursor_blink")
        if typing != self._typing:
            self._typing = typing
            self.refresh()

    def on_click(self, event: Click) -> None:
        """Press the key under the mouse."""
        key = event.style.meta.get(CLICK_KEYS)
        if isinstance(key, str):
            self.app.simulate_key(key)

    def on_mouse_move(self, event: MouseMove) -> None:
        """Show what the key under the mouse does."""
        pointed = event.style.meta.get(CLICK_KEYS)
        self.tooltip = next((key.help for key in self.shown_keys if key.key.split(",")[0] == pointed), None)

    @property
    def shown_keys(self) -> list[Key]:
        """The keys that the bar has room for."""
        return select_bar_keys(self._keys, self.content_size.width, typing=self._typing, finds=self._finds)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return 1

    def render(self) -> Content:
        return concat(*map(key_label, self.shown_keys), by=GAP).truncate(self.content_size.width)


def key_label(key: Key) -> Content:
    """Return a key of the bar with its label: "enter next"."""
    label = concat(styled(key.name, ACCENT), styled(f" {key.label}", QUIET))
    return label.stylize(Style.from_meta({CLICK_KEYS: key.key.split(",")[0]}))


def select_bar_keys(keys: tuple[Key, ...], width: int, *, typing: bool, finds: bool = True) -> list[Key]:
    """Select the keys that fit into this width. Those declared for the bar come before the others that have a label.

    If they are too many, well-known ones are dropped first, then the last ones, then the search, a first one that records, and
    the key that leads back. The main key of the page is never dropped.
    """
    shown = [key for key in keys if key.in_bar and key.action not in HELP_KEYS]
    is_help = any("question_mark" in key.key.split(",") for key in shown)
    last = [] if is_help else bar_end(typing=typing, finds=finds)
    giving_way, recording = _by_importance(shown), [key for key in shown[:1] if key.records]
    for key in giving_way:
        if key.action not in LEADS_BACK and key not in recording and bar_width([*shown, *last]) > width:
            shown.remove(key)
    if bar_width([*shown, *last]) > width:
        last = last[-1:]
    if bar_width([*shown, *last]) > width:
        shown = [key for key in shown if key not in giving_way or key not in recording]
    if bar_width([*shown, *last]) > width:
        shown = [key for key in shown if key not in giving_way]
    rest = [key for key in keys if not key.in_bar and key.label and key.action not in HELP_KEYS and is_command(key)]
    for key in rest:
        if bar_width([*shown, key, *last]) <= width:
            shown.append(key)
    return [*shown, *last]


def _by_importance(shown: list[Key]) -> list[Key]:
    """Return the keys of a bar without its main one, in the order in which they give way where there is too little room."""
    main = main_key(shown)

    def importance(key: Key) -> tuple[bool, int]:
        known = WELL_KNOWN.index(key.action) if key.action in WELL_KNOWN else len(WELL_KNOWN)
        return key.action in LEADS_BACK, known

    return sorted((key for key in reversed(shown) if key is not main), key=importance)


def main_key(shown: list[Key]) -> Key | None:
    """Return the key for what one comes to a page for: Enter if it does something there, else the first one."""
    return next((key for key in shown if "enter" in key.key.split(",")), next(iter(shown), None))


def bar_end(*, typing: bool, finds: bool) -> list[Key]:
    """Return the keys at the end of every bar; while the user types they are others, as letters are text then."""
    find = replace(FIND_KEY, key="ctrl+p", display="ctrl+p") if typing else FIND_KEY
    return [*([find] if finds else []), replace(HELP, key="f1", display="f1") if typing else HELP]


def is_command(key: Key) -> bool:
    """Return whether a key does something of its own, rather than scroll or stand for a number."""
    return "(" not in key.action


def bar_width(keys: Iterable[Key]) -> int:
    """Return the width of a bar with these keys."""
    widths = [key_label(key).cell_length for key in keys]
    return sum(widths) + len(GAP) * (len(widths) - 1)
