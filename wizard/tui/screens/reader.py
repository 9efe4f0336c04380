"""Long texts: articles, the user's place, explanations. Links are listed below, reachable by keys."""

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.events import Mount
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.snapshot import Snapshot
from wizard.i18n import N_, _
from wizard.tui.keys import BACK, LEAVE, Key
from wizard.tui.page_content import choice_option, group_options, reading_rows
from wizard.tui.perform import perform_action
from wizard.tui.widgets.hanging_text import HangingOption, HangingText, hanging_row
from wizard.tui.widgets.option_lists import ItemList
from wizard.tui.widgets.styled_text import STRONG, styled
from wizard.views import help_texts, key_texts
from wizard.views.actions import OpenSource
from wizard.views.articles import article_page, articles_page
from wizard.views.legal_statements import legal_statements_page
from wizard.views.page import Page, PageChoice
from wizard.views.place import found_place_page, place_page
from wizard.views.step import explanation_page

from .base import SCROLLING
from .page import PageScreen
from .side import SideScreen

LINE_KEYS = (
    Key("down,j", "scroll_line(1)", key_texts.SCROLL_DOWN, in_bar=False),
    Key("up,k", "scroll_line(-1)", key_texts.SCROLL_UP, in_bar=False),
)


class ReaderScreen(SideScreen):
    """A long text with its sources below. `HEADING` stands in the title line if the title belongs above the text."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("pagedown,space", "scroll_body(1)", key_texts.READ_ON, "space"),
        Key("tab", "app.focus_next", key_texts.TO_LINKS),
        BACK,
        LEAVE,
        Key("pageup", "scroll_body(-1)", key_texts.READ_BACK, in_bar=False),
        *LINE_KEYS,
    )
    PURPOSE = help_texts.READER
    LIST_FIRST = False
    HEADING: ClassVar[str] = ""

    def make_page(self, snapshot: Snapshot) -> Page:
        """Return the page for a snapshot."""
        raise NotImplementedError

    def _body_widgets(self) -> list[Widget]:
        return [
            Static(id="title", classes="big"),
            HangingText(id="text"),
            Static(id="links-title"),
            ItemList("links"),
        ]

    @on(Mount)
    def _show_text(self) -> None:
        """Show the text once: it does not change while it is read."""
        page = self.make_page(self.wizard_app.snapshot)
        self.title_line.say(_(self.HEADING) if self.HEADING else page.title, *page.status)
        self.query_one("#title", Static).update(styled(page.title))
        self.query_one("#title").set_class(not self.HEADING, "gone")
        self.query_one("#text", HangingText).say(reading_rows(page))
        only_sources = all(isinstance(choice.action, OpenSource) for choice in page.choices)
        self.query_one("#links-title", Static).update(styled(_("Links and sources") if only_sources else page.prompt, STRONG))
        self.query_one("#links-title").set_class(not page.choices, "gone")
        self.query_one(ItemList).show(self._source_options(page.choices))
        self.query_one(ItemList).set_class(not page.choices, "gone")

    def _source_options(self, choices: tuple[PageChoice, ...]) -> Iterator[Option]:
        """Yield what can be done, then the sources, each with its address and how it stands with it."""
        sources = self.wizard_app.snapshot.library.sources
        for choice in choices:
            if not isinstance(choice.action, OpenSource):
                yield choice_option(choice)
                continue
            address = sources[choice.id].url.removeprefix("https://")
            yield Option(HangingOption(hanging_row(choice.label), hint=f"{address}  {choice.hint}".strip()), id=choice.id)

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        """Do nothing: the text does not change while it is read."""

    @on(OptionList.OptionSelected)
    def _link_chosen(self, event: OptionList.OptionSelected) -> None:
        perform_action(self, self.make_page(self.wizard_app.snapshot).choice(event.option_id or "").action)

    def action_scroll_line(self, rows: int) -> None:
        """Scroll the text by some lines."""
        self.query_one("#body").scroll_relative(y=rows * 2, animate=False)


class ArticleScreen(ReaderScreen):
    """One article."""

    HEADING = N_("To read")

    def __init__(self, article: str) -> None:
        super().__init__()
        self._article = article

    def make_page(self, snapshot: Snapshot) -> Page:
        return article_page(snapshot, self._article)


class PlaceScreen(ReaderScreen):
    """Everything that applies in the user's place, or in another one that was found."""

    def __init__(self, place: str = "") -> None:
        super().__init__()
        self._place = place

    def make_page(self, snapshot: Snapshot) -> Page:
        return found_place_page(snapshot, self._place) if self._place else place_page(snapshot)


class ExplanationScreen(ReaderScreen):
    """Why a step is in the plan."""

    def __init__(self, step: str) -> None:
        super().__init__()
        self._step = step

    def make_page(self, snapshot: Snapshot) -> Page:
        return explanation_page(snapshot, self._step)


class LegalStatementsScreen(ReaderScreen):
    """The legal statements of a letter."""

    def __init__(self, letter: str) -> None:
        super().__init__()
        self._letter = letter

    def make_page(self, snapshot: Snapshot) -> Page:
        return legal_statements_page(snapshot, self._letter)


class ArticlesScreen(PageScreen):
    """The list of articles."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter", "open", key_texts.READ_ARTICLE),
        BACK,
        LEAVE,
        *SCROLLING,
    )

    def make_page(self, snapshot: Snapshot) -> Page:
        return articles_page(snapshot)

    def _body_widgets(self) -> list[Widget]:
        return [Static(styled(_("To read")), classes="big"), ItemList("articles")]

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        page = self.make_page(snapshot)
        self.title_line.say(page.title, *page.status)
        self.query_one(ItemList).show(group_options(page.groups))
