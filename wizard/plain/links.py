"""The one door to the outside: it says where a link leads, and opens it only when told so."""

from urllib.parse import unquote

from wizard.core.address import MAIL, is_openable
from wizard.services.outbox import has_browser, open_in_browser, send_to_clipboard

from .talk import Talk
from .teller import Row

HELP = "Where the link leads. Nothing is opened before you say so."
OPENS = "It opens in your own browser, outside this program. You sign in there, never here."
NO_BROWSER = "No browser can be opened from here. Type the address elsewhere, or show the QR code to your phone."
SENDS_NOTHING = "Nothing is sent by this program."
NO_MAIL = "No mail program can be opened from here. Save the letter as a mail draft instead."
COPIED = "Sent to the clipboard; paste to see whether it arrived."
NOT_COPIED = "There is no clipboard that this program could reach."
PICTURE = "A QR code is a picture made of signs. A voice cannot read it; a phone's camera can. Show it?"
LONGEST_CODE = 400
"""A longer address makes a code that no phone could scan from a terminal."""


def link(talk: Talk, label: str, url: str) -> None:
    """Say the address, and what one can do with it."""
    talk.teller.title(label)
    talk.say(_address(url), _advice(talk, url))
    program = "mail program" if _is_mail(url) else "browser"
    rows = [Row("open", f"Open it in the {program}")] if _opens(talk, url) else []
    if not _is_mail(url):
        rows += [Row("copy", "Copy the address")]
        rows += [Row("qr", "Show it as a QR code for the phone")] if len(url) <= LONGEST_CODE else []
    while rows and (chosen := talk.pick("This link:", rows, HELP)) is not None:
        if chosen == "qr":
            if talk.sure(PICTURE, HELP):
                talk.teller.code(url)
        elif chosen == "copy":
            talk.say(COPIED if send_to_clipboard(url, talk.env, talk.teller.pass_on) else NOT_COPIED)
        else:
            _open(talk, url)
            return


def _open(talk: Talk, url: str) -> None:
    program, instead = ("mail program", "save the letter") if _is_mail(url) else ("browser", "use the address or the QR code")
    if open_in_browser(url, talk.env):
        talk.say(f"Your {program} was asked to open it. If nothing appears, {instead}.")
    else:
        talk.say(f"It could not be opened from here: {instead}.")


def _opens(talk: Talk, url: str) -> bool:
    return has_browser(talk.env) and is_openable(url)


def _is_mail(url: str) -> bool:
    return url.startswith(MAIL)


def _address(url: str) -> str:
    """What is said of an address; of a new message only its subject."""
    return f"Subject: {unquote(url.partition('&')[0].removeprefix(f'{MAIL}?subject='))}" if _is_mail(url) else url


def _advice(talk: Talk, url: str) -> str:
    if _is_mail(url):
        return SENDS_NOTHING if _opens(talk, url) else NO_MAIL
    return OPENS if _opens(talk, url) else NO_BROWSER
