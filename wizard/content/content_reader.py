"""Read records from content files. What has an error is reported: the program stops there, the check collects all of them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Any, TypeVar

from .content_error import ContentError, DecodeError, FieldPath, content_error_from
from .content_files import ContentFiles
from .decoder import RecordFormat, content_fields, decode_table

R = TypeVar("R")
T = TypeVar("T")
ErrorReport = Callable[[ContentError], None]
"""What is done with an error. If it returns, the record is left out and reading goes on."""


def raise_error(error: ContentError) -> None:
    """Stop at the first error."""
    raise error


class LazyMapping(Mapping[str, T]):
    """Records by id: their file is parsed on first use, and each is built once, when it is asked for."""

    def __init__(self, parse: Callable[[], Mapping[str, R]], build: Callable[[str, R], T]) -> None:
        raw_records: Callable[[], Mapping[str, Any]] = cache(parse)
        self._raw_records = raw_records
        self._build: Callable[[str], T] = cache(lambda id: build(id, raw_records()[id]))

    def __getitem__(self, id: str) -> T:
        return self._build(id)

    def __contains__(self, id: object) -> bool:
        return id in self._raw_records()

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw_records())

    def __len__(self) -> int:
        return len(self._raw_records())


class ContentReader:
    """Reads the files of a content folder.

    Files of the index are known to be valid, so most of their records are built on first use.
    """

    def __init__(self, files: ContentFiles, report: ErrorReport = raise_error) -> None:
        self.files = files
        self.error_count = 0
        self._report = report

    def report(self, error: ContentError) -> None:
        """Report an error."""
        self.error_count += 1
        self._report(error)

    def attempt(self, place: str, read: Callable[[], T], *, within: FieldPath = (), row: str = "") -> tuple[T, ...]:
        """Return what `read` returns, or nothing if it raises an error. `within` or `row` say where in the file it reads."""
        try:
            return (read(),)
        except DecodeError as error:
            for problem in error.problems:
                self.report(content_error_from(self.files.root / place, problem._replace(path=(*within, *problem.path)), row))
        except ContentError as error:
            self.report(error)
        return ()

    def pages(self, folder: str, form: RecordFormat[T]) -> Mapping[str, T]:
        """Return the records of a folder of Markdown files, by the names of the files."""
        return self.by_file(folder, ".md", partial(self.page, form))

    def page(self, form: RecordFormat[T], id: str, place: str, **given: object) -> T:
        """Build the record of a Markdown file with front matter. Raises DecodeError or ContentError."""
        page = self.files.page(place)
        return decode_table(form, page.fields, id=id, **given, **{form.body: page.text})

    def by_file(self, folder: str, ending: str, build: Callable[[str, str], T]) -> Mapping[str, T]:
        """Return what `build` makes of each file of a folder, by the names of the files."""
        places = {file_id(place): place for place in self.files.list_files(folder, ending)}
        if self.files.proven:
            return LazyMapping(lambda: places, build)
        return {id: record for id, place in places.items() for record in self.attempt(place, partial(build, id, place))}

    def records(self, place: str, form: RecordFormat[T]) -> Mapping[str, T]:
        """Return the records of a TOML file with a table for each."""
        return self.by_id(place, lambda id, table: decode_table(form, table, id=id))

    def by_id(self, place: str, build: Callable[[str, object], T]) -> Mapping[str, T]:
        """Return what `build` makes of each value of a TOML file, by its name. An invalid one does not hide the others."""
        if self.files.proven:
            return LazyMapping(partial(self.files.table, place), build)
        return {
            id: record
            for table in self.attempt(place, partial(self.files.table, place))
            for id, value in table.items()
            for record in self.attempt(place, partial(build, id, value), within=(id,))
        }

    def rows(self, place: str, form: RecordFormat[T]) -> Mapping[str, T]:
        """Return the records of a CSV file by their first cells. A file with wrong columns or cells has none."""
        columns = tuple(content_fields(form))

        def build(_: str, row: Mapping[str, str]) -> T:
            return decode_table(form, {column: cell for column, cell in row.items() if cell})

        if self.files.proven:
            return LazyMapping(lambda: {row[columns[0]]: row for row in self.files.rows(place)}, build)
        rows = self._well_formed_rows(place, columns)
        return {
            id: record
            for row in rows
            for id in [row[columns[0]]]
            for record in self.attempt(place, partial(build, id, row), row=id)
        }

    def _well_formed_rows(self, place: str, columns: Sequence[str]) -> Sequence[Mapping[str, str]]:
        """Return the rows of a CSV file as they are written, or none if any of them has the wrong number of cells."""
        from .csv_rows import malformed_rows

        for text in self.attempt(place, partial(self.files.text, place)):
            errors = list(malformed_rows(self.files.root / place, text, columns))
            for error in errors:
                self.report(error)
            if not errors:
                return [row for rows in self.attempt(place, partial(self.files.rows, place)) for row in rows]
        return ()


def file_id(place: str) -> str:
    """Return the name of a file without folder and suffix, which is the id of its record."""
    return place.rpartition("/")[2].partition(".")[0]
