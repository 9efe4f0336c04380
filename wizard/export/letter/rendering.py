"""The letter from its draft: as far as it is written, and as it goes out."""

from wizard.core.letter.account import OFFICE
from wizard.core.letter.draft import Draft
from wizard.core.letter.field_values import missing_fields_error
from wizard.core.letter.models import Letter
from wizard.core.letter.template_values import template_values
from wizard.errors import WizardError

from .template import RenderedLetter, character_count, render_letter, word_count


def preview_letter(current: Draft) -> RenderedLetter:
    """The letter as far as it is written, however long it is; where something is needed stands what belongs there."""
    return render_letter(current.letter, template_values(current.letter, current.snapshot, current.objection, current.given))


def final_letter(current: Draft, edited: RenderedLetter | None = None) -> RenderedLetter:
    """The letter as it goes out, perhaps edited by hand; nothing leaves the program that did not come through here.

    Raises WizardError while something is missing, and where it is longer than its place allows.
    """
    if current.missing and not edited:
        raise _office_unknown(current) or missing_fields_error(current.letter, current.missing)
    written = edited or preview_letter(current)
    if wrong := too_long_error(current.letter, written):
        raise wrong
    return written


def _office_unknown(current: Draft) -> WizardError | None:
    """The error that asks for the region, where the authority follows from it and is not known."""
    place = current.snapshot.place
    office = place.authority if place else None
    if not (place and office and office.described and any(each.id == OFFICE for each in current.missing)):
        return None
    moved = bool(current.objection and current.objection.sent_from)
    live = "lived" if moved else "live"
    what = f"Which authority takes this complaint depends on the part of {place.country.name} where you {live}."
    if moved:  # what is answered now speaks of another place
        return WizardError(what, f"Look it up at {office.url} and name it: --set {OFFICE}=…")
    parts = (
        each.id for each in current.snapshot.library.regions.values() if each.country == place.country.alpha2 and each.authority
    )
    return WizardError(what, f"Say it first, for example: `protect-my-photos answer region={next(parts, '…')}`.")


def too_long_error(letter: Letter, written: RenderedLetter) -> WizardError | None:
    """The error that says that a text is longer than its place allows, where it is."""
    for most, found, unit in (
        (letter.most_characters, character_count(written), "characters"),
        (letter.most_words, word_count(written), "words"),
    ):
        if most and found > most:
            return WizardError(f"The text has {found:,} {unit}; at most {most:,} fit.", "Shorten what you wrote yourself.")
    return None
