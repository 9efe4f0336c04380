"""The description of a letter (content, limits, fields, law, sources), and the list of all letters."""

from collections.abc import Iterable, Iterator

from wizard.core.formatting import CONFIDENCE, DISCLAIMER, format_date
from wizard.core.letter.account_fit import as_for
from wizard.core.letter.applicability import applies_here
from wizard.core.letter.delivery import authority_for_letter
from wizard.core.letter.field_values import offered_options
from wizard.core.letter.models import LegalStatement, Letter, LetterField
from wizard.core.letter.selection import upcoming_letters, usable_letters
from wizard.core.letter.template_values import prefilled_values
from wizard.core.objection import Objection
from wizard.core.snapshot import Snapshot
from wizard.export.render_text import LETTER_WIDTH, wrap_line
from wizard.views.legal_statements import applicable_legal_statements


def letter_list(snapshot: Snapshot) -> str:
    """Return the list of letters: usable now, upcoming and others, each under the name to ask for."""
    usable, upcoming = usable_letters(snapshot), upcoming_letters(snapshot)
    others = [letter for letter in snapshot.library.letters.values() if letter not in (*usable, *upcoming)]
    lines = ["Fits you now:", *(_list_row(letter.family, letter.title) for letter in usable)] if usable else []
    lines += ["", "Later, when something came back or nothing did:"] if upcoming else []
    lines += [_list_row(letter.id, letter.title) for letter in upcoming]
    if snapshot.place is None:
        lines += ["", "More may fit once your country is known: `protect-my-photos answer country=DE`."]
    lines += ["", "For other places or situations:", *(_list_row(letter.id, letter.title) for letter in others)]
    lines += ["", "`protect-my-photos letter KIND --about` says what a letter says, cannot do and needs."]
    return "\n".join(lines).strip() + "\n"


def describe_letter(letter: Letter, objection: Objection | None, snapshot: Snapshot) -> str:
    """Return everything the user should know before sending the letter."""
    letter, snapshot = as_for(letter, snapshot, objection), snapshot.for_request(objection)
    language = snapshot.library.languages[letter.language].name
    review_note = "" if letter.reviewed else f" ({language}; not yet looked at by someone who writes it every day)"
    lines = [f"{letter.title} ({letter.id})"]
    if snapshot.place and not applies_here(letter, snapshot):
        lines += [f"Not for {snapshot.place.name}."]
    lines += ["", f"What it says{review_note}:", *_wrap_indented(letter.summary)]
    lines += ["", "What it cannot do:", *_wrap_indented(letter.limits)]
    if letter.fields:
        lines += ["", "What you fill in, with --set NAME=…:"]
        lines += [line for field in letter.fields for line in _field_lines(field, letter, objection, snapshot)]
    lines += _delivery_lines(letter, snapshot)
    lines += _legal_lines(letter, snapshot)
    lines += ["", "Sources:", *_source_lines(letter, snapshot)]
    lines += ["", f"Last checked {format_date(letter.checked)}: {CONFIDENCE[letter.confidence]}. {DISCLAIMER}"]
    return "\n".join(lines) + "\n"


def _list_row(name: str, title: str) -> str:
    return f"  {name:<30} {title}"


def _wrap_indented(text: str, indent: str = "  ") -> list[str]:
    return wrap_line(text, LETTER_WIDTH, indent)


def _field_lines(field: LetterField, letter: Letter, objection: Objection | None, snapshot: Snapshot) -> Iterator[str]:
    value = prefilled_values(letter, snapshot, objection).get(field.id, "")
    state = "required" if field.required else "optional"
    if value or field.default:
        state = f"otherwise: {' / '.join((value or field.default).splitlines())}"
    punctuation = "" if field.label.endswith("?") else "."
    yield from _wrap_indented(
        f"{field.id} ({state}): {field.label}{punctuation} {field.why}{_address_confidence(value, snapshot)}"
    )
    options = offered_options(field, snapshot.interview.facts, snapshot.today)
    if options and field.max_length > 1:
        yield f"    up to {field.max_length} of these, with commas:"
    for option in options:
        yield from wrap_line(f"{option.id:<14} {option.label}", LETTER_WIDTH, "    ", " " * 19)


def _address_confidence(value: str, snapshot: Snapshot) -> str:
    """Return how sure the address of a company is, if the program supplied it, else ""."""
    addressee = next((each for each in snapshot.library.addressees.values() if each.lines == value), None)
    if addressee is None:
        return ""
    source = snapshot.library.sources[addressee.source]
    return f" The address is {CONFIDENCE[addressee.confidence]} ({source.title}; looked at {format_date(addressee.checked)})."


def _delivery_lines(letter: Letter, snapshot: Snapshot) -> list[str]:
    """Return where to send the letter: the contact details of the authority, or Meta's own channels."""
    if authority := authority_for_letter(letter, snapshot):
        lines = ["", "Where to send it:", *_wrap_indented(authority.name)]
        lines += [f"  Form: {authority.form}"] if authority.form else []
        lines += [f"  Site: {authority.url}"] if authority.url else []
        lines += [f"  It works in: {', '.join(authority.languages)}"] if authority.languages else []
        lines += _wrap_indented(authority.note) if authority.note else []
        return [*lines, f"  Looked at {format_date(authority.checked)}."]
    channels = [snapshot.library.sources[id] for id in letter.channels]
    lines = ["", "Where to send it:"] if channels else []
    return [*lines, *(line for each in channels for line in (*_wrap_indented(each.title), f"    {each.url}"))]


def _legal_lines(letter: Letter, snapshot: Snapshot) -> list[str]:
    statements = applicable_legal_statements(letter, snapshot)
    if not statements:
        return ["", "It names no article of a law here."]
    return ["", "What it says about the law:", *(line for each in statements for line in _legal_statement_lines(each, snapshot))]


def _legal_statement_lines(statement: LegalStatement, snapshot: Snapshot) -> list[str]:
    source = snapshot.library.sources[statement.source]
    cited_text = f"{statement.article}: {statement.text}" if statement.article else statement.text
    return _wrap_indented(
        f"{cited_text} ({CONFIDENCE[statement.confidence]}; {source.title}, looked at {format_date(source.checked)})"
    )


def _source_lines(letter: Letter, snapshot: Snapshot) -> Iterable[str]:
    for id in dict.fromkeys([*letter.sources, *(each.source for each in letter.statements)]):
        source = snapshot.library.sources[id]
        yield from wrap_line(f"{source.title} ({source.publisher})", LETTER_WIDTH, "  ", "    ")
        if source.url:
            yield f"    {source.url}"
