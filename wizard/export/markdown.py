"""The plan as Markdown: everything one needs away from the terminal, with boxes to tick."""

from collections.abc import Iterator, Sequence

from wizard.core.case import Case, Entry
from wizard.core.place import told
from wizard.core.words import CONFIDENCE, DEVICE, count, day, distance, exposure_line, heading, minutes, progress_line, weekday

from .text import DISCLAIMER

BOXES = {"open": "[ ]", "done": "[x]", "skipped": "[-]"}


def plan_markdown(case: Case, entries: Sequence[Entry]) -> str:
    """The plan with taps, links, limits and sources; only the given entries of it."""
    shown = {entry.id for entry in entries}
    lines = ["# My plan: keep my photos out of Meta's AI", "", f"**{heading(case)}**", ""]
    lines += [f"Made on {day(case.today)}. {progress_line(case)} {exposure_line(case)}", ""]
    lines += list(_place_lines(case))
    if case.deadlines:
        lines += ["## Dates", ""]
        lines += [f"- **{weekday(each.due)}** ({distance(each.due, case.today)}): {each.why}" for each in case.deadlines] + [""]
    for part in case.parts:
        chosen = [entry for entry in part.entries if entry.id in shown]
        if chosen:
            lines += [f"## {part.action.title}", "", part.action.summary, ""]
            lines += [line for entry in chosen for line in _entry_lines(entry)]
    lines += list(_source_lines(case, entries))
    lines += [f"Facts as of {day(case.library.as_of)}. {DISCLAIMER}", ""]
    return "\n".join(lines)


def _place_lines(case: Case) -> Iterator[str]:
    if case.place is None:
        return
    regime, facts = case.place.regime, case.interview.facts
    headline = regime.headlines.get(case.place.path, "")
    yield from (f"## {headline or case.place.name}", "")
    if case.place.country.safety:
        yield from (f"**First, your safety:** {case.place.country.safety}", "")
    for title, statements in (("You can", regime.can), ("You cannot", regime.cannot), ("Good to know", regime.notes)):
        found = told(statements, facts, case.today)
        if found:
            yield from (f"{title}:", "")
            yield from (f"- {each.text} ({CONFIDENCE[each.confidence]})" for each in found)
            yield ""
    if case.place.authority:
        yield from (f"Your authority: {case.place.authority.name} {_bracketed(case.place.authority.url)}".rstrip(), "")


def _entry_lines(entry: Entry) -> Iterator[str]:
    step = entry.step
    yield from (f"### {BOXES[entry.status]} {step.title}", "")
    yield from (f"{minutes(step.minutes)} · impact {step.impact} of 5 · `{step.id}`", "")
    if entry.standing.reason:
        yield from (f"Not for me: {_one_line(entry.standing.reason)}", "")
    yield from (step.intro, "")
    for passage in step.passages:
        yield from (f"**{DEVICE.get(passage.id, passage.title)}**", "", passage.text, "")
    for link in entry.links:
        yield f"- {link.label}: <{link.url}>"
    if entry.links:
        yield ""
    for note in entry.notes:
        yield from (f"> Note of {day(note.on)}: {_one_line(note.note)}", "")
    stale = " It may have changed since: look twice." if entry.stale else ""
    known = "" if step.confidence == "confirmed" else f" This step is {CONFIDENCE[step.confidence]}."
    yield from (f"*Last checked {day(step.checked)}.{stale}{known}*", "")


def _source_lines(case: Case, entries: Sequence[Entry]) -> Iterator[str]:
    ids = dict.fromkeys(id for entry in entries for id in entry.step.sources)
    found = [case.library.sources[id] for id in ids if id in case.library.sources]
    if found:
        yield from (f"## Sources ({count(len(found), 'page')})", "")
        yield from (f"- {f'{each.title} {_bracketed(each.url)}'.rstrip()}, looked at {day(each.checked)}" for each in found)
        yield ""


def _bracketed(url: str) -> str:
    return f"<{url}>" if url else ""


def _one_line(text: str) -> str:
    """Words of the person, made harmless for Markdown: one line, no markup of theirs."""
    return "".join(f"\\{each}" if each in "\\`*_{}[]<>#|!~" else each for each in " ".join(text.split()))
