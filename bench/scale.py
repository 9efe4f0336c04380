"""Measure how the program scales: a state file with 100,000 events, all places with random answers, search at each key.

.venv/bin/python -m bench.scale [--events 100000] [--answers 4000] [--rounds 5]
"""

import json
import random
import statistics
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from wizard.content.content_loader import load_shipped_content
from wizard.core.content_models import Library
from wizard.core.interview import available_options, build_interview
from wizard.core.snapshot import build_snapshot
from wizard.places.place_lookup import match_places
from wizard.views.search import Search

from .start import ANSWERS, ENV, PROGRAM, command_ms

TODAY = date(2026, 11, 23)
QUERIES = (
    "facial recognition",
    "what happens when I object",
    "delete",
    "private messages",
    "Côte d'Ivoire",
    "Untied Kingdom",
    "Deutschland",
)
JSON_LOAD = "read all of it with json.load"


def print_row(what: str, seconds: float, base: float) -> None:
    """Print a row of the table: milliseconds, and the ratio to `base`, which is in seconds."""
    sys.stdout.write(f"| {what} | {seconds * 1000:,.2f} | {seconds / base:,.2f} |\n")


def print_head(title: str, base: str) -> None:
    """Print the head of a table; `base` says what the ratios refer to."""
    sys.stdout.write(f"\n### {title}\n\n| what | ms | of {base} |\n| :-- | --: | --: |\n")


def median_seconds(action: Callable[[], object], rounds: int) -> float:
    """Return the median duration of an action in seconds."""
    durations = []
    for _ in range(rounds):
        start = time.perf_counter()
        action()
        durations.append(time.perf_counter() - start)
    return statistics.median(durations)


def write_state(path: Path, events: int, rng: random.Random) -> None:
    """Write a state file with so many events, far more than any user has."""
    subprocess.run([PROGRAM, "--state", path, "answer", *ANSWERS.split()], stdout=subprocess.DEVNULL, env=ENV, check=True)
    data = json.loads(path.read_bytes())
    targets = [*load_shipped_content().steps, "case/facebook", "case/instagram"]
    timestamp = datetime(2020, 1, 1, tzinfo=UTC)
    for number in range(events):
        timestamp += timedelta(minutes=20)
        target = rng.choice(targets)
        kind = rng.choice(
            ("sent", "receipt", "refused", "note") if target.startswith("case/") else ("done", "skipped", "reopened", "note")
        )
        event = {"at": timestamp.isoformat(timespec="microseconds"), "kind": kind, "target": target, "id": f"{number:016x}"}
        data["events"].append(
            event | {"on": min(timestamp.date(), TODAY).isoformat()} | ({"note": "a few words"} if kind != "done" else {})
        )
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")


def measure_large_state(events: int, rounds: int, rng: random.Random) -> None:
    """Measure commands on a large state file, compared with an interpreter that only loads it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "state.json"
        write_state(path, events, rng)
        size = path.stat().st_size / 1e6
        reading = (sys.executable, "-c", f"import json; json.load(open({str(path)!r}))")
        base = median_seconds(lambda: command_ms(*reading), rounds)
        print_head(f"{events:,} events, {size:.0f} MB; median of {rounds}", JSON_LOAD)
        print_row(JSON_LOAD, base, base)
        print_row("a bare interpreter", median_seconds(lambda: command_ms(sys.executable, "-c", "pass"), rounds), base)
        for words in (
            ["status"],
            ["plan", "--format", "json"],
            ["mark", "privacy-settings/instagram-private", "done"],
            ["mark", "--undo"],
            ["state", "show"],
        ):
            command: list[str | Path] = [str(PROGRAM), "--state", path, *words]
            print_row(" ".join(words), median_seconds(partial(command_ms, *command), rounds), base)


def random_answers(library: Library, country: str, rng: random.Random) -> dict[str, tuple[str, ...]]:
    """Return random answers of a user in this country, in the order of the questions."""
    answers: dict[str, tuple[str, ...]] = {"country": (country,)}
    while (question := build_interview(library, answers, TODAY).next()) is not None:
        options = [option.id for option in available_options(library, question, answers)]
        maximum = len(options) if question.kind == "many" else 1
        answers[question.id] = tuple(rng.sample(options, min(len(options), rng.randint(0, maximum))))
    return answers


def measure_plans(sets: int, rng: random.Random) -> None:
    """Measure the plan of each place, for so many sets of answers in total."""
    library = load_shipped_content()
    places = [*library.countries]
    answer_sets = [random_answers(library, places[number % len(places)], rng) for number in range(sets)]
    durations = sorted(median_seconds(partial(build_snapshot, library, answers, (), TODAY), 1) for answers in answer_sets)
    text = json.dumps(answer_sets[0])
    base = median_seconds(lambda: [json.loads(text) for _ in range(100)], 20) / 100
    title = f"A plan: {len(places)} places, {sets:,} random sets of answers, in one process"
    print_head(title, "json.loads of one set of answers")
    print_row("median", statistics.median(durations), base)
    print_row("99th percentile", durations[sets * 99 // 100], base)
    print_row("slowest", durations[-1], base)
    sys.stdout.write(f"\nAll of them: {sum(durations):.1f} s, {sets / sum(durations):,.0f} plans a second.\n")


def query_prefixes() -> Iterator[str]:
    """Return what is in the search field after each key."""
    return (text[:end] for text in QUERIES for end in range(1, len(text) + 1))


def measure_search(rounds: int) -> None:
    """Measure the search for articles and places after each key."""
    library = load_shipped_content()
    match_places(library, "xyzzyland", {})  # builds the name index, which is cached
    search = Search(build_snapshot(library, {}, (), TODAY))
    texts = [article.text.casefold() for article in library.articles.values()]
    typed = [*query_prefixes()]
    base = statistics.median(median_seconds(lambda word=word: [word in text for text in texts], rounds) for word in typed)  # type: ignore[misc]
    print_head(f"Search after each of {len(typed)} keys", "`in` over all articles")
    print_row("`in` over all articles", base, base)
    for name, find in (
        ("everything", search.find),
        ("places", lambda word: match_places(library, word, {})),
    ):
        durations = sorted(median_seconds(lambda word=word, find=find: find(word), rounds) for word in typed)  # type: ignore[misc]
        print_row(f"{name}, median", statistics.median(durations), base)
        print_row(f"{name}, 95th percentile", durations[len(durations) * 95 // 100], base)
        print_row(f"{name}, slowest", durations[-1], base)


def main() -> None:
    """Measure all three, and print tables."""
    parser = ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--answers", type=int, default=4_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9))
    options = parser.parse_args()
    sys.stdout.write(f"Seed {options.seed}.\n")
    rng = random.Random(options.seed)
    measure_large_state(options.events, options.rounds, rng)
    measure_plans(options.answers, rng)
    measure_search(options.rounds)


if __name__ == "__main__":
    main()
