"""What the user should know before a letter goes out, in the same words in both front ends."""

from datetime import date

from wizard.core.formatting import CONFIDENCE, format_date
from wizard.core.letter.applicability import WAITING, request_stage
from wizard.core.letter.models import Letter
from wizard.core.request import Request
from wizard.core.snapshot import Snapshot
from wizard.core.time_limit import find_time_limit
from wizard.i18n import _, ngettext

from .rendering import too_long_error
from .template import RenderedLetter, character_count, word_count

COMPLAINT_TO_META, ACKNOWLEDGE = "complaint-meta", "acknowledge"
"""The event of a complaint to Meta itself, and the time limit within which Meta must confirm that it has it."""


def letter_warnings(letter: Letter, snapshot: Snapshot, request: Request | None, rendered: RenderedLetter) -> list[str]:
    """Return the warnings, one sentence each: safety, time limit, length, language, confidence."""
    warnings = []
    country = snapshot.library.countries.get(next(iter(snapshot.answers.get("country", ())), ""))
    if country and country.safety:  # of the country of residence today, wherever the request was sent from
        warnings.append(country.safety)
    if request and letter.after_events and request_stage(request, snapshot.today) == WAITING and request.due:
        warnings.append(_waiting_warning(request, request.due))
    # A text that is too long is an error, not a warning: `final_letter` refuses it.
    fits_channel = too_long_error(letter, rendered) is None
    if letter.most_characters and fits_channel:
        warnings.append(
            ngettext(
                "{used} of at most {count} character.",
                "{used} of at most {count} characters.",
                letter.most_characters,
                used=character_count(rendered),
            )
        )
    if letter.most_words and fits_channel:
        warnings.append(
            ngettext(
                "{used} of at most {count} word.",
                "{used} of at most {count} words.",
                letter.most_words,
                used=word_count(rendered),
            )
        )
    language = snapshot.library.languages[letter.language].name
    if letter.language != snapshot.library.language:
        warnings.append(_("The letter is in {language}. To read it in your language, change its language.", language=language))
    if not letter.reviewed:
        warnings.append(_("No lawyer who speaks {language} has reviewed this text yet.", language=language))
    if letter.confidence != "confirmed":
        warnings.append(_("The law behind it is {confidence}.", confidence=CONFIDENCE[letter.confidence]))
    return warnings


def _waiting_warning(request: Request, due: date) -> str:
    """Return what Meta still has time for: after a complaint to Meta itself, only its receipt has a day by law."""
    day, place = format_date(due), request.place
    acknowledges = request.events[-1].kind == COMPLAINT_TO_META and find_time_limit(ACKNOWLEDGE, place, request.facts, due)
    if acknowledges and place and place.authority:
        return _(
            "Meta has until {day} to acknowledge your complaint; there is no fixed date for its answer. "
            "Give Meta that chance first: the {authority} expects it.",
            day=day,
            authority=place.authority.name,
        )
    return _("There is still time: the answer about {title} is due on {day}.", title=request.title, day=day)
