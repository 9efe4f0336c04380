"""Hostile texts in letters, notes, nicknames, targets and searches, read by strict readers of pages, mail and calendars."""

import email.policy
import json
import re
from collections.abc import Callable
from email.parser import BytesParser
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.export.reading import read_calendar, read_page, shape
from tests.figures.figures import Figures
from tests.figures.test_hostile_states import STEERS, in_this_process
from tests.tui.making import BERLIN, session
from wizard.core.sanitize import sanitize

STEP = "privacy-settings/instagram-private"
TEXTS: dict[str, str] = {
    "a script": "<script>alert(1)</script>",
    "an end of the page": "</p></main></body></html><h1>mine</h1>",
    "an attribute": '" onmouseover="alert(1)" x=\'',
    "a comment": "<!-- --><![CDATA[ ]]> ]]>",
    "a style": "</style><style>*{display:none}</style>",
    "an entity": "&lt;i&gt; &#60;i&#62; &nbsp;",
    "a template": "{{ 7 * 7 }} {% include 'step.jinja' %} {0} %s ${HOME}",
    "marks of Markdown": "# head\n\n* [x](javascript:alert(1)) ![y](https://x.example/y.png) **b** `c`\n\n---\n<b>x</b>",
    "marks of the toolkit": "[@click=app.leave]x[/] [red] [/",
    "another header": "Kim\r\nBcc: all@example.org\r\n\r\nanother body",
    "half a header": "=?utf-8?q?=0D=0ABcc:_all@example.org?=",
    "another event": "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:mine",
    "marks of a calendar": "a;b,c\\n\\,d\\;e:f",
    "colours of the terminal": "\x1b[31m\x1b]0;OWNED\a\x1b]52;c;cm0gLXJm\a",
    "controls in one byte": "\x9b2J\x9d0;OWNED\x9c\x08\x7f",
    "another direction": "\u202egpj.exe\u202c \u2066x\u2069 \u200fy\u200e",
    "what cannot be seen": "a\u200bb\u2060c\u00add\ufeffe\U000e0041f",
    "other ends of lines": "a\u2028b\u2029c\x85d\x0be\x0cf",
    "half a character": "\ud800 \udfff",
    "nothing and zeros": "\x00 \x00",
    "a formula": '=HYPERLINK("https://x.example";"x") +1 @SUM(A1) -2',
    "very long": "long " * 4000,
    "one long word": "x" * 20_000,
    "an ordinary text": "Kim O'Example, 1 Öxämple Road",
}
"""Every one is only words, wherever it comes."""
MARKUP = {
    "heading_open", "link_open", "image", "html_block", "html_inline", "fence", "code_block", "code_inline", "hr",
    "bullet_list_open", "ordered_list_open", "blockquote_open", "table_open", "em_open", "strong_open",
}  # fmt: skip
SHORT, LONG = 180, 1100
"""So many characters fit into a short and into a long blank; more are refused, which has a test of its own."""
Said = Callable[..., str]


def a_letter(format: str, *fields: str) -> tuple[str, ...]:
    """The words that write a letter."""
    return ("letter", "objection", f"--format={format}", *fields)


def filled_in(text: str) -> list[str]:
    """Every blank of the letter; what is needed is never empty."""
    text = text if sanitize(text).strip() else f"x{text}"
    fields = {
        "name": text[:SHORT],
        "own": text[:LONG],
        "accounts": text[:SHORT],
        "address": text[:SHORT],
        "email": "kim@example.org",
        "reasons": "face",
    }
    return [f"--set={name}={value}" for name, value in fields.items()]


def letter_as_text(said: Said, text: str) -> None:
    """Nothing steers: `said` looks at that."""
    assert said(*a_letter("txt", *filled_in(text)))


def letter_in_markdown(said: Said, text: str) -> None:
    """No picture, heading or tag more than with harmless words, and no link but an address that stands there as it is."""
    found, usual = (markup(said(*a_letter("md", *filled_in(words)))) for words in (text, "harmless"))
    assert found == usual


def markup(text: str) -> list[str]:
    """What a common reader of Markdown makes of a text, without paragraphs and breaks, of which words have many."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").parse(text)
    inner = [child.type for token in tokens for child in token.children or () if child.markup != "autolink"]
    return sorted(each for each in [*(token.type for token in tokens), *inner] if each in MARKUP)


def letter_as_page(said: Said, text: str) -> None:
    """The same elements and attributes as with harmless words, but for paragraphs and breaks."""
    found, usual = (
        [each for each in shape(read_page(said(*a_letter("html", *filled_in(words))))) if each[0] not in ("p", "br")]
        for words in (text, "harmless")
    )
    assert found == usual


def letter_as_draft(said: Said, text: str) -> None:
    """The same headers as with harmless words, and one body."""
    found, usual = (
        BytesParser(policy=email.policy.default).parsebytes(said(*a_letter("eml", *filled_in(words))).encode())
        for words in (text, "harmless")
    )
    assert found.keys() == usual.keys()
    assert [part.get_content_type() for part in found.walk()] == [part.get_content_type() for part in usual.walk()]
    assert "Bcc" not in found


def note(said: Said, text: str) -> None:
    """Kept, and shown on the step, in the plan in each format, in what is stored, and in the calendar."""
    said("mark", "case/facebook", "sent", f"--note={text}", may_fail=True)
    said("mark", STEP, "skipped", f"--note={text}", may_fail=True)
    json.loads(said("plan", "--json"))
    page = read_page(said("plan", "--full", "--format=html"))
    assert not page.all("script", "img", "iframe", "object")
    for words in (("status",), ("plan", "--format=md"), ("state", "show"), ("why", STEP)):
        assert said(*words)
    events = read_calendar(said("calendar"))
    assert not [event for event in events if str(event.get("SUMMARY")) == "mine"]
    json.loads(said("state", "export", "-"))


def nickname(said: Said, text: str) -> None:
    """A contact whom one asked about photos."""
    said("mark", f"contact/{text}", "asked", may_fail=True)
    for words in (("status",), ("state", "show"), ("plan",)):
        assert said(*words)


def target(said: Said, text: str) -> None:
    """Wherever a name is typed: it is refused in words, or understood."""
    for words in (
        ("mark", text, "done"), ("mark", "case/facebook", text), ("why", text), ("show", text), ("learn", text), ("letter", text),
        ("countries", text), ("answer", f"country={text}"), ("answer", text), ("search", text), ("audit", text),
        ("completion", text), ("check", text), ("state", text), ("state", "import", text), (text, "x"),
    ):  # fmt: skip
        said(words[0], "--", *words[1:], may_fail=True)
    for option in (f"--minutes={text}", f"--format={text}", f"--answers={text}", f"--output={text}/x.txt"):
        said("plan", option, may_fail=True)
    for option in (f"--lang={text}", f"--script={text}", text):
        said(option, "status", may_fail=True)
    for option in (f"--case={text}", f"--set={text}", f"--set={text}=x", f"--lang={text}", f"--set-file={text}"):
        said("letter", "objection", option, may_fail=True)
    assert json.loads(said("search", "--json", "--", text))["schema"] == 1


PLACES = (letter_as_text, letter_in_markdown, letter_as_page, letter_as_draft, note, nickname, target)


def is_harmless(place: Callable[[Said, str], None], text: str) -> None:
    """One text in one place."""
    with TemporaryDirectory() as folder:
        state = Path(folder) / "s.json"
        session(state, BERLIN)

        def said(*words: str, may_fail: bool = False) -> str:
            code, out, err = in_this_process(f"--state={state}", *words)
            told = f"{words[:2]} {code}: {err[:300]}"
            assert code == 0 or (may_fail and code in (1, 2)), told
            assert not STEERS.search(re.sub("\r\n", "\n", out) + err), told
            assert "The program stopped" not in err, told
            return out

        place(said, text)


@pytest.mark.usefixtures("home")
def test_hostile_texts(figures: Figures) -> None:
    """Each text in each place."""
    cases = {f"{name}, {place.__name__}": (place, text) for (name, text), place in product(TEXTS.items(), PLACES)}
    figures.try_cases("hostile texts", cases, lambda case: is_harmless(*case), 12)
