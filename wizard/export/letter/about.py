"""What a letter says in plain words, what it cannot do, what it needs and on which law it rests; and the list of all letters."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from wizard.core.case import Case
from wizard.core.letter.account import as_for
from wizard.core.letter.blanks import offered
from wizard.core.letter.choice import fitting, waiting
from wizard.core.letter.fit import suits
from wizard.core.letter.parts import Blank, LegalStatement, Letter
from wizard.core.letter.post import office_of
from wizard.core.letter.values import known
from wizard.core.objection import ObjectionCase
from wizard.core.words import CONFIDENCE, day
from wizard.export.text import DISCLAIMER

WIDTH = 78


def letter_list(case: Case) -> str:
    """The letters that fit now, by the name under which they are asked for, those for later, and those for others."""
    fit, later = fitting(case), waiting(case)
    others = [letter for letter in case.library.letters.values() if letter not in (*fit, *later)]
    lines = ["Fits you now:", *(_entry(letter.family, letter.title) for letter in fit)] if fit else []
    lines += ["", "Later, when something came back or nothing did:"] if later else []
    lines += [_entry(letter.id, letter.title) for letter in later]
    if case.place is None:
        lines += ["", "More may fit once your country is known: `protect-my-photos answer country=DE`."]
    lines += ["", "For other places or situations:", *(_entry(letter.id, letter.title) for letter in others)]
    lines += ["", "`protect-my-photos letter KIND --about` says what a letter says, cannot do and needs."]
    return "\n".join(lines).strip() + "\n"


def about_letter(letter: Letter, about: ObjectionCase | None, case: Case) -> str:
    """Everything that one should know before sending the letter."""
    letter, case = as_for(letter, case, about), case.seen_from(about)
    named = case.library.languages[letter.language].name
    unread = "" if letter.reviewed else f" ({named}; not yet looked at by someone who writes it every day)"
    lines = [f"{letter.title} ({letter.id})"]
    if case.place and not suits(letter, case):
        lines += [f"Not for {case.place.name}."]
    lines += ["", f"What it says{unread}:", *_text(letter.says), "", "What it cannot do:", *_text(letter.limits)]
    if letter.blanks:
        lines += ["", "What you fill in, with --set NAME=…:"]
        lines += [line for blank in letter.blanks for line in _blank(blank, letter, about, case)]
    lines += _where_to(letter, case)
    lines += _law(letter, case)
    lines += ["", "Sources:", *_sources(letter, case)]
    lines += ["", f"Last checked {day(letter.checked)}: {CONFIDENCE[letter.confidence]}. {DISCLAIMER}"]
    return "\n".join(lines) + "\n"


def _entry(name: str, title: str) -> str:
    return f"  {name:<30} {title}"


def _text(text: str, indent: str = "  ") -> list[str]:
    return wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def _blank(blank: Blank, letter: Letter, about: ObjectionCase | None, case: Case) -> Iterator[str]:
    value = known(letter, case, about).get(blank.id, "")
    state = "required" if blank.required else "optional"
    if value or blank.default:
        state = f"otherwise: {' / '.join((value or blank.default).splitlines())}"
    end = "" if blank.label.endswith("?") else "."
    yield from _text(f"{blank.id} ({state}): {blank.label}{end} {blank.why}{_how_sure(value, case)}")
    options = offered(blank, case.interview.facts, case.today)
    if options and blank.most > 1:
        yield f"    up to {blank.most} of these, with commas:"
    for option in options:
        yield from wrap(f"{option.id:<14} {option.label}", WIDTH, initial_indent="    ", subsequent_indent=" " * 19)


def _how_sure(value: str, case: Case) -> str:
    """What stands behind the address of a company that the program filled in."""
    known_as = next((each for each in case.library.addressees.values() if each.lines == value), None)
    if known_as is None:
        return ""
    source = case.library.sources[known_as.source]
    return f" The address is {CONFIDENCE[known_as.confidence]} ({source.title}; looked at {day(known_as.checked)})."


def _where_to(letter: Letter, case: Case) -> list[str]:
    """The card of the office, or Meta's own ways in."""
    if office := office_of(letter, case):
        lines = ["", "Where to send it:", *_text(office.name)]
        lines += [f"  Form: {office.form}"] if office.form else []
        lines += [f"  Site: {office.url}"] if office.url else []
        lines += [f"  It works in: {', '.join(office.languages)}"] if office.languages else []
        return [*lines, *(_text(office.note) if office.note else []), f"  Looked at {day(office.checked)}."]
    ways = [case.library.sources[id] for id in letter.channels]
    return ["", "Where to send it:", *(line for each in ways for line in (*_text(each.title), f"    {each.url}"))] if ways else []


def statements_here(letter: Letter, case: Case) -> list[LegalStatement]:
    """What the letter says about the law that holds at the person's place."""
    laws, facts = case.library.laws, case.interview.facts
    return [each for each in letter.statements if case.place is None or not each.law or laws[each.law].when.holds(facts)]


def _law(letter: Letter, case: Case) -> list[str]:
    statements = statements_here(letter, case)
    if not statements:
        return ["", "It names no article of a law here."]
    return ["", "What it says about the law:", *(line for each in statements for line in _statement(each, case))]


def _statement(statement: LegalStatement, case: Case) -> list[str]:
    source = case.library.sources[statement.source]
    claim = f"{statement.article}: {statement.text}" if statement.article else statement.text
    return _text(f"{claim} ({CONFIDENCE[statement.confidence]}; {source.title}, looked at {day(source.checked)})")


def _sources(letter: Letter, case: Case) -> Iterable[str]:
    for id in dict.fromkeys([*letter.sources, *(each.source for each in letter.statements)]):
        source = case.library.sources[id]
        yield from wrap(f"{source.title} ({source.publisher})", WIDTH, initial_indent="  ", subsequent_indent="    ")
        if source.url:
            yield f"    {source.url}"
