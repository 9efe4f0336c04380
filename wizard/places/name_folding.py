"""How names are compared: by their letters alone, whatever the case, accents, width or punctuation."""

import re
import unicodedata
from collections.abc import Sequence

LONGEST = 120
"""Letters of an input that are looked at; no name of a place is longer."""

_VOICED = "\u3099\u309a"  # marks in name only: without them カ and ガ would be one letter
_SILENT = "'’‘ʻʼ`.·"  # "Côte d’Ivoire" and "Cote dIvoire", "U.S.A." and "USA"
_PLAIN = {
    "&": " and ",
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ə": "e",
    "ی": "ي", "ى": "ي", "ک": "ك", "ة": "ه", "ـ": "",  # one Arabic letter on different keyboards
}  # fmt: skip
_FLAG_LETTERS = {0x1F1E6 + at: chr(ord("a") + at) for at in range(26)}
_SHORT_WORD = re.compile(r"\b(?:st|the)\b")
_NATION_FLAG = re.compile("\U0001f3f4([\U000e0061-\U000e007a]{2})([\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,3})\U000e007f")
_ISO_REGION = re.compile(r"\s*([A-Za-z]{2})(?:-|,? )([A-Za-z0-9]{1,3})\s*")


class _CharacterMap(dict[int, str]):
    """What each character counts for when names are compared, worked out when it is first met."""

    def __missing__(self, point: int) -> str:
        self[point] = counted = _folded_character(chr(point))
        return counted


def _folded_character(character: str) -> str:
    """What one decomposed, lower-case character counts for: itself, other letters, a space or nothing."""
    if character in _PLAIN:
        return _PLAIN[character]
    if ord(character) in _FLAG_LETTERS:
        return _FLAG_LETTERS[ord(character)]
    kind = unicodedata.category(character)
    if character in _SILENT or kind == "Cf":
        return ""
    if kind[0] == "M":
        return character if character in _VOICED or not unicodedata.combining(character) else ""
    return character if kind[0] in "LN" or character == "\n" else " "


_LETTERS = _CharacterMap()


def fold_names(names: Sequence[str]) -> list[str]:
    """The names as they are compared, one for one; all at once, because one long text is faster than many short ones."""
    text = unicodedata.normalize("NFKD", "\n".join(names)).casefold().translate(_LETTERS)
    text = _SHORT_WORD.sub(lambda word: "saint" if word[0] == "st" else " ", text)
    return [" ".join(line.split()) for line in text.split("\n")][: len(names)]


def fold_name(text: str) -> str:
    """One name or input as it is compared."""
    return fold_names([" ".join(text[:LONGEST].split())])[0][:LONGEST]


def country_code(text: str) -> str:
    """What may be a country's code: letters or digits without any accent (`Mỹ` is not `MY`), or a flag; otherwise nothing."""
    plain = unicodedata.normalize("NFKC", text[:LONGEST]).strip().casefold().translate(_FLAG_LETTERS)
    return plain if plain.isascii() and plain.isalnum() else ""


def is_alphabetic(key: str) -> bool:
    """Tell whether letters make up the words; one other Chinese character is another word and no typing error."""
    return not any("\u3400" <= character <= "\u9fff" for character in key)


def region_code(text: str) -> str:
    """The ISO 3166-2 code that is meant by `US-CA`, `US CA` or by the flag of a nation or state, otherwise nothing."""
    if flag := _NATION_FLAG.search(text[:LONGEST]):
        country, part = ("".join(chr(ord(tag) - 0xE0000) for tag in letters) for letters in flag.groups())
        return f"{country}-{part}".upper()
    typed = _ISO_REGION.fullmatch(text[:LONGEST])
    return f"{typed[1]}-{typed[2]}".upper() if typed else ""
