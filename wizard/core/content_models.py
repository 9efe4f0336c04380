"""Define the frozen types of the content that is loaded from the files under `content/`."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from .condition import ALWAYS, Condition
from .field_types import AllowedValues, ReviewKind, UserText
from .jurisdiction import ALWAYS_VALID, Authority, Confidence, Country, Regime, Region, ValidityPeriod

if TYPE_CHECKING:  # most runs write no letter, so the letter modules are not imported at run time
    from wizard.core.letter.models import Addressee, Language, Law, Letter

OBJECTION = "objection"
ACTION_IDS = (
    OBJECTION,
    "delete-your-data",
    "privacy-settings",
    "inform-your-network",
    "disconnect-apps",
    "limit-visibility",
    "advocate",
)
EMPTY: Mapping[str, Any] = MappingProxyType({})
ADVICE = "advice"
"""What a source is about if it is advice of this program, and no claim that could be confirmed."""
DONT_KNOW = "unknown"
"""The id of the option "I don't know"."""


class AnswerOption(NamedTuple):
    """One permitted answer of a question.

    `implies` are further options whose steps the plan includes if this one is chosen. An `exclusive` option cannot be
    combined with others. In a question outside the interview, an option counts as chosen while the condition `assumed`
    holds; one that is always assumed counts only while the question is unanswered.
    """

    id: str
    label: UserText
    hint: UserText = ""
    exclusive: bool = False
    implies: tuple[str, ...] = ()
    assumed: Condition | None = None


class Question(NamedTuple):
    """One question.

    `kind` is `one` or `many` (how many of its `choices` can be chosen), `country` or `region` (the options are places).
    If `in_interview` is False, it is asked only where the topic comes up; if it is `changeable`, it can also be answered
    on the page of all answers.
    """

    id: str
    kind: Annotated[str, AllowedValues(("one", "many", "country", "region"))]
    title: UserText
    why: UserText
    choices: tuple[AnswerOption, ...] = ()
    when: Condition = ALWAYS
    in_interview: bool = True
    changeable: bool = False


class Source(NamedTuple):
    """An outside page that supports a fact, with publisher, URL, the date of the page, and what was done to check it.

    On the day `checked` a stored copy was read; if `read` is False, only the address was noted. `tried` is the day on
    which somebody opened the page itself or used it. An `official` page is by Meta, an authority, a court or a parliament.
    `reason` says why `url` is "" or leads only to a home page.
    """

    id: str
    title: str
    publisher: str
    url: str
    checked: date
    dated: str = ""
    read: bool = True
    tried: date | None = None
    official: bool = False
    reason: str = ""
    confidence: Confidence = "confirmed"
    about: Annotated[str, AllowedValues(("form", "setting", "page", "law", ADVICE))] = "page"


class Link(NamedTuple):
    """A link of a step: its label and the id of the source that has the URL."""

    label: UserText
    source: str
    when: Condition = ALWAYS


class StepSection(NamedTuple):
    """One headed part of a step's text.

    `id` is a device, `moved`, `limits` or `irreversible`, with an optional suffix. The section `limits-brazil` is
    appended to `limits` for users who meet its condition: `merged` then holds the texts of both, in order.
    """

    id: str
    title: UserText
    text: UserText
    when: Condition = ALWAYS
    merged: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """Return the kind of section, without the suffix: `limits` for `limits-brazil`."""
        return self.id.partition("-")[0]


class ObjectionLink(NamedTuple):
    """The event that completing a step implies: its kind, and the objection as in the target `case/...`."""

    case: str
    kind: str


class Step(NamedTuple):
    """One thing to do, in about five minutes.

    `id` is `action/step`; `impact` is from 1 to 5. `requires` and `sources` are ids of steps and sources, `resolves` ids
    of audit findings, and `letters` ids or kinds of letters that help with it. `gain` is the sentence shown once it is
    done, "" to show the title.

    It is essential for users who meet the condition `essential`, for nobody if that is None. An essential step that
    `leads` comes before the others, if it applies by what the user said. A `preparation` is in the plan only while an
    open step requires it. Its sources were last read on the day `checked`; somebody did it at Meta on the day `tried`,
    nobody if that is None.
    """

    id: str
    action: str
    title: UserText
    minutes: int
    impact: int
    impact_why: UserText
    intro: UserText
    sections: tuple[StepSection, ...]
    when: Condition
    requires: tuple[str, ...]
    links: tuple[Link, ...]
    sources: tuple[str, ...]
    checked: date
    kind: ReviewKind
    confidence: Confidence
    gain: UserText = ""
    records: ObjectionLink | None = None
    valid: ValidityPeriod = ALWAYS_VALID
    resolves: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    essential: Condition | None = None
    leads: bool = False
    preparation: bool = False
    tried: date | None = None

    def passage(self, id: str) -> StepSection | None:
        """Return the section with this id; None if the step has none."""
        return next((section for section in self.sections if section.id == id), None)


class Action(NamedTuple):
    """The objection or one of the six protection actions, with its introduction.

    `without_form` is the same action in the words for places without an objection form; None if the words are the same.
    """

    id: str
    title: UserText
    summary: UserText
    intro: UserText
    without_form: "Action | None" = None


class Article(NamedTuple):
    """Background text or a frequently asked question."""

    id: str
    title: UserText
    summary: UserText
    text: UserText
    keywords: tuple[UserText, ...]
    sources: tuple[str, ...]
    checked: date
    kind: ReviewKind
    confidence: Confidence


class Service(NamedTuple):
    """One of Meta's services or devices."""

    id: str
    name: UserText
    note: UserText


class Outcome(NamedTuple):
    """A kind of event in an objection, and the status that follows from it.

    `question` is the answer to "What came back?" that leads to it. `time_limit` is the id of the limit that applies from
    then on; if `restarts_limit` is False, a limit that is running keeps its start. If `recommend` is "", the next
    escalation of the regime is recommended. If that is to write to Meta again, `reply_advice` says what to write.
    `interim_advice` is what helps while waiting; `letter` is a letter kind.
    """

    id: str
    label: UserText
    question: str
    status: str
    time_limit: str = ""
    restarts_limit: bool = True
    recommend: UserText = ""
    reply_advice: UserText = ""
    interim_advice: UserText = ""
    letter: str = ""


class Library(NamedTuple):
    """All content, loaded once. Mappings have ids as keys and keep the order of the content.

    `retired` maps former ids to newer ones.
    """

    questions: tuple[Question, ...]
    actions: tuple[Action, ...]
    steps: Mapping[str, Step]
    articles: Mapping[str, Article]
    regimes: Mapping[str, Regime]
    countries: Mapping[str, Country]
    regions: Mapping[str, Region]
    authorities: Mapping[str, Authority]
    services: Mapping[str, Service]
    sources: Mapping[str, Source]
    retired: Mapping[str, str] = EMPTY
    outcomes: Mapping[str, Outcome] = EMPTY
    letters: Mapping[str, "Letter"] = EMPTY
    laws: Mapping[str, "Law"] = EMPTY
    addressees: Mapping[str, "Addressee"] = EMPTY
    languages: Mapping[str, "Language"] = EMPTY

    def question(self, id: str) -> Question | None:
        """Return the question with this id; None if there is none."""
        return next((question for question in self.questions if question.id == id), None)

    def current_id(self, id: str) -> str:
        """Return the current id for a current or former one. Renames are followed; a cycle of renames ends."""
        seen: set[str] = set()
        while id in self.retired and id not in seen:
            seen.add(id)
            id = self.retired[id]
        return id

    @property
    def as_of(self) -> date:
        """Return the date of the content: the most recent day on which any step was checked.

        `date.min` if there are no steps.
        """
        return max((step.checked for step in self.steps.values()), default=date.min)
