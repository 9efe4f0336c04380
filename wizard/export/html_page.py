"""Self-contained HTML pages: no scripts, no external resources, and every value escaped."""

import re
from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from itertools import groupby

import segno
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from wizard.core.blocks import Line, Span
from wizard.core.formatting import NO_ADDRESS
from wizard.core.sanitize import sanitize
from wizard.core.urls import is_web_address
from wizard.i18n import _, current_tag, labelled, with_colon

from .nonbreaking import nonbreaking

QUIET_ZONE = 4
"""Width in modules of the empty border that the QR code standard requires."""
IMAGES = "data:"
"""What images of a page may be: part of the page itself."""
PIECES_AT_ONCE = 200
"""Pieces of a page that are put together before they are written."""


def render_page(name: str, **values: object) -> str:
    """Render the template `name` with the style sheet of the same name."""
    environment = _environment()
    style = environment.get_template(f"{name}.css").render()
    page = environment.get_template(f"{name}.html.jinja")
    markup = Markup(style)  # noqa: S704 - the style sheet belongs to the program
    return page.render(style=markup, policy=_content_security_policy(style), **values) + "\n"


def stream_page(name: str, *, images: str = IMAGES, **values: object) -> Iterator[str]:
    """Yield the page piece by piece, so that a page of any length fits into memory; `images` is what images may be."""
    environment = _environment()
    style = environment.get_template(f"{name}.css").render()
    page = environment.get_template(f"{name}.html.jinja")
    markup = Markup(style)  # noqa: S704 - the style sheet belongs to the program
    stream = page.stream(style=markup, policy=_content_security_policy(style, images), **values)
    stream.enable_buffering(PIECES_AT_ONCE)
    yield from stream
    yield "\n"


def qr_svg_path(url: str) -> tuple[int, str]:
    """Return the width in modules of a QR code with its border, and the code as an SVG path."""
    # Dark modules of a row that touch form one rectangle: a shorter path than one square per module.
    rows = [bytes(row) for row in segno.make(url, error="m").matrix]
    runs: list[str] = []
    for y, row in enumerate(rows, QUIET_ZONE):
        x = QUIET_ZONE
        for dark, squares in groupby(row):
            width = len(list(squares))
            runs += [f"M{x} {y}h{width}v1h-{width}z"] if dark else []
            x += width
    return len(rows) + 2 * QUIET_ZONE, "".join(runs)


def qr_title(label: str) -> str:
    """Return the name of a QR code for those who cannot see it."""
    return _("QR code: {label}", label=label)


def url_break_parts(url: str) -> list[str]:
    """Split an address after single slashes, where a line may break."""
    return re.split(r"(?<=[^/]/)(?=[^/])", url)


def code_markup(text: str) -> Markup:
    """Return a message as HTML, with what stands between backticks as code."""
    pieces = (escape(piece) for piece in text.split("`"))
    return Markup("").join(
        Markup("<code>{}</code>").format(piece) if number % 2 else piece for number, piece in enumerate(pieces)
    )


def strong_runs(line: Line) -> list[tuple[bool, list[Span]]]:
    """Group the spans of a line into runs that are strong or not."""
    return [(is_strong, list(run)) for is_strong, run in groupby(line, key=lambda span: span.strong)]


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("wizard.export", "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_escape_value,
    )
    environment.globals.update(
        code=code_markup,
        qr_svg_path=qr_svg_path,
        no_address=lambda: _(NO_ADDRESS),
        qr_title=qr_title,
        labelled=labelled,
        page_language=current_tag,
        with_colon=with_colon,
    )
    environment.filters.update(
        block_type=lambda block: type(block).__name__,
        nonbreaking=nonbreaking,
        strong_runs=strong_runs,
        url_parts=url_break_parts,
    )
    environment.tests.update(web_address=is_web_address)
    return environment


def _escape_value(value: object) -> object:
    """Remove characters that hide or reverse text; markup that was built here stays as it is."""
    return sanitize(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _content_security_policy(style: str, images: str = IMAGES) -> str:
    """Return the policy: nothing is loaded or run but `images`, and only this style sheet applies, by its hash."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src {images}; base-uri 'none'; form-action 'none'"
