"""Choose the language of the program: by option, variable, setting or locale."""

from collections.abc import Callable, Mapping
from functools import cache

from wizard.errors import WizardError
from wizard.i18n import SOURCE_LANGUAGE

LANGUAGE_VARIABLE = "PROTECT_MY_PHOTOS_LANG"
LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The variables of the locale; the first that is set decides."""
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


@cache
def interface_languages() -> dict[str, Mapping[str, object]]:
    """Return the languages that the program can speak, by code, as they are written in the file. Cached.

    The file is read by itself: help, for one, needs nothing else of the content, whose index takes longer.
    """
    import tomllib  # late: in English without a setting nothing is read

    own = __file__.removesuffix("language_choice.py")
    try:
        file = open(f"{own}shipped/languages.toml", "rb")  # noqa: SIM115, PTH123 - in the package; pathlib takes long to import
    except OSError:
        file = open(f"{own}../../content/languages.toml", "rb")  # noqa: SIM115, PTH123 - in a checkout
    table: Mapping[str, object]
    try:
        with file:
            table = tomllib.load(file)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        from .languages import LANGUAGES, shipped_files

        table = shipped_files().table(LANGUAGES)  # which says what is wrong with it
    return {code: each for code, each in table.items() if isinstance(each, dict) and not each.get("letters_only")}


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
