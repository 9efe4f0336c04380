"""Content with any slip of the hand in it: the check never breaks, and always says in which file and on which line."""

import random
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from tests.check.checking import SOUND, TODAY
from wizard.check import check_content, split_location

TIMES = {"": 40, "letters": 40}
"""So many slips, each in one file of the whole content or of a folder in it."""
ODD = (
    "+++", '"', "'", "[", "]]", "{", "}", "=", "\\", "#", "\t", "\r\n", "\x00", "\x1b[2J", "\ufeff", "é", "\u202e", "\U0001f1e9",
    "1e999", "-1", "0", "9999-99-99", "2026-02-30", "true", "[]", "{}", '""', "[[x]]", "[a.b]", "x = 1\nx = 2\n", "+++\n+++\n",
    "{{ blank }}", "{% for %}", "](source:nothing)", "999999999999999999999", "0x", "nan", "inf", "null", ",", ",,,,", '"""',
    "{% if %}", "}}", "{{ name.x.y }}", "{{ 1/0 }}", "{% include 'x' %}", "|",
)  # fmt: skip
Slip = Callable[[random.Random, str], str]


def _insert(chance: random.Random, text: str) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(ODD) + text[at:]


def _leave_out(chance: random.Random, text: str) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + text[at + chance.randint(1, 40) :]


def _drop_line(chance: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True)
    del lines[chance.randrange(len(lines)) : chance.randrange(len(lines)) + 1]
    return "".join(lines)


def _swap_lines(chance: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True)
    one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]
    return "".join(lines)


def _twice(chance: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True)
    at = chance.randrange(len(lines))
    return "".join([*lines[: at + 1], *lines[at:]])


def _other_value(chance: random.Random, text: str) -> str:
    """Another value behind an equals sign, a colon or a comma."""
    places = [at for at, sign in enumerate(text) if sign in "=:,"]
    if not places:
        return _insert(chance, text)
    at = chance.choice(places) + 1
    end = text.find("\n", at)
    return text[:at] + f" {chance.choice(ODD)}" + text[end if end >= 0 else len(text) :]


def _cut(chance: random.Random, text: str) -> str:
    return text[: chance.randint(0, len(text))]


SLIPS: tuple[Slip, ...] = (_insert, _leave_out, _drop_line, _swap_lines, _twice, _other_value, _other_value, _cut)


def slipped(chance: random.Random, content: Path, folder: str) -> Iterator[tuple[str, Path]]:
    """The content with one slip after another in this folder, each mended before the next."""
    files = sorted(
        path for path in (content / folder).rglob("*") if path.suffix in (".md", ".toml", ".csv") and path.stat().st_size
    )
    for _ in range(TIMES[folder]):
        path, slip = chance.choice(files), chance.choice(SLIPS)
        before = path.read_bytes()
        after = slip(chance, before.decode()).encode("utf-8", "surrogatepass")
        if chance.random() < 0.05:
            after = after[: len(after) // 2] + bytes([chance.randrange(128, 256)]) + after[len(after) // 2 :]
        path.write_bytes(after)
        yield slip.__name__, path
        path.write_bytes(before)


@pytest.mark.parametrize("folder", TIMES)
def test_any_slip_is_found_in_its_place(folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No traceback; each finding has a file that is there, or says that it is missing, and a line inside of it."""
    seed = random.SystemRandom().randrange(10**9)
    content = tmp_path / "content"
    copytree(SOUND, content)
    found = 0
    for name, path in slipped(random.Random(seed), content, folder):
        story = f"seed {seed}: {name} in {path.relative_to(content)}:\n{path.read_bytes()!r}"
        try:
            report = check_content(content, TODAY)
        except Exception as error:
            raise AssertionError(story) from error
        found += bool(report.findings)
        for finding in report.findings:
            file, _ = split_location(finding.place)
            assert finding.what and finding.next_step and finding.why, story  # noqa: PT018
            lines = (content / file).read_bytes().count(b"\n") + 1 if (content / file).is_file() else 0
            assert (0 < finding.line <= lines) or not lines, f"{finding}\n{story}"
    with capsys.disabled():
        sys.stdout.write(f"\nseed {seed}: {TIMES[folder]} slips of the hand, {found} of them found\n")
    assert check_content(content, TODAY).findings == ()
    assert found > TIMES[folder] // 4


def test_the_day_does_not_matter(tmp_path: Path) -> None:
    """Sound content is sound on any day from that on which it was looked at; before that, this alone is wrong."""
    content = tmp_path / "content"
    copytree(SOUND, content)
    for day in (TODAY, date(2100, 1, 1), date.max):
        assert check_content(content, day).findings == (), day
    for day in (date.min, date(1970, 1, 1)):
        wrong = {finding.rule for finding in check_content(content, day).findings}
        assert wrong == {"date-in-future", "menu-word-without-source"}, day  # the year of a menu word lies in the future, too
