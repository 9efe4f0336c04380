"""What an export shows: worst first with the step that mends it, then each service with its years; saved or kept on request."""

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.audit.compare import Comparison
from wizard.audit.report import Report, ServiceReport
from wizard.audit.worst import NAMES, Concern, numbers, worst_first
from wizard.core.case import Case
from wizard.core.findings import SETTING, read_findings
from wizard.export.audit import words
from wizard.services.audits import mending
from wizard.tui.keys import BACK, Key
from wizard.tui.messages import FindingsWanted
from wizard.tui.widgets.choices import PlainList
from wizard.tui.widgets.frame import KeyBar
from wizard.tui.widgets.hanging import Hanging, Hung, Row, row
from wizard.tui.widgets.prose import ACCENT, ALERT, GOOD, QUIET, STRONG, said
from wizard.tui.widgets.years import YearChart

from .base import SCROLLING, CaseScreen
from .dialog import CLOSE, Dialog

OPEN = Key("enter", "open", "open step", "Open the step that mends what is under the cursor.")
KEEP = Key("k", "keep", "keep", "Keep the numbers, and nothing else, so that your plan speaks of them.", records=True)
NOT_KEPT = "Nothing of this is kept when you leave. k keeps the numbers, and nothing else, so that your plan speaks of them."
KEPT = "The numbers are kept on this computer, and nothing else. Your plan speaks of them."
NO_STEP = "No step mends this."
NOT_YOURS = "Your answers left this step out of your plan. Change them with a on the board."
TITLE = "Your data export"
FORMATS = {
    "html": "A page to print, with charts, .html",
    "txt": "Plain text, .txt",
    "json": "JSON for programs, .json",
}
FILE = "my-photo-audit"


class AuditReportScreen(CaseScreen):
    """The report, and what one can do with it."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        OPEN,
        KEEP,
        Key("s", "save", "save", "Save the report as a page, as text or as JSON."),
        BACK,
        Key("question_mark", "app.help", "help", "Show all keys.", "?"),
        *SCROLLING,
    )
    PURPOSE = "What your export shows, worst first. Enter opens the step that mends it. Page down leads to the numbers by year."

    def __init__(self, report: Report, comparison: Comparison | None) -> None:
        super().__init__()
        self._report, self._comparison = report, comparison
        self._worst: tuple[Concern, ...] = ()

    def _parts(self) -> list[Widget]:
        report = self._report
        title = Static(words.TITLE, classes="big")
        if report.html:
            return [title, Hanging(_how()), *_listed("What could not be read", report.unreadable, sign="!  ")]
        changed = self._comparison
        return [
            title,
            Static(said(f"{words.files_line(report)} {words.READ_HERE}"), classes="quiet"),
            *([Static(said(words.comparison_head(changed), GOOD), classes="text")] if changed else []),
            Static(said(words.worst_head(report), STRONG), id="worst-title"),
            PlainList("worst"),
            Static(id="keeping", classes="quiet"),
            *_section("What has changed", _changes(changed) if changed else ()),
            *(part for service in report.services for part in _service(service)),
            *_listed("What no export can show", words.LIMITS),
            *_listed("What could not be read", report.unreadable, sign="!  "),
        ]

    @property
    def live_keys(self) -> tuple[Key, ...]:
        """Where nothing was counted there is no step to open and nothing to keep."""
        return tuple(key for key in self.KEYS if not (self._report.html and key in (OPEN, KEEP)))

    def _show(self, case: Case) -> None:
        report = self._report
        self.query_one(KeyBar).say(self.live_keys)
        self._worst = worst_first(report, mending(case))[: words.MOST]
        if report.html:
            self.title_line.say(TITLE)
            return
        is_kept = self._is_kept()
        self.title_line.say(TITLE, "numbers kept" if is_kept else "nothing kept")
        self.query_one("#worst-title").set_class(not self._worst, "gone")
        listed = self.query_one("#worst", PlainList)
        listed.show(Option(_concern(case, each, report), id=each.id) for each in self._worst)
        listed.set_class(not self._worst, "gone")
        self.query_one("#keeping", Static).update(said(KEPT if is_kept else NOT_KEPT))

    def _is_kept(self) -> bool:
        kept = read_findings(self.wizard.session.settings.get(SETTING))
        own = {each.id: each.times for each in numbers(self._report)}
        return kept.on == self.wizard.session.today and own.items() <= {id: each.times for id, each in kept.found.items()}.items()

    @on(OptionList.OptionSelected, "#worst")
    def _open(self, event: OptionList.OptionSelected) -> None:
        step = next((each.step for each in self._worst if each.id == event.option_id), "")
        if not step:
            self.wizard.tell(NO_STEP)
        elif self.wizard.case.entry(step):
            self.wizard.go("step.StepScreen", step)
        else:
            self.wizard.tell(NOT_YOURS)

    def action_keep(self) -> None:
        """Keep the numbers, so that the plan speaks of them."""
        if not self._report.html:
            self.submit(FindingsWanted(self._report))

    def action_save(self) -> None:
        """Ask in which format, then where to."""
        self.wizard.show(AuditFormatDialog(self._report, self._comparison))


class AuditFormatDialog(Dialog):
    """In which format the report is saved."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("enter", "take", "choose", "Take the format under the cursor."), CLOSE)
    PURPOSE = "The report can be saved to look at, to print, or for a program. It holds numbers, and nothing you wrote."

    def __init__(self, report: Report, comparison: Comparison | None) -> None:
        super().__init__()
        self._report, self._comparison = report, comparison

    def _parts(self) -> list[Widget]:
        return [Static("Save the report as", classes="big"), PlainList("formats")]

    def on_mount(self) -> None:
        """Offer the formats."""
        self.query_one(PlainList).show(Option(said(each), id=id) for id, each in FORMATS.items())

    @on(OptionList.OptionSelected)
    def _taken(self, event: OptionList.OptionSelected) -> None:
        from .ask import SaveDialog

        format = event.option_id or "txt"
        self.leave(SaveDialog(f"{FILE}.{format}", self._document(format)))

    def _document(self, format: str) -> str:
        case = self.wizard.case
        worst = worst_first(self._report, mending(case))
        if format == "json":
            from wizard.export.audit.data import audit_json

            return audit_json(self._report, worst, self._comparison)
        from wizard.export.audit.html import audit_html
        from wizard.export.audit.text import audit_text

        titles = {each.step: case.library.steps[each.step].title for each in worst if each.step}
        return (audit_html if format == "html" else audit_text)(self._report, worst, titles, self._comparison)


def _concern(case: Case, concern: Concern, report: Report) -> Hung:
    """What was found, and below it the step that mends it."""
    told = words.finding(concern, report)
    found = row(told[:1].upper() + told[1:])
    if not concern.step:
        return Hung(found)
    title = case.library.steps[concern.step].title
    left_out = "" if case.entry(concern.step) else " (left out of your plan)"
    return Hung(found, row(said(f"{title}{left_out}", QUIET), said("→ ", QUIET)))


def _service(service: ServiceReport) -> Iterator[Widget]:
    """One service: who sees the account, its years as a picture, and what there is."""
    years = words.since(service)
    yield Static(said(f"{NAMES[service.service]}{', ' if years else ''}{years}", STRONG))
    account = [row(line) for line in words.account_lines(service)]
    yield from [Hanging(account)] if account else []
    kinds, found = words.charted(service)
    if any(value for _, value in found):
        yield Static(said(f"{kinds[:1].upper()}{kinds[1:]} by year (UTC)", QUIET))
        yield YearChart(found)
    counted = words.rows(service)
    longest = max((len(value) for _, value in counted), default=0)
    yield Hanging(row(label, said(f"{value:>{longest}}  ", ACCENT)) for label, value in counted)
    if len(words.kinds_by_year(service)) > 1:
        yield Static(said("Everything by year (UTC)", QUIET))
        yield Hanging(row(told, said(f"{year}  ", QUIET)) for year, told in words.told_by_year(service))


def _changes(comparison: Comparison) -> Iterator[Row]:
    yield from map(row, words.comparison_notes(comparison))
    for change in comparison.kinds:
        if change.difference:
            yield row(words.change_line(change), "·  ")
    for name, year, told in words.changes_by_year(comparison):
        yield row(said(f"{year}, {name}: {told}", QUIET), "   ")


def _how() -> Iterator[Row]:
    yield row(words.HOW_TO_GET_JSON[0])
    for number, step in enumerate(words.HOW_TO_GET_JSON[1:], 1):
        yield row(step, said(f"{number}  ", ACCENT))


def _listed(title: str, texts: tuple[str, ...], sign: str = "·  ") -> Iterator[Widget]:
    """A list under a title; what is wrong stands out."""
    style = QUIET if sign.startswith("·") else ALERT
    yield from _section(title, [row(text, said(sign, style)) for text in texts])


def _section(title: str, rows: "Iterator[Row] | list[Row] | tuple[()]") -> Iterator[Widget]:
    found = list(rows)
    if found:
        yield Static(said(title, STRONG))
        yield Hanging(found)
