"""Render the text of a letter with its values. Values are data: they are never a template or markup."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from wizard.core.blocks import Block, Heading
from wizard.core.letter.models import FieldOption, Letter
from wizard.export.render_text import UNWRAPPED, render_text

from .letter_markup import EMPTY_MARK, VALUE_MARK, one_line, to_blocks

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.sandbox import SandboxedEnvironment


@dataclass(frozen=True, slots=True)
class RenderedLetter:
    """A letter with its values, ready for every format."""

    subject: str
    language: str
    blocks: tuple[Block, ...]


def render_letter(letter: Letter, values: Mapping[str, object]) -> RenderedLetter:
    """Render the letter with these values, whatever its length."""
    subject = one_line(_render(letter.subject, values).replace(VALUE_MARK, "").replace(EMPTY_MARK, ""))
    return RenderedLetter(subject, letter.language, to_blocks(_render(letter.body, {**values, "subject": subject})))


def character_count(rendered: RenderedLetter) -> int:
    """Return the number of characters of the text, as a form or a chat counts them."""
    return len(render_text(rendered.blocks, UNWRAPPED).strip())


def word_count(rendered: RenderedLetter) -> int:
    """Return the number of words from the subject on; addresses above it do not count."""
    heading_positions = [position for position, block in enumerate(rendered.blocks) if isinstance(block, Heading)]
    return len(render_text(rendered.blocks[heading_positions[0] if heading_positions else 0 :], UNWRAPPED).split())


def _render(text: str, values: Mapping[str, object]) -> str:
    return _compile_template(text).render(values)


@lru_cache(maxsize=256)
def _compile_template(text: str) -> "Template":
    """Compile a template, cached by its text: a letter is rendered again after each change of a field."""
    return template_environment().from_string(text)


@cache
def template_environment() -> "SandboxedEnvironment":
    """Return the cached sandbox: templates reach only their values, and unknown names are errors."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    return SandboxedEnvironment(
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_finalize_value, autoescape=False
    )


def _finalize_value(value: object) -> object:
    """Return what `{{ value }}` inserts: the text of an option, or a text with VALUE_MARK on each line."""
    if isinstance(value, FieldOption):
        return value.text or EMPTY_MARK
    if isinstance(value, str):
        return "\n".join(f"{VALUE_MARK}{line}" for line in value.split("\n")) if value else EMPTY_MARK
    return value
