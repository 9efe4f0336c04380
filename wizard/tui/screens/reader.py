"""Long texts: articles, the user's place, explanations. Links are listed below, reachable by keys."""

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
from wizard.core.formatting import CONFIDENCE, DISCLAIMER, format_date
from wizard.core.letter.models import LegalStatement
from wizard.core.snapshot import Snapshot
from wizard.export.letter.description import applicable_legal_statements
from wizard.tui.keys import BACK, LEAVE, Key
from wizard.tui.messages import LinkRequested
from wizard.tui.widgets.hanging_text import HangingOption, hanging_row
from wizard.tui.widgets.option_lists import ItemList
from wizard.tui.widgets.styled_text import STRONG, concat, styled
from wizard.views.explanation import explain_step
from wizard.views.place_view import LIST, PARAGRAPHS, STEPS, PlaceItem, PlaceSection, place_sections, place_source_ids

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

    def _heading(self, snapshot: Snapshot) -> tuple[str, str]:
        """Return the left and right side of the title line."""
        raise NotImplementedError

    def _markdown(self, snapshot: Snapshot) -> str:
        """Return the text."""
        raise NotImplementedError

    def _sources(self, snapshot: Snapshot) -> tuple[str, ...]:
        """Return the ids of the sources listed below the text."""
        raise NotImplementedError

    def _body_widgets(self) -> list[Widget]:
        from textual.widgets import Markdown

        return [
            Markdown(id="text", open_links=False),
            Static(styled("Links and sources", STRONG), id="links-title"),
            ItemList("links"),
        ]

    @on(Mount)
    async def _show_text(self) -> None:
        """Show the text once: Markdown widgets update asynchronously, so not for every snapshot."""
        from textual.widgets import Markdown

        snapshot = self.wizard_app.snapshot
        self.title_line.say(*self._heading(snapshot))
        await self.query_one(Markdown).update(self._markdown(snapshot))
        sources = [snapshot.library.sources[id] for id in self._sources(snapshot) if id in snapshot.library.sources]
        self.query_one("#links-title").set_class(not sources, "gone")
        self.query_one(ItemList).show(
            Option(
                HangingOption(
                    hanging_row(each.title), hint=f"{each.url.removeprefix('https://')}  {format_date(each.checked)}".strip()
                ),
                id=each.id,
            )
            for each in sources
        )
        self.query_one(ItemList).set_class(not sources, "gone")

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        """Do nothing: the text does not change while it is read."""

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
    """Replace links to sources by their text; the addresses are listed below."""
    return _LINK.sub(lambda match: match[1] if match[2] in library.sources else match[0], text)


class ArticleScreen(ReaderScreen):
    """One article."""

    def __init__(self, article: str) -> None:
        super().__init__()
        self._article = article

    def _heading(self, snapshot: Snapshot) -> tuple[str, str]:
        article = snapshot.library.articles[self._article]
        return "To read", f"{CONFIDENCE[article.confidence]} · {format_date(article.checked)}"

    def _markdown(self, snapshot: Snapshot) -> str:
        article = snapshot.library.articles[self._article]
        return f"# {article.title}\n\n{links_as_text(article.text, snapshot.library)}"

    def _sources(self, snapshot: Snapshot) -> tuple[str, ...]:
        article = snapshot.library.articles[self._article]
        return tuple(dict.fromkeys([*(id for _, id in _LINK.findall(article.text)), *article.sources]))


class PlaceScreen(ReaderScreen):
    """Everything that applies in the user's place."""

    def _heading(self, snapshot: Snapshot) -> tuple[str, str]:
        return (snapshot.place.name, snapshot.place.law) if snapshot.place else ("Your place", "")

    def _markdown(self, snapshot: Snapshot) -> str:
        sections = place_sections(snapshot)
        parts = [_section_markdown(section, "##" if index else "#") for index, section in enumerate(sections)]
        return "\n\n".join(parts) or UNKNOWN

    def _sources(self, snapshot: Snapshot) -> tuple[str, ...]:
        return place_source_ids(snapshot)


class ExplanationScreen(ReaderScreen):
    """Why a step is in the plan."""

    def __init__(self, step: str) -> None:
        super().__init__()
        self._step = step

    def _heading(self, snapshot: Snapshot) -> tuple[str, str]:
        return "Why it is here", ""

    def _markdown(self, snapshot: Snapshot) -> str:
        plan_step = snapshot.step(self._step)
        if plan_step is None:
            return "This step is not in your plan."
        explanation = explain_step(snapshot, plan_step)
        rows = [f"# {plan_step.step.title}", "", *(f"- {each}" for each in explanation.because), "", "## How it is weighed", ""]
        rows += [f"- {each}" for each in explanation.weight]
        if explanation.changes:
            rows += ["", "## What would change it", "", *(f"- {each}" for each in explanation.changes)]
        return "\n".join(rows)

    def _sources(self, snapshot: Snapshot) -> tuple[str, ...]:
        plan_step = snapshot.step(self._step)
        return plan_step.step.sources if plan_step else ()


class LegalStatementsScreen(ReaderScreen):
    """The legal statements of a letter."""

    def __init__(self, letter: str) -> None:
        super().__init__()
        self._letter = letter

    def _heading(self, snapshot: Snapshot) -> tuple[str, str]:
        letter = snapshot.library.letters[self._letter]
        return "What the letter rests on", f"{CONFIDENCE[letter.confidence]} · {format_date(letter.checked)}"

    def _markdown(self, snapshot: Snapshot) -> str:
        letter = snapshot.library.letters[self._letter]
        statements = applicable_legal_statements(letter, snapshot)
        rows = [f"# {letter.title}", "", letter.summary, "", "## What it cannot do", "", letter.limits, "", "## The law", ""]
        rows += [f"- {f'**{each.article}** ' if each.article else ''}{each.text}{_confidence_note(each)}" for each in statements]
        return "\n".join([*rows, "" if statements else "It names no article of a law.", "", DISCLAIMER])

    def _sources(self, snapshot: Snapshot) -> tuple[str, ...]:
        letter = snapshot.library.letters[self._letter]
        return tuple(dict.fromkeys([*(each.source for each in applicable_legal_statements(letter, snapshot)), *letter.sources]))


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

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        self.title_line.say("Background and questions", f"{len(snapshot.library.articles)} texts")
        self.query_one(ItemList).show(_article_options(snapshot.library))

    @on(OptionList.OptionSelected)
    def _read(self, event: OptionList.OptionSelected) -> None:
        if event.option_id:
            self.wizard_app.open_screen("reader.ArticleScreen", event.option_id)


def _article_options(library: Library) -> Iterator[Option]:
    """Yield the articles, grouped under headings."""
    for index, (title, articles) in enumerate(group_articles(library.articles.values())):
        yield Option(concat("\n" if index else "", styled(title, STRONG)), disabled=True)
        yield from (Option(styled(each.title), id=each.id) for each in articles)


def _section_markdown(section: PlaceSection, heading_mark: str) -> str:
    """Return a section of the place's description with its heading."""
    leads = {LIST: "- ", STEPS: "1. "}
    gap = "\n\n" if section.kind == PARAGRAPHS else "\n"
    lines = (f"{leads.get(section.kind, '')}{_item_markdown(each)}" for each in section.items)
    return f"{heading_mark} {section.heading}\n\n{gap.join(lines)}"


def _item_markdown(item: PlaceItem) -> str:
    title = f"**{item.title}** " if item.title else ""
    return f"{title}{item.text}{f' *({item.doubt})*' if item.doubt else ''}"


def _confidence_note(statement: LegalStatement) -> str:
    return "" if statement.confidence == "confirmed" else f" *({CONFIDENCE[statement.confidence]})*"
