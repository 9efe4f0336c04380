"""What a letter says of its writer or of Meta, sentence by sentence, and what must be known for it to be said."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from tests.core.test_residence import story
from tests.letters import SAMPLES
from wizard.content.content_loader import load_shipped_content
from wizard.core.blocks import ListBlock, Paragraph, line_text
from wizard.core.letter.account_fit import as_for
from wizard.core.letter.draft import build_strict_draft
from wizard.core.letter.field_values import offered_options
from wizard.core.letter.models import Letter
from wizard.core.letter.selection import select_letter
from wizard.core.letter.template_values import prefilled_values
from wizard.core.request import Request
from wizard.core.snapshot import Snapshot
from wizard.errors import WizardError
from wizard.export.letter import RenderedLetter, final_letter

LETTERS = load_shipped_content().letters
TODAY = "2026-11-30"
HOMES = ("IE", "DE DE-BY", "DE", "NL", "GB", "CH", "BR", "US US-CA", "US US-TX", "US", "CL", "JE", "KR", "IN", "AU")
TARGETS = ("facebook", "whatsapp-ai", "third-party")
REQUESTS = tuple(kind for kind in load_shipped_content().requests.values() if kind.group != "objection")
OBJECTIONS = ("", "facebook", "instagram", "whatsapp-ai")
KINDS = tuple(
    id
    for id, outcome in load_shipped_content().outcomes.items()
    if id != "sent" and (not outcome.about or "objection" in outcome.about)
)
REFUSALS = {"refused", "refused-with-reasons", "not-eligible"}
DECISIONS = REFUSALS | {"granted", "partly"}
EXTENDABLE = ("IE", "DE", "NL", "GB")
"""Where the law lets Meta take two more months."""


@dataclass(frozen=True)
class Life:
    """Where somebody lives, what they use, what they sent when, what came of it, and where they live since."""

    home: str = "IE"
    services: str = "facebook,instagram"
    target: str = "facebook"
    sent: str = "2026-09-01"
    kinds: tuple[str, ...] = ()
    moved: bool = False
    access: str = ""

    @lru_cache(maxsize=16)  # noqa: B019 - letters of one life are read one after the other; lives are frozen
    def case(self) -> Snapshot:
        """The case after all of this."""
        country, _, region = self.home.partition(" ")
        place = f"country={country} region={region or '!'}"
        days = [f"2026-{9 + index // 28:02}-{index % 28 + 2:02}" for index in range(len(self.kinds))]
        happened = [f"case/{self.target} {kind} {max(on, self.sent)}" for kind, on in zip(self.kinds, days, strict=True)]
        told = [f"case/{self.target} sent {self.sent}", *happened] if self.sent else []
        away = ["country=NZ region=!"] if self.moved else []
        access = f" access={self.access}" if self.access else ""
        return story(f"{place} services={self.services} people=others-post,children{access}", *told, *away, today=TODAY)


@dataclass(frozen=True)
class Facts:
    """What is known when a letter is written: from the case, and from what was filled in."""

    life: Life
    letter: Letter
    about: str
    kinds: tuple[str, ...]
    said: Mapping[str, Sequence[str]]
    code: str
    path: str
    moved: bool

    def chose(self, blank: str, *ids: str) -> bool:
        """Whether one of these was chosen in the blank; of no choice, whether anything was."""
        chosen = next(iter(self.said.get(blank, ())), "")
        return chosen in ids if ids else bool(chosen)

    def happened(self, *kinds: str) -> bool:
        """Whether one of these came of it."""
        return not set(kinds).isdisjoint(self.kinds)

    def about_one_of(self, *ids: str) -> bool:
        """Whether the letter is about one of these kinds of request, or is the letter that makes it."""
        return self.about in ids or self.letter.id in ids

    @property
    def late(self) -> bool:
        """Whether a month is over since, or three where Meta asked for more time; only Meta's decision ends that."""
        months = 3 if self.happened("extended") and self.code in EXTENDABLE else 1
        year, month, on = map(int, self.life.sent.split("-")) if self.life.sent else (2026, 10, 1)
        return (year, month + months, on) <= (2026, 11, 30) and not self.happened(*DECISIONS)


def happened(*kinds: str) -> Callable[[Facts], bool]:
    """True if one of these came of it."""
    return lambda facts: facts.happened(*kinds)


def chose(blank: str, *ids: str) -> Callable[[Facts], bool]:
    """True if one of these was chosen in the blank."""
    return lambda facts: facts.chose(blank, *ids)


def of(*ids: str) -> Callable[[Facts], bool]:
    """True in these letters: whoever chooses one says so by choosing it."""
    return lambda facts: facts.letter.id in ids


def access(*answers: str) -> Callable[[Facts], bool]:
    """True for who gave one of these answers about access, in a letter about an account."""
    return lambda facts: facts.life.access in answers and facts.about != "third-party"


def lives_in(*codes: str) -> Callable[[Facts], bool]:
    """True for who lives there, or lived there when the request was sent."""
    return lambda facts: facts.code in codes


CLAIMS: Mapping[str, Callable[[Facts], bool]] = {
    r"\bA copy is (attached|enclosed)": chose("copy"),
    r"do not have a Facebook|Without an account, I": lambda facts: facts.life.services == "none",
    r"(?<!cannot )log in|[Ll]ogging in|\blogin (to|that)":
        lambda facts: facts.chose("login", "yes") and facts.life.access in ("", "open"),
    r"cannot log in": access("locked"),
    r"is deactivated": access("deactivated"),
    r"needs a login": access("locked", "deactivated"),
    r"accounts are mine|also mine|[Tt]hese accounts|accounts named here|My own accounts|copy of my posts|an account was opened":
        lambda facts: "accounts" in facts.said,
    r"I objected|[Mm]y objection|right to object has|told Meta that I do not": lambda facts: facts.about in OBJECTIONS,
    r"request about personal data of mine|request that I sent you": lambda facts: facts.about == "third-party",
    r"My request (of|stands|concerns all)": lambda facts: facts.about in ("third-party", "state-request"),
    r"My access request stands|I asked (you|Meta) what personal data": lambda facts: facts.about == "access-request",
    r"My erasure request stands|I asked (you|Meta) to erase": lambda facts: facts.about == "erasure-request",
    r"I made a request to you under|a request of [\w ]+ under":
        lambda facts: facts.about == "state-request" or (not facts.about and of("state-appeal")(facts)),
    r"My letter stands": lambda facts: facts.about == "parent-withdrawal",
    r"^Meta refused my .* gave no reasons": happened("refused"),
    r"^Meta refused my": happened(*REFUSALS),
    r"not dealt with my .* in time": lambda facts: facts.late,
    r"months have passed since I complained": happened("complaint"),
    r"I complained to you": lambda facts: facts.happened("complaint"),
    r"already asked you how": happened("status-asked"),
    r"passed my complaint on": happened("passed-on"),
    r"proposed to settle": happened("settlement-offered"),
    r"you answered, but": happened("answered-in-part"),
    r"answered my .* only in part|not done all that I": happened("answered-in-part", "own-tool"),
    r"download tool|its own tool": happened("own-tool"),
    r"delete posts myself": happened("do-it-yourself"),
    r"(?<![Ii]f you )cannot find (my account|me in)": happened("not-recognised"),
    r"asked (me )?for money": happened("fee-asked"),
    r"no answer that settles": lambda facts: not facts.happened("answered-in-full", "removed"),
    r"This is what I have found": lambda facts: "proof" in facts.said,
    r"no example of what": lambda facts: "proof" not in facts.said,
    r"gave these reasons|given reasons|(grounds|reasons) that Meta gave|not accept (its|these) reasons|your reasons do not":
        happened("refused-with-reasons"),
    r"without giving reasons|refusal gave no reasons|you named none": happened("refused"),
    r"shown me no compelling|named no justification": lambda facts: not facts.happened("refused-with-reasons"),
    r"granted only|agreed only in part|granted this, but not": happened("partly"),
    r"had granted|Meta agreed\.": happened("granted"),
    r"^Meta refused[.;]|did not grant": happened(*REFUSALS),
    r"not offered where I": happened("not-eligible"),
    r"to another form": happened("wrong-form"),
    r"referred me": happened("wrong-form", "own-tool"),
    r"asked .*copy of (my|an) ": lambda facts: facts.happened("id-asked") or facts.chose("asked", "id"),
    r"asked (me )?for more": lambda facts: facts.happened("more-asked", "identity-asked", "id-asked"),
    r"proof that your AI": lambda facts: facts.happened("evidence-asked") or facts.chose("asked", "evidence"),
    r"asked me what I object": lambda facts: facts.happened("grounds-asked") or facts.chose("asked", "grounds"),
    r"a language that I do not read": happened("other-language"),
    r"you had received it": happened("receipt"),
    r"need more time\.|three months (end|ended)": happened("extended"),
    r"no decision": lambda facts: not facts.happened(*DECISIONS),
    r"no further answer": happened(*DECISIONS),
    r"is over|in time \(|time limit|time that you had": lambda facts: facts.late,
    r"day I (wrote|sent)": happened("sent"),
    r"asked for the use of my data to be restricted": chose("restriction", "yes"),
    r"did not tell me that I can": lambda facts: facts.chose("remedies", "no") and facts.happened(*REFUSALS),
    r"without being told what doubts": chose("doubts", "no"),
    r"has acknowledged": chose("acknowledgement", "yes"),
    r"has not acknowledged": chose("acknowledgement", "no"),
    r"I complained to Meta itself": happened("complaint-meta"),
    r"will make a data protection complaint": lambda facts: not facts.happened("complaint-meta"),
    r"already complained": happened("complaint"),
    r"You may pass": chose("share", "yes"),
    r"being named to Meta|ask me before": chose("share", "no"),
    r"are no court proceedings": chose("court", "no"),
    r"are court proceedings": chose("court", "yes"),
    r"I lived|have since moved|where I was": lambda facts: facts.moved,
    r"\b(I|you) live\b(?! in Some town)": lambda facts: not facts.moved,
    r"my child|parent": lambda facts: facts.about_one_of("parent-withdrawal", "ask-school"),
    r"you took of me": of("ask-photographer"),
    r"as your constituent|I live in Some town": of("representative"),
    r"no longer public\.(?! Please)": of("thank-friend", "ask-school", "ask-club", "ask-photographer"),
    r"know of no form": lambda facts: facts.path == "mitigation",
    r"is possible to object": lambda facts: facts.path == "opt-out",
    r"not clear to me\.": lambda facts: facts.path == "try-form",
    r"any settings with|I have no settings": of("non-user"),
    r"prohibit(ed)? (the|you|this)|express (declaration|prohibition)": lives_in("CH", "IE", "DE", "NL"),
    r"the right that I have": lambda facts: facts.code not in ("AU", "US") or facts.life.home.startswith("US "),
    r"not satisfied with": of("complaint-to-meta", "meta-complaint-about-request"),
    r"(matter|it) is not (resolved|settled)|has not (been|met)|not respected": happened("sent"),
}  # fmt: skip
"""What a sentence says, and what must be known for it. A sentence may rest on several of these."""
LAWS: Mapping[str, tuple[str, ...]] = {
    r"(?<!UK )GDPR|European data protection|Recital": ("IE", "DE", "NL"),
    r"UK GDPR|section 16\d|\bICO\b|Data Protection Act 2018": ("GB",),
    r"FADP|FDPIC|civil court": ("CH",),
    r"LGPD|ANPD": ("BR",),
    r"FERPA|directory information|my state": ("US",),
    r"Personal Information Protection Act|PIPA": ("KR",),
    r"Jersey": ("JE",),
}
"""Laws and authorities, and where they are somebody's own."""
STATES = re.compile(
    r"\b(I|[Yy]ou|Meta|[Mm]y \w+|there|[Tt]he \w+) (was|were|has|had|have (had|been|already|since)|did|asked|told|refused|granted"
    r"|wrote|sent|objected|complained|lived?|referred|confirmed|agreed|acknowledged|gave|named|took)\b"
)
"""A sentence that says what was or is so, and does not only ask for something."""
OF_THE_WRITER = re.compile(
    "|".join(
        [*(re.escape(option.text) for letter in LETTERS.values() for field in letter.fields
           if field.id in ("reasons", "points", "requests", "request") for option in field.choices if option.text),
         *(re.escape(line) for text in SAMPLES.values() for line in text.split("\n") if " " in line)]
    )
)  # fmt: skip
"""What the writer chose or wrote word by word."""
SAID_OF_NOBODY = re.compile(
    r"allowed this use|whether (people have|Meta had|you have)|(data|child) ha(s|ve) already|have (already )?been used"
    r"|as far as .*|you have (erased|this objection|collected|not given)|who (has )?received|you obtained|authorities (say|hold)"
    r"|my answer covers|[Tt]he law (asks|of)|the (company|controller) is|have to"
)
"""What a letter asks, what is so in law, and what stands in a clause that leaves it open."""
OPTIONAL = (
    "copy",
    "login",
    "restriction",
    "remedies",
    "doubts",
    "acknowledgement",
    "share",
    "court",
    "asked",
    "tone",
    "reasons",
    "sent",
)
DATES = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}")


def sentences(rendered: RenderedLetter) -> Iterator[str]:
    """The sentences of a letter, without its tables, headings, and what the writer wrote or chose word by word."""
    for block in rendered.blocks:
        if isinstance(block, ListBlock):
            texts = [line_text(item.line) for item in block.items]
        else:
            texts = [" ".join(map(line_text, block.lines))] if isinstance(block, Paragraph) else []
        for text in texts:
            yield from re.split(r"(?<=[.!?:;])\s+(?=[A-Za-z])", OF_THE_WRITER.sub("", text))


def letters_of(life: Life, picked: Mapping[str, int], only: str = "") -> Iterator[tuple[Facts, RenderedLetter]]:
    """Every letter in English that there is for this life, or this one.

    `picked` says which option of a blank is taken, beyond the last: none.
    """
    case = life.case()
    for letter in LETTERS.values():
        if letter.language != "en" or only not in ("", letter.id):
            continue
        try:
            _, about = select_letter(case, letter.id, f"case/{life.target}" if life.sent else "", sure=False)
        except WizardError:
            continue
        said = _filled(letter, case, about, picked)
        yield _facts(life, letter, case, about, said), final_letter(build_strict_draft(letter, case, about, said))


def _filled(letter: Letter, case: Snapshot, about: Request | None, picked: Mapping[str, int]) -> dict[str, list[str]]:
    """What is required and not known, and the options that are picked."""
    adapted, known = as_for(letter, case, about), prefilled_values(letter, case, about)
    said = {}
    for blank in adapted.fields:
        options = [option.id for option in offered_options(blank, case.for_request(about).interview.facts, case.today)]
        index = picked.get(blank.id, len(options)) % (len(options) + 1) if blank.id in OPTIONAL and options else len(options)
        if index < len(options):
            said[blank.id] = [options[index]]
        elif blank.required and not known.get(blank.id) and not blank.default:
            said[blank.id] = [options[0] if options else "2026-10-01" if blank.is_date else SAMPLES.get(blank.id, "Some town")]
    return said


def _facts(life: Life, letter: Letter, case: Snapshot, about: Request | None, said: dict[str, list[str]]) -> Facts:
    entered = [field.events[0] for field in letter.fields if field.events and said.get(field.id)]
    kinds = (*(event.kind for event in about.letter_events), *entered) if about else tuple(entered)
    place = case.for_request(about).place
    assert place
    target = about.target.removeprefix("case/") if about else ""
    moved = bool(about and about.sent_from)
    return Facts(life, letter, target, kinds, said, place.country.alpha2, place.path, moved)


class Reading(NamedTuple):
    """What there is to say of a sentence, whoever writes it. Most sentences stand in many letters, so each is read once."""

    rests_on: tuple[Callable[[Facts], bool], ...]
    has_no_space: bool
    states_something: bool
    laws: tuple[tuple[str, ...], ...]


_CLAIMS = tuple((re.compile(pattern), true) for pattern, true in CLAIMS.items())
_LAWS = tuple((re.compile(pattern), codes) for pattern, codes in LAWS.items())


@cache
def read(sentence: str) -> Reading:
    """Return what a sentence claims, whether a space is missing in it, and whether it says what was or is so."""
    return Reading(
        tuple(true for pattern, true in _CLAIMS if pattern.search(sentence)),
        bool(re.search(r"[a-z]{2}\.[A-Z][a-z]", sentence)),
        bool(STATES.search(SAID_OF_NOBODY.sub("", sentence))),
        tuple(codes for pattern, codes in _LAWS if pattern.search(sentence)),
    )


def check(life: Life, picked: Mapping[str, int], only: str = "") -> int:
    """Every sentence of every letter of this life is true of it; returns how many letters were read."""
    letters = 0
    for facts, rendered in letters_of(life, picked, only):
        letters += 1
        for sentence in sentences(rendered):
            where = (facts.letter.id, sentence, life, facts.kinds, facts.said)
            found = read(sentence)
            assert all(true(facts) for true in found.rests_on), where
            assert not found.has_no_space, ("no space between sentences:", *where)
            assert found.rests_on or not found.states_something, ("on nothing that was said:", *where)
            assert all(facts.code in codes for codes in found.laws), where
    return letters
