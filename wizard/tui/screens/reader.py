"""Long texts: articles, what holds in a place, why a step is here. Links are listed below the text, so keys reach them."""

import re
from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.events import Mount
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.article import group_articles
from wizard.core.content_models import Library
from wizard.core.explanation import explain_step
from wizard.core.formatting import CONFIDENCE, format_date
from wizard.core.letter.models import LegalStatement
from wizard.core.place_view import LIST, PARAGRAPHS, STEPS, PlaceItem, PlaceSection, place_sections, place_source_ids
from wizard.core.snapshot import Snapshot
from wizard.export.letter.description import applicable_legal_statements
from wizard.export.plan.text import DISCLAIMER
from wizard.tui.keys import BACK, LEAVE, Key
from wizard.tui.messages import LinkRequested
from wizard.tui.widgets.hanging_text import HangingOption, hanging_row
from wizard.tui.widgets.option_lists import ItemList
from wizard.tui.widgets.styled_text import STRONG, concat, styled

from .base import SCROLLING, WizardScreen

_LINK = re.compile(r"\[([^\]]+)\]\(source:([a-z0-9-]+)\)")
UNKNOWN = "Your country is not known yet."
LINE_KEYS = (
    Key("down,j", "scroll_line(1)", "", "Scroll down.", in_bar=False),
    Key("up,k", "scroll_line(-1)", "", "Scroll up.", in_bar=False),
)


class ReaderScreen(WizardScreen):
    """A long text in Markdown with its links below."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("pagedown,space", "scroll_body(1)", "on", "Scroll on by a page.", "space"),
        Key("tab", "app.focus_next", "links", "Go to the links below the text."),
        BACK,
        LEAVE,
        Key("pageup", "scroll_body(-1)", "up", "Scroll up by a page.", in_bar=False),
        *LINE_KEYS,
    )
    PURPOSE = "Something to read at leisure. Links stand below the text, each with its address."
    LIST_FIRST = False

    def _heading(self, case: Snapshot) -> tuple[str, str]:
        """What stands in the title line."""
        raise NotImplementedError

    def _markdown(self, case: Snapshot) -> str:
        """The text."""
        raise NotImplementedError

    def _sources(self, case: Snapshot) -> tuple[str, ...]:
        """The ids of the sources listed below."""
        raise NotImplementedError

    def _body_widgets(self) -> list[Widget]:
        from textual.widgets import Markdown

        return [
            Markdown(id="text", open_links=False),
            Static(styled("Links and sources", STRONG), id="links-title"),
            ItemList("links"),
        ]

    @on(Mount)
    async def _fill(self) -> None:
        """Markdown draws itself in steps, so it is filled once and not with each change of the case."""
        from textual.widgets import Markdown

        case = self.wizard_app.snapshot
        self.title_line.say(*self._heading(case))
        await self.query_one(Markdown).update(self._markdown(case))
        found = [case.library.sources[id] for id in self._sources(case) if id in case.library.sources]
        self.query_one("#links-title").set_class(not found, "gone")
        self.query_one(ItemList).show(
            Option(
                HangingOption(
                    hanging_row(each.title), aside=f"{each.url.removeprefix('https://')}  {format_date(each.checked)}".strip()
                ),
                id=each.id,
            )
            for each in found
        )
        self.query_one(ItemList).set_class(not found, "gone")

    def _show_snapshot(self, case: Snapshot) -> None:
        """The text does not follow the case while it is read."""

    @on(OptionList.OptionSelected)
    def _link_chosen(self, event: OptionList.OptionSelected) -> None:
        source = self.wizard_app.snapshot.library.sources.get(event.option_id or "")
        if source and source.url:
            self.post_message(LinkRequested(source.title, source.url))
        else:
            self.wizard_app.show_status("No address is recorded for this source.")

    def action_scroll_line(self, rows: int) -> None:
        """Scroll the text by some lines."""
        self.query_one("#body").scroll_relative(y=rows * 2, animate=False)


def links_as_text(text: str, library: Library) -> str:
    """The text with its links as words: the addresses are listed below it."""
    return _LINK.sub(lambda found: found[1] if found[2] in library.sources else found[0], text)


class ArticleScreen(ReaderScreen):
    """One article."""

    def __init__(self, article: str) -> None:
        super().__init__()
        self._article = article

    def _heading(self, case: Snapshot) -> tuple[str, str]:
        article = case.library.articles[self._article]
        return "To read", f"{CONFIDENCE[article.confidence]} · {format_date(article.checked)}"

    def _markdown(self, case: Snapshot) -> str:
        article = case.library.articles[self._article]
        return f"# {article.title}\n\n{links_as_text(article.text, case.library)}"

    def _sources(self, case: Snapshot) -> tuple[str, ...]:
        article = case.library.articles[self._article]
        return tuple(dict.fromkeys([*(id for _, id in _LINK.findall(article.text)), *article.sources]))


class PlaceScreen(ReaderScreen):
    """Everything that holds where the person lives."""

    def _heading(self, case: Snapshot) -> tuple[str, str]:
        return (case.place.name, case.place.law) if case.place else ("Your place", "")

    def _markdown(self, case: Snapshot) -> str:
        found = place_sections(case)
        return "\n\n".join(_part(part, "#" if number == 0 else "##") for number, part in enumerate(found)) or UNKNOWN

    def _sources(self, case: Snapshot) -> tuple[str, ...]:
        return place_source_ids(case)


class ExplanationScreen(ReaderScreen):
    """Why a step is in the plan."""

    def __init__(self, step: str) -> None:
        super().__init__()
        self._step = step

    def _heading(self, case: Snapshot) -> tuple[str, str]:
        return "Why it is here", ""

    def _markdown(self, case: Snapshot) -> str:
        entry = case.step(self._step)
        if entry is None:
            return "This step is not in your plan."
        found = explain_step(case, entry)
        rows = [f"# {entry.step.title}", "", *(f"- {each}" for each in found.because), "", "## How it is weighed", ""]
        rows += [f"- {each}" for each in found.weight]
        if found.changes:
            rows += ["", "## What would change it", "", *(f"- {each}" for each in found.changes)]
        return "\n".join(rows)

    def _sources(self, case: Snapshot) -> tuple[str, ...]:
        entry = case.step(self._step)
        return entry.step.sources if entry else ()


class LegalStatementsScreen(ReaderScreen):
    """What a letter says about the law, claim by claim."""

    def __init__(self, letter: str) -> None:
        super().__init__()
        self._letter = letter

    def _heading(self, case: Snapshot) -> tuple[str, str]:
        letter = case.library.letters[self._letter]
        return "What the letter rests on", f"{CONFIDENCE[letter.confidence]} · {format_date(letter.checked)}"

    def _markdown(self, case: Snapshot) -> str:
        letter = case.library.letters[self._letter]
        claims = applicable_legal_statements(letter, case)
        rows = [f"# {letter.title}", "", letter.summary, "", "## What it cannot do", "", letter.limits, "", "## The law", ""]
        rows += [f"- {f'**{each.article}** ' if each.article else ''}{each.text}{_doubt(each)}" for each in claims]
        return "\n".join([*rows, "" if claims else "It names no article of a law.", "", DISCLAIMER])

    def _sources(self, case: Snapshot) -> tuple[str, ...]:
        letter = case.library.letters[self._letter]
        return tuple(dict.fromkeys([*(each.source for each in applicable_legal_statements(letter, case)), *letter.sources]))


class ArticlesScreen(WizardScreen):
    """The list of articles."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter", "open", "read", "Read the article under the cursor."),
        BACK,
        LEAVE,
        *SCROLLING,
    )
    PURPOSE = "Background and answers to common questions; in each group what is surest comes first."

    def _body_widgets(self) -> list[Widget]:
        return [Static("To read", classes="big"), ItemList("articles")]

    def _show_snapshot(self, case: Snapshot) -> None:
        self.title_line.say("Background and questions", f"{len(case.library.articles)} texts")
        self.query_one(ItemList).show(_articles(case.library))

    @on(OptionList.OptionSelected)
    def _read(self, event: OptionList.OptionSelected) -> None:
        if event.option_id:
            self.wizard_app.open_screen("reader.ArticleScreen", event.option_id)


def _articles(library: Library) -> Iterator[Option]:
    """The articles, each under the word for its group."""
    for number, (title, articles) in enumerate(group_articles(library.articles.values())):
        yield Option(concat("\n" if number else "", styled(title, STRONG)), disabled=True)
        yield from (Option(styled(each.title), id=each.id) for each in articles)


def _part(part: PlaceSection, mark: str) -> str:
    """A part of the sheet with its heading."""
    leads = {LIST: "- ", STEPS: "1. "}
    gap = "\n\n" if part.kind == PARAGRAPHS else "\n"
    lines = (f"{leads.get(part.kind, '')}{_item(each)}" for each in part.items)
    return f"{mark} {part.heading}\n\n{gap.join(lines)}"


def _item(item: PlaceItem) -> str:
    title = f"**{item.title}** " if item.title else ""
    return f"{title}{item.text}{f' *({item.doubt})*' if item.doubt else ''}"


def _doubt(statement: LegalStatement) -> str:
    return "" if statement.confidence == "confirmed" else f" *({CONFIDENCE[statement.confidence]})*"
