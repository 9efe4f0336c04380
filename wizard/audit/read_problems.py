"""What stands in the way of reading a file: said in words that follow the file's name."""

from wizard.core.sanitize import sanitize_line

MAX_REPORTED = 100
"""So many sentences are read by a person, if that; what is beyond is only counted."""
_NAME = 120


class ReadProblems:
    """What is to be said of files: each thing once, in bounded memory, however many files there are."""

    def __init__(self) -> None:
        self._said: dict[str, None] = {}
        self._more = 0

    def add(self, name: str, why: str) -> None:
        """Keep what is to be said of a file."""
        sentence = f"{sanitize_line(name, _NAME)} {why}."
        if sentence not in self._said and len(self._said) >= MAX_REPORTED:
            self._more += 1
        else:
            self._said[sentence] = None

    def sentences(self) -> tuple[str, ...]:
        """All of it, in the order in which it was found."""
        return (*self._said, *([f"{self._more:,} more problems of this kind were found."] if self._more else ()))


class UnreadableFileError(Exception):
    """Why a file, or the rest of it, cannot be read; the words go on after its name."""


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
EMPTY = "is empty"
UNKNOWN_FORM = "has a form that is not known here"
TOO_DEEP = "is nested deeper than any real export"
