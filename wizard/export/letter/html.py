"""A letter as a page to print: one file that loads nothing, runs nothing and links to nothing."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape

from .blocks import Block, Heading, Items, Lines, Table

STYLE = """\
@page { size: A4; margin: 22mm 20mm; }
body { font: 11pt/1.45 Georgia, "Times New Roman", serif; max-width: 170mm; margin: 2em auto; padding: 0 1em; overflow-wrap: anywhere; }
h1 { font-size: 1.1em; margin: 2em 0 1em; }
h2 { font-size: 1em; margin: 1.4em 0 .4em; break-after: avoid; }
p, ul, ol, table { margin: 0 0 .9em; }
li { margin: 0 0 .25em; break-inside: avoid; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid; padding: .25em .5em; text-align: start; vertical-align: top; }
tr { break-inside: avoid; }
@media print { body { margin: 0; padding: 0; max-width: none; } }
"""


def html(blocks: Sequence[Block], language: str, title: str) -> str:
    """The letter as a page of its own."""
    digest = b64encode(sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    body = "\n".join(line for block in blocks for line in _lines(block))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"<h{block.level}>{escape(block.text)}</h{block.level}>"
    elif isinstance(block, Lines):
        yield f'<p dir="auto">{"<br>".join(map(escape, block.lines))}</p>'
    elif isinstance(block, Items):
        kind = "ol" if block.ordered else "ul"
        yield f"<{kind}>"
        yield from (f'<li dir="auto">{escape(item)}</li>' for item in block.items)
        yield f"</{kind}>"
    else:
        yield from _table(block)


def _table(table: Table) -> Iterator[str]:
    yield "<table>"
    for number, row in enumerate(table.rows):
        kind = "td" if number else 'th scope="col"'
        cells = "".join(f"<{kind}>{escape(cell)}</{kind[:2]}>" for cell in row)
        yield f"<tr>{cells}</tr>"
    yield "</table>"
