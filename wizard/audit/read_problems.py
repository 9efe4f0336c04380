"""Problems in reading files, as codes with values; `wizard.views.read_problem_text` has a sentence for each code."""

from typing import NamedTuple, Self

from wizard.core.sanitize import sanitize_line

MAX_REPORTED = 100
"""Maximum number of problems in a report; further ones are only counted."""
_MAX_NAME_LENGTH = 120


class PartName(NamedTuple):
    """A part of an export by its number: its file name may contain the account name, and is never shown."""

    number: int
    total: int
    archives: tuple[int, ...] = ()
    """The number of an archive in the part, of one in that archive, and so on."""
    inside: str = ""
    """FOLDER or FILE, if something without a name inside the part is meant."""

    def archive(self, number: int) -> Self:
        """Return the name of an archive inside this one."""
        return self._replace(archives=(*self.archives, number))


FOLDER, FILE = "folder", "file"
WHOLE_EXPORT = PartName(0, 0)
"""All parts together."""


class ReadProblem(NamedTuple):
    """A problem of a file: a code, the path of the file in the export or its part, and the values of the sentence."""

    code: str
    file: str | PartName = ""
    reason: str = ""
    """What the system said, for NOT_OPENED."""
    number: int = 0
    """How many records or problems are meant."""


class ReadProblems:
    """The problems of all files, each once and in bounded memory, however many files there are."""

    def __init__(self) -> None:
        self._problems: dict[ReadProblem, None] = {}
        self._more = 0
        self.incomplete = 0
        """The number of problems because of which something was not counted."""

    def add(self, file: str | PartName, code: str, *, reason: str = "", number: int = 0) -> None:
        """Add a problem of a file."""
        shown = file if isinstance(file, PartName) else sanitize_line(file, _MAX_NAME_LENGTH)
        problem = ReadProblem(code, shown, reason, number)
        if problem in self._problems:
            return
        self.incomplete += code not in _HARMLESS
        if len(self._problems) >= MAX_REPORTED:
            self._more += 1
        else:
            self._problems[problem] = None

    def all(self) -> tuple[ReadProblem, ...]:
        """Return the problems in the order in which they were found."""
        return (*self._problems, *([ReadProblem(MORE, number=self._more)] if self._more else ()))


class UnreadableFileError(Exception):
    """Why a file, or the rest of it, cannot be read: a code, and for NOT_OPENED the reason of the system."""

    def __init__(self, code: str, reason: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.reason = reason


CUT_OFF = "cut-off"
DAMAGED = "damaged"
ENCRYPTED = "encrypted"
LINK = "link"
PATH_TRAVERSAL = "path-traversal"
OVERLAPS = "overlaps"
ZIP_BOMB = "zip-bomb"
TOO_MUCH = "too-much"
TOO_MANY = "too-many-files"
LARGER = "larger-than-said"
METHOD = "compression-unknown"
NO_ZIP = "no-zip"
ARCHIVES = "too-many-archives"
TOO_MANY_PASSES = "too-many-passes"
NO_FILE = "no-file"
NESTED = "nested-too-deep"
TOO_LARGE = "record-too-large"
NO_JSON = "no-json"
NO_HTML = "no-html"
OTHER_ARCHIVE = "other-archive"
SINGLE_LIST = "single-list"
TWO_VERSIONS = "two-versions"
EMPTY = "empty"
UNKNOWN_FORM = "unknown-form"
TOO_DEEP = "too-deep"
NOT_OPENED = "not-opened"
RECORDS = "records-not-understood"
MORE = "more"
"""Stands for all problems beyond MAX_REPORTED."""
_HARMLESS = frozenset({TWO_VERSIONS})
"""Problems that leave nothing uncounted."""
