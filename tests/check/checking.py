"""A small content in which nothing is wrong, and the changes that break it."""

import csv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from shutil import copyfile, copytree

from wizard.check import CheckReport, check_content

SOUND = Path(__file__).parents[1] / "samples" / "sound_content"
TODAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Change:
    """Something done to one file."""

    file: str
    act: Callable[[Path], object]


def edit(file: str, before: str, after: str) -> Change:
    """Replace some words that stand once in a file."""

    def act(path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        assert text.count(before) == 1, f"“{before}” stands {text.count(before)} times in {file}"
        path.write_text(text.replace(before, after), encoding="utf-8")

    return Change(file, act)


def add(file: str, text: str) -> Change:
    """Put something at the end of a file, or make a new one."""

    def act(path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as end:
            end.write(f"{text}\n")

    return Change(file, act)


def country(code: str, **cells: str) -> Change:
    """Write other cells into the row of a country; without a code the row is gone."""

    def act(path: Path) -> None:
        with path.open(encoding="utf-8", newline="") as table:
            rows = list(csv.DictReader(table))
        for row in rows:
            row.update(cells if row["alpha2"] == code else {})
        with path.open("w", encoding="utf-8", newline="") as table:
            writer = csv.DictWriter(table, rows[0], lineterminator="\n")
            writer.writeheader()
            writer.writerows(row for row in rows if row["alpha2"])

    return Change("countries.csv", act)


def write(file: str, data: bytes) -> Change:
    """Write something else into a file."""
    return Change(file, lambda path: path.write_bytes(data))


def gone(file: str) -> Change:
    """Take a file away."""
    return Change(file, Path.unlink)


@contextmanager
def changed(content: Path, *changes: Change) -> Iterator[Path]:
    """The copy of the sound content with these changes; afterwards it is sound again."""
    if not content.exists():
        copytree(SOUND, content)
    try:
        for change in changes:
            change.act(content / change.file)
        yield content
    finally:
        for change in changes:
            _mend(content, change.file)


def checked(content: Path, *changes: Change, today: date = TODAY) -> CheckReport:
    """What the check says of the sound content after these changes."""
    with changed(content, *changes) as root:
        return check_content(root, today)


def _mend(content: Path, file: str) -> None:
    if (SOUND / file).exists():
        copyfile(SOUND / file, content / file)
        return
    (content / file).unlink(missing_ok=True)
    folder = (content / file).parent
    while not (SOUND / folder.relative_to(content)).exists() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
