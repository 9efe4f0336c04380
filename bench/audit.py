"""The audit beside `unzip -p`, `json.load` and other ways, in one run, on made-up exports.

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
from collections.abc import Sequence
from pathlib import Path
from time import monotonic, sleep

from .export import make_export
from .rivals import WAYS

HOME = Path(tempfile.gettempdir()) / "protect-my-photos-bench"
SHAPES = {"files": {}, "compact": {"compact": True}, "single": {"single": True}}
"""Many files as Meta writes them, the same without spaces, and one single file."""
PATTERNS = ("*posts__*", "*/comments.json")
HEADS = ("export", "way", "seconds", "of unzip", "of json", "peak MB")


def export(megabytes: int, shape: str) -> tuple[Path, dict[str, int]]:
    """A made-up export, kept for the next time."""
    HOME.mkdir(exist_ok=True)
    path, notes = HOME / f"{shape}-{megabytes}.zip", HOME / f"{shape}-{megabytes}.json"
    if not notes.exists():
        sys.stderr.write(f"Making {path.name}; this takes a while, once.\n")
        notes.write_text(json.dumps(make_export(path, megabytes, **SHAPES[shape])))
    return path, json.loads(notes.read_text())


def command(way: str, path: Path) -> list[str]:
    """How a way is called."""
    if way == "unzip":
        return ["sh", "-c", f"unzip -p {path} {' '.join(map(repr, PATTERNS))} | wc -c"]
    if way == "audit":
        return [sys.executable, "-m", "wizard", "audit", str(path), "--format", "json"]
    return [sys.executable, "-m", "bench.rivals", way, str(path)]


def measured(words: Sequence[str], state: Path) -> tuple[float, float, str]:
    """Seconds, the highest memory of all its processes together in MB, and what it says."""
    began = monotonic()
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(words, stdout=said, env=os.environ | {"PROTECT_MY_PHOTOS_STATE": str(state)})
        peak = 0
        while process.poll() is None:
            peak = max(peak, _memory(process.pid))
            sleep(0.01)
        seconds = monotonic() - began
        said.seek(0)
        return seconds, peak / 1e6, said.read()


def _memory(number: int) -> int:
    """The memory of a process and of those that it started."""
    try:
        pages = int(Path(f"/proc/{number}/statm").read_text().split()[1])
        children = Path(f"/proc/{number}/task/{number}/children").read_text().split()
    except (OSError, ValueError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") + sum(_memory(int(each)) for each in children)


def right(way: str, said: str, counts: dict[str, int]) -> bool:
    """Tell whether a way has counted what there is."""
    if way == "unzip":
        return True
    found = json.loads(said)
    found = found["services"]["facebook"]["counts"] if way == "audit" else found
    return all(found[kind] == number for kind, number in counts.items())


def compare(megabytes: int, shape: str, ways: Sequence[str], rounds: int) -> None:
    """One table: each way in turn, several rounds, the best of each."""
    path, counts = export(megabytes, shape)
    best: dict[str, tuple[float, float]] = {}
    for _ in range(rounds):
        for way in ways:
            seconds, peak, said = measured(command(way, path), HOME / "state.json")
            if not right(way, said, counts):
                sys.exit(f"{way} has counted wrongly: {said[:300]}, {counts}")
            before = best.get(way, (seconds, peak))
            best[way] = (min(seconds, before[0]), max(peak, before[1]))
    for way, (seconds, peak) in best.items():
        ratios = [f"{seconds / best[base][0]:.2f}" if base in best else "-" for base in ("unzip", "json")]
        print(f"| {shape} {megabytes} MB | {way} | {seconds:.2f} | {' | '.join(ratios)} | {peak:.0f} |")  # noqa: T201


def main() -> None:
    """Measure what was asked for."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[250])
    parser.add_argument("--shapes", nargs="+", choices=tuple(SHAPES), default=list(SHAPES))
    parser.add_argument("--ways", nargs="+", default=["unzip", "audit", *WAYS])
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    print(f"| {' | '.join(HEADS)} |\n|{' --- |' * len(HEADS)}")  # noqa: T201
    for size in options.sizes:
        for shape in options.shapes:
            compare(size, shape, options.ways, options.rounds)


if __name__ == "__main__":
    main()
