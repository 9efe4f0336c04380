"""The parts of a page: title, blocks, choices with their actions, and help."""

from datetime import date
from enum import Enum
from typing import NamedTuple

from wizard.core.blocks import Block

from .actions import Action


class Tone(Enum):
    """How much a text stands out. Tone is never the only sign of a meaning."""

    NORMAL = "normal"
    STRONG = "strong"
    QUIET = "quiet"
    GOOD = "good"
    ALERT = "alert"


class TextLine(NamedTuple):
    """A paragraph. `label` stands before it, for example "What to do:"; "" for none."""

    text: str
    label: str = ""
    tone: Tone = Tone.NORMAL


class TimelineEvent(NamedTuple):
    """Something that happened (`on` is its day), or that is expected (`on` is None and the text names the day).

    `note` says more; without `on` it says when something happened.
    """

    text: str
    on: date | None = None
    note: str = ""
    tone: Tone = Tone.QUIET


class ProgressText(NamedTuple):
    """Progress in words, with its `share` from 0 to 1 for a bar."""

    text: str
    share: float


PageBlock = TextLine | TimelineEvent | ProgressText | Block
"""What a page is made of; text of the content comes as blocks of a document."""


class PageSection(NamedTuple):
    """Blocks that belong together; `id` names their place on the page.

    `is_introduction` means that they need not be said again when the user comes back to the page.
    """

    id: str
    blocks: tuple[PageBlock, ...]
    is_introduction: bool = False


class PageChoice(NamedTuple):
    """Something that can be chosen, and what it leads to. `id` stays the same in every language.

    `hint` adds a short remark, `summary` a sentence; "" for none. `tone` is that of the hint.
    """

    id: str
    label: str
    action: Action
    hint: str = ""
    summary: str = ""
    tone: Tone = Tone.NORMAL


class ChoiceGroup(NamedTuple):
    """Choices under a title. `row` stands for a long group where choices are read out one by one; None for none."""

    title: str
    choices: tuple[PageChoice, ...]
    row: PageChoice | None = None


class Page(NamedTuple):
    """A page as a value. `status` is shown beside the title, its most important part last.

    `prompt` is the question above the choices, `default` the id of the choice that Enter takes, "" for none.
    `tools` are what can be done on many pages: the full screen has keys for them, line mode lists them after the choices.
    `groups` are further choices, in groups with a title.
    """

    title: str
    sections: tuple[PageSection, ...] = ()
    choices: tuple[PageChoice, ...] = ()
    prompt: str = ""
    help: str = ""
    status: tuple[str, ...] = ()
    tools: tuple[PageChoice, ...] = ()
    default: str = ""
    groups: tuple[ChoiceGroup, ...] = ()

    @property
    def spoken_choices(self) -> tuple[PageChoice, ...]:
        """The choices as they are read out: without titles of groups, and one row in place of each long group."""
        grouped = ((group.row,) if group.row else group.choices for group in self.groups)
        return (*self.choices, *(choice for choices in grouped for choice in choices), *self.tools)

    def choice(self, choice_id: str) -> PageChoice:
        """Return the choice with this id, wherever it stands on the page."""
        grouped = (choice for group in self.groups for choice in group.choices)
        return next(choice for choice in (*self.choices, *grouped, *self.tools) if choice.id == choice_id)

    def section(self, section_id: str) -> tuple[PageBlock, ...]:
        """Return the blocks of a section; empty if the page has no such section."""
        return next((section.blocks for section in self.sections if section.id == section_id), ())

    def lines(self, section_id: str) -> tuple[TextLine, ...]:
        """Return the text lines of a section."""
        return tuple(block for block in self.section(section_id) if isinstance(block, TextLine))


def message_page(title: str, text: str, status: tuple[str, ...] = ()) -> Page:
    """Return a page that only says something."""
    return Page(title=title, sections=(PageSection("message", (TextLine(text, tone=Tone.QUIET),)),), status=status)
