"""What a person does on a journey, in words that every way of using the program can follow."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Given = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Interview:
    """Answer the open questions in order, from the first one on; no values mean that one is skipped.

    `slip` is what is first said to a question, before one goes back from the next one and says it right.
    """

    given: Given
    slip: Given = field(default_factory=dict)
    leaves: bool = False


@dataclass(frozen=True)
class Done:
    """Find a step in the plan and mark it as done."""

    step: str


@dataclass(frozen=True)
class TenMinutes:
    """Take the first step that is offered for ten minutes, and do it."""


@dataclass(frozen=True)
class Happened:
    """Tell what happened to an objection; `came_back` is the answer to "What came back?" that leads there."""

    case: str
    kind: str
    on: str
    note: str = ""
    came_back: str = ""


@dataclass(frozen=True)
class Letter:
    """Write a letter with these blanks, and save it as plain text under this name in the present folder.

    `slip` is what first stands in some of them and makes it too long: then it is not saved, and one changes them.
    """

    kind: str
    blanks: Given
    file: str = "letter.txt"
    slip: Given = field(default_factory=dict)


@dataclass(frozen=True)
class Undo:
    """Take the last record back."""


@dataclass(frozen=True)
class Note:
    """Keep a note with a step."""

    step: str
    text: str


@dataclass(frozen=True)
class Merge:
    """Merge another state file in, which lies in the present folder under this name."""

    file: str


@dataclass(frozen=True)
class Wipe:
    """Remove everything that is stored."""


Deed = Interview | Done | TenMinutes | Happened | Letter | Undo | Note | Merge | Wipe


@dataclass(frozen=True)
class Journey:
    """Sittings one after the other, each with its deeds; `before` was answered earlier, `leaves` is what lies on the disk."""

    sittings: tuple[tuple[Deed, ...], ...]
    before: Given = field(default_factory=dict)
    other_copy: tuple[Given, tuple[tuple[str, str], ...]] | None = None


BERLIN: Given = {
    "country": ("DE",),
    "region": ("DE-BE",),
    "services": ("facebook", "instagram", "whatsapp"),
    "visibility": ("public",),
    "habits": ("meta-ai", "camera-roll"),
    "people": ("others-post", "children"),
    "depth": ("delete",),
}
LONDON: Given = {"country": ("GB",)} | {id: given for id, given in BERLIN.items() if id not in ("country", "region")}
HALF: Given = {id: BERLIN[id] for id in ("country", "region", "services", "visibility")}
REST: Given = {id: given for id, given in BERLIN.items() if id not in HALF}
PRIVATE, POSTS, FORM = "privacy-settings/instagram-private", "delete-your-data/instagram-posts", "objection/facebook-form"
HOSTILE = "[/b] [@click=app.quit]x[/] \x1b]0;owned\x07 {{ 7*7 }} $(reboot) <script> \u202etxt.exe"
CASE = "case/facebook"

JOURNEYS = {
    "a first plan": Journey(((Interview(BERLIN),),)),
    "leaving in the middle, and resuming": Journey(((Interview(HALF, leaves=True),), (Interview(REST),))),
    "going back and changing the country": Journey(((Interview(LONDON, slip={"country": ("FR",)}),),)),
    "ten minutes": Journey(((TenMinutes(),),), before=BERLIN),
    "an objection from sent to complaint": Journey(
        (
            (Happened(CASE, "sent", "2026-09-01"),),
            (Happened(CASE, "receipt", "2026-09-02", came_back="nothing"),),
            (
                Happened(CASE, "no-answer", "2026-10-05", came_back="nothing"),
                Happened(CASE, "follow-up", "2026-10-06", "by mail"),
            ),
            (Happened(CASE, "complaint", "2026-11-02", "file 521.1234"),),
        ),
        before=BERLIN,
    ),
    "a letter": Journey(
        ((Letter("access", {"name": ("Kim Example",), "email": ("kim@example.org",), "accounts": ("Facebook: kim.example",)}),),),
        before=BERLIN,
    ),
    "a letter too long": Journey(
        (
            (
                Letter(
                    "ask-friend",
                    {
                        "friend": ("Maximiliane and Henriette",),
                        "photo": ("The beach picture from July",),
                        "me": ("Kim, Maximiliane's cousin",),
                    },
                    slip={"photo": ("The beach picture from July with all of us and the red boats",)},
                ),
            ),
        ),
        before=BERLIN,
    ),
    "undo": Journey(((Done(PRIVATE), Done(POSTS), Undo()),), before=BERLIN),
    "a note with hostile text": Journey(((Note(PRIVATE, HOSTILE),),), before=BERLIN),
    "merging two state files": Journey(
        ((Done(PRIVATE), Merge("other.json")),), before=BERLIN, other_copy=(LONDON, ((FORM, "done"), (POSTS, "skipped")))
    ),
    "wiping everything": Journey(((Done(PRIVATE), Wipe()),), before=BERLIN),
}
