"""Recognise files and downloads that are no export of posts, so that a refusal can say what they are and what to ask for."""

from wizard.errors import WizardError

from .kind import INSTAGRAM
from .manifest import ExportManifest
from .read_problems import NO_ZIP, OTHER_ARCHIVE, SINGLE_LIST
from .skipped_files import DATA_LOGS, WHATSAPP, Skipped

_ARCHIVE_SIGNATURES = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd")
_TAR_AT, _TAR = 257, b"ustar"
BEGINNING_BYTES = 512
"""As much of a file as is needed to recognise it."""
_ASK_FOR_POSTS = (
    "Ask Meta for the other download: Accounts Center, Your information and permissions, Export your information, with JSON and "
    "All time."
)
_TICK = {
    True: "Ask Instagram again, and tick posts, stories and other media; JSON and All time are best.",
    False: "Ask Facebook again, and tick posts, stories, comments and groups; JSON and All time are best.",
}


def describe_no_zip(beginning: bytes) -> str:
    """Return why a file that is no ZIP cannot be read, from its first bytes."""
    if beginning.startswith(_ARCHIVE_SIGNATURES) or beginning[_TAR_AT:].startswith(_TAR):
        return OTHER_ARCHIVE
    return SINGLE_LIST if beginning.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"[", b"{", b"<") else NO_ZIP


def refusal_of(manifest: ExportManifest, display_name: str) -> WizardError | None:
    """Return why nothing can be read in a download that was recognised by its names, or None."""
    if DATA_LOGS in manifest.downloads:
        return WizardError(
            f"{display_name} is Meta's “Data logs” download, which holds no posts.",
            _ASK_FOR_POSTS.replace("the other download", "the other download, “Your information”"),
        )
    if WHATSAPP in manifest.downloads:
        return WizardError(
            f"{display_name} is WhatsApp's account report, which holds no photos or posts.",
            "Name the export of Facebook or Instagram instead.",
        )
    if not manifest.layout.services:
        return None
    if manifest.reasons[Skipped.CLOSED] and not manifest.reasons[Skipped.LEFT_ALONE]:
        what = "holds only messages, likes, saved items or searches, which are never opened"
    else:
        service = "Instagram" if manifest.layout.service == INSTAGRAM else "Facebook"
        what = f"is an export of {service} without the categories that are read here"
    return WizardError(f"{display_name} {what}.", _TICK[manifest.layout.service == INSTAGRAM])
