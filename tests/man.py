"""The man page, made from the command line itself.

    .venv/bin/python -m tests.man

Nothing else writes it; a test only compares.
"""

import re
import sys
from pathlib import Path
from unittest.mock import patch

from argparse_manpage.manpage import Manpage  # type: ignore[import-untyped]

from wizard import __version__
from wizard.commands.parser import COMMANDS, build_parser


def _roff(text: str) -> str:
    """Return a text with what roff would interpret escaped."""
    return text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")


PAGE = Path(__file__).parents[1] / "docs" / "protect-my-photos.1"
EXAMPLES = {
    "protect-my-photos": "Start the wizard, or go on where you stopped.",
    "ACCESSIBLE=1 protect-my-photos": "Be asked in lines, with numbers, for a screen reader or braille.",
    "protect-my-photos answer country=Germany region=Hamburg services=facebook,instagram": "Answer without the wizard.",
    "protect-my-photos plan -o plan.html": "Save the short plan as a page to print.",
    "protect-my-photos plan --full -o plan.pdf": "Save the whole plan as a PDF (with the extra pdf).",
    "protect-my-photos show instagram-private": "Read one step with its taps and links.",
    "protect-my-photos mark instagram-private done": "Record that a step is done.",
    "protect-my-photos mark case/facebook sent --on '10 Oct'": "Record that the objection for Facebook was sent.",
    "protect-my-photos letter objection --set-file me.txt -o objection.html": (
        "Write an objection; me.txt has a line FIELD=VALUE for each field, so that nobody sees them on the command line."
    ),
    "protect-my-photos audit facebook.zip --keep": "See what an export from Meta shows, and let the plan count it.",
    "protect-my-photos status --json": "Read as data where you stand.",
}
"""Command lines with what they do."""
ROFF = {"“": r"\(lq", "”": r"\(rq", "‘": r"\(oq", "’": r"\(cq", "–": r"\(en", "…": "..."}
"""How characters outside ASCII are written in a man page; formatters without preconv warn about all others."""
SECTIONS = (
    ("EXAMPLES", "".join(f".TP\n\\fB{_roff(line)}\\fR\n{_roff(text)}\n" for line, text in EXAMPLES.items())),
    (
        "ENVIRONMENT",
        (
            ".TP\n\\fBPROTECT_MY_PHOTOS_STATE\\fR\nThe state file to use, unless \\-\\-state names one.\n"
            ".TP\n\\fBPROTECT_MY_PHOTOS_LANG\\fR\nThe language of the program, like de, unless \\-\\-lang names one.\n"
            ".TP\n\\fBACCESSIBLE\\fR\nSet to 1, the wizard asks in plain numbered lines.\n"
            ".TP\n\\fBNO_COLOR\\fR\nSet to anything, no colours are used but those of the terminal.\n"
            ".TP\n\\fBPROTECT_MY_PHOTOS_TODAY\\fR\nA day like 2026\\-11\\-23 that is taken for today, for rehearsals.\n"
        ),
    ),
    (
        "FILES",
        (
            "Answers and progress are kept in protect\\-my\\-photos/state.json in the user state folder; state show names it.\n"
            "A copy from before the last change lies beside it.\n"
        ),
    ),
    (
        "EXIT STATUS",
        (
            "0 done; 1 it could not be done, a sentence on standard error says why; 2 wrong usage; 130 interrupted.\n"
            "A search that finds nothing is done: it ends with 0.\n"
            "An audit that could not read all of an export shows what it read and ends with 1.\n"
        ),
    ),
)


def man_page() -> str:
    """The page in roff."""
    with patch.dict("os.environ", {"COLUMNS": "82"}):
        made = build_parser(tuple(COMMANDS))
        made.man_short_description = "keep your photos out of Meta's AI"  # type: ignore[attr-defined]
        made._manpage = [{"heading": heading, "content": text} for heading, text in SECTIONS]  # type: ignore[attr-defined]
        page = Manpage(made)
        page.date, page.version, page.manual = "", f"protect-my-photos {__version__}", "User commands"
        text = re.sub(r"^\.(?=[a-z]{3})", r"\\&.", str(page), flags=re.MULTILINE)  # the ending of a file name is no macro
        text = re.sub(r"^\.SH\n(.+)$", r".SH \1", text, flags=re.MULTILINE)
        return re.sub(r"[^\x00-\x7f]", lambda match: ROFF.get(match[0], f"\\[u{ord(match[0]):04X}]"), text)


if __name__ == "__main__":
    PAGE.write_text(man_page(), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{PAGE}\n")
