"""Whether a letter can speak of accounts: some people have none, and what others shared lies in no account of theirs."""

import re
from dataclasses import replace

from wizard.core.objection import THIRD_PARTY, Objection
from wizard.core.snapshot import Snapshot

from .models import Letter

SERVICES, NONE = "services", "none"
OFFICE = "office"
"""The blank for the authority that a complaint goes to."""
_NONE_HELD = {SERVICES: frozenset({NONE})}
_PREFIX = re.compile(r"^[\w .]{2,20}:\s*")
"""The name of a service before that of an account."""
_NO_ACCOUNT = re.compile(
    r"(n/?a|nil|null|no|non|none|nope|nothing|not applicable|no (account|profile|user ?name)s?( at all)?|none at all"
    r"|(i|we) (have|have got|own|use|hold) (no|none|nothing|no (account|profile)s?|none of (them|these))"
    r"|(i|we) (do not|don'?t|have never|never|haven'?t) (have|had|got|own|use|used)( (an|any|one)( (account|profile)s?)?)?"
    r"|without( an)? accounts?|keine?s?|kein konto|aucune?|pas de compte|ninguna?|nessuno?|nenhuma?|sem conta|geen|brak|nie)",
    re.IGNORECASE,
)
"""Ways to say that there is no account, where the name of one is asked for."""


def without_account(case: Snapshot) -> bool:
    """Tell whether the person said that they have no account."""
    return case.answers.get(SERVICES) == (NONE,)


def speaks_of_accounts(case: Snapshot, about: Objection | None) -> bool:
    """Tell whether accounts of the person can be named in it; of one that was closed since only the old request can speak."""
    if about and about.target == THIRD_PARTY:
        return False
    return not without_account(case) or bool(about and about.events)


def needs_account(letter: Letter) -> bool:
    """Tell whether the letter is only for people with an account."""
    return not letter.when.restricted_to(frozenset({SERVICES})).holds(_NONE_HELD)


def serves(letter: Letter, case: Snapshot, about: Objection | None) -> bool:
    """Tell whether the letter says nothing of an account that is not there."""
    return not needs_account(letter) or not (without_account(case) or (about is not None and about.target == THIRD_PARTY))


def as_for(letter: Letter, case: Snapshot, about: Objection | None) -> Letter:
    """The letter with the blanks that fit: none about accounts where there is none, and none required of whom has none today."""
    letter = _with_region(letter, case.for_request(about))
    if not any(blank.account for blank in letter.fields):
        return letter
    if not speaks_of_accounts(case, about):
        return replace(letter, fields=tuple(blank for blank in letter.fields if not blank.account))
    if without_account(case):
        blanks = tuple(replace(blank, required=False) if blank.account else blank for blank in letter.fields)
        return replace(letter, fields=blanks)
    return letter


def _with_region(letter: Letter, case: Snapshot) -> Letter:
    """Where each part of a country has its own office, the blank for it says that it follows from the region."""
    office = case.place.authority if case.place else None
    if case.place is None or office is None or not office.described:
        return letter
    why = (
        f"It depends on the part of {case.place.country.name} where you live. Answer that question first, or write its name here."
    )
    return replace(letter, fields=tuple(replace(each, why=why) if each.id == OFFICE else each for each in letter.fields))


def without_none(text: str) -> str:
    """The accounts that are named, one a line; a line that says that there is none names none."""
    return "\n".join(line for line in text.split("\n") if line.strip() and not says_none(line))


def says_none(line: str) -> bool:
    """Tell whether a line says that there is no account, in one of the usual ways: "none", "n/a", "-", "I have none"."""
    parts = (_bare(each) for each in re.split(r"[,;]| and ", line.replace("’", "'").replace("'ve ", " have ")))
    return all(not part or _NO_ACCOUNT.fullmatch(part) for part in parts)


def _bare(text: str) -> str:
    """The words without the name of a service before them, and without signs and spaces around them."""
    return " ".join(_PREFIX.sub("", text.strip()).split()).strip(" .:!-–—_/\\()[]\"'*")
