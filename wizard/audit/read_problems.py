"""Problems in reading files, in words that follow the name of the file."""

from wizard.core.sanitize import sanitize_line

MAX_REPORTED = 100
"""Maximum number of sentences in a report; further problems are only counted."""
_MAX_NAME_LENGTH = 120


class ReadProblems:
    """The problems of all files, each sentence once and in bounded memory, however many files there are."""

    def __init__(self) -> None:
        self._sentences: dict[str, None] = {}
        self._more = 0
        self.incomplete = 0
        """The number of problems because of which something was not counted."""

    def add(self, name: str, problem: str) -> None:
        """Add a problem of a file."""
        sentence = f"{sanitize_line(name, _MAX_NAME_LENGTH)} {problem}."
        if sentence in self._sentences:
            return
        self.incomplete += problem not in _HARMLESS
        if len(self._sentences) >= MAX_REPORTED:
            self._more += 1
        else:
            self._sentences[sentence] = None

    def sentences(self) -> tuple[str, ...]:
        """Return all sentences in the order in which the problems were found."""
        return (*self._sentences, *([f"{self._more:,} more problems of this kind were found."] if self._more else ()))


class UnreadableFileError(Exception):
    """Why a file, or the rest of it, cannot be read; the message is put after the name of the file."""


CUT_OFF = "ends in the middle: it is cut off or damaged"
DAMAGED = "is damaged"
ENCRYPTED = "is locked with a password"
LINK = "is a link to another place and was not followed"
PATH_TRAVERSAL = "has a name that leads out of the export and was left out"
OVERLAPS = "shares its bytes with another file, as only a made-up archive does, and was left out"
ZIP_BOMB = "would unpack to hundreds of times its size and was left out"
TOO_MUCH = "was left out: together these files unpack to more than any real export holds"
TOO_MANY = "holds more files to read than any real export; the rest was left out"
LARGER = "is larger than it says; the rest was left out"
METHOD = "is packed in a way that cannot be read here; unpack it yourself and name the folder"
NO_ZIP = "is not a ZIP file, or it is cut off; download it again"
ARCHIVES = "holds more archives than any real export; the rest was left out"
TOO_MANY_PASSES = "is packed so that it would have to be unpacked over and over; the rest was left out"
NO_FILE = "is neither a file nor a folder"
NESTED = "lies in archives within archives, deeper than is looked"
TOO_LARGE = "holds a record that is too large to be looked at"
NO_JSON = "is not JSON"
NO_HTML = "is no HTML page"
OTHER_ARCHIVE = "is an archive of a kind that cannot be read here: unpack it"
SINGLE_LIST = "is a single list out of an export, or no part of one"
TWO_VERSIONS = "is there in two versions; the newer one is counted"
EMPTY = "is empty"
UNKNOWN_FORM = "has a form that is not known here"
TOO_DEEP = "is nested deeper than any real export"
TWO_VERSIONS = "is there in two versions; the newer one is counted"
_HARMLESS = frozenset({TWO_VERSIONS})
"""Problems that leave nothing uncounted."""
