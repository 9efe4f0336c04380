"""Rules for regimes: a headline for every path, time limits that are some, a next step that can be taken."""

from collections.abc import Iterator
from itertools import combinations

from wizard.core.law import Clock, Period, Span
from wizard.core.place import NOT_OPENED, OPENED, PATHS, path_for

from .finding import Flaw, did_you_mean
from .homes import Home, homes_under
from .shelf import Shelf

LONGEST_HEADLINE = 8
LONGEST = {"days": 366, "working-days": 260, "months": 12}
NAMED = 6


def idle_regime(shelf: Shelf) -> Iterator[Flaw]:
    """Somebody lives under every regime."""
    used = {country.regime for country in shelf.library.countries.values()}
    for place, regime in shelf.regimes():
        if regime.id not in used:
            yield Flaw(place, "No country falls under this regime.", "Name it in countries.csv, or take the file out.")


def no_headline(shelf: Shelf) -> Iterator[Flaw]:
    """A regime has a headline for every path that people under it can come to, whether the form opened or not."""
    for place, regime in shelf.regimes():
        expected = {country.form for country in shelf.library.countries.values() if country.regime == regime.id} & PATHS.keys()
        paths = {path_for(each, opened) for each in expected for opened in ("", OPENED, NOT_OPENED)}
        for path in sorted(paths - regime.headlines.keys()):
            yield Flaw(
                f"{place} headlines", f"There is no headline for the path “{path}”.", "Say in a few words what holds then."
            )


def bad_headline(shelf: Shelf) -> Iterator[Flaw]:
    """A headline belongs to a path and has eight words at most."""
    paths = set(PATHS.values())
    for place, regime in shelf.regimes():
        for path, headline in regime.headlines.items():
            if path not in paths:
                yield Flaw(f"{place} headlines", f"“{path}” is not a path.", did_you_mean(path, paths))
            elif len(headline.split()) > LONGEST_HEADLINE:
                yield Flaw(f"{place} headlines", f"“{headline}” is long.", f"Say it in {LONGEST_HEADLINE} words at most.")


def clock_length(shelf: Shelf) -> Iterator[Flaw]:
    """A time limit ends within a year."""
    for place, regime in shelf.regimes():
        for number, clock in enumerate(regime.clocks, 1):
            for period in _periods(clock):
                if period.number > LONGEST[period.unit]:
                    yield Flaw(
                        f"{place} [[clocks]] {number}",
                        f"{period.number} {period.unit} is long.",
                        "See whether the unit is right.",
                    )


def clock_twice(shelf: Shelf) -> Iterator[Flaw]:
    """For one home and one day a time limit is there once."""
    for place, regime in shelf.regimes():
        for (number, one), (_, other) in combinations(enumerate(regime.clocks, 1), 2):
            if one.id == other.id and _share_a_day(one.statement.valid, other.statement.valid):
                both = [home for home in homes_under(shelf, regime.id) if _runs(one, home) and _runs(other, home)]
                if both:
                    what = f"It runs together with another clock “{one.id}” in {_named(both)}."
                    yield Flaw(f"{place} [[clocks]] {number}", what, "Tell them apart by “when” or by days.")


def escalation_without_clock(shelf: Shelf) -> Iterator[Flaw]:
    """The clock that a next step starts runs wherever that step can be taken."""
    for place, regime in shelf.regimes():
        for number, escalation in enumerate(regime.escalations, 1):
            spot = f"{place} [[escalations]] {number}"
            clocks = [clock for clock in regime.clocks if clock.id == escalation.clock]
            if escalation.clock and not clocks:
                yield Flaw(
                    spot,
                    f"There is no clock “{escalation.clock}”.",
                    did_you_mean(escalation.clock, {each.id for each in regime.clocks}),
                )
            elif escalation.clock:
                taking = [home for home in homes_under(shelf, regime.id) if home.may_meet(escalation.statement.when)]
                without = [home for home in taking if not any(_runs(clock, home) for clock in clocks)]
                if without:
                    yield Flaw(
                        spot,
                        f"Its clock “{escalation.clock}” does not run in {_named(without)}.",
                        "Widen the clock, or limit this step.",
                    )


def escalation_after_nothing(shelf: Shelf) -> Iterator[Flaw]:
    """A next step that only follows a status, follows one that a case can have."""
    statuses = {outcome.status for outcome in shelf.library.outcomes.values()}
    for place, regime in shelf.regimes():
        for number, escalation in enumerate(regime.escalations, 1):
            if escalation.after and escalation.after not in statuses:
                what = f"No case ever is “{escalation.after}”."
                yield Flaw(f"{place} [[escalations]] {number}", what, did_you_mean(escalation.after, statuses))


def escalation_by_nothing(shelf: Shelf) -> Iterator[Flaw]:
    """The clocks that end the time for a next step are clocks of the regime."""
    for place, regime in shelf.regimes():
        known = {clock.id for clock in regime.clocks}
        for number, escalation in enumerate(regime.escalations, 1):
            for id in escalation.by:
                if id not in known:
                    yield Flaw(f"{place} [[escalations]] {number}", f"There is no clock “{id}”.", did_you_mean(id, known))


def escalation_without_office(shelf: Shelf) -> Iterator[Flaw]:
    """People are sent to an authority only where we know one."""
    for place, regime in shelf.regimes():
        for number, escalation in enumerate(regime.escalations, 1):
            if escalation.to == "authority":
                taking = [home for home in homes_under(shelf, regime.id) if home.may_meet(escalation.statement.when)]
                without = [home for home in taking if not _office(home)]
                if without:
                    what = f"It sends people in {_named(without)} to an authority that we do not know."
                    yield Flaw(
                        f"{place} [[escalations]] {number}", what, "Limit it by “when”, or name their authority in countries.csv."
                    )


def _periods(clock: Clock) -> Iterator[Period]:
    yield clock.period
    if clock.extension:
        yield clock.extension


def _runs(clock: Clock, home: Home) -> bool:
    return home.may_meet(clock.statement.when)


def _office(home: Home) -> str:
    """The id of the authority that is named for a home; whether it exists is for another rule to say."""
    country, region = home.place.country, home.place.region
    return region.authority if region and region.authority else country.authority


def _share_a_day(one: Span, other: Span) -> bool:
    begins_in_time = one.first is None or other.last is None or one.first <= other.last
    return begins_in_time and (other.first is None or one.last is None or other.first <= one.last)


def _named(where: list[Home]) -> str:
    names = list(dict.fromkeys(home.place.name for home in where))
    return ", ".join(names[:NAMED]) + (f" and {len(names) - NAMED} more" if len(names) > NAMED else "")
