"""An export in HTML gives the numbers of the same export in JSON, as far as its pages hold them."""

import csv
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.running import Run
from wizard.audit.html_records import is_page_record
from wizard.audit.kind import record_readers
from wizard.views.audit_sentences import unread_lines

from .facebook import as_bytes, facebook_2024
from .instagram import instagram_2025, later, threads
from .packing import PACKS, one_zip, parts, read_as_json, zipped
from .pages import OLD, PLAIN, facebook_block, facebook_pages, instagram_block, instagram_pages, page, row, shown
from .shapes import written
from .world import Life, Posting, Shot, facebook_life, instagram_life, threads_life

LACKING = {"apps", "off_meta", "dates", "default_audience", "audience_unknown", "asked_range"}
"""What pages hold in no form known here (states of apps, what companies reported, the audience), and what only they say."""
NOT_IN_PAGES = {"advertisers", "ai_interests", "device_media", "device_stories"}
"""Kinds of which only the JSON is read."""
POSTS = "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.html"
INSTAGRAM_POSTS = "your_instagram_activity/media/posts_1.html"


def of_one_moment(life: Life) -> Life:
    """A life in which each photo has the moment of its post, since a page shows no other."""
    return replace(life, posts=[_at_once(post) for post in life.posts])


def _at_once(post: Posting) -> Posting:
    return replace(post, shots=tuple(replace(shot, moment=post.moment) for shot in post.shots))


def only_unread_pages_are_said(said: Any) -> bool:
    """Whether nothing is said but that some pages were not looked at."""
    return all(sentence.startswith("Not looked at in HTML") for sentence in said["files"]["unreadable"])


def numbers(said: Any) -> Any:
    """What both formats hold."""
    found = {name: {key: each for key, each in value.items() if key not in LACKING} for name, value in said["services"].items()}
    for value in found.values():
        for group in ("counts", "more"):
            value[group] = {name: number for name, number in value.get(group, {}).items() if name not in NOT_IN_PAGES}
    return found


@pytest.mark.parametrize("pack", PACKS)
def test_facebook_in_json_and_in_pages(tmp_path: Path, pack: str) -> None:
    """Whatever the parts are: posts, photos, videos, albums, stories, reels, comments, groups, years, places, camera data."""
    files = facebook_of_one_moment()
    (tmp_path / "json").mkdir()
    (tmp_path / "html").mkdir()
    in_json = read_as_json(PACKS[pack](tmp_path / "json", as_bytes(files)))
    in_pages = read_as_json(PACKS[pack](tmp_path / "html", facebook_pages(files)))
    assert numbers(in_pages) == numbers(in_json)
    assert only_unread_pages_are_said(in_pages)
    assert in_pages["files"]["html"] is False


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    seed=st.integers(0, 10**6), size=st.integers(0, 12), formats=st.lists(st.sampled_from(["json", "html", "both"]), min_size=8)
)
def test_any_person_has_the_same_numbers_in_any_format(tmp_path: Path, seed: int, size: int, formats: list[str]) -> None:
    """Whoever it is, and whichever files are there in JSON, in HTML or in both: each thing counts once."""
    files = facebook_of_one_moment(seed, size)
    instagram = instagram_2025(of_one_moment(later(instagram_life(seed, size)))) | threads(
        of_one_moment(threads_life(seed, size))
    )
    in_json = as_bytes(files) | {name: written(value) for name, value in instagram.items()}
    kept: dict[str, bytes] = {}
    for position, name in enumerate(sorted(in_json)):
        wanted = formats[position % len(formats)]
        pages = facebook_pages({name: files[name]}) if name in files else instagram_pages({name: instagram[name]})
        kept |= {name: in_json[name]} if wanted != "html" else {}
        kept |= pages if wanted != "json" else {}
    expected, found = (numbers(read_as_json([zipped(tmp_path / "x.zip", each)])) for each in (in_json, kept))
    assert found == expected


def facebook_of_one_moment(seed: int = 1, size: int = 30) -> dict[str, Any]:
    """The files of an export whose albums show the same moments as the posts."""
    life = of_one_moment(facebook_life(seed, size))
    moments = {shot.number: shot.moment for post in life.posts for shot in post.shots}
    life.albums = {name: [_moved(shot, moments) for shot in shots] for name, shots in life.albums.items()}
    life.loose = [_moved(shot, moments) for shot in life.loose]
    files, groups = facebook_2024(life), "your_facebook_activity/groups/"
    comments = {"group_comments_v2": files[f"{groups}group_posts_and_comments.json"].pop("group_comments_v2")}
    return files | {f"{groups}your_comments_in_groups.json": comments}  # a page shows one list


def _moved(shot: Shot, moments: dict[int, int]) -> Shot:
    return replace(shot, moment=moments.get(shot.number, shot.moment))


@pytest.mark.parametrize("seed", range(5))
def test_instagram_in_json_and_in_pages(tmp_path: Path, seed: int) -> None:
    """The private flag and Threads, too."""
    life = of_one_moment(later(instagram_life(seed, private=bool(seed % 2))))
    files = instagram_2025(life) | threads(of_one_moment(threads_life(seed)))
    in_json = read_as_json([zipped(tmp_path / "json.zip", {name: written(value) for name, value in files.items()})])
    in_pages = read_as_json([zipped(tmp_path / "html.zip", instagram_pages(files))])
    assert numbers(in_pages) == numbers(in_json)
    assert only_unread_pages_are_said(in_pages)


def test_pages_of_both_years_of_class_names(tmp_path: Path) -> None:
    """Meta has renamed its classes once, in 2021."""
    files = instagram_2025(of_one_moment(later(instagram_life())))
    new, old = (
        numbers(read_as_json([zipped(tmp_path / f"{style}.zip", instagram_pages({INSTAGRAM_POSTS: files[_JSON]}, style))]))
        for style in (PLAIN, OLD)
    )
    assert old == new
    assert new["instagram"]["counts"]["posts"] == 30


_JSON = INSTAGRAM_POSTS.replace(".html", ".json")


def test_some_parts_in_json_and_some_in_html_count_once(tmp_path: Path) -> None:
    """As where somebody has asked again for what was missing: pages whose JSON is there are not read."""
    files = facebook_of_one_moment()
    alone = read_as_json(one_zip(tmp_path, as_bytes(files)))
    pages = facebook_pages(files)
    both = zipped(tmp_path / "html.zip", pages)
    half = zipped(tmp_path / "half.zip", {name: value for name, value in as_bytes(files).items() if "/posts/" in name})
    (tmp_path / "parts").mkdir()
    for paths in ([*parts(tmp_path / "parts", as_bytes(files)), both], [both, half], [half, both]):
        assert numbers(read_as_json(paths)) == numbers(alone)


@pytest.mark.parametrize(
    ("printed", "years"),
    [
        ("Jun 03, 2025 10:53:49 pm", {"2025": {"posts": 1}}),
        ("Jun 03, 2025 10:53:49 da tarde", {"2025": {"posts": 1}}),
        ("Tháng 10 01, 2025 10:21:24 ch", {"2025": {"posts": 1}}),
        ("2024년 1월 1일 오후 3:45", {"2024": {"posts": 1}}),
        ("15 mei 2026 20:30", {"2026": {"posts": 1}}),
        ("Xyz 26, 2019 9:05 am", {"2019": {"posts": 1}}),
        ("Dec 31, 2019 11:59:59 pm", {"2019": {"posts": 1}}),
        ("Jan 01, 2020 12:00:00 am", {"2020": {"posts": 1}}),
        ("Jan 01, 1890 12:00:00 am", {}),
        ("yesterday", {}),
        ("", {}),
    ],
)
def test_dates_in_any_language(tmp_path: Path, printed: str, years: Any) -> None:
    """Four digits are the year; a date that is not understood is said, and the post counts all the same."""
    block = f'<section class="_a6-g"><h2 class="_a6-h">A B</h2><footer><div class="_a72d">{printed}</div></footer></section>'
    found = read_as_json([zipped(tmp_path / "x.zip", {POSTS: page([block])})])["services"]["facebook"]
    assert (found["counts"], found["years"], found["odd_dates"]) == ({"posts": 1}, years, 0 if years else 1)


def test_the_clock_of_a_page_is_read_from_its_header(tmp_path: Path) -> None:
    """Two hours east of UTC the new year begins two hours early."""
    block = '<section class="_a6-g"><footer><div class="_a72d">Jan 01, 2020 1:00:00 am</div></footer></section>'
    header = '<time datetime="2025-10-16T12:00:00Z">Oct 16, 2025 2:00:00 pm</time>'
    found = read_as_json([zipped(tmp_path / "x.zip", {POSTS: page([block], header)})])["services"]["facebook"]
    assert found["years"] == {"2019": {"posts": 1}}


def test_the_clock_of_instagram_is_eight_hours_behind(tmp_path: Path) -> None:
    """In summer and in winter."""
    shown_at = '<div class="pam _a6-g"><div class="_3-94 _a6-o">Dec 31, 2019 4:01 pm</div></div>'
    found = read_as_json([zipped(tmp_path / "x.zip", {INSTAGRAM_POSTS: page([shown_at])})])["services"]["instagram"]
    assert found["years"] == {"2020": {"posts": 1}}


@pytest.mark.parametrize(
    ("words", "counts", "more"),
    [
        ("", {"posts": 1}, {}),
        ("<div>Hello</div>", {"posts": 1, "captions": 1}, {}),
        ("Hello<br />and more", {"posts": 1, "captions": 1}, {}),
        ("<div>Look: <a href='https://x.invalid'>here</a></div>", {"posts": 1, "captions": 1}, {}),
        ("<div>Hi &#064;[100:2048:Jo]</div>", {"posts": 1, "captions": 1}, {"naming": 1}),
        ("<div>Updated Jun 03, 2025 10:53:49 pm</div>", {"posts": 1}, {}),
        ("<div><div><div>Somebody else's link</div></div></div>", {"posts": 1}, {}),
        ("<div><div>Place: Sea (52.1, 4.2)</div></div>", {"posts": 1}, {"gps_posts": 1}),
        ("<div><div>Place: Nowhere (0, 0)</div></div>", {"posts": 1}, {}),
        ("<div><div>Place: Sea</div></div>", {"posts": 1}, {}),
    ],
)
def test_what_the_words_of_a_post_are(tmp_path: Path, words: str, counts: Any, more: Any) -> None:
    """Not the heading that Meta writes, not the date, not what is attached."""
    blocks = [facebook_block("A B updated his status.", f'<div class="_2pin">{words}</div>', 1_700_000_000)]
    found = read_as_json([zipped(tmp_path / "x.zip", {POSTS: page(blocks)})])["services"]["facebook"]
    assert (found["counts"], found.get("more", {})) == (counts, more)


@pytest.mark.parametrize(
    ("address", "counts"),
    [
        ("your_facebook_activity/posts/media/A_1/1.jpg", {"posts": 1, "photos": 1}),
        ("../../your_facebook_activity/posts/media/A_1/1.jpg", {"posts": 1, "photos": 1}),
        ("your_facebook_activity/posts/media/A%20b_1/1.jpg", {"posts": 1, "photos": 1}),
        ("https://x.invalid/1.jpg", {"posts": 1}),
        ("//x.invalid/1.jpg", {"posts": 1}),
        ("data:image/png;base64,AAAA", {"posts": 1}),
        ("javascript:alert(1)", {"posts": 1}),
        ("files/Facebook-Logo.png", {"posts": 1}),
        ("your_facebook_activity/posts/album/0.html", {"posts": 1}),
        ("your_facebook_activity/messages/stickers_used/1.png", {"posts": 1}),
        ("your_facebook_activity/posts/media/stickers_used/1.webp", {"posts": 1}),
    ],
)
def test_which_addresses_are_photos(tmp_path: Path, address: str, counts: Any) -> None:
    """Only files of the export."""
    content = f'<a href="{address}"><img src="{address}" /></a>'
    files = {POSTS: page([facebook_block("", content, 1_700_000_000)])}
    assert read_as_json([zipped(tmp_path / "x.zip", files)])["services"]["facebook"]["counts"] == counts


@pytest.mark.parametrize(
    ("label", "value", "private", "unknown"),
    [
        ("Private Account", "True", True, False),
        ("Compte privé", "Faux", False, False),
        ("Gizli Hesap", "Doğru", True, False),
        ("Private Account", "Perhaps", None, True),
        ("Something else", "True", None, True),
    ],
)
def test_the_private_flag(tmp_path: Path, label: str, value: str, private: bool | None, unknown: bool) -> None:
    """In any language that is known, else it is unknown, never public."""
    name = "personal_information/personal_information/personal_information.html"
    table = f"<table>{row('Username', 'x')}{row(label, value)}</table>"
    path = zipped(tmp_path / "x.zip", {name: page([instagram_block("", table, 0)]), INSTAGRAM_POSTS: page([])})
    from .packing import report_on

    found = report_on([path]).services[0]
    assert (found.account_private, found.flag_unknown) == (private, unknown)


def test_pages_that_are_not_read_are_counted(tmp_path: Path) -> None:
    """A page whose form is not known here is neither a post nor passed over in silence."""
    from .packing import report_on

    report = report_on(
        [zipped(tmp_path / "x.zip", {POSTS: page([]), "your_facebook_activity/messages/ai_conversations.html": page([])})]
    )
    assert (report.pages_read, report.pages_unread, report.is_html_export) == (1, 1, False)
    assert unread_lines(report) == (
        "Not looked at in HTML; with JSON they are counted, too: your_facebook_activity/messages/ai_conversations.html.",
    )


def test_a_page_in_a_new_form_is_said(tmp_path: Path) -> None:
    """Photos, but no block that is known."""
    medium = {"uri": "your_facebook_activity/posts/media/A_1/1.jpg"}
    comments = "your_facebook_activity/comments_and_reactions/comments.html"
    said = read_as_json([zipped(tmp_path / "x.zip", {POSTS: page([shown(medium)]), comments: page([])})])
    assert said["files"]["unreadable"] == [f"{POSTS} has a form that is not known here."]
    assert said["services"]["facebook"]["counts"] == {}


def test_single_items_are_listed_from_pages(run: Run, tmp_path: Path) -> None:
    """With the same days, kinds, words and numbers of photos as from JSON."""
    files = {name: value for name, value in facebook_of_one_moment().items() if "/posts/your_posts" in name or "/album/" in name}
    listed = []
    for name, written_files in (("json", as_bytes(files)), ("html", facebook_pages(files))):
        run("audit", str(zipped(tmp_path / f"{name}.zip", written_files)), "--list", str(tmp_path / f"{name}.csv"))
        with (tmp_path / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            listed.append(sorted(tuple(row[:6]) for row in csv.reader(file)))
    assert listed[0] == listed[1]
    assert len(listed[0]) > 30


def test_every_kind_that_is_read_from_pages_has_a_form() -> None:
    """And none is taken for a page by mistake."""
    assert [reader.paths for reader in record_readers() if reader.pages and not is_page_record(reader.record)] == []
