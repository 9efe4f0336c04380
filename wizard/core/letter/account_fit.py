"""Adapt letters to users without an account, and to requests that concern no account."""

import re
from dataclasses import replace

from wizard.core.account import ENTERED
from wizard.core.request import Request
from wizard.core.snapshot import Snapshot
from wizard.i18n import _

from .controller import find_addressee
from .models import Letter, LetterField

SERVICES, NONE = "services", "none"
LOGIN, EMAIL = "login", "email"
"""Ids of the fields that ask whether the user can log in, and where the answer goes."""
OFFICE, ADDRESSEE = "office", "addressee"
"""Ids of the fields for the authority that a complaint goes to, and for the company that other letters go to."""
_NO_SERVICES = {SERVICES: frozenset({NONE})}
_SERVICE_PREFIX = re.compile(r"^[\w .]{2,20}:\s*")
"""The name of a service before the name of an account."""
_NO_ACCOUNT = re.compile(
    r"(n/?a|nil|null|no|non|none|nope|nothing|not applicable|no (account|profile|user ?name)s?( at all)?|none at all"
    r"|(i|we) (have|have got|own|use|hold) (no|none|nothing|no (account|profile)s?|none of (them|these))"
    r"|(i|we) (do not|don'?t|have never|never|haven'?t) (have|had|got|own|use|used)( (an|any|one)( (account|profile)s?)?)?"
    r"|without( an)? accounts?|keine?s?|kein konto|aucune?|pas de compte|ninguna?|nessuno?|nenhuma?|sem conta|geen|brak|nie)",
    re.IGNORECASE,
)
"""Usual answers that say that there is no account, in a field that asks for the name of one."""


def without_account(snapshot: Snapshot) -> bool:
    """Return True if the user answered that they have no account."""
    return snapshot.answers.get(SERVICES) == (NONE,)


def speaks_of_accounts(snapshot: Snapshot, request: Request | None) -> bool:
    """Return True if a letter about this request can name accounts of the user.

    A user without an account may have closed one: only a request that has begun can still name it.
    """
    if request and not request.kind.account:
        return False
    return not without_account(snapshot) or bool(request and request.events)


def access_answer(snapshot: Snapshot, request: Request | None) -> str:
    """Return what the user said about access to the account of a letter: the one of its request, or all; "" if nothing."""
    if not speaks_of_accounts(snapshot, request):
        return ""
    return snapshot.accounts.access(request.target if request else "")


def needs_account(letter: Letter) -> bool:
    """Return True if the letter is only for users with an account."""
    return not letter.when.restricted_to(frozenset({SERVICES})).holds(_NO_SERVICES)


def denies_account(letter: Letter, snapshot: Snapshot) -> bool:
    """Return True if the letter is only for users without an account, and this user answered that they have one."""
    services = frozenset(snapshot.answers.get(SERVICES, ())) - {NONE}
    about_services = letter.when.restricted_to(frozenset({SERVICES}))
    return bool(services) and about_services.holds(_NO_SERVICES) and not about_services.holds({SERVICES: services})


def serves(letter: Letter, snapshot: Snapshot, request: Request | None) -> bool:
    """Return True unless the letter is for other kinds of request, or needs or denies an account against what is known."""
    if request and letter.after_events and not request.kind.is_among(letter.about):
        return False
    if denies_account(letter, snapshot):
        return False
    return not needs_account(letter) or not (without_account(snapshot) or (request is not None and not request.kind.account))


def as_for(letter: Letter, snapshot: Snapshot, request: Request | None) -> Letter:
    """Return the letter with the fields that suit this user and request.

    Fields about accounts are left out if the letter cannot name any, and optional if the user has no account today.
    """
    request_snapshot = snapshot.for_request(request)
    letter = _explain_addressee_field(_explain_authority_field(letter, request_snapshot), request_snapshot, request)
    if access_answer(snapshot, request) not in ("", ENTERED):
        letter = _without_login(letter)
    if not any(field.account for field in letter.fields):
        return letter
    if not speaks_of_accounts(snapshot, request):
        return replace(letter, fields=tuple(field for field in letter.fields if not field.account))
    if without_account(snapshot):
        fields = tuple(replace(field, required=False) if field.account else field for field in letter.fields)
        return replace(letter, fields=fields)
    return letter


def _without_login(letter: Letter) -> Letter:
    """Return the letter of a user who cannot log in: nothing asks for a login, or for the mailbox of the account."""
    fields = (field for field in letter.fields if field.id != LOGIN)
    return replace(letter, fields=tuple(_reachable_address(field) if field.id == EMAIL else field for field in fields))


def _reachable_address(field: LetterField) -> LetterField:
    return replace(
        field,
        label=_("E-mail address or phone number where Meta can reach you today"),
        why=_("The answer goes there. If the account is registered with another one, write that beside the account."),
    )


def _explain_authority_field(letter: Letter, snapshot: Snapshot) -> Letter:
    """Explain in the authority field that the authority depends on the region, if it does."""
    place = snapshot.place
    if place is None or place.authority is None or not place.authority.described:
        return letter
    why = _(
        "It depends on the part of {country} where you live. Answer that question first, or write its name here.",
        country=place.country.name,
    )
    return replace(letter, fields=tuple(replace(field, why=why) if field.id == OFFICE else field for field in letter.fields))


def _explain_addressee_field(letter: Letter, snapshot: Snapshot, request: Request | None) -> Letter:
    """Add what is not settled about the company to the reason of the field for its name and address."""
    field, addressee = letter.field(ADDRESSEE), find_addressee(snapshot, request)
    if field is None or addressee is None or not addressee.note:
        return letter
    explained = replace(field, why=f"{field.why} {addressee.note}")
    return replace(letter, fields=tuple(explained if each is field else each for each in letter.fields))


def without_none(text: str) -> str:
    """Return the lines that name accounts; empty lines and lines that say that there is none are dropped."""
    return "\n".join(line for line in text.split("\n") if line.strip() and not says_none(line))


def says_none(line: str) -> bool:
    """Return True if a line says in a usual way that there is no account, such as "n/a" or "I have none"."""
    names = (_strip_service_name(name) for name in re.split(r"[,;]| and ", line.replace("’", "'").replace("'ve ", " have ")))
    return all(not name or _NO_ACCOUNT.fullmatch(name) for name in names)


def _strip_service_name(text: str) -> str:
    """Return the text without a leading service name and without surrounding punctuation and spaces."""
    return " ".join(_SERVICE_PREFIX.sub("", text.strip()).split()).strip(" .:!-–—_/\\()[]\"'*")
