"""The sentences of two exports compared: what may mislead first, then what has changed."""

from collections import Counter
from collections.abc import Iterable, Iterator

from wizard.audit.compare import Comparison, CountChange
from wizard.audit.kind import MANY, count_labels
from wizard.audit.risks import SERVICE_NAMES
from wizard.i18n import N_, _, capitalized, ngettext

from .audit_sentences import kind_name, year_range

OLD_IS_PARTIAL = N_("Some of the older export could not be read, so there may have been more before than is said here.")
_THINGS, _MEDIA = ("posts", "stories", "reels"), ("photos", "videos")
"""Kinds of what is published, and kinds that are mostly part of these: they are never added up."""


def comparison_cautions(comparison: Comparison) -> Iterator[str]:
    """Yield what to know before the numbers are believed."""
    for name, first, last in comparison.limited_to:
        service = SERVICE_NAMES[name]
        if first > last:
            yield _("{service}: the two exports have no whole year in common, so nothing is compared.", service=service)
        else:
            yield _(
                "{service}: only {years} is compared, since one of the exports covers no more.",
                service=service,
                years=year_range(first, last),
            )
    if comparison.old_is_partial:
        yield _(OLD_IS_PARTIAL)
    if comparison.has_removed_kinds:
        yield _(
            "“Gone” means that the newer export doesn't have it. Make sure that you asked for everything, "
            "and for all time, in both exports."
        )


def comparison_head(comparison: Comparison) -> str:
    """Return what the user's work has changed, in one line."""
    if not comparison.compared and comparison.only_old and comparison.only_new:
        return _(
            "Nothing can be compared: the older export is of {old}, the newer one of {new}.",
            old=_service_names(comparison.only_old),
            new=_service_names(comparison.only_new),
        )
    if not comparison.changed:
        return _("Nothing has changed between the two exports.")
    gone: Counter[str] = Counter()
    for change in comparison.kinds:
        gone[change.name] += max(0, -change.difference)
    things, media = _kinds_text(gone, _THINGS), _kinds_text(gone, _MEDIA)
    if things and media:
        return ngettext("{things} is gone, with {media}.", "{things} are gone, with {media}.", _total(gone, _THINGS),
                        things=things, media=media)  # fmt: skip
    if things or media:
        total = _total(gone, (*_THINGS, *_MEDIA))
        return ngettext("{things} is gone.", "{things} are gone.", total, things=things or media)
    return _("What has changed since the older export:")


def _total(counts: Counter[str], kinds: Iterable[str]) -> int:
    return sum(counts[kind] for kind in kinds)


def _kinds_text(counts: Counter[str], kinds: Iterable[str]) -> str:
    """Return the counts above zero in words: "130 posts and 1 story"."""
    labels = {label.name: label for label in count_labels()}
    parts = [
        _("{count:,} {things}", count=counts[kind], things=labels[kind].text(counts[kind])) for kind in kinds if counts[kind]
    ]
    return _joined(parts)


def _service_names(services: Iterable[str]) -> str:
    return _joined([SERVICE_NAMES[name] for name in services])


def _joined(parts: list[str]) -> str:
    return _("{most} and {last}", most=", ".join(parts[:-1]), last=parts[-1]) if len(parts) > 1 else "".join(parts)


def comparison_notes(comparison: Comparison) -> Iterator[str]:
    """Yield sentences about changes of the privacy flag, and about services that could not be compared."""
    yield from (_("Your {service} account is private now.", service=SERVICE_NAMES[name]) for name in comparison.became_private)
    yield from (_("Your {service} account is public now.", service=SERVICE_NAMES[name]) for name in comparison.became_public)
    if not comparison.compared and comparison.only_old and comparison.only_new:
        return  # the head says it
    for names, message in (
        (comparison.only_old, N_("{service} is in the older export only, and was not compared.")),
        (comparison.only_new, N_("{service} is in the newer export only, and was not compared.")),
    ):
        yield from (_(message, service=SERVICE_NAMES[name]) for name in names)


def change_label(change: CountChange) -> str:
    """Return the label of a change: "Posts (Facebook)"."""
    label = next(label.text(MANY) for label in count_labels() if label.name == change.name)
    return f"{capitalized(label)} ({SERVICE_NAMES[change.service]})"


def difference_text(change: CountChange) -> str:
    """Return the difference in words: "120 fewer", "3 more" or "as before"."""
    difference = change.difference
    if not difference:
        return _("as before")
    message = N_("{number:,} more") if difference > 0 else N_("{number:,} fewer")
    return _(message, number=abs(difference))


def change_line(change: CountChange) -> str:
    """Return a count before and after: "Posts (Facebook): 120 before, 0 now (120 fewer)"."""
    return _(
        "{label}: {before:,} before, {after:,} now ({difference})",
        label=change_label(change),
        before=change.before,
        after=change.after,
        difference=difference_text(change),
    )


def changes_by_year(comparison: Comparison) -> list[tuple[str, str, str]]:
    """Return service, year and its changes: "posts 51 to 1, photos 56 to 3". Years in a row of which nothing is left are one."""
    changes: dict[tuple[str, int], list[CountChange]] = {}
    for year, change in comparison.years:
        changes.setdefault((change.service, year), []).append(change)
    rows: list[tuple[str, int, int, list[CountChange]]] = []
    for (service, year), found in changes.items():
        if rows and rows[-1][0] == service and rows[-1][2] == year - 1 and _is_gone(found) and _is_gone(rows[-1][3]):
            _service, first, _last, before = rows.pop()
            rows.append((service, first, year, [*before, *found]))
        else:
            rows.append((service, year, year, found))
    return [(SERVICE_NAMES[service], year_range(first, last), _changes_text(found)) for service, first, last, found in rows]


def _is_gone(changes: Iterable[CountChange]) -> bool:
    return not any(change.after for change in changes)


def _changes_text(changes: Iterable[CountChange]) -> str:
    """Return the changes of one or more years, added up by kind."""
    before, after = Counter[str](), Counter[str]()
    for change in changes:
        before[change.name] += change.before
        after[change.name] += change.after
    return ", ".join(
        _("{kind} {before:,} to {after:,}", kind=kind_name(name), before=before[name], after=after[name]) for name in before
    )


def year_change(service: str, years: str, changes: str) -> str:
    """Return the changes of a year, or of several, in one line: "2012, Facebook: posts 51 to 1"."""
    return _("{year}, {service}: {changes}", year=years, service=service, changes=changes)
