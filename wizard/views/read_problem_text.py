"""The sentences of what could not be read in an export."""

from collections.abc import Iterable, Mapping

from wizard.audit.read_problems import FOLDER, WHOLE_EXPORT, PartName, ReadProblem
from wizard.core.sanitize import escape_line
from wizard.core.system_reason import system_reason_text
from wizard.i18n import N_, _, ngettext

PROBLEM_MESSAGES: Mapping[str, str] = {
    "cut-off": N_("{file} ends in the middle: it is cut off or damaged."),
    "damaged": N_("{file} is damaged."),
    "encrypted": N_("{file} is locked with a password."),
    "link": N_("{file} is a link to another place and was not followed."),
    "path-traversal": N_("{file} has a name that leads out of the export and was left out."),
    "overlaps": N_("{file} shares its bytes with another file, as only a made-up archive does, and was left out."),
    "zip-bomb": N_("{file} would unpack to hundreds of times its size and was left out."),
    "too-much": N_("{file} was left out: together these files unpack to more than any real export holds."),
    "too-many-files": N_("{file} holds more files to read than any real export; the rest was left out."),
    "larger-than-said": N_("{file} is larger than it says; the rest was left out."),
    "compression-unknown": N_("{file} is packed in a way that cannot be read here; unpack it yourself and name the folder."),
    "no-zip": N_("{file} is not a ZIP file, or it is cut off; download it again."),
    "too-many-archives": N_("{file} holds more archives than any real export; the rest was left out."),
    "too-many-passes": N_("{file} is packed so that it would have to be unpacked over and over; the rest was left out."),
    "no-file": N_("{file} is neither a file nor a folder."),
    "nested-too-deep": N_("{file} lies in archives within archives, deeper than is looked."),
    "record-too-large": N_("{file} holds a record that is too large to be looked at."),
    "no-json": N_("{file} is not JSON."),
    "no-html": N_("{file} is not an HTML page."),
    "other-archive": N_("{file} is an archive of a kind that cannot be read here: unpack it."),
    "single-list": N_("{file} is a single list out of an export, or no part of one."),
    "two-versions": N_("{file} is there in two versions; the newer one is counted."),
    "empty": N_("{file} is empty."),
    "unknown-form": N_("{file} has a form that is not known here."),
    "too-deep": N_("{file} is nested deeper than any real export."),
    "not-opened": N_("{file} cannot be read: {reason}."),
}
"""The sentence of each code; `{file}` is a path in the export, or the name of a part."""


def read_problem_text(problem: ReadProblem) -> str:
    """Return a problem as a sentence."""
    file = problem.file if isinstance(problem.file, str) else part_name_text(problem.file)
    if problem.code == "more":
        return ngettext(
            "1 more problem of this kind was found.", "{count:,} more problems of this kind were found.", problem.number
        )
    if problem.code == "records-not-understood":
        return ngettext(
            "{file} holds 1 record that could not be understood.",
            "{file} holds {count:,} records that could not be understood.",
            problem.number,
            file=file,
        )
    return _(PROBLEM_MESSAGES[problem.code], file=file, reason=escape_line(system_reason_text(problem.reason)))


def part_name_text(part: PartName) -> str:
    """Return the name of a part at the beginning of a sentence: "File 2 of 3, archive 1 in it"."""
    if part == WHOLE_EXPORT:
        return _("The export")
    if part.inside:
        return _inside_text(part)
    text = _("The file") if part.total == 1 else _("File {number} of {total}", number=part.number, total=part.total)
    for number in part.archives:
        text = _("{part}, archive {number} in it", part=text, number=number)
    return text


def _inside_text(part: PartName) -> str:
    if part.total == 1:
        return _("A folder in the export") if part.inside == FOLDER else _("A file in the export")
    message = N_("A folder in file {number} of {total}") if part.inside == FOLDER else N_("A file in file {number} of {total}")
    return _(message, number=part.number, total=part.total)


def unknown_lists_line(paths: Iterable[str]) -> str:
    """Return that files which may list posts and media are not known here; "" if there are none."""
    joined = ", ".join(paths)
    return _("Not known here, and not looked at: {paths}.", paths=joined) if joined else ""


def unread_pages_line(paths: Iterable[str]) -> str:
    """Return that pages in HTML were not read; "" if there are none."""
    joined = ", ".join(paths)
    return _("Not looked at in HTML; with JSON they are counted, too: {paths}.", paths=joined) if joined else ""
