"""How it grows: a state file of a hundred thousand events, every place with thousands of answers, search as one types.

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
from pathlib import Path
from tempfile import TemporaryDirectory

from wizard.content.article_search import find_articles
from wizard.content.content_loader import load_shipped_content
from wizard.core.content_models import Library
from wizard.core.interview import available_options, build_interview
from wizard.core.snapshot import build_snapshot
from wizard.places.place_lookup import match_places

from .start import ANSWERS, ENV, PROGRAM, command

TODAY = date(2026, 11, 23)
TYPED = (
    "facial recognition",
    "what happens when I object",
    "delete",
    "private messages",
    "Côte d'Ivoire",
    "Untied Kingdom",
    "Deutschland",
)
ALL = "read all of it with json.load"


def row(what: str, seconds: float, beside: float) -> None:
    """A line of the table, in milliseconds."""
    sys.stdout.write(f"| {what} | {seconds * 1000:,.2f} | {seconds / beside:,.2f} |\n")


def head(title: str, beside: str) -> None:
    """The head of a table."""
    sys.stdout.write(f"\n### {title}\n\n| what | ms | of {beside} |\n| :-- | --: | --: |\n")


def timed(act: Callable[[], object], rounds: int) -> float:
    """The median of some rounds, in seconds."""
    took = []
    for _ in range(rounds):
        began = time.perf_counter()
        act()
        took.append(time.perf_counter() - began)
    return statistics.median(took)


def written(path: Path, events: int, chance: random.Random) -> None:
    """A state file with so many events: what a very long life, or a script, would leave."""
    subprocess.run([PROGRAM, "--state", path, "answer", *ANSWERS.split()], stdout=subprocess.DEVNULL, env=ENV, check=True)
    data = json.loads(path.read_bytes())
    targets = [*load_shipped_content().steps, "case/facebook", "case/instagram"]
    moment = datetime(2020, 1, 1, tzinfo=UTC)
    for number in range(events):
        moment += timedelta(minutes=20)
        target = chance.choice(targets)
        kind = chance.choice(
            ("sent", "receipt", "refused", "note") if target.startswith("case/") else ("done", "skipped", "reopened", "note")
        )
        event = {"at": moment.isoformat(timespec="microseconds"), "kind": kind, "target": target, "id": f"{number:016x}"}
        data["events"].append(
            event | {"on": min(moment.date(), TODAY).isoformat()} | ({"note": "a few words"} if kind != "done" else {})
        )
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")


def long_life(events: int, rounds: int, chance: random.Random) -> None:
    """Commands on a large state file, beside an interpreter that only reads it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "state.json"
        written(path, events, chance)
        size = path.stat().st_size / 1e6
        reading = (sys.executable, "-c", f"import json; json.load(open({str(path)!r}))")
        base = timed(lambda: command(*reading), rounds)
        head(f"{events:,} events, {size:.0f} MB; median of {rounds}", ALL)
        row(ALL, base, base)
        row("a bare interpreter", timed(lambda: command(sys.executable, "-c", "pass"), rounds), base)
        for words in (
            ["status"],
            ["plan", "--format", "json"],
            ["mark", "objection/get-ready", "done"],
            ["mark", "--undo"],
            ["state", "show"],
        ):
            row(" ".join(words), timed(lambda words=words: command(str(PROGRAM), "--state", path, *words), rounds), base)  # type: ignore[misc]


def some_answers(library: Library, country: str, chance: random.Random) -> dict[str, tuple[str, ...]]:
    """Answers of somebody who lives there, given in the order of the questions."""
    answers: dict[str, tuple[str, ...]] = {"country": (country,)}
    while (question := build_interview(library, answers, TODAY).next()) is not None:
        choices = [each.id for each in available_options(library, question, answers)]
        most = len(choices) if question.kind == "many" else 1
        answers[question.id] = tuple(chance.sample(choices, min(len(choices), chance.randint(0, most))))
    return answers


def everywhere(sets: int, chance: random.Random) -> None:
    """The plan of every place, for so many sets of answers in all."""
    library = load_shipped_content()
    places = [*library.countries]
    people = [some_answers(library, places[number % len(places)], chance) for number in range(sets)]
    took = sorted(timed(lambda answers=answers: build_snapshot(library, answers, (), TODAY), 1) for answers in people)  # type: ignore[misc]
    text = json.dumps(people[0])
    base = timed(lambda: [json.loads(text) for _ in range(100)], 20) / 100
    head(f"A plan: {len(places)} places, {sets:,} random sets of answers, in one process", "json.loads of one set of answers")
    row("median", statistics.median(took), base)
    row("99th percentile", took[sets * 99 // 100], base)
    row("slowest", took[-1], base)
    sys.stdout.write(f"\nAll of them: {sum(took):.1f} s, {sets / sum(took):,.0f} plans a second.\n")


def beginnings() -> Iterator[str]:
    """What stands in the field after each key."""
    return (text[:end] for text in TYPED for end in range(1, len(text) + 1))


def as_one_types(rounds: int) -> None:
    """The articles and the places that are found after each key."""
    library = load_shipped_content()
    match_places(library, "atlantis")
    texts = [article.text.casefold() for article in library.articles.values()]
    typed = [*beginnings()]
    base = statistics.median(timed(lambda word=word: [word in text for text in texts], rounds) for word in typed)  # type: ignore[misc]
    head(f"Search after each of {len(typed)} keys", "`in` over all articles")
    row("`in` over all articles", base, base)
    for name, find in (
        ("articles", lambda word: find_articles(library, word)),
        ("places", lambda word: match_places(library, word)),
    ):
        took = sorted(timed(lambda word=word, find=find: find(word), rounds) for word in typed)  # type: ignore[misc]
        row(f"{name}, median", statistics.median(took), base)
        row(f"{name}, 95th percentile", took[len(took) * 95 // 100], base)
        row(f"{name}, slowest", took[-1], base)


def main() -> None:
    """Measure all three, and print tables."""
    parser = ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--answers", type=int, default=4_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9))
    options = parser.parse_args()
    sys.stdout.write(f"Seed {options.seed}.\n")
    chance = random.Random(options.seed)
    long_life(options.events, options.rounds, chance)
    everywhere(options.answers, chance)
    as_one_types(options.rounds)


if __name__ == "__main__":
    main()
