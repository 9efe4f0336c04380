"""Rules for regimes: a headline for every path, time limits that are some, a next step that can be taken."""

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


def unused_regime(shelf: ContentTree) -> Iterator[Violation]:
    """Somebody lives under every regime."""
    used = {country.regime for country in shelf.library.countries.values()}
    for place, regime in shelf.regimes():
        if regime.id not in used:
            yield Violation(place, "No country falls under this regime.", "Name it in countries.csv, or take the file out.")


def missing_headline(shelf: ContentTree) -> Iterator[Violation]:
    """A regime has a headline for every path that people under it can come to, whether the form opened or not."""
    for place, regime in shelf.regimes():
        expected = {country.form for country in shelf.library.countries.values() if country.regime == regime.id} & PATHS.keys()
        paths = {choose_path(each, opened) for each in expected for opened in ("", OPENED, NOT_OPENED)}
        for path in sorted(paths - regime.headlines.keys()):
            yield Violation(
                f"{place} headlines", f"There is no headline for the path “{path}”.", "Say in a few words what holds then."
            )


def invalid_headline(shelf: ContentTree) -> Iterator[Violation]:
    """A headline belongs to a path and has eight words at most."""
    paths = set(PATHS.values())
    for place, regime in shelf.regimes():
        for path, headline in regime.headlines.items():
            if path not in paths:
                yield Violation(f"{place} headlines", f"“{path}” is not a path.", did_you_mean(path, paths))
            elif len(headline.split()) > LONGEST_HEADLINE:
                yield Violation(f"{place} headlines", f"“{headline}” is long.", f"Say it in {LONGEST_HEADLINE} words at most.")


def time_limit_length(shelf: ContentTree) -> Iterator[Violation]:
    """A time limit ends within a year."""
    for place, regime in shelf.regimes():
        for number, clock in enumerate(regime.time_limits, 1):
            for period in _periods(clock):
                if period.number > LONGEST[period.unit]:
                    yield Violation(
                        f"{place} [[clocks]] {number}",
                        f"{period.number} {period.unit} is long.",
                        "See whether the unit is right.",
                    )


def duplicate_time_limit(shelf: ContentTree) -> Iterator[Violation]:
    """For one home and one day a time limit is there once."""
    for place, regime in shelf.regimes():
        for (number, one), (_, other) in combinations(enumerate(regime.time_limits, 1), 2):
            if one.id == other.id and _share_a_day(one.statement.valid, other.statement.valid):
                both = [home for home in scenarios_for_regime(shelf, regime.id) if _runs(one, home) and _runs(other, home)]
                if both:
                    what = f"It runs together with another clock “{one.id}” in {_named(both)}."
                    yield Violation(f"{place} [[clocks]] {number}", what, "Tell them apart by “when” or by days.")


def escalation_without_limit(shelf: ContentTree) -> Iterator[Violation]:
    """The clock that a next step starts runs wherever that step can be taken."""
    for place, regime in shelf.regimes():
        for number, escalation in enumerate(regime.escalations, 1):
            spot = f"{place} [[escalations]] {number}"
            clocks = [clock for clock in regime.time_limits if clock.id == escalation.starts_limit]
            if escalation.starts_limit and not clocks:
                yield Violation(
                    spot,
                    f"There is no clock “{escalation.starts_limit}”.",
                    did_you_mean(escalation.starts_limit, {each.id for each in regime.time_limits}),
                )
            elif escalation.starts_limit:
                taking = [home for home in scenarios_for_regime(shelf, regime.id) if home.can_satisfy(escalation.statement.when)]
                without = [home for home in taking if not any(_runs(clock, home) for clock in clocks)]
                if without:
                    yield Violation(
                        spot,
                        f"Its clock “{escalation.starts_limit}” does not run in {_named(without)}.",
                        "Widen the clock, or limit this step.",
                    )


def unknown_escalation_status(shelf: ContentTree) -> Iterator[Violation]:
    """A next step that only follows a status, follows one that a case can have."""
    statuses = {outcome.status for outcome in shelf.library.outcomes.values()}
    for place, regime in shelf.regimes():
        for number, escalation in enumerate(regime.escalations, 1):
            if escalation.after_status and escalation.after_status not in statuses:
                what = f"No case ever is “{escalation.after_status}”."
                yield Violation(f"{place} [[escalations]] {number}", what, did_you_mean(escalation.after_status, statuses))


def unknown_escalation_limit(shelf: ContentTree) -> Iterator[Violation]:
    """The clocks that end the time for a next step are clocks of the regime."""
    for place, regime in shelf.regimes():
        known = {clock.id for clock in regime.time_limits}
        for number, escalation in enumerate(regime.escalations, 1):
            for id in escalation.limited_by:
                if id not in known:
                    yield Violation(f"{place} [[escalations]] {number}", f"There is no clock “{id}”.", did_you_mean(id, known))


def escalation_without_authority(shelf: ContentTree) -> Iterator[Violation]:
    """People are sent to an authority only where we know one."""
    for place, regime in shelf.regimes():
        for number, escalation in enumerate(regime.escalations, 1):
            if escalation.to == "authority":
                taking = [home for home in scenarios_for_regime(shelf, regime.id) if home.can_satisfy(escalation.statement.when)]
                without = [home for home in taking if not _office(home)]
                if without:
                    what = f"It sends people in {_named(without)} to an authority that we do not know."
                    yield Violation(
                        f"{place} [[escalations]] {number}", what, "Limit it by “when”, or name their authority in countries.csv."
                    )


def _periods(clock: TimeLimit) -> Iterator[Period]:
    yield clock.period
    if clock.extension:
        yield clock.extension


def _runs(clock: TimeLimit, home: Scenario) -> bool:
    return home.can_satisfy(clock.statement.when)


def _office(home: Scenario) -> str:
    """The id of the authority that is named for a home; whether it exists is for another rule to say."""
    country, region = home.place.country, home.place.region
    return region.authority if region and region.authority else country.authority


def _share_a_day(one: ValidityPeriod, other: ValidityPeriod) -> bool:
    begins_in_time = one.first is None or other.last is None or one.first <= other.last
    return begins_in_time and (other.first is None or one.last is None or other.first <= one.last)


def _named(where: list[Scenario]) -> str:
    names = list(dict.fromkeys(home.place.name for home in where))
    return ", ".join(names[:NAMED]) + (f" and {len(names) - NAMED} more" if len(names) > NAMED else "")
