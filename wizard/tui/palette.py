"""The command palette: any step, action, letter or article by name."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Hits, Provider

from wizard.core.letter.fit import suits

if TYPE_CHECKING:
    from .app import WizardApp

FIRST = 5
PAGES = (
    ("What Meta holds of yours", "read your data export", "audit.AuditScreen"),
    ("Your objections", "what was sent, what came back", "objection.ObjectionsScreen"),
    ("Your answers", "see and change them", "review.ReviewScreen"),
    ("What holds where you live", "law, office, form", "reader.PlaceScreen"),
    ("People you asked", "your contact book", "contacts.ContactsScreen"),
    ("The plan on paper", "see it, save it", "paper.PaperScreen"),
    ("What is stored", "see it, copy it, merge a copy, remove it", "kept.KeptScreen"),
)
"""Pages that are there for everyone: words, a word about each, and the screen."""


class ThingsToOpen(Provider):
    """Steps of the plan, its actions, letters for the person's place, pages, and articles."""

    async def discover(self) -> Hits:
        """With nothing typed: what is next in the plan."""
        for text, help, open_it in islice(self._things(), FIRST):
            yield DiscoveryHit(text, open_it, help=help)

    async def search(self, query: str) -> Hits:
        """What matches the words typed."""
        matcher = self.matcher(query)
        for text, help, open_it in self._things():
            score = matcher.match(text)
            if score:
                yield Hit(score, matcher.highlight(text), open_it, help=help)

    def _things(self) -> Iterator[tuple[str, str, Callable[[], object]]]:
        from .app import WizardApp

        app = self.app
        assert isinstance(app, WizardApp)  # noqa: S101 - there is no other app here
        yield from things(app)


def things(app: "WizardApp") -> Iterator[tuple[str, str, Callable[[], object]]]:
    """Everything that can be opened by name: words, a word about it, and how."""
    for entry in app.case.entries:
        yield entry.step.title, "step", partial(app.go, "step.StepScreen", entry.id)
    for part in app.case.parts:
        yield part.action.title, "action", partial(app.go, "action.ActionScreen", part.action.id)
    for letter in app.case.library.letters.values():
        if suits(letter, app.case):
            yield letter.title, "letter", partial(app.go, "letter.LetterScreen", letter.id)
    for words, about, screen in PAGES:
        yield words, about, partial(app.go, screen)
    for article in app.case.library.articles.values():
        yield article.title, "to read", partial(app.go, "reader.ArticleScreen", article.id)
