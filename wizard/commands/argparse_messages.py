"""What argparse itself says in help and about wrong usage, in the language of the program."""

import argparse

from wizard.i18n import NP_, pgettext

MESSAGES = frozenset(
    {
        NP_("command line", "usage: "),
        NP_("command line", "positional arguments"),
        NP_("command line", "options"),
        NP_("command line", "show this help message and exit"),
        NP_("command line", "argument %(argument_name)s: %(message)s"),
        NP_("command line", "expected one argument"),
        NP_("command line", "expected at least one argument"),
        NP_("command line", "the following arguments are required: %s"),
        NP_("command line", "ambiguous option: %(option)s could match %(matches)s"),
        NP_("command line", "ignored explicit argument %r"),
    }
)
"""The messages of argparse that our commands can lead to, written as argparse writes them."""


def translate_argparse() -> None:
    """Let argparse look up its messages in our catalogues; it would look in those of the system, which have none."""
    argparse._ = _translated  # type: ignore[attr-defined]


def _translated(message: str) -> str:
    return pgettext("command line", message) if message in MESSAGES else message
