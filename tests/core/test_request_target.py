"""The targets of requests name an account by a nickname, whatever people type there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.core.contact import NICKNAME_LENGTH
from wizard.core.request_target import RequestTarget, base_target, clean_nickname, is_request_target, parse_target
from wizard.core.sanitize import sanitize_line

TARGETS = [
    ("case/instagram", RequestTarget("case/instagram")),
    ("case/instagram:shop", RequestTarget("case/instagram", "shop")),
    ("case/instagram:", RequestTarget("case/instagram")),
    (" case/facebook : my old one ", RequestTarget("case/facebook", "my old one")),
    ("case/facebook:a:b", RequestTarget("case/facebook", "a:b")),
    ("case/access-request:shop", RequestTarget("case/access-request", "shop")),
    ("case/instagram:sh\x1b[31mop\u202e", RequestTarget("case/instagram", "sh[31mop")),
    ("case/instagram:cafe\u0301", RequestTarget("case/instagram", "café")),
]


@pytest.mark.parametrize(("text", "target"), TARGETS)
def test_a_target_names_the_request_and_the_account(text: str, target: RequestTarget) -> None:
    assert parse_target(text) == target


def test_the_name_is_the_request_without_prefix_and_nickname() -> None:
    assert parse_target("case/instagram:shop").name == "instagram"


@pytest.mark.parametrize(("text", "expected"), [("case/instagram:shop", True), ("contact/Ann", False), ("objection/x", False)])
def test_a_request_is_known_by_its_prefix(text: str, expected: bool) -> None:
    assert is_request_target(text) is expected


@given(st.text())
def test_a_nickname_is_safe_whatever_is_typed(text: str) -> None:
    nickname = clean_nickname(text)
    assert len(nickname) <= NICKNAME_LENGTH
    assert sanitize_line(nickname) == nickname == clean_nickname(nickname)


@given(st.sampled_from(["case/instagram", "case/access-request"]), st.text())
def test_a_target_that_is_written_reads_back_as_the_same(base: str, nickname: str) -> None:
    target = RequestTarget(base, clean_nickname(nickname))
    assert parse_target(str(target)) == target
    assert base_target(str(target)) == base
