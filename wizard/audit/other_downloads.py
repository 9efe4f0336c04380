"""Recognise files and downloads that are no export of posts, so that a refusal can say what they are and what to ask for."""

from wizard.errors import WizardError

from .kind import INSTAGRAM
from .manifest import ExportManifest
from .read_problems import NO_ZIP, OTHER_ARCHIVE, SINGLE_LIST
from .risks import SERVICE_NAMES
from .skipped_files import CHATS, DATA_LOGS, WHATSAPP, Skipped

_ARCHIVE_SIGNATURES = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd")
_TAR_AT, _TAR = 257, b"ustar"
BEGINNING_BYTES = 512
"""As much of a file as is needed to recognise it."""


def describe_no_zip(beginning: bytes) -> str:
    """Return the code why a file that is no ZIP cannot be read, from its first bytes."""
    if beginning.startswith(_ARCHIVE_SIGNATURES) or beginning[_TAR_AT:].startswith(_TAR):
        return OTHER_ARCHIVE
    return SINGLE_LIST if beginning.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"[", b"{", b"<") else NO_ZIP


def refusal_of(manifest: ExportManifest) -> WizardError | None:
    """Return why nothing can be read in a download that was recognised by its names, or None."""
    if DATA_LOGS in manifest.downloads:
        return WizardError("export-is-data-logs")
    if WHATSAPP in manifest.downloads:
        return WizardError("export-is-whatsapp")
    if not manifest.layout.services:
        return WizardError("export-is-chats") if CHATS in manifest.downloads else None
    hint = "tick-instagram" if manifest.layout.service == INSTAGRAM else "tick-facebook"
    if manifest.reasons[Skipped.CLOSED] and not manifest.reasons[Skipped.LEFT_ALONE]:
        return WizardError("export-only-closed", hint=hint)
    return WizardError("export-without-posts", hint=hint, service=SERVICE_NAMES.get(manifest.layout.service, "Facebook"))
