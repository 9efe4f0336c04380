"""The words of errors that only make sense on a command line: ids to type, and commands to run."""

from collections.abc import Mapping

from wizard.errors import WizardError
from wizard.i18n import N_
from wizard.views.error_messages import ErrorMessage, error_message

COMMAND_MESSAGES: Mapping[str, ErrorMessage] = {
    "answer-unknown": ErrorMessage(N_("“{value}” is not an answer to “{question}”."), N_("Choose from: {options}.")),
    "answer-single": ErrorMessage(N_("“{question}” takes one answer."), N_("Choose one of: {given}.")),
    "answer-exclusive": ErrorMessage(
        N_("“{option}” cannot stand beside other answers to “{question}”."), N_("Leave one of them out.")
    ),
    "target-unknown": ErrorMessage(
        N_("There is no step or request “{target}”."), N_("`protect-my-photos plan` lists the steps.")
    ),
    "nickname-missing": ErrorMessage(
        N_("A contact needs a nickname."), N_("For example: protect-my-photos mark contact/Kim asked")
    ),
    "no-plan-without-country": ErrorMessage(
        N_("There is no plan yet: your country is not known."),
        N_("Run `protect-my-photos`, or `protect-my-photos answer country=DE`."),
    ),
    "no-dates-without-country": ErrorMessage(
        N_("There are no dates yet: your country is not known."),
        N_("Run `protect-my-photos`, or `protect-my-photos answer country=DE`."),
    ),
    "wipe-not-confirmed": ErrorMessage(
        N_("This would remove {path} and its backup for good."), N_("Run `protect-my-photos state wipe --yes` to do it.")
    ),
    "article-not-found": ErrorMessage(N_("No article has “{topic}” in it."), N_("`protect-my-photos learn` lists all articles.")),
}
COMMAND_HINTS: Mapping[str, str] = {
    "did-you-mean-option": N_("Did you mean “{close}” ({label})?"),
    "country-code": N_("Use a two-letter code; `protect-my-photos countries NAME` finds it."),
    "name-an-export": N_("Name a file made by `state export`."),
}


def command_error_text(error: WizardError) -> str:
    """Return what happened and what to do next, as a command prints it."""
    return " ".join(filter(None, error_message(error, COMMAND_MESSAGES, COMMAND_HINTS)))
