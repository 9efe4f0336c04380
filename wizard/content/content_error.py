"""Errors in content files, located by data: no code has to parse a message to learn what it is about."""

from pathlib import Path

from wizard.errors import WizardError


class ContentError(WizardError):
    """An error in one place of a content file.

    `problem` is the sentence without the place. `line` counts from one; 0 means unknown. `part` names a table of the file
    as the places of `check` do, for example "[[links]] 1"; "" means the whole file. `fields` is the path of field names
    below that table which leads to the error; it is empty if a field is missing, since that has no line.
    """

    def __init__(
        self, file: Path | str, problem: str, next_step: str, *, line: int = 0, part: str = "", fields: tuple[str, ...] = ()
    ) -> None:
        place = f"{file}{f', line {line}' if line else ''}{f' {part}' if part else ''}"
        super().__init__("content-error", place=place, problem=problem, advice=next_step)
        self.file = file
        self.problem = problem
        self.next_step = next_step
        self.line = line
        self.part = part
        self.fields = fields


class ContentFileError(ContentError):
    """An error of a content file as a whole; `predicate` completes a sentence about it, as in "is missing."."""

    def __init__(self, file: Path | str, predicate: str, next_step: str) -> None:
        super().__init__(file, f"the file {predicate}", next_step)
        self.code = "content-file-error"
        self.values = {"file": file, "predicate": predicate, "advice": next_step}
