"""The second process: it is handed runs of records and hands back what it counted in each file.

It is told everything on its standard input, knows no file, and ends when the input ends.
"""

import gc
import signal
import sys
from struct import Struct
from typing import BinaryIO

import msgspec

from .file_count import FileCount
from .kind import SERVICES, record_readers

REQUEST = Struct("<BBBI")
"""What to do, the number of the reader, that of the service, and the length of the records that follow."""
RUN, SINGLE, DONE = 0, 1, 2
RESPONSE = Struct("<I")


def main() -> None:
    """Count until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started this process ends it
    gc.disable()  # records hold no circles, and looking for some takes time
    serve(sys.stdin.buffer, sys.stdout.buffer)


def serve(orders: BinaryIO, answers: BinaryIO) -> None:
    """Follow the orders; one answer for each file."""
    known, count, held = record_readers(), FileCount(), True
    while len(head := orders.read(REQUEST.size)) == REQUEST.size:
        what, reader, service, length = REQUEST.unpack(head)
        data = orders.read(length)
        if what == DONE:
            answer = msgspec.msgpack.encode(encode_counts(count, held=held))
            answers.write(RESPONSE.pack(len(answer)) + answer)
            answers.flush()
            count, held = FileCount(), True
        else:
            held = count.count_records(data, known[reader], SERVICES[service], alone=what == SINGLE) and held


def encode_counts(count: FileCount, *, held: bool) -> dict[str, object]:
    """What was counted in a file, in plain values."""
    tallies = {service: tally.to_plain() for service, tally in count.tallies.items()}
    return {"held": held, "understood": count.understood, "lost": count.skipped, "tallies": tallies}


if __name__ == "__main__":
    main()
