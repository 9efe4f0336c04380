"""Find the target that a text names, and what can be recorded for it."""

from collections.abc import Mapping

from wizard.core.account import (
    ACCOUNT_PREFIX,
    ADDED,
    REMOVED,
    Account,
    account_bases,
    account_event_target,
    account_kinds,
)
from wizard.core.contact import CONTACT, CONTACT_KINDS, NICKNAME_LENGTH
from wizard.core.content_models import Library
from wizard.core.event import STEP_KINDS
from wizard.core.formatting import join_with_or
from wizard.core.request_kinds import find_request_kind, kind_targets, recordable_outcomes
from wizard.core.request_target import REQUEST_PREFIX, RequestTarget, base_target, is_request_target, parse_target
from wizard.core.residence import RESIDENCE, RESIDENCE_KINDS
from wizard.core.sanitize import sanitize_line
from wizard.core.typed_words import closest_matches
from wizard.errors import WizardError


def resolve_target(library: Library, accounts: Mapping[str, Account], text: str) -> str:
    """Return the full target of a step, a request or a contact; the part after the slash is enough if it is unique.

    A nickname that is not among `accounts` names a further account. Raises WizardError, with similar targets, if there
    is no such target.
    """
    wanted = text.strip()
    if wanted.startswith(CONTACT):
        return _contact_target(wanted.removeprefix(CONTACT))
    if wanted == RESIDENCE:
        return wanted
    wanted = library.current_id(wanted)
    cases = set(kind_targets(library))
    if wanted in library.steps or wanted in cases:
        return wanted
    request = _request(library, wanted)
    if request.base in (account_bases(library) if request.nickname else cases):
        return _known_spelling(request, accounts)
    short = [id for id in library.steps if id.partition("/")[2] == wanted]
    if len(short) == 1:
        return short[0]
    if "/" not in wanted and f"{REQUEST_PREFIX}{base_target(wanted)}" in cases:
        return resolve_target(library, accounts, f"{REQUEST_PREFIX}{wanted}")
    close = short or closest_matches(wanted, [*library.steps, *sorted(cases)], 3)
    shown = sanitize_line(text, 80)
    if close:
        raise WizardError("target-unknown", hint="did-you-mean-targets", target=shown, close=join_with_or(close))
    raise WizardError("target-unknown", target=shown)


def allowed_kinds(library: Library, target: str) -> tuple[str, ...]:
    """Return the event kinds that can be recorded for a target."""
    if target.startswith(CONTACT):
        return CONTACT_KINDS
    if target == RESIDENCE:
        return RESIDENCE_KINDS
    if not is_request_target(target):
        return STEP_KINDS
    outcomes = recordable_outcomes(library, find_request_kind(library, target))
    if base_target(target) not in account_bases(library):
        return outcomes
    is_further = bool(parse_target(target).nickname)
    return (*outcomes, *(kind for kind in account_kinds(library) if is_further or kind not in (ADDED, REMOVED)))


def require_kind(library: Library, target: str, kind: str) -> None:
    """Raise WizardError, with the most similar kind, if this cannot be recorded for the target."""
    allowed = allowed_kinds(library, target)
    if kind not in allowed:
        close = closest_matches(kind, allowed)
        hint = "did-you-mean" if close else ""
        values = {"close": close[0]} if close else {"kinds": ", ".join(allowed)}
        raise WizardError("event-not-recordable", hint=hint, kind=sanitize_line(kind, 40), target=target, **values)


def event_target(library: Library, target: str, kind: str) -> str:
    """Return the target with which an event is stored: what is said of an account has one of its own."""
    if not is_request_target(target) or kind not in account_kinds(library):
        return target
    # An account can be “removed”, and so can a photo that was reported.
    is_outcome = kind in recordable_outcomes(library, find_request_kind(library, target))
    return target if is_outcome else account_event_target(target)


def _request(library: Library, text: str) -> RequestTarget:
    """Return the request that a text names; `account/instagram:shop` means the same as `case/instagram:shop`."""
    if text.startswith(ACCOUNT_PREFIX):
        text = f"{REQUEST_PREFIX}{text.removeprefix(ACCOUNT_PREFIX)}"
    request = parse_target(text)
    return request._replace(base=library.current_id(request.base))


def _known_spelling(request: RequestTarget, accounts: Mapping[str, Account]) -> str:
    """Return the target with the nickname as it was written first: capital letters do not make it another account."""
    wanted = str(request)
    if wanted in accounts:
        return wanted
    return next((target for target in accounts if target.casefold() == wanted.casefold()), wanted)


def _contact_target(nickname: str) -> str:
    """Return the target for a nickname. Raises WizardError if it is empty."""
    name = sanitize_line(nickname, NICKNAME_LENGTH).strip()
    if not name:
        raise WizardError("nickname-missing")
    return f"{CONTACT}{name}"
