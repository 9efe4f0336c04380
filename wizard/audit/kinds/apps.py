"""Apps and websites with access to the account, by the state in which Meta lists them."""

from functools import partial

from msgspec import Struct

from wizard.audit.kind import FACEBOOK, INSTAGRAM, UNNAMED_LIST, CountLabel, RecordReader
from wizard.audit.tally import Tally
from wizard.audit.translated_fields import LabelValue, StringData, as_list

STATES = ("active", "inactive", "removed")
UNKNOWN = "unknown"


class App(Struct, gc=False):
    """An app on Facebook; exports until 2020 do not contain its state."""

    category: str | None = None
    added_timestamp: float = 0


class LinkedApp(Struct, gc=False):
    """An app on Instagram, in any of its three forms."""

    string_map_data: dict[str, StringData] | None = None
    label_values: list[LabelValue] | LabelValue | None = None

    def timestamps(self) -> list[float]:
        """Return the timestamps among its fields."""
        timestamps = [entry.timestamp for entry in (self.string_map_data or {}).values()]
        timestamps += [field.timestamp_value for field in as_list(self.label_values)]
        return [timestamp for timestamp in timestamps if timestamp]


def count_facebook(apps: list[App], tally: Tally) -> None:
    """Count apps by state; “inactive” is called expired on Facebook's pages."""
    names = [f"apps.{app.category if app.category in STATES else UNKNOWN}" for app in apps]
    if f"apps.{UNKNOWN}" not in names:  # a file with states also shows which states have no apps
        tally.mark_present(*(f"apps.{state}" for state in STATES))
    for name, app in zip(names, apps, strict=True):
        tally.add(name)
        tally.widen_time_range(name, app.added_timestamp)


def count_instagram(state: str, apps: list[LinkedApp], tally: Tally) -> None:
    """Count apps; the file determines their state."""
    tally.add(f"apps.{state}", len(apps))
    for app in apps:
        for timestamp in app.timestamps():
            tally.widen_time_range(f"apps.{state}", timestamp)


_APPS_FOLDER = "apps_and_websites_off_of_facebook"
READERS = (
    RecordReader(
        FACEBOOK,
        (
            f"{_APPS_FOLDER}/connected_apps_and_websites.json",
            f"{_APPS_FOLDER}/apps_and_websites.json",
            "apps_and_websites/apps_and_websites.json",
        ),
        ("installed_apps_v2", "installed_apps"),
        App,
        count_facebook,
        newest_only=True,
    ),
    RecordReader(
        INSTAGRAM,
        ("apps_and_websites/active_apps.json", "apps_and_websites/apps_and_websites.json"),
        ("apps_and_websites_active_apps", UNNAMED_LIST),
        LinkedApp,
        partial(count_instagram, "active"),
        newest_only=True,
    ),
    RecordReader(
        INSTAGRAM,
        ("apps_and_websites/expired_apps.json", "apps_and_websites/expired_pps.json", "apps_and_websites/apps_and_websites.json"),
        ("apps_and_websites_expired_apps",),
        LinkedApp,
        partial(count_instagram, "expired"),
        newest_only=True,
    ),
    RecordReader(
        INSTAGRAM,
        ("apps_and_websites/expired_apps.json", "apps_and_websites/expired_pps.json"),
        (UNNAMED_LIST,),
        LinkedApp,
        partial(count_instagram, "expired"),
        newest_only=True,
    ),
)
LABELS = (
    CountLabel("apps.active", "connected app", "connected apps", 70, severity=2),
    CountLabel("apps.inactive", "app whose access has expired", "apps whose access has expired", 71, severity=1),
    CountLabel("apps.expired", "app whose access has expired", "apps whose access has expired", 72, severity=1),
    CountLabel("apps.removed", "app removed", "apps removed", 73),
    CountLabel("apps.unknown", "app whose status isn't given", "apps whose status isn't given", 74, severity=2),
)
