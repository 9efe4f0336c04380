"""Understand a country or a region that was given as a code or as a name, where nobody can be asked.

Only a full name is understood; what may be meant by another text is suggested.
"""

from collections.abc import Iterable, Mapping

from wizard.core.content_models import Library
from wizard.core.formatting import join_with_or
from wizard.core.jurisdiction import Country, Region
from wizard.errors import WizardError

from .matching import PlaceMatch
from .name_index import PlaceName
from .place_lookup import match_places, places_named

SUGGESTED = 3
"""The number of places that are suggested for a text that is not understood."""


def parse_country(library: Library, text: str, env: Mapping[str, str]) -> tuple[str, str]:
    """Return the alpha-2 code of the country that a code or a name means, and the code of a region that was named, else "".

    Text that means no country is returned as it is. Raises WizardError if it may mean several, or nearly is one.
    """
    for country in library.countries.values():
        if text.casefold() in (country.alpha2.casefold(), country.name.casefold()) and not _is_shared(library, country):
            return country.alpha2, ""
    result = match_places(library, text, env)
    named = places_named(library, text) if result.matches else []
    countries = {entry.alpha2 for entry in named}
    if result.chosen in countries:
        region = result.matches[0].region
        return result.chosen or "", region if region in library.regions else ""
    matches = [match for match in result.matches if not countries or match.alpha2 in countries]
    if len(countries) > 1:
        raise WizardError("place-ambiguous", text=text, choice=_choice(library, matches))
    if matches:
        raise WizardError("country-unknown", text=text, choice=_choice(library, matches))
    return text, ""


def parse_region(library: Library, text: str, country: str, env: Mapping[str, str]) -> str:
    """Return the code of the region of a country that a code or a name means.

    Text that means no place is returned as it is. Raises WizardError if it may mean several regions, is nearly one, or is
    a place of another country.
    """
    regions = [region for region in library.regions.values() if region.country == country]
    wanted = text.casefold()
    for region in regions:
        if wanted in (region.id.casefold(), region.id.partition("-")[2].casefold(), *_names(region)):
            return region.id
    named = places_named(library, text)
    here = list(dict.fromkeys(entry.region for entry in named if entry.region in library.regions and entry.alpha2 == country))
    if len(here) == 1:
        return here[0]
    if here:
        raise WizardError("region-ambiguous", text=text, choice=_regions(library, here))
    elsewhere = [entry for entry in named if entry.alpha2 != country and entry.region in library.regions]
    if elsewhere:
        raise _other_country(library, text, elsewhere[0], library.countries.get(country))
    matches = match_places(library, text, env).matches if regions else ()
    close = [match.region for match in matches if match.alpha2 == country and match.region in library.regions]
    if close:
        raise WizardError("region-unknown", text=text, choice=_regions(library, close))
    return text


def _is_shared(library: Library, country: Country) -> bool:
    """Return True if a region that can be chosen has the name of the country: Georgia."""
    return any(country.name.casefold() in _names(region) for region in library.regions.values())


def _names(region: Region) -> list[str]:
    """Return the names of a region such as `Bavaria (Bayern)`, also the whole, in lower case."""
    name = region.name.casefold()
    return [name, *name.removesuffix(")").split(" (")]


def _other_country(library: Library, text: str, entry: PlaceName, country: Country | None) -> WizardError:
    """Return the error for a region of another country, or for one without an answer to the country question."""
    values = {"text": text, "there": library.countries[entry.alpha2].name, "alpha2": entry.alpha2, "region": entry.region}
    if country:
        return WizardError("region-elsewhere", **values, country=country.name)
    return WizardError("region-without-country", **values)


def _choice(library: Library, matches: Iterable[PlaceMatch]) -> str:
    """Return the first places with what to write for each: "Georgia (country=GE) or Georgia, United States (country=US ...)"."""
    texts = []
    for match in list(matches)[:SUGGESTED]:
        region = library.regions.get(match.region)
        name = f"{region.name}, {match.name}" if region else match.name
        texts.append(f"{name} (country={match.alpha2}{f' region={region.id}' if region else ''})")
    return join_with_or(texts)


def _regions(library: Library, codes: Iterable[str]) -> str:
    """Return the first regions with what to write for each."""
    return join_with_or(f"{library.regions[code].name} (region={code})" for code in list(codes)[:SUGGESTED])
