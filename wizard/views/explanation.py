"""Explain why a step is in the plan: the answers behind it, its impact, and what would remove it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from wizard.core.content_models import DONT_KNOW, Question, Step
from wizard.core.formatting import PATH, pluralize
from wizard.core.place import MITIGATION, OPT_OUT, TRY_FORM, Place
from wizard.core.snapshot import PlanStep, Snapshot

from .finding_text import finding_summary

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
"""How the impact per minute is called, from the greatest lower limit to the smallest."""
OTHERWISE = "If Meta's form turned out otherwise, you would not need it: say whether it opened."
SERVICES = "services"


class Explanation(NamedTuple):
    """The reasons for a step in sentences: the answers, its impact and position, and what would remove it."""

    because: tuple[str, ...]
    weight: tuple[str, ...]
    changes: tuple[str, ...]


def inclusion_reasons(snapshot: Snapshot, step: Step) -> tuple[str, ...]:
    """Return the answers and facts that put this step into the plan, as one or more sentences."""
    alternative = _met_alternative(snapshot, step)
    reasons = tuple(_reason(snapshot, name, values) for name, values in alternative.items())
    if not reasons:
        reasons = ("It helps everyone, whatever the answers.",)
    from_export = finding_summary(step, snapshot.findings)
    return (*reasons, from_export) if from_export else reasons


def explain_step(snapshot: Snapshot, entry: PlanStep) -> Explanation:
    """Return the full explanation of a step and of its position in the plan."""
    return Explanation(
        inclusion_reasons(snapshot, entry.step), _weight_lines(snapshot, entry), _removing_answers(snapshot, entry.step)
    )


def _met_alternative(snapshot: Snapshot, step: Step) -> Mapping[str, frozenset[str]]:
    """Return the first alternative of the step's condition that the facts meet; empty if there is none."""
    facts = snapshot.interview.facts
    for alternative in step.when.alternatives:
        if all(values & facts.get(name, frozenset()) for name, values in alternative.items()):
            return alternative
    return {}


def _reason(snapshot: Snapshot, name: str, values: frozenset[str]) -> str:
    place_reason = _place_reason(snapshot.place, name) if snapshot.place else ""
    question = snapshot.library.question(name)
    if place_reason or question is None:
        return place_reason or f"{name}: {', '.join(sorted(values))}."
    return _answer_reason(question, snapshot.answers.get(name), values)


def _place_reason(place: Place, name: str) -> str:
    """Return the sentence for a fact about the place; "" for other facts."""
    return {
        "country": f"You live in {place.country.name}.",
        "region": f"You live in {place.name}.",
        "regime": f"The rules of your place ({place.law}) give you this.",
        "path": f"Your path is “{PATH[place.path]}”: {PATH_WORDS[place.path]}.",
        "expected": f"In {place.country.name}, {EXPECTED_WORDS[place.form_expected]}.",
    }.get(name, "")


def _answer_reason(question: Question, answer: tuple[str, ...] | None, values: frozenset[str]) -> str:
    """Return the sentence for an answer that implies one of these values; None means unanswered."""
    labels = {option.id: option.label for option in question.choices}
    if not answer or (DONT_KNOW in answer and not values & frozenset(answer)):
        state = "have not answered" if answer is None else "left open" if not answer else "don't know"
        covered = " or ".join(f"“{labels.get(value, value)}”" for value in labels if value in values)
        return f"You {state} “{question.title}”, so the plan also covers {covered}."
    matching = [id for id in answer if id in values or values & _implied_by(question, id)]
    return f"You said {' and '.join(f'“{labels.get(id, id)}”' for id in matching)} to “{question.title}”."


def _implied_by(question: Question, id: str) -> frozenset[str]:
    return frozenset(value for option in question.choices if option.id == id for value in option.implies)


def _weight_lines(snapshot: Snapshot, entry: PlanStep) -> tuple[str, ...]:
    """Return impact, impact per minute, position and prerequisites of the step, one line each."""
    step, exposure = entry.step, snapshot.exposure
    usual_impact = snapshot.library.steps[step.id].impact
    lines = [f"Impact {step.impact} of 5: {step.impact_why}"]
    if step.impact != usual_impact:
        lines.append(f"That is {step.impact} instead of {usual_impact}, because of what your export shows.")
    lines += [
        _impact_rate_text(step),
        f"It is number {snapshot.steps.index(entry) + 1} of {len(snapshot.steps)} in the plan.",
    ]
    if entry.step_status.is_counted and exposure.total:
        lines.append(f"It counts {step.impact} of the {pluralize(exposure.total, 'point')} of your plan.")
    prerequisites = [required.step.title for id in step.requires if (required := snapshot.step(id))]
    if prerequisites:
        lines.append(f"It comes after: {'; '.join(prerequisites)}.")
    return tuple(lines)


def _impact_rate_text(step: Step) -> str:
    """Return the impact per minute in words; the numbers are in the JSON plan."""
    time = pluralize(step.minutes, "minute")
    for lower_limit, amount in IMPACT_RATE_WORDS.items():
        if step.impact / step.minutes >= lower_limit:
            return f"It brings {amount} for {time}."
    return f"It takes {time}; in that time other steps bring more."


def _removing_answers(snapshot: Snapshot, step: Step) -> tuple[str, ...]:
    """Return which other answers would remove the step from the plan, one sentence each.

    Only one fact is changed at a time. A change that leaves another alternative of the condition true is left out.
    """
    sentences = []
    for name, values in _met_alternative(snapshot, step).items():
        question = snapshot.library.question(name)
        if question is None or not question.choices:
            if name in ("path", "expected"):
                sentences.append(OTHERWISE)
        elif question.kind == "many":
            sentences += _removed_without(snapshot, step, question, values)
        else:
            sentences += _removed_with_another(snapshot, step, question)
    return tuple(sentences)


def _removed_without(snapshot: Snapshot, step: Step, question: Question, values: frozenset[str]) -> Iterator[str]:
    """Yield which options the user would have to remove from an answer that can have several."""
    facts = snapshot.interview.facts
    other_values = facts.get(question.id, frozenset()) - values
    if step.when.holds({**facts, question.id: other_values}) or all(option.id in values for option in question.choices):
        return
    chosen = values & frozenset(snapshot.answers.get(question.id, ()))
    labels = [option.label for option in question.choices if option.id in (chosen or values)]
    if question.id == SERVICES:
        yield f"If you did not use {' or '.join(labels)}, you would not need it."
    else:
        quoted = " or ".join(f"“{label}”" for label in labels)
        yield f"If your answer to “{question.title}” were without {quoted}, you would not need it."


def _removed_with_another(snapshot: Snapshot, step: Step, question: Question) -> Iterator[str]:
    """Yield which other answers to a question with one answer would remove the step."""
    facts = snapshot.interview.facts
    quoted = [
        f"“{option.label}”"
        for option in question.choices
        if option.id != DONT_KNOW and not step.when.holds({**facts, question.id: frozenset((option.id, *option.implies))})
    ]
    if quoted:
        yield f"If your answer to “{question.title}” were {' or '.join(quoted)}, you would not need it."
