"""A small content folder, and the lives of three people in it."""

from functools import cache
from pathlib import Path

from tests.making import TODAY, event, said
from wizard.core.case import Case, make_case
from wizard.core.library import Library
from wizard.services.library import load

CONTENT = Path(__file__).parent / "content"


@cache
def small() -> Library:
    """The library of the small content folder."""
    return load(CONTENT)


def germany() -> Case:
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
    return make_case(small(), answers, happened, TODAY)


def california() -> Case:
    """One account in California, nothing done yet."""
    answers = said(country="US", region="US-CA", services="facebook", visibility="public")
    return make_case(small(), answers, (), TODAY)


def korea() -> Case:
    """Someone in Korea who has answered little: the plan covers the rest; an objection is on its way."""
    return make_case(small(), said(country="KR"), (event("objection/facebook-form", "done", "2026-11-20"),), TODAY)


PEOPLE = {"de": germany, "us": california, "kr": korea}
