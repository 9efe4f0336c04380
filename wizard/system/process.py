"""Other processes of this computer."""

import os
import sys


def has_ended(number: int) -> bool:
    """Return True if no process has this number any more. On Windows this cannot be told, and the answer is False."""
    if sys.platform == "win32":  # there, a signal of 0 would end the other program
        return False
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):  # it belongs to another user, or there can be no such number
        return False
    return False
