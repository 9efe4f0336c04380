"""Define the frozen types of the content that is loaded from the files under `content/`."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Annotated, NamedTuple

from .condition import ALWAYS, Condition
from .field_types import EMPTY, AllowedValues, NameText, ReviewKind, UserText
from .jurisdiction import ALWAYS_VALID, Authority, Confidence, Country, Regime, Region, ValidityPeriod
from .request_models import Outcome, RequestKind

if TYPE_CHECKING:  # most runs write no letter, so the letter modules are not imported at run time
    from wizard.core.letter.models import Addressee, Language, Law, Letter, Opening

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
ADVICE = "advice"
"""What a source is about if it is advice of this program, and no claim that could be confirmed."""
DONT_KNOW = "unknown"
"""The id of the option "I don't know"."""


class AnswerOption(NamedTuple):
    """One permitted answer of a question.

    `implies` are further options whose steps the plan includes if this one is chosen. An `exclusive` option cannot be
    combined with others. `advice` is what to do instead of Meta's form, if this answer means that it does not open.
    In a question outside the interview, an option counts as chosen while the condition `assumed` holds; one that is
    always assumed counts only while the question is unanswered.
    """

    id: str
    label: UserText
    hint: UserText = ""
    exclusive: bool = False
    implies: tuple[str, ...] = ()
    advice: UserText = ""
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
    title: NameText
    publisher: NameText
    url: str
    checked: date
    dated: str = ""
    read: bool = True
    tried: date | None = None
    official: bool = False
    reason: UserText = ""
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
    open step requires it. `login` are the services to one of which the user must be able to log in; None stands for those
    that `when` names. Its sources were last read on the day `checked`; somebody did it at Meta on the day `tried`, nobody
    if that is None.
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
    login: tuple[str, ...] | None = None
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
    """Background text or a frequently asked question; `steps` and `letters` (ids or kinds) are what a reader can do next."""

    id: str
    title: UserText
    summary: UserText
    text: UserText
    keywords: tuple[UserText, ...]
    sources: tuple[str, ...]
    checked: date
    kind: ReviewKind
    confidence: Confidence
    steps: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()


class Service(NamedTuple):
    """One of Meta's services or devices."""

    id: str
    name: UserText
    note: UserText


class InterfaceLanguage(NamedTuple):
    """A language of the program: its own name, its tag as pages use it, and whether users are offered it.

    `letters_only` is True for a language that only letters are written in.
    """

    id: str
    name: str
    tag: str
    offered: bool = False
    letters_only: bool = False


class MenuWord(NamedTuple):
    """What Meta's menus say for an English menu word, and the year of the newest source."""

    word: str
    year: int


class MenuLanguage(NamedTuple):
    """Meta's menu words in a language, by the English word.

    `former` says that a word may have changed since: "früher: {word}".
    """

    id: str
    sources: tuple[str, ...]
    former: str
    words: Mapping[str, MenuWord]


class Library(NamedTuple):
    """All content, loaded once. Mappings have ids as keys and keep the order of the content.

    `retired` maps former ids to newer ones, and `in_language` the languages of the program to the library in each of them.
    `language` is the one of this library.
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
    requests: Mapping[str, RequestKind] = EMPTY
    letters: Mapping[str, "Letter"] = EMPTY
    laws: Mapping[str, "Law"] = EMPTY
    addressees: Mapping[str, "Addressee"] = EMPTY
    languages: Mapping[str, "Language"] = EMPTY
    openings: Mapping[str, "Opening"] = EMPTY
    interface_languages: Mapping[str, InterfaceLanguage] = EMPTY
    in_language: Mapping[str, "Library"] = EMPTY
    menu_words: Mapping[str, MenuLanguage] = EMPTY
    language: str = "en"

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
