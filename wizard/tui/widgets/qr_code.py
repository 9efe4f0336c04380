"""A web address as a QR code that a phone can read, with the address below it."""

from functools import lru_cache

from textual.content import Content
from textual.widgets import Static

from wizard.export.qr import qr_half_blocks

from .styled_text import QUIET, stack_lines, styled

DARK_ON_LIGHT = "black on white"
LONGEST_CODED = 300


@lru_cache(maxsize=32)
def code_rows(url: str) -> Content:
    """Return the code as rows of half blocks, dark on light in every theme."""
    return stack_lines(styled(row, DARK_ON_LIGHT) for row in qr_half_blocks(url).splitlines())


def code_columns(url: str) -> int:
    """Return how many columns the code of an address takes."""
    return len(code_rows(url).plain.partition("\n")[0])


class QrCode(Static):
    """The code of an address; without an address it takes no room."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id, classes="gone")
        self._url = ""

    @property
    def columns(self) -> int:
        """How wide the code is; 0 without an address."""
        return code_columns(self._url) if self._url else 0

    def show(self, label: str, url: str) -> None:
        """Show the code of this address, and below it, not wider than the code, which link it is."""
        if not url.startswith("https://") or len(url) > LONGEST_CODED:
            url = ""
        if url != self._url:
            self._url = url
            self.set_class(not url, "gone")
            if url:
                self.update(stack_lines([code_rows(url), *styled(label, QUIET).wrap(self.columns)]))
