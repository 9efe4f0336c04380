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
    "request-is-no-step": ErrorMessage(
        N_("{target} is a request, not a step."), N_("`protect-my-photos status` says where it stands.")
    ),
    "nickname-missing": ErrorMessage(
        N_("A contact needs a nickname."), N_("For example: protect-my-photos mark contact/Kim asked")
    ),
    "account-unnamed": ErrorMessage(
        N_("An account needs a nickname."), N_('For example: protect-my-photos mark case/instagram:shop renamed --note "My shop"')
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
        N_("This would remove {path} and its backup for good."), N_("Run `protect-my-photos{option} state wipe --yes` to do it.")
    ),
    "letter-incomplete": ErrorMessage(
        N_("“{letter}” still needs: {fields}."),
        N_("Give it with {options}; `protect-my-photos letter {letter} --about` explains each."),
    ),
    "letter-needs-country": ErrorMessage(
        N_("Which “{letter}” is right depends on where you live."), N_("Say it first: `protect-my-photos answer country=DE`.")
    ),
    "letter-not-for-place": ErrorMessage(
        N_("“{letter}” is not for {place}."), N_("`protect-my-photos letter --list` shows what fits.")
    ),
    "letter-not-for-you": ErrorMessage(
        N_("“{letter}” is not for you."), N_("`protect-my-photos letter --list` shows what fits.")
    ),
    "letter-target-ambiguous": ErrorMessage(N_("“{letter}” could be about {count} requests."), N_("Say which: {options}.")),
    "letter-denies-account": ErrorMessage(
        N_("“{letter}” says that you have no account, and you said that you have."),
        N_("“objection” is the letter for accounts. If you have none, say so: `protect-my-photos answer services=none`."),
    ),
    "letter-needs-account": ErrorMessage(
        N_("“{letter}” speaks of accounts, and you said that you have none."),
        N_("“non-user” is the letter for that. If you do have an account, say so: `protect-my-photos answer services=facebook`."),
    ),
    "letter-target-without-account": ErrorMessage(
        N_("“{letter}” is about accounts of yours, and {target} is not about one."),
        N_("Use Meta's form for information from third parties, or choose a request about an account with --case."),
    ),
    "letter-unknown": ErrorMessage(N_("There is no letter “{letter}”."), N_("`protect-my-photos letter --list` shows all.")),
    "authority-unknown": ErrorMessage(N_("{reason}"), N_("Look it up at {url} and name it: --set {field}=…")),
    "region-needed": ErrorMessage(N_("{reason}"), N_("Say it first, for example: `protect-my-photos answer region={region}`.")),
    "field-too-long": ErrorMessage(N_("“{field}” has {length:,} characters; {limit:,} fit."), N_("Make it shorter.")),
    "field-too-short": ErrorMessage(N_("“{field}” is too short."), N_("{label}: {why}")),
    "field-no-account": ErrorMessage(
        N_("“{text}” is not an account, and this letter is about your accounts."),
        N_("Name the service and the user name. If you have no account, say so first: `protect-my-photos answer services=none`."),
    ),
    "field-option-unknown": ErrorMessage(N_("“{option}” is not a choice of “{field}”."), N_("Choose from: {options}.")),
    "field-too-many-options": ErrorMessage(N_("“{field}” has {count} choices."), N_("Choose {limit} at most.")),
    "field-not-a-day": ErrorMessage(N_("“{text}” is not a day, as “{field}” needs."), N_("Write it like 2026-11-23.")),
    "field-day-in-future": ErrorMessage(N_("“{field}” lies in the future: {day}."), N_("Give the day on which it happened.")),
}
COMMAND_HINTS: Mapping[str, str] = {
    "letter-choices": N_(
        "Give it with {options}; for {choice} choose from {choices}. `protect-my-photos letter {letter} --about` explains each."
    ),
    "same-letter-here": N_("For you there is “{family}”."),
    "say-country": N_("Say where you live first: `protect-my-photos answer country=DE`."),
    "did-you-mean-option": N_("Did you mean “{close}” ({label})?"),
    "country-code": N_("Use a two-letter code; `protect-my-photos countries NAME` finds it."),
    "name-an-export": N_("Name a file made by `state export`."),
}


def command_error_text(error: WizardError) -> str:
    """Return what happened and what to do next, as a command prints it."""
    return " ".join(filter(None, error_message(error, COMMAND_MESSAGES, COMMAND_HINTS)))
