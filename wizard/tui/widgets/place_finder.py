"""The type-ahead for the country: an input, what it finds below it, and the guess offered but never assumed."""

from collections.abc import Mapping

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Key
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.clean import clean_line
from wizard.core.library import Library

from .choices import PlainList
from .hanging import Hung, row
from .prose import said

EMPTY = "Type the name of your country in any language, or its code."


class PlaceFinder(Vertical):
    """Finds a place as one types."""

    DEFAULT_CSS = "PlaceFinder { height: auto; }"

    class Found(Message):
        """The person chose a place, and perhaps a part of it."""

        def __init__(self, alpha2: str, region: str) -> None:
            super().__init__()
            self.alpha2 = alpha2
            self.region = region

    def __init__(self, library: Library, env: Mapping[str, str]) -> None:
        super().__init__()
        self._library = library
        self._env = env
        self._guess: str | None = None

    def compose(self) -> ComposeResult:
        yield Input(placeholder="Country", id="place", select_on_focus=False)
        yield PlainList("places", marked=True)
        yield Static(said(EMPTY, "$quiet"), id="hint", classes="text")

    def on_mount(self) -> None:
        """Read the names of all languages while the person reads the question."""
        from wizard.services.finding import warm_places

        self.run_worker(lambda: warm_places(self._library), thread=True, exit_on_error=False)

    def begin(self, alpha2: str) -> None:
        """Start with the place that was answered before, or with the guess."""
        country = self._library.countries.get(alpha2)
        if self._guess is None and country is None:
            from wizard.services.finding import guess_place

            self._guess = guess_place(self._library, self._env) or ""
        field = self.query_one(Input)
        with field.prevent(Input.Changed):
            field.value = country.name if country else ""
            field.action_select_all()
        self._find(field.value)
        field.focus(scroll_visible=False)

    def on_key(self, event: Key) -> None:
        """In the list, letters still go to the input, and up leads from the first place back into it."""
        field, places = self.query_one(Input), self.query_one(PlainList)
        if not places.has_focus:
            return
        if event.is_printable and event.character:
            field.insert_text_at_cursor(event.character)
        elif event.key != "up" or places.highlighted:
            return
        event.stop()
        field.focus(scroll_visible=False)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._find(event.value)

    def _find(self, text: str) -> None:
        places, hint = self.query_one(PlainList), self.query_one("#hint", Static)
        text = clean_line(text, 80)
        if not text:
            guessed = self._library.countries.get(self._guess or "")
            rows = [Option(Hung(row(guessed.name), aside="from this computer's settings"), id=guessed.alpha2)] if guessed else []
            self._show(places, rows, None)
            hint.update(said(EMPTY, "$quiet"))
            return
        from wizard.services.finding import search_places

        found = search_places(self._library, text)
        options = []
        for match in found.matches:
            known = match.region or (match.via and match.via.casefold() != match.name.casefold())
            name = self._library.regions[match.region].name if match.region in self._library.regions else match.via
            options.append(Option(Hung(row(match.name), aside=name if known else ""), id=f"{match.alpha2} {match.region}"))
        chosen = next((n for n, match in enumerate(found.matches) if match.alpha2 == found.chosen), None)
        self._show(places, options, chosen)
        if not options:
            hint.update(said("Nothing found. Try another spelling, the English name, or the two-letter code.", "$alert"))
        elif chosen is None:
            hint.update(said("More than one place fits: go down and choose.", "$quiet"))
        else:
            hint.update(said("Enter takes the marked place.", "$quiet"))

    def _show(self, places: PlainList, options: list[Option], marked: int | None) -> None:
        places.clear_options()
        places.add_options(options)
        places.highlighted = marked
        places.set_class(not options, "gone")

    def into_list(self) -> None:
        """Go down into the list."""
        places = self.query_one(PlainList)
        if places.option_count:
            places.focus()
            if places.highlighted is None:
                places.highlighted = 0

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        option = self.query_one(PlainList).highlighted_option
        if option is None:
            self.into_list()
        else:
            self._found(option)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._found(event.option)

    def _found(self, option: Option) -> None:
        alpha2, _, region = (option.id or "").partition(" ")
        self.post_message(self.Found(alpha2, region if region in self._library.regions else ""))
