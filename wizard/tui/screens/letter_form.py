"""What stands beside a letter: its blanks, what one can do with it, where it goes; and how far it has come."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from textual.content import Content
from textual.widgets.option_list import Option

from wizard.core.letter.blanks import personal
from wizard.core.letter.draft import Draft
from wizard.core.letter.offer import begun, languages
from wizard.core.letter.parts import AUTHORITY, META, Blank
from wizard.core.letter.post import ways_in
from wizard.core.words import day
from wizard.export.letter import Written
from wizard.export.letter.remarks import remarks
from wizard.tui.widgets.hanging import Hung, Row, row
from wizard.tui.widgets.prose import ALERT, GOOD, QUIET, STRONG, joined, said

TO = {META: "to Meta", AUTHORITY: "to the authority", "person": "to someone you know", "other": "to others"}
ACTS = (
    ("save", "Save it to a file"),
    ("copy", "Copy it"),
    ("mail", "Open it in your mail program"),
    ("edit", "Edit the finished text"),
)
SENT = ("sent", "I sent it")


def form(draft: Draft, kept: Mapping[str, Sequence[str]], *, sent: bool) -> Iterator[Option]:
    """Everything that can be chosen beside a letter."""
    yield _heading("Fill in", first=True)
    yield from _which(draft)
    yield from (Option(_blank(draft, blank), id=f"blank {blank.id}") for blank in draft.letter.blanks)
    yield from _keeping(draft, kept)
    yield _heading("Then")
    yield from (Option(said(words), id=id) for id, words in (*ACTS, *([SENT] if sent else [])))
    yield Option(said("What it says about the law, and its sources"), id="law")
    yield from _ways(draft)


def state(draft: Draft, written: Written, *, edited: bool) -> Iterator[Row]:
    """What is still missing or does not fit, and what to know before the letter goes out."""
    if edited:
        yield row("You edited this text by hand; the form no longer changes it. x takes your edit back.", said("!  ", ALERT))
    elif draft.missing:
        yield row(f"Still needed: {'; '.join(_named(draft, blank) for blank in draft.missing)}", said("○  ", ALERT))
    else:
        yield row("Nothing is missing.", said("✓  ", GOOD))
    for remark in remarks(draft.letter, draft.case, draft.about, written):
        yield row(said(remark, QUIET), said("·  ", QUIET))


def _named(draft: Draft, blank: Blank) -> str:
    return f"{blank.label} ({draft.wrong[blank.id]})" if blank.id in draft.wrong else blank.label


def _heading(words: str, *, first: bool = False) -> Option:
    return Option(joined("" if first else "\n", said(words, STRONG)), disabled=True)


def _which(draft: Draft) -> Iterator[Option]:
    """Which case and which language, where there are several."""
    cases = begun(draft.case)
    if draft.about and len(cases) > 1:
        others = ", ".join(each.title for each in cases if each.target != draft.about.target)
        yield Option(_filled("Which case", draft.about.title, f"or {others}"), id="other_case")
    known = languages(draft.letter, draft.case)
    if len(known) > 1:
        names = {id: draft.case.library.languages[id].name for id in known}
        others = ", ".join(names[id] for id in known if id != draft.letter.language)
        yield Option(_filled("Language of the letter", names[draft.letter.language], f"or {others}"), id="other_language")


def _blank(draft: Draft, blank: Blank) -> Hung:
    """A blank with what stands in it, or with a word that says whether it is needed."""
    if blank.id in draft.wrong:
        return Hung(row(joined(blank.label, said("  does not fit", ALERT))), row(said(draft.wrong[blank.id], QUIET), "  "))
    texts = draft.texts(blank)
    if not texts:
        needed = blank.required
        return Hung(row(joined(blank.label, said("  needed" if needed else "  if you like", ALERT if needed else QUIET))))
    whence = "" if draft.given.get(blank.id) else "from your case" if blank.events else "filled in for you"
    return _filled(blank.label, _words(draft, blank, texts), whence)


def _filled(label: str, value: str, aside: str) -> Hung:
    return Hung(row(said(label, QUIET)), row(value, "  "), aside=aside)


def _words(draft: Draft, blank: Blank, texts: tuple[str, ...]) -> str:
    """What stands in a blank, as the person knows it."""
    value = draft.filled.values[blank.id]
    if blank.choices:
        labels = {option.id: option.label for option in draft.options(blank)}
        return "; ".join(labels.get(id.strip(), "") for text in texts for id in text.split(","))
    return day(value) if isinstance(value, date) else ", ".join(str(value).split("\n"))


def _keeping(draft: Draft, kept: Mapping[str, Sequence[str]]) -> Iterator[Option]:
    """To keep what is personal, or to forget what is kept."""
    own = {id: tuple(texts) for id, texts in personal(draft.letter, draft.given).items() if any(texts)}
    if any(tuple(kept.get(id, ())) != texts for id, texts in own.items()):
        yield Option(_offer("Keep my name and addresses for the next letter"), id="keep")
    if kept:
        yield Option(_offer("Forget my name and addresses"), id="forget")


def _offer(words: str) -> Content:
    return said(words, QUIET)


def _ways(draft: Draft) -> Iterator[Option]:
    """Where the letter goes, with what one should know of the office."""
    ways = ways_in(draft.letter, draft.case)
    office = draft.case.place.authority if draft.case.place and draft.letter.to == AUTHORITY else None
    if not ways and not office:
        return
    yield _heading("Where to send it")
    if office:
        about = [office.note, f"It works in: {', '.join(office.languages)}." if office.languages else ""]
        yield Option(Hung(row(office.name), *(row(said(each, QUIET)) for each in about if each)), disabled=True)
    for number, way in enumerate(ways):
        yield Option(Hung(row(way.label), aside=way.url.removeprefix("https://")), id=f"way {number}")
