"""The country by name: what a typed text finds, and the guess that is offered but never assumed."""

from wizard.core.clean import clean_line
from wizard.core.library import Library

from .talk import Talk
from .teller import Finds, Row, Seek

PLACE_HELP = "Type the name of your country in any language, or its code."
NOTHING = "Nothing found. Try another spelling, the English name, or the two-letter code."
OTHER = "Or type another name."
OTHER_COUNTRY = "Or type the name of another country, in any language, or its code."
TYPED = 80


def seeker(library: Library) -> Seek:
    """The search over all places, as rows."""

    def seek(text: str) -> Finds:
        from wizard.services.finding import search_places

        found = search_places(library, clean_line(text, TYPED))
        rows = []
        for match in found.matches:
            known = match.region or (match.via and match.via.casefold() != match.name.casefold())
            name = library.regions[match.region].name if match.region in library.regions else match.via
            rows.append(Row(f"{match.alpha2} {match.region}".strip(), match.name, name if known else ""))
        chosen = next((row.id for row in rows if row.id[:2] == found.chosen), "")
        if not rows:
            return Finds((), remark=NOTHING)
        return Finds(tuple(rows), chosen, OTHER)

    return seek


def at_first(talk: Talk, given: tuple[str, ...]) -> Finds:
    """What is offered before anything is typed: the answer so far, else what this computer's settings suggest."""
    from wizard.services.finding import guess_place

    library = talk.case.library
    answered = library.countries.get(next(iter(given), ""))
    if answered:
        return Finds((Row(answered.alpha2, answered.name, "your answer so far"),), answered.alpha2, OTHER_COUNTRY)
    guessed = library.countries.get(guess_place(library, talk.env) or "")
    rows = (Row(guessed.alpha2, guessed.name, "from this computer's settings"),) if guessed else ()
    return Finds(rows, remark=OTHER_COUNTRY if rows else PLACE_HELP)
