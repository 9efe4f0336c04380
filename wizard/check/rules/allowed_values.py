"""The rule for fields that take one of a few words."""

from collections.abc import Iterable, Iterator

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation, did_you_mean
from wizard.check.references import LETTERS, located_statements
from wizard.core.content_models import REVIEW_AFTER_DAYS
from wizard.core.jurisdiction import CONFIDENCES, FORM_EXPECTATIONS
from wizard.core.letter.models import RECIPIENTS

ABOUT = ("form", "setting", "page", "law")
ASKED = ("meta", "authority", "court", "other")
STARTS = ("receipt", "day-after-receipt", "answer", "request")
FORM_SERVICES = ("facebook", "instagram", "whatsapp", "third-party")
KINDS = tuple(REVIEW_AFTER_DAYS)
QUESTION_KINDS = ("one", "many", "country", "region")


def unknown_value(shelf: ContentTree) -> Iterator[Violation]:
    """A field that takes one of a few words has one of them."""
    for place, field, value, known in _chosen(shelf):
        if value not in known:
            yield Violation(place, f"“{value}” is not a value of “{field}”.", did_you_mean(value, known))


def _chosen(shelf: ContentTree) -> Iterator[tuple[str, str, str, Iterable[str]]]:
    for place, step in shelf.steps():
        yield place, "confidence", step.confidence, CONFIDENCES
        yield place, "kind", step.kind, KINDS
    for place, article in shelf.articles():
        yield place, "confidence", article.confidence, CONFIDENCES
        yield place, "kind", article.kind, KINDS
    for place, question in shelf.questions:
        yield f"{place} {question.id}", "kind", question.kind, QUESTION_KINDS
    for told in located_statements(shelf):
        yield told.place, "confidence", told.statement.confidence, CONFIDENCES
    yield from _of_regimes(shelf)
    yield from _of_letters(shelf)
    yield from _of_records(shelf)


def _of_regimes(shelf: ContentTree) -> Iterator[tuple[str, str, str, Iterable[str]]]:
    for place, regime in shelf.regimes():
        for number, clock in enumerate(regime.time_limits, 1):
            yield f"{place} [[clocks]] {number}", "start", clock.start, STARTS
        for number, escalation in enumerate(regime.escalations, 1):
            yield f"{place} [[escalations]] {number}", "to", escalation.to, ASKED
        for number, form in enumerate(regime.forms, 1):
            yield f"{place} [[forms]] {number}", "service", form.service, FORM_SERVICES


def _of_letters(shelf: ContentTree) -> Iterator[tuple[str, str, str, Iterable[str]]]:
    for place, letter in shelf.letters():
        yield place, "to", letter.recipient, RECIPIENTS
        yield place, "kind", letter.kind, KINDS
        yield place, "confidence", letter.confidence, CONFIDENCES
        for number, statement in enumerate(letter.statements, 1):
            if not statement.id:  # those with an id stand in laws.toml
                yield f"{place} [[statements]] {number}", "confidence", statement.confidence, CONFIDENCES
    for law in shelf.library.laws.values():
        for name, statement in law.statements.items():
            yield f"{LETTERS}laws.toml [{law.id}.statements.{name}]", "confidence", statement.confidence, CONFIDENCES
    for id, addressee in shelf.library.addressees.items():
        yield f"{LETTERS}addressees.toml [{id}]", "confidence", addressee.confidence, CONFIDENCES


def _of_records(shelf: ContentTree) -> Iterator[tuple[str, str, str, Iterable[str]]]:
    for id, country in shelf.library.countries.items():
        yield f"countries.csv {id}", "form", country.form, FORM_EXPECTATIONS
        yield f"countries.csv {id}", "confidence", country.confidence, CONFIDENCES
    for id, authority in shelf.library.authorities.items():
        yield f"authorities.toml [{id}]", "confidence", authority.confidence, CONFIDENCES
    for id, source in shelf.library.sources.items():
        yield f"sources.toml [{id}]", "confidence", source.confidence, CONFIDENCES
        yield f"sources.toml [{id}]", "about", source.about, ABOUT
