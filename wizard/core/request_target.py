"""The targets of requests: `case/instagram`, or `case/instagram:shop` for a further account, named by a nickname."""

import unicodedata
from typing import NamedTuple

from .contact import NICKNAME_LENGTH
from .sanitize import sanitize_line

REQUEST_PREFIX = "case/"
"""The prefix of targets that are requests."""
_SEPARATOR = ":"
"""Stands between the request and the nickname. A nickname can contain another one."""


class RequestTarget(NamedTuple):
    """What a target names: the request, such as `case/instagram`, and the nickname of the account.

    `nickname` is "" for the main account, and for requests that concern no account.
    """

    base: str
    nickname: str = ""

    def __str__(self) -> str:
        """Return the target as it is stored and typed."""
        return f"{self.base}{_SEPARATOR}{self.nickname}" if self.nickname else self.base

    @property
    def name(self) -> str:
        """Return the request without the prefix: `instagram`."""
        return self.base.removeprefix(REQUEST_PREFIX)


def parse_target(text: str) -> RequestTarget:
    """Return the request and the nickname that a target names; the nickname is cleaned.

    `case/instagram:` names the main account.
    """
    base, _separator, nickname = text.partition(_SEPARATOR)
    return RequestTarget(base.strip(), clean_nickname(nickname))


def is_request_target(target: str) -> bool:
    """Return True if the target is a request, and not a step, a contact or a question."""
    return target.startswith(REQUEST_PREFIX)


def base_target(target: str) -> str:
    """Return the target without a nickname. Content that is about a request is about all of its accounts."""
    return target.partition(_SEPARATOR)[0]


def clean_nickname(text: str) -> str:
    """Return a nickname in one line, without harmful characters, in one way of writing accents; "" if nothing is left."""
    return sanitize_line(unicodedata.normalize("NFC", sanitize_line(text)), NICKNAME_LENGTH)
