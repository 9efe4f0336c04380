"""French has a space that does not break before a colon, a semicolon, a question mark and an exclamation mark."""

import re
from html import unescape
from pathlib import Path

import pytest

import wizard
from tests.running import Run
from wizard.commands.parser import COMMANDS
from wizard.content.content_files import content_root
from wizard.content.content_loader import load_shipped_content
from wizard.i18n import speaking
from wizard.tui.widgets.panels import panel_rows
from wizard.views.actions import OpenArticle
from wizard.views.page import ProgressText
from wizard.views.panel import InfoPanel

from .test_catalogues import messages

UNSPACED = re.compile(r"(?<=[^\W\d_]|[»)”])[:;?!](?=\s|$)|(?<= )[:;?!](?=\s|$)", re.MULTILINE)
STRAIGHT = re.compile(r"(?<!\w)(?:[cdjlmnst]|(?:|jus|lors|puis|quel|pres)qu|aujourd)'(?=\w)", re.IGNORECASE)
"""An elision with the apostrophe of typewriters; English menu words such as “you've” are not meant."""
FORMAL = re.compile(r"`[^`]*`|--\w+ \w+=\"[^\"]*\"|https?:\S+|\([^()]*\)$", re.MULTILINE)
"""Commands and addresses, and the name of the publisher after the title of a source, which may be English."""
ANSWERS = ("country=FR", "services=facebook,instagram", "visibility=mixed", "people=children,others-post", "depth=delete")
LETTER = ("--set", "name=Kim", "--set", "email=k@example.org", "--set", "accounts=kim")
SAID = [
    ("status",), ("plan",), ("plan", "--full"), ("plan", "--format", "md"), ("plan", "--full", "--format", "html"),
    ("letter", "--list"), ("letter", "objection", "--about"), ("letter", "complaint-to-authority", "--about"),
    ("letter", "objection", *LETTER, "--set", "reasons=face"), ("search", "photos"), ("countries", "France"), ("state", "show"),
    ("show", "privacy-settings/instagram-private"), ("why", "privacy-settings/instagram-private"), ("learn",),
    ("answer", "--list"),
    *((command, "--help") for command in COMMANDS),
]  # fmt: skip


@pytest.fixture
def person(run: Run) -> Run:
    """Somebody in France who has sent one objection, which Meta refused."""
    run("answer", *ANSWERS)
    run("mark", "case/facebook", "sent", "--on", "2026-09-01")
    run("mark", "case/facebook", "refused", "--on", "2026-09-20", "--note", "non")
    return run


def unspaced(text: str) -> list[str]:
    """Return what stands around each sign without its space; titles of sources are left out."""
    with speaking("fr"):
        french = load_shipped_content()
    titles = {source.title for library in (french, load_shipped_content()) for source in library.sources.values()}
    for title in sorted(titles, key=len, reverse=True):
        text = text.replace(title, "")
    plain = FORMAL.sub("", text)
    return [plain[max(0, each.start() - 40) : each.end()] for each in UNSPACED.finditer(plain)]


@pytest.mark.parametrize("words", SAID, ids=" ".join)
def test_no_page_lacks_the_space(person: Run, words: tuple[str, ...]) -> None:
    """On no page of the command line, and in no document."""
    said = person("--lang", "fr", *words)
    assert said.code == 0, said
    text = re.sub(r"<style>.*?</style>|<svg.*?</svg>", "", said.out, flags=re.DOTALL)
    flowing = re.sub(r"\n +", " ", unescape(re.sub(r"<[^>]+>", "\n", text)) if "<html" in text else text)
    assert unspaced(flowing) == []


def test_no_message_lacks_the_space() -> None:
    """Nor has one that can break."""
    forms = [
        form for each in messages("fr") for form in (each.string if isinstance(each.string, tuple | list) else [each.string])
    ]
    assert [found for form in forms for found in unspaced(re.sub(r"\{[^}]*\}", "x", str(form)))] == []


def test_an_apostrophe_is_curly_everywhere() -> None:
    """One kind of apostrophe in messages and content; what people may type into the search has the other one."""
    content = content_root()
    texts = {path.name: path.read_text(encoding="utf-8") for path in content.rglob("*.fr.*") if path.name != "search.fr.toml"}
    texts |= {str(each.id): str(each.string) for each in messages("fr")}
    assert texts
    assert {name: found for name, text in texts.items() if (found := STRAIGHT.findall(text))} == {}


def test_no_code_puts_a_semicolon_between_parts() -> None:
    """`join_parts` does, with the space of the language. Lines of `check` are in English."""
    root = Path(wizard.__file__).parent
    paths = [path for path in sorted(root.rglob("*.py")) if "check" not in path.relative_to(root).parts]
    joined = re.compile(r"""["'] ?; ?["']\.join\(""")
    assert [path.name for path in paths if joined.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lieu\u00a0: Paris", 0), ("Pourquoi\u202f?", 0), ("à 9:30", 0), ("https://a.example", 0),
        ("Lieu: Paris", 1), ("Lieu : Paris", 1), ("Pourquoi?", 1), ("«\u00a0Lieu\u00a0»: ici", 1),
    ],
)  # fmt: skip
def test_what_counts(text: str, found: int) -> None:
    """The net itself."""
    assert len(unspaced(text)) == found


@pytest.mark.parametrize(("language", "share", "expected"), [
    ("en", 0.14, " 14%"), ("en", 1, "100%"), ("fr", 0, "  0\u202f%"), ("fr", 0.14, " 14\u202f%"), ("fr", 1, "100\u202f%"),
])  # fmt: skip
def test_a_percent_sign_stands_as_in_sentences(language: str, share: float, expected: str) -> None:
    """In the panels beside the plan too, where the numbers stand below each other and the row is full."""
    panel = InfoPanel("id", "Title", (ProgressText("Facebook", share),), OpenArticle("article"), "")
    with speaking(language):
        lead, text = next(iter(panel_rows(panel, 40)))
    assert text.plain.endswith(f" {expected}")
    assert lead.cell_length + text.cell_length == 40
