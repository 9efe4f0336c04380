"""Lists to choose from. Signs mark the highlight and the chosen options, never colour alone."""

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.events import Click, Key
from textual.geometry import Region, Spacing
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from wizard.core.content_models import AnswerOption
from wizard.core.name_folding import fold_names
from wizard.tui.guarded_screen import GuardedScreen
from wizard.tui.repeat_guard import is_early

from .hanging_text import HangingOption, hanging_row

POINTER = "▸ "
REVERSED = Style(reverse=True)
ONE = {True: "(•) ", False: "( ) "}
MANY = {True: "[x] ", False: "[ ] "}


class PointerList(OptionList):
    """A list that marks its highlighted option by a sign in the margin, visible without colours.

    With `marked` the sign is shown even while another widget has the focus.
    """

    def __init__(self, id: str, *, marked: bool = False) -> None:
        super().__init__(id=id, compact=True)
        self._marked = marked

    async def _on_click(self, event: Click) -> None:
        """Ignore the second click of a double click, and a click made before the page was painted.

        Textual takes the option's index from the painted cell and looks it up in the present list. After the list
        has changed, that is another option. No issue about this is known.
        """
        index = event.style.meta.get("option")
        is_gone = index is not None and index >= self.option_count
        if is_gone or event.chain > 1 or is_early(event, self.screen):
            event.prevent_default()

    def _question_changed(self) -> None:
        """Make the screen ignore keys typed before the new options are painted."""
        if isinstance(self.screen, GuardedScreen):
            self.screen.renew()

    def render_line(self, y: int) -> Strip:
        """Draw the sign before the highlighted option; move headings to the left into the margin."""
        # Textual renders each option with a left padding; the sign replaces the first cells of that strip.
        # Relies on internals of Textual 8.2: `_lines` holds for every line of the list the pair (index of its option,
        # line within the option), and `super().render_line` returns a strip as wide as the list whose first segment
        # has the style of the option. Example: options of 1 and 2 lines give [(0, 0), (1, 0), (1, 1)]; with option 1
        # highlighted, line 1 gets the sign and line 2 does not. `self.scroll_offset` is added because Textual asks
        # for the lines of the visible area. The left padding is set in `app.tcss` (option-list--option).
        strip = super().render_line(y)
        line_number = self.scroll_offset.y + y
        if line_number >= len(self._lines):
            return strip
        index, line_in_option = self._lines[line_number]
        style = next(iter(strip), Segment("")).style
        if self.options[index].disabled:
            return Strip.join([strip.crop(len(POINTER)), Strip([Segment(" " * len(POINTER), style)], len(POINTER))])
        if index == self.highlighted and self.get_component_styles("option-list--option-highlighted").text_style.reverse:
            strip = strip.apply_style(REVERSED)  # Textual passes on bold and italic, but not reverse
        if (index, line_in_option) != (self.highlighted, 0) or not (self.has_focus or self._marked):
            return strip
        return Strip.join([Strip([Segment(POINTER, style)], len(POINTER)), strip.crop(len(POINTER))])

    def action_page_down(self) -> None:
        """Move the highlight down by one page."""
        self._move_by_page(1)

    def action_page_up(self) -> None:
        """Move the highlight up by one page."""
        self._move_by_page(-1)

    def _move_by_page(self, direction: int) -> None:
        """Move the highlight by a page; at the end of the list scroll the page itself instead."""
        page, start = self._page, self.highlighted
        selectable = [index for index, option in enumerate(self.options) if not option.disabled]
        if page is None or not selectable:
            return
        if start is None:
            self.highlighted = selectable[0]
            return
        rows = direction * max(1, page.size.height - 2)
        line = max(0, min(len(self._lines) - 1, self._index_to_line[start] + rows))
        self.highlighted = min(selectable, key=lambda index: abs(index - self._lines[line][0]))
        if self.highlighted == start:
            page.scroll_relative(y=rows, animate=False)

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Scroll the page to the highlight, because the list itself is as long as its content.

        At the first option scroll to the top of the page if both fit, so that the text above can be read.
        """
        page, region = self._page, self._highlight_region
        first = next((index for index, option in enumerate(self.options) if not option.disabled), 0)
        if page and region and self.highlighted == first and region.bottom < page.size.height:
            page.scroll_home(animate=False)
        elif page and region:
            page.scroll_to_region(region, animate=False, spacing=Spacing(1, 0, 1, 0))

    def reveal_highlight(self) -> None:
        """Show the highlight when the user comes to the list, with the top of the page if both fit."""
        page, region = self._page, self._highlight_region
        if page and region and region.bottom < page.size.height:
            page.scroll_home(animate=False)
        else:
            self.scroll_to_highlight()

    @property
    def _highlight_region(self) -> Region | None:
        """Where the highlighted option is on the page; None if the list has no focus and is not marked."""
        page, index = self._page, self.highlighted
        if page is None or index is None or not self.size or not (self.screen.focused is self or self._marked):
            return None
        rows = [line for line, (option, _) in enumerate(self._lines) if option == index]
        offset = self.region.offset - page.region.offset + page.scroll_offset
        return Region(offset.x, offset.y + (rows[0] if rows else 0), self.size.width, max(1, len(rows)))

    @property
    def _page(self) -> Widget | None:
        """The container that scrolls this list, or None."""
        containers = (each for each in self.ancestors if isinstance(each, Widget) and each is not self.screen)
        return next((each for each in containers if each.styles.overflow_y == "auto"), None)


class ChoiceList(PointerList):
    """The options of a question and which are chosen.

    With `by_letters`, typed letters move the highlight and do not act as keys.
    """

    class Sought(Message):
        """The letters typed so far; the highlight is on the first option that begins with them."""

        def __init__(self, letters: str) -> None:
            super().__init__()
            self.letters = letters

    class NothingHighlighted(Message):
        """Enter was pressed before the highlight was on an option."""

    def __init__(self) -> None:
        super().__init__("choices")
        self.many = False
        self.by_letters = False
        self._letters = ""
        self._choices: tuple[AnswerOption, ...] = ()
        self.chosen: tuple[str, ...] = ()

    def offer(self, choices: Iterable[AnswerOption], chosen: tuple[str, ...], *, many: bool, by_letters: bool = False) -> None:
        """Show these options and highlight the first chosen one, or the first where several can be chosen.

        Otherwise Enter alone would answer with an option that nobody chose, so none is highlighted.
        """
        self._question_changed()
        self.many = many
        self.by_letters = by_letters
        self._letters = ""
        self._choices = tuple(choices)
        self.chosen = tuple(id for id in chosen if any(choice.id == id for choice in self._choices))
        self.clear_options()
        self.add_options(self._option(choice) for choice in self._choices)
        chosen_indices = [index for index, choice in enumerate(self._choices) if choice.id in self.chosen]
        self.highlighted = next(iter(chosen_indices), 0 if many and self._choices else None)

    def action_select(self) -> None:
        """Take the highlighted option; say so if there is none."""
        if self.highlighted is None:
            self.post_message(self.NothingHighlighted())
        else:
            super().action_select()

    @property
    def highlighted_choice(self) -> AnswerOption | None:
        """The highlighted option, or None."""
        return self._choices[self.highlighted] if self.highlighted is not None else None

    def choose(self, choice: AnswerOption) -> None:
        """Choose one option, or toggle one of several; exclusive options ("none of these") drop the others."""
        if not self.many:
            self.chosen = (choice.id,)
        elif choice.id in self.chosen:
            self.chosen = tuple(id for id in self.chosen if id != choice.id)
        else:
            exclusive = {each.id for each in self._choices if each.exclusive}
            others = () if choice.exclusive else tuple(id for id in self.chosen if id not in exclusive)
            self.chosen = (*others, choice.id)
        for index, each in enumerate(self._choices):
            self.replace_option_prompt_at_index(index, self._option(each).prompt)

    def on_key(self, event: Key) -> None:
        """Go to the first option with a word that begins with the typed letters; other keys start again."""
        if not self.by_letters:
            return
        if event.key == "backspace":
            self._go_to_first_match(self._letters[:-1])
        elif (
            event.is_printable and event.character and (event.character.isalnum() or (self._letters and event.character in " -'"))
        ):
            self._go_to_first_match(self._letters + event.character)
        else:
            self._letters = ""
            return
        event.stop()
        event.prevent_default()

    def _go_to_first_match(self, letters: str) -> None:
        """Highlight the first option that these letters begin; ignore letters that match nothing."""
        sought, *names = fold_names([letters, *(choice.label for choice in self._choices)])
        name_matches = [index for index, name in enumerate(names) if name.startswith(sought)]
        word_matches = [index for index, name in enumerate(names) if f" {sought}" in name]
        if matches := name_matches or word_matches:
            self._letters = letters
            self.highlighted = matches[0]
            self.post_message(self.Sought(letters))

    async def _on_click(self, event: Click) -> None:
        """Toggle the clicked option if several can be chosen; otherwise a click answers."""
        await super()._on_click(event)
        index = event.style.meta.get("option")
        if self.many and index is not None and not event._no_default_action:
            event.prevent_default()
            self.highlighted = index
            self.choose(self._choices[index])

    def _option(self, choice: AnswerOption) -> Option:
        sign = (MANY if self.many else ONE)[choice.id in self.chosen]
        return Option(HangingOption(hanging_row(choice.label, sign), hint=choice.hint), id=None)


class ItemList(PointerList):
    """A list of things to open, identified by their option ids."""

    def __init__(self, id: str, *, marked: bool = False) -> None:
        super().__init__(id, marked=marked)
        self._question: object = None

    def show(self, options: Iterable[Option], question: object = None, start: str = "") -> None:
        """Replace the options. For another `question` the highlight starts at the option with the id `start`, or at the first.

        Otherwise it stays on the same option, or else on the first option after it that is still listed, or else at
        the same position.
        """
        is_other_question = question != self._question
        if is_other_question:
            self._question, self.highlighted = question, None
            self._question_changed()
        position = self.highlighted or 0
        following_ids = [option.id for option in self.options[position:] if option.id] if self.highlighted is not None else []
        self.clear_options()
        self.add_options(options)
        index_by_id = {option.id: index for index, option in enumerate(self.options) if not option.disabled}
        wanted_ids = [start] if is_other_question else following_ids
        still_listed = [index_by_id[id] for id in wanted_ids if id in index_by_id]
        nearby = [index for index in index_by_id.values() if index <= position][-1:] or list(index_by_id.values())[:1]
        self.highlighted = next(iter(still_listed or nearby), None)
