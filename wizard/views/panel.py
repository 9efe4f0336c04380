"""What a small panel beside or below a page of the full screen shows, and the page that it is about."""

from typing import NamedTuple

from .actions import Action
from .page import PageBlock
from .request_stages import RequestStage


class StageLine(NamedTuple):
    """The stages of one request, after its name."""

    label: str
    stages: tuple[RequestStage, ...]


class InfoPanel(NamedTuple):
    """A small panel: its title, its blocks, and the page that it is about.

    `tooltip` says what opening it does. `comes_first` puts it above the plan. An extra one is shown only where it has room.
    """

    id: str
    title: str
    blocks: tuple[PageBlock | StageLine, ...]
    action: Action
    tooltip: str
    comes_first: bool = False
    is_extra: bool = False
