"""What is shown under the user's name without being one of their posts: posts by apps, reposts, and Instagram's other content."""

from functools import partial

from wizard.audit.kind import FACEBOOK, INSTAGRAM, UNNAMED_LIST, CountLabel, RecordReader
from wizard.audit.tally import Tally
from wizard.audit.translated_fields import LabelValueRecord


def count_dated(name: str, records: list[LabelValueRecord], tally: Tally) -> None:
    """Count records, and note the years from the first to the last."""
    tally.add(name, len(records))
    for record in records:
        tally.widen_time_range(name, record.first_timestamp)


READERS = (
    RecordReader(
        FACEBOOK,
        ("posts_from_apps_and_websites.json",),
        ("app_posts_v2", "app_posts"),
        LabelValueRecord,
        partial(count_dated, "app_posts"),
    ),
    RecordReader(
        INSTAGRAM, ("media/reposts*.json",), (UNNAMED_LIST, "ig_reposts"), LabelValueRecord, partial(count_dated, "reposts")
    ),
    RecordReader(
        INSTAGRAM,
        ("media/other_content*.json", "content/other_content*.json"),
        (UNNAMED_LIST, "ig_other_media"),
        LabelValueRecord,
        partial(count_dated, "other_content"),
    ),
)
LABELS = (
    CountLabel("app_posts", "post by an app in your name", "posts by apps in your name", 53, severity=1, extra=True),
    CountLabel("reposts", "post of others that you reposted", "posts of others that you reposted", 54, extra=True),
    CountLabel("other_content", "other thing shared on Instagram", "other things shared on Instagram", 55, extra=True),
)
