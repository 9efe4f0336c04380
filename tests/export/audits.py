"""Reports in which everything occurs, and the golden files of their documents, byte for byte.

Look at the page, too: in light and dark, narrow and wide, and printed.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from tests.audit.facebook import facebook_2024
from tests.audit.instagram import instagram_2026, threads
from tests.audit.kinds.reading import report_of
from tests.audit.world import facebook_life, instagram_life, threads_life
from wizard.audit.compare import Comparison, compare_reports
from wizard.audit.report import AuditReport
from wizard.audit.risks import rank_risks
from wizard.export.audit.html import audit_html
from wizard.export.audit.json import audit_json
from wizard.export.audit.text import audit_text
from wizard.views.audit_report import AuditPage, StepAdvice, group_by_step
from wizard.views.find_at_meta import MetaLink

_ALL_OF = {
    "delete-your-data/facebook-posts": "facebook: posts photos videos reels gps gps_videos camera naming comments group_posts",
    "delete-your-data/instagram-posts": "instagram: posts photos videos reels gps gps_videos camera naming",
    "delete-your-data/threads-posts": "threads: posts photos naming camera",
    "privacy-settings/instagram-private": "instagram: public",
    "privacy-settings/threads-private": "threads: public",
    "disconnect-apps/apps-and-websites": "facebook: apps.active apps.inactive",
}
STEPS = {
    f"{service}.{name}": step
    for step, findings in _ALL_OF.items()
    for service, names in [findings.split(": ")]
    for name in names.split()
}
"""The steps of the sample; some findings have none."""
TITLES = {
    "delete-your-data/facebook-posts": "Delete Facebook posts and photos in bulk",
    "delete-your-data/instagram-posts": "Delete Instagram posts and reels in bulk",
    "delete-your-data/threads-posts": "Delete Threads posts one by one",
    "privacy-settings/instagram-private": "Make your Instagram account private",
    "privacy-settings/threads-private": "Make your Threads profile private",
    "disconnect-apps/apps-and-websites": "Remove apps and websites you no longer use",
}
LINKS = {
    "delete-your-data/facebook-posts": (
        MetaLink("Your posts, photos and videos", "https://www.facebook.com/me/allactivity?activity_history=false&x=1"),
        MetaLink("Activity log", "https://www.facebook.com/me/allactivity"),
    ),
    "privacy-settings/instagram-private": (MetaLink("Privacy", "https://www.instagram.com/accounts/who_can_see_your_content/"),),
}
NOWHERE = AuditReport(services=(), read=0, skipped=0, unreadable=(), is_html_export=True)
"""The report on an export in HTML."""
HOSTILE = "\x1b[2J\x9b31m\u202eevil\u2066 <script>alert(1)</script> {{ 7 * 7 }} [/b] \ud800 \x00\r\n" + "x" * 300


@cache
def full() -> AuditReport:
    """An export of all three services, with some of it damaged."""
    files = facebook_2024(facebook_life(size=60)) | _below(
        "instagram", instagram_2026(instagram_life()) | threads(threads_life())
    )
    root = "your_facebook_activity/"
    odd = {
        f"{root}posts/your_posts_7.json": b"[{}, 42]",
        f"{root}stories/archived_stories.json": b"[object Object]",
        f"{root}posts/your_moments.json": [{}],
    }
    return replace(report_of(files | odd), read_on=date(2026, 11, 23), made_on=date(2026, 11, 1))


@cache
def emptied() -> AuditReport:
    """The same a month later, after much work; Threads is gone."""
    life = facebook_life(size=60)
    life.posts, life.albums = life.posts[:5], {}
    return report_of(facebook_2024(life) | _below("instagram", instagram_2026(instagram_life(private=True))))


def _below(folder: str, files: Mapping[str, Any]) -> dict[str, Any]:
    return {f"{folder}/{name}": value for name, value in files.items()}


def hostile() -> AuditReport:
    """An export with hostile words wherever words of an export get into a report: a setting, and the names of files."""
    posts = [{"timestamp": 1_230_768_000, "attachments": [{"data": [{"media": {"uri": f"{n}.jpg"}} for n in range(1000)]}]}]
    setting, name = {"label": "Who can see your future posts?", "value": HOSTILE}, HOSTILE.replace("/", "|")
    return report_of(
        {
            "posts/your_posts_1.json": posts,
            f"your_facebook_activity/posts/album/{name}.json": b"[object Object]",
            f"your_facebook_activity/posts/{name}.json": [],
            "preferences/preferences/privacy_settings.json": {"label_values": [setting]},
        },
        as_meta=False,
    )


def page_of(report: AuditReport, comparison: Comparison | None = None) -> AuditPage:
    """The page of a report, with the steps of the sample."""
    risks = rank_risks(report, STEPS)
    steps = {id: StepAdvice(id, title, (), LINKS.get(id, ())) for id, title in TITLES.items()}
    return AuditPage(report, risks, group_by_step(risks, steps), comparison)


def changes() -> Comparison:
    """What has changed between the two."""
    return compare_reports(full(), emptied())


FORMATS: dict[str, Callable[[AuditPage], str]] = {"txt": audit_text, "json": audit_json, "html": audit_html}


def document(ending: str, report: AuditReport, comparison: Comparison | None = None) -> str:
    """A report in a format."""
    return FORMATS[ending](page_of(report, comparison))


def documents() -> dict[str, Callable[[], str]]:
    """The name of each golden file, and what must stand in it."""
    found: dict[str, Any] = {}
    for ending in FORMATS:
        found[f"full.{ending}"] = lambda ending=ending: document(ending, full())
        found[f"compared.{ending}"] = lambda ending=ending: document(ending, emptied(), changes())
        found[f"html-export.{ending}"] = lambda ending=ending: document(ending, NOWHERE)
    return found
