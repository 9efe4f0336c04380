"""The page of a link: where it leads, what opening it does, and what can be done with the address."""

from collections.abc import Iterator

from wizard.core.urls import is_web_address
from wizard.i18n import N_, _
from wizard.system.link_actions import LinkTarget

from .actions import CopyAddress, OpenAddress, ShowCode
from .page import Page, PageChoice, PageSection, TextLine, Tone

COPIED = N_("Sent to the clipboard; paste to see whether it arrived.")
NOT_COPIED = N_("There is no clipboard that this program could reach.")
CODE_QUESTION = N_("A QR code is a picture made of characters. A voice can't read it, but a phone's camera can. Show it?")
NO_CODE = N_("This address is too long for a code that a phone could scan from here.")
SCAN = N_("Scan it with your phone")
NO_LINK = N_("This page has no link.")
NO_LINK_NEEDED = N_("This step needs no link.")
NO_SUCH_LINK = N_("There is no such link here.")
NO_ROOM = N_("The code doesn't fit into this window. Enlarge the window, or press {key} to copy the address.")
ADDRESS, ADVICE = "address", "advice"


def link_page(label: str, target: LinkTarget) -> Page:
    """Return the page of a link; of a mail draft only the subject is shown."""
    address = _("Subject: {subject}", subject=target.mail_subject) if target.is_mail else target.url
    return Page(
        title=label,
        sections=(
            PageSection(ADDRESS, (TextLine(address),)),
            PageSection(ADVICE, (TextLine(_advice(target), tone=Tone.QUIET),)),
        ),
        prompt=_("This link:"),
        choices=tuple(_choices(target)),
        help=_("Where the link leads. Nothing is opened before you say so."),
    )


def opening_message(target: LinkTarget, *, opened: bool) -> str:
    """Return what is said after the desktop was asked to open a link."""
    if target.is_mail and opened:
        return _("Your mail program was asked to open it. If nothing appears, save the letter.")
    if target.is_mail:
        return _("It could not be opened from here: save the letter.")
    if opened:
        return _("Your browser was asked to open it. If nothing appears, use the address or the QR code.")
    return _("It could not be opened from here: use the address or the QR code.")


def clipboard_message(*, copied: bool) -> str:
    """Return what is said after a text was passed to the clipboard."""
    return _(COPIED) if copied else _(NOT_COPIED)


def _advice(target: LinkTarget) -> str:
    """Return what opening the link does, or what to do instead."""
    if target.is_mail and target.opens:
        return _("Nothing is sent by this program.")
    if target.is_mail:
        return _("No mail program can be opened from here. Save the letter as a mail draft instead.")
    if target.opens:
        return _("It opens in your own browser, outside this program. You sign in there, never here.")
    if not is_web_address(target.url):
        return _("This is not a web address, so it is not opened.")
    return _("No browser can be opened from here. Type the address elsewhere, or show the QR code to your phone.")


def _choices(target: LinkTarget) -> Iterator[PageChoice]:
    if target.opens:
        label = _("Open it in the mail program") if target.is_mail else _("Open it in the browser")
        yield PageChoice("open", label, OpenAddress())
    if not target.is_mail:
        yield PageChoice("copy", _("Copy the address"), CopyAddress())
    if target.has_code:
        yield PageChoice("qr", _("Show it as a QR code for the phone"), ShowCode())
