"""`countries`: all 250 places and what holds there; with a text, what the type-ahead finds for it."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from wizard.content.content_loader import load_shipped_content
from wizard.core.content_models import Library
from wizard.core.jurisdiction import Country
from wizard.core.place import Place, build_place
from wizard.core.sanitize import escape_json
from wizard.system.environment import current_date

from .context import CommandContext


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("texts", nargs="*", metavar="TEXT", help="a place as a person types it, in any language")
    parser.add_argument("--guess", action="store_true", help="what this computer's settings suggest")
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(options: Namespace, desk: CommandContext) -> int:
    """Print places, finds or the guess."""
    library = load_shipped_content()
    if options.guess:
        return _guess(library, desk, as_json=options.json)
    if options.texts:
        return _find(library, options.texts, as_json=options.json)
    places = [build_place(library, country, None, "", current_date(desk.env)) for country in library.countries.values()]
    if options.json:
        _print({"schema": 1, "countries": [_row(place) for place in places]})
    else:
        sys.stdout.write("\n".join(_line(place) for place in places) + "\n")
    return 0


def _find(library: Library, texts: list[str], *, as_json: bool) -> int:
    from wizard.places.place_lookup import match_places

    found = [match_places(library, text) for text in texts]
    if as_json:
        queries = [
            {
                "text": each.text,
                "matches": [{"alpha2": match.alpha2, "name": match.name} for match in each.matches],
                "chosen": each.chosen,
            }
            for each in found
        ]
        _print({"schema": 1, "queries": queries})
        return 0
    for each in found:
        chosen = library.countries[each.chosen].name if each.chosen else "not sure" if each.matches else "nothing found"
        sys.stdout.write(f"{each.text}: {chosen}\n")
        sys.stdout.write("".join(f"  {match.alpha2}  {match.name}\n" for match in each.matches))
    return 0


def _guess(library: Library, desk: CommandContext, *, as_json: bool) -> int:
    from wizard.places.place_lookup import guess_place

    code = guess_place(library, desk.env)
    if as_json:
        _print({"schema": 1, "guess": code})
    else:
        sys.stdout.write(f"{code}  {library.countries[code].name}\n" if code else "This computer's settings do not tell.\n")
    return 0


def _row(place: Place) -> dict[str, object]:
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


def _line(place: Place) -> str:
    return "  ".join(_cells(place.country, place))


def _cells(country: Country, place: Place) -> Iterator[str]:
    yield country.alpha2
    yield f"{country.name:<34}"
    yield f"{country.regime:<5}"
    yield f"{place.path:<11}"
    yield f"{country.form:<9}"
    yield place.law


def _print(value: object) -> None:
    sys.stdout.write(escape_json(json.dumps(value, ensure_ascii=False, indent=2)) + "\n")
