"""A list to choose from, one or several, whose marks are words and signs and never colour alone."""

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.containers import VerticalScroll
from textual.events import Click, Key
from textual.geometry import Region, Spacing
from textual.message import Message
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from wizard.core.content_models import AnswerOption
from wizard.places.name_folding import fold_names
from wizard.tui.guarded_screen import GuardedScreen
from wizard.tui.repeat_guard import is_early

from .hanging_text import HangingOption, hanging_row

POINTER = "▸ "
REVERSED = Style(reverse=True)
ONE = {True: "(•) ", False: "( ) "}
MANY = {True: "[x] ", False: "[ ] "}


class PointerList(OptionList):
    """A list whose cursor is a sign in the margin, so that it is seen without colours.

    With `marked` the sign also stands there while the keys go elsewhere.
    """

    def __init__(self, id: str, *, marked: bool = False) -> None:
        super().__init__(id=id, compact=True)
        self._marked = marked

    async def _on_click(self, event: Click) -> None:
        """Ignore a click that was meant for other rows: the second one of a double click, or one before the page was painted.

        Textual takes the number from the picture and looks it up in the list as it is now: no issue is known.
        """
        number = event.style.meta.get("option")
        late = number is not None and number >= self.option_count
        if late or event.chain > 1 or is_early(event, self.screen):
            event.prevent_default()

    def _ask_anew(self) -> None:
        """The rows answer another question than before: no key that was typed for the old ones counts."""
        if isinstance(self.screen, GuardedScreen):
            self.screen.renew()

    def render_line(self, y: int) -> Strip:
        """Draw the sign before the first line of the option under the cursor; a heading between options begins in the margin."""
        strip = super().render_line(y)
        line = self.scroll_offset.y + y
        if line >= len(self._lines):
            return strip
        number, row = self._lines[line]
        style = next(iter(strip), Segment("")).style
        if self.options[number].disabled:
            return Strip.join([strip.crop(len(POINTER)), Strip([Segment(" " * len(POINTER), style)], len(POINTER))])
        if number == self.highlighted and self.get_component_styles("option-list--option-highlighted").text_style.reverse:
            strip = strip.apply_style(REVERSED)  # Textual passes on bold and italic, and not this
        if (number, row) != (self.highlighted, 0) or not (self.has_focus or self._marked):
            return strip
        return Strip.join([Strip([Segment(POINTER, style)], len(POINTER)), strip.crop(len(POINTER))])

    def action_page_down(self) -> None:
        """Move the cursor down by what fits on the page."""
        self._turn(1)

    def action_page_up(self) -> None:
        """Move the cursor up by what fits on the page."""
        self._turn(-1)

    def _turn(self, direction: int) -> None:
        """Move the cursor by a page; where it can go no further, the page itself moves, so that all of it can be read."""
        page, before = self._page, self.highlighted
        able = [number for number, option in enumerate(self.options) if not option.disabled]
        if page is None or before is None or not able:
            return
        rows = direction * max(1, page.size.height - 2)
        line = max(0, min(len(self._lines) - 1, self._index_to_line[before] + rows))
        self.highlighted = min(able, key=lambda number: abs(number - self._lines[line][0]))
        if self.highlighted == before:
            page.scroll_relative(y=rows, animate=False)

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Let the page follow the cursor: the list itself is as long as it needs to be. Above its first row all is shown."""
        page, region = self._page, self._pointed
        first = next((number for number, option in enumerate(self.options) if not option.disabled), 0)
        if page and region and self.highlighted == first and region.bottom < page.size.height:
            page.scroll_home(animate=False)
        elif page and region:
            page.scroll_to_region(region, animate=False, spacing=Spacing(1, 0, 1, 0))

    def reveal_highlight(self) -> None:
        """Show the cursor to somebody who comes here: with the beginning of the page, where both are seen together."""
        page, region = self._page, self._pointed
        if page and region and region.bottom < page.size.height:
            page.scroll_home(animate=False)
        else:
            self.scroll_to_highlight()

    @property
    def _pointed(self) -> Region | None:
        """Where the rows under the cursor stand on the page; a list without the keys moves nothing."""
        page, at = self._page, self.highlighted
        if page is None or at is None or not self.size or not (self.screen.focused is self or self._marked):
            return None
        rows = [number for number, (option, _) in enumerate(self._lines) if option == at]
        offset = self.region.offset - page.region.offset + page.scroll_offset
        return Region(offset.x, offset.y + (rows[0] if rows else 0), self.size.width, max(1, len(rows)))

    @property
    def _page(self) -> VerticalScroll | None:
        """What scrolls around this list."""
        return next((each for each in self.ancestors if isinstance(each, VerticalScroll)), None)


class ChoiceList(PointerList):
    """The choices of a question with what is chosen. With `by_letters` typed letters lead to a choice, and are no keys."""

    class Sought(Message):
        """The letters typed so far, for which the cursor stands on the first choice that begins with them."""

        def __init__(self, letters: str) -> None:
            super().__init__()
            self.letters = letters

    def __init__(self) -> None:
        super().__init__("choices")
        self.many = False
        self.by_letters = False
        self._letters = ""
        self._choices: tuple[AnswerOption, ...] = ()
        self.chosen: tuple[str, ...] = ()

    def offer(self, choices: Iterable[AnswerOption], chosen: tuple[str, ...], *, many: bool, by_letters: bool = False) -> None:
        """Show these choices; the cursor goes to what is chosen, else to the first."""
        self._ask_anew()
        self.many = many
        self.by_letters = by_letters
        self._letters = ""
        self._choices = tuple(choices)
        self.chosen = tuple(id for id in chosen if any(choice.id == id for choice in self._choices))
        self.clear_options()
        self.add_options(self._option(choice) for choice in self._choices)
        first = next((number for number, choice in enumerate(self._choices) if choice.id in self.chosen), 0)
        self.highlighted = first if self._choices else None

    @property
    def highlighted_choice(self) -> AnswerOption | None:
        """The choice under the cursor."""
        return self._choices[self.highlighted] if self.highlighted is not None else None

    def choose(self, choice: AnswerOption) -> None:
        """Choose one, or switch one of several on or off; "none of these" and the others exclude each other."""
        if not self.many:
            self.chosen = (choice.id,)
        elif choice.id in self.chosen:
            self.chosen = tuple(id for id in self.chosen if id != choice.id)
        else:
            alone = {each.id for each in self._choices if each.exclusive}
            kept = () if choice.exclusive else tuple(id for id in self.chosen if id not in alone)
            self.chosen = (*kept, choice.id)
        for number, each in enumerate(self._choices):
            self.replace_option_prompt_at_index(number, self._option(each).prompt)

    def on_key(self, event: Key) -> None:
        """Letters lead to the first choice that begins with them, or has a word that does; other keys begin anew."""
        if not self.by_letters:
            return
        if event.key == "backspace":
            self._seek(self._letters[:-1])
        elif (
            event.is_printable and event.character and (event.character.isalnum() or (self._letters and event.character in " -'"))
        ):
            self._seek(self._letters + event.character)
        else:
            self._letters = ""
            return
        event.stop()
        event.prevent_default()

    def _seek(self, letters: str) -> None:
        """Go to what these letters begin; letters that begin nothing are not taken."""
        sought, *names = fold_names([letters, *(choice.label for choice in self._choices)])
        starting = [number for number, name in enumerate(names) if name.startswith(sought)]
        within = [number for number, name in enumerate(names) if f" {sought}" in name]
        if found := starting or within:
            self._letters = letters
            self.highlighted = found[0]
            self.post_message(self.Sought(letters))

    async def _on_click(self, event: Click) -> None:
        """A click on one of several switches it; on one alone it answers."""
        await super()._on_click(event)
        number = event.style.meta.get("option")
        if self.many and number is not None and not event._no_default_action:
            event.prevent_default()
            self.highlighted = number
            self.choose(self._choices[number])

    def _option(self, choice: AnswerOption) -> Option:
        sign = (MANY if self.many else ONE)[choice.id in self.chosen]
        return Option(HangingOption(hanging_row(choice.label, sign), aside=choice.hint), id=None)


class ItemList(PointerList):
    """A list of things to open; each option's id tells which."""

    def __init__(self, id: str, *, marked: bool = False) -> None:
        super().__init__(id, marked=marked)
        self._question: object = None

    def show(self, options: Iterable[Option], question: object = None) -> None:
        """Replace what is listed. Rows for another `question` begin at the first one.

        Otherwise the cursor stays on the same thing, else goes to what came after it, else stays there.
        """
        if question != self._question:
            self._question, self.highlighted = question, None
            self._ask_anew()
        number = self.highlighted or 0
        before = [option.id for option in self.options[number:] if option.id] if self.highlighted is not None else []
        self.clear_options()
        self.add_options(options)
        able = {option.id: place for place, option in enumerate(self.options) if not option.disabled}
        same = [able[id] for id in before if id in able]
        nearby = [place for place in able.values() if place <= number][-1:] or list(able.values())[:1]
        self.highlighted = next(iter(same or nearby), None)
