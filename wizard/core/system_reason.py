"""Say in the user's language why the system refused something; the system itself gives its reasons in English."""

from wizard.i18n import N_, _

SYSTEM_REASONS = frozenset(
    {
        N_("No such file or directory"),
        N_("Permission denied"),
        N_("Operation not permitted"),
        N_("No space left on device"),
        N_("Disk quota exceeded"),
        N_("Read-only file system"),
        N_("Is a directory"),
        N_("Not a directory"),
        N_("File name too long"),
        N_("Too many open files"),
        N_("Too many levels of symbolic links"),
        N_("Device or resource busy"),
        N_("Input/output error"),
        N_("Bad file descriptor"),
        N_("Broken pipe"),
    }
)
"""The reasons that users meet, as Linux and macOS word them. Windows gives them in the user's language."""


def system_reason_text(reason: object) -> object:
    """Return a reason of the system in the user's language; one that is not known stays as it is."""
    return _(reason) if isinstance(reason, str) and reason in SYSTEM_REASONS else reason
