"""One blank of a letter: what belongs there, why, and a place to write or choose it."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static, TextArea

from wizard.core.content_models import AnswerOption
from wizard.core.letter.letter_request import FieldKey
from wizard.core.letter.models import FieldOption, LetterField
from wizard.core.unfinished_work import EMPTY
from wizard.tui.keys import Key
from wizard.tui.messages import LetterFieldChanged
from wizard.tui.widgets.frame import KeyBar
from wizard.tui.widgets.option_lists import ChoiceList
from wizard.tui.widgets.styled_text import ALERT, styled

from .dialog import Dialog

KEEP = Key("enter", "keep", "keep", "Keep it.", records=True)
KEEP_LINES = Key("ctrl+s", "keep", "keep", "Keep it.", priority=True, records=True)
CHOOSE = Key("space", "choose", "choose", "Choose, or take the choice back.")
BACK = Key("escape,f10", "close", "back", "Back to the letter. What you typed stays.", "esc")
OPEN = AnswerOption("", "Leave it open")
Texts = tuple[str, ...]


NEEDED = "The letter needs this. Esc leaves it open for now."


class FieldDialog(Dialog):
    """Asks for one blank; each letter that is typed reaches the letter behind it at once, so that nothing can be lost."""

    KEYS: ClassVar[tuple[Key, ...]] = (CHOOSE, KEEP, KEEP_LINES, BACK)
    PURPOSE = "One gap of the letter. What you type stays in this program until you leave it, and is written to no file."
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (76, "-wide"), (108, "-very-wide")]  # noqa: RUF012 - declared so by Textual

    def __init__(
        self, slot: FieldKey, blank: LetterField, options: tuple[FieldOption, ...], there: Texts, misfit: Callable[[Texts], str]
    ) -> None:
        super().__init__()
        self._slot = slot
        self._blank = blank
        self._options = options
        self._there = there
        self._misfit = misfit

    def _body_widgets(self) -> list[Widget]:
        return [
            Static(styled(self._blank.label), classes="big"),
            Static(styled(self._blank.why), classes="quiet words"),
            self._field(),
            Static("", id="wrong", classes="text gone"),
        ]

    def _field(self) -> Widget:
        if self._options:
            return ChoiceList()
        if self._blank.multiline:
            return TextArea("\n".join(self._there), id="lines", soft_wrap=True)
        hints = ["2026-11-23: year, month, day"] if self._blank.is_date else []
        placeholder = "; ".join(hints if self._blank.required else [*hints, EMPTY])
        return Input(value=" ".join(self._there), id="line", placeholder=placeholder, select_on_focus=False)

    @property
    def active_keys(self) -> tuple[Key, ...]:
        """What the field at hand knows."""
        keys = (KEEP_LINES,) if self._blank.multiline else (CHOOSE, KEEP) if self._many else (KEEP,)
        return (*keys, BACK)

    @property
    def _many(self) -> bool:
        return bool(self._options) and self._blank.max_length > 1

    def on_mount(self) -> None:
        """What stands there already."""
        self.query_one(KeyBar).say(self.active_keys)
        for lines in self.query(TextArea):
            lines.move_cursor(lines.document.end)
        for choices in self.query(ChoiceList):
            free = () if self._many or self._blank.required or self._blank.default else (OPEN,)
            offered = [AnswerOption(option.id, option.label) for option in self._options]
            choices.offer([*offered, *free], self._chosen, many=self._many)

    @property
    def _chosen(self) -> Texts:
        """The ids of the choices that stand there already."""
        return tuple(id.strip() for text in self._there for id in text.split(","))

    @property
    def texts(self) -> Texts:
        """What stands in the field now."""
        for choices in self.query(ChoiceList):
            return choices.chosen or ("",)
        field = self.query_one("#lines, #line")
        return (field.text if isinstance(field, TextArea) else field.value,) if isinstance(field, (Input, TextArea)) else ()

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _changed(self) -> None:
        """What is typed reaches the letter at once, and a mistake is named when one is done, or mended."""
        if self.texts != ("\n".join(self._there) if self._blank.multiline else " ".join(self._there),):
            self._there = self.texts
            self.app.post_message(LetterFieldChanged(self._slot, self.texts))
        if not self._misfit(self.texts):
            self._say_wrong("")

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_keep()

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        choices = self.query_one(ChoiceList)
        if not choices.many and choices.highlighted_choice:
            choices.choose(choices.highlighted_choice)
        self.action_keep()

    def action_choose(self) -> None:
        """Choose what is under the cursor."""
        choices = self.query_one(ChoiceList)
        if choices.highlighted_choice:
            choices.choose(choices.highlighted_choice)
            self.app.post_message(LetterFieldChanged(self._slot, choices.chosen or ("",)))
            self._say_wrong(self._misfit(choices.chosen))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "choose" or bool(self._options)

    def action_keep(self) -> None:
        """Keep what stands there, unless it does not fit: then it stays, and a sentence says why."""
        empty = self._blank.required and not any(text.strip() for text in self.texts)
        wrong = NEEDED if empty else self._misfit(self.texts)
        if wrong:
            self._say_wrong(wrong)
        else:
            self.submit(LetterFieldChanged(self._slot, self.texts, done=True))

    def _say_wrong(self, words: str) -> None:
        line = self.query_one("#wrong", Static)
        line.update(styled(words, ALERT))
        line.set_class(not words, "gone")
        if words:
            self.call_after_refresh(line.scroll_visible, animate=False)
