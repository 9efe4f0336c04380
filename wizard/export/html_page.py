"""A page that stands on its own: no script, nothing from outside, and whatever is put in is escaped."""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from itertools import groupby

import segno
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from wizard.core.markup import bold_spans, parse_paragraphs, strip_markup
from wizard.core.sanitize import sanitize
from wizard.core.urls import is_web_address

from .nonbreaking import nonbreaking

QUIET_ZONE = 4
"""The empty squares that the standard asks for around a QR code."""


def render_page(name: str, **values: object) -> str:
    """The page that a template and its style sheet of the same name make of these values."""
    pages = _environment()
    style = pages.get_template(f"{name}.css").render()
    return pages.get_template(f"{name}.html.jinja").render(style=Markup(style), policy=_policy(style), **values) + "\n"  # noqa: S704 - our own style sheet


def qr_svg_path(url: str) -> tuple[int, str]:
    """A QR code as an SVG path, with the width of the square that it stands in."""
    rows = [bytes(row) for row in segno.make(url, error="m").matrix]
    runs: list[str] = []
    for y, row in enumerate(rows, QUIET_ZONE):
        x = QUIET_ZONE
        for dark, squares in groupby(row):
            width = len(list(squares))
            runs += [f"M{x} {y}h{width}v1h-{width}z"] if dark else []
            x += width
    return len(rows) + 2 * QUIET_ZONE, "".join(runs)


def url_break_parts(url: str) -> list[str]:
    """An address in the pieces between which it may be broken: after single slashes."""
    return re.split(r"(?<=[^/]/)(?=[^/])", url)


def paragraph_runs(text: str) -> list[tuple[bool, list[tuple[str, str]]]]:
    """A passage as runs of taps and runs of paragraphs: whether it is taps, then each number with its words."""
    return [(taps, list(run)) for taps, run in groupby(parse_paragraphs(text), key=lambda block: bool(block[0]))]


@cache
def _environment() -> Environment:
    pages = Environment(
        loader=PackageLoader("wizard.export", "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_escape_value,
    )
    pages.globals.update(passages=paragraph_runs, qr_squares=qr_svg_path)
    pages.filters.update(parts=url_break_parts, plain=strip_markup, spans=bold_spans, unbroken=nonbreaking)
    pages.tests.update(web_address=is_web_address)
    return pages


def _escape_value(value: object) -> object:
    """Text without what could hide or turn it around; what is markup already was made here."""
    return sanitize(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _policy(style: str) -> str:
    """Nothing may be loaded or run; the one style sheet is known by its hash."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
