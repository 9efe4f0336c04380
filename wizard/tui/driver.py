"""Make Textual accept any bytes from the terminal."""

import sys
from codecs import getincrementaldecoder
from functools import partial


def accept_any_bytes() -> None:
    """Decode bytes that are not UTF-8 as U+FFFD; Textual stops reading keys at the first of them.

    https://github.com/Textualize/textual/issues/6456
    """
    if sys.platform == "win32":
        return
    from textual.drivers import linux_driver

    linux_driver.getincrementaldecoder = lambda encoding: partial(getincrementaldecoder(encoding), "replace")  # type: ignore[attr-defined]
