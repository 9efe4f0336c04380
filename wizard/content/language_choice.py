"""Choose the language of the program: by option, variable, setting or locale."""

import os
from collections.abc import Callable, Mapping
from functools import cache

from wizard.errors import WizardError
from wizard.i18n import SOURCE_LANGUAGE, current_language

LANGUAGES = "languages.toml"
LANGUAGE_VARIABLE = "PROTECT_MY_PHOTOS_LANG"
LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The variables of the locale; the first that is set decides."""
_OWN_FOLDER = __file__.removesuffix("language_choice.py")
SHIPPED, CHECKOUT = f"{_OWN_FOLDER}shipped/languages.toml", f"{_OWN_FOLDER}../../content/languages.toml"
"""The file with the languages of the program in the installed package, and in a checkout."""
LANGUAGES_COPY = "languages.jsonl"
"""The same languages as JSON after the size of their file, written with the index. It is part of the package and of no commit."""
_NO_LANGUAGE = ("c", "posix", SOURCE_LANGUAGE)


def choose_language(option: str | None, env: Mapping[str, str], read_setting: Callable[[], str]) -> str:
    """Return the code of the language. A language that is not offered yet is used only if an option or the variable names it.

    Raises WizardError if option or variable name a language that there is not.
    """
    named = option or env.get(LANGUAGE_VARIABLE)
    if named:
        return _named_language(named)
    setting = read_setting()
    locale = next((env[name] for name in LOCALE_VARIABLES if env.get(name)), "")
    return _known_language(setting) or _offered_language(locale) or SOURCE_LANGUAGE


def language_option(named: str | None) -> str:
    """Return the option that selects the named language again, with a leading space.

    Returns "" if none was named, or another language was chosen since.
    """
    return f" --lang {current_language()}" if named and _known_language(named) == current_language() else ""


@cache
def interface_languages() -> dict[str, Mapping[str, object]]:
    """Return the languages that the program can speak, by code, as they are written in the file. Cached.

    The file is read by itself: help, for one, needs nothing else of the content, whose index takes longer.
    """
    table = _fresh_copy(SHIPPED) or _fresh_copy(CHECKOUT) or _parse_languages()
    return {code: each for code, each in table.items() if isinstance(each, dict) and not each.get("letters_only")}


def _fresh_copy(source: str) -> Mapping[str, object]:
    """Return the languages as they were when the program was built; {} if there are none, or this source has changed since."""
    import json  # late, as tomllib: in English without a setting nothing is read

    copy = f"{_OWN_FOLDER}{LANGUAGES_COPY}"
    try:
        with open(copy, "rb") as file:  # noqa: PTH123 - pathlib takes long to import
            size, table = json.load(file)
        # An installer writes files in any order, so modification times are only meaningful in a checkout.
        is_older = source == SHIPPED or os.stat(source).st_mtime_ns <= os.stat(copy).st_mtime_ns  # noqa: PTH116
        is_fresh = is_older and os.stat(source).st_size == size  # noqa: PTH116
    except (OSError, ValueError):
        return {}
    return table if is_fresh else {}


def _parse_languages() -> Mapping[str, object]:
    """Return the languages from the content. This takes three milliseconds longer than their copy."""
    import tomllib

    try:
        file = open(SHIPPED, "rb")  # noqa: SIM115, PTH123
    except OSError:
        file = open(CHECKOUT, "rb")  # noqa: SIM115, PTH123
    try:
        with file:
            return tomllib.load(file)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        from .languages import shipped_files

        return shipped_files().table(LANGUAGES)  # which says what is wrong with it


def _named_language(named: str) -> str:
    found = _known_language(named)
    if not found:
        languages = ", ".join(f"{code} ({each['name']})" for code, each in interface_languages().items())
        raise WizardError("language-unknown", language=named, languages=languages)
    return found


def _known_language(name: str) -> str:
    """Return the code of the language with this name or locale, such as `de`, `de_AT.UTF-8` or `pt-BR`; "" if there is none."""
    wanted = name.partition(".")[0].partition("@")[0].replace("_", "-").lower()
    if not wanted or wanted.partition("-")[0] in _NO_LANGUAGE:
        return SOURCE_LANGUAGE if wanted.partition("-")[0] == SOURCE_LANGUAGE else ""
    known = interface_languages()
    codes = {code.lower(): code for code in known}
    return codes.get(wanted) or codes.get(wanted.partition("-")[0], "")


def _offered_language(locale: str) -> str:
    """Return the language of a locale if it is offered; "" otherwise."""
    code = _known_language(locale)
    return code if code == SOURCE_LANGUAGE or (code and interface_languages()[code].get("offered")) else ""
