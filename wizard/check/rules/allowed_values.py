"""Rule for fields that accept only certain values."""

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


def unknown_value(content: ContentTree) -> Iterator[Violation]:
    """A field that takes one of a few words has one of them."""
    for place, field, value, allowed in _restricted_values(content):
        if value not in allowed:
            yield Violation(
                place, f"“{value}” is not a value of “{field}”.", did_you_mean(value, allowed), fields=(field,), quote=value
            )


def _restricted_values(content: ContentTree) -> Iterator[tuple[str, str, str, Iterable[str]]]:
    """Yield place, field name, value and permitted values of every restricted field."""
    for place, step in content.steps():
        yield place, "confidence", step.confidence, CONFIDENCES
        yield place, "kind", step.kind, KINDS
    for place, article in content.articles():
        yield place, "confidence", article.confidence, CONFIDENCES
        yield place, "kind", article.kind, KINDS
    for place, question in content.questions:
        yield f"{place} {question.id}", "kind", question.kind, QUESTION_KINDS
    for located in located_statements(content):
        yield located.place, "confidence", located.statement.confidence, CONFIDENCES
    yield from _values_in_regimes(content)
    yield from _values_in_letters(content)
    yield from _values_in_records(content)


def _values_in_regimes(content: ContentTree) -> Iterator[tuple[str, str, str, Iterable[str]]]:
    for place, regime in content.regimes():
        for number, limit in enumerate(regime.time_limits, 1):
            yield f"{place} [[clocks]] {number}", "start", limit.start, STARTS
        for number, escalation in enumerate(regime.escalations, 1):
            yield f"{place} [[escalations]] {number}", "to", escalation.to, ASKED
        for number, form in enumerate(regime.forms, 1):
            yield f"{place} [[forms]] {number}", "service", form.service, FORM_SERVICES


def _values_in_letters(content: ContentTree) -> Iterator[tuple[str, str, str, Iterable[str]]]:
    for place, letter in content.letters():
        yield place, "to", letter.recipient, RECIPIENTS
        yield place, "kind", letter.kind, KINDS
        yield place, "confidence", letter.confidence, CONFIDENCES
        for number, statement in enumerate(letter.statements, 1):
            if not statement.id:  # statements with an id are checked once, in laws.toml
                yield f"{place} [[statements]] {number}", "confidence", statement.confidence, CONFIDENCES
    for law in content.library.laws.values():
        for name, statement in law.statements.items():
            yield f"{LETTERS}laws.toml [{law.id}.statements.{name}]", "confidence", statement.confidence, CONFIDENCES
    for id, addressee in content.library.addressees.items():
        yield f"{LETTERS}addressees.toml [{id}]", "confidence", addressee.confidence, CONFIDENCES


def _values_in_records(content: ContentTree) -> Iterator[tuple[str, str, str, Iterable[str]]]:
    for id, country in content.library.countries.items():
        yield f"countries.csv {id}", "form", country.form, FORM_EXPECTATIONS
        yield f"countries.csv {id}", "confidence", country.confidence, CONFIDENCES
    for id, authority in content.library.authorities.items():
        yield f"authorities.toml [{id}]", "confidence", authority.confidence, CONFIDENCES
    for id, source in content.library.sources.items():
        yield f"sources.toml [{id}]", "confidence", source.confidence, CONFIDENCES
        yield f"sources.toml [{id}]", "about", source.about, ABOUT
