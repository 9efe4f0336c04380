"""The rule that nobody is told of a law or an office that is not theirs."""

import re
from collections.abc import Iterable, Iterator, Mapping

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation
from wizard.check.references import located_statements
from wizard.check.scenarios import Scenario, all_scenarios

_MEMBER_STATES = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE"
_OTHERS_OF_THE_EEA = "IS LI NO"
_PARTS_OF_MEMBER_STATES = "AX GF GP MF MQ RE YT"
EU_LAW = frozenset(f"{_MEMBER_STATES} {_OTHERS_OF_THE_EEA} {_PARTS_OF_MEMBER_STATES}".split())
"""Where EU law on data protection applies; other parts of member states have codes of their own because it does not."""
THEIRS: Mapping[str, frozenset[str]] = {
    "GDPR": EU_LAW | {"SJ"},  # Norway applies the GDPR in Svalbard by its own law
    "EU": EU_LAW,
    "European Union": EU_LAW,
    "EEA": EU_LAW,
    "UK GDPR": frozenset({"GB"}),
    "ICO": frozenset({"GB"}),  # not Jersey, Guernsey, the Isle of Man or Gibraltar
}
"""Names of laws, unions and offices, with the places where they may be said as one's own."""
NO_CLAIM = (
    # These deny that the law applies.
    "in neither the EU nor the EEA",
    "not part of the EU",
    "not part of the EEA",
    "EU law does not apply",
    "EU law as such does not apply",
    "EU law on data protection does not apply",
    "UK GDPR does not extend",
    "The GDPR is not the basis",
    "belong to the EEA. That is wrong",
    # These say that a law is like the GDPR, and so that it is another one.
    "follows the GDPR",
    "a near copy of the GDPR",
    "copied the GDPR",
    "copied the EU's rules",
    # These are laws of British territories, which apply the text by acts of their own.
    "Gibraltar GDPR",
    "GDPR as applied in the Isle of Man",
    "applies the text of the GDPR by its own order",
    # This says where data come from, not where the reader lives.
    "data from the EEA",
)
"""Phrases that name a law without claiming that it is the reader's own."""
IF_IRELAND = "if Meta's Irish company decides about your data"
"""A statement under this condition says itself that the law may or may not reach the reader."""
_NAMES = re.compile(rf"\b({'|'.join(sorted(THEIRS, key=len, reverse=True))})\b")
_NO_CLAIM = re.compile("|".join(map(re.escape, NO_CLAIM)), re.IGNORECASE)
NAMED = 8


def law_out_of_scope(shelf: ContentTree) -> Iterator[Violation]:
    """No step and no text of a place speaks of the GDPR, the EU, the EEA or the ICO to people whom they do not concern."""
    for place, words, readers in _texts(shelf, all_scenarios(shelf)):
        names = () if IF_IRELAND.lower() in words.lower() else dict.fromkeys(_NAMES.findall(_NO_CLAIM.sub("", words)))
        countries = {home.place.country.alpha2 for home in readers} if names else set()
        for name in names:
            others = sorted(countries - THEIRS[name])
            if others:
                listed = ", ".join(others[:NAMED]) + (" and others" if len(others) > NAMED else "")
                yield Violation(place, f"It names “{name}” to people in {listed}.", "Limit it by “when”, or name what is theirs.")


def _texts(shelf: ContentTree, where: Iterable[Scenario]) -> Iterator[tuple[str, str, Iterable[Scenario]]]:
    """Every text about a place and every step, with those who read it; they are only looked for when they are asked for."""
    library = shelf.library
    for country in library.countries.values():
        words = ". ".join((country.law, country.safety, country.note))
        yield f"countries.csv {country.alpha2}", words, (home for home in where if home.place.country is country)
    for region in library.regions.values():
        yield f"regions.csv {region.id}", f"{region.law}. {region.note}", (home for home in where if home.place.region is region)
    for id, office in library.authorities.items():
        words = f"{office.name}. {office.note}"
        yield f"authorities.toml [{id}]", words, (home for home in where if home.place.authority is office)
    for file, regime in shelf.regimes():
        for path, headline in regime.headlines.items():
            taking = (home for home in where if home.place.regime is regime and home.place.path == path)
            yield f"{file} headlines", headline, taking
    for file, step in shelf.steps():
        links = (link.label for link in step.links if not link.when.alternatives)
        words = "\n".join((step.title, step.impact_why, step.gain, step.intro, *(each.text for each in step.sections), *links))
        yield file, words, (home for home in where if home.can_satisfy(step.when))
    for told in located_statements(shelf):
        under = (home for home in where if home.place.regime is told.regime)
        yield told.place, told.words, (home for home in under if home.can_satisfy(told.statement.when))
