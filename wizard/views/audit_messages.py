"""What both front ends say around an audit: questions, titles, choices and answers to keys. Translated where shown."""

from wizard.i18n import N_

PAGE_TITLE = N_("Your data export")
QUESTION = N_("What does Meta have about you?")
READ_ON_THIS_COMPUTER = N_("Your export is read on this computer only. Nothing is unpacked, written or sent.")
NEW_EXPORT = N_("The ZIP file that Meta gave you, or its folder")
HOW_TO_NAME = N_(
    "Type or paste a file name, or drop the file here; → completes a name. "
    "Several parts of one export: one name after another, or the folder they lie in."
)
OLD_EXPORT = N_("An older export, to see what has changed (if you like)")
NO_EXPORT_YET = N_("You have none yet? Ask Meta for it")
NAME_EXPORT_FIRST = N_("Name the export first: the ZIP file that Meta gave you, or the folder it was unpacked to.")
WHICH_EXPORT = N_("Which file or folder is the export?")
WHICH_OLD_EXPORT = N_("Which file or folder is an older export, to hear what has changed?")

READING_TITLE = N_("Reading your export")
READING_NOTE = N_("Large exports take a minute. Escape stops; nothing of it is kept.")
READING = N_("Reading. This can take a minute.")
READING_OLD = N_("First the older export")
READING_NEW = N_("Now the newer export")
READING_ITEMS = N_("Reading the single items.")
READING_ITEMS_LONG = N_("Reading the single items. This can take a minute.")
STOPPED = N_("Stopped. Nothing was kept.")

NOT_KEPT = N_("Nothing of this is kept when you leave. k keeps the numbers, and nothing else, so that your plan speaks of them.")
KEPT = N_("The numbers are kept on this computer, and nothing else. Your plan speaks of them.")
KEPT_STATUS = N_("numbers kept")
NOT_KEPT_STATUS = N_("nothing kept")
IN_PLAN_NOW = N_("Your plan speaks of them now.")
LIST_FILE_NAME = "my-photo-list"
SAVE_LIST_CHOICES = {
    "csv": N_("Save the list of all items as a table"),
    "html": N_("Save the list of all items as a page to tick off"),
}
"""The list of single items by the extension of the file, as choices in a list of other things to do."""
KEEP_NUMBERS = N_("Keep the numbers, and nothing else, so that the plan speaks of them")
NO_ITEMS = N_("There are no single items behind this number.")
NO_STEP = N_("No step helps with this.")
NOT_YOURS = N_("Your answers left this step out of your plan. Change them with a on the board.")
NOT_ASKED = N_("Answer the questions first: they show whether this step is in your plan.")
NOT_IN_PLAN = N_("This step is not in your plan, so it cannot be marked.")
SETTLED = N_("This step is settled already.")
STEP_CLOSED = N_("step closed")
NO_ADDRESS_KNOWN = N_("We know no address for this. Follow the directions above the list.")
THIS_ITEM = N_("This item")

THE_STEP = N_("The step: {step}")
SHOW_ITEMS = N_("See the posts, photos and comments behind it")
OPEN_THE_STEP = N_("Open the step")
STEP_IS_DONE = N_("The step is done")
WHAT_NOW = N_("What now?")
WHAT_NOW_ABOUT = N_("{subject}: what now?")

SAVE_AS = N_("Save the report as")
FILE_NAME = "my-photo-audit"
FILE_FORMATS = {
    "html": N_("A page to print, with charts, .html"),
    "txt": N_("Plain text, .txt"),
    "json": N_("JSON for programs, .json"),
}
"""The formats of the report by the extension of the file, as choices beside each other."""
SAVE_CHOICES = {
    "txt": N_("Save this as text"),
    "html": N_("Save this as a page to print"),
    "json": N_("Save this as JSON for programs"),
}
"""The same as choices in a list of other things to do."""
