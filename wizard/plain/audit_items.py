"""A step of the audit report in line mode: the items behind it, the way to them at Meta, and the step itself."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from wizard.core.progress import OPEN
from wizard.i18n import _
from wizard.views import audit_messages
from wizard.views.help_texts import SPOKEN_AUDIT_ITEMS

from .conversation import Conversation
from .documents import save_document
from .prompter import Choice
from .step import show_step

if TYPE_CHECKING:  # the readers of exports are imported only when an export is read
    from wizard.audit.listing.item_loader import ItemLoader
    from wizard.audit.listing.item_store import ItemStore
    from wizard.views.audit_report import ItemsPage, StepAdvice

MAX_SAID_ITEMS = 40
"""Maximum number of items that are read out; more would be tiresome to listen to."""
ITEMS, STEP, DONE = "items", "step", "done"


def show_advice(conversation: Conversation, advice: "StepAdvice", load: Callable[[], "ItemStore"]) -> None:
    """Offer the items behind a step, and the step; without items the step is opened at once. `load` reads the items."""
    from wizard.views.audit_report import has_items

    if not has_items(advice):
        show_step(conversation, advice.step)
        return
    question = _(audit_messages.WHAT_NOW_ABOUT, subject=advice.title)
    while (chosen := conversation.select(question, _choices(conversation, advice), _(SPOKEN_AUDIT_ITEMS))) is not None:
        if chosen == ITEMS:
            _show_items(conversation, advice, load)
        elif chosen == DONE:
            conversation.mark(advice.step, "done")
        else:
            show_step(conversation, advice.step)


def save_item_list(
    conversation: Conversation, extension: str, loader: "ItemLoader", missing: int, announce: Callable[[int, int], None]
) -> None:
    """Ask for a file name and write the list of all items there; `missing` files of the export could not be read in full."""
    name = f"{audit_messages.LIST_FILE_NAME}.{extension}"
    save_document(conversation, name, lambda: _item_list(conversation, extension, loader, missing, announce))


def _item_list(
    conversation: Conversation, extension: str, loader: "ItemLoader", missing: int, announce: Callable[[int, int], None]
) -> str:
    from wizard.audit.listing.media_files import MediaFolders
    from wizard.export.audit.item_list import item_list

    conversation.say(_(audit_messages.READING_ITEMS_LONG))
    store, picture = loader.load(announce), MediaFolders(loader.paths).picture_finder
    sources = conversation.snapshot.library.sources
    return "".join(item_list(extension, store, sources, conversation.session.today, picture, missing))


def _choices(conversation: Conversation, advice: "StepAdvice") -> list[Choice]:
    planned = conversation.snapshot.step(advice.step)
    rows = [Choice(ITEMS, _(audit_messages.SHOW_ITEMS)), Choice(STEP, _(audit_messages.OPEN_THE_STEP))]
    return [*rows, Choice(DONE, _(audit_messages.STEP_IS_DONE))] if planned and planned.status == OPEN else rows


def _show_items(conversation: Conversation, advice: "StepAdvice", load: Callable[[], "ItemStore"]) -> None:
    from wizard.views.audit_report import build_items_page

    pages: list[ItemsPage] = []
    conversation.say(_(audit_messages.READING_ITEMS_LONG))
    if conversation.run_or_report(lambda: pages.append(build_items_page(advice, load(), MAX_SAID_ITEMS))):
        _say_items(conversation, pages[0])


def _say_items(conversation: Conversation, page: "ItemsPage") -> None:
    from wizard.core.blocks import line_text
    from wizard.views.audit_items import item_line, items_summary
    from wizard.views.find_at_meta import way_at_meta

    kinds = dict.fromkeys((item.service, item.kind) for item in page.items)
    conversation.say(items_summary(len(page.items), page.total, read_out=True))
    conversation.say_in_parts(list(map(item_line, page.items)))
    conversation.say(*dict.fromkeys(line_text(way_at_meta(*kind)) for kind in kinds))
