"""The page of one reply that people get: what to do about it, and for which request to record it."""

from collections.abc import Iterator

from wizard.core.request import Request
from wizard.core.request_kinds import find_outcome, recordable_outcomes
from wizard.core.request_models import Outcome
from wizard.core.snapshot import Snapshot
from wizard.i18n import _

from .actions import OpenPage, OpenRequest, PageName, RecordOutcome
from .page import Page, PageChoice, PageSection, TextLine, Tone
from .request import is_possible_now


def outcome_page(snapshot: Snapshot, outcome_id: str) -> Page:
    """Return what a reply means and what to do, with the requests for which it can be recorded."""
    outcome = snapshot.library.outcomes[outcome_id]
    requests = [each for each in snapshot.requests if _can_happen(snapshot, outcome, each)]
    return Page(
        title=outcome.label,
        sections=(PageSection("advice", tuple(_advice(snapshot, outcome, requests)), is_introduction=True),),
        prompt=_("What now?"),
        choices=(
            *(choice for each in requests for choice in _choices(each, outcome_id)),
            PageChoice("requests", _("See all your requests"), OpenPage(PageName.REQUESTS)),
        ),
        help=_("Record what happened, and learn what follows and by when. The texts of mails are never kept, only their dates."),
    )


def _can_happen(snapshot: Snapshot, outcome: Outcome, request: Request) -> bool:
    """Return True if the outcome can be recorded for this request as it stands."""
    allowed = recordable_outcomes(snapshot.library, request.kind)
    return outcome.id in allowed and outcome.when.holds(request.facts) and is_possible_now(request, outcome)


def _advice(snapshot: Snapshot, outcome: Outcome, requests: list[Request]) -> Iterator[TextLine]:
    """Yield the advice: that for the request if there is one, and for any request if there are more."""
    own = find_outcome(snapshot.library, requests[0].target, outcome.id) if len(requests) == 1 else None
    shown = own or outcome
    yield TextLine(shown.recommend or shown.reply_advice or shown.late_advice, _("What to do:"), Tone.STRONG)
    if shown.interim_advice:
        yield TextLine(shown.interim_advice, _("If you don't want to wait:"))
    if not requests:
        yield TextLine(_("Once you have sent a request, you can record this on its page. The letter that fits is there too."))


def _choices(request: Request, outcome_id: str) -> Iterator[PageChoice]:
    if any(event.kind == outcome_id for event in request.letter_events):
        yield PageChoice(f"open {request.target}", request.name, OpenRequest(request.target))
    else:
        label = _("It happened: {request}", request=request.name)
        yield PageChoice(f"record {request.target}", label, RecordOutcome(request.target, outcome_id))
