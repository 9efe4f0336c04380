"""Choose for whom the program works: each person at this computer has a file of their own."""

from textual.message import Message

from wizard.core.snapshot import Snapshot
from wizard.core.unfinished_work import UnfinishedWork
from wizard.errors import WizardError
from wizard.storage.people import clean_person_name, first_person_path, other_people
from wizard.tui.messages import PersonRequested
from wizard.views.error_messages import error_text
from wizard.views.page import Page
from wizard.views.people import named_file_page, people_page, person_name_page

from .contacts import NicknameDialog
from .page_dialog import PageDialog


class PeopleDialog(PageDialog):
    """Asks for whom this is."""

    def make_page(self, snapshot: Snapshot) -> Page:
        session = self.wizard_app.session
        if first_person_path(session.store.path) is None:
            page = named_file_page()
            return page._replace(prompt=page.title)
        return people_page((person.name for person in other_people(session.store.path)), session.person)


class PersonNameDialog(NicknameDialog):
    """Asks for the name of someone new."""

    def make_page(self) -> Page:
        return person_name_page()

    def error(self, nickname: str) -> str:
        """Return why a name cannot be used; "" if it can."""
        try:
            clean_person_name(nickname)
        except WizardError as error:
            return error_text(error) if nickname.strip() else ""
        return ""

    def request(self, nickname: str) -> Message:
        """Return the request to go on for this person."""
        return PersonRequested(nickname)

    @property
    def unfinished(self) -> UnfinishedWork | None:
        """A name alone is nothing that one would miss."""
        return None
