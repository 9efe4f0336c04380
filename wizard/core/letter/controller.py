"""The company that a letter to Meta goes to."""

from wizard.core.request import Request
from wizard.core.request_target import parse_target
from wizard.core.snapshot import Snapshot

from .models import Addressee


def request_name(request: Request | None) -> str:
    """Return the account that a request is about, such as `facebook`, or `third-party`; "" if there is no request."""
    return parse_target(request.target).name if request else ""


def find_addressee(snapshot: Snapshot, request: Request | None) -> Addressee | None:
    """Return the first company of the content that fits the place and the request, None if none does."""
    about = request_name(request)
    fitting = (
        each
        for each in snapshot.library.addressees.values()
        if each.when.holds(snapshot.interview.facts) and (not each.cases or about in each.cases)
    )
    return next(fitting, None)
