"""The fields that each kind of content file may have, as content/README.md lists them."""

from collections.abc import Mapping
from typing import TypeAlias

Form: TypeAlias = "Mapping[str, Form]"
"""Field names with the form of the tables in them; a form without names is looked into no further, “*” is any name."""

COLUMNS = {
    "aliases.csv": ("alias", "target"),
    "countries.csv": ("alpha2", "name", "regime", "law", "authority", "form", "confidence", "safety", "note"),
    "regions.csv": ("id", "name", "law", "authority", "valid_from", "valid_until", "note"),
}


def _names(names: str) -> Form:
    return {name: {} for name in names.split()}


_STATEMENT = _names("text confidence sources when valid_from valid_until")
_ACTION = _names("title summary")
_STEP: Form = {
    **_names("title minutes impact impact_why gain when requires confidence sources checked kind valid_from valid_until"),
    **_names("mends letters"),
    "means": _names("case kind"),
    "links": _names("label source when"),
}
_ARTICLE = _names("title summary keywords sources checked kind confidence")
_QUESTION: Form = {**_names("id kind title why when asked"), "choices": _names("id label hint alone covers")}
_REGIME: Form = {
    **_names("name law sources checked headlines"),
    "can": _STATEMENT,
    "cannot": _STATEMENT,
    "notes": _STATEMENT,
    "rights": {**_STATEMENT, **_names("id article")},
    "clocks": {**_STATEMENT, **_names("id number unit start statutory"), "extension": _names("number unit")},
    "escalations": {**_STATEMENT, **_names("id title to clock after")},
    "forms": _names("service source"),
}

FORMS: Mapping[str, Form] = {
    "actions/*/action.md": _ACTION,
    "actions/*.md": _STEP,
    "articles/*.md": _ARTICLE,
    "questions/*.toml": {"questions": _QUESTION},
    "regimes/*.toml": _REGIME,
    "authorities.toml": {"*": _names("name url form languages note confidence checked valid_from valid_until")},
    "outcomes.toml": {"*": _names("label question status clock restarts recommend meanwhile letter")},
    "services.toml": {"*": _names("name note")},
    "sources.toml": {"*": _names("title publisher url checked confidence about")},
    "words.toml": _names("spelling names"),
}
"""Forms by the pattern of the path; the first that fits counts."""
