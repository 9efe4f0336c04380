"""The man page, made from the command line itself.

    .venv/bin/python -m tests.man

Nothing else writes it; a test only compares.
"""

import sys
from pathlib import Path
from unittest.mock import patch

from argparse_manpage.manpage import Manpage  # type: ignore[import-untyped]

from wizard import __version__
from wizard.commands.parser import COMMANDS, build_parser

PAGE = Path(__file__).parents[1] / "docs" / "protect-my-photos.1"
SECTIONS = (
    (
        "ENVIRONMENT",
        (
            ".TP\n\\fBPROTECT_MY_PHOTOS_STATE\\fR\nThe state file to use, unless \\-\\-state names one.\n"
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
    ("EXIT STATUS", "0 done; 1 it could not be done, a sentence on standard error says why; 2 wrong usage; 130 interrupted.\n"),
)


def man_page() -> str:
    """The page in roff."""
    with patch.dict("os.environ", {"COLUMNS": "82"}):
        made = build_parser(tuple(COMMANDS))
        made.man_short_description = "keep your photos out of Meta's AI"  # type: ignore[attr-defined]
        made._manpage = [{"heading": heading, "content": text} for heading, text in SECTIONS]  # type: ignore[attr-defined]
        page = Manpage(made)
        page.date, page.version, page.manual = "", f"protect-my-photos {__version__}", "User commands"
        return str(page)


if __name__ == "__main__":
    PAGE.write_text(man_page(), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{PAGE}\n")
