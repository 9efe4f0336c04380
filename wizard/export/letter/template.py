"""A letter's text with the blanks filled in. Values are data: nothing in them is ever a template or markup."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from wizard.core.letter.parts import Letter, Option

from .blocks import GONE, GUARD, Block, Heading, to_blocks
from .text import plain_text

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.sandbox import SandboxedEnvironment


@dataclass(frozen=True, slots=True)
class Written:
    """A letter ready to become a document."""

    subject: str
    language: str
    blocks: tuple[Block, ...]


def write_letter(letter: Letter, values: Mapping[str, object]) -> Written:
    """Fill in the letter, however long it becomes."""
    subject = " ".join(_render(letter.subject, values).replace(GUARD, "").replace(GONE, "").split())
    return Written(subject, letter.language, to_blocks(_render(letter.body, {**values, "subject": subject})))


def characters(written: Written) -> int:
    """How many characters the text has, as a form or a chat counts them."""
    return len(plain_text(written.blocks).strip())


def words(written: Written) -> int:
    """How many words the letter itself has: from the subject on, without addresses above it."""
    numbers = [number for number, block in enumerate(written.blocks) if isinstance(block, Heading)]
    return len(plain_text(written.blocks[numbers[0] if numbers else 0 :]).split())


def _render(text: str, values: Mapping[str, object]) -> str:
    return _compiled(text).render(values)


@lru_cache(maxsize=256)
def _compiled(text: str) -> "Template":
    return environment().from_string(text)


@cache
def environment() -> "SandboxedEnvironment":
    """What makes templates of texts: they can reach nothing but their values, and every name in them must be known."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    return SandboxedEnvironment(
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_as_data, autoescape=False
    )


def _as_data(value: object) -> object:
    """What `{{ value }}` puts into the text: the words of a choice, or text that is marked as coming from outside."""
    if isinstance(value, Option):
        return value.text or GONE
    if isinstance(value, str):
        return "\n".join(f"{GUARD}{line}" for line in value.split("\n")) if value else GONE
    return value
