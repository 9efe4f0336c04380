"""What the person should know before a letter goes out, in the same words in every face."""

from wizard.core.formatting import CONFIDENCE, format_date
from wizard.core.letter.applicability import WAITING, objection_stage
from wizard.core.letter.models import Letter
from wizard.core.objection import Objection
from wizard.core.snapshot import Snapshot

from .rendering import too_long_error
from .template import RenderedLetter, character_count, word_count


def letter_warnings(letter: Letter, case: Snapshot, about: Objection | None, written: RenderedLetter) -> list[str]:
    """A sentence each: safety first, then time, room, language and how sure we are of the law."""
    said = []
    home = case.library.countries.get(next(iter(case.answers.get("country", ())), ""))
    if home and home.safety:  # where the person lives today, wherever the request was sent from
        said.append(home.safety)
    if about and letter.after_events and objection_stage(about, case.today) == WAITING and about.due:
        said.append(f"There is still time: the answer about {about.title} is due on {format_date(about.due)}.")
    fits = too_long_error(letter, written) is None  # what is too long is no remark: it keeps the letter from going out
    if letter.most_characters and fits:
        said.append(f"{character_count(written)} of at most {letter.most_characters} characters.")
    if letter.most_words and fits:
        said.append(f"{word_count(written)} of at most {letter.most_words} words.")
    if not letter.reviewed:
        said.append(f"No one who writes {case.library.languages[letter.language].name} every day has looked at this text yet.")
    if letter.confidence != "confirmed":
        said.append(f"The law behind it is {CONFIDENCE[letter.confidence]}.")
    return said
