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
PUBLIC = "public"
"""What follows the service in the id of the finding that tells whether an account is public: once for yes, zero for no."""

FINDING_LABELS = {
    "advertisers": N_("advertisers that have you on a list"),
    "ai_chats": N_("conversations with Meta AI"),
    "ai_interests": N_("interests that Meta's AI noted"),
    "ai_labelled": N_("posts that Meta marked as made by AI"),
    "ai_media": N_("photos and videos in the Meta AI app"),
    "album_photos": N_("photos listed in albums"),
    "albums": N_("albums"),
    "app_posts": N_("posts by apps in your name"),
    "apps.active": N_("connected apps"),
    "apps.expired": N_("apps whose access has expired"),
    "apps.inactive": N_("apps whose access has expired"),
    "apps.removed": N_("apps removed"),
    "apps.unknown": N_("apps whose status isn't given"),
    "archived": N_("archived posts"),
    "by_others": N_("posts by others on your timeline"),
    "camera": N_("photos with camera data"),
    "camera_stories": N_("stories with camera data"),
    "cameras": N_("phone cameras known"),
    "captions": N_("posts with your words"),
    "check_ins": N_("check-ins (posts, too)"),
    "comments": N_("comments"),
    "cover_pictures": N_("cover pictures"),
    "deleted": N_("posts in the bin"),
    "device_media": N_("photos and videos with a device number"),
    "device_stories": N_("stories with a device number"),
    "devices": N_("devices known"),
    "elsewhere": N_("posts on other people's pages or profiles"),
    "friend_lists": N_("lists of friends"),
    "gps": N_("photos with their location"),
    "gps_archived": N_("hidden posts with their location"),
    "gps_comments": N_("pictures in comments with their location"),
    "gps_groups": N_("pictures in groups with their location"),
    "gps_history": N_("places in your location history"),
    "gps_listings": N_("things for sale with their location"),
    "gps_posts": N_("posts with a tagged place"),
    "gps_stories": N_("stories with a place"),
    "gps_videos": N_("videos with their location"),
    "group_comments": N_("comments in groups"),
    "group_posts": N_("posts in groups"),
    "groups": N_("groups that you joined"),
    "groups_run": N_("groups that you run"),
    "instants": N_("instants"),
    "listings": N_("things offered for sale"),
    "media_comments": N_("pictures in comments"),
    "media_groups": N_("pictures in groups"),
    "naming": N_("posts that name people"),
    "notes": N_("notes on the profile"),
    "off_meta.companies": N_("companies that told Meta about you"),
    "off_meta.events": N_("things that companies told Meta"),
    "other_content": N_("other things shared on Instagram"),
    "other_media": N_("files of unknown kind"),
    "pages": N_("pages of your own"),
    "pages_followed": N_("pages and profiles followed"),
    "pages_liked": N_("pages liked"),
    "photos": N_("photos"),
    "posts": N_("posts"),
    "privacy_changes": N_("changes between private and public"),
    "profile_pictures": N_("profile pictures"),
    PUBLIC: N_("public account"),
    "reels": N_("reels"),
    "reposts": N_("posts of others that you reposted"),
    "stories": N_("stories"),
    "tagged": N_("photos and videos by others that name you"),
    "tagged_places": N_("places you were tagged at"),
    "videos": N_("videos"),
}
"""The label of each count of `wizard.audit`, in the plural, by what follows the service in the id of a finding."""


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
        """Return the label in the chosen language, as this version words it; that of an unknown count as it was stored."""
        label = FINDING_LABELS.get(self.id.partition(".")[2])
        return _(label) if label else self.label


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
