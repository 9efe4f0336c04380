"""What is said after an action on a letter; the same in both front ends. Translated where they are shown."""

from wizard.i18n import N_

EDIT_TAKEN = N_("Your edit is kept.")
EDIT_EMPTY = N_("Nothing was changed.")
EDIT_DISCARDED = N_("Your edit is taken back. The text follows from what you filled in.")
EDITED_BEFORE = N_("You edited this text by hand; what you change in the fields no longer changes it.")
NO_TERMINAL_FOR_EDITOR = N_("This terminal cannot be handed to an editor. Save the letter and edit the file.")
FIELDS_KEPT = N_("Kept on this computer for your next letter.")
FIELDS_FORGOTTEN = N_("Nothing about you is kept for letters any more.")
NO_LETTER = N_("There is no letter here to send.")
NOTHING_TO_RECORD = N_("This letter belongs to none of your requests, so there is nothing to record.")
NOTHING_MISSING = N_("Nothing is missing any more. Read the letter, then save it or copy it.")
SOMETHING_MISSING = N_("Something is still needed.")
LETTER_HEADING = N_("The letter")
END_OF_LETTER = N_("That was the letter.")
COPY_FALLBACK = N_("If that does not work, save the letter to a file.")
DATE_HINT = N_("2026-11-23: year, month, day")
LEFT_OPEN = N_("Leave it open")
FIELD_NEEDED = N_("The letter needs this. Esc leaves it open for now.")
