"""Rules for regimes: a headline for every path, plausible time limits, escalations that are possible."""

from collections.abc import Iterator
from itertools import combinations

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation, did_you_mean
from wizard.check.scenarios import Scenario, scenarios_for_regime
from wizard.core.jurisdiction import Period, TimeLimit, ValidityPeriod
from wizard.core.place import NOT_OPENED, OPENED, PATHS, choose_path

LONGEST_HEADLINE = 8
LONGEST = {"days": 366, "working-days": 260, "months": 12}
NAMED = 6


def unused_regime(content: ContentTree) -> Iterator[Violation]:
    """Every regime applies in some country or region."""
    used = {country.regime for country in content.library.countries.values()}
    for place, regime in content.regimes():
        if regime.id not in used:
            yield Violation(place, "No country falls under this regime.", "Name it in countries.csv, or take the file out.")


def missing_headline(content: ContentTree) -> Iterator[Violation]:
    """A regime has a headline for every path that people under it can come to, whether the form opened or not."""
    for place, regime in content.regimes():
        expected = {country.form for country in content.library.countries.values() if country.regime == regime.id} & PATHS.keys()
        paths = {choose_path(each, opened) for each in expected for opened in ("", OPENED, NOT_OPENED)}
        for path in sorted(paths - regime.headlines.keys()):
            yield Violation(
                f"{place} headlines", f"There is no headline for the path “{path}”.", "Say in a few words what holds then."
            )


def invalid_headline(content: ContentTree) -> Iterator[Violation]:
    """A headline belongs to a path and has eight words at most."""
    paths = set(PATHS.values())
    for place, regime in content.regimes():
        for path, headline in regime.headlines.items():
            if path not in paths:
                yield Violation(f"{place} headlines", f"“{path}” is not a path.", did_you_mean(path, paths), fields=(path,))
            elif len(headline.split()) > LONGEST_HEADLINE:
                yield Violation(
                    f"{place} headlines", f"“{headline}” is long.", f"Say it in {LONGEST_HEADLINE} words at most.", fields=(path,)
                )


def time_limit_length(content: ContentTree) -> Iterator[Violation]:
    """A time limit ends within a year."""
    for place, regime in content.regimes():
        for number, limit in enumerate(regime.time_limits, 1):
            for path, period in _periods(limit):
                if period.number > LONGEST[period.unit]:
                    yield Violation(
                        f"{place} [[clocks]] {number}",
                        f"{period.number} {period.unit} is long.",
                        "See whether the unit is right.",
                        fields=path,
                    )


def duplicate_time_limit(content: ContentTree) -> Iterator[Violation]:
    """A place has each time limit only once on one day."""
    for place, regime in content.regimes():
        for (number, first), (_, second) in combinations(enumerate(regime.time_limits, 1), 2):
            if first.id == second.id and _overlap(first.statement.valid, second.statement.valid):
                shared = [
                    scenario
                    for scenario in scenarios_for_regime(content, regime.id)
                    if _applies_in(first, scenario) and _applies_in(second, scenario)
                ]
                if shared:
                    what = f"It runs together with another clock “{first.id}” in {_place_names(shared)}."
                    yield Violation(f"{place} [[clocks]] {number}", what, "Tell them apart by “when” or by days.", fields=("id",))


def escalation_without_limit(content: ContentTree) -> Iterator[Violation]:
    """The clock that a next step starts runs wherever that step can be taken."""
    for place, regime in content.regimes():
        for number, escalation in enumerate(regime.escalations, 1):
            location = f"{place} [[escalations]] {number}"
            limits = [limit for limit in regime.time_limits if limit.id == escalation.starts_limit]
            if escalation.starts_limit and not limits:
                yield Violation(
                    location,
                    f"There is no clock “{escalation.starts_limit}”.",
                    did_you_mean(escalation.starts_limit, {each.id for each in regime.time_limits}),
                    fields=("clock",),
                    quote=escalation.starts_limit,
                )
            elif escalation.starts_limit:
                affected = [
                    scenario
                    for scenario in scenarios_for_regime(content, regime.id)
                    if scenario.can_satisfy(escalation.statement.when)
                ]
                uncovered = [scenario for scenario in affected if not any(_applies_in(limit, scenario) for limit in limits)]
                if uncovered:
                    yield Violation(
                        location,
                        f"Its clock “{escalation.starts_limit}” does not run in {_place_names(uncovered)}.",
                        "Widen the clock, or limit this step.",
                        fields=("clock",),
                    )


def unknown_escalation_status(content: ContentTree) -> Iterator[Violation]:
    """A next step that only follows a status, follows one that a request can have."""
    statuses = {outcome.status for outcome in content.library.outcomes.values()}
    for place, regime in content.regimes():
        for number, escalation in enumerate(regime.escalations, 1):
            if escalation.after_status and escalation.after_status not in statuses:
                what = f"No request ever is “{escalation.after_status}”."
                yield Violation(
                    f"{place} [[escalations]] {number}",
                    what,
                    did_you_mean(escalation.after_status, statuses),
                    fields=("after",),
                    quote=escalation.after_status,
                )


def unknown_escalation_limit(content: ContentTree) -> Iterator[Violation]:
    """The clocks that end the time for a next step are clocks of the regime."""
    for place, regime in content.regimes():
        known = {limit.id for limit in regime.time_limits}
        for number, escalation in enumerate(regime.escalations, 1):
            for id in escalation.limited_by:
                if id not in known:
                    yield Violation(
                        f"{place} [[escalations]] {number}",
                        f"There is no clock “{id}”.",
                        did_you_mean(id, known),
                        fields=("by",),
                        quote=id,
                    )


def escalation_without_authority(content: ContentTree) -> Iterator[Violation]:
    """People are sent to an authority only where we know one."""
    for place, regime in content.regimes():
        for number, escalation in enumerate(regime.escalations, 1):
            if escalation.to == "authority":
                affected = [
                    scenario
                    for scenario in scenarios_for_regime(content, regime.id)
                    if scenario.can_satisfy(escalation.statement.when)
                ]
                uncovered = [scenario for scenario in affected if not _authority_id(scenario)]
                if uncovered:
                    what = f"It sends people in {_place_names(uncovered)} to an authority that we do not know."
                    yield Violation(
                        f"{place} [[escalations]] {number}",
                        what,
                        "Limit it by “when”, or name their authority in countries.csv.",
                        fields=("to",),
                    )


def _periods(limit: TimeLimit) -> Iterator[tuple[tuple[str, ...], Period]]:
    """Yield the periods of a time limit, each with the path of its number."""
    yield ("number",), limit.period
    if limit.extension:
        yield ("extension", "number"), limit.extension


def _applies_in(limit: TimeLimit, scenario: Scenario) -> bool:
    return scenario.can_satisfy(limit.statement.when)


def _authority_id(scenario: Scenario) -> str:
    """Return the id of the authority named for a place, or "". Another rule checks that it exists."""
    country, region = scenario.place.country, scenario.place.region
    return region.authority if region and region.authority else country.authority


def _overlap(first: ValidityPeriod, second: ValidityPeriod) -> bool:
    """Return True if the two periods have a day in common. An end that is None is open."""
    starts_before_end = first.first is None or second.last is None or first.first <= second.last
    return starts_before_end and (second.first is None or first.last is None or second.first <= first.last)


def _place_names(scenarios: list[Scenario]) -> str:
    """Return the place names as a list in a sentence, at most NAMED of them."""
    names = list(dict.fromkeys(scenario.place.name for scenario in scenarios))
    return ", ".join(names[:NAMED]) + (f" and {len(names) - NAMED} more" if len(names) > NAMED else "")
