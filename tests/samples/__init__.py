"""A small content folder, and the lives of three people in it."""

from functools import cache
from pathlib import Path

from tests.making import TODAY, event, said
from wizard.content.content_loader import load_content_folder
from wizard.core.content_models import Library
from wizard.core.snapshot import Snapshot, build_snapshot

CONTENT = Path(__file__).parent / "content"


@cache
def small() -> Library:
    """The library of the small content folder."""
    return load_content_folder(CONTENT)


def germany() -> Snapshot:
    """Two accounts in Hamburg: one objection is overdue, one was refused; a step done, one not for me, a note."""
    answers = said(country="DE", region="DE-HH", services="facebook instagram", visibility="unknown")
    happened = (
        event("case/facebook", "sent", "2026-10-01"),
        event("case/instagram", "sent", "2026-11-02"),
        event("case/instagram", "receipt", "2026-11-03", note="a mail"),
        event("instagram-private", "done", "2026-11-02"),
        event("disconnect-apps/apps", "skipped", "2026-11-02", note="I *never* used\n[any] app"),
        event("delete-your-data/old-posts", "note", "2026-11-03", note="ask `Kim` <first>\n# please"),
    )
    return build_snapshot(small(), answers, happened, TODAY)


def california() -> Snapshot:
    """One account in California, nothing done yet."""
    answers = said(country="US", region="US-CA", services="facebook", visibility="public")
    return build_snapshot(small(), answers, (), TODAY)


def korea() -> Snapshot:
    """Someone in Korea who has answered little: the plan covers the rest; an objection is on its way."""
    return build_snapshot(small(), said(country="KR"), (event("objection/facebook-form", "done", "2026-11-20"),), TODAY)


PEOPLE = {"de": germany, "us": california, "kr": korea}
