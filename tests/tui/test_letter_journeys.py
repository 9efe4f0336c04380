"""From "sent" to the last letter that the law of a place offers, in the full screen, with days that move forward."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from tests.making import day
from tests.tui.making import Sitting, flat, living_in, session, sitting, wizard
from tests.tui.writing import letter_id, take, words_of, write
from wizard.core.request import Request
from wizard.storage.session import Session
from wizard.tui.widgets.option_lists import ItemList

CASE, STATE_REQUEST = "case/facebook", "case/state-request"
ACCOUNTS = ("facebook", "instagram")


@dataclass(frozen=True)
class Stage:
    """A day: what came back (the words one chooses), which letter the case calls for, what stands in it, when it is due."""

    today: str
    came_back: tuple[str, ...]
    letter: str
    says: tuple[str, ...]
    event: str
    due: str
    never: tuple[str, ...] = ()


REFUSED = ("A mail that refuses", "A refusal without reasons")
GROUNDS = ("A mail that refuses", "A refusal with reasons")
SILENT = ("Nothing yet", "Nothing at all")
NOT_GDPR = ("GDPR", "Article 77", "Article 12(3)")

JOURNEYS = {
    "Ireland": (
        living_in("IE", services=ACCOUNTS),
        "2026-09-01",
        Stage("2026-10-02", (), "follow-up-no-answer",
              ("Meta Platforms Ireland Limited", "2 October 2026",
               "On 1 September 2026 I objected to the use of my personal data for AI (Facebook)",
               "The time that you have for an answer is over (Article 12(3) GDPR)", "by 16 October 2026",
               "under Article 77(1) GDPR to this authority: Data Protection Commission (DPC, Ireland)"),
              "follow-up", "2026-10-16"),
        Stage("2026-10-19", SILENT, "complaint-to-authority-eu",
              ("Data Protection Commission (DPC, Ireland) 19 October 2026", "I live in Ireland",
               "1 1 September 2026 I sent Meta my objection 1", "2 2 October 2026 I wrote to Meta again 2",
               "it ended on 1 October 2026 (Article 12(3) GDPR)"), "complaint", "2027-01-19"),
    ),
    "England": (
        living_in("GB", services=ACCOUNTS),
        "2026-09-01",
        Stage("2026-09-20", GROUNDS, "complaint-to-meta",
              ("section 164A of the Data Protection Act 2018", "Article 21(1) UK GDPR", "On 1 September 2026 I objected",
               "acknowledge this complaint within 30 days", "I will turn to the ICO (Information Commission)"),
              "complaint-meta", "2026-10-20", never=("Article 77",)),
        Stage("2026-10-22", (), "complaint-to-authority-uk",
              ("ICO (Information Commission) 22 October 2026", "section 165 of the Data Protection Act 2018",
               "On 1 September 2026 I objected (Article 21(1) UK GDPR). On 20 September 2026 I complained to Meta itself"),
              "complaint", "2027-01-22", never=("Article 77", "Article 56")),
    ),
    "Zürich": (
        living_in("CH", services=ACCOUNTS),
        "2026-09-01",
        Stage("2026-10-02", (), "follow-up-no-answer",
              ("On 1 September 2026 I objected", "by 16 October 2026",
               "report this to the Federal Data Protection and Information Commissioner (FDPIC)"), "follow-up", "2026-10-16",
              never=NOT_GDPR),
        Stage("2026-10-19", (), "complaint-to-authority-ch",
              ("Eidgenössischer Datenschutz- und Öffentlichkeitsbeauftragter (EDÖB / FDPIC) 19. Oktober 2026",
               "als ausdrückliche Willenserklärung gegen diese Verwendung (Art. 30 Abs. 2 lit. b DSG)",
               "2 2. Oktober 2026 Ich schrieb erneut an Meta 2"), "complaint", "", never=NOT_GDPR),
    ),
    "Recife": (
        living_in("BR", services=ACCOUNTS),
        "2026-09-01",
        Stage("2026-09-10", REFUSED, "follow-up-no-reasons",
              ("objection of 1 September 2026", "10 September 2026", "LGPD", "by 24 September 2026"), "follow-up", "2026-09-24",
              never=NOT_GDPR),
        Stage("2026-09-25", (), "complaint-to-authority-br",
              ("Agência Nacional de Proteção de Dados (ANPD) 25 de setembro de 2026",
               "Apresento petição de titular (Art. 18, § 1º, da LGPD)",
               "Em 1º de setembro de 2026 exerci meu direito de oposição", "10 de setembro de 2026"), "complaint", "",
              never=NOT_GDPR),
    ),
    "California": (
        living_in("US", "US-CA", services=ACCOUNTS),
        "2026-09-01",
        Stage("2026-10-19", (), "request-reminder",
              ("On 1 September 2026 I made a request to you under the privacy law of California", "by 2 November 2026",
               "California Privacy Protection Agency (CPPA)"), "follow-up",
              "2026-11-02", never=NOT_GDPR),
        Stage("2026-11-03", SILENT, "complaint-about-request",
              ("California Privacy Protection Agency (CPPA) 3 November 2026", "I live in California, United States",
               "1 1 September 2026 I sent Meta my request 1"), "complaint", "",
              never=NOT_GDPR),
    ),
    "Chile": (
        living_in("CL", services=ACCOUNTS),
        "2026-11-02",
        Stage("2026-12-03", (), "follow-up-no-answer",
              ("On 2 November 2026", "by 17 December 2026", "Agencia de Protección de Datos Personales"), "follow-up",
              "2026-12-17", never=NOT_GDPR),
        Stage("2026-12-18", (), "complaint-to-authority-other",
              ("Agencia de Protección de Datos Personales 18 December 2026", "I live in Chile",
               "1 2 November 2026 I sent Meta my objection 1"), "complaint", "", never=NOT_GDPR),
    ),
}  # fmt: skip


LAST_LETTERS = {"Ireland": "complaint-status", "England": "complaint-status"}
"""Where the authority owes an answer within a time, and half a year has passed; elsewhere there is nothing more to write."""
STATE_REQUESTS = {"California"}
"""Where the letter is a request under the law of the state, and not an objection for an account."""


def followed(on: Session, place: str) -> Request:
    """The request that is followed in this place."""
    target = STATE_REQUEST if place in STATE_REQUESTS else CASE
    return next(each for each in on.snapshot.requests if each.target == target)


def of(state: Path, today: str) -> Session:
    """The same person on another day."""
    return session(state, today=day(today))


async def to_the_request(person: Sitting, place: str) -> None:
    """From the welcome back by keys to the request that is followed."""
    await person.at("WelcomeBackScreen")
    await person.go("p", "BoardScreen")
    await person.go("o", "RequestsScreen")
    await take(person, followed(person.app.session, place).label)
    await person.at("RequestScreen")


async def sends_the_first_letter(person: Sitting, on: Session, place: str) -> str:
    """From the board to the letters, to the objection or request that fits the place, and "I sent it" for one account."""
    await person.at("WelcomeBackScreen")
    await person.go("p", "BoardScreen")
    await person.go("l", "LettersScreen")
    kinds = [each for each in on.snapshot.library.letters.values() if each.family == "objection"]
    await take(person, next(each.title for each in kinds if is_listed(person, each.title)))
    text = await write(person)
    if place in STATE_REQUESTS:
        await person.go("i", "EventDateDialog")
    else:
        await person.go("i", "SentDialog")
        await take(person, "Objection, Facebook")
        await person.at("EventDateDialog")
    await person.go("enter", "LetterScreen")
    return text


def is_listed(person: Sitting, title: str) -> bool:
    """Tell whether a letter stands in the list among those that fit now."""
    lines = words_of(person.app.screen.query_one(ItemList))
    until = next(number for number, line in enumerate(lines) if line.startswith(("Not now", "For other places")))
    return any(line.startswith(title) for line in lines[:until])


async def lives_through(person: Sitting, stage: Stage, place: str) -> None:
    """Record what came back, write the letter that the case calls for, and say that it was sent."""
    await to_the_request(person, place)
    for number, words in enumerate(stage.came_back):
        await take(person, words)
        if number:
            await person.at("EventDateDialog")
            await person.go("enter", "RequestScreen")
    await person.go("l", "LetterScreen")
    assert letter_id(person.app) == stage.letter
    text = flat(await write(person))
    for words in stage.says:
        assert flat(words) in text, text
    for words in stage.never:
        assert words not in text.replace("UK GDPR", ""), text
    await person.go("i", "EventDateDialog")
    await person.go("enter", "LetterScreen")


@pytest.mark.parametrize("place", JOURNEYS)
async def test_from_sent_to_the_last_letter(place: str, state: Path) -> None:
    """The right letter, law, authority and days at each stage, and nothing more to write at the end."""
    answers, sent, *stages = JOURNEYS[place]
    assert isinstance(sent, str)
    assert isinstance(answers, dict)
    on = session(state, answers, today=day(sent))
    async with sitting(wizard(on)) as person:
        await sends_the_first_letter(person, on, place)
    assert [event.kind for event in followed(on, place).events] == ["sent"]
    for stage in stages:
        assert isinstance(stage, Stage)
        on = of(state, stage.today)
        async with sitting(wizard(on)) as person:
            await lives_through(person, stage, place)
        last = followed(on, place).events[-1]
        assert (last.kind, last.on) == (stage.event, day(stage.today))
        assert followed(on, place).due == (day(stage.due) if stage.due else None)
    later = of(state, "2027-06-01")
    assert followed(later, place).letter == LAST_LETTERS.get(place, ""), "the last letter was the last"
    assert later.today == date(2027, 6, 1)
