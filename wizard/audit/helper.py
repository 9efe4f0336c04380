"""The second process: it is handed runs of records and hands back what it counted in each file.

It is told everything on its standard input, knows no file, and ends when the input ends.
"""

import gc
import signal
import sys
from struct import Struct
from typing import BinaryIO

import msgspec

from .count import Count
from .kind import SERVICES, readers

ORDER = Struct("<BBBI")
"""What to do, the number of the reader, that of the service, and the length of the records that follow."""
RUN, ALONE, DONE = 0, 1, 2
ANSWER = Struct("<I")


def main() -> None:
    """Count until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started this process ends it
    gc.disable()  # records hold no circles, and looking for some takes time
    work(sys.stdin.buffer, sys.stdout.buffer)


def work(orders: BinaryIO, answers: BinaryIO) -> None:
    """Follow the orders; one answer for each file."""
    known, count, held = readers(), Count(), True
    while len(head := orders.read(ORDER.size)) == ORDER.size:
        what, reader, service, length = ORDER.unpack(head)
        data = orders.read(length)
        if what == DONE:
            answer = msgspec.msgpack.encode(packed(count, held=held))
            answers.write(ANSWER.pack(len(answer)) + answer)
            answers.flush()
            count, held = Count(), True
        else:
            held = count.take(data, known[reader], SERVICES[service], alone=what == ALONE) and held


def packed(count: Count, *, held: bool) -> dict[str, object]:
    """What was counted in a file, in plain values."""
    tallies = {service: tally.packed() for service, tally in count.tallies.items()}
    return {"held": held, "understood": count.understood, "lost": count.lost, "tallies": tallies}


if __name__ == "__main__":
    main()
