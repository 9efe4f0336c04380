"""A language in which every translated text stands in brackets, for the program's messages and for the content.

What stands outside of all brackets in the output was never translated.
"""

import dataclasses
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from gettext import NullTranslations
from importlib import import_module
from pkgutil import walk_packages
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from wizard import core
from wizard.core import letter
from wizard.core.content_models import Library
from wizard.core.field_types import TRANSLATED

NAMES = {("Source", "title"), ("Source", "publisher"), ("Authority", "name"), ("Authority", "languages"), ("Addressee", "lines")}
"""Fields with names of outside pages and bodies, which are the same in every language; here they count as translated."""
_TEXT_OF_LINE = re.compile(r"^(\s*(?:(?:[-*>]|#+|\d+\.)\s+)?)(\S.*)$", re.MULTILINE)
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_HAS_WORDS = re.compile(r"[^\W\d_]")
_BETWEEN_SENTENCES = re.compile(r"(?<=\w[.!?]) (?=[A-Z])")
_INNERMOST = re.compile(r"⟦[^⟦⟧]*⟧")


class PseudoTranslations(NullTranslations):
    """Puts every message in brackets, but those that consist of placeholders only, such as "{label}: {text}"."""

    def gettext(self, message: str) -> str:
        """Return the message in brackets; without words of its own it would hide whether its values are translated."""
        return f"⟦{message}⟧" if _HAS_WORDS.search(_PLACEHOLDER.sub("", message)) else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the form for the number in brackets."""
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"

    def pgettext(self, context: str, message: str) -> str:
        """Return the message in brackets."""
        return f"⟦{message}⟧"


def unmarked(text: str) -> str:
    """Return what stands outside of all brackets."""
    while (outside := _INNERMOST.sub(" ", text)) != text:
        text = outside
    return text


def pseudo_content(library: Library) -> Library:
    """Return the content with every text that a translation replaces in brackets: each sentence, or line of Markdown."""
    _MARKED.clear()
    marked: Library = _marked(library, is_text=False)
    return marked


def _mark_sentences(line: re.Match[str]) -> str:
    """Put each sentence of a line in brackets of its own, since some pages show only the first."""
    return line[1] + " ".join(f"⟦{sentence}⟧" for sentence in _BETWEEN_SENTENCES.split(line[2]))


_MARKED: dict[tuple[int, bool], tuple[Any, Any]] = {}
"""What was marked already, by the id of the value, with the value itself: records of the content share parts of theirs."""


def _marked(value: Any, *, is_text: bool) -> Any:
    key = (id(value), is_text)
    if key not in _MARKED:
        _MARKED[key] = (value, _mark_value(value, is_text=is_text))
    return _MARKED[key][1]


def _mark_value(value: Any, *, is_text: bool) -> Any:
    if isinstance(value, str):
        return _TEXT_OF_LINE.sub(_mark_sentences, value) if is_text else value
    if isinstance(value, Mapping):
        return {key: _marked(each, is_text=is_text) for key, each in value.items()}
    record: Any = type(value)
    fields = _text_fields(record)
    if fields:
        changed = {name: _marked(getattr(value, name), is_text=is_text) for name, is_text in fields.items()}
        return value._replace(**changed) if hasattr(value, "_replace") else dataclasses.replace(value, **changed)
    if isinstance(value, tuple):
        return tuple(_marked(each, is_text=is_text) for each in value)
    return value


@cache
def _text_fields(record: type) -> Mapping[str, bool]:
    """Return the fields of a record of the content, and whether each holds texts for users."""
    names = getattr(record, "_fields", None) or [field.name for field in _dataclass_fields(record)]
    if not names or not record.__module__.startswith("wizard."):
        return {}
    hints = get_type_hints(record, localns=_forward_names(), include_extras=True)
    own = (name for name in names if not _holds_library(hints[name]))  # the content in other languages stays as it is
    return {name: _holds_user_text(hints[name]) or (record.__name__, name) in NAMES for name in own}


def _dataclass_fields(record: type) -> tuple[Any, ...]:
    return dataclasses.fields(record) if dataclasses.is_dataclass(record) else ()


@cache
def _forward_names() -> dict[str, Any]:
    """Return the types that records name without importing them: all classes of the core."""
    modules = [import_module(f"wizard.core.{each.name}") for each in walk_packages(core.__path__) if not each.ispkg]
    modules += [import_module(f"wizard.core.letter.{each.name}") for each in walk_packages(letter.__path__)]
    return {name: value for module in modules for name, value in vars(module).items() if not name.startswith("_")}


def _holds_user_text(hint: Any) -> bool:
    if get_origin(hint) is Annotated:
        return TRANSLATED in hint.__metadata__
    return any(map(_holds_user_text, get_args(hint)))


def _holds_library(hint: Any) -> bool:
    return hint is Library or any(map(_holds_library, get_args(hint)))


def texts_in(value: object, skip: Callable[[object, str], bool]) -> Iterator[str]:
    """Yield every text of a page; `skip` says which fields hold no text for users."""
    if isinstance(value, str):
        yield value
    elif hasattr(value, "_fields"):
        for name in value._fields:
            if not skip(value, name):
                yield from texts_in(getattr(value, name), skip)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            if not skip(value, field.name):
                yield from texts_in(getattr(value, field.name), skip)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from texts_in(each, skip)
