"""A letter's text with the blanks filled in. Values are data: nothing in them is ever a template or markup."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from wizard.core.letter.models import FieldOption, Letter

from .blocks import EMPTY_MARK, VALUE_MARK, Block, Heading, to_blocks
from .text import plain_text

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.sandbox import SandboxedEnvironment


@dataclass(frozen=True, slots=True)
class RenderedLetter:
    """A letter ready to become a document."""

    subject: str
    language: str
    blocks: tuple[Block, ...]


def render_letter(letter: Letter, values: Mapping[str, object]) -> RenderedLetter:
    """Fill in the letter, however long it becomes."""
    subject = " ".join(_render(letter.subject, values).replace(VALUE_MARK, "").replace(EMPTY_MARK, "").split())
    return RenderedLetter(subject, letter.language, to_blocks(_render(letter.body, {**values, "subject": subject})))


def character_count(written: RenderedLetter) -> int:
    """How many characters the text has, as a form or a chat counts them."""
    return len(plain_text(written.blocks).strip())


def word_count(written: RenderedLetter) -> int:
    """How many words the letter itself has: from the subject on, without addresses above it."""
    numbers = [number for number, block in enumerate(written.blocks) if isinstance(block, Heading)]
    return len(plain_text(written.blocks[numbers[0] if numbers else 0 :]).split())


def _render(text: str, values: Mapping[str, object]) -> str:
    return _compiled(text).render(values)


@lru_cache(maxsize=256)
def _compiled(text: str) -> "Template":
    return template_environment().from_string(text)


@cache
def template_environment() -> "SandboxedEnvironment":
    """What makes templates of texts: they can reach nothing but their values, and every name in them must be known."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    return SandboxedEnvironment(
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_finalize_value, autoescape=False
    )


def _finalize_value(value: object) -> object:
    """What `{{ value }}` puts into the text: the words of a choice, or text that is marked as coming from outside."""
    if isinstance(value, FieldOption):
        return value.text or EMPTY_MARK
    if isinstance(value, str):
        return "\n".join(f"{VALUE_MARK}{line}" for line in value.split("\n")) if value else EMPTY_MARK
    return value
