"""The list of all letters: what a request calls for, what else fits now, then all others."""

from collections.abc import Iterable, Iterator

from wizard.core.formatting import REQUEST_STATUS_WORDS
from wizard.core.letter.catalogue import LetterCatalogue, build_catalogue
from wizard.core.letter.models import AUTHORITY, META, RECIPIENTS, Letter
from wizard.core.request import Request
from wizard.core.snapshot import Snapshot
from wizard.i18n import N_, _, ngettext

from .actions import WriteLetter
from .letter_actions import OpenLetterGroup
from .page import ChoiceGroup, Page, PageChoice, Tone

RECIPIENT_TITLES = {
    META: N_("To Meta"),
    AUTHORITY: N_("To the authority"),
    "person": N_("To people you know"),
    "other": N_("To others"),
}
"""The titles of the groups, by the recipient of their letters."""
LATER, ELSEWHERE = "later", "elsewhere"
"""The groups of letters that do not fit now."""


def letters_page(snapshot: Snapshot) -> Page:
    """Return the list of letters in groups, those that fit now first."""
    catalogue = build_catalogue(snapshot)
    fitting = ngettext("{count} letter for you now", "{count} letters for you now", len(catalogue.available))
    return Page(
        title=_("Letters"),
        status=(fitting,),
        prompt=_("Which letter? These fit you now."),
        groups=tuple(group for group in _groups(catalogue) if group.choices),
        help=_("A letter is written here from your requests and your words. Nothing is sent: you save it and send it yourself."),
    )


def letter_group_page(snapshot: Snapshot, group_id: str) -> Page:
    """Return the letters of one group that do not fit now: LATER or ELSEWHERE."""
    catalogue = build_catalogue(snapshot)
    letters = catalogue.upcoming if group_id == LATER else catalogue.other_places
    return letters_page(snapshot)._replace(title="", prompt=_("Which letter?"), choices=tuple(_choices(letters)), groups=())


def _groups(catalogue: LetterCatalogue) -> Iterator[ChoiceGroup]:
    """Yield all groups, also empty ones."""
    yield ChoiceGroup(_("What your requests need"), tuple(_recommended_choice(*each) for each in catalogue.recommended))
    for recipient in RECIPIENTS:
        letters = [each for each in catalogue.available_not_recommended if each.recipient == recipient]
        yield ChoiceGroup(_(RECIPIENT_TITLES[recipient]), tuple(_choices(letters, with_summary=True)))
    later = PageChoice(LATER, _("Letters for later, or for other answers of Meta"), OpenLetterGroup(LATER))
    title = _("Not now: for other answers of Meta, or for other situations")
    yield ChoiceGroup(title, tuple(_choices(catalogue.upcoming)), later)
    elsewhere = PageChoice(ELSEWHERE, _("Letters for other places"), OpenLetterGroup(ELSEWHERE))
    yield ChoiceGroup(_("For other places"), tuple(_choices(catalogue.other_places)), elsewhere)


def _recommended_choice(letter: Letter, request: Request) -> PageChoice:
    status = REQUEST_STATUS_WORDS[request.status]
    return PageChoice(
        f"{letter.id} {request.target}",
        letter.title,
        WriteLetter(letter.id, request.target),
        hint=_("for {account}, {status}", account=request.title, status=status),
        summary=_first_sentence(letter.summary),
        tone=Tone.ALERT,
    )


def _choices(letters: Iterable[Letter], *, with_summary: bool = False) -> Iterator[PageChoice]:
    for letter in letters:
        summary = _first_sentence(letter.summary) if with_summary else ""
        yield PageChoice(letter.id, letter.title, WriteLetter(letter.id), summary=summary)


def _first_sentence(text: str) -> str:
    sentence, dot, _rest = text.partition(". ")
    return f"{sentence}{dot.strip()}"
