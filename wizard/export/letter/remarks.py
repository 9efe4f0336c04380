"""What the person should know before a letter goes out, in the same words in every face."""

from wizard.core.case import Case
from wizard.core.letter.fit import WAITING, stage
from wizard.core.letter.parts import Letter
from wizard.core.objection import ObjectionCase
from wizard.core.words import CONFIDENCE, day

from .ready import too_long
from .template import Written, characters, words


def remarks(letter: Letter, case: Case, about: ObjectionCase | None, written: Written) -> list[str]:
    """A sentence each: safety first, then time, room, language and how sure we are of the law."""
    said = []
    home = case.library.countries.get(next(iter(case.answers.get("country", ())), ""))
    if home and home.safety:  # where the person lives today, wherever the request was sent from
        said.append(home.safety)
    if about and letter.after and stage(about, case.today) == WAITING and about.due:
        said.append(f"There is still time: the answer about {about.title} is due on {day(about.due)}.")
    fits = too_long(letter, written) is None  # what is too long is no remark: it keeps the letter from going out
    if letter.most_characters and fits:
        said.append(f"{characters(written)} of at most {letter.most_characters} characters.")
    if letter.most_words and fits:
        said.append(f"{words(written)} of at most {letter.most_words} words.")
    if not letter.reviewed:
        said.append(f"No one who writes {case.library.languages[letter.language].name} every day has looked at this text yet.")
    if letter.confidence != "confirmed":
        said.append(f"The law behind it is {CONFIDENCE[letter.confidence]}.")
    return said
