"""The one door to the outside: it says where a link leads, and opens it only when told so."""

from wizard.export.qr import in_signs
from wizard.services.outbox import has_browser, is_web_address, open_in_browser

from .talk import Talk
from .teller import Row

HELP = "Where the link leads. Nothing is opened before you say so."
OPENS = "It opens in your own browser, outside this program. You sign in there, never here."
NO_BROWSER = "No browser can be opened from here. Type the address elsewhere, or show the QR code to your phone."
PICTURE = "A QR code is a picture made of number signs. A voice cannot read it; a phone's camera can. Show it?"


def link(talk: Talk, label: str, url: str) -> None:
    """Say the address, and what one can do with it."""
    talk.teller.title(label)
    talk.say(url)
    able = has_browser(talk.env) and is_web_address(url)
    talk.say(OPENS if able else NO_BROWSER)
    rows = [Row("open", "Open it in the browser")] if able else []
    while (chosen := talk.pick("This link:", [*rows, Row("qr", "Show it as a QR code")], HELP)) is not None:
        if chosen == "qr":
            if talk.sure(PICTURE):
                talk.say(in_signs(url))
        elif open_in_browser(url, talk.env):
            talk.say("Your browser was asked to open it. If nothing appears, use the address or the QR code.")
            return
        else:
            talk.say("There is no browser here. Use the address or the QR code.")
