"""The fields that each kind of content file may have, as content/README.md lists them."""

from collections.abc import Mapping

from wizard.content.decoder import FieldTree, field_tree
from wizard.content.record_formats import ARTICLE, OUTCOME, QUESTION, SERVICE, SOURCE, STEP

FileSchema = FieldTree
"""Field names with the schemas of the tables in them. “*” is any name; an empty schema accepts anything."""

COLUMNS = {
    "aliases.csv": ("alias", "target"),
    "countries.csv": ("alpha2", "name", "regime", "law", "authority", "form", "confidence", "safety", "note"),
    "regions.csv": ("id", "name", "law", "authority", "valid_from", "valid_until", "note"),
}


def _names(names: str) -> FileSchema:
    return {name: {} for name in names.split()}


_STATEMENT = _names("text confidence sources when valid_from valid_until")
_ACTION = {**_names("title summary"), "elsewhere": _names("title summary intro")}
_STEP: FileSchema = {**field_tree(STEP), "passages": {"*": _names("when")}}
_REGIME: FileSchema = {
    **_names("name law sources checked headlines"),
    "can": _STATEMENT,
    "cannot": _STATEMENT,
    "notes": _STATEMENT,
    "rights": {**_STATEMENT, **_names("id article")},
    "clocks": {**_STATEMENT, **_names("id number unit start statutory"), "extension": _names("number unit")},
    "escalations": {**_STATEMENT, **_names("id title to clock after by")},
    "forms": _names("service source"),
}

_BLANK: FileSchema = {
    **_names("label why required lines day least most default events personal account"),
    "choices": _names("id label text when valid_from valid_until sources"),
}
_LEGAL = _names("article text source confidence")
_LETTER: FileSchema = {
    **_names("title family says limits language reviewed to subject when laws after once right clock channels"),
    **_names("sources checked kind confidence valid_from valid_until"),
    "limit": _names("characters words"),
    "blanks": {**_BLANK, **_names("id")},
    "statements": {**_LEGAL, **_names("id law")},
}
_LANGUAGE: FileSchema = {
    **_names("name day months joint cases matters article with_article"),
    "happenings": {"*": _names("who what exhibit")},
}

SCHEMAS: Mapping[str, FileSchema] = {
    "actions/*/action.md": _ACTION,
    "actions/*.md": _STEP,
    "articles/*.md": field_tree(ARTICLE),
    "questions/*.toml": {"questions": field_tree(QUESTION)},
    "regimes/*.toml": _REGIME,
    "letters/*.md": _LETTER,
    "letters/addressees.toml": {"*": _names("lines cases when source confidence checked note")},
    "letters/blanks.toml": {"*": _BLANK},
    "letters/languages.toml": {"*": _LANGUAGE},
    "letters/laws.toml": {"*": {**_names("name source when"), "statements": {"*": _LEGAL}}},
    "authorities.toml": {
        "*": _names("name description in_letters url form languages note confidence checked valid_from valid_until")
    },
    "outcomes.toml": {"*": field_tree(OUTCOME)},
    "services.toml": {"*": field_tree(SERVICE)},
    "sources.toml": {"*": field_tree(SOURCE)},
    "words.toml": _names("spelling names"),
}
"""Schemas by path pattern; the first match counts."""
