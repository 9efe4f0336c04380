"""The worker process: counts the chunks that it receives and returns one result for each file.

It reads requests from standard input, writes responses to standard output, opens no file, and ends when its input ends.
`WorkerProcess` is the other side.
"""

# The protocol. Both sides are the same version of the program, so nothing is negotiated.
#
#   request   REQUEST header (7 bytes, little-endian), then `length` bytes of records
#             CHUNK, SINGLE   count these records with record_readers()[reader] for SERVICES[service]; no response
#             END_OF_FILE     reader, service and length are 0; return the counts since the last END_OF_FILE
#   response  RESPONSE header (4 bytes: the length), then a MessagePack map as returned by encode_counts
#
# Responses come in the order of the END_OF_FILE requests. A chunk with a wrong boundary cannot be split again here, since the
# main process has gone on: the response says `valid: False`, and the main process reads the whole file again by itself.

import gc
import signal
import sys
from struct import Struct
from typing import BinaryIO

import msgspec

from .file_count import FileCount
from .kind import SERVICES, record_readers

REQUEST = Struct("<BBBI")
"""The header of a request: what to do, index of the record reader, index of the service, length of the records in bytes."""
CHUNK, SINGLE, END_OF_FILE = 0, 1, 2
RESPONSE = Struct("<I")
"""The header of a response: its length in bytes."""


def main() -> None:
    """Count until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches both processes; the main process ends this one
    gc.disable()  # records hold no reference cycles, and searching for some takes time
    serve(sys.stdin.buffer, sys.stdout.buffer)


def serve(requests: BinaryIO, responses: BinaryIO) -> None:
    """Handle requests until they end; write one response for each file."""
    readers, count, is_valid = record_readers(), FileCount(), True
    while len(header := requests.read(REQUEST.size)) == REQUEST.size:
        command, reader, service, length = REQUEST.unpack(header)
        data = requests.read(length)
        if command == END_OF_FILE:
            response = msgspec.msgpack.encode(encode_counts(count, is_valid=is_valid))
            responses.write(RESPONSE.pack(len(response)) + response)
            responses.flush()
            count, is_valid = FileCount(), True
        else:
            is_valid = count.count_records(data, readers[reader], SERVICES[service], is_single=command == SINGLE) and is_valid


def encode_counts(count: FileCount, *, is_valid: bool) -> dict[str, object]:
    """Return the counts of a file in plain values; `is_valid` says whether all of its chunks were valid JSON."""
    tallies = {service: tally.to_plain() for service, tally in count.tallies.items()}
    return {"valid": is_valid, "understood": count.understood, "skipped": count.skipped, "tallies": tallies}


if __name__ == "__main__":
    main()
