"""The question whether a changed answer about the place was a move or a mistake, while requests are running."""

from collections.abc import Collection, Iterator

from wizard.core.place import MITIGATION, OPT_OUT, TRY_FORM
from wizard.core.request import Request
from wizard.core.residence import COUNTRY, MISTAKEN, MOVED, REGION, RESIDENCE
from wizard.core.snapshot import Snapshot
from wizard.i18n import N_, MessageTable, _, join_parts, labelled, with_colon

from .actions import RecordEvent
from .page import Page, PageChoice, PageSection, TextLine, Tone

AFTER_MOVE = MessageTable(
    {
        OPT_OUT: N_("Where you live now Meta offers a form, so send a new objection there."),
        TRY_FORM: N_("Where you live now Meta may offer a form: try it, and send a new objection."),
        MITIGATION: N_("Where you live now we know of no form. New letters follow the law there."),
    }
)
"""What a move changes for the future, by path."""
SAID = MessageTable(
    {
        MOVED: N_("Recorded: you moved. What you had sent keeps its law and its dates."),
        MISTAKEN: N_("Corrected: what you had sent now runs under the law of the place where you live."),
    }
)
"""The message after the question was answered."""


def unexplained_requests(snapshot: Snapshot) -> tuple[Request, ...]:
    """Return the running requests from another place, of which it is not known whether the user moved."""
    return tuple(
        each
        for each in snapshot.requests
        if each.target in snapshot.progress.unexplained and each.sent_from and not each.is_finished
    )


def asks_for_move(snapshot: Snapshot, given: Collection[str]) -> bool:
    """Return True if answers to the `given` questions changed the place, and running requests are from the former one."""
    return not {COUNTRY, REGION}.isdisjoint(given) and bool(unexplained_requests(snapshot))


def move_page(snapshot: Snapshot) -> Page:
    """Return the question whether the user moved, or the earlier answer was a mistake."""
    return Page(
        title="",
        sections=(PageSection("consequences", tuple(_consequences(snapshot))),),
        prompt=_("Did you move, or was this a mistake?"),
        choices=(
            PageChoice("moved", _("I moved"), RecordEvent(RESIDENCE, MOVED)),
            PageChoice("mistaken", _("The earlier answer was a mistake"), RecordEvent(RESIDENCE, MISTAKEN)),
        ),
        help=_("A request keeps the law under which it was sent. Only a mistake changes that."),
    )


def kept_place_message(snapshot: Snapshot) -> str:
    """Return that the running requests keep their place, and how to correct a mistake on the command line; "" for none."""
    kept = unexplained_requests(snapshot)
    if not kept:
        return ""
    requests = join_parts(labelled(each.name, each.sent_from) for each in kept)
    command = f"protect-my-photos mark {RESIDENCE} {MISTAKEN}"
    return _("What you have sent stays as it is ({requests}); if the earlier answer was a mistake, run `{command}`.",
             requests=requests, command=command)  # fmt: skip


def _consequences(snapshot: Snapshot) -> Iterator[TextLine]:
    for each in unexplained_requests(snapshot):
        yield TextLine(f"{each.sent_from}.", with_colon(each.name), Tone.QUIET)
    if snapshot.place:
        kept = _("What you sent stays as it is: the same law, dates and authority.")
        yield TextLine(
            f"{kept} {AFTER_MOVE[snapshot.place.path]}",
            _("If you moved:"),
            Tone.QUIET,
        )
        corrected = _("What you sent gets the law and the dates of this place: {place}.", place=snapshot.place.name)
        yield TextLine(corrected, _("If it was a mistake:"), Tone.QUIET)
