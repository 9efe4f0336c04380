"""The people whose plans the check measures: some by name, and generated answers that cover every regime and choice.

All combinations are too many for a check that should be quick.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from wizard.core.content_models import Library
from wizard.core.place import Answers
from wizard.core.snapshot import Snapshot, build_snapshot

from .content_tree import ContentTree

NAMED_PEOPLE: Mapping[str, str] = {
    "a photographer in France": (
        "country=FR services=facebook,instagram visibility=public account=professional habits=none"
        " people=others-post,photographer depth=limit device=web,ios"
    ),
    "a parent without an account in Texas": "country=US region=US-TX services=none people=others-post,children",
    "a parent in Brazil": (
        "country=BR services=facebook,instagram,whatsapp visibility=public account=personal habits=meta-ai,camera-roll"
        " people=children depth=limit device=android"
    ),
    "a professional creator in South Korea": (
        "country=KR services=instagram,threads visibility=public account=professional habits=meta-ai people=photographer"
        " depth=delete device=ios"
    ),
    "somebody with Instagram only in Switzerland": (
        "country=CH services=instagram visibility=mixed account=personal habits=none people=none depth=limit device=ios"
    ),
    "an ordinary person in Bavaria": (
        "country=DE region=DE-BY services=facebook,instagram,whatsapp visibility=mixed account=personal habits=unknown"
        " people=others-post depth=unknown device=web,android"
    ),
    "a teenager's parent in Scotland": (
        "country=GB services=facebook,whatsapp visibility=private account=personal habits=none people=others-post,children"
        " depth=limit device=ios"
    ),
    "an account holder in India": (
        "country=IN services=facebook,instagram,whatsapp visibility=mixed account=personal"
        " habits=meta-ai,camera-roll,facebook-login people=others-post depth=unknown device=android"
    ),
    "somebody without an account in Ireland": "country=IE services=none people=others-post",
}
"""Nine people with their answers, written as for the command `answer`."""
ORDINARY = "services=facebook,instagram visibility=mixed account=personal habits=none people=none depth=limit device=web"
"""The answers that the generated ones vary."""


class SamplePlan(NamedTuple):
    """A plan with the words for its user; `named` is True for one of NAMED_PEOPLE."""

    user: str
    snapshot: Snapshot
    named: bool


def parse_sample(text: str) -> dict[str, tuple[str, ...]]:
    """Return answers that are written as for the command `answer`."""
    pairs = (pair.partition("=") for pair in text.split())
    return {id: tuple(values.split(",")) for id, _, values in pairs}


@lru_cache(maxsize=1)
def sample_plans(content: ContentTree) -> tuple[SamplePlan, ...]:
    """Return the plans of all samples. Answers that this content does not know are left out. Cached."""
    named = ((user, parse_sample(text), True) for user, text in NAMED_PEOPLE.items())
    generated = ((_in_words(answers), answers, False) for answers in _generated_answers(content.library))
    try:
        return tuple(
            SamplePlan(
                user, build_snapshot(content.library, _known_answers(content.library, answers), (), content.today), is_named
            )
            for user, answers, is_named in (*named, *generated)
        )
    except KeyError:  # a file names a record that is not there: other rules report it, and then there are no plans
        return ()


def _generated_answers(library: Library) -> Iterator[Answers]:
    """Yield the ordinary answers with one choice changed, in places that take turns, so that each regime comes up."""
    countries = list({country.regime: country.alpha2 for country in reversed(tuple(library.countries.values()))}.values())
    ordinary = parse_sample(ORDINARY)
    asked = [question for question in library.questions if question.kind in ("one", "many")]
    changes = [(question.id, (choice.id,)) for question in asked for choice in question.choices]
    for number in range(max(len(changes), len(countries))):
        id, value = changes[number % len(changes)]
        yield {"country": (countries[number % len(countries)],), **ordinary, id: value}


def _known_answers(library: Library, answers: Answers) -> Answers:
    """Return the answers without questions and choices that the content does not have."""
    choices = {question.id: {choice.id for choice in question.choices} for question in library.questions}
    known = {id: tuple(value for value in values if value in choices[id]) for id, values in answers.items() if choices.get(id)}
    places = {id: answers[id] for id in ("country", "region") if id in answers}
    return {**places, **{id: values for id, values in known.items() if values}}


def _in_words(answers: Answers) -> str:
    words = (f"{id}={','.join(values)}" for id, values in answers.items())
    return f"“{' '.join(words)}”"
