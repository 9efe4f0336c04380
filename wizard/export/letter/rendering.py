"""Render a draft: as a preview with placeholders, or as the final letter."""

from wizard.core.letter.account_fit import OFFICE
from wizard.core.letter.draft import Draft
from wizard.core.letter.field_values import missing_fields_error
from wizard.core.letter.models import Letter
from wizard.core.letter.template_values import template_values
from wizard.errors import WizardError

from .template import RenderedLetter, character_count, render_letter, word_count


def preview_letter(draft: Draft) -> RenderedLetter:
    """Render the letter with placeholders for missing fields, whatever its length."""
    return render_letter(draft.letter, template_values(draft.letter, draft.snapshot, draft.request, draft.given))


def final_letter(draft: Draft, edited: RenderedLetter | None = None) -> RenderedLetter:
    """Return the letter as it leaves the program, in the edited version if there is one.

    Every letter that is saved, copied or sent comes from this function.
    Raises WizardError if the text is too long for its channel, or if a field of a letter that was not edited is missing.
    """
    if draft.missing and not edited:
        raise _unknown_authority_error(draft) or missing_fields_error(draft.letter, draft.missing)
    rendered = edited or preview_letter(draft)
    if error := too_long_error(draft.letter, rendered):
        raise error
    return rendered


def _unknown_authority_error(draft: Draft) -> WizardError | None:
    """Build the error that asks for the region if the authority depends on it, else return None."""
    place = draft.unknown_authority_place
    if place is None or place.authority is None:
        return None
    if draft.region_question is None:
        return WizardError("authority-unknown", reason=draft.region_reason, url=place.authority.url, field=OFFICE)
    region_ids = (
        each.id for each in draft.snapshot.library.regions.values() if each.country == place.country.alpha2 and each.authority
    )
    return WizardError("region-needed", reason=draft.region_reason, region=next(region_ids, "…"))


def too_long_error(letter: Letter, rendered: RenderedLetter) -> WizardError | None:
    """Build the error for a text that is too long for its channel; None if it fits."""
    for code, limit, count_in in (
        ("letter-too-many-characters", letter.most_characters, character_count),
        ("letter-too-many-words", letter.most_words, word_count),
    ):
        # Counting writes the whole text out, and most letters have no limit.
        if limit and (count := count_in(rendered)) > limit:
            return WizardError(code, count=count, limit=limit)
    return None
