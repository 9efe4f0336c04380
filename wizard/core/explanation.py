"""Why a step is in the plan: the answers that put it there, how it is weighed, and what would take it out."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from .content_models import DONT_KNOW, Question, Step
from .finding_text import finding_summary
from .formatting import PATH, format_exposure, pluralize
from .place import MITIGATION, OPT_OUT, TRY_FORM, Place
from .snapshot import Exposure, PlanStep, Snapshot

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

IMPACT_RATE_WORDS = {0.5: "much", 0.2: "a fair amount"}
"""From so much impact a minute on, what a step brings is called so."""
OTHERWISE = "If Meta's form turned out otherwise, you would not need it: say whether it opened."
SERVICES = "services"


class Explanation(NamedTuple):
    """Reasons in sentences: which answers, what weight, what comes first, what would change it."""

    because: tuple[str, ...]
    weight: tuple[str, ...]
    changes: tuple[str, ...]


def inclusion_reasons(case: Snapshot, step: Step) -> tuple[str, ...]:
    """The answers and facts that put this step into the plan, a sentence each."""
    wanted = _met(case, step)
    found = tuple(_reason(case, name, values) for name, values in wanted.items()) or ("It helps everyone, whatever the answers.",)
    shown = finding_summary(step, case.findings)
    return (*found, shown) if shown else found


def explain_step(case: Snapshot, entry: PlanStep) -> Explanation:
    """Everything about this entry's place in the plan; nothing about the weighing is hidden."""
    return Explanation(inclusion_reasons(case, entry.step), _weight(case, entry), _changes(case, entry.step))


def _met(case: Snapshot, step: Step) -> Mapping[str, frozenset[str]]:
    facts = case.interview.facts
    for wanted in step.when.alternatives:
        if all(values & facts.get(name, frozenset()) for name, values in wanted.items()):
            return wanted
    return {}


def _reason(case: Snapshot, name: str, values: frozenset[str]) -> str:
    about_place = _about_place(case.place, name) if case.place else ""
    question = case.library.question(name)
    if about_place or question is None:
        return about_place or f"{name}: {', '.join(sorted(values))}."
    return _answer_reason(question, case.answers.get(name), values)


def _about_place(place: Place, name: str) -> str:
    return {
        "country": f"You live in {place.country.name}.",
        "region": f"You live in {place.name}.",
        "regime": f"The rules of your place ({place.law}) give you this.",
        "path": f"Your path is “{PATH[place.path]}”: {PATH_WORDS[place.path]}.",
        "expected": f"In {place.country.name}, {EXPECTED_WORDS[place.form_expected]}.",
    }.get(name, "")


def _answer_reason(question: Question, given: tuple[str, ...] | None, values: frozenset[str]) -> str:
    labels = {choice.id: choice.label for choice in question.choices}
    if not given or (DONT_KNOW in given and not values & frozenset(given)):
        state = "have not answered" if given is None else "left open" if not given else "don't know"
        wanted = " or ".join(f"“{labels.get(value, value)}”" for value in labels if value in values)
        return f"You {state} “{question.title}”, so the plan also covers {wanted}."
    matched = [id for id in given if id in values or values & _covered(question, id)]
    return f"You said {' and '.join(f'“{labels.get(id, id)}”' for id in matched)} to “{question.title}”."


def _covered(question: Question, id: str) -> frozenset[str]:
    return frozenset(value for choice in question.choices if choice.id == id for value in choice.implies)


def _weight(case: Snapshot, entry: PlanStep) -> tuple[str, ...]:
    step, exposure = entry.step, case.exposure
    usual = case.library.steps[step.id].impact
    lines = [
        f"Impact {step.impact} of 5: {step.impact_why}",
        *([f"That is {step.impact} instead of {usual}, because of what your export shows."] if step.impact != usual else []),
        _impact_rate_text(step),
        f"It is number {case.steps.index(entry) + 1} of {len(case.steps)} in the plan.",
    ]
    if entry.step_status.is_counted and exposure.total:
        lines.append(f"It closes {format_exposure(Exposure(step.impact, exposure.total))} of what was open.")
    first = [other.step.title for id in step.requires if (other := case.step(id))]
    if first:
        lines.append(f"It comes after: {'; '.join(first)}.")
    return tuple(lines)


def _impact_rate_text(step: Step) -> str:
    """What it brings for its time, in words; the numbers stand in the plan as JSON."""
    time = pluralize(step.minutes, "minute")
    for least, much in IMPACT_RATE_WORDS.items():
        if step.impact / step.minutes >= least:
            return f"It brings {much} for {time}."
    return f"It takes {time}; in that time other steps bring more."


def _changes(case: Snapshot, step: Step) -> tuple[str, ...]:
    """The answers that would take the step out, as far as nothing else keeps it in."""
    found = []
    for name, values in _met(case, step).items():
        question = case.library.question(name)
        if question is None or not question.choices:
            if name in ("path", "expected"):
                found.append(OTHERWISE)
        elif question.kind == "many":
            found += _without_these(case, step, question, values)
        else:
            found += _with_another(case, step, question)
    return tuple(found)


def _without_these(case: Snapshot, step: Step, question: Question, values: frozenset[str]) -> Iterator[str]:
    """What the person would have to leave out of an answer of several."""
    facts = case.interview.facts
    left = facts.get(question.id, frozenset()) - values
    if step.when.holds({**facts, question.id: left}) or all(choice.id in values for choice in question.choices):
        return
    given = values & frozenset(case.answers.get(question.id, ()))
    labels = [choice.label for choice in question.choices if choice.id in (given or values)]
    if question.id == SERVICES:
        yield f"If you did not use {' or '.join(labels)}, you would not need it."
    else:
        said = " or ".join(f"“{label}”" for label in labels)
        yield f"If your answer to “{question.title}” were without {said}, you would not need it."


def _with_another(case: Snapshot, step: Step, question: Question) -> Iterator[str]:
    """Which one answer would take the step out."""
    facts = case.interview.facts
    others = [
        f"“{choice.label}”"
        for choice in question.choices
        if choice.id != DONT_KNOW and not step.when.holds({**facts, question.id: frozenset((choice.id, *choice.implies))})
    ]
    if others:
        yield f"If your answer to “{question.title}” were {' or '.join(others)}, you would not need it."
