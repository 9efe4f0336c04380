"""What pages are for, as their help says it, where the page is not a value of its own module. Translated where shown."""

from wizard.i18n import N_

BOARD = N_(
    "Your plan: what is due, one thing to do now, then what follows. Tab goes over to the actions and back. "
    "The percentage is the share of your plan that is done: each step counts from 1 to 5 points, by our estimate, "
    "and a refused objection counts as not done."
)
INTERVIEW = N_("One question at a time. Each answer is saved at once; you can go back and change it whenever you like.")
STEP = N_("One thing to do. Follow the numbers, then press d. Nothing is done for you behind your back.")
NOTE = N_("A note that stays with this step, on this computer only.")
LETTER = N_("A letter to complete. Fill in what is needed, read it, save or copy it, send it yourself, and record that you did.")
FIELD = N_("One field of the letter. What you type stays in this program until you leave it, and isn't written to any file.")
READER = N_("Something to read at leisure. Links stand below the text, each with its address.")
SEARCH = N_("Type a word or two, or their first letters. Everything that has them is listed, the best first.")
SPOKEN_SEARCH = N_(
    "Type a word or several, for example: private, friend, watermark, locked out. Steps, letters and texts are listed."
)
SAVE = N_("The file will be readable by you alone. One that is there already is replaced only if you say so.")
REPLACE = N_("There is a file of that name. Nothing happens to it unless you say so. Esc leads back to the name.")
AUDIT = N_(
    "Name the data export that Meta gave you, to see what Meta has about you. "
    "It is read on this computer only: nothing is unpacked, written or sent."
)
SPOKEN_AUDIT = N_(
    "The ZIP file that Meta gave you, or the folder it was unpacked to. Several parts: one name after another, or their folder. "
    "It is read on this computer only."
)
READING = N_("Your export is being read. Escape stops it; nothing of it is kept.")
AUDIT_REPORT = N_("What your export shows, worst first. Enter opens the step that helps. Page down leads to the numbers by year.")
AUDIT_FORMAT = N_("The report can be saved to look at, to print, or for a program. It holds numbers, and nothing you wrote.")
SAVED_ITEMS = N_(
    "The list holds each item that was read, with its date, its first words and the way to it at Meta. "
    "Keep it as private as the export itself."
)
AUDIT_ITEMS = N_("The items behind these numbers: those with a place first, then the oldest. Enter opens the page at Meta.")
SPOKEN_AUDIT_ITEMS = N_(
    "The items behind these numbers, and the step that helps. To show them, the export is read once more, on this computer only."
)
