"""Define the frozen types of the content about requests: what can be sent, and what can come back."""

from collections.abc import Mapping
from typing import Annotated, NamedTuple

from .condition import ALWAYS, Condition
from .field_types import EMPTY, AllowedValues, UserText
from .jurisdiction import Period

REQUEST_GROUPS = ("objection", "request", "report", "complaint")
"""The groups of requests: an objection, another request to Meta, a report of a photo, a complaint to an authority."""


class RequestKind(NamedTuple):
    """A kind of request that the program follows; its target is `case/ID`.

    `title` names it within a sentence, `name` at the head of a page; `summary` says what it is for. It is offered where the
    condition `when` holds and the regime grants the `right`; `recommend` is what to do before it is sent. It is an `account`
    request if it is about the user's own account.

    `sent_as` is the outcome whose status and advice apply once it is sent. The reply is due within the time limit `clock`,
    otherwise within the `suggested` period, otherwise within the limit `answer`. `letters` are letter kinds: the one that
    starts it (`start`), and by outcome or escalation those that take the place of the usual ones. `steps` are the ids of the
    steps that lead to it.
    """

    id: str
    name: UserText
    title: UserText
    recommend: UserText
    group: Annotated[str, AllowedValues(REQUEST_GROUPS)] = "request"
    summary: UserText = ""
    account: bool = True
    when: Condition = ALWAYS
    right: str = ""
    clock: str = ""
    suggested: Period | None = None
    sent_as: str = "sent"
    letters: Mapping[str, str] = EMPTY
    steps: tuple[str, ...] = ()

    @property
    def target(self) -> str:
        """Return the target under which its events are recorded."""
        return f"case/{self.id}"

    def is_among(self, names: tuple[str, ...]) -> bool:
        """Return True if this kind or its group is in `names`, or if there are no names."""
        return not names or self.id in names or self.group in names


class Outcome(NamedTuple):
    """A kind of event in a request, and the status that follows from it.

    `question` is the answer to "What came back?" that leads to it. `time_limit` is the id of the limit that applies from
    then on; if `restarts_limit` is False, a limit that is running keeps its start. If `recommend` is "", the next
    escalation of the regime is recommended. If that is to write to Meta again, `reply_advice` says what to write.
    `interim_advice` is what helps while waiting; `letter` is a letter kind. Once the limit has passed, `late_advice` and
    `late_letter` come before the escalations.

    It is an outcome of the kinds of request, or groups of them, that `about` names, of all if it names none. One that is
    not `offered` is kept for what earlier versions recorded: no request asks for it any more.
    """

    id: str
    label: UserText
    question: str
    status: str
    time_limit: str = ""
    restarts_limit: bool = True
    recommend: UserText = ""
    reply_advice: UserText = ""
    interim_advice: UserText = ""
    letter: str = ""
    late_advice: UserText = ""
    late_letter: str = ""
    about: tuple[str, ...] = ()
    when: Condition = ALWAYS
    offered: bool = True
