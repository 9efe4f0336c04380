"""Rule that a text names a law or an authority only to readers in places where it applies."""

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
"""Codes of the places where EU data protection law applies. Other parts of member states have their own codes."""
THEIRS: Mapping[str, frozenset[str]] = {
    "GDPR": EU_LAW | {"SJ"},  # Norway applies the GDPR in Svalbard by its own law
    "EU": EU_LAW,
    "European Union": EU_LAW,
    "EEA": EU_LAW,
    "UK GDPR": frozenset({"GB"}),
    "ICO": frozenset({"GB"}),  # not Jersey, Guernsey, the Isle of Man or Gibraltar
}
"""Names of laws, unions and authorities, with the places whose residents may be told that they apply."""
NO_CLAIM = (
    # These say that the law does not apply.
    "in neither the EU nor the EEA",
    "not part of the EU",
    "not part of the EEA",
    "EU law does not apply",
    "EU law as such does not apply",
    "EU law on data protection does not apply",
    "UK GDPR does not extend",
    "The GDPR is not the basis",
    "belong to the EEA. That is wrong",
    # These say that a law resembles the GDPR, and so that it is a different one.
    "follows the GDPR",
    "a near copy of the GDPR",
    "copied the GDPR",
    "copied the EU's rules",
    # These are laws of British territories that apply the text by their own acts.
    "Gibraltar GDPR",
    "GDPR as applied in the Isle of Man",
    "applies the text of the GDPR by its own order",
    # This says where data come from, not where the reader lives.
    "data from the EEA",
)
"""Phrases that name a law without claiming that it applies to the reader."""
IF_IRELAND = "if Meta's Irish company decides about your data"
"""Texts with this clause say themselves that the law may or may not apply to the reader."""
_NAMES = re.compile(rf"\b({'|'.join(sorted(THEIRS, key=len, reverse=True))})\b")
_NO_CLAIM = re.compile("|".join(map(re.escape, NO_CLAIM)), re.IGNORECASE)
NAMED = 8


def law_out_of_scope(content: ContentTree) -> Iterator[Violation]:
    """No step and no text of a place speaks of the GDPR, the EU, the EEA or the ICO to people whom they do not concern."""
    for place, text, readers in _texts_with_readers(content, all_scenarios(content)):
        named = () if IF_IRELAND.lower() in text.lower() else dict.fromkeys(_NAMES.findall(_NO_CLAIM.sub("", text)))
        countries = {scenario.place.country.alpha2 for scenario in readers} if named else set()
        for name in named:
            foreign = sorted(countries - THEIRS[name])
            if foreign:
                listed = ", ".join(foreign[:NAMED]) + (" and others" if len(foreign) > NAMED else "")
                yield Violation(
                    place, f"It names “{name}” to people in {listed}.", "Limit it by “when”, or name what is theirs.", quote=name
                )


def _texts_with_readers(content: ContentTree, scenarios: Iterable[Scenario]) -> Iterator[tuple[str, str, Iterable[Scenario]]]:
    """Yield every text about a place and every step, with the scenarios whose users read it.

    The scenarios are lazy: they are only evaluated for texts that name a law.
    """
    library = content.library
    for country in library.countries.values():
        text = ". ".join((country.law, country.safety, country.note))
        yield f"countries.csv {country.alpha2}", text, (scenario for scenario in scenarios if scenario.place.country is country)
    for region in library.regions.values():
        yield (
            f"regions.csv {region.id}",
            f"{region.law}. {region.note}",
            (scenario for scenario in scenarios if scenario.place.region is region),
        )
    for id, authority in library.authorities.items():
        text = f"{authority.name}. {authority.note}"
        yield f"authorities.toml [{id}]", text, (scenario for scenario in scenarios if scenario.place.authority is authority)
    for file, regime in content.regimes():
        for path, headline in regime.headlines.items():
            affected = (scenario for scenario in scenarios if scenario.place.regime is regime and scenario.place.path == path)
            yield f"{file} headlines", headline, affected
    for file, step in content.steps():
        links = (link.label for link in step.links if not link.when.alternatives)
        text = "\n".join((step.title, step.impact_why, step.gain, step.intro, *(each.text for each in step.sections), *links))
        yield file, text, (scenario for scenario in scenarios if scenario.can_satisfy(step.when))
    for located in located_statements(content):
        residents = (scenario for scenario in scenarios if scenario.place.regime is located.regime)
        yield located.place, located.words, (scenario for scenario in residents if scenario.can_satisfy(located.statement.when))
