"""What is asked next, what an answer means, and which answers can be given."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.making import QUESTIONS, TODAY, library, question, replace, said, when
from wizard.check.sample_plans import NAMED_PEOPLE, parse_sample
from wizard.commands.error_hints import command_error_text
from wizard.content.content_loader import load_shipped_content
from wizard.core.condition import ALWAYS
from wizard.core.content_models import AnswerOption
from wizard.core.interview import MAX_QUESTIONS, Interview, available_options, build_interview, validate_answer, validate_answers
from wizard.errors import WizardError

SMALL = library()


def talk(**answers: str) -> Interview:
    return build_interview(SMALL, said(**answers), TODAY)


def asks(**answers: str) -> str | None:
    following = talk(**answers).next()
    return following.id if following else None


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({}, "country"),
        ({"country": "DE"}, "region"),
        ({"country": "KR"}, "services"),
        ({"country": ""}, "services"),
        ({"country": "DE", "region": ""}, "services"),
        ({"country": "KR", "services": "facebook"}, "visibility"),
        ({"country": "KR", "services": ""}, "visibility"),
        ({"country": "KR", "services": "none"}, None),
        ({"country": "KR", "services": "facebook", "visibility": ""}, None),
        ({"services": "facebook", "visibility": "public"}, "country"),
    ],
)
def test_the_next_question(answers: dict[str, str], asked: str | None) -> None:
    """The first one that applies and has no answer; skipping is an answer."""
    assert asks(**answers) == asked


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({"country": "ZZ"}, "country"),
        ({"country": "DE", "region": "US-CA"}, "region"),
        ({"country": "KR", "services": "myspace"}, "services"),
        ({"country": "KR", "services": "myspace facebook"}, "visibility"),
    ],
)
def test_what_cannot_be_chosen_any_more_is_asked_again(answers: dict[str, str], asked: str) -> None:
    """Content changes; an answer counts as far as it names what there is today."""
    assert asks(**answers) == asked


def test_answers_are_kept_and_those_that_apply_count() -> None:
    """Going back costs nothing: the answer sleeps while its question does not apply."""
    awake = said(country="DE", region="DE-HH", services="facebook", visibility="private")
    assert "visibility" in build_interview(SMALL, awake, TODAY).answers
    asleep = awake | said(services="none")
    assert "visibility" not in build_interview(SMALL, asleep, TODAY).answers
    assert build_interview(SMALL, asleep | said(services="instagram"), TODAY).answers["visibility"] == ("private",)


@pytest.mark.parametrize(
    ("answers", "values"),
    [
        ({}, "public private"),
        ({"visibility": ""}, "public private"),
        ({"visibility": "unknown"}, "unknown public private"),
        ({"visibility": "private"}, "private"),
        ({"services": "none"}, ""),
    ],
)
def test_not_knowing_counts_as_everything_that_is_possible(answers: dict[str, str], values: str) -> None:
    """So that the plan covers all cases; a question that does not apply has no value."""
    assert talk(**answers).facts["visibility"] == frozenset(values.split())


def test_a_skipped_list_stands_for_all_but_what_stands_alone() -> None:
    """Whoever does not say which services they use is not taken to use none."""
    assert talk(services="").facts["services"] == {"facebook", "instagram"}
    assert talk(services="none").facts["services"] == {"none"}


def test_what_is_asked_only_where_it_arises_is_not_part_of_the_interview() -> None:
    """Unanswered it means nothing; answered it counts at once."""
    assert "form" not in [each.id for each in talk().questions]
    assert talk().facts["form"] == frozenset()
    assert talk(country="US", form="opened").facts["path"] == {"opt-out"}


ASSUMING = library(
    questions=(
        question("habits", "shop none!", kind="many"),
        replace(
            question("account", in_interview=False),
            choices=(
                AnswerOption("personal", "Personal", assumed=ALWAYS),
                AnswerOption("business", "Business", assumed=when(habits="shop")),
                AnswerOption("both", "Both", implies=("personal", "business")),
            ),
        ),
    )
)


@pytest.mark.parametrize(
    ("answers", "values"),
    [
        ({}, "personal business"),
        ({"habits": "none"}, "personal"),
        ({"habits": "shop"}, "personal business"),
        ({"habits": "none", "account": ""}, "personal"),
        ({"habits": "none", "account": "business"}, "business"),
        ({"habits": "shop", "account": "business"}, "business"),
        ({"habits": "shop", "account": "personal"}, "personal business"),
        ({"habits": "none", "account": "both"}, "both personal business"),
    ],
)
def test_a_question_that_is_not_asked_follows_from_other_answers(answers: dict[str, str], values: str) -> None:
    """What was answered counts, else what is always assumed; what follows from other answers is added."""
    assert build_interview(ASSUMING, said(**answers), TODAY).facts["account"] == frozenset(values.split())


def test_a_question_that_is_not_asked_is_found_and_not_counted() -> None:
    """Answers of an earlier version stay valid; they make no "9 of 7"."""
    answered = build_interview(ASSUMING, said(habits="none", account="business"), TODAY)
    assert (answered.answered_count, len(answered.questions)) == (1, 1)
    assert answered.find("account") == ASSUMING.question("account")
    assert answered.find("unheard-of") is None


@pytest.mark.parametrize("person", NAMED_PEOPLE.values(), ids=list(NAMED_PEOPLE))
def test_the_people_of_the_check_answer_seven_questions(person: str) -> None:
    """One question at a time, in the order of the interview, with their own answers; each could change the plan."""
    made, prepared, answers = load_shipped_content(), parse_sample(person), dict[str, Any]()
    asked: list[str] = []
    while following := build_interview(made, answers, TODAY).next():
        asked.append(following.id)
        answers[following.id] = prepared.get(following.id, ())
    assert len(asked) <= MAX_QUESTIONS == 7
    named = {name for step in made.steps.values() for name in step.when.fact_names()}
    assert set(asked) <= named | {"country", "region"}


def test_one_knows_where_one_is() -> None:
    """Which question this is, of how many, and which lies before it."""
    walk = talk(country="DE")
    assert [each.id for each in walk.questions] == ["country", "region", "services", "visibility"]
    assert [walk.position(id) for id in ("country", "services", "unheard-of")] == [(1, 4), (3, 4), (4, 4)]
    assert talk().position("country") == (1, 4), "some countries are asked for their region too"
    assert talk(country="KR").position("services") == talk(country="").position("services") == (2, 3)
    befores = [walk.before(id) for id in ("country", "services", "unheard-of")]
    assert [each.id if each else None for each in befores] == [None, "region", "visibility"]


def test_choices_follow_the_country() -> None:
    """Places in the order of the file, parts by their names, choices as they are written."""
    by_id = {each.id: each for each in QUESTIONS}
    assert [each.id for each in available_options(SMALL, by_id["country"], {})] == ["DE", "KR", "NZ", "US"]
    assert [each.id for each in available_options(SMALL, by_id["region"], said(country="DE"))] == ["DE-BY", "DE-HH"]
    assert available_options(SMALL, by_id["region"], {}) == ()
    assert available_options(SMALL, by_id["services"], {}) == by_id["services"].choices


@pytest.mark.parametrize(
    ("id", "values", "kept"),
    [
        ("services", ["instagram", "facebook"], ("facebook", "instagram")),
        ("services", [" facebook ", "facebook", ""], ("facebook",)),
        ("services", [], ()),
        ("visibility", ["public"], ("public",)),
        ("country", ["DE"], ("DE",)),
        ("region", ["DE-HH"], ("DE-HH",)),
    ],
)
def test_an_answer_is_kept_in_the_order_of_the_choices(id: str, values: list[str], kept: tuple[str, ...]) -> None:
    """Once each, without blanks."""
    found = SMALL.question(id)
    assert found
    assert validate_answer(SMALL, found, values, said(country="DE")) == kept


@pytest.mark.parametrize(
    ("given_answers", "sentence"),
    [
        (
            {"services": "instagramm"},
            "“instagramm” is not an answer to “services”. Did you mean “instagram” (label of instagram)?",
        ),
        ({"services": "xyz"}, "“xyz” is not an answer to “services”. Choose from: facebook, instagram, none."),
        ({"country": "de"}, "“de” is not an answer to “country”. Did you mean “DE” (Land DE)?"),
        (
            {"country": "Xanadu"},
            "“Xanadu” is not an answer to “country”. Use a two-letter code; `protect-my-photos countries NAME` finds it.",
        ),
        ({"region": "DE-HH"}, "“DE-HH” is not an answer to “region”. There is nothing to choose here for this country."),
        ({"visibility": "public private"}, "“visibility” takes one answer. Choose one of: public, private."),
        ({"services": "facebook none"}, "“none” cannot stand beside other answers to “services”. Leave one of them out."),
        ({"servces": "facebook"}, "There is no question “servces”. Did you mean “services”?"),
        ({"zzz": "a"}, "There is no question “zzz”. Questions: country, region, services, visibility, form."),
    ],
)
def test_an_answer_that_does_not_fit_says_what_would(given_answers: dict[str, str], sentence: str) -> None:
    """What happened, and what to do next."""
    with pytest.raises(WizardError) as caught:
        validate_answers(SMALL, said(**given_answers), {})
    assert command_error_text(caught.value) == sentence


@pytest.mark.parametrize(
    ("before", "given_answers", "after"),
    [
        ({}, {"region": "DE-HH", "country": "DE"}, {"country": "DE", "region": "DE-HH"}),
        ({"country": "US"}, {"region": "DE-HH", "country": "DE"}, {"country": "DE", "region": "DE-HH"}),
        ({"country": "DE", "region": "DE-HH"}, {"country": "US"}, {"country": "US", "region": "DE-HH"}),
    ],
)
def test_several_answers_are_taken_in_the_order_of_the_interview(
    before: dict[str, str], given_answers: dict[str, str], after: dict[str, str]
) -> None:
    """A country given beside its part is known first, however they are written down."""
    assert validate_answers(SMALL, said(**given_answers), said(**before)) == said(**after)


def test_an_answer_can_be_taken_back() -> None:
    """None means: as if it had never been asked."""
    assert validate_answers(SMALL, {"country": None, "form": None}, said(country="DE", services="")) == said(services="")


def test_a_condition_may_look_at_any_earlier_answer() -> None:
    """A question that hangs on one that is not asked here does not apply either."""
    made = library(questions=(question("a", "x y"), question("b", "x", when=when(a="y")), question("c", "x", when=when(b="x"))))
    assert [each.id for each in build_interview(made, said(a="x"), TODAY).questions] == ["a"]
    assert [each.id for each in build_interview(made, said(a="y"), TODAY).questions] == ["a", "b", "c"]


@given(st.data())
def test_the_interview_ends_within_seven_questions(data: st.DataObject) -> None:
    """Whatever one answers or skips, and whatever was answered before: none is asked twice, and none is the eighth."""
    made, answers = load_shipped_content(), dict[str, Any](data.draw(_earlier()))
    asked: list[str] = []
    while following := build_interview(made, answers, TODAY).next():
        asked.append(following.id)
        assert len(asked) <= MAX_QUESTIONS
        ids = [each.id for each in available_options(made, following, answers)]
        chosen = data.draw(st.lists(st.sampled_from(ids), max_size=len(ids) if following.kind == "many" else 1, unique=True))
        answers[following.id] = tuple(chosen)
    assert len(set(asked)) == len(asked)


@given(st.data())
def test_the_number_of_questions_never_grows(data: st.DataObject) -> None:
    """Whoever hears "question 1 of about 7" is asked seven at most, whatever the place and the answers."""
    made, answers = load_shipped_content(), dict[str, Any](data.draw(_earlier()))
    least, interview = MAX_QUESTIONS, build_interview(made, answers, TODAY)
    while following := interview.next():
        number, total = interview.position(following.id)
        assert number <= total <= least
        least, ids = total, [each.id for each in available_options(made, following, answers)]
        ids = ids if following.kind != "country" else ["DE", "FR", "US", "BR"]
        chosen = data.draw(st.lists(st.sampled_from(ids), max_size=len(ids) if following.kind == "many" else 1, unique=True))
        answers[following.id] = tuple(chosen)
        interview = build_interview(made, answers, TODAY)


def _earlier() -> st.SearchStrategy[dict[str, tuple[str, ...]]]:
    """Answers from some other time, few of which mean anything today."""
    values = st.sampled_from(["DE", "US", "US-CA", "DE-HH", "facebook", "none", "unknown", "gone", ""])
    ids = st.sampled_from([each.id for each in load_shipped_content().questions])
    return st.dictionaries(ids, st.lists(values, max_size=3).map(tuple), max_size=4)
