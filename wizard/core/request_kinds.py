"""Find the kind of request that a target names, what can come of it, and which kinds are offered at a place."""

from collections.abc import Iterator, Mapping
from datetime import date

from wizard.i18n import _

from .condition import Facts
from .content_models import OBJECTION, Library
from .event import SENT
from .place import Place, grants_right
from .request_models import Outcome, RequestKind
from .request_target import REQUEST_PREFIX, base_target, parse_target

REOPENED = "reopened"
"""The outcome after which a request begins anew."""
META_REPLIES = ("nothing", "good", "bad", "other")
"""The kinds of reply, as answers to "What came back?", that Meta can give."""
AUTHORITY_REPLY = "authority"
"""The kind of reply that comes from an authority; the letter that answers it is the same for every kind of request."""
REPLY_KINDS = (*META_REPLIES, AUTHORITY_REPLY)
"""All kinds of reply, in the order in which they are offered. Each leads to the outcomes whose `question` it is."""
BEFORE_SENT = ("sent", "prepared", "unreachable")
"""The outcomes that the user can record of a request that was not sent."""
AFTER_SENT = ("follow-up", "appeal", "grievance", "complaint-meta", "complaint", "status-asked", "settlement-declined", "closed")
"""The outcomes of what the user did after a request was sent."""
START, REMIND = "start", "remind"
"""Keys of `RequestKind.letters`: the letter that makes the request, and the one that reminds Meta of it."""


def find_request_kind(library: Library, target: str) -> RequestKind:
    """Return the kind of request that a target names. A kind of a later version has its id as its name."""
    id = base_target(target).removeprefix(REQUEST_PREFIX)
    return library.requests.get(id) or RequestKind(id, id, id, "", OBJECTION, letters={START: OBJECTION})


def request_heading(library: Library, target: str, nickname: str = "") -> str:
    """Return the name of a request at the head of a page: "Access request", "Objection, Instagram (shop)"."""
    return with_nickname(find_request_kind(library, target).name, nickname or parse_target(target).nickname)


def request_title(library: Library, target: str, nickname: str = "") -> str:
    """Return the name of a request within a sentence: "your access request", "Instagram (shop)"."""
    return with_nickname(find_request_kind(library, target).title, nickname or parse_target(target).nickname)


def row_label(title: str) -> str:
    """Return the title of a request as it begins a line: "Information from third parties"."""
    return title[:1].upper() + title[1:]


def with_nickname(name: str, nickname: str) -> str:
    """Return the name of a request with the nickname of the account, if it has one: "Instagram (shop)"."""
    return _("{request} ({nickname})", request=name, nickname=nickname) if nickname else name


def kind_targets(library: Library) -> tuple[str, ...]:
    """Return the targets of all kinds of request."""
    return tuple(kind.target for kind in library.requests.values())


def begins_outside_plan(library: Library, target: str) -> bool:
    """Return True if the target is a request that no step of the plan begins: any but an objection."""
    return target in kind_targets(library) and find_request_kind(library, target).group != OBJECTION


def kinds_begun_by(library: Library, letter_id: str, family: str) -> tuple[RequestKind, ...]:
    """Return the kinds of request, objections aside, that begin with this letter."""
    names = (letter_id, family)
    return tuple(kind for kind in library.requests.values() if kind.group != OBJECTION and kind.letters.get(START) in names)


class OutcomesOfKind(Mapping[str, Outcome]):
    """All outcomes, with the advice and the letters that they have for one kind of request.

    Those that do not belong to the kind are among them, because a state file can hold any of them. Each is built when it is
    asked for: most starts of the program need a few.
    """

    def __init__(self, library: Library, kind: RequestKind) -> None:
        self._library, self._kind = library, kind

    def __getitem__(self, id: str) -> Outcome:
        return _adapt_outcome(self._library, self._kind, self._library.outcomes[id])

    def __contains__(self, id: object) -> bool:
        return id in self._library.outcomes

    def __iter__(self) -> Iterator[str]:
        return iter(self._library.outcomes)

    def __len__(self) -> int:
        return len(self._library.outcomes)


def find_outcome(library: Library, target: str, id: str) -> Outcome | None:
    """Return an outcome with the words and the advice that it has for the request with this target; None if there is none."""
    outcome = library.outcomes.get(id)
    return _adapt_outcome(library, find_request_kind(library, target), outcome) if outcome else None


def is_offered(library: Library, outcome: Outcome) -> bool:
    """Return True if the page of some request offers this outcome: as a reply, as what the user did, or as its sending."""
    recorded_by_user = (*BEFORE_SENT, *AFTER_SENT, REOPENED, *(kind.sent_as for kind in library.requests.values()))
    return outcome.offered and (bool(outcome.question) or outcome.id in recorded_by_user)


def recordable_outcomes(library: Library, kind: RequestKind) -> tuple[str, ...]:
    """Return the outcomes that can be recorded for this kind of request.

    What stands for its sending is left out, because that is recorded as `sent`.
    """
    return tuple(
        id for id, outcome in library.outcomes.items() if id == SENT or (kind.is_among(outcome.about) and id != kind.sent_as)
    )


def offered_kinds(library: Library, place: Place | None, facts: Facts, today: date) -> Iterator[RequestKind]:
    """Yield the kinds that the user can begin here and now. Objections are in the plan and not among them."""
    for kind in library.requests.values():
        is_granted = place is not None and (not kind.right or grants_right(place, kind.right, facts, today))
        if kind.group != OBJECTION and is_granted and kind.when.holds(facts):
            yield kind


def _adapt_outcome(library: Library, kind: RequestKind, outcome: Outcome) -> Outcome:
    if outcome.id == SENT and kind.sent_as in library.outcomes:
        return library.outcomes[kind.sent_as]._replace(id=SENT)
    recommend = kind.recommend if outcome.id == REOPENED else outcome.recommend
    return outcome._replace(recommend=recommend, letter=_letter_for_outcome(kind, outcome))


def _letter_for_outcome(kind: RequestKind, outcome: Outcome) -> str:
    """Return the letter that answers an outcome: one of this kind, otherwise the one that the outcome names."""
    if not outcome.letter:
        return ""
    if outcome.id in kind.letters:
        return kind.letters[outcome.id]
    if outcome.letter == OBJECTION:
        return kind.letters.get(START, "")
    is_general = outcome.question != AUTHORITY_REPLY and (OBJECTION in outcome.about or not outcome.about)
    return kind.letters.get(REMIND, outcome.letter) if is_general else outcome.letter
