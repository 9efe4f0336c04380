"""The sentences of all errors: what happened, and what to do next.

Front ends show them as they are. Commands replace some by words that only make sense on a command line
(`wizard.commands.error_hints`). File names and other texts from outside are made harmless here, in one place.
"""

from collections.abc import Mapping

from wizard.audit.read_problems import PartName, ReadProblem
from wizard.core.sanitize import escape_line
from wizard.core.system_reason import system_reason_text
from wizard.errors import WizardError
from wizard.i18n import N_, _
from wizard.views.file_error_messages import DOCUMENT_MESSAGES, EXPORT_MESSAGES
from wizard.views.file_error_messages import ErrorMessage as ErrorMessage  # noqa: PLC0414 - others import it from here
from wizard.views.read_problem_text import part_name_text, read_problem_text

SHOWN_CHARACTERS = {"value": 100, "text": 100, "language": 100, "path": 1000}
"""So much of what was typed is repeated in a sentence, by the name of its placeholder."""
OTHER_STATE = N_("Use --state FILE to work with another file.")
RIGHTS = N_("Ask for the rights to its folder, or use --state FILE.")
OTHER_OUTPUT = N_("Name another file.")
ERROR_MESSAGES: Mapping[str, ErrorMessage] = {
    **DOCUMENT_MESSAGES,
    **EXPORT_MESSAGES,
    # files that are written
    "output-not-a-file": ErrorMessage(N_("{path} is not a file."), N_("Name a file to write to.")),
    "output-exists": ErrorMessage(N_("{path} is there already."), OTHER_OUTPUT),
    "output-not-written": ErrorMessage(N_("{path} could not be written: {reason}."), OTHER_OUTPUT),
    "output-folder-gone": ErrorMessage(
        N_("{path} could not be written: the folder you are in is gone."), N_("Name a file in another one.")
    ),
    "output-is-progress": ErrorMessage(N_("{path} belongs to your saved progress, so it is not replaced."), OTHER_OUTPUT),
    "output-is-input": ErrorMessage(N_("{path} is one of the files that are read, so it is not replaced."), OTHER_OUTPUT),
    "output-in-input": ErrorMessage(
        N_("{path} lies in a folder that is read, so nothing is written there."), N_("Name a file in another folder.")
    ),
    # files that are read
    "file-not-read": ErrorMessage(N_("{path} cannot be read: {reason}."), OTHER_OUTPUT),
    "file-too-large": ErrorMessage(
        N_("{path} is larger than {limit} MB, far more than this program ever stores. It was left as it is."), OTHER_STATE
    ),
    "no-export-named": ErrorMessage(
        N_("No file is named yet."), N_("Type or paste the name of the ZIP file that Meta gave you.")
    ),
    "script-input-closed": ErrorMessage(
        N_("There is nothing to read from: the input is closed."), N_("Name a file of typed lines, or a pipe.")
    ),
    "answers-not-json": ErrorMessage(
        N_("{path} is not JSON."), N_('Write answers like {{"country": "DE", "services": ["facebook"]}}.')
    ),
    "answers-missing": ErrorMessage(
        N_("{path} holds no answers."), N_('Write answers like {{"country": "DE", "services": ["facebook"]}}.')
    ),
    "answers-without-country": ErrorMessage(
        N_("{path} doesn't say the country."), N_('Write answers like {{"country": "DE", "services": ["facebook"]}}.')
    ),
    # the state file
    "state-not-read": ErrorMessage(N_("{path} could not be read: {reason}. What was saved before is unharmed."), OTHER_STATE),
    "state-not-written": ErrorMessage(
        N_("{path} could not be written: {reason}. What was saved before is unharmed."), OTHER_STATE
    ),
    "state-not-removed": ErrorMessage(
        N_("{path} could not be removed: {reason}. What was saved before is unharmed."), OTHER_STATE
    ),
    "state-not-set-aside": ErrorMessage(
        N_("{path} could not be set aside: {reason}. What was saved before is unharmed."), OTHER_STATE
    ),
    "state-not-set-aside-by-rights": ErrorMessage(N_("You don't have permission to set {path} aside."), RIGHTS),
    "state-not-read-by-rights": ErrorMessage(N_("You don't have permission to read {path}."), RIGHTS),
    "state-not-written-by-rights": ErrorMessage(N_("You don't have permission to write {path}."), RIGHTS),
    "state-not-removed-by-rights": ErrorMessage(N_("You don't have permission to remove {path}."), RIGHTS),
    "state-is-folder": ErrorMessage(
        N_("{path} is a folder, so your progress cannot be kept there."), N_("Name a file with --state FILE.")
    ),
    "state-not-a-file": ErrorMessage(N_("{path} is not a file, so your progress cannot be kept there."), OTHER_STATE),
    "state-foreign": ErrorMessage(N_("{path} is not a state file of this program. It was left as it is."), OTHER_STATE),
    "state-empty": ErrorMessage(
        N_("{path} is empty, and nothing shows that it is a file of this program. It was left as it is."),
        N_("Use --state FILE to work with another file. Or delete this one, if you do not need it, and try again."),
    ),
    "state-only-zeros": ErrorMessage(
        N_("{path} holds only zeros, and nothing shows that it is a file of this program. It was left as it is."),
        N_("Use --state FILE to work with another file. Or delete this one, if you do not need it, and try again."),
    ),
    "state-newer": ErrorMessage(
        N_("{path} was written by a newer version of this program. It was left as it is."),
        N_("Update protect-my-photos, or use --state FILE to work with another file."),
    ),
    "state-would-be-too-large": ErrorMessage(
        N_("{path} would be larger than {limit} MB, too large to be read again. Nothing was changed."), OTHER_STATE
    ),
    "state-name-taken": ErrorMessage(
        N_("{path} is in the way, and it is not a file of this program. Nothing was changed."),
        N_("Use --state FILE to work with a file of another name, or move this one elsewhere."),
    ),
    "state-name-impossible": ErrorMessage(N_("No file can have the name that was given for your progress."), OTHER_STATE),
    "state-name-too-long": ErrorMessage(
        N_("The name “{name}…” is too long: copies of your progress are kept beside it under longer names."),
        N_("Name another file with --state FILE."),
    ),
    "state-folder-gone": ErrorMessage(
        N_("{path} cannot be found: the folder you are in is gone."),
        N_("Go to another folder, or give the whole path of the file."),
    ),
    "home-unknown": ErrorMessage(
        N_("It is not known where your home folder is."), N_("Name a file for your progress with --state FILE.")
    ),
    "state-locked": ErrorMessage(
        N_("Another program is holding {path}."), N_("Close the other window and try again; nothing was lost.")
    ),
    "lock-not-opened": ErrorMessage(
        N_("You don't have permission to open the lock {path}."),
        N_("If no other window of this program is open, delete that file and try again."),
    ),
    "import-is-progress": ErrorMessage(
        N_("{path} belongs to your saved progress here, so there is nothing to merge."), N_("Name another copy.")
    ),
    "import-damaged": ErrorMessage(N_("{path} is damaged and was not merged."), N_("Export it again on the other computer.")),
    "today-not-a-day": ErrorMessage(N_("{variable} is “{text}”, which is not a day."), N_("Write it like 2026-11-23.")),
    # the editor
    "editor-failed": ErrorMessage(
        N_("The editor ended with an error, so nothing was changed."), N_("Try again, or save the letter.")
    ),
    "editor-not-usable": ErrorMessage(
        N_("The editor “{editor}” could not be used: {reason}."), N_("Save the letter to a file and edit it there.")
    ),
    # answers and records
    "question-unknown": ErrorMessage(N_("There is no question “{question}”."), N_("Questions: {questions}.")),
    "answer-unknown": ErrorMessage(N_("“{value}” is not an answer to “{title}”."), N_("Choose from: {options}.")),
    "answer-single": ErrorMessage(N_("“{title}” takes one answer."), N_("Choose one of: {given}.")),
    "answer-exclusive": ErrorMessage(
        N_("“{label}” cannot stand beside other answers to “{title}”."), N_("Leave one of them out.")
    ),
    "place-ambiguous": ErrorMessage(N_("“{text}” may mean several places."), N_("Which one: {choice}?")),
    "country-unknown": ErrorMessage(N_("“{text}” is not the name of a country."), N_("Did you mean {choice}?")),
    "region-ambiguous": ErrorMessage(N_("“{text}” may mean several regions."), N_("Which one: {choice}?")),
    "region-unknown": ErrorMessage(N_("“{text}” is not the name of a region."), N_("Did you mean {choice}?")),
    "region-elsewhere": ErrorMessage(
        N_("“{text}” is in {there}, but your country is {country}."),
        N_("If you live there, write country={alpha2} region={region}."),
    ),
    "region-without-country": ErrorMessage(
        N_("“{text}” is in {there}, but no country is answered yet."),
        N_("If you live there, write country={alpha2} region={region}."),
    ),
    "event-not-recordable": ErrorMessage(N_("“{kind}” cannot be recorded for {target}."), N_("Choose from: {kinds}.")),
    "target-unknown": ErrorMessage(N_("There is no step or request “{target}”.")),
    "request-is-no-step": ErrorMessage(N_("{target} is a request, not a step.")),
    "day-in-future": ErrorMessage(N_("{day} lies in the future."), N_("Record it when it has happened.")),
    "day-before-sending": ErrorMessage(
        N_("{day} is before {sent}, the day on which you sent it."), N_("If you sent it earlier, record that day first.")
    ),
    "nickname-missing": ErrorMessage(N_("A contact needs a nickname."), N_("Any name that you recognise will do.")),
    "account-unnamed": ErrorMessage(N_("An account needs a nickname."), N_("Any name that you recognise will do.")),
    # what needs an answer first
    "no-plan-without-country": ErrorMessage(
        N_("There is no plan yet: your country is not known."), N_("Say where you live first.")
    ),
    "no-dates-without-country": ErrorMessage(
        N_("There are no dates yet: your country is not known."), N_("Say where you live first.")
    ),
    "wipe-not-confirmed": ErrorMessage(N_("This would remove {path} and its backup for good.")),
    # letters
    "letter-incomplete": ErrorMessage(N_("“{title}” still needs: {labels}."), N_("Fill in what is missing.")),
    "letter-needs-country": ErrorMessage(
        N_("Which letter “{title}” is right depends on where you live."), N_("Say where you live first.")
    ),
    "letter-not-for-place": ErrorMessage(N_("This letter is not for {place}.")),
    "letter-not-for-you": ErrorMessage(N_("This letter is not for you.")),
    "letter-target-ambiguous": ErrorMessage(N_("“{title}” could be about {count} requests."), N_("Say which: {names}.")),
    "letter-denies-account": ErrorMessage(
        N_("“{title}” says that you have no account, and you said that you have."),
        N_("Use the objection for accounts. If you have none, change your answer."),
    ),
    "letter-needs-account": ErrorMessage(
        N_("“{title}” speaks of accounts, and you said that you have none."),
        N_("There is a letter for people without an account. If you do have one, change your answer."),
    ),
    "letter-target-without-account": ErrorMessage(
        N_("“{title}” is about accounts of yours, and {name} is not about one."),
        N_("Use Meta's form for information from third parties, or choose a request about an account."),
    ),
    "letter-unknown": ErrorMessage(N_("There is no letter “{letter}”.")),
    "person-and-state": ErrorMessage(N_("Leave out either --person, or --state and {variable}: each names another state file.")),
    "everyone-and-one": ErrorMessage(
        N_("Leave out either --everyone, or what names one state file: --person, --state, --answers or {variable}.")
    ),
    "person-unnamed": ErrorMessage(N_("A person needs a name."), N_("Any name that you recognise will do.")),
    "person-name-too-long": ErrorMessage(N_("This name is too long: {limit} characters fit."), N_("A nickname will do.")),
    "language-unknown": ErrorMessage(N_("The program doesn't speak “{language}”."), N_("Choose one of these: {languages}.")),
    "letter-language-unknown": ErrorMessage(N_("This letter is not there in “{language}”."), N_("Languages: {languages}.")),
    "letter-too-many-characters": ErrorMessage(
        N_("The text has {count:,} characters; at most {limit:,} fit."), N_("Shorten what you wrote yourself.")
    ),
    "letter-too-many-words": ErrorMessage(
        N_("The text has {count:,} words; at most {limit:,} fit."), N_("Shorten what you wrote yourself.")
    ),
    "request-unknown": ErrorMessage(N_("There is no request “{target}”."), N_("There is: {targets}.")),
    "authority-unknown": ErrorMessage(N_("{reason}"), N_("Look it up at {url} and name it in the letter.")),
    "region-needed": ErrorMessage(N_("{reason}"), N_("Say where you live first.")),
    "field-unknown": ErrorMessage(N_("“{letter}” has no field “{field}”."), N_("It has: {fields}.")),
    "field-too-long": ErrorMessage(N_("“{label}” has {length:,} characters; {limit:,} fit."), N_("Make it shorter.")),
    "field-too-short": ErrorMessage(N_("“{label}” is too short."), "{why}"),
    "field-no-account": ErrorMessage(
        N_("“{text}” is not an account, and this letter is about your accounts."),
        N_("Name the service and the user name. If you have no account, change your answer."),
    ),
    "field-option-unknown": ErrorMessage(N_("“{option}” is not a choice of “{label}”."), N_("Choose from: {options}.")),
    "field-too-many-options": ErrorMessage(N_("“{label}” has {count} choices."), N_("Choose {limit} at most.")),
    "field-not-a-day": ErrorMessage(N_("“{text}” is not a day, as “{label}” needs."), N_("Write it like 2026-11-23.")),
    "field-day-in-future": ErrorMessage(N_("“{label}” lies in the future: {day}."), N_("Give the day on which it happened.")),
    "no-editor": ErrorMessage(N_("No editor is known here."), N_("Save the letter and edit the file; or set EDITOR first.")),
    # content files, for contributors; the problem and the advice are written by the check
    "not-a-content-folder": ErrorMessage(
        N_("{path} is not a content folder."), N_("Name a folder that has questions/ and actions/ in it.")
    ),
    "content-error": ErrorMessage("{place}: {problem}", "{advice}"),
    "content-file-error": ErrorMessage("{file} {predicate}", "{advice}"),
}
"""The message of each code. Placeholders are the values of the error."""
HINTS: Mapping[str, str] = {
    "no-fields": N_("It has no fields."),
    "same-letter-here": N_("For you there is another version of it."),
    "say-country": N_("Say where you live first."),
    "make-room": N_("Make room on the disk and try again."),
    "backup-is-used": N_(
        "Use --state FILE to work with another file. If you move this one elsewhere, the copy from before ({backup}) is used."
    ),
    "letter-choices": N_("Fill in what is missing."),
    "unpack-with-password": N_("Unpack it with the password, and name the folder."),
    "download-again": N_("Download the file from Meta again. If that doesn't help, ask Meta for a new export."),
    "did-you-mean": N_("Did you mean “{close}”?"),
    "did-you-mean-targets": N_("Did you mean {close}?"),
    "did-you-mean-option": N_("Did you mean “{label}”?"),
    "country-code": N_("Use the name of a country."),
    "nothing-to-choose": N_("There is nothing to choose here for this country."),
    "name-an-export": N_("Name a copy that this program wrote."),
    "name-private-file": N_("Name a file, or send the lines through a pipe."),
    "name-a-script": N_("Name a file of typed lines, or - for a pipe."),
    "name-answers": N_("Name a JSON file of answers."),
    "tick-instagram": N_("Ask Instagram again, and tick posts, stories and other media; JSON and All time are best."),
    "tick-facebook": N_("Ask Facebook again, and tick posts, stories, comments and groups; JSON and All time are best."),
}
"""The next steps that depend on more than the code of the error."""


def error_message(error: WizardError, messages: Mapping[str, ErrorMessage] = {}, hints: Mapping[str, str] = {}) -> ErrorMessage:
    """Return the sentences of an error; `messages` and `hints` replace some of the usual ones."""
    message = messages.get(error.code) or ERROR_MESSAGES[error.code]
    next_step = (hints.get(error.hint) or HINTS[error.hint]) if error.hint else message.next_step
    values = {name: _shown_value(name, value) for name, value in error.values.items()}
    return ErrorMessage(_(message.what, **values), _(next_step, **values) if next_step else "")


def _shown_value(name: str, value: object) -> object:
    """Return a value as its sentence shows it: numbers as they are, and texts from outside made harmless."""
    if isinstance(value, PartName):
        return part_name_text(value)
    if isinstance(value, ReadProblem):
        return read_problem_text(value)
    if isinstance(value, int):
        return value
    text = escape_line(system_reason_text(value) if name == "reason" else value)
    limit = SHOWN_CHARACTERS.get(name, len(text))
    return text if len(text) <= limit else f"{text[:limit]}…"


def error_text(error: WizardError) -> str:
    """Return what happened and what to do next, as the front ends show it."""
    return " ".join(filter(None, error_message(error)))
