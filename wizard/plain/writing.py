"""A letter while it is being written in this conversation: which one, about which case, and what was typed for it."""

from collections.abc import Sequence
from dataclasses import dataclass

from wizard.core.letter.blanks import personal
from wizard.core.letter.choice import choose
from wizard.core.letter.draft import Draft, draft
from wizard.core.letter.parts import Blank, Letter
from wizard.core.letter.values import preview_values
from wizard.core.objection import ObjectionCase
from wizard.export.letter import Written, write_letter

from .talk import Talk

FRIEND = "friend"
"""The blank that holds whom a message goes to, by nickname."""


@dataclass
class Writing:
    """What was typed is remembered until the conversation ends, for this letter and, where it is personal, for all; never stored.

    `edited` is the text as the person changed it by hand.
    """

    talk: Talk
    kind: str
    target: str = ""
    language: str = ""
    friend: str = ""
    edited: Written | None = None

    @property
    def draft(self) -> Draft:
        """The letter as it stands. Raises WizardError where the person's place has none of this kind."""
        case = self.talk.case
        letter, about = choose(case, self.kind, self.target, self.language, sure=False)
        typed = {blank.id: self.talk.typed.get(self._name(letter, about, blank)) for blank in letter.blanks}
        kept = personal(letter, self.talk.session.kept_fields)
        return draft(letter, case, about, {**kept, **{id: texts for id, texts in typed.items() if texts is not None}})

    @property
    def written(self) -> Written:
        """The text: as it was edited, else as it follows from the blanks."""
        current = self.draft
        values = preview_values(current.letter, current.case, current.about, current.given)
        return self.edited or write_letter(current.letter, values)

    def put(self, blank: Blank, texts: Sequence[str]) -> None:
        """Fill a blank in."""
        current = self.draft
        self.talk.typed[self._name(current.letter, current.about, blank)] = tuple(texts)

    def _name(self, letter: Letter, about: ObjectionCase | None, blank: Blank) -> tuple[str, ...]:
        """Under which name a text is found again: what is personal serves every letter, the rest this one and its case."""
        return (blank.id,) if blank.personal else (letter.family, about.target if about else "", self.friend, blank.id)
