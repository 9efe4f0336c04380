"""Read the findings that are kept from an audit, and adjust the impact of the steps that resolve them."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from wizard.i18n import N_, _

from .content_models import Step
from .field_types import EMPTY
from .sanitize import sanitize_line

SETTING = "audit"
"""The name of the setting under which findings are stored."""
HIGH_COUNT = 100
"""The number of occurrences from which the impact of a step rises by one."""
MAX_IMPACT, MIN_IMPACT = 5, 1
"""The limits of an impact."""
IS_PUBLIC = ".public"
"""The end of the id of a finding that tells whether an account is public: one occurrence for yes, none for no."""

THINGS = frozenset(
    {
        N_("advertisers that have you on a list"),
        N_("albums"),
        N_("apps whose status isn't given"),
        N_("apps removed"),
        N_("apps whose access has expired"),
        N_("archived posts"),
        N_("changes between private and public"),
        N_("check-ins (posts, too)"),
        N_("comments"),
        N_("comments in groups"),
        N_("companies that told Meta about you"),
        N_("connected apps"),
        N_("conversations with Meta AI"),
        N_("cover pictures"),
        N_("devices known"),
        N_("files of unknown kind"),
        N_("groups that you joined"),
        N_("groups that you run"),
        N_("hidden posts with their location"),
        N_("instants"),
        N_("interests that Meta's AI noted"),
        N_("lists of friends"),
        N_("notes on the profile"),
        N_("other things shared on Instagram"),
        N_("pages and profiles followed"),
        N_("pages liked"),
        N_("pages of your own"),
        N_("phone cameras known"),
        N_("photos"),
        N_("photos and videos by others that name you"),
        N_("photos and videos with a device number"),
        N_("photos listed in albums"),
        N_("photos with camera data"),
        N_("photos with their location"),
        N_("pictures in comments"),
        N_("pictures in comments with their location"),
        N_("pictures in groups"),
        N_("pictures in groups with their location"),
        N_("places in your location history"),
        N_("places you were tagged at"),
        N_("posts"),
        N_("posts by apps in your name"),
        N_("posts by others on your timeline"),
        N_("posts in groups"),
        N_("posts in the bin"),
        N_("posts on other people's pages or profiles"),
        N_("posts of others that you reposted"),
        N_("posts that Meta marked as made by AI"),
        N_("posts that name people"),
        N_("photos and videos in the Meta AI app"),
        N_("posts with a tagged place"),
        N_("posts with your words"),
        N_("profile pictures"),
        N_("public account"),
        N_("reels"),
        N_("stories"),
        N_("stories with a place"),
        N_("stories with camera data"),
        N_("stories with a device number"),
        N_("things for sale with their location"),
        N_("things offered for sale"),
        N_("things that companies told Meta"),
        N_("things they told Meta"),  # as older versions stored it
        N_("videos"),
        N_("videos with their location"),
    }
)
"""The labels under which findings are stored, in the plural: what the kinds of `wizard.audit` count."""


class Finding(NamedTuple):
    """A number from a data export, with its label.

    `since` is the year of the earliest occurrence. `on` is the day of the audit if it differs from that of the other
    findings. Both are None if not known.
    """

    id: str
    occurrences: int
    label: str
    since: int | None = None
    on: date | None = None

    @property
    def things(self) -> str:
        """Return the label in the chosen language; a label that is not known here stays as it was stored."""
        return _(self.label) if self.label in THINGS else self.label


class Findings(NamedTuple):
    """All findings that are kept, and the day of the audit; None if nothing is kept."""

    on: date | None = None
    by_id: Mapping[str, Finding] = EMPTY

    def resolved_by(self, step: Step) -> tuple[Finding, ...]:
        """Return the findings that this step resolves, also those without occurrences."""
        return tuple(self.by_id[id] for id in step.resolves if id in self.by_id)


NO_FINDINGS = Findings()


def read_findings(raw: object) -> Findings:
    """Return the findings in a stored setting.

    Entries that are not valid are ignored; without a day there are none.
    """
    if not isinstance(raw, Mapping) or not isinstance(raw.get("found"), list):
        return NO_FINDINGS
    on = _parse_day(raw.get("on"))
    if on is None:
        return NO_FINDINGS
    findings = [finding for entry in raw["found"] if (finding := _read_finding(entry))]
    return Findings(on, {finding.id: finding for finding in findings})


def _read_finding(raw: object) -> Finding | None:
    if not isinstance(raw, Mapping):
        return None
    id, count, label = raw.get("id"), _parse_count(raw.get("count")), raw.get("what")
    if not isinstance(id, str) or count is None or not isinstance(label, str):
        return None
    return Finding(id, count, sanitize_line(label, 80), _parse_count(raw.get("since")), _parse_day(raw.get("on")))


def _parse_day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def _parse_count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**12 else None


def adjusted_impact(step: Step, findings: Findings) -> int:
    """Return the impact of a step for this user.

    MIN_IMPACT if the audit found nothing to resolve, one more than usual from HIGH_COUNT occurrences, at most MAX_IMPACT.
    """
    resolved = findings.resolved_by(step)
    if not resolved:
        return step.impact
    total = sum(finding.occurrences for finding in resolved)
    if not total:
        return MIN_IMPACT
    return min(MAX_IMPACT, step.impact + (total >= HIGH_COUNT))


def with_adjusted_impact(step: Step, findings: Findings) -> Step:
    """Return the step with its impact for this user."""
    impact = adjusted_impact(step, findings)
    return step if impact == step.impact else step._replace(impact=impact)
