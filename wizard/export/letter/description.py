"""The description of a letter (content, limits, fields, law, sources), and the list of all letters."""

from collections.abc import Iterable, Iterator

from wizard.core.formatting import CONFIDENCE, DISCLAIMER, format_date
from wizard.core.language_names import language_names
from wizard.core.letter.account_fit import as_for
from wizard.core.letter.applicability import applies_here
from wizard.core.letter.delivery import authority_for_letter
from wizard.core.letter.field_values import offered_options
from wizard.core.letter.models import LegalStatement, Letter, LetterField
from wizard.core.letter.selection import upcoming_letters, usable_letters
from wizard.core.letter.template_values import prefilled_values
from wizard.core.provenance import check_note
from wizard.core.request import Request
from wizard.core.snapshot import Snapshot
from wizard.export.render_text import LETTER_WIDTH, wrap_line
from wizard.i18n import _, labelled, ngettext
from wizard.views.legal_statements import applicable_legal_statements


def letter_list(snapshot: Snapshot) -> str:
    """Return the list of letters: usable now, upcoming and others, each under the name to ask for."""
    usable, upcoming = usable_letters(snapshot), upcoming_letters(snapshot)
    others = [letter for letter in snapshot.library.letters.values() if letter not in (*usable, *upcoming)]
    lines = [_("Fits you now:"), *(_list_row(letter.family, letter.title) for letter in usable)] if usable else []
    lines += ["", _("Later, once an answer has come, or none has:")] if upcoming else []
    lines += [_list_row(letter.id, letter.title) for letter in upcoming]
    if snapshot.place is None:
        lines += ["", _("More may fit once your country is known: `protect-my-photos answer country=DE`.")]
    lines += ["", _("For other places or situations:"), *(_list_row(letter.id, letter.title) for letter in others)]
    lines += ["", _("`protect-my-photos letter KIND --about` says what a letter says, cannot do and needs.")]
    return "\n".join(lines).strip() + "\n"


def describe_letter(letter: Letter, request: Request | None, snapshot: Snapshot) -> str:
    """Return everything the user should know before sending the letter."""
    letter, snapshot = as_for(letter, snapshot, request), snapshot.for_request(request)
    language = snapshot.library.languages[letter.language].name
    heading = _("What it says:")
    if not letter.reviewed:
        heading = _("What it says ({language}; not yet reviewed by a native lawyer):", language=language)
    lines = [f"{letter.title} ({letter.id})"]
    if snapshot.place and not applies_here(letter, snapshot):
        lines += [_("Not for {place}.", place=snapshot.place.name)]
    lines += ["", heading, *_wrap_indented(letter.summary)]
    lines += ["", _("What it cannot do:"), *_wrap_indented(letter.limits)]
    if letter.fields:
        lines += ["", _("What you fill in, with --set NAME=…:")]
        lines += [line for field in letter.fields for line in _field_lines(field, letter, request, snapshot)]
    lines += _delivery_lines(letter, snapshot)
    lines += _legal_lines(letter, snapshot)
    lines += ["", _("Sources:"), *_source_lines(letter, snapshot)]
    confidence = CONFIDENCE[letter.confidence]
    checked = _("Pages read {day}: {confidence}.", day=format_date(letter.checked), confidence=confidence)
    lines += ["", f"{checked} {_(DISCLAIMER)}"]
    return "\n".join(lines) + "\n"


def _list_row(name: str, title: str) -> str:
    return f"  {name:<30} {title}"


def _wrap_indented(text: str) -> list[str]:
    return wrap_line(text, LETTER_WIDTH, "  ")


def _field_lines(field: LetterField, letter: Letter, request: Request | None, snapshot: Snapshot) -> Iterator[str]:
    value = prefilled_values(letter, snapshot, request).get(field.id, "")
    state = _("required") if field.required else _("optional")
    if value or field.default:
        state = _("otherwise: {value}", value=" / ".join((value or field.default).splitlines()))
    punctuation = "" if field.label.endswith("?") else "."
    yield from _wrap_indented(
        labelled(f"{field.id} ({state})", f"{field.label}{punctuation} {field.why}{_address_confidence(value, snapshot)}")
    )
    options = offered_options(field, snapshot.interview.facts, snapshot.today)
    if options and field.max_length > 1:
        limit = ngettext("up to {count} of these, with commas:", "up to {count} of these, with commas:", field.max_length)
        yield f"    {limit}"
    for option in options:
        yield from wrap_line(f"{option.id:<14} {option.label}", LETTER_WIDTH, "    ", " " * 19)


def _address_confidence(value: str, snapshot: Snapshot) -> str:
    """Return how sure the address of a company is, if the program supplied it, else ""."""
    addressee = next((each for each in snapshot.library.addressees.values() if each.lines == value), None)
    if addressee is None:
        return ""
    source = snapshot.library.sources[addressee.source]
    sentence = _(
        "The address is {confidence} ({source}; read {day}).",
        confidence=CONFIDENCE[addressee.confidence],
        source=source.title,
        day=format_date(addressee.checked),
    )
    return f" {sentence}"


def _delivery_lines(letter: Letter, snapshot: Snapshot) -> list[str]:
    """Return where to send the letter: the contact details of the authority, or Meta's own channels."""
    if authority := authority_for_letter(letter, snapshot):
        lines = ["", _("Where to send it:"), *_wrap_indented(authority.name)]
        details = [
            _("Form: {url}", url=authority.form) if authority.form else "",
            _("Site: {url}", url=authority.url) if authority.url else "",
            _("It works in: {languages}", languages=language_names(authority.languages)) if authority.languages else "",
        ]
        lines += [f"  {detail}" for detail in details if detail]
        lines += _wrap_indented(authority.note) if authority.note else []
        checked = _("Details read {day}.", day=format_date(authority.checked))
        return [*lines, f"  {checked}"]
    channels = [snapshot.library.sources[id] for id in letter.channels]
    lines = ["", _("Where to send it:")] if channels else []
    return [*lines, *(line for each in channels for line in (*_wrap_indented(each.title), f"    {each.url}"))]


def _legal_lines(letter: Letter, snapshot: Snapshot) -> list[str]:
    statements = applicable_legal_statements(letter, snapshot)
    if not statements:
        return ["", _("It names no article of a law here.")]
    return [
        "",
        _("What it says about the law:"),
        *(line for each in statements for line in _legal_statement_lines(each, snapshot)),
    ]


def _legal_statement_lines(statement: LegalStatement, snapshot: Snapshot) -> list[str]:
    source = snapshot.library.sources[statement.source]
    cited_text = labelled(statement.article, statement.text) if statement.article else statement.text
    cited = _(
        "{statement} ({confidence}; {source}, {check})",
        statement=cited_text,
        confidence=CONFIDENCE[statement.confidence],
        source=source.title,
        check=check_note(source),
    )
    return _wrap_indented(cited)


def _source_lines(letter: Letter, snapshot: Snapshot) -> Iterable[str]:
    for id in dict.fromkeys([*letter.sources, *(each.source for each in letter.statements)]):
        source = snapshot.library.sources[id]
        yield from wrap_line(f"{source.title} ({source.publisher})", LETTER_WIDTH, "  ", "    ")
        if source.url:
            yield f"    {source.url}"
