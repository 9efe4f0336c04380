"""Background texts and answers to common questions: the list in groups, and the page of one text."""

from collections.abc import Iterable, Iterator

from wizard.content.markdown import article_text_blocks
from wizard.core.article import FAQ_PREFIX, group_articles, linked_source_ids
from wizard.core.content_models import Article
from wizard.core.formatting import CONFIDENCE, format_date
from wizard.core.snapshot import Snapshot
from wizard.i18n import N_, _, ngettext

from .actions import OpenArticle, OpenArticleGroup, WriteLetter
from .page import ChoiceGroup, Page, PageChoice, PageSection
from .sources import with_sources
from .step_actions import OpenStep

SPOKEN_GROUPS = {"background": N_("Background"), "questions": N_("Common questions")}
"""The two groups that line mode asks for first."""


def articles_page(snapshot: Snapshot) -> Page:
    """Return the texts in groups; in each, what is surest comes first."""
    articles = snapshot.library.articles
    return Page(
        title=_("Background and questions"),
        status=(ngettext("{count} text", "{count} texts", len(articles)),),
        groups=tuple(ChoiceGroup(title, _choices(group)) for title, group in group_articles(articles.values())),
        help=_("Background and answers to common questions; in each group what is surest comes first."),
    )


def article_groups_page() -> Page:
    """Return the question which of the two groups to read from."""
    return Page(
        title=_("Read"),
        prompt=_("What would you like to read?"),
        choices=tuple(PageChoice(id, _(title), OpenArticleGroup(id)) for id, title in SPOKEN_GROUPS.items()),
        help=_("Background and answers to common questions. A search over all of them is in the main menu."),
    )


def article_group_page(snapshot: Snapshot, group_id: str) -> Page:
    """Return the texts of one of the two groups."""
    articles = snapshot.library.articles.values()
    members = (each for each in articles if each.id.startswith(FAQ_PREFIX) == (group_id == "questions"))
    return article_groups_page()._replace(title="", prompt=_("Which text?"), choices=_choices(members))


def article_page(snapshot: Snapshot, article_id: str) -> Page:
    """Return a text with the sources that it links to, then all others."""
    article = snapshot.library.articles[article_id]
    page = Page(
        title=article.title,
        status=(
            _("{confidence}, sources read {day}", confidence=CONFIDENCE[article.confidence], day=format_date(article.checked)),
        ),
        sections=(PageSection("text", article_text_blocks(article.text)),),
    )
    page = with_sources(page, snapshot, (*linked_source_ids(article), *article.sources))
    actions = (*_steps(snapshot, article), *_letters(snapshot, article))
    return page._replace(prompt=_("What now?"), choices=(*actions, *page.choices)) if actions else page


def _steps(snapshot: Snapshot, article: Article) -> Iterator[PageChoice]:
    """Yield the steps that help with what the text is about."""
    for id in article.steps:
        step = snapshot.library.steps[id]
        yield PageChoice(f"step {id}", _("Step: {title}", title=step.title), OpenStep(id))


def _letters(snapshot: Snapshot, article: Article) -> Iterator[PageChoice]:
    """Yield the letters that help with what the text is about, as far as the user can write them."""
    if article.letters:
        from wizard.core.letter.selection import find_letter  # most texts have no letter

        for kind in article.letters:
            letter = find_letter(snapshot, kind)
            if letter:
                yield PageChoice(f"letter {kind}", _("Letter: {title}", title=letter.title), WriteLetter(kind))


def _choices(articles: Iterable[Article]) -> tuple[PageChoice, ...]:
    return tuple(PageChoice(each.id, each.title, OpenArticle(each.id), hint=each.summary) for each in articles)
