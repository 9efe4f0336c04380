"""`countries`: list all 250 places with regime, path and law; with a text, show what the place search finds."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator

from wizard.content.content_loader import load_shipped_content
from wizard.core.content_models import Library
from wizard.core.formatting import PATH
from wizard.core.place import Place, build_place
from wizard.core.sanitize import escape_line
from wizard.i18n import N_, NP_, _, labelled, pgettext
from wizard.system.environment import current_date

from .context import CommandContext
from .output_format import add_format_options, print_document

COLUMNS = (N_("Code"), N_("Country"), N_("Rules"), N_("Path"), N_("Form"), N_("Law"))
"""What the columns of the list hold. Codes of countries and of sets of rules are the same in every language."""
FORM = {
    "yes": NP_("form", "documented"),
    "likely": NP_("form", "likely"),
    "reported": NP_("form", "reported"),
    "unknown": NP_("form", "not known"),
    "no": NP_("form", "none"),
}
"""Whether Meta's objection form opens in a place."""
MAX_SHOWN = 100
"""Characters of a searched text that the answer repeats."""


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument("texts", nargs="*", metavar="TEXT", help=_("a place, as you would type it, in any language"))
    parser.add_argument("--guess", action="store_true", help=_("what this computer's settings suggest"))
    add_format_options(parser)


def run(options: Namespace, context: CommandContext) -> int:
    """Print all places, the matches for the given texts, or the guess."""
    library = load_shipped_content()
    if options.guess:
        return _print_guess(library, context, as_json=options.format == "json")
    if options.texts:
        return _print_matches(library, options.texts, context, as_json=options.format == "json")
    places = [build_place(library, country, None, "", current_date(context.env)) for country in library.countries.values()]
    if options.format == "json":
        _print({"schema": 1, "countries": [_place_data(place) for place in places]})
    else:
        sys.stdout.write("\n".join(_table_lines(places)) + "\n")
    return 0


def _print_matches(library: Library, texts: list[str], context: CommandContext, *, as_json: bool) -> int:
    """Print the places that each text may mean, likeliest first."""
    from wizard.places.place_lookup import match_places

    results = [match_places(library, text, context.env) for text in texts]
    if as_json:
        queries = [
            {
                "text": result.text,
                "matches": [{"alpha2": match.alpha2, "name": match.name} for match in result.matches],
                "chosen": result.chosen,
            }
            for result in results
        ]
        _print({"schema": 1, "queries": queries})
        return 0
    for result in results:
        if result.chosen:
            chosen = library.countries[result.chosen].name
        else:
            chosen = _("not sure") if result.matches else _("nothing found")
        sys.stdout.write(labelled(escape_line(result.text[:MAX_SHOWN]), chosen) + "\n")
        sys.stdout.write(
            "".join(
                f"  {match.alpha2}  {match.name}{_region_name(library, match.region, match.via)}\n" for match in result.matches
            )
        )
    return 0


def _region_name(library: Library, code: str, typed_name: str) -> str:
    """Return the region that was meant, after a comma; "" if it was the country."""
    region = library.regions.get(code)
    return f", {region.name if region else typed_name}" if code else ""


def _print_guess(library: Library, context: CommandContext, *, as_json: bool) -> int:
    """Print the country that this computer's settings suggest."""
    from wizard.places.place_lookup import guess_place

    code = guess_place(library, context.env)
    if as_json:
        _print({"schema": 1, "guess": code})
    else:
        line = f"{code}  {library.countries[code].name}" if code else _("This computer's settings don't say where you live.")
        sys.stdout.write(f"{line}\n")
    return 0


def _place_data(place: Place) -> dict[str, object]:
    """Return a place for `--json`."""
    country, authority = place.country, place.authority
    return {
        "alpha2": country.alpha2,
        "name": country.name,
        "regime": country.regime,
        "path": place.path,
        "law": place.law,
        "authority": {"id": authority.id, "name": authority.name, "url": authority.url} if authority else None,
        "form": country.form,
    }


def _table_lines(places: Iterable[Place]) -> Iterator[str]:
    """Yield the heads of the columns, then a line for each place; all but the last column are as wide as their widest cell."""
    rows = [tuple(map(_, COLUMNS)), *map(_cells, places)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for *cells, law in rows:
        yield "  ".join((*(cell.ljust(width) for cell, width in zip(cells, widths, strict=False)), law))


def _cells(place: Place) -> tuple[str, ...]:
    country = place.country
    return country.alpha2, country.name, country.regime, PATH[place.path], pgettext("form", FORM[country.form]), place.law


def _print(value: object) -> None:
    print_document(json.dumps(value, ensure_ascii=False, indent=2) + "\n", "json")
