"""Why a step is in the plan: the answers that put it there, how it is weighed, and what would take it out."""

from collections.abc import Mapping
from typing import NamedTuple

from .case import Case, Entry
from .found import found_line
from .library import UNKNOWN, Question, Step
from .place import MITIGATION, OPT_OUT, TRY_FORM, Place
from .words import PATH

PATH_WORDS = {
    OPT_OUT: "Meta has an objection form for people who live there",
    TRY_FORM: "an objection form is reported or likely there, so it is worth a try",
    MITIGATION: "no objection form is documented there, so other steps matter more",
}
EXPECTED_WORDS = {
    "yes": "Meta's objection form is documented for this place",
    "likely": "Meta's objection form is likely to open in this place",
    "reported": "Meta's objection form is reported for this place",
    "unknown": "it is not known whether Meta's objection form opens in this place",
    "no": "Meta has no objection form for this place",
}


class Explanation(NamedTuple):
    """Reasons in sentences: which answers, what weight, what comes first, what would change it."""

    because: tuple[str, ...]
    weight: tuple[str, ...]
    changes: tuple[str, ...]


def because(case: Case, step: Step) -> tuple[str, ...]:
    """The answers and facts that put this step into the plan, a sentence each."""
    wanted = _met(case, step)
    found = tuple(_reason(case, name, values) for name, values in wanted.items()) or ("It helps everyone, whatever the answers.",)
    shown = found_line(step, case.findings)
    return (*found, shown) if shown else found


def explain(case: Case, entry: Entry) -> Explanation:
    """Everything about this entry's place in the plan; nothing about the weighing is hidden."""
    return Explanation(because(case, entry.step), _weight(case, entry), _changes(case, entry.step))


def _met(case: Case, step: Step) -> Mapping[str, frozenset[str]]:
    facts = case.interview.facts
    for wanted in step.when.alternatives:
        if all(values & facts.get(name, frozenset()) for name, values in wanted.items()):
            return wanted
    return {}


def _reason(case: Case, name: str, values: frozenset[str]) -> str:
    about_place = _about_place(case.place, name) if case.place else ""
    question = case.library.question(name)
    if about_place or question is None:
        return about_place or f"{name}: {', '.join(sorted(values))}."
    return _said(question, case.answers.get(name), values)


def _about_place(place: Place, name: str) -> str:
    return {
        "country": f"You live in {place.country.name}.",
        "region": f"You live in {place.name}.",
        "regime": f"The rules of your place ({place.law}) give you this.",
        "path": f"Your path is “{PATH[place.path]}”: {PATH_WORDS[place.path]}.",
        "expected": f"In {place.country.name}, {EXPECTED_WORDS[place.expected]}.",
    }.get(name, "")


def _said(question: Question, given: tuple[str, ...] | None, values: frozenset[str]) -> str:
    labels = {choice.id: choice.label for choice in question.choices}
    if not given or (UNKNOWN in given and not values & frozenset(given)):
        state = "have not answered" if given is None else "left open" if not given else "don't know"
        wanted = " or ".join(f"“{labels.get(value, value)}”" for value in labels if value in values)
        return f"You {state} “{question.title}”, so the plan also covers {wanted}."
    matched = [id for id in given if id in values or values & _covered(question, id)]
    return f"You said {' and '.join(f'“{labels.get(id, id)}”' for id in matched)} to “{question.title}”."


def _covered(question: Question, id: str) -> frozenset[str]:
    return frozenset(value for choice in question.choices if choice.id == id for value in choice.covers)


def _weight(case: Case, entry: Entry) -> tuple[str, ...]:
    step, exposure = entry.step, case.exposure
    usual = case.library.steps[step.id].impact
    lines = [
        f"Impact {step.impact} of 5: {step.impact_why}",
        *([f"That is {step.impact} instead of {usual}, because of what your export shows."] if step.impact != usual else []),
        f"{step.minutes} min, so {step.impact / step.minutes:.2f} impact per minute.",
        f"It is number {case.entries.index(entry) + 1} of {len(case.entries)} in the plan.",
    ]
    if entry.standing.counts and exposure.total:
        lines.append(f"It makes up {step.impact} of the {exposure.total} points of your exposure.")
    first = [other.step.title for id in step.requires if (other := case.entry(id))]
    if first:
        lines.append(f"It comes after: {'; '.join(first)}.")
    return tuple(lines)


def _changes(case: Case, step: Step) -> tuple[str, ...]:
    found = []
    for name, values in _met(case, step).items():
        question = case.library.question(name)
        if question is None or not question.choices:
            if name in ("path", "expected"):
                found.append("It would go if Meta's form turned out otherwise: tell us whether it opened.")
            continue
        without = [
            choice.label for choice in question.choices if choice.id != UNKNOWN and not values & {choice.id, *choice.covers}
        ]
        if without:
            found.append(f"It would go if you answered “{question.title}” only with: {'; '.join(without)}.")
    return tuple(found)
