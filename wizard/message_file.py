"""Read messages from a compiled catalogue. Each is decoded when it is asked for: a start needs only a few of two thousand."""

from collections.abc import Callable

MAGIC = 0x950412DE
"""How a catalogue begins, as a number in the byte order of the machine that wrote it."""
_PLURAL = "plural="
"""What stands before the expression that tells which form a number takes, in the head of a catalogue."""


class MessageFile:
    """A compiled catalogue (`.mo`), read as gettext reads it, but message by message.

    Raises ValueError if it was written with another byte order than that of this machine, or is no catalogue.
    """

    def __init__(self, content: bytes) -> None:
        numbers = memoryview(content)
        if len(content) < 20 or numbers[:20].cast("I")[0] != MAGIC:
            raise ValueError("no catalogue of this byte order")
        _magic, _revision, count, messages, texts = numbers[:20].cast("I")
        self._content = content
        places = numbers[messages : messages + 8 * count].cast("I").tolist()
        self._texts = numbers[texts : texts + 8 * count].cast("I").tolist()
        pairs = zip(places[::2], places[1::2], strict=True)
        self._positions = {content[start : start + length]: 2 * number for number, (length, start) in enumerate(pairs)}
        self._plural_form: Callable[[int], int] | None = None

    def gettext(self, message: str) -> str:
        """Return a message in the language; as it is if it is not translated."""
        return self._find(message) or message

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        """Return the form of a message that fits a number."""
        forms = self._find(f"{singular}\0{plural}")
        if not forms:
            return singular if count == 1 else plural
        if self._plural_form is None:
            from gettext import c2py

            self._plural_form = c2py(self._find("").partition(_PLURAL)[2].partition(";")[0])
        return forms.split("\0")[self._plural_form(count)]

    def pgettext(self, context: str, message: str) -> str:
        """Return a message in the language whose meaning depends on where it stands."""
        return self._find(f"{context}\4{message}") or message

    def _find(self, message: str) -> str:
        """Return the translation of a message as the file names it; "" if there is none."""
        position = self._positions.get(message.encode())
        if position is None:
            return ""
        length, start = self._texts[position : position + 2]
        return self._content[start : start + length].decode()
