"""Compare the audit with `unzip -p`, `json.load` and other readers, in one run, on generated exports.

make bench                       250 MB, the usual shapes
make bench SIZES="250 2000"      larger ones too
.venv/bin/python -m bench.audit --sizes 50 250 2000 --rounds 5 --ways audit unzip
"""

import json
import os
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from time import monotonic, sleep

from .export import make_export
from .rivals import LIBRARIES, PAGE_READERS, READERS

CACHE = Path(tempfile.gettempdir()) / "protect-my-photos-bench"
SHAPES = {"files": {}, "compact": {"compact": True}, "single": {"single": True}, "pages": {"pages": True}}
"""Many files as Meta writes them, the same without white space, one single file, and the pages of an export in HTML."""
PATTERNS = ("*posts__*", "*/comments.*")
"""The files that are counted, as patterns of unzip."""
COLUMNS = ("export", "way", "seconds", "of unzip", "of json", "peak MB")


def export_of_size(megabytes: int, shape: str) -> tuple[Path, dict[str, int]]:
    """Return a generated export and its counts. It is kept in CACHE for the next run."""
    CACHE.mkdir(exist_ok=True)
    path, counts_path = CACHE / f"{shape}-{megabytes}.zip", CACHE / f"{shape}-{megabytes}.json"
    if not counts_path.exists():
        sys.stderr.write(f"Making {path.name}; this takes a while, once.\n")
        counts_path.write_text(json.dumps(make_export(path, megabytes, **SHAPES[shape])))
    return path, json.loads(counts_path.read_text())


def reader_command(reader: str, path: Path) -> list[str]:
    """Return the command that reads the export with this reader."""
    if reader == "unzip":
        return ["sh", "-c", f"unzip -p {path} {' '.join(map(repr, PATTERNS))} | wc -c"]
    if reader == "audit":
        return [sys.executable, "-m", "wizard", "audit", str(path), "--format", "json"]
    return [sys.executable, "-m", "bench.rivals", reader, str(path)]


def measure(command: Sequence[str], state: Path) -> tuple[float, float, str]:
    """Run a command. Returns seconds, peak memory of all its processes together in MB, and its output."""
    start = monotonic()
    with tempfile.TemporaryFile("w+") as output:
        process = subprocess.Popen(command, stdout=output, env=os.environ | {"PROTECT_MY_PHOTOS_STATE": str(state)})
        peak = 0
        while process.poll() is None:
            peak = max(peak, _resident_bytes(process.pid))
            sleep(0.01)
        seconds = monotonic() - start
        output.seek(0)
        return seconds, peak / 1e6, output.read()


def _resident_bytes(pid: int) -> int:
    """Return the memory of a process and of all its child processes; 0 if it has ended."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except (OSError, ValueError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") + sum(_resident_bytes(int(child)) for child in children)


def is_correct(reader: str, output: str, expected: dict[str, int]) -> bool:
    """Return True if the reader has counted correctly; unzip counts nothing."""
    if reader == "unzip":
        return True
    counts = json.loads(output)
    counts = counts["services"]["facebook"]["counts"] if reader == "audit" else counts
    return all(counts[kind] == number for kind, number in expected.items())


def installed_readers(readers: Iterable[str]) -> Iterator[str]:
    """Yield the readers whose library is installed; the others are named and left out."""
    for reader in readers:
        library = LIBRARIES.get(reader)
        if library is None or find_spec(library):
            yield reader
        else:
            sys.stderr.write(f"{reader} is left out: {library} is not installed.\n")


def compare_readers(megabytes: int, shape: str, readers: Sequence[str], rounds: int) -> None:
    """Print the rows of one export: all readers in turn, several rounds, the best time and the highest peak of each."""
    path, expected = export_of_size(megabytes, shape)
    best: dict[str, tuple[float, float]] = {}
    fitting = [reader for reader in readers if reader in ("unzip", "audit") or (reader in PAGE_READERS) is (shape == "pages")]
    for _ in range(rounds):
        for reader in fitting:
            seconds, peak, output = measure(reader_command(reader, path), CACHE / "state.json")
            if not is_correct(reader, output, expected):
                sys.exit(f"{reader} has counted wrongly: {output[:300]}, {expected}")
            before = best.get(reader, (seconds, peak))
            best[reader] = (min(seconds, before[0]), max(peak, before[1]))
    for reader, (seconds, peak) in best.items():
        ratios = [f"{seconds / best[base][0]:.2f}" if base in best else "-" for base in ("unzip", "json")]
        print(f"| {shape} {megabytes} MB | {reader} | {seconds:.2f} | {' | '.join(ratios)} | {peak:.0f} |")  # noqa: T201


def main() -> None:
    """Measure the requested sizes, shapes and readers."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[250])
    parser.add_argument("--shapes", nargs="+", choices=tuple(SHAPES), default=list(SHAPES))
    parser.add_argument("--ways", nargs="+", default=["unzip", "audit", *READERS])
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    readers = tuple(installed_readers(options.ways))
    print(f"| {' | '.join(COLUMNS)} |\n|{' --- |' * len(COLUMNS)}")  # noqa: T201
    for size in options.sizes:
        for shape in options.shapes:
            compare_readers(size, shape, readers, options.rounds)


if __name__ == "__main__":
    main()
