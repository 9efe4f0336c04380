"""Fold names for comparison: only letters count, not case, accents, width or punctuation."""

import re
import unicodedata
from collections.abc import Sequence

LONGEST = 120
"""Characters of an input that are compared; no name of a place is longer."""

_VOICED = "\u3099\u309a"  # no accents, although Unicode treats them as marks: without them カ and ガ would be one letter
_SILENT = "'’‘ʻʼ`.·"  # "Côte d’Ivoire" and "Cote dIvoire", "U.S.A." and "USA"
_PLAIN = {
    "&": " and ",
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ə": "e",
    "ی": "ي", "ى": "ي", "ک": "ك", "ة": "ه", "ـ": "",  # one Arabic letter on different keyboards
}  # fmt: skip
_FLAG_LETTERS = {0x1F1E6 + index: chr(ord("a") + index) for index in range(26)}
_SHORT_WORD = re.compile(r"\b(?:st|the)\b")
_NATION_FLAG = re.compile("\U0001f3f4([\U000e0061-\U000e007a]{2})([\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,3})\U000e007f")
_ISO_REGION = re.compile(r"\s*([A-Za-z]{2})(?:-|,? )([A-Za-z0-9]{1,3})\s*")


class _CharacterMap(dict[int, str]):
    """The folded form of each character, computed when the character is first met."""

    def __missing__(self, point: int) -> str:
        self[point] = folded = _folded_character(chr(point))
        return folded


def _folded_character(character: str) -> str:
    """Return the folded form of a decomposed, lower-case character: itself, other letters, a space or nothing."""
    if character in _PLAIN:
        return _PLAIN[character]
    if ord(character) in _FLAG_LETTERS:
        return _FLAG_LETTERS[ord(character)]
    category = unicodedata.category(character)
    if character in _SILENT or category == "Cf":
        return ""
    if category[0] == "M":
        return character if character in _VOICED or not unicodedata.combining(character) else ""
    # Cn: a letter of a script that is younger than this Python.
    return character if category[0] in "LN" or category == "Cn" or character == "\n" else " "


_LETTERS = _CharacterMap()


def fold_names(names: Sequence[str]) -> list[str]:
    """Return the folded names, one for one. All are folded in one text, which is faster than many short ones.

    `st` becomes `saint`, and `the` is dropped. No name may contain a line break.
    """
    text = unicodedata.normalize("NFKD", "\n".join(names)).casefold().translate(_LETTERS)
    text = _SHORT_WORD.sub(lambda word: "saint" if word[0] == "st" else " ", text)
    return [" ".join(line.split()) for line in text.split("\n")][: len(names)]


def fold_name(text: str) -> str:
    """Return a name or an input folded for comparison, at most LONGEST characters of it."""
    return fold_names([" ".join(text[:LONGEST].split())])[0][:LONGEST]


def country_code(text: str) -> str:
    """Return a text that may be a country code, in lower case: letters and digits without accents, or a flag; else "".

    `Mỹ` is a name of the United States in Vietnamese, not the code `MY` of Malaysia.
    """
    plain = unicodedata.normalize("NFKC", text[:LONGEST]).strip().casefold().translate(_FLAG_LETTERS)
    return plain if plain.isascii() and plain.isalnum() else ""


def is_alphabetic(key: str) -> bool:
    """Return True if words consist of letters. Another Chinese character is another word, not a typing error."""
    return not any("\u3400" <= character <= "\u9fff" for character in key)


def region_code(text: str) -> str:
    """Return the ISO 3166-2 code meant by `US-CA`, `US CA` or the flag of a nation or state, in capitals; else ""."""
    if flag := _NATION_FLAG.search(text[:LONGEST]):
        country, region = ("".join(chr(ord(tag) - 0xE0000) for tag in letters) for letters in flag.groups())
        return f"{country}-{region}".upper()
    typed = _ISO_REGION.fullmatch(text[:LONGEST])
    return f"{typed[1]}-{typed[2]}".upper() if typed else ""
