"""Explain why a step is in the plan: the answers behind it, its impact, and what would remove it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from wizard.core.content_models import DONT_KNOW, Question, Step
from wizard.core.formatting import PATH, join_with_and, join_with_or
from wizard.core.place import MITIGATION, OPT_OUT, TRY_FORM, Place
from wizard.core.plan_entries import PlanStep
from wizard.core.snapshot import Snapshot
from wizard.i18n import N_, _, join_parts, labelled, ngettext

from .finding_text import finding_summary

PATH_REASONS = {
    OPT_OUT: N_("Your path is “{path}”: Meta has an objection form for people who live there."),
    TRY_FORM: N_("Your path is “{path}”: an objection form is reported or likely there, so it is worth a try."),
    MITIGATION: N_("Your path is “{path}”: no objection form is documented there, so other steps matter more."),
}
EXPECTATION_REASONS = {
    "yes": N_("In {country}, Meta's objection form is documented."),
    "likely": N_("In {country}, Meta's objection form is likely to open."),
    "reported": N_("In {country}, Meta's objection form is reported to open."),
    "unknown": N_("In {country}, we don't know whether Meta's objection form opens."),
    "no": N_("In {country}, Meta has no objection form."),
}
MUCH, FAIR = 0.5, 0.2
"""The lowest impact per minute that is called "much" and "a fair amount"."""
OTHERWISE = N_("If Meta's form worked differently for you, you wouldn't need it: say whether it opened.")
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
        reasons = (_("It helps everyone, whatever the answers."),)
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
        return place_reason or f"{labelled(name, ', '.join(sorted(values)))}."
    return _account_reason(snapshot, question, values) or _answer_reason(question, snapshot.answers.get(name), values)


def _account_reason(snapshot: Snapshot, question: Question, values: frozenset[str]) -> str:
    """Return the sentence for what was answered about single accounts; "" if the answer is about all of them."""
    if question.id not in snapshot.accounts.joint_answers:
        return ""
    given = {each.target: snapshot.accounts.answer(each, question.id) for each in snapshot.accounts.accounts}
    accounts = [snapshot.request_title(target) for target in given if given[target] in values]
    labels = [option.label for option in question.choices if option.id in values and option.id in given.values()]
    return _(
        "You said {answers} about {accounts}.", answers=join_with_and(map(_quoted, labels)), accounts=join_with_and(accounts)
    )


def _place_reason(place: Place, name: str) -> str:
    """Return the sentence for a fact about the place; "" for other facts."""
    return {
        "country": _("You live in {place}.", place=place.country.name),
        "region": _("You live in {place}.", place=place.name),
        "regime": _("The rules of your place ({law}) give you this.", law=place.law),
        "path": _(PATH_REASONS[place.path], path=PATH[place.path]),
        "expected": _(EXPECTATION_REASONS[place.form_expected], country=place.country.name),
    }.get(name, "")


def _answer_reason(question: Question, answer: tuple[str, ...] | None, values: frozenset[str]) -> str:
    """Return the sentence for an answer that implies one of these values; None means unanswered."""
    labels = {option.id: option.label for option in question.choices}
    if not answer or (DONT_KNOW in answer and not values & frozenset(answer)):
        covered = join_with_or(_quoted(label) for value, label in labels.items() if value in values)
        if answer is None:
            return _(
                "You have not answered “{question}”, so the plan also covers {answers}.", question=question.title, answers=covered
            )
        if not answer:
            return _("You left open “{question}”, so the plan also covers {answers}.", question=question.title, answers=covered)
        return _("You don't know “{question}”, so the plan also covers {answers}.", question=question.title, answers=covered)
    matching = [labels.get(id, id) for id in answer if id in values or values & _implied_by(question, id)]
    return _("You said {answers} to “{question}”.", answers=join_with_and(map(_quoted, matching)), question=question.title)


def _quoted(label: str) -> str:
    return _("“{text}”", text=label)


def _implied_by(question: Question, id: str) -> frozenset[str]:
    return frozenset(value for option in question.choices if option.id == id for value in option.implies)


def _weight_lines(snapshot: Snapshot, entry: PlanStep) -> tuple[str, ...]:
    """Return impact, impact per minute, position and prerequisites of the step, one line each."""
    step, exposure = entry.step, snapshot.exposure
    usual_impact = snapshot.library.steps[step.id].impact
    lines = [_("Impact {impact} of 5: {reason}", impact=step.impact, reason=step.impact_why)]
    if step.impact != usual_impact:
        lines.append(
            _("That is {impact} instead of {usual}, because of what your export shows.", impact=step.impact, usual=usual_impact)
        )
    lines += [
        _impact_rate_text(step),
        _("It is number {number} of {total} in the plan.", number=snapshot.steps.index(entry) + 1, total=len(snapshot.steps)),
    ]
    if entry.step_status.is_counted and exposure.total:
        lines.append(_("It counts {points} of the {total} points of your plan.", points=step.impact, total=exposure.total))
    prerequisites = [required.step.title for id in step.requires if (required := snapshot.step(id))]
    if prerequisites:
        lines.append(_("It comes after: {steps}.", steps=join_parts(prerequisites)))
    return tuple(lines)


def _impact_rate_text(step: Step) -> str:
    """Return the impact per minute in words; the numbers are in the JSON plan."""
    minutes, rate = step.minutes, step.impact / step.minutes
    if rate >= MUCH:
        return ngettext("It brings much for {count} minute.", "It brings much for {count} minutes.", minutes)
    if rate >= FAIR:
        return ngettext("It brings a fair amount for {count} minute.", "It brings a fair amount for {count} minutes.", minutes)
    return ngettext(
        "It takes {count} minute; in that time other steps bring more.",
        "It takes {count} minutes; in that time other steps bring more.",
        minutes,
    )


def _removing_answers(snapshot: Snapshot, step: Step) -> tuple[str, ...]:
    """Return which other answers would remove the step from the plan, one sentence each.

    Only one fact is changed at a time. A change that leaves another alternative of the condition true is left out.
    """
    sentences = []
    for name, values in _met_alternative(snapshot, step).items():
        question = snapshot.library.question(name)
        if question is None or not question.choices:
            if name in ("path", "expected"):
                sentences.append(_(OTHERWISE))
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
        yield _("If you did not use {services}, you would not need it.", services=join_with_or(labels))
    else:
        yield _(
            "If your answer to “{question}” were without {answers}, you would not need it.",
            question=question.title,
            answers=join_with_or(map(_quoted, labels)),
        )


def _removed_with_another(snapshot: Snapshot, step: Step, question: Question) -> Iterator[str]:
    """Yield which other answers to a question with one answer would remove the step."""
    facts = snapshot.interview.facts
    quoted = [
        _quoted(option.label)
        for option in question.choices
        if option.id != DONT_KNOW and not step.when.holds({**facts, question.id: frozenset((option.id, *option.implies))})
    ]
    if quoted:
        yield _(
            "If your answer to “{question}” were {answers}, you would not need it.",
            question=question.title,
            answers=join_with_or(quoted),
        )
