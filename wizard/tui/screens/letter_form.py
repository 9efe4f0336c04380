"""What stands beside a letter: its blanks, what one can do with it, where it goes; and how far it has come."""

from collections.abc import Iterator, Mapping, Sequence

from textual.content import Content
from textual.widgets.option_list import Option

from wizard.core.letter.draft import Draft
from wizard.core.letter.parts import AUTHORITY, META, Blank
from wizard.core.letter.post import about_office, office_of, ways_in
from wizard.core.letter.sitting import cases, tongues, unkept
from wizard.export.letter import Written, too_long
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
    """What is still missing, does not fit or is too long, and what to know before the letter goes out."""
    wrong = too_long(draft.letter, written)
    if edited:
        yield row("You edited this text by hand; the form no longer changes it. x takes your edit back.", said("!  ", ALERT))
    elif draft.missing:
        yield row(f"Still needed: {'; '.join(_named(draft, blank) for blank in draft.missing)}", said("○  ", ALERT))
    elif wrong is None:
        yield row("Nothing is missing.", said("✓  ", GOOD))
    if wrong and (edited or not draft.missing):
        yield row(str(wrong), said("!  ", ALERT))
    for remark in remarks(draft.letter, draft.case, draft.about, written):
        yield row(said(remark, QUIET), said("·  ", QUIET))


def _named(draft: Draft, blank: Blank) -> str:
    return f"{blank.label} ({draft.wrong[blank.id]})" if blank.id in draft.wrong else blank.label


def _heading(words: str, *, first: bool = False) -> Option:
    return Option(joined("" if first else "\n", said(words, STRONG)), disabled=True)


def _which(draft: Draft) -> Iterator[Option]:
    """Which case and which language, where there are several."""
    others = ", ".join(each.title for each in cases(draft)[1:])
    if draft.about and others:
        yield Option(_filled("Which case", draft.about.title, f"or {others}"), id="other_case")
    own, *known = (draft.case.library.languages[id].name for id in tongues(draft))
    if known:
        yield Option(_filled("Language of the letter", own, f"or {', '.join(known)}"), id="other_language")


def _blank(draft: Draft, blank: Blank) -> Hung:
    """A blank with what stands in it, or with a word that says whether it is needed."""
    if blank.id in draft.wrong:
        return Hung(row(joined(blank.label, said("  does not fit", ALERT))), row(said(draft.wrong[blank.id], QUIET), "  "))
    words = draft.reads(blank)
    if not words:
        needed = blank.required
        return Hung(row(joined(blank.label, said("  needed" if needed else "  if you like", ALERT if needed else QUIET))))
    whence = "" if draft.given.get(blank.id) else "from your case" if blank.events else "filled in for you"
    return _filled(blank.label, words, whence)


def _filled(label: str, value: str, aside: str) -> Hung:
    return Hung(row(said(label, QUIET)), row(value, "  "), aside=aside)


def _keeping(draft: Draft, kept: Mapping[str, Sequence[str]]) -> Iterator[Option]:
    """To keep what is personal, or to forget what is kept."""
    if unkept(draft, kept):
        yield Option(_offer("Keep my name and addresses for the next letter"), id="keep")
    if kept:
        yield Option(_offer("Forget my name and addresses"), id="forget")


def _offer(words: str) -> Content:
    return said(words, QUIET)


def _ways(draft: Draft) -> Iterator[Option]:
    """Where the letter goes, with what one should know of the office."""
    ways = ways_in(draft.letter, draft.case)
    office = office_of(draft.letter, draft.case)
    if not ways and not office:
        return
    yield _heading("Where to send it")
    if office:
        yield Option(Hung(row(office.name), *(row(said(each, QUIET)) for each in about_office(office))), disabled=True)
    for number, way in enumerate(ways):
        yield Option(Hung(row(way.label), aside=way.url.removeprefix("https://")), id=f"way {number}")
