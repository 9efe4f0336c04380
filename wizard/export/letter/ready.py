"""The letter from its draft: as far as it is written, and as it goes out."""

from wizard.core.letter.account import OFFICE
from wizard.core.letter.blanks import incomplete
from wizard.core.letter.draft import Draft
from wizard.core.letter.parts import Letter
from wizard.core.letter.values import letter_values
from wizard.errors import WizardError

from .template import Written, characters, words, write_letter


def preview(current: Draft) -> Written:
    """The letter as far as it is written, however long it is; where something is needed stands what belongs there."""
    return write_letter(current.letter, letter_values(current.letter, current.case, current.about, current.given))


def finished(current: Draft, edited: Written | None = None) -> Written:
    """The letter as it goes out, perhaps edited by hand; nothing leaves the program that did not come through here.

    Raises WizardError while something is missing, and where it is longer than its place allows.
    """
    if current.missing and not edited:
        raise _office_unknown(current) or incomplete(current.letter, current.missing)
    written = edited or preview(current)
    if wrong := too_long(current.letter, written):
        raise wrong
    return written


def _office_unknown(current: Draft) -> WizardError | None:
    """The error that asks for the region, where the authority follows from it and is not known."""
    place = current.case.place
    office = place.authority if place else None
    if not (place and office and office.described and any(each.id == OFFICE for each in current.missing)):
        return None
    moved = bool(current.about and current.about.sent_from)
    live = "lived" if moved else "live"
    what = f"Which authority takes this complaint depends on the part of {place.country.name} where you {live}."
    if moved:  # what is answered now speaks of another place
        return WizardError(what, f"Look it up at {office.url} and name it: --set {OFFICE}=…")
    parts = (each.id for each in current.case.library.regions.values() if each.country == place.country.alpha2 and each.authority)
    return WizardError(what, f"Say it first, for example: `protect-my-photos answer region={next(parts, '…')}`.")


def too_long(letter: Letter, written: Written) -> WizardError | None:
    """The error that says that a text is longer than its place allows, where it is."""
    for most, found, unit in (
        (letter.most_characters, characters(written), "characters"),
        (letter.most_words, words(written), "words"),
    ):
        if most and found > most:
            return WizardError(f"The text has {found:,} {unit}; at most {most:,} fit.", "Shorten what you wrote yourself.")
    return None
