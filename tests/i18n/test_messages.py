"""What translators get: whole messages with named placeholders, all of them in locale/messages.pot."""

import ast
from functools import cache
from itertools import chain

from babel.messages.pofile import read_po

from wizard.audit.kind import count_labels
from wizard.core.findings import FINDING_LABELS, PUBLIC

from .marked import PLURALS, ROOT, Marked, marked_calls, marked_constants, placeholders

calls = cache(lambda: tuple(marked_calls()))
"""The marked messages. The program is read when a test asks, and not when the tests are collected, which every worker does."""
constants = cache(marked_constants)
PASSED_ON = {
    ("wizard/i18n.py", "self._messages[key]"): "the labels of a table",
    ("wizard/audit/kind.py", "self.one"): "a label of the kinds",
    ("wizard/plain/reply_parser.py", "answer"): "YES or NO",
    ("wizard/tui/screens/place_summary.py", "title"): "a row of PANELS",
    ("wizard/core/findings.py", "label"): "a row of FINDING_LABELS",
    ("wizard/core/system_reason.py", "reason"): "one of SYSTEM_REASONS",
    ("wizard/core/date_format.py", "match['month']"): "one of MONTH_NAMES",
    ("wizard/core/date_input.py", "name"): "one of MONTH_NAMES",
    ("wizard/core/date_input.py", "short"): "one of MONTHS",
    ("wizard/plain/shortcuts.py", "short"): "one of SHORTCUTS",
    ("wizard/core/date_words.py", "word"): "today or yesterday",
    ("wizard/core/date_words.py", "name"): "one of DAYS or DAY_NAMES",
    ("wizard/commands/argparse_messages.py", "message"): "one of MESSAGES",
    (
        "wizard/core/request.py",
        "messages.past if late else messages.coming",
    ): "a field of DueMessages",
    ("wizard/core/request.py", "messages.reason"): "a field of DueMessages",
    ("wizard/core/transfer_progress.py", "sizes"): "a row of _SIZES",
    ("wizard/core/unfinished_work.py", "missing"): "NOT_RECORDED and its neighbours",
    ("wizard/export/plan/document.py", "heading"): "a row of STATEMENT_HEADINGS",
    ("wizard/export/plan/status.py", "message"): "one of two constants",
    ("wizard/export/documents.py", "kind.contents_note"): "a field of DOCUMENT_KINDS",
    ("wizard/tui/screens/documents.py", "kind.title"): "a field of the document kinds",
    ("wizard/export/shared_documents.py", "kind.contents_note"): "a field of SHARED_KINDS",
    ("wizard/storage/session.py", "self._merge_hint"): "MERGE_BY_COMMAND or MERGE_ON_PAGE",
    ("wizard/plain/questionary_prompter.py", "answer"): "YES or NO",
    ("wizard/plain/letter_actions.py", "link.words"): "WHOLE or SUBJECT_ONLY",
    ("wizard/tui/screens/letter_actions.py", "link.words"): "WHOLE or SUBJECT_ONLY",
    ("wizard/plain/audit.py", "label"): "a row of SAVE_CHOICES",
    ("wizard/tui/guarded_screen.py", "self.PURPOSE"): "a constant of help_texts",
    ("wizard/tui/screens/reader.py", "self.HEADING"): "a constant of a class",
    ("wizard/views/articles.py", "title"): "a row of GROUPS",
    ("wizard/views/audit_comparison.py", "message"): "one of two constants",
    ("wizard/views/find_at_meta.py", "_WAYS.get((service, kind), _USUAL[service]).text"): "a row of _WAYS or _USUAL",
    ("wizard/views/introduction.py", "text"): "a row of HOW_IT_WORKS, WHAT_YOU_GET or NEVER",
    ("wizard/views/letter.py", "label"): "a row of FORMATS",
    ("wizard/views/read_problem_text.py", "message"): "a row of PROBLEMS",
    ("wizard/tui/search_items.py", "key.display"): "LINE_MODE_HINT",
    ("wizard/tui/search_items.py", "title"): "a row of PAGE_TITLES",
    ("wizard/tui/screens/format_dialog.py", "self._title"): "SAVE_AS of the report or of any file",
    ("wizard/tui/screens/format_dialog.py", "label"): "a row of FILE_FORMATS or SAVE_LIST_CHOICES",
    ("wizard/tui/screens/format_dialog.py", "self._purpose"): "a constant of help_texts",
    ("wizard/tui/screens/audit_report.py", "kept_status"): "one of two constants",
    ("wizard/views/documents.py", "kind.title"): "a field of DOCUMENT_KINDS",
    ("wizard/views/documents.py", "kind.contents_note"): "a field of DOCUMENT_KINDS",
    ("wizard/views/key_texts.py", "self.word"): "a field of a key",
    ("wizard/views/key_texts.py", "self.sentence"): "a field of a key",
    ("wizard/views/contacts.py", "label"): "a row of OUTCOME_LABELS",
    ("wizard/views/error_messages.py", "message.what"): "a row of ERROR_MESSAGES",
    ("wizard/views/error_messages.py", "next_step"): "a row of ERROR_MESSAGES or HINTS",
    ("wizard/views/home.py", "label"): "a row of the home page",
    ("wizard/views/request.py", "label"): "a row of REPLIES or LETTER_CHOICE_LABELS",
    ("wizard/views/request.py", "dict(REPLIES)[reply]"): "a row of REPLIES",
    ("wizard/views/search.py", "title"): "a row of PAGE_TITLES",
    ("wizard/views/stored_data.py", "beyond"): "BEYOND, which the storage knows",
    ("wizard/views/step.py", "reason"): "a row of REASONS",
    ("wizard/views/step.py", "title"): "a row of WARNING_TITLES",
}
"""Where a message is shown that a variable holds, and where it comes from."""


def _literal_calls() -> list[Marked]:
    """Return the calls in which the message itself is written."""
    return [each for each in calls() if each.text is not None]


def test_the_template_is_that_of_the_sources() -> None:
    """`make messages` writes it anew. A mark that Babel does not see, as within an f-string, is missing in it as well."""
    with (ROOT / "locale" / "messages.pot").open(encoding="utf-8") as file:
        template = {
            (each.context, *(each.id if isinstance(each.id, tuple) else (each.id, None))) for each in read_po(file) if each.id
        }
    sources = {(each.context, each.text, each.plural) for each in _literal_calls()}
    with_plural = {text for _, text, plural in sources if plural}  # one entry serves both
    assert template == {key for key in sources if key[2] or key[0] or key[1] not in with_plural}


def test_placeholders_have_names() -> None:
    """A translator may need another order, and the values of a call are those of its message."""
    assert {f"{each}: {problem}" for each in _literal_calls() if (problem := _placeholder_problem(each))} == set()


def _placeholder_problem(each: Marked) -> str:
    """Return what is wrong with the placeholders of a message, or ""."""
    forms = [text for text in (each.text, each.plural) if text is not None]
    names = [set(placeholders(text)) for text in forms]
    if not all(name.isidentifier() for name in chain(*names)):
        return "a placeholder has no name"
    if each.function in PLURALS and len(names) == 1:
        return "the plural form is not written in the call"
    if each.function in PLURALS and names[0] | {"count"} != names[1] | {"count"}:
        return "singular and plural have other placeholders"
    given = set() if each.function == "CountLabel" else each.values
    return "values and placeholders differ" if given and given | {"count"} != names[0] | {"count"} else ""


def _constants(expression: ast.expr) -> list[ast.expr]:
    """Return what an expression can be: the branches of a condition, and the table that something is looked up in."""
    if isinstance(expression, ast.IfExp):
        return [*_constants(expression.body), *_constants(expression.orelse)]
    if isinstance(expression, ast.Subscript):
        return _constants(expression.value)
    if isinstance(expression, ast.Call) and isinstance(expression.func, ast.Attribute) and expression.func.attr == "get":
        return [*_constants(expression.func.value), *chain(*map(_constants, expression.args[1:]))]
    return [expression]


def test_a_message_is_a_literal_or_a_constant() -> None:
    """A sentence that was put together, or that comes from outside, is in no catalogue."""
    passed = [each for each in calls() if each.text is None and (each.file, ast.unparse(each.argument)) not in PASSED_ON]
    assert {str(each) for each in passed if not all(map(_is_marked, _constants(each.argument)))} == set()


def _is_marked(constant: ast.expr) -> bool:
    name = constant.id if isinstance(constant, ast.Name) else constant.attr if isinstance(constant, ast.Attribute) else ""
    return name in constants()


SHOWING = {"show_status", "notify", "say", "styled", "update", "Static", "print"}
"""Functions that show a text."""


def test_a_constant_is_translated_before_it_is_shown() -> None:
    """A marked constant is English; passed on as it is, it would stay so in every language."""
    shown = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {ast.unparse(node)}"
        for path in sorted((ROOT / "wizard").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and _called_name(node.func) in SHOWING and any(map(_is_marked, node.args))
    ]
    assert not shown, "\n".join(shown)


def _called_name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else function.attr if isinstance(function, ast.Attribute) else ""


def test_the_labels_of_stored_findings_are_those_of_the_audit() -> None:
    """They are shown without the readers of exports, which take long to import."""
    assert {label.name: label.many for label in count_labels()} | {PUBLIC: "public account"} == FINDING_LABELS


def test_the_exceptions_are_in_use() -> None:
    """What is no longer needed goes from the list."""
    shown = {(each.file, ast.unparse(each.argument)) for each in calls() if each.text is None}
    assert set(PASSED_ON) <= shown
