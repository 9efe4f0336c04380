"""Two exports side by side: what is gone, what is new, and what cannot be told."""

from calendar import timegm
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.audit.kinds.reading import report_of
from tests.audit.packing import report_on, zipped
from tests.audit.pages import facebook_block, page
from tests.errors import raises_message
from wizard.audit.compare import Comparison, CountChange, compare_reports
from wizard.audit.report import AuditReport
from wizard.views.audit_comparison import changes_by_year, comparison_cautions, comparison_head, comparison_notes

POSTS, COMMENTS = "posts/your_posts_1.json", "comments_and_reactions/comments.json"
INSTAGRAM = "personal_information/personal_information/personal_information.json"
IN_HTML = AuditReport(services=(), read=0, skipped=0, unreadable=(), is_html_export=True)


def posted(*years: int) -> dict[str, Any]:
    """An export with a post in each of these years."""
    return {POSTS: [{"timestamp": (year - 1970) * 31_557_600 + 9_000_000} for year in years]}


def flag(value: str) -> dict[str, Any]:
    """An export of Instagram that is private or not."""
    return {INSTAGRAM: {"profile_user": [{"string_map_data": {"Private Account": {"value": value}}}]}, "content/posts_1.json": []}


def test_what_is_gone_and_what_is_new() -> None:
    """By kind and by year; what stayed is told as well, without a difference."""
    old = report_of(posted(2010, 2011, 2011) | {COMMENTS: {"comments_v2": [{"timestamp": 1_420_070_400}]}})
    new = report_of(posted(2011, 2012) | {COMMENTS: {"comments_v2": [{"timestamp": 1_420_070_400}]}})
    found = compare_reports(old, new)
    assert found.kinds == (CountChange("facebook", "posts", 3, 2), CountChange("facebook", "comments", 1, 1))
    assert [(year, each.before, each.after) for year, each in found.years] == [(2010, 1, 0), (2011, 2, 1), (2012, 0, 1)]
    assert comparison_head(found) == "1 post is gone."


@pytest.mark.parametrize(
    ("old", "new", "rows"),
    [
        pytest.param([2010, 2011, 2011, 2012], [], [("2010 to 2012", "posts 4 to 0")], id="all of it gone, in a row"),
        pytest.param([2010, 2012], [], [("2010", "posts 1 to 0"), ("2012", "posts 1 to 0")], id="a year between had nothing"),
        pytest.param(
            [2010, 2011, 2011, 2012, 2013],
            [2011],
            [("2010", "posts 1 to 0"), ("2011", "posts 2 to 1"), ("2012 to 2013", "posts 2 to 0")],
            id="of one year something is left",
        ),
        pytest.param([2010], [2010, 2011, 2012], [("2011", "posts 0 to 1"), ("2012", "posts 0 to 1")], id="what is new"),
    ],
)
def test_years_in_a_row_of_which_nothing_is_left_are_one_line(
    old: list[int], new: list[int], rows: list[tuple[str, str]]
) -> None:
    """Nobody reads twenty lines that say the same; what is left or new is said year by year."""
    found = compare_reports(report_of(posted(*old)), report_of(posted(*new)))
    assert [(years, text) for _service, years, text in changes_by_year(found)] == rows


def test_nothing_has_changed() -> None:
    """And it is said."""
    found = compare_reports(report_of(posted(2010)), report_of(posted(2010)))
    assert not found.changed
    assert comparison_head(found) == "Nothing has changed between the two exports."
    assert [*comparison_cautions(found), *comparison_notes(found)] == []


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("False", "True", ["Your Instagram account is private now."]),
        ("True", "False", ["Your Instagram account is public now."]),
        ("True", "True", []),
        ("perhaps", "True", []),
    ],
)
def test_who_sees_the_account(before: str, after: str, said: list[str]) -> None:
    """Both ways; a flag that was not known tells nothing."""
    assert list(comparison_notes(compare_reports(report_of(flag(before)), report_of(flag(after))))) == said


@pytest.mark.parametrize("turned", [False, True])
def test_a_service_that_is_in_one_alone_is_not_gone(turned: bool) -> None:
    """Each service has an export of its own; nothing can be said of the other."""
    both, one = report_of(posted(2010) | flag("True")), report_of(posted(2010))
    found = compare_reports(one, both) if turned else compare_reports(both, one)
    assert {each.service for each in found.kinds} == {"facebook"}
    assert not found.changed
    assert list(comparison_notes(found)) == [
        f"Instagram is in the {'newer' if turned else 'older'} export only, and was not compared."
    ]


def test_what_is_gone_altogether_may_not_have_been_asked_for() -> None:
    """Meta leaves out what nobody has ticked; that is said, and not hidden."""
    old = report_of(posted(2010) | {COMMENTS: {"comments_v2": [{"timestamp": 1_420_070_400}]}})
    (note,) = comparison_cautions(compare_reports(old, report_of(posted(2010))))
    assert "Make sure that you asked for everything, and for all time, in both exports." in note


def test_an_older_export_that_is_damaged() -> None:
    """There was more than could be counted."""
    (note,) = comparison_cautions(compare_reports(report_of(posted(2010) | {COMMENTS: b"oops"}), report_of(posted(2010))))
    assert note.startswith("Some of the older export could not be read")


@pytest.mark.parametrize("which", ["older", "newer"])
def test_html_cannot_be_compared(which: str) -> None:
    """Everything would look as if it had come or gone."""
    counted = report_of(posted(2010))
    with raises_message(f"^The {which} export is made of HTML pages in a form that is not known here"):
        compare_reports(*((IN_HTML, counted) if which == "older" else (counted, IN_HTML)))


YEAR_PAGE = "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.html"


def in_pages(tmp_path: Path, name: str, first: str, last: str, years: list[int]) -> AuditReport:
    """An export in HTML that was asked for from one day to another, with a post in each of these years."""
    head = "".join(f'<time datetime="{day}T00:00:00Z">x</time>' for day in (last, first, last))
    blocks = [facebook_block("A B", "", timegm((year, 6, 15, 12, 0, 0))) for year in years]
    return report_on([zipped(tmp_path / f"{name}.zip", {YEAR_PAGE: page(blocks, head)})])


def test_the_range_that_an_export_was_asked_for(tmp_path: Path) -> None:
    """As the head of each page says it; a day before there was Facebook stands for all time."""
    limited = in_pages(tmp_path, "1", "2024-03-12", "2025-03-12", [2024]).services[0]
    everything = in_pages(tmp_path, "2", "1970-01-01", "2026-11-01", [2024]).services[0]
    assert limited.asked_range == (date(2024, 3, 12), date(2025, 3, 12))
    assert everything.asked_range == (None, date(2026, 11, 1))


def test_only_years_that_both_cover_are_compared(tmp_path: Path) -> None:
    """A newer export of the last year does not look as if all before were gone."""
    old = in_pages(tmp_path, "1", "1970-01-01", "2026-05-01", [2012, 2013, 2025, 2025, 2026])
    new = in_pages(tmp_path, "2", "2024-11-01", "2026-11-01", [2025, 2026, 2026])
    found = compare_reports(old, new)
    assert found.limited_to == (("facebook", 2025, 2026),)
    assert [(each.name, each.before, each.after) for each in found.kinds] == [("posts", 3, 3)]
    assert [(year, each.before, each.after) for year, each in found.years] == [(2025, 2, 1), (2026, 1, 2)]
    assert list(comparison_cautions(found)) == [
        "Facebook: only 2025 to 2026 is compared, since one of the exports covers no more."
    ]
    assert compare_reports(old, old).limited_to == ()


def test_exports_without_a_year_in_common(tmp_path: Path) -> None:
    """Nothing is gone, and nothing has come."""
    old, new = (
        in_pages(tmp_path, "1", "2012-01-01", "2013-12-31", [2012]),
        in_pages(tmp_path, "2", "2024-11-01", "2026-11-01", [2025]),
    )
    found = compare_reports(old, new)
    assert (found.kinds, found.changed) == ((), False)
    assert list(comparison_cautions(found)) == ["Facebook: the two exports have no whole year in common, so nothing is compared."]


def test_exports_of_different_services() -> None:
    """They are not compared, and that is all that is said."""
    found = compare_reports(report_of(posted(2010)), report_of(flag("True")))
    assert comparison_head(found) == "Nothing can be compared: the older export is of Facebook, the newer one of Instagram."
    assert [*comparison_cautions(found), *comparison_notes(found)] == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"posts": (3, 1), "photos": (5, 2), "stories": (1, 0)}, "2 posts and 1 story are gone, with 3 photos."),
        ({"posts": (1, 0), "photos": (1, 0), "videos": (2, 0)}, "1 post is gone, with 1 photo and 2 videos."),
        ({"photos": (1300, 100)}, "1,200 photos are gone."),
        ({"videos": (1, 0)}, "1 video is gone."),
        ({"posts": (3, 1), "stories": (4, 2), "reels": (2, 0)}, "2 posts, 2 stories and 2 reels are gone."),
        ({"posts": (1, 3)}, "What has changed since the older export:"),
    ],
)
def test_what_is_gone_is_named_by_kind(changes: dict[str, tuple[int, int]], said: str) -> None:
    """Photos are part of posts, so the two are never added up."""
    kinds = tuple(CountChange("facebook", name, *counts) for name, counts in changes.items())
    assert comparison_head(Comparison(kinds, (), (), compared=("facebook",))) == said
