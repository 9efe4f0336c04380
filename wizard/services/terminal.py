"""The terminal itself: whether it is still there, and what to do with words that nobody can read any more."""

import os


def is_gone() -> bool:
    """Tell whether the window has closed: what waits for its line, or writes to it, would fail or hang."""
    import select

    poll = select.poll()
    poll.register(0, 0)
    signs = select.POLLHUP | select.POLLERR | select.POLLNVAL
    return any(found & signs for _, found in poll.poll(0))


def fall_silent(*descriptors: int) -> None:
    """Nothing more is written there, not even at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for descriptor in descriptors:
        os.dup2(nowhere, descriptor)
