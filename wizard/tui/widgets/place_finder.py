"""Find the country while the user types; a guess is offered, but never assumed."""

from collections.abc import Mapping

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Key
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.content_models import Library
from wizard.i18n import _
from wizard.places.place_lookup import (
    HOW,
    PlaceOption,
    PlaceOptions,
    find_places,
    preload_places,
    split_place_id,
    suggested_place,
)
from wizard.views import key_texts

from .hanging_text import HangingOption, hanging_row
from .option_lists import ItemList
from .styled_text import ALERT, QUIET, styled


class PlaceFinder(Vertical):
    """An input and the list of matching places below it."""

    DEFAULT_CSS = "PlaceFinder { height: auto; }"

    class Found(Message):
        """The user chose a country, and perhaps a region of it (else "")."""

        def __init__(self, alpha2: str, region: str) -> None:
            super().__init__()
            self.alpha2 = alpha2
            self.region = region

    def __init__(self, library: Library, env: Mapping[str, str]) -> None:
        super().__init__()
        self._library = library
        self._env = env
        self._guess: PlaceOption | None = None
        self._initial_text = ""

    def compose(self) -> ComposeResult:
        yield Input(placeholder=_("Country"), id="place", select_on_focus=False)
        yield ItemList("places", marked=True)
        yield Static(styled(_(HOW), QUIET), id="hint", classes="text")

    def on_mount(self) -> None:
        """Load the place names of all languages in a thread while the user reads the question."""
        self.run_worker(lambda: preload_places(self._library), thread=True, exit_on_error=False)

    def begin(self, alpha2: str) -> None:
        """Start with the country answered before, or else with the guess."""
        country = self._library.countries.get(alpha2)
        if self._guess is None and country is None:
            self._guess = suggested_place(self._library, self._env)
        field = self.query_one(Input)
        with field.prevent(Input.Changed):
            self._initial_text = field.value = country.name if country else ""
            field.action_select_all()
        self._show_matches(field.value)
        field.focus(scroll_visible=False)

    @property
    def is_changed(self) -> bool:
        """Whether the input differs from the answer so far."""
        return self.query_one(Input).value.strip() not in ("", self._initial_text)

    def on_key(self, event: Key) -> None:
        """While the list has the focus, send letters to the input; up leads from the first row back to it."""
        field, places = self.query_one(Input), self.query_one(ItemList)
        if not places.has_focus:
            return
        if event.is_printable and event.character:
            field.insert_text_at_cursor(event.character)
        elif event.key != "up" or places.highlighted:
            return
        event.stop()
        field.focus(scroll_visible=False)

    @on(Input.Changed)
    def _input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._show_matches(event.value)

    def _show_matches(self, text: str) -> None:
        hint = self.query_one("#hint", Static)
        if not text.strip():
            self._fill_list(PlaceOptions((self._guess,) if self._guess else ()))
            hint.update(styled(_(HOW), QUIET))
            return
        matches = find_places(self._library, text, self._env)
        self._fill_list(matches)
        how_to_choose = f" {_(key_texts.GO_DOWN)}" if matches.rows else ""
        text = f"{matches.hint}{how_to_choose}" if matches.hint else _(key_texts.ENTER_TAKES_PLACE)
        hint.update(styled(text, QUIET if matches.rows else ALERT))

    def _fill_list(self, matches: PlaceOptions) -> None:
        places = self.query_one(ItemList)
        places.clear_options()
        places.add_options(
            Option(HangingOption(hanging_row(each.name), hint=each.matched_name), id=each.id) for each in matches.rows
        )
        places.highlighted = next((index for index, each in enumerate(matches.rows) if each.id == matches.chosen), None)
        places.set_class(not matches.rows, "gone")

    def into_list(self) -> None:
        """Move the focus into the list, to its first row if none is marked."""
        places = self.query_one(ItemList)
        if places.option_count:
            places.focus()
            if places.highlighted is None:
                places.highlighted = 0

    @on(Input.Submitted)
    def _input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        places = self.query_one(ItemList)
        option = places.highlighted_option
        if option is None:
            # Of several places none may be taken by pressing Enter twice.
            if places.option_count > 1:
                places.focus()
            else:
                self.into_list()
        else:
            self._choose(option)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._choose(event.option)

    def _choose(self, option: Option) -> None:
        self.post_message(self.Found(*split_place_id(option.id or "", self._library)))
