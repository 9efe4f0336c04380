"""Bring the message catalogues of all languages up to date with the template, and compile them.

    .venv/bin/python -m tests.catalogues

A new language gets a catalogue with its plural forms, its months, days and lists from the Unicode CLDR. `make messages` does
this after it has collected the messages; nothing else writes the catalogues but translators.
"""

import sys
import tomllib
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages import Catalog, Message
from babel.messages.pofile import read_po, write_po
from babel.plural import to_gettext

from wizard.content.catalogue_compiler import catalogue_path, compile_catalogues, read_catalogue
from wizard.core.date_format import DATE, DAYS, MONTH_NAMES, MONTHS
from wizard.core.language_names import LANGUAGE_NAMES

ROOT = Path(__file__).parents[1]
WIDTH = 130
MILLIONS = "1000000"
"""What a plural rule for whole millions divides by."""


def interface_languages(root: Path) -> dict[str, str]:
    """Return the languages into which messages are translated, by code, with their tags."""
    table = tomllib.loads((root / "content" / "languages.toml").read_text(encoding="utf-8"))
    return {code: each["tag"] for code, each in table.items() if code != "en" and not each.get("letters_only")}


def date_pattern(locale: Locale) -> str:
    """Return how day, month and year stand together, with our placeholders."""
    pattern = locale.date_formats["long"].pattern
    quoted = pattern.split("'")
    for position in range(0, len(quoted), 2):
        for token, name in (("d", "{day}"), ("MMMM", "{month}"), ("y", "{year}")):
            quoted[position] = quoted[position].replace(token, name) if token != "d" else quoted[position].replace("d", "\0")
    return "".join(quoted).replace("\0", "{day}")


def plural_forms(tag: str) -> str:
    """Return the plural forms of a language for gettext. A form for whole millions, as in French, is left out: we count less."""
    forms = Catalog(locale=tag.replace("-", "_")).plural_forms
    if MILLIONS not in forms:
        return forms
    rules = Locale.parse(tag, sep="-").plural_form.rules
    return to_gettext({name: rule for name, rule in rules.items() if MILLIONS not in rule}).removesuffix(";")


def known_translations(tag: str) -> Mapping[str, str]:
    """Return the messages that the Unicode CLDR translates: months, days, dates, lists and languages.

    Months have their full names, as they stand in sentences and letters; English alone shortens them.
    """
    locale = Locale.parse(tag, sep="-")
    months = locale.months["format"]["wide"]
    days = locale.days["format"]["abbreviated"]
    lists = {word: locale.list_patterns[name]["end"] for word, name in (("and", "standard"), ("or", "or"))}
    return {
        **{message: months[number] for messages in (MONTHS, MONTH_NAMES) for number, message in enumerate(messages, 1)},
        **{message: days[number] for number, message in enumerate(DAYS)},
        **{Locale("en").languages[code]: locale.languages[code] for code in LANGUAGE_NAMES},
        DATE: date_pattern(locale),
        "en": tag,
        **{f"{{texts}} {word} {{last}}": pattern.format("{texts}", "{last}") for word, pattern in lists.items()},
    }


def update_catalogue(root: Path, code: str, tag: str) -> Catalog:
    """Write the catalogue of a language with all messages of the template, and return it. Translations are kept."""
    path = catalogue_path(root, code)
    with (root / "locale" / "messages.pot").open("rb") as file:
        template = read_po(file)  # anew for each language: Babel changes its messages
    _, _, entries = path.read_bytes().partition(b"\n\n") if path.exists() else (b"", b"", b"")
    catalogue = read_po(BytesIO(_header(code, tag) + entries))
    catalogue.update(template, no_fuzzy_matching=True)
    known = known_translations(tag)
    for message in catalogue:
        has_known = not message.context or message.id in (DATE, "en")  # the first day of a month mostly looks like any other
        if isinstance(message.id, str) and message.id in known and not message.string and has_known:
            message.string = known[message.id]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_header(code, tag) + _entries(catalogue))
    return read_catalogue(path)


def _header(code: str, tag: str) -> bytes:
    lines = (f"Language: {code}", f"Plural-Forms: {plural_forms(tag)}", "Content-Type: text/plain; charset=utf-8")
    return "".join(['msgid ""\nmsgstr ""\n', *(f'"{line}\\n"\n' for line in lines), "\n"]).encode()


def _entries(catalogue: Catalog) -> bytes:
    text = BytesIO()
    write_po(text, catalogue, width=WIDTH, omit_header=True, sort_by_file=True, include_lineno=False)
    return text.getvalue()


def is_translated(message: Message) -> bool:
    """Return True if all forms of a message are translated, and nobody has to look at it."""
    forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return all(forms) and not message.fuzzy


def _shares(catalogues: Mapping[str, Catalog]) -> Iterator[str]:
    for code, catalogue in catalogues.items():
        messages = [message for message in catalogue if message.id]
        yield f"{code} {100 * sum(map(is_translated, messages)) // len(messages)}%"


def main() -> None:
    """Update all catalogues, compile them and print how much is translated."""
    catalogues = {code: update_catalogue(ROOT, code, tag) for code, tag in interface_languages(ROOT).items()}
    compile_catalogues(ROOT)
    sys.stdout.write(f"Messages translated: {', '.join(_shares(catalogues))}.\n")


if __name__ == "__main__":
    main()
