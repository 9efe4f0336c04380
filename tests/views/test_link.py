"""The page of a link: what is offered, and what is said about it, for a web page and for a mail draft."""

import pytest

from wizard.system.link_actions import MAX_QR_LENGTH, LinkTarget
from wizard.views.actions import CopyAddress, OpenAddress, ShowCode
from wizard.views.link import ADDRESS, ADVICE, link_page, opening_message

WEB, MAIL = "https://example.org/form", "mailto:?subject=My%20objection&body=Dear%20Meta"
LONG = f"{WEB}?{'x' * MAX_QR_LENGTH}"


@pytest.mark.parametrize(
    ("target", "address", "advice", "offered"),
    [
        (LinkTarget(WEB, opens=True), WEB, "It opens in your own browser", [OpenAddress, CopyAddress, ShowCode]),
        (LinkTarget(WEB, opens=False), WEB, "No browser can be opened from here", [CopyAddress, ShowCode]),
        (LinkTarget(LONG, opens=True), LONG, "It opens in your own browser", [OpenAddress, CopyAddress]),
        (LinkTarget("ftp://example.org", opens=False), "ftp://example.org", "This is not a web address", [CopyAddress, ShowCode]),
        (LinkTarget(MAIL, opens=True), "Subject: My objection", "Nothing is sent by this program.", [OpenAddress]),
        (LinkTarget(MAIL, opens=False), "Subject: My objection", "No mail program can be opened", []),
    ],
    ids=["web", "no browser", "long", "not on the web", "mail", "no mail program"],
)
def test_what_the_page_of_a_link_says_and_offers(target: LinkTarget, address: str, advice: str, offered: list[type]) -> None:
    """Only what can work here; the body of a mail is never shown as an address."""
    page = link_page("Objection form", target)
    assert page.lines(ADDRESS)[0].text == address
    assert page.lines(ADVICE)[0].text.startswith(advice)
    assert [type(choice.action) for choice in page.choices] == offered


@pytest.mark.parametrize("url", [WEB, MAIL])
def test_what_is_said_after_opening_names_another_way(url: str) -> None:
    """It is never claimed that something opened; for a mail the other way is the letter, for a page its address."""
    other_way = "save the letter." if url == MAIL else "use the address or the QR code."
    for opened in (True, False):
        assert opening_message(LinkTarget(url, opens=True), opened=opened).endswith(other_way)
