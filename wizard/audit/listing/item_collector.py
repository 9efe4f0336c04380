"""Read the items of an export: a second pass over the lists that hold single items."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from wizard.audit.decode import MalformedJsonError, decode_chunk, decode_record
from wizard.audit.export_parts import ExportParts
from wizard.audit.export_reader import ProgressCallback, open_record_stream
from wizard.audit.json_stream import Chunk
from wizard.audit.kind import RecordReader
from wizard.audit.manifest import ExportFile
from wizard.audit.read_problems import PartName, UnreadableFileError

from .item_store import ItemStore


def collect_items(paths: Sequence[Path], store: ItemStore, progress: ProgressCallback = lambda _done, _total: None) -> None:
    """Put the items of the parts of an export into the store. What cannot be read is left out: the report names it."""
    with ExportParts(lambda: progress(0, 0)) as parts:
        for number, path in enumerate(paths, 1):
            parts.add(path, PartName(number, len(paths)))
        files = [file for file in parts.select_files().accepted_files() if _has_items(file)]
        total, done = sum(file.size for file in files), 0

        def counted(blocks: Iterator[bytes]) -> Iterator[bytes]:
            """Yield the blocks; each is reported as done once it has been used."""
            nonlocal done
            for block in blocks:
                yield block
                done += len(block)
                progress(done, total)

        for file in files:
            _collect_from_file(file, counted(file.blocks()), store)


def _has_items(file: ExportFile) -> bool:
    return any(reader.items for reader in file.plan.readers.values())


def _collect_from_file(file: ExportFile, blocks: Iterator[bytes], store: ItemStore) -> None:
    stream, plan, begun = open_record_stream(file, blocks), file.plan, set[str]()
    try:
        for chunk in stream.chunks():
            if chunk.key not in begun:
                begun.add(chunk.key)
                plan = plan.with_form_of(chunk)
            reader = plan.readers[chunk.key]
            if reader.items and not _collect_from_chunk(chunk, reader, file, store):
                stream.reject(chunk)
    except (UnreadableFileError, OSError):
        return  # what was read so far is listed, and the report says that the rest is missing


def _collect_from_chunk(chunk: Chunk, reader: RecordReader, file: ExportFile, store: ItemStore) -> bool:
    """Add the items of a chunk. Returns False, and adds nothing, if a chunk of several records is not valid JSON."""
    if reader.items is None:
        return True
    decode = decode_record if chunk.is_single else decode_chunk
    try:
        records, _ = decode(reader.items.record, chunk.data)
    except MalformedJsonError:
        return False
    store.add(file.plan.services[chunk.key], file.label, reader.items.items(records))
    return True
