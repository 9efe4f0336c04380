"""One field of a letter: its label, the reason for it, and an input or list."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static, TextArea

from wizard.core.content_models import AnswerOption
from wizard.core.letter.letter_request import FieldKey
from wizard.core.letter.models import FieldOption, LetterField
from wizard.core.unfinished_work import EMPTY
from wizard.i18n import _, join_parts
from wizard.tui.keys import Key
from wizard.tui.messages import LetterFieldChanged
from wizard.tui.widgets.frame import KeyBar
from wizard.tui.widgets.option_lists import ChoiceList
from wizard.tui.widgets.styled_text import ALERT, styled
from wizard.views import help_texts, key_texts
from wizard.views.letter_messages import DATE_HINT, FIELD_NEEDED, LEFT_OPEN
from wizard.views.line_mode_texts import ARROWS_CHOOSE

from .dialog import Dialog

KEEP = Key("enter", "keep", key_texts.KEEP_FIELD, records=True)
KEEP_LINES = Key("ctrl+s", "keep", key_texts.KEEP_FIELD, priority=True, records=True)
CHOOSE = Key("space", "choose", key_texts.CHOOSE)
BACK = Key("escape,f10", "close", key_texts.BACK_TO_LETTER, "esc")
Texts = tuple[str, ...]


class FieldDialog(Dialog):
    """Asks for one field; every change is passed to the letter at once, so that nothing is lost."""

    KEYS: ClassVar[tuple[Key, ...]] = (CHOOSE, KEEP, KEEP_LINES, BACK)
    PURPOSE = help_texts.FIELD
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (76, "-wide"), (108, "-very-wide")]  # noqa: RUF012 - declared so by Textual

    def __init__(
        self, key: FieldKey, field: LetterField, options: tuple[FieldOption, ...], texts: Texts, error_for: Callable[[Texts], str]
    ) -> None:
        super().__init__()
        self._key = key
        self._letter_field = field
        self._options = options
        self._texts = texts
        self._error_for = error_for

    def _body_widgets(self) -> list[Widget]:
        return [
            Static(styled(self._letter_field.label), classes="big"),
            Static(styled(self._letter_field.why), classes="quiet words"),
            self._input_widget(),
            Static("", id="wrong", classes="text gone"),
        ]

    def _input_widget(self) -> Widget:
        if self._options:
            return ChoiceList()
        if self._letter_field.multiline:
            return TextArea("\n".join(self._texts), id="lines", soft_wrap=True)
        hints = [_(DATE_HINT)] if self._letter_field.is_date else []
        placeholder = join_parts(hints if self._letter_field.required else [*hints, _(EMPTY)])
        return Input(value=" ".join(self._texts), id="line", placeholder=placeholder, select_on_focus=False)

    @property
    def active_keys(self) -> tuple[Key, ...]:
        """The keys for the kind of input."""
        keys = (KEEP_LINES,) if self._letter_field.multiline else (CHOOSE, KEEP) if self._many else (KEEP,)
        return (*keys, BACK)

    @property
    def _many(self) -> bool:
        return bool(self._options) and self._letter_field.max_length > 1

    def on_mount(self) -> None:
        """Show the present value."""
        self.query_one(KeyBar).say(self.active_keys)
        for lines in self.query(TextArea):
            lines.move_cursor(lines.document.end)
        for choices in self.query(ChoiceList):
            empty_option = (
                ()
                if self._many or self._letter_field.required or self._letter_field.default
                else (AnswerOption("", _(LEFT_OPEN)),)
            )
            options = [AnswerOption(option.id, option.label) for option in self._options]
            choices.offer([*options, *empty_option], self._chosen_ids, many=self._many)

    @property
    def _chosen_ids(self) -> Texts:
        """The ids of the options chosen so far."""
        return tuple(id.strip() for text in self._texts for id in text.split(","))

    @property
    def texts(self) -> Texts:
        """The present input."""
        for choices in self.query(ChoiceList):
            return choices.chosen or ("",)
        widget = self.query_one("#lines, #line")
        return (widget.text if isinstance(widget, TextArea) else widget.value,) if isinstance(widget, (Input, TextArea)) else ()

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _input_changed(self) -> None:
        """Pass the input to the letter; hide the error once the input is valid."""
        if self.texts != ("\n".join(self._texts) if self._letter_field.multiline else " ".join(self._texts),):
            self._texts = self.texts
            self.app.post_message(LetterFieldChanged(self._key, self.texts))
        if not self._error_for(self.texts):
            self._show_error("")

    @on(Input.Submitted)
    def _input_submitted(self) -> None:
        self.action_keep()

    @on(OptionList.OptionSelected)
    def _option_selected(self) -> None:
        choices = self.query_one(ChoiceList)
        if not choices.many and choices.highlighted_choice:
            choices.choose(choices.highlighted_choice)
        self.action_keep()

    @on(ChoiceList.NothingHighlighted)
    def _nothing_chosen(self) -> None:
        self._show_error(_(ARROWS_CHOOSE))

    def action_choose(self) -> None:
        """Choose the highlighted option."""
        choices = self.query_one(ChoiceList)
        if choices.highlighted_choice:
            choices.choose(choices.highlighted_choice)
            self.app.post_message(LetterFieldChanged(self._key, choices.chosen or ("",)))
            self._show_error(self._error_for(choices.chosen))
        else:
            self._nothing_chosen()

    def offers(self, action: str) -> bool:
        return action != "choose" or bool(self._options)

    def action_keep(self) -> None:
        """Keep the input and close, or show the error if it is not valid."""
        is_empty = self._letter_field.required and not any(text.strip() for text in self.texts)
        error = _(FIELD_NEEDED) if is_empty else self._error_for(self.texts)
        if error:
            self._show_error(error)
        else:
            self.submit(LetterFieldChanged(self._key, self.texts, done=True))

    def _show_error(self, message: str) -> None:
        line = self.query_one("#wrong", Static)
        line.update(styled(message, ALERT))
        line.set_class(not message, "gone")
        if message:
            self.call_after_refresh(line.scroll_visible, animate=False)
