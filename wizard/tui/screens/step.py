"""One step: instructions for the user's devices, limits, links, letters and sources."""

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList, Static

from wizard.core.content_models import OBJECTION
from wizard.core.formatting import format_minutes, in_brackets
from wizard.core.plan_entries import PlanStep
from wizard.core.progress import DONE, OPEN
from wizard.core.snapshot import Snapshot
from wizard.i18n import _
from wizard.tui.keys import BACK, QUIET_LEAVE, UNDO, Key
from wizard.tui.messages import EventRecorded, LinkRequested
from wizard.tui.page_content import block_rows, choice_option
from wizard.tui.perform import perform_action
from wizard.tui.widgets.bar import dot_scale
from wizard.tui.widgets.frame import KeyBar
from wizard.tui.widgets.hanging_text import HangingText
from wizard.tui.widgets.option_lists import ItemList
from wizard.tui.widgets.styled_text import GOOD, QUIET, concat, stack_lines, styled
from wizard.views import help_texts, key_texts
from wizard.views.actions import OpenLink, OpenRequest, WriteLetter
from wizard.views.link import NO_LINK_NEEDED, NO_SUCH_LINK
from wizard.views.page import PageChoice
from wizard.views.step import (
    INSTRUCTIONS,
    INTRO,
    SOURCES,
    STATUS,
    TIME_AND_IMPACT,
    WARNINGS,
    completing_action,
    form_base,
    step_page,
)
from wizard.views.step_actions import AskSentDay
from wizard.views.user_messages import step_status_text

from .base import SCROLLING
from .side import SideScreen
from .steps import REOPEN, keys_for_step

NOTE = Key("n", "note", key_texts.STEP_NOTE)
FORM = Key(
    "f",
    "form",
    key_texts.FORM_RESULT,
)
LINK = Key("enter,o", "open_link", key_texts.OPEN_LINK)
LETTER = replace(LINK, text=key_texts.STEP_LETTER)


class ExplainedText(HangingText):
    """Why a step is in the plan, and its sources, in short; a click explains both."""

    def on_click(self) -> None:
        """Open the page about them."""
        if isinstance(self.screen, StepScreen):
            self.screen.action_why()


class StepScreen(SideScreen):
    """Everything about one step, with a key for each action."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("d", "done", key_texts.STEP_DONE, records=True),
        LINK,
        FORM,
        Key("x", "not_for_me", key_texts.NOT_FOR_ME),
        REOPEN,
        Key("w", "why", key_texts.WHY),
        NOTE,
        BACK,
        QUIET_LEAVE,
        Key("r", "qr", key_texts.LINK_CODE, in_bar=False),
        Key("c", "copy", key_texts.COPY_ADDRESS, in_bar=False),
        Key("l", "letters", key_texts.ALL_LETTERS, in_bar=False),
        Key(UNDO.key, UNDO.action, key_texts.UNDO, in_bar=False),
        *(Key(str(number), f"open_number({number})", key_texts.OPEN_NUMBERED_LINK, in_bar=False) for number in range(1, 10)),
        Key("down,j", "scroll_line(1)", key_texts.SCROLL_DOWN, in_bar=False),
        Key("up,k", "scroll_line(-1)", key_texts.SCROLL_UP, in_bar=False),
        *SCROLLING,
    )
    PURPOSE = help_texts.STEP
    LIST_FIRST = False

    def __init__(self, step: str) -> None:
        super().__init__()
        self._step = step

    def _body_widgets(self) -> list[Widget]:
        texts = (HangingText(id=id) for id in (INTRO, INSTRUCTIONS, WARNINGS))
        why = ExplainedText(id=SOURCES, classes="quiet leading")
        why.tooltip = key_texts.WHY.help
        return [Static(id="title", classes="big"), *texts, ItemList("links"), why]

    @property
    def entry(self) -> PlanStep | None:
        """The step in the plan; None if an answer removed it."""
        return self.wizard_app.snapshot.step(self._step)

    @property
    def shown_step(self) -> PlanStep | None:
        """The step, also if it is not in the plan."""
        return self.wizard_app.snapshot.any_step(self._step)

    @property
    def active_keys(self) -> tuple[Key, ...]:
        """The keys for the step's status; only the objection step asks whether the form opened."""
        keys = tuple(key for key in keys_for_step(self.KEYS, self.entry) if self.offers(key.action))
        if self.shown_step and self.shown_step.step.letters and not self.shown_step.links:
            return tuple(LETTER if key is LINK else key for key in keys)
        return keys

    def offers(self, action: str) -> bool:
        return action != FORM.action or self._step.startswith(f"{OBJECTION}/")

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        plan_step, page = self.shown_step, step_page(snapshot, self._step)
        self.query_one(KeyBar).say(self.active_keys)
        for id in (INTRO, INSTRUCTIONS, WARNINGS, SOURCES):
            self.query_one(f"#{id}", HangingText).say(block_rows(page.section(id)))
        title = self.query_one("#title", Static)
        links = self.query_one("#links", ItemList)
        links.show(choice_option(choice, lead) for lead, choice in self._numbered())
        links.set_class(not links.option_count, "gone")
        if plan_step is None:
            title.update(stack_lines(line.text for line in page.lines("message")))
            return
        step = plan_step.step
        action = next(action for action in snapshot.library.actions if action.id == step.action)
        self.title_line.say(action.title, _(TIME_AND_IMPACT, time=format_minutes(step.minutes), points=dot_scale(step.impact)))
        status = step_status_text(snapshot, plan_step)
        shown = concat(step.title, styled(f"  {status}" if status else "", GOOD if plan_step.status == DONE else QUIET))
        outside = [styled(line.text, QUIET) for line in page.lines(STATUS)] if self.entry is None else []
        title.update(stack_lines([shown, *outside[:1]]))

    def _numbered(self) -> Iterator[tuple[str, PageChoice]]:
        """Yield what can be opened, the links each after the number that opens it."""
        for number, choice in enumerate(self._openable(), 1):
            yield (f"{number}  " if isinstance(choice.action, OpenLink) else ""), choice

    def _openable(self) -> list[PageChoice]:
        """Return the links with their addresses, then the letters and requests."""
        choices = step_page(self.wizard_app.snapshot, self._step).choices
        links = [(choice, choice.action) for choice in choices if isinstance(choice.action, OpenLink)]
        shown = [
            choice._replace(label=f"{link.label}{in_brackets(choice.hint)}", hint=link.url.removeprefix("https://"), summary="")
            for choice, link in links
        ]
        return [*shown, *(choice for choice in choices if isinstance(choice.action, WriteLetter | OpenRequest))]

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self._open(event.option_index)

    def _open(self, index: int, code: bool = False) -> None:
        """Open the link, letter or request at this position; `code` shows the link as a QR code."""
        action = self._openable()[index].action
        if isinstance(action, OpenLink) and code:
            self.post_message(LinkRequested(action.label, action.url, code))
        else:
            perform_action(self, action)

    def action_open_link(self, code: bool = False) -> None:
        """Open the highlighted link, or the first one."""
        if self._openable():
            self._open(self.query_one("#links", ItemList).highlighted or 0, code)
        else:
            self.wizard_app.show_status(_(NO_LINK_NEEDED))

    def action_copy(self) -> None:
        """Copy the address of the highlighted link, or of the first one."""
        links = self.shown_step.links if self.shown_step else ()
        if links:
            index = self.query_one("#links", ItemList).highlighted or 0
            self.wizard_app.copy(links[min(index, len(links) - 1)].url)
        else:
            self.wizard_app.show_status(_(NO_LINK_NEEDED))

    def action_open_number(self, number: int) -> None:
        """Open a link by its number, from 1."""
        if self.shown_step and number <= len(self.shown_step.links):
            self._open(number - 1)
        elif self.shown_step:
            self.wizard_app.show_status(_(NO_SUCH_LINK))

    @property
    def main_link(self) -> OpenLink | None:
        """The first link of the step."""
        return next((choice.action for choice in self._openable() if isinstance(choice.action, OpenLink)), None)

    def action_qr(self) -> None:
        """Show the link under the cursor as a QR code."""
        self.action_open_link(code=True)

    def action_done(self) -> None:
        """Record the step as done."""
        if self.entry is None:
            self.leave()
        elif self._is_open():
            match completing_action(self.entry):
                case AskSentDay() as action:
                    dialog = self.wizard_app.page("event_date.SentDateDialog", *action)
                    self.wizard_app.show(dialog, lambda _: self.accepted())
                case _:
                    self.submit(EventRecorded(self._step, "done"))

    def accepted(self) -> None:
        """Go back once the step is closed."""
        if self.entry is None or self.entry.status != OPEN:
            self.leave()

    def action_reopen(self) -> None:
        """Reopen the step."""
        if self.entry and self.entry.status == OPEN:
            self.wizard_app.show_status(_(key_texts.STEP_IS_OPEN))
        elif self.entry:
            self.submit(EventRecorded(self._step, "reopened"))

    def action_not_for_me(self) -> None:
        """Ask for the reason, then skip the step and go back."""
        if self.entry and self._is_open():
            self.wizard_app.show(self.wizard_app.page("dialogs.ReasonDialog", self._step), lambda _: self.accepted())

    def _is_open(self) -> bool:
        """Return whether the step is open, and show a message if it is not."""
        is_closed = self.entry is not None and self.entry.status != OPEN
        if is_closed:
            self.wizard_app.show_status(_(key_texts.SETTLED_ALREADY, key=REOPEN.key))
        return not is_closed

    def action_note(self) -> None:
        """Write a note."""
        self.wizard_app.open_screen("dialogs.NoteDialog", self._step)

    def action_why(self) -> None:
        """Show why the step is in the plan."""
        if self.entry:
            self.wizard_app.open_screen("reader.ExplanationScreen", self._step)

    def action_letters(self) -> None:
        """Show the letters."""
        self.wizard_app.open_screen("letters.LettersScreen")

    def action_form(self) -> None:
        """Ask whether the form opened."""
        library = self.wizard_app.snapshot.library
        self.wizard_app.open_screen("dialogs.FormDialog", form_base(library.steps[library.current_id(self._step)]))

    def action_scroll_line(self, rows: int) -> None:
        """Scroll the text by some lines."""
        self.query_one("#body").scroll_relative(y=rows * 2, animate=False)
