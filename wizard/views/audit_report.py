"""The audit report as a page: what was found worst first, each step once with all that it resolves, and what can be done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from wizard.audit.compare import Comparison
from wizard.audit.listing.item_store import ItemStore, ListedItem, condition_of_findings
from wizard.audit.report import AuditReport
from wizard.audit.risks import Risk, rank_risks
from wizard.core.condition import ALWAYS
from wizard.core.content_models import Source
from wizard.core.finding_steps import steps_by_finding
from wizard.core.snapshot import Snapshot
from wizard.core.urls import is_web_address

from .find_at_meta import MetaLink, own_page_at_meta

MAX_SHOWN_ITEMS = 200
"""Maximum number of items that a front end shows of one step; the list in a file holds all of them."""
IN_PLAN, LEFT_OUT, NO_PLAN = "in-plan", "left-out", "no-plan"
"""Whether a step is in the plan of the user; NO_PLAN until the questions are answered."""


@dataclass(frozen=True, slots=True)
class StepAdvice:
    """A step with everything that it resolves, worst first. Without a step, `step` is "" and there is one risk."""

    step: str
    title: str
    risks: tuple[Risk, ...]
    links: tuple[MetaLink, ...] = ()
    standing: str = IN_PLAN


@dataclass(frozen=True, slots=True)
class AuditPage:
    """Everything that a document or a front end shows of an audit."""

    report: AuditReport
    risks: tuple[Risk, ...] = ()
    advice: tuple[StepAdvice, ...] = ()
    """The steps, in the order of the worst that each of them resolves."""
    comparison: Comparison | None = None


@dataclass(frozen=True, slots=True)
class ItemsPage:
    """The items behind the findings of a step: the first ones, and how many there are."""

    advice: StepAdvice
    items: tuple[ListedItem, ...]
    total: int


def has_items(advice: StepAdvice) -> bool:
    """Return True if single items stand behind any finding of a step."""
    return bool(condition_of_findings(risk.id for risk in advice.risks)[0])


def build_items_page(advice: StepAdvice, store: ItemStore, limit: int = MAX_SHOWN_ITEMS) -> ItemsPage:
    """Return the first items of a step, at most `limit`: those with a place first, then the oldest."""
    condition, parameters = condition_of_findings(risk.id for risk in advice.risks)
    if not condition:
        return ItemsPage(advice, (), 0)
    return ItemsPage(advice, tuple(store.items(condition, parameters, limit)), store.count(condition, parameters))


def build_audit_page(report: AuditReport, snapshot: Snapshot, comparison: Comparison | None = None) -> AuditPage:
    """Return the page for a user; the steps come from the plan, or else from the whole library."""
    risks = rank_risks(report, steps_by_finding(snapshot))
    steps = {risk.step: _describe_step(snapshot, risk.step) for risk in risks if risk.step}
    advice = tuple(_with_links(each, snapshot.library.sources) for each in group_by_step(risks, steps))
    return AuditPage(report, risks, advice, comparison)


def _with_links(advice: StepAdvice, sources: Mapping[str, Source]) -> StepAdvice:
    """Return a step that has no links of its own with the pages at Meta that show what it resolves."""
    if advice.links:
        return advice
    kinds = (risk.id.partition(".") for risk in advice.risks)
    pages = (own_page_at_meta(service, kind, sources) for service, _, kind in kinds)
    return replace(advice, links=tuple(dict.fromkeys(page for page in pages if page)))


def group_by_step(risks: Sequence[Risk], steps: Mapping[str, StepAdvice]) -> tuple[StepAdvice, ...]:
    """Return each step once, in the order of its worst risk; `steps` describes them by their id."""
    groups: dict[str, list[Risk]] = {}
    for risk in risks:
        groups.setdefault(risk.step or risk.id, []).append(risk)
    return tuple(_advice(steps.get(group[0].step), tuple(group)) for group in groups.values())


def _advice(step: StepAdvice | None, risks: tuple[Risk, ...]) -> StepAdvice:
    return StepAdvice(step.step, step.title, risks, step.links, step.standing) if step else StepAdvice("", "", risks)


def _describe_step(snapshot: Snapshot, id: str) -> StepAdvice:
    """Return a step with its links and its standing, and no risks yet."""
    library, planned = snapshot.library, snapshot.step(id)
    if planned:
        links = tuple(MetaLink(link.label, link.url) for link in planned.links)
    else:  # without answers only the links that are for everyone
        step = library.steps[id]
        links = tuple(MetaLink(link.label, library.sources[link.source].url) for link in step.links if link.when == ALWAYS)
    standing = IN_PLAN if planned else LEFT_OUT if snapshot.steps else NO_PLAN
    return StepAdvice(id, library.steps[id].title, (), tuple(link for link in links if is_web_address(link.url)), standing)
