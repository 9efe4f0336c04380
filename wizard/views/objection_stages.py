"""The stages of a request: what is behind, what is due, and what may follow."""

from collections.abc import Iterator
from typing import NamedTuple

from wizard.core.escalation import EVENT_FOR_ESCALATION
from wizard.core.formatting import OBJECTION_STATUS_WORDS, format_date
from wizard.core.objection import Objection
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
"""What the user did or can do, as a stage of an objection, by the kind of event."""
STAGES_SHOWN = 3
"""How many of the latest events are stages."""


def is_sent(objection: Objection) -> bool:
    """Return True if the request was sent, so that a reply is possible."""
    return any(event.kind in ("sent", "receipt") for event in objection.events)


class ObjectionStage(NamedTuple):
    """A stage on the way of an objection: GOOD if it is behind, NORMAL or ALERT if it is next, QUIET if it may follow."""

    text: str
    tone: Tone


def objection_stages(snapshot: Snapshot, objection: Objection) -> tuple[ObjectionStage, ...]:
    """Return the way of an objection in short: what is behind, what is due, what may follow."""
    return (*_stages_behind(snapshot, objection), *_stages_ahead(snapshot, objection))


def _stages_behind(snapshot: Snapshot, objection: Objection) -> Iterator[ObjectionStage]:
    outcomes = snapshot.library.outcomes
    for event in [each for each in objection.events if each.kind in outcomes][-STAGES_SHOWN:]:
        status = OBJECTION_STATUS_WORDS.get(outcomes[event.kind].status, event.kind)
        word = STAGE_WORDS.get(event.kind) or (_("receipt") if event.kind == "receipt" else status)
        yield ObjectionStage(f"{word} {format_date(event.on)}", Tone.GOOD)


def _stages_ahead(snapshot: Snapshot, objection: Objection) -> Iterator[ObjectionStage]:
    if not is_sent(objection):
        yield ObjectionStage(_("not sent yet"), Tone.NORMAL)
    elif objection.due:
        day = format_date(objection.due)
        if objection.due < snapshot.today:
            yield ObjectionStage(_("answer overdue since {day}", day=day), Tone.ALERT)
        else:
            yield ObjectionStage(_("answer due {day}", day=day), Tone.NORMAL)
    if objection.is_finished:
        return
    place = objection.place or snapshot.place
    past = {event.kind for event in objection.events}
    escalations = place.regime.escalations if place else ()
    for kind in dict.fromkeys(EVENT_FOR_ESCALATION.get(each.id, "") for each in escalations):
        if kind in STAGE_WORDS and kind not in past:
            yield ObjectionStage(STAGE_WORDS[kind], Tone.QUIET)
