"""Choose the language of the program: each by its own name, for people who cannot read the present one."""

from wizard.core.content_models import InterfaceLanguage, Library
from wizard.i18n import N_, _

from .actions import OpenPage, PageName, UseLanguage
from .page import Page, PageChoice, PageSection, TextLine

NEW_LANGUAGE = N_("The language is {language} now.")


def offered_languages(library: Library) -> tuple[InterfaceLanguage, ...]:
    """Return the languages that are complete, and the present one."""
    return tuple(language for id, language in library.interface_languages.items() if language.offered or id == library.language)


def language_choice(library: Library) -> tuple[PageChoice, ...]:
    """Return the choice that leads to the languages, as the names of all of them; none if there is only one."""
    languages = offered_languages(library)
    names = " · ".join(language.name for language in languages)
    return (PageChoice("language", names, OpenPage(PageName.LANGUAGE)),) if len(languages) > 1 else ()


def language_page(library: Library) -> Page:
    """Return the question for the language."""
    languages = offered_languages(library)
    is_complete = all(language.offered for language in languages)
    note = _("This language is not complete yet: what is missing is in English.")
    return Page(
        title=_("Language"),
        prompt=_("Which language?"),
        sections=() if is_complete else (PageSection("incomplete", (TextLine(note),)),),
        choices=tuple(PageChoice(language.id, language.name, UseLanguage(language.id)) for language in languages),
        default=library.language,
        help=_("Everything is shown in this language from now on. Letters to an authority stay in its own language."),
    )
