"""What a letter says in plain words, what it cannot do, what it needs and on which law it rests; and the list of all letters."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from wizard.core.formatting import CONFIDENCE, format_date
from wizard.core.letter.account import as_for
from wizard.core.letter.applicability import applies_here
from wizard.core.letter.delivery import authority_for_letter
from wizard.core.letter.field_values import offered_options
from wizard.core.letter.models import LegalStatement, Letter, LetterField
from wizard.core.letter.selection import upcoming_letters, usable_letters
from wizard.core.letter.template_values import prefilled_values
from wizard.core.objection import Objection
from wizard.core.snapshot import Snapshot
from wizard.export.plan.text import DISCLAIMER

WIDTH = 78


def letter_list(case: Snapshot) -> str:
    """The letters that fit now, by the name under which they are asked for, those for later, and those for others."""
    fit, later = usable_letters(case), upcoming_letters(case)
    others = [letter for letter in case.library.letters.values() if letter not in (*fit, *later)]
    lines = ["Fits you now:", *(_entry(letter.family, letter.title) for letter in fit)] if fit else []
    lines += ["", "Later, when something came back or nothing did:"] if later else []
    lines += [_entry(letter.id, letter.title) for letter in later]
    if case.place is None:
        lines += ["", "More may fit once your country is known: `protect-my-photos answer country=DE`."]
    lines += ["", "For other places or situations:", *(_entry(letter.id, letter.title) for letter in others)]
    lines += ["", "`protect-my-photos letter KIND --about` says what a letter says, cannot do and needs."]
    return "\n".join(lines).strip() + "\n"


def describe_letter(letter: Letter, about: Objection | None, case: Snapshot) -> str:
    """Everything that one should know before sending the letter."""
    letter, case = as_for(letter, case, about), case.for_request(about)
    named = case.library.languages[letter.language].name
    unread = "" if letter.reviewed else f" ({named}; not yet looked at by someone who writes it every day)"
    lines = [f"{letter.title} ({letter.id})"]
    if case.place and not applies_here(letter, case):
        lines += [f"Not for {case.place.name}."]
    lines += ["", f"What it says{unread}:", *_text(letter.summary), "", "What it cannot do:", *_text(letter.limits)]
    if letter.fields:
        lines += ["", "What you fill in, with --set NAME=…:"]
        lines += [line for blank in letter.fields for line in _blank(blank, letter, about, case)]
    lines += _where_to(letter, case)
    lines += _law(letter, case)
    lines += ["", "Sources:", *_sources(letter, case)]
    lines += ["", f"Last checked {format_date(letter.checked)}: {CONFIDENCE[letter.confidence]}. {DISCLAIMER}"]
    return "\n".join(lines) + "\n"


def _entry(name: str, title: str) -> str:
    return f"  {name:<30} {title}"


def _text(text: str, indent: str = "  ") -> list[str]:
    return wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def _blank(blank: LetterField, letter: Letter, about: Objection | None, case: Snapshot) -> Iterator[str]:
    value = prefilled_values(letter, case, about).get(blank.id, "")
    state = "required" if blank.required else "optional"
    if value or blank.default:
        state = f"otherwise: {' / '.join((value or blank.default).splitlines())}"
    end = "" if blank.label.endswith("?") else "."
    yield from _text(f"{blank.id} ({state}): {blank.label}{end} {blank.why}{_address_confidence(value, case)}")
    options = offered_options(blank, case.interview.facts, case.today)
    if options and blank.max_length > 1:
        yield f"    up to {blank.max_length} of these, with commas:"
    for option in options:
        yield from wrap(f"{option.id:<14} {option.label}", WIDTH, initial_indent="    ", subsequent_indent=" " * 19)


def _address_confidence(value: str, case: Snapshot) -> str:
    """What stands behind the address of a company that the program filled in."""
    known_as = next((each for each in case.library.addressees.values() if each.lines == value), None)
    if known_as is None:
        return ""
    source = case.library.sources[known_as.source]
    return f" The address is {CONFIDENCE[known_as.confidence]} ({source.title}; looked at {format_date(known_as.checked)})."


def _where_to(letter: Letter, case: Snapshot) -> list[str]:
    """The card of the office, or Meta's own ways in."""
    if office := authority_for_letter(letter, case):
        lines = ["", "Where to send it:", *_text(office.name)]
        lines += [f"  Form: {office.form}"] if office.form else []
        lines += [f"  Site: {office.url}"] if office.url else []
        lines += [f"  It works in: {', '.join(office.languages)}"] if office.languages else []
        return [*lines, *(_text(office.note) if office.note else []), f"  Looked at {format_date(office.checked)}."]
    ways = [case.library.sources[id] for id in letter.channels]
    return ["", "Where to send it:", *(line for each in ways for line in (*_text(each.title), f"    {each.url}"))] if ways else []


def applicable_legal_statements(letter: Letter, case: Snapshot) -> list[LegalStatement]:
    """What the letter says about the law that holds at the person's place."""
    laws, facts = case.library.laws, case.interview.facts
    return [each for each in letter.statements if case.place is None or not each.law or laws[each.law].when.holds(facts)]


def _law(letter: Letter, case: Snapshot) -> list[str]:
    statements = applicable_legal_statements(letter, case)
    if not statements:
        return ["", "It names no article of a law here."]
    return ["", "What it says about the law:", *(line for each in statements for line in _statement(each, case))]


def _statement(statement: LegalStatement, case: Snapshot) -> list[str]:
    source = case.library.sources[statement.source]
    claim = f"{statement.article}: {statement.text}" if statement.article else statement.text
    return _text(f"{claim} ({CONFIDENCE[statement.confidence]}; {source.title}, looked at {format_date(source.checked)})")


def _sources(letter: Letter, case: Snapshot) -> Iterable[str]:
    for id in dict.fromkeys([*letter.sources, *(each.source for each in letter.statements)]):
        source = case.library.sources[id]
        yield from wrap(f"{source.title} ({source.publisher})", WIDTH, initial_indent="  ", subsequent_indent="    ")
        if source.url:
            yield f"    {source.url}"
