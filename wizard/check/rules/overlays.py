"""Rules for translations: an overlay holds the texts of its source, with the same placeholders, lists, links and menu words."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation, did_you_mean
from wizard.check.references import LETTERS, LINK
from wizard.check.template_ast import parse_template
from wizard.check.translation_share import (
    TranslatedSource,
    describe_path,
    program_languages,
    translated_sources,
)
from wizard.content.content_files import overlay_language, overlay_source
from wizard.content.overlay import BODY, TextPath, TextValue, current_texts, overlay_texts, stamps
from wizard.i18n import SOURCE_LANGUAGE

SHOWN = 3
"""How many of the texts that are missing or stale are named."""
_LISTS = re.compile(r"^\s*(?:\d+\.|[-*])\s", re.MULTILINE)
_HEADINGS = re.compile(r"^#+ .*?(?:\{#([a-z-]+)\})? *$", re.MULTILINE)
_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
_CODE = re.compile(r"`[^`\n]+`")
_PLACEHOLDERS = re.compile(r"\{\{-?\s*(.+?)\s*-?\}\}|\{([a-z_]+)\}")
_CHOICE_OF_WORDS = re.compile(r'^"[^"]*"(?P<condition> if .+ else )"[^"]*"$')
"""A placeholder such as `"ended" if expired else "ends"`, whose words are translated."""
_CONDITIONS = re.compile(r"\{%-?\s*((?:if|elif|for)\s.+?)\s*-?%\}")


class TextPair(NamedTuple):
    """A text of the source with its translation."""

    place: str
    path: TextPath
    source: str
    translation: str


def orphan_translation(content: ContentTree) -> Iterator[Violation]:
    """An overlay stands beside the file that it translates, and its language is one of languages.toml."""
    languages, letter_languages = content.library.interface_languages, content.library.languages
    for place in content.overlays:
        language = overlay_language(place)
        source = overlay_source(place)
        if language not in languages:
            yield Violation(place, f"“{language}” is not a language.", did_you_mean(language, languages))
        elif source not in content.files and f"{source.removesuffix('.toml')}.csv" not in content.files:
            yield Violation(place, f"There is no {source} that this could translate.", "Rename the file, or delete it.")
        elif place.startswith(LETTERS) and place.endswith(".md") and language not in letter_languages:
            what = f"letters/languages.toml has no “{language}”."
            yield Violation(place, what, "Add what letters need in this language: dates, and words for what happened.")


def extra_translated_field(content: ContentTree) -> Iterator[Violation]:
    """A translation has only texts: everything else is the same in every language, and stays in the source."""
    for place, overlay in content.overlays.items():
        found = _source_of(content, place)
        if found is None:
            continue
        known = {describe_path(path) for path in found.texts}
        for path in overlay_texts(overlay):
            if path not in found.texts:
                name = describe_path(path)
                yield Violation(place, f"The source has no text “{name}”.", did_you_mean(name, known), quote=path[-1])


def _source_of(content: ContentTree, place: str) -> TranslatedSource | None:
    """Return the source of an overlay; None if there is none, or the overlay is a search file, which only adds phrases."""
    language = overlay_language(place)
    return next((each for each in translated_sources(content, language) if each.place == place), None)


def different_placeholders(content: ContentTree) -> Iterator[Violation]:
    """What the program fills in is the same in every language; a name that is not there would stay empty."""
    yield from _differences(content, _placeholders, "placeholders and conditions")


def _placeholders(text: str) -> set[str]:
    placeholders = (match[1] or match[2] for match in _PLACEHOLDERS.finditer(text))
    return {_CHOICE_OF_WORDS.sub(r'""\g<condition>""', each) for each in placeholders} | set(_CONDITIONS.findall(text))


def different_structure(content: ContentTree) -> Iterator[Violation]:
    """A translation has as many instructions, list items, headings, links and code as the source: people are led the same way."""
    yield from _differences(content, lambda text: len(_LISTS.findall(text)), "numbers of instructions or list items")
    yield from _differences(content, _HEADINGS.findall, "headings")
    yield from _differences(content, lambda text: sorted(match["target"] for match in LINK.finditer(text)), "links")
    yield from _differences(content, lambda text: sorted(_CODE.findall(text)), "passages in code marks")


def different_menu_words(content: ContentTree) -> Iterator[Violation]:
    """Menu words of a step stay in English and bold: the program puts Meta's own word beside them where one is known."""
    for pair in _text_pairs(content):
        if pair.place.startswith("actions/"):
            words = set(_BOLD.findall(pair.source))
            for word in _BOLD.findall(pair.translation):
                if word not in words:
                    next_step = did_you_mean(word, words, "Take the bold words of the source, unchanged.")
                    yield Violation(pair.place, f"“{word}” is bold, and not in the source.", next_step, quote=word)


def unreadable_template(content: ContentTree) -> Iterator[Violation]:
    """A translated letter can be filled in like its source."""
    for pair in _text_pairs(content):
        if pair.place.startswith(LETTERS) and pair.path == (BODY,) and parse_template(pair.translation) is None:
            yield Violation(pair.place, "This is no valid letter.", "Compare its {{ }} and {% %} with those of the source.")


def _differences(content: ContentTree, feature: Callable[[str], object], what: str) -> Iterator[Violation]:
    """Yield a violation for each translation whose feature is not that of its source."""
    for pair in _text_pairs(content):
        wanted, found = feature(pair.source), feature(pair.translation)
        if wanted != found:
            name = describe_path(pair.path)
            yield Violation(
                pair.place, f"In “{name}” the {what} differ: {_feature_text(found)}.", f"The source has {_feature_text(wanted)}."
            )


def _feature_text(feature: object) -> str:
    return ", ".join(sorted(map(str, feature))) or "none" if isinstance(feature, set | list) else str(feature)


def _text_pairs(content: ContentTree) -> Iterator[TextPair]:
    """Yield every text of an overlay that is current, with its source."""
    for place, overlay in content.overlays.items():
        found = _source_of(content, place)
        for path, value in current_texts(found.source, overlay).items() if found else ():
            yield TextPair(place, path, _joined_text(found.texts[path].value), _joined_text(value))  # type: ignore[union-attr]


def _joined_text(value: TextValue) -> str:
    return value if isinstance(value, str) else "\n".join(value)


def missing_translation(content: ContentTree) -> Iterator[Violation]:
    """A text that is not translated is shown in English."""
    offered = {each.id for each in program_languages(content) if each.offered}
    for language in program_languages(content):
        for each in translated_sources(content, language.id):
            found = overlay_texts(each.overlay) if each.overlay else {}
            missing = [path for path, text in each.texts.items() if path not in found and not text.optional]
            if missing and (each.overlay or language.id in offered):
                place = each.place if each.overlay else each.source.place
                yield Violation(place, f"Not translated into {language.id}: {_path_names(missing)}.", "Translate it.")
    yield from _missing_phrases(content)


def _missing_phrases(content: ContentTree) -> Iterator[Violation]:
    """Yield the words for chronologies that a language lacks into which letters are translated."""
    known = content.library.languages
    translated = {language for _, letter in content.letters() for language in letter.translated}
    for id in sorted(translated & known.keys()) if SOURCE_LANGUAGE in known else ():
        for name in ("event_phrases", "cases", "matters"):
            missing = getattr(known[SOURCE_LANGUAGE], name).keys() - getattr(known[id], name).keys()
            if missing:
                what = f"Not translated into {id}: {_path_names([(each,) for each in sorted(missing)])}."
                yield Violation(f"{LETTERS}languages.toml [{id}]", what, "Translate it.")


def stale_translation(content: ContentTree) -> Iterator[Violation]:
    """A translation whose source has changed is not shown: English is, until someone has looked at it."""
    for place, overlay in content.overlays.items():
        found = _source_of(content, place)
        if found is None:
            continue
        translated = overlay_texts(overlay)
        current = current_texts(found.source, overlay)
        stale = [path for path in translated if path in found.texts and path not in current]
        if stale:
            unstamped = not any(path in stamps(overlay) for path in stale)
            what = "Not marked as current" if unstamped else "The source has changed"
            yield Violation(place, f"{what}: {_path_names(stale)}.", "Compare it with the source; then run `check --stamp FILE`.")


def _path_names(paths: list[TextPath]) -> str:
    names = ", ".join(map(describe_path, paths[:SHOWN]))
    return f"{names} and {len(paths) - SHOWN} more" if len(paths) > SHOWN else names
