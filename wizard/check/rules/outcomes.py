"""Rules for kinds of request and their outcomes: known statuses and time limits, letters, an outcome for each answer."""

from collections.abc import Collection, Iterator

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation, did_you_mean
from wizard.check.references import LETTERS
from wizard.core.escalation import EVENT_FOR_ESCALATION
from wizard.core.event import ANSWERED, NOTE, SENT, UNDONE
from wizard.core.formatting import REQUEST_STATUS_WORDS
from wizard.core.letter.selection import letter_kinds
from wizard.core.request_kinds import META_REPLIES, REOPENED, REPLY_KINDS, START, is_offered
from wizard.core.request_models import REQUEST_GROUPS, Outcome
from wizard.core.time_limit import DEFAULT_LIMITS
from wizard.i18n import SOURCE_LANGUAGE

RESERVED = (ANSWERED, NOTE, UNDONE)
"""Kinds of event that are no outcomes."""
NEEDED = ("prepared", "sent", "extended", *EVENT_FOR_ESCALATION.values(), "closed", REOPENED)
"""Outcomes that the program itself records or looks for."""
REPORT = "report"
"""The group of requests that no letter tells of."""
UNTOLD = ("prepared", "closed", REOPENED)
"""Outcomes that no letter tells: what happened on the user's side alone."""


def unknown_outcome_status(content: ContentTree) -> Iterator[Violation]:
    """An outcome leads to a status that the program has words for, and from an answer that it asks for."""
    for id, outcome in content.library.outcomes.items():
        place = f"outcomes.toml [{id}]"
        if outcome.status not in REQUEST_STATUS_WORDS:
            yield Violation(
                place,
                f"“{outcome.status}” is not a status.",
                did_you_mean(outcome.status, REQUEST_STATUS_WORDS),
                fields=("status",),
                quote=outcome.status,
            )
        if outcome.question and outcome.question not in REPLY_KINDS:
            yield Violation(
                place,
                f"“{outcome.question}” is not an answer to “What came back?”.",
                did_you_mean(outcome.question, REPLY_KINDS),
                fields=("question",),
                quote=outcome.question,
            )


def missing_outcome(content: ContentTree) -> Iterator[Violation]:
    """The outcomes that the program itself records are all there, and every answer to “What came back?” leads somewhere."""
    outcomes = content.library.outcomes
    for id in NEEDED:
        if id not in outcomes:
            yield Violation(
                "outcomes.toml", f"There is no outcome “{id}”.", f"Add [{id}], or give the outcome its old name back."
            )
    given = {outcome.question for outcome in outcomes.values()}
    for answer in META_REPLIES:
        if answer not in given:
            yield Violation("outcomes.toml", f"No outcome has the question “{answer}”.", f'Write question = "{answer}" for one.')


def reserved_outcome(content: ContentTree) -> Iterator[Violation]:
    """An outcome is not called like another kind of event, which it would be taken for in the state file."""
    for id in RESERVED:
        if id in content.library.outcomes:
            yield Violation(f"outcomes.toml [{id}]", f"“{id}” is another kind of event.", "Give it another id.", quote=id)


def unoffered_outcome(content: ContentTree) -> Iterator[Violation]:
    """An outcome can be recorded: it answers “What came back?”, is something that the user did, or is kept for old records."""
    library = content.library
    for id, outcome in library.outcomes.items():
        if outcome.offered and not is_offered(library, outcome) and id not in RESERVED:
            yield Violation(
                f"outcomes.toml [{id}]",
                "No page offers this outcome.",
                f"Write question = and one of {', '.join(REPLY_KINDS)}; or offered = false, if it is kept for earlier records; "
                "or name it in AFTER_SENT in wizard/core/request_kinds.py, if it is something that the user did.",
                quote=id,
            )


def untold_outcome(content: ContentTree) -> Iterator[Violation]:
    """An outcome that letters can tell has its words in the English chronology. A notice names other languages without them."""
    library = content.library
    english = library.languages.get(SOURCE_LANGUAGE)
    for id, outcome in library.outcomes.items() if english else ():
        if english and id not in english.event_phrases and id not in RESERVED and _is_told(content, outcome):
            yield Violation(
                f"outcomes.toml [{id}]",
                "Letters have no words for this, so their table of events leaves it out.",
                f"Add [{SOURCE_LANGUAGE}.happenings.{id}] to {LETTERS}languages.toml.",
                quote=id,
            )


def _is_told(content: ContentTree, outcome: Outcome) -> bool:
    """Return True if letters tell the outcome: of an objection or a request to Meta, or of a complaint about one.

    Reports of a photo have no letters of their own, and what stands for the sending is told as `sent`.
    """
    kinds = content.library.requests.values()
    sent_as = {kind.sent_as for kind in kinds} - {SENT, *EVENT_FOR_ESCALATION.values()}
    reports = {REPORT, *(kind.id for kind in kinds if kind.group == REPORT)}
    is_of_reports = bool(outcome.about) and reports.issuperset(outcome.about)
    return outcome.id not in (*UNTOLD, *sent_as) and not is_of_reports


def unknown_outcome_limit(content: ContentTree) -> Iterator[Violation]:
    """The clock of an outcome runs somewhere: a regime has it, or the program suggests it."""
    limits = {limit.id for regime in content.library.regimes.values() for limit in regime.time_limits} | DEFAULT_LIMITS.keys()
    for id, outcome in content.library.outcomes.items():
        if outcome.time_limit and outcome.time_limit not in limits:
            yield Violation(
                f"outcomes.toml [{id}]",
                f"No regime has the clock “{outcome.time_limit}”.",
                did_you_mean(outcome.time_limit, limits),
                fields=("clock",),
                quote=outcome.time_limit,
            )


def unknown_request_reference(content: ContentTree) -> Iterator[Violation]:
    """The outcomes, rights and clocks that a kind of request names are there, and so are the kinds that outcomes name."""
    library = content.library
    rights = {right.id for regime in library.regimes.values() for right in regime.rights}
    limits = {limit.id for regime in library.regimes.values() for limit in regime.time_limits} | DEFAULT_LIMITS.keys()
    escalations = {escalation.id for regime in library.regimes.values() for escalation in regime.escalations}
    references: list[tuple[str, str, str, Collection[str]]] = []
    for id, kind in library.requests.items():
        place = f"requests.toml [{id}]"
        references += [(place, "sent_as", kind.sent_as, library.outcomes)]
        references += [(place, "right", kind.right, rights)] if kind.right else []
        references += [(place, "steps", step, library.steps) for step in kind.steps]
        references += [(place, "clock", kind.clock, limits)] if kind.clock else []
        references += [(place, "letters", name, {START, *library.outcomes, *escalations}) for name in kind.letters]
    groups = {*REQUEST_GROUPS, *library.requests}
    for id, outcome in library.outcomes.items():
        references += [(f"outcomes.toml [{id}]", "about", name, groups) for name in outcome.about]
    references += [(place, "steps", id, library.steps) for place, article in content.articles() for id in article.steps]
    for place, field, name, known in references:
        if name not in known:
            yield Violation(place, f"There is no “{name}” for this.", did_you_mean(name, known), fields=(field,), quote=name)


def unknown_letter(content: ContentTree) -> Iterator[Violation]:
    """The letter of an outcome, a step or an article is one of those in letters/, or a family of them, once there are any."""
    known = letter_kinds(content.library)
    references = [
        (f"outcomes.toml [{id}]", field, letter)
        for id, outcome in content.library.outcomes.items()
        for field, letter in (("letter", outcome.letter), ("late_letter", outcome.late_letter))
        if letter
    ]
    references += [
        (f"requests.toml [{id}]", "letters", letter)
        for id, kind in content.library.requests.items()
        for letter in kind.letters.values()
    ]
    references += [(place, "letters", letter) for place, step in content.steps() for letter in step.letters]
    references += [(place, "letters", letter) for place, article in content.articles() for letter in article.letters]
    for place, field, letter in references if known else ():
        if letter not in known:
            yield Violation(place, f"There is no letter “{letter}”.", did_you_mean(letter, known), fields=(field,), quote=letter)
