"""What may be handed to the desktop: web addresses, and new messages that name no recipient."""

import pytest

from wizard.core.urls import is_openable, is_web_address


@pytest.mark.parametrize("url", ["https://example.org/a?b=c", "http://example.org"])
def test_a_web_address_can_be_opened(url: str) -> None:
    """With a host."""
    assert is_web_address(url)
    assert is_openable(url)


def test_a_new_message_can_be_opened_and_is_no_web_address() -> None:
    """The person chooses whom it goes to."""
    message = "mailto:?subject=A%20letter&body=Hello%0D%0A"
    assert is_openable(message)
    assert not is_web_address(message)


@pytest.mark.parametrize(
    "url",
    [
        "mailto:someone@example.org",
        "mailto:?subject=a b",
        "mailto:?body=\n",
        "mailto:?body=é",
        "file:///etc/passwd",
        "javascript:x",
        "",
    ],
)
def test_nothing_else_is_opened(url: str) -> None:
    """Nor a message to somebody, nor one that was not written as an address."""
    assert not is_openable(url)
