"""Archives that are broken or were made to harm: one sentence each, and the rest is still read."""

import struct
import tracemalloc
from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random
from time import perf_counter
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest

from wizard.audit import parts, shelf, stream
from wizard.audit.archive import directory, views
from wizard.audit.report import Report
from wizard.audit.trouble import MOST_SAID, Unreadable
from wizard.errors import WizardError

from .packing import report_on, zipped

ROOT = "your_facebook_activity/posts/"
GOOD = f"{ROOT}your_posts_1.json"
OTHER = f"{ROOT}your_posts_2.json"
POSTS = b'[{"timestamp": 1420070400}, {"timestamp": 1420070401}]'


def posts(report: Report) -> int:
    """How many posts were counted."""
    return sum(each.counts.get("posts", 0) for each in report.services)


def with_entry(path: Path, name: str, data: bytes, change: Callable[[ZipInfo], None]) -> Path:
    """A ZIP with a good file and one more whose entry is changed."""
    with ZipFile(path, "w", ZIP_DEFLATED) as file:
        file.writestr(GOOD, POSTS)
        info = ZipInfo(name)
        change(info)
        file.writestr(info, data)
    return path


@pytest.mark.parametrize(
    "name",
    [
        "../../../posts/your_posts_2.json",
        "/etc/posts/your_posts_2.json",
        "C:\\posts\\your_posts_2.json",
        "a/../posts/your_posts_2.json",
        "a\n/../posts/your_posts_2.json",
    ],
)
def test_a_name_that_leads_out_is_left_out(tmp_path: Path, name: str) -> None:
    """Nothing is written anyway; such a file is no export's."""
    report = report_on([with_entry(tmp_path / "x.zip", name, POSTS, lambda _: None)])
    assert posts(report) == 2
    assert report.unreadable == ("posts/your_posts_2.json has a name that leads out of the export and was left out.",)
    assert [each.name for each in tmp_path.iterdir()] == ["x.zip"]


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    """Neither in a ZIP nor in a folder."""
    link = with_entry(tmp_path / "x.zip", OTHER, b"/etc/passwd", lambda info: setattr(info, "external_attr", 0xA1FF << 16))
    assert report_on([link]).unreadable == (f"{OTHER} is a link to another place and was not followed.",)
    folder = tmp_path / "export" / ROOT
    folder.mkdir(parents=True)
    (tmp_path / "secret.json").write_bytes(POSTS)
    (folder / "your_posts_1.json").write_bytes(POSTS)
    (folder / "your_posts_2.json").symlink_to(tmp_path / "secret.json")
    (folder / "album").symlink_to(tmp_path)
    report = report_on([tmp_path / "export"])
    assert posts(report) == 2
    assert report.unreadable == (f"{OTHER} is a link to another place and was not followed.",)


def test_a_bomb_is_left_out_at_once(tmp_path: Path) -> None:
    """What unpacks to hundreds of times its size is never unpacked."""
    path = zipped(tmp_path / "x.zip", {GOOD: POSTS, OTHER: b"[" + b" " * (64 << 20) + b"]"})
    began = perf_counter()
    report = report_on([path])
    assert perf_counter() - began < 2
    assert posts(report) == 2
    assert report.unreadable == (f"{OTHER} would unpack to hundreds of times its size and was left out.",)


def test_a_file_that_lies_about_its_size_is_cut(tmp_path: Path) -> None:
    """It is read as far as it said."""
    path = zipped(tmp_path / "x.zip", {GOOD: POSTS, OTHER: b"[" + b'{"timestamp": 1420070400},' * 100_000 + b"{}]"})
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\1\2")
    data[at + 24 : at + 28] = struct.pack("<L", 1_500_000)
    path.write_bytes(data)
    report = report_on([path])
    assert 2 <= posts(report) < 100_000
    assert report.unreadable == (f"{OTHER} is larger than it says; the rest was left out.",)


def test_overlapping_entries_are_left_out(tmp_path: Path) -> None:
    """Two names for the same bytes are how a small archive becomes endless."""
    path = zipped(tmp_path / "x.zip", {GOOD: POSTS, OTHER: POSTS})
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\1\2")
    data[at + 42 : at + 46] = struct.pack("<L", 0)
    path.write_bytes(data)
    report = report_on([path])
    assert posts(report) == 2
    assert "shares its bytes with another file" in report.unreadable[0]


def test_an_encrypted_file(tmp_path: Path) -> None:
    """The person is told; nobody is asked for a password."""
    path = zipped(tmp_path / "x.zip", {GOOD: POSTS, OTHER: POSTS})
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\1\2")
    data[at + 8] |= 1
    path.write_bytes(data)
    report = report_on([path])
    assert posts(report) == 2
    assert report.unreadable == (f"{OTHER} is locked with a password.",)


def test_a_way_of_packing_that_is_not_known(tmp_path: Path) -> None:
    """As some programs pack what they pack again."""
    with ZipFile(tmp_path / "x.zip", "w") as file:
        file.writestr(GOOD, POSTS, ZIP_STORED)
        file.writestr(OTHER, POSTS, ZIP_BZIP2)
    report = report_on([tmp_path / "x.zip"])
    assert posts(report) == 2
    assert report.unreadable == (f"{OTHER} is packed in a way that cannot be read here; unpack it yourself and name the folder.",)


@pytest.mark.parametrize("kind", [ZIP_STORED, ZIP_DEFLATED])
def test_a_damaged_file(tmp_path: Path, kind: int) -> None:
    """What came before the damage counts, and it is said."""
    with ZipFile(tmp_path / "x.zip", "w", kind) as file:
        file.writestr(GOOD, POSTS)
        file.writestr(OTHER, POSTS)
    data = bytearray((tmp_path / "x.zip").read_bytes())
    at = data.index(b"PK\3\4", 10) + 30 + len(OTHER) + 10
    data[at] ^= 0xFF
    (tmp_path / "x.zip").write_bytes(data)
    report = report_on([tmp_path / "x.zip"])
    assert posts(report) >= 2
    assert len(report.unreadable) == 1
    assert report.unreadable[0].startswith(OTHER)


def test_a_download_that_was_cut_off(tmp_path: Path) -> None:
    """A ZIP has its list of files at its end, so none can be found; another part is read all the same."""
    good, cut = zipped(tmp_path / "jane.doe-1.zip", {GOOD: POSTS}), zipped(tmp_path / "jane.doe-2.zip", {OTHER: POSTS * 100})
    cut.write_bytes(cut.read_bytes()[:-60])
    report = report_on([good, cut])
    assert posts(report) == 2
    assert report.unreadable == ("File 2 of 2 is not a ZIP file, or it is cut off; download it again.",)
    with pytest.raises(WizardError, match=r"^The file is not a ZIP file, or it is cut off; download it again\."):
        report_on([cut])


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\5\6", b"PK\5\6" + b"\xff" * 18, b"PK\5\6" + b"\0" * 18, b"<html>", b"\0" * 100_000],
    ids=lambda data: repr(data)[:30],
)
def test_what_is_no_archive(tmp_path: Path, data: bytes) -> None:
    """One sentence, and never the file's own name."""
    (tmp_path / "jane.doe.zip").write_bytes(data)
    with pytest.raises(WizardError) as error:
        report_on([tmp_path / "jane.doe.zip"])
    assert "jane" not in str(error.value)
    assert "Name the ZIP file" in str(error.value)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_is_there_twice(tmp_path: Path) -> None:
    """Counted once."""
    with ZipFile(tmp_path / "x.zip", "w") as file:
        file.writestr(GOOD, POSTS)
        file.writestr(GOOD, b'[{"timestamp": 1420070400}]')
    report = report_on([tmp_path / "x.zip"])
    assert posts(report) == 1
    assert report.unreadable == (f"{GOOD} is there in two versions; the newer one is counted.",)


def with_names(path: Path, names: Iterable[str]) -> Path:
    """A ZIP with a good file, and a list of files that also has these names."""
    data = zipped(path, {GOOD: POSTS}).read_bytes()
    at, end = data.index(b"PK\1\2"), data.index(b"PK\5\6")
    entry, others = bytearray(data[at:end]), []
    for name in map(str.encode, names):
        entry[28:30] = struct.pack("<H", len(name))
        others.append(bytes(entry[:46]) + name)
    listed, number = data[at:end] + b"".join(others), len(others) + 1
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, at + len(listed), 1)
    end64 = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, number, number, len(listed), at)
    tail = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    path.write_bytes(data[:at] + listed + end64 + locator + tail)
    return path


def needs(path: Path) -> tuple[Report, int]:
    """The report, and the highest memory that it took to make it."""
    tracemalloc.start()
    try:
        return report_on([path]), tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_very_many_names_need_no_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that are not needed are passed over: eight thousand take no more than the blocks in which they are read."""
    monkeypatch.setattr(directory, "_BLOCK", 1 << 18)
    report_on([zipped(tmp_path / "y.zip", {GOOD: POSTS})])  # so that all modules are there
    report, memory = needs(with_names(tmp_path / "x.zip", (f"a/{n:07}.{'jpg' if n % 4 else 'json'}" for n in range(8_000))))
    assert posts(report) == 2
    assert memory < 3 << 18


def test_very_many_names_take_a_moment(tmp_path: Path) -> None:
    """No longer than it takes to pass over each of them: here three hundred thousand."""
    path = with_names(tmp_path / "x.zip", (f"{number:07}.jpg" for number in range(300_000)))
    began = perf_counter()
    assert posts(report_on([path])) == 2
    assert perf_counter() - began < 10


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (f"{ROOT}album/{{}}.json", "holds more files to read than any real export; the rest was left out."),
        ("../posts/album/{}.json", "has a name that leads out of the export and was left out."),
        ("x/{}.zip", "holds more archives than any real export; the rest was left out."),
    ],
)
def test_very_many_files_to_read_are_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, said: str) -> None:
    """Memory has an end, and so has what is said."""
    monkeypatch.setattr(parts, "MOST_FILES", 150)
    monkeypatch.setattr(parts, "MOST_ARCHIVES", 150)
    report = report_on([with_names(tmp_path / "x.zip", (name.format(number) for number in range(3000)))])
    assert posts(report) == 2
    assert len(report.unreadable) <= MOST_SAID + 1
    assert any(each.endswith(said) for each in report.unreadable)
    assert report.unreadable[-1].endswith(" more problems of this kind were found.")


def test_more_than_any_export_holds_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files may be small and together endless: beyond the limit nothing is unpacked, and it is said."""
    monkeypatch.setattr(shelf, "TOTAL", 100)
    report = report_on([zipped(tmp_path / "x.zip", {GOOD: POSTS, OTHER: POSTS})])
    assert posts(report) == 2
    assert report.unreadable == (f"{OTHER} was left out: together these files unpack to more than any real export holds.",)


def test_a_bomb_in_an_archive_in_the_archive(tmp_path: Path) -> None:
    """It is measured before it is opened."""
    bomb = zipped(tmp_path / "bomb.zip", {"x.bin": b"\0" * (20 << 20)})
    big = bomb.read_bytes() + b"\0" * (64 << 20)
    report = report_on([zipped(tmp_path / "x.zip", {GOOD: POSTS, "part.zip": big})])
    assert posts(report) == 2
    assert report.unreadable == ("The file, archive 1 in it would unpack to hundreds of times its size and was left out.",)


def test_an_archive_that_makes_one_go_back_and_forth(tmp_path: Path) -> None:
    """Packed in another one, it would be unpacked from its start each time; after some times it is left."""
    path = zipped(tmp_path / "x.zip", {"part.zip": Random(1).randbytes(12 << 20)})
    file = views.OnDisk(path)
    (entry,) = filter(None, directory.entries(file, directory.find_directory(file)))
    inner = views.Inflated(file, entry, 0)
    for _ in range(views.MOST_PASSES - 2):
        assert len(inner.at(7 << 20, 10)) == len(inner.at(0, 10)) == 10
    inner.at(7 << 20, 10)
    with pytest.raises(Unreadable, match="over and over"):
        inner.at(0, 10)
    file.close()


def test_archives_in_archives_in_archives(tmp_path: Path) -> None:
    """Three levels are looked at; below that, it is said."""
    path = zipped(tmp_path / "0.zip", {GOOD: POSTS})
    for level in range(1, 5):
        path = zipped(
            tmp_path / f"{level}.zip", {f"{level - 1}.zip": path.read_bytes(), f"{ROOT}your_posts_{level + 1}.json": POSTS}
        )
    report = report_on([path])
    assert posts(report) == 6
    assert report.unreadable == (
        "The file, archive 1 in it, archive 1 in it, archive 1 in it lies in archives within archives, deeper than is looked.",
    )


MANY = b", ".join([b'{"timestamp": 1420070400, "data": [{"post": "x"}]}'] * 50)


@pytest.mark.parametrize(
    ("odd", "counted", "said"),
    [
        (b'{"timestamp": NaN}', 101, ""),
        (b'{"timestamp": 1e999}', 101, ""),
        (b'{"timestamp": -Infinity}', 101, ""),
        (b'{"timestamp": "2015-01-01"}', 101, ""),
        (b'{"timestamp": null, "data": null, "attachments": {"data": {"media": {"uri": 5}}}}', 101, ""),
        (b'{"timestamp": 14200704000000000000000000000000}', 101, ""),
        (b'{"data": [{"post": "\\ud800 lone"}], "timestamp": 1420070400}', 101, ""),
        (b'{"data": [{"post": "\xff\xfe no utf-8"}], "timestamp": 1420070400}', 101, ""),
        (b'{"data": [{"post": "\x00\x1b[2J raw control"}], "timestamp": 1420070400}', 101, ""),
        (b'{"timestamp": ' + b"9" * 5000 + b"}", 100, " holds 1 record that could not be understood."),
        (b"42", 100, " holds 1 record that could not be understood."),
        (b"[1, 2]", 100, " holds 1 record that could not be understood."),
        (b'"You have no data in this section"', 100, ""),
        (b'{"timestamp" 1420070400}', 100, " holds 1 record that could not be understood."),
        (b"{'timestamp': 1420070400}", 100, " holds 1 record that could not be understood."),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_an_odd_record_costs_itself_at_most(tmp_path: Path, odd: bytes, counted: int, said: str) -> None:
    """All others are counted."""
    path = zipped(tmp_path / "x.zip", {GOOD: b"[" + MANY + b", " + odd + b", " + MANY + b"]"})
    report = report_on([path])
    assert posts(report) == counted
    assert report.unreadable == ((f"{GOOD}{said}",) if said else ())


def test_a_deep_record_costs_itself_at_most(tmp_path: Path) -> None:
    """How deep a record can be read differs from one Python to the next; all others are counted in each."""
    deep = b'{"data": ' + b"[" * 9_000 + b"]" * 9_000 + b"}"
    report = report_on([zipped(tmp_path / "x.zip", {GOOD: b"[" + MANY + b", " + deep + b", " + MANY + b"]"})])
    lost = (f"{GOOD} holds 1 record that could not be understood.",)
    assert (posts(report), report.unreadable) in ((100, lost), (101, ()))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty."),
        (b"   \n", "is empty."),
        (b"[object Object]", "is not JSON."),
        (b"<html></html>", "is not JSON."),
        (b'{"unknown": [1, 2]}', "is not JSON."),
        (b"[" + MANY, "ends in the middle: it is cut off or damaged."),
        (b"[" + MANY + b', {"timesta', "ends in the middle: it is cut off or damaged."),
        (b"[" * 9_000, "ends in the middle: it is cut off or damaged."),
        (b'[{"data": "' + b"x" * 100, "ends in the middle: it is cut off or damaged."),
        ("[]".encode("utf-16"), "is not JSON."),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_a_file_that_is_no_json(tmp_path: Path, data: bytes, said: str) -> None:
    """One sentence; the other files are read."""
    report = report_on([zipped(tmp_path / "x.zip", {GOOD: data, OTHER: POSTS})])
    assert posts(report) in (2, 52, 3)
    assert all(each == f"{GOOD} {said}" for each in report.unreadable)


def test_a_shape_that_is_not_known_is_named(tmp_path: Path) -> None:
    """Never guessed at."""
    name = "your_facebook_activity/comments_and_reactions/comments.json"
    report = report_on([zipped(tmp_path / "x.zip", {GOOD: POSTS, name: b'{"comments_v9": [{"timestamp": 1}]}'})])
    assert report.unreadable == (f"{name} has a form that is not known here.",)


@pytest.mark.parametrize(
    ("start", "filling", "said"),
    [
        (b'[{"data": [{"post": "', b"x", "holds a record that is too large to be looked at"),
        (b'[{"a": [', b'"", ', "holds a record that is too large to be looked at"),
        (b'[{"a": ', b"[", "is nested deeper than any real export"),
    ],
    ids=["text", "list", "depth"],
)
def test_a_record_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, start: bytes, filling: bytes, said: str) -> None:
    """It is given up, within bounded time and memory."""
    monkeypatch.setattr(stream, "RECORD_LIMIT", 4 << 20)
    path = tmp_path / "x.zip"
    with ZipFile(path, "w", ZIP_STORED) as file:
        file.writestr(GOOD, start + filling * ((6 << 20) // len(filling)))
        file.writestr(OTHER, POSTS)
    report = report_on([path])
    assert posts(report) == 2
    assert report.unreadable == (f"{GOOD} {said}.",)


def test_nothing_is_printed_raw(tmp_path: Path) -> None:
    """Escapes in names and values reach no terminal."""
    name = "your_facebook_activity/posts/album/\x1b[31m\u202e.json"
    audience = b'{"label_values": [{"label": "Who can see your future posts?", "value": "\\u001b[2J\\u202ePublic"}]}'
    path = zipped(tmp_path / "x.zip", {GOOD: POSTS, name: b"oops", "preferences/preferences/privacy_settings.json": audience})
    report = report_on([path])
    said = repr((report.unreadable, report.services[0].default_audience))
    assert "x1b" not in said
    assert "202e" not in said
    assert report.services[0].default_audience == "[2JPublic"
