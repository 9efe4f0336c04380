"""The audit report: risks with the steps that resolve them, worst first; then each service."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.audit.compare import Comparison
from wizard.audit.listing.item_loader import ItemLoader
from wizard.audit.report import AuditReport, ServiceReport
from wizard.audit.risks import findings_from_report
from wizard.core.findings import SETTING, read_findings
from wizard.core.snapshot import Snapshot
from wizard.i18n import _
from wizard.tui.keys import BACK, QUIET_LEAVE, Key
from wizard.tui.messages import KeepFindingsRequested
from wizard.tui.widgets.advice_option import AdviceOption
from wizard.tui.widgets.bar_chart import BarChart, small_columns
from wizard.tui.widgets.frame import KeyBar
from wizard.tui.widgets.hanging_text import HangingText, Row, hanging_row
from wizard.tui.widgets.option_lists import ItemList
from wizard.tui.widgets.styled_text import ACCENT, ALERT, GOOD, QUIET, STRONG, concat, styled
from wizard.views import audit_comparison, audit_drawing, audit_messages, audit_sentences, help_texts, key_texts
from wizard.views.audit_account import account_lines
from wizard.views.audit_files import files_line
from wizard.views.audit_report import AuditPage, StepAdvice, build_audit_page, has_items

from .base import SCROLLING, WizardScreen
from .format_dialog import FormatDialog

OPEN = Key("enter", "open", key_texts.OPEN_ADVICE)
ITEMS = Key("i", "items", key_texts.SHOW_ITEMS)
KEEP = Key("k", "keep", key_texts.KEEP_FINDINGS, records=True)


class AuditReportScreen(WizardScreen):
    """The report, and what the user can do with it."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        OPEN,
        ITEMS,
        KEEP,
        Key("s", "save", key_texts.SAVE_REPORT),
        BACK,
        QUIET_LEAVE,
        Key("question_mark", "app.help", key_texts.ALL_KEYS, "?"),
        *SCROLLING,
    )
    PURPOSE = help_texts.AUDIT_REPORT

    def __init__(self, report: AuditReport, comparison: Comparison | None, paths: Sequence[Path] = ()) -> None:
        super().__init__()
        self._report, self._comparison = report, comparison
        self._loader = ItemLoader(paths)
        self._page = AuditPage(report, comparison=comparison)

    def _body_widgets(self) -> list[Widget]:
        report = self._report
        title = Static(_(audit_sentences.TITLE), classes="big")
        if report.is_html_export:
            return [
                title,
                *_incomplete_warning(report),
                HangingText(_instruction_rows()),
                *_text_section(_(audit_sentences.UNREAD_TITLE), audit_sentences.unread_lines(report), sign="!  "),
            ]
        comparison = self._comparison
        return [
            title,
            *_incomplete_warning(report),
            HangingText([hanging_row(audit_sentences.date_line(report))], classes="quiet"),
            HangingText(_overview_rows(report)),
            *([_comparison_summary(comparison)] if comparison else []),
            Static(styled(audit_sentences.ranking_title(report), STRONG), id="worst-title"),
            ItemList("worst"),
            Static(id="keeping", classes="quiet"),
            Static(styled(f"{files_line(report)} {_(audit_sentences.READ_HERE)}"), classes="quiet"),
            *_titled_section(_(audit_sentences.CHANGES_TITLE), _change_rows(comparison) if comparison else ()),
            *(part for service in report.services for part in _service_widgets(service)),
            Static(styled(" ".join(audit_drawing.counting_notes(report))), classes="quiet"),
            *_text_section(_(audit_sentences.LIMITS_TITLE), audit_sentences.export_limits()),
            *_text_section(_(audit_sentences.UNREAD_TITLE), audit_sentences.unread_lines(report), sign="!  "),
        ]

    @property
    def active_keys(self) -> tuple[Key, ...]:
        """Without opening and keeping if nothing was counted, and without items if the export is not at hand."""
        hidden = (OPEN, ITEMS, KEEP) if self._report.is_html_export else () if self._loader.paths else (ITEMS,)
        return tuple(key for key in self.KEYS if key not in hidden)

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        report = self._report
        self.query_one(KeyBar).say(self.active_keys)
        self._page = build_audit_page(report, snapshot, self._comparison)
        if report.is_html_export:
            self.title_line.say(_(audit_messages.PAGE_TITLE))
            return
        is_saved = self._findings_are_saved()
        kept_status = audit_messages.KEPT_STATUS if is_saved else audit_messages.NOT_KEPT_STATUS
        self.title_line.say(_(audit_messages.PAGE_TITLE), _(kept_status))
        advice = self._page.advice
        self.query_one("#worst-title").set_class(not advice, "gone")
        advice_list = self.query_one("#worst", ItemList)
        advice_list.show(
            Option(_advice_option(number, each, report), id=each.risks[0].id) for number, each in enumerate(advice, 1)
        )
        advice_list.set_class(not advice, "gone")
        self.query_one("#keeping", Static).update(styled(_(audit_messages.KEPT if is_saved else audit_messages.NOT_KEPT)))

    def _findings_are_saved(self) -> bool:
        saved = read_findings(self.wizard_app.session.settings.get(SETTING))
        current = {each.id: each.occurrences for each in findings_from_report(self._report)}
        return (
            saved.on == self.wizard_app.session.today
            and current.items() <= {id: each.occurrences for id, each in saved.by_id.items()}.items()
        )

    @on(OptionList.OptionSelected, "#worst")
    def _open(self, event: OptionList.OptionSelected) -> None:
        step = next((each.step for each in self._page.advice if each.risks[0].id == event.option_id), "")
        if not step:
            self.wizard_app.show_status(_(audit_messages.NO_STEP))
        elif self.wizard_app.snapshot.step(step):
            self.wizard_app.open_screen("step.StepScreen", step)
        else:
            self.wizard_app.show_status(
                _(audit_messages.NOT_YOURS if self.wizard_app.snapshot.steps else audit_messages.NOT_ASKED)
            )

    def action_items(self) -> None:
        """Show the items behind the step under the cursor."""
        option = self.query_one("#worst", ItemList).highlighted_option if self._page.advice else None
        advice = next((each for each in self._page.advice if option and each.risks[0].id == option.id), None)
        if advice is None or not self._loader.paths:
            return
        if has_items(advice):
            self.wizard_app.open_screen("audit_items.AuditItemsScreen", advice, self._loader, self._report.incomplete)
        else:
            self.wizard_app.show_status(_(audit_messages.NO_ITEMS))

    def on_unmount(self) -> None:
        """Remove the items that were read."""
        self._loader.close()

    def action_keep(self) -> None:
        """Store the findings, so that the plan uses them."""
        if not self._report.is_html_export:
            self.submit(KeepFindingsRequested(self._report))

    def action_save(self) -> None:
        """Ask for the format, then for the path."""
        make = partial(_report_document, self._page)
        self.wizard_app.show(
            FormatDialog(
                audit_messages.SAVE_AS, audit_messages.FILE_FORMATS, audit_messages.FILE_NAME, help_texts.AUDIT_FORMAT, make
            )
        )


def _report_document(page: AuditPage, extension: str) -> str:
    if extension == "json":
        from wizard.export.audit.json import audit_json

        return audit_json(page)
    from wizard.export.audit.html import audit_html
    from wizard.export.audit.text import audit_text

    return audit_html(page) if extension == "html" else audit_text(page)


def _comparison_summary(comparison: Comparison) -> Widget:
    """Return what may mislead, then what has changed in one line."""
    cautions = [hanging_row(caution, styled("!  ", ALERT)) for caution in audit_comparison.comparison_cautions(comparison)]
    return HangingText([*cautions, hanging_row(styled(audit_comparison.comparison_head(comparison), GOOD))])


def _incomplete_warning(report: AuditReport) -> Iterator[Widget]:
    lines = [audit_sentences.incomplete_line(report), *audit_sentences.limited_lines(report)]
    if rows := [hanging_row(line, styled("!  ", ALERT)) for line in lines if line]:
        yield HangingText(rows)


def _advice_option(number: int, advice: StepAdvice, report: AuditReport) -> AdviceOption:
    """Return what a step resolves, and the step."""
    first, *others = audit_drawing.folded_texts(advice, report)
    mark = styled(f"{number:>2}  ", QUIET)
    rows = [hanging_row(first, mark), *(hanging_row(text, " " * mark.cell_length) for text in others)]
    arrow = styled("→ ", QUIET)
    return AdviceOption(rows, hanging_row(styled(audit_sentences.advice_title(advice), QUIET), arrow) if advice.step else None)


def _overview_rows(report: AuditReport) -> Iterator[Row]:
    """Yield each service: its years as small columns beside its name, and its main numbers below."""
    titles = [styled(audit_sentences.service_title(service), STRONG) for service in report.services]
    width = max((title.cell_length for title in titles), default=0) + 2
    for title, service in zip(titles, report.services, strict=True):
        numbers, (_title, series) = audit_drawing.main_numbers(service), audit_sentences.chart_series(service)
        columns = small_columns([value for _, value in series]) if any(value for _, value in series) else ""
        if columns or numbers:
            yield hanging_row(styled(columns, ACCENT), concat(title, " " * (width - title.cell_length)))
        if numbers:
            yield hanging_row(numbers, "  ")


def _service_widgets(service: ServiceReport) -> Iterator[Widget]:
    """Yield one service: who sees the account, a chart of its years, and the counts."""
    yield Static(styled(audit_sentences.service_title(service), STRONG))
    account = [hanging_row(line) for line in account_lines(service)]
    yield from [HangingText(account)] if account else []
    title, series = audit_sentences.chart_series(service)
    if any(value for _, value in series):
        yield Static(styled(title, QUIET))
        yield BarChart([(str(year), value) for year, value in series])
    if places := audit_drawing.place_series(service):
        yield Static(styled(_(audit_drawing.PLACES_TITLE), QUIET))
        yield BarChart(places)
    counts = audit_sentences.count_rows(service)
    width = max((len(value) for _, value in counts), default=0)
    yield HangingText(hanging_row(label, styled(f"{value:>{width}}  ", ACCENT)) for label, value in counts)
    if len(audit_sentences.kinds_by_year(service)) > 1:
        yield Static(styled(_(audit_sentences.ALL_YEARS), QUIET))
        yield HangingText(hanging_row(told, styled(f"{year}  ", QUIET)) for year, told in audit_sentences.yearly_lines(service))


def _change_rows(comparison: Comparison) -> Iterator[Row]:
    yield from map(hanging_row, audit_comparison.comparison_notes(comparison))
    for change in comparison.kinds:
        if change.difference:
            yield hanging_row(audit_comparison.change_line(change), "·  ")
    for name, years, changes in audit_comparison.changes_by_year(comparison):
        yield hanging_row(styled(audit_comparison.year_change(name, years, changes), QUIET), "   ")


def _instruction_rows() -> Iterator[Row]:
    introduction, *steps = audit_sentences.json_instructions()
    yield hanging_row(introduction)
    for number, step in enumerate(steps, 1):
        yield hanging_row(step, styled(f"{number}  ", ACCENT))


def _text_section(title: str, texts: tuple[str, ...], sign: str = "·  ") -> Iterator[Widget]:
    """Yield a titled list of texts; problems stand out."""
    style = QUIET if sign.startswith("·") else ALERT
    yield from _titled_section(title, [hanging_row(text, styled(sign, style)) for text in texts])


def _titled_section(title: str, rows: "Iterator[Row] | list[Row] | tuple[()]") -> Iterator[Widget]:
    row_list = list(rows)
    if row_list:
        yield Static(styled(title, STRONG))
        yield HangingText(row_list)
