"""The stages of a request: what is behind, what is due, and what may follow."""

from collections.abc import Iterator
from typing import NamedTuple

from wizard.core.escalation import EVENT_FOR_ESCALATION
from wizard.core.formatting import REQUEST_STATUS_WORDS, format_date
from wizard.core.request import Request
from wizard.core.snapshot import Snapshot
from wizard.i18n import N_, MessageTable, _

from .page import Tone

STAGE_WORDS = MessageTable(
    {
        "prepared": N_("prepared"),
        "sent": N_("sent"),
        "follow-up": N_("second letter"),
        "appeal": N_("appeal"),
        "grievance": N_("grievance officer"),
        "complaint-meta": N_("complaint to Meta"),
        "complaint": N_("authority"),
    }
)
"""What the user did or can do, as a stage of a request, by the kind of event."""
STAGES_SHOWN = 3
"""How many of the latest events are stages."""


def is_sent(request: Request) -> bool:
    """Return True if the request was sent, so that a reply is possible."""
    return any(event.kind in ("sent", "receipt") for event in request.events)


class RequestStage(NamedTuple):
    """A stage on the way of a request: GOOD if it is behind, NORMAL or ALERT if it is next, QUIET if it may follow."""

    text: str
    tone: Tone


def request_stages(snapshot: Snapshot, request: Request) -> tuple[RequestStage, ...]:
    """Return the way of a request in short: what is behind, what is due, what may follow."""
    return (*_stages_behind(snapshot, request), *_stages_ahead(snapshot, request))


def _stages_behind(snapshot: Snapshot, request: Request) -> Iterator[RequestStage]:
    outcomes = snapshot.library.outcomes
    for event in [each for each in request.events if each.kind in outcomes][-STAGES_SHOWN:]:
        status = REQUEST_STATUS_WORDS.get(outcomes[event.kind].status, event.kind)
        word = STAGE_WORDS.get(event.kind) or (_("receipt") if event.kind == "receipt" else status)
        yield RequestStage(f"{word} {format_date(event.on)}", Tone.GOOD)


def _stages_ahead(snapshot: Snapshot, request: Request) -> Iterator[RequestStage]:
    if not is_sent(request):
        yield RequestStage(_("not sent yet"), Tone.NORMAL)
    elif request.due:
        day = format_date(request.due)
        if request.due < snapshot.today:
            yield RequestStage(_("answer overdue since {day}", day=day), Tone.ALERT)
        else:
            yield RequestStage(_("answer due {day}", day=day), Tone.NORMAL)
    if request.is_finished:
        return
    place = request.place or snapshot.place
    past = {event.kind for event in request.events}
    escalations = place.regime.escalations if place else ()
    for kind in dict.fromkeys(EVENT_FOR_ESCALATION.get(each.id, "") for each in escalations):
        if kind in STAGE_WORDS and kind not in past:
            yield RequestStage(STAGE_WORDS[kind], Tone.QUIET)
