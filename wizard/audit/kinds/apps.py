"""Apps and websites that were given access, by the state in which Meta lists them."""

from functools import partial

from msgspec import Struct

from wizard.audit.kind import FACEBOOK, INSTAGRAM, UNNAMED_LIST, CountLabel, RecordReader
from wizard.audit.tally import Tally
from wizard.audit.translated_fields import LabelValue, StringData, as_list

STATES = ("active", "inactive", "removed")
UNKNOWN = "unknown"


class App(Struct, gc=False):
    """An app on Facebook; until 2020 its state is not told."""

    category: str | None = None
    added_timestamp: float = 0


class LinkedApp(Struct, gc=False):
    """An app on Instagram, in any of its three shapes."""

    string_map_data: dict[str, StringData] | None = None
    label_values: list[LabelValue] | LabelValue | None = None

    def moments(self) -> list[float]:
        """The moments among its fields."""
        found = [entry.timestamp for entry in (self.string_map_data or {}).values()]
        found += [field.timestamp_value for field in as_list(self.label_values)]
        return [moment for moment in found if moment]


def count_facebook(apps: list[App], tally: Tally) -> None:
    """An app each; “inactive” is what Facebook's pages call expired."""
    named = [f"apps.{app.category if app.category in STATES else UNKNOWN}" for app in apps]
    if f"apps.{UNKNOWN}" not in named:  # a file that tells states tells also of which there are none
        tally.mark_present(*(f"apps.{state}" for state in STATES))
    for name, app in zip(named, apps, strict=True):
        tally.add(name)
        tally.widen_time_range(name, app.added_timestamp)


def count_instagram(state: str, apps: list[LinkedApp], tally: Tally) -> None:
    """An app each; the file tells its state."""
    tally.add(f"apps.{state}", len(apps))
    for app in apps:
        for moment in app.moments():
            tally.widen_time_range(f"apps.{state}", moment)


_OFF = "apps_and_websites_off_of_facebook"
READERS = (
    RecordReader(
        FACEBOOK,
        (
            f"{_OFF}/connected_apps_and_websites.json",
            f"{_OFF}/apps_and_websites.json",
            "apps_and_websites/apps_and_websites.json",
        ),
        ("installed_apps_v2", "installed_apps"),
        App,
        count_facebook,
    ),
    RecordReader(
        INSTAGRAM,
        ("apps_and_websites/active_apps.json", "apps_and_websites/apps_and_websites.json"),
        ("apps_and_websites_active_apps", UNNAMED_LIST),
        LinkedApp,
        partial(count_instagram, "active"),
    ),
    RecordReader(
        INSTAGRAM,
        ("apps_and_websites/expired_apps.json", "apps_and_websites/expired_pps.json", "apps_and_websites/apps_and_websites.json"),
        ("apps_and_websites_expired_apps",),
        LinkedApp,
        partial(count_instagram, "expired"),
    ),
    RecordReader(
        INSTAGRAM,
        ("apps_and_websites/expired_apps.json", "apps_and_websites/expired_pps.json"),
        (UNNAMED_LIST,),
        LinkedApp,
        partial(count_instagram, "expired"),
    ),
)
LABELS = (
    CountLabel("apps.active", "connected app", "connected apps", 70, severity=2),
    CountLabel("apps.inactive", "app whose access has expired", "apps whose access has expired", 71, severity=1),
    CountLabel("apps.expired", "app whose access has expired", "apps whose access has expired", 72, severity=1),
    CountLabel("apps.removed", "app removed", "apps removed", 73),
    CountLabel("apps.unknown", "app in a state that is not told", "apps in a state that is not told", 74, severity=2),
)
