"""What content is: the frozen types that the files under `content/` become."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from .condition import ALWAYS, Condition
from .jurisdiction import ALWAYS_VALID, Authority, Country, Regime, Region, ValidityPeriod

if TYPE_CHECKING:  # most runs write no letter
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
REVIEW_AFTER_DAYS = {"form": 60, "setting": 180, "law": 365}
"""Days after which a fact of this kind should be looked at again."""
EMPTY: Mapping[str, Any] = MappingProxyType({})
DONT_KNOW = "unknown"
"""The choice that says "I don't know"."""


class AnswerOption(NamedTuple):
    """One answer that a question offers; `covers` are the choices that the plan takes in besides this one."""

    id: str
    label: str
    hint: str = ""
    exclusive: bool = False
    implies: tuple[str, ...] = ()


class Question(NamedTuple):
    """One question of the interview, or one that is only asked where it arises (`asked` is False)."""

    id: str
    kind: str
    title: str
    why: str
    choices: tuple[AnswerOption, ...] = ()
    when: Condition = ALWAYS
    in_interview: bool = True


class Source(NamedTuple):
    """An outside address, written down once: what it is, who publishes it, when it was last looked at."""

    id: str
    title: str
    publisher: str
    url: str
    checked: date
    confidence: str = "confirmed"
    about: str = "page"


class Link(NamedTuple):
    """A way out of the program: words for it, and the source that holds the address."""

    label: str
    source: str
    when: Condition = ALWAYS


class StepSection(NamedTuple):
    """One headed part of a step's text; `id` tells what it is (a device, `moved`, `limits`, `irreversible`).

    A passage "limits-brazil" goes on where "limits" ends, for those for whom its condition holds.
    """

    id: str
    title: str
    text: str
    when: Condition = ALWAYS

    @property
    def kind(self) -> str:
        """What it is, whoever it is for: "limits" of "limits-brazil"."""
        return self.id.partition("-")[0]


class ObjectionLink(NamedTuple):
    """What doing a step means for an objection case: the case and the kind of event it stands for."""

    case: str
    kind: str


class Step(NamedTuple):
    """One thing to do, five minutes or so. `id` is `action/step`; impact runs from 1 to 5; `mends` are findings of an audit.

    `letters` are those that help with it: names of letters, or of their families.
    """

    id: str
    action: str
    title: str
    minutes: int
    impact: int
    impact_why: str
    intro: str
    sections: tuple[StepSection, ...]
    when: Condition
    requires: tuple[str, ...]
    links: tuple[Link, ...]
    sources: tuple[str, ...]
    checked: date
    kind: str
    confidence: str
    gain: str = ""
    records: ObjectionLink | None = None
    valid: ValidityPeriod = ALWAYS_VALID
    resolves: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()

    def passage(self, id: str) -> StepSection | None:
        """The part of the text with this id, if the step has one."""
        return next((passage for passage in self.sections if passage.id == id), None)


class Action(NamedTuple):
    """The objection or one of the six protection actions, with its introduction.

    `elsewhere` is the same in the words for a place without a form to object with.
    """

    id: str
    title: str
    summary: str
    intro: str
    without_form: "Action | None" = None


class Article(NamedTuple):
    """Something worth understanding, to be read at leisure."""

    id: str
    title: str
    summary: str
    text: str
    keywords: tuple[str, ...]
    sources: tuple[str, ...]
    checked: date
    kind: str
    confidence: str


class Service(NamedTuple):
    """One of Meta's services or devices."""

    id: str
    name: str
    note: str


class Outcome(NamedTuple):
    """What can happen to an objection, and what it makes of the case.

    `question` is the answer to "What came back?" that leads to it; `clock` runs from then on, or from the earlier start
    where `restarts` is False; without `recommend` the next step of the regime's ladder is the thing to do. Where that is to
    write to Meta once more, `again` says what to write.
    """

    id: str
    label: str
    question: str
    status: str
    time_limit: str = ""
    restarts_limit: bool = True
    recommend: str = ""
    reply_advice: str = ""
    interim_advice: str = ""
    letter: str = ""


class Library(NamedTuple):
    """All content, read once and never changed."""

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
        """The question with this id, if there is one."""
        return next((question for question in self.questions if question.id == id), None)

    def current_id(self, id: str) -> str:
        """The id under which something is known today, following renames."""
        seen: set[str] = set()
        while id in self.retired and id not in seen:
            seen.add(id)
            id = self.retired[id]
        return id

    @property
    def as_of(self) -> date:
        """The day on which the newest step was last checked: the day the content stands for."""
        return max((step.checked for step in self.steps.values()), default=date.min)
