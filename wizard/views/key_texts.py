"""What the keys of the full screen do: a word for the key bar, a sentence for the help, hints for the status line.

The words are translated in the context "key", since a short word such as "open" has other meanings elsewhere.
"""

from typing import NamedTuple

from wizard.i18n import N_, NP_, _, pgettext


class KeyText(NamedTuple):
    """The texts of a key. `word` stands in the key bar; "" leaves the key out of bar and help."""

    word: str
    sentence: str

    @property
    def label(self) -> str:
        """The word for the key bar, in the chosen language."""
        return pgettext("key", self.word) if self.word else ""

    @property
    def help(self) -> str:
        """The sentence for the help, in the chosen language."""
        return _(self.sentence)


KEY_NAMES = {
    "enter": NP_("key name", "enter"),
    "esc": NP_("key name", "esc"),
    "space": NP_("key name", "space"),
    "tab": NP_("key name", "tab"),
    "page ↑↓": NP_("key name", "page ↑↓"),
}
"""What stands on keys that have no letter, as it is printed on the keyboard."""
CONTROL = "ctrl+"


def key_name(key: str) -> str:
    """Return the name of a key as it stands on keyboards in the chosen language."""
    if key.startswith(CONTROL):
        return pgettext("key name", "ctrl+{key}", key=key.removeprefix(CONTROL))
    return pgettext("key name", KEY_NAMES[key]) if key in KEY_NAMES else key


EXPLAIN = KeyText("", N_("Say what this is for."))
SCROLL_DOWN = KeyText("", N_("Scroll down."))
SCROLL_UP = KeyText("", N_("Scroll up."))
PAGE_DOWN = KeyText(NP_("key", "down"), N_("Scroll by a page."))
PAGE_UP = KeyText(NP_("key", "up"), N_("Scroll by a page."))
READ_ON = KeyText(NP_("key", "page down"), N_("Scroll on by a page."))
READ_BACK = KeyText(NP_("key", "up"), N_("Scroll up by a page."))
HELP = KeyText(NP_("key", "help"), N_("Say what this is for and which keys it knows; f1 while you type."))
ALL_KEYS = KeyText(NP_("key", "help"), N_("Show all keys."))
FIND = KeyText(NP_("key", "find"), N_("Find any step, letter, text or setting; ctrl+p while you type."))
SEARCH = KeyText(NP_("key", "search"), N_("Find any step, letter, text or setting; ctrl+p while you type."))
NEXT_PART = KeyText(NP_("key", "on"), N_("Go on to the next list or field; with shift, back."))
COLOURS = KeyText(NP_("key", "colours"), N_("Change the colours: dark, light, high contrast, the terminal's own."))
PAUSE = KeyText(NP_("key", "pause"), N_("Go back to the shell for a while; the command fg brings you here again."))
LEAVE = KeyText(NP_("key", "leave"), N_("Leave. You are asked first about anything that is not saved."))
INTERRUPT = KeyText(NP_("key", "leave"), N_("Copy what the mouse selected; with nothing selected leave."))
UNDO = KeyText(NP_("key", "undo"), N_("Take back the last thing you recorded."))
BACK = KeyText(NP_("key", "back"), N_("Go back."))
CLOSE = KeyText(NP_("key", "close"), N_("Close without doing anything."))
KEEP_THEME = KeyText(NP_("key", "keep"), N_("Keep the theme under the cursor."))
CHOOSE_THEME = KeyText(
    NP_("key", "theme: choose the colours"),
    N_("Colors, dark mode, light mode, high contrast, nord, gruvbox, dracula, solarized, appearance."),
)
CHOOSE_THEME_HINT = N_("dark, light and others, with a preview")
SAVE_PICTURE = KeyText(NP_("key", "save a picture of this page"), N_("A screenshot, image or SVG to share."))
SAVE_PICTURE_HINT = N_("names are blacked out")
LEAVE_PROGRAM = KeyText(NP_("key", "leave the program"), N_("Quit, exit, bye."))
LEAVE_PROGRAM_HINT = N_("you are asked about anything unsaved")
LINE_MODE = KeyText(NP_("key", "go on in line mode"), N_("Plain lines and typed numbers."))
LINE_MODE_HINT = N_("for a screen reader or braille")
START = KeyText(NP_("key", "start"), N_("Begin with the questions."))
GO_ON = KeyText(NP_("key", "go on"), N_("Go on where you stopped."))

TAKE_ROW = KeyText(NP_("key", "choose"), N_("Do what is under the cursor."))
OPEN_ROW = KeyText(NP_("key", "open"), N_("Open what is under the cursor."))
OPEN_RESULT = KeyText(NP_("key", "open"), N_("Open what is under the cursor, or do it."))
POINT = KeyText(NP_("key", "choose"), N_("Go up and down in the results."))
SAVE_FILE = KeyText(NP_("key", "save"), N_("Save under this name."))
MERGE = KeyText(NP_("key", "merge"), N_("Merge this copy in."))

NEXT = KeyText(NP_("key", "next"), N_("Keep the answer and go on."))
CHOOSE = KeyText(NP_("key", "choose"), N_("Choose, or take the choice back."))
SKIP = KeyText(NP_("key", "skip"), N_("Leave the question open; the plan then covers every case."))
INTO_LIST = KeyText(NP_("key", "choose"), N_("Go down into the list."))
CHANGE_ANSWER = KeyText(NP_("key", "change or go on"), N_("Change the answer under the cursor, or go on."))
TO_PLAN = KeyText(NP_("key", "plan"), N_("Go on to what you can do, and your plan."))
SEE_PLAN = KeyText(NP_("key", "see the plan"), N_("Go on to your plan."))
ALL_ABOUT_PLACE = KeyText(NP_("key", "all about your place"), N_("Read all the rules where you live, with sources."))
BACK_TO_ANSWERS = KeyText(NP_("key", "answers"), N_("Go back to your answers."))

TEN_MINUTES = KeyText(NP_("key", "ten minutes"), N_("What helps most if you have ten minutes."))
REQUESTS = KeyText(NP_("key", "requests"), N_("Your requests: what was sent, what came back, what follows."))
LETTERS = KeyText(NP_("key", "letters"), N_("Letters for your requests and for people you know."))
ALL_LETTERS = KeyText(NP_("key", "letters"), N_("All letters: for your requests, and for people you know."))
PAPER = KeyText(NP_("key", "paper"), N_("See the whole plan and its dates, and save them as documents."))
CONTACTS = KeyText(NP_("key", "people you asked"), N_("The people you asked about photos, and what happened."))
AUDIT = KeyText(NP_("key", "what Meta has"), N_("Read your data export from Meta: what it really has about you."))
LEARN = KeyText(NP_("key", "learn"), N_("Read how Meta's AI training works, and what is disputed."))
ANSWERS = KeyText(NP_("key", "answers"), N_("See your answers and change them."))
PLACE = KeyText(NP_("key", "your place"), N_("The rules where you live."))
STORED_DATA = KeyText(NP_("key", "what is stored"), N_("See everything that is stored, copy it, merge a copy, remove it."))
MORE_TIME = KeyText(NP_("key", "more time"), N_("Five minutes more."))
LESS_TIME = KeyText(NP_("key", "less"), N_("Five minutes less."))

STEP_DONE = KeyText(NP_("key", "done"), N_("The step is done."))
STEP_SENT = KeyText(NP_("key", "sent"), N_("You sent it: say on which day."))
ROW_DONE = KeyText(NP_("key", "done"), N_("The step under the cursor is done."))
NOT_FOR_ME = KeyText(NP_("key", "not for me"), N_("The step is not for you; say why, and it no longer counts."))
REOPEN = KeyText(NP_("key", "open again"), N_("You want to do the step after all."))
TAKE_REASON = KeyText(NP_("key", "take this reason"), N_("Leave the step out with this reason."))
FORM_RESULT = KeyText(
    NP_("key", "did it open?"), N_("Say whether Meta's objection form opened for you; your plan changes at once.")
)
WHY = KeyText(NP_("key", "why"), N_("Why this step is in your plan, how it is weighed, what would change it."))
STEP_NOTE = KeyText(NP_("key", "note"), N_("Keep a note with this step."))
KEEP_NOTE = KeyText(NP_("key", "keep the note"), N_("Keep the note."))
OPEN_LINK = KeyText(NP_("key", "open link"), N_("Open the link under the cursor, or the first one; 1 to 9 open the others."))
OPEN_NUMBERED_LINK = KeyText("", N_("Open the link with this number."))
STEP_LETTER = KeyText(NP_("key", "letter"), N_("Write the letter under the cursor, or the first one."))
LINK_CODE = KeyText(NP_("key", "QR code"), N_("Show the link as a QR code for the phone."))
OPEN_ADDRESS = KeyText(NP_("key", "open"), N_("Open the address in your browser or mail program."))
ADDRESS_CODE = KeyText(NP_("key", "QR code"), N_("Show the address as a QR code for the phone."))
OPEN_PANEL = KeyText(NP_("key", "open"), N_("Open the page that this panel is about."))
LANGUAGE = KeyText(NP_("key", "language"), N_("Choose the language; each is shown by its own name."))
TAKE_WAY = KeyText(NP_("key", "choose"), N_("Object now, or go on to your plan."))
FORM_CODE = KeyText(NP_("key", "QR code"), N_("Show Meta's form, or the authority's page, as a QR code for the phone."))
COPY_ADDRESS = KeyText(NP_("key", "copy"), N_("Send the address to the clipboard."))

OPEN_REQUEST = KeyText(NP_("key", "open"), N_("Open the request under the cursor."))
RECORD_ROW = KeyText(NP_("key", "choose"), N_("Record what is under the cursor."))
FITTING_LETTER = KeyText(NP_("key", "letter"), N_("Write the letter that fits now."))
ACCOUNTS = KeyText(NP_("key", "accounts"), N_("See your accounts, say whether you can get into them, or add another one."))
ACCOUNT = KeyText(NP_("key", "account"), N_("Say whether you can get into this account, name it, or add another one."))
OPEN_ACCOUNT_ROW = KeyText(NP_("key", "open"), N_("Open the row under the cursor."))
CHOOSE_ROW = KeyText(NP_("key", "choose"), N_("Do what is under the cursor."))
ADD_ACCOUNT = KeyText(NP_("key", "keep"), N_("Add this account."))
NAME_ACCOUNT = KeyText(NP_("key", "keep"), N_("Call the account this."))
REQUEST_NOTE = KeyText(NP_("key", "note"), N_("Keep a note with this request, a file number for example."))
RECORD_DAY = KeyText(NP_("key", "keep"), N_("Record it with this day."))
CONTACT_STATUS = KeyText(NP_("key", "record"), N_("Record what happened, or take the person off the list."))
ADD_CONTACT = KeyText(NP_("key", "add"), N_("Put someone on the list, by a nickname."))
CONTACT_LETTER = KeyText(
    NP_("key", "write"), N_("Write to the person under the cursor: a first message, a reminder or a thank-you.")
)
KEEP_CONTACT = KeyText(NP_("key", "keep"), N_("Put this person on the list, as asked today."))

OPEN_LETTER = KeyText(NP_("key", "open"), N_("Read what the letter says and write it."))
FILL_IN = KeyText(NP_("key", "choose"), N_("Fill in the field under the cursor, or do what it says."))
READ_LETTER = KeyText(NP_("key", "read it"), N_("Go to the letter itself, and back to the form."))
SAVE_LETTER = KeyText(NP_("key", "save"), N_("Save the letter: plain text, a page to print, a mail draft, Markdown."))
COPY_LETTER = KeyText(NP_("key", "copy"), N_("Send the letter to the clipboard, if your terminal allows it."))
LETTER_SENT = KeyText(NP_("key", "sent it"), N_("Record that you sent it; the time for an answer starts then."))
EDIT_LETTER = KeyText(NP_("key", "edit"), N_("Edit the finished text in your own editor."))
MAIL_LETTER = KeyText(NP_("key", "mail"), N_("Open the letter in your mail program."))
LETTER_LAW = KeyText(NP_("key", "law"), N_("What the letter says about the law, with sources."))
DISCARD_EDIT = KeyText(NP_("key", "undo the edit"), N_("Take back what you edited by hand."))
KEEP_FIELD = KeyText(NP_("key", "keep"), N_("Keep it."))
BACK_TO_LETTER = KeyText(NP_("key", "back"), N_("Back to the letter. What you typed stays."))

SAVE_DOCUMENT = KeyText(NP_("key", "save"), N_("Save the document to a file."))
OTHER_FORMAT = KeyText(
    NP_("key", "other format"), N_("Change the format: a page to print, plain text, Markdown, JSON or calendar.")
)
READ_ARTICLE = KeyText(NP_("key", "read"), N_("Read the article under the cursor."))
TO_LINKS = KeyText(NP_("key", "links"), N_("Go to the links below the text."))

READ_EXPORT = KeyText(NP_("key", "read it"), N_("Read the export that is named."))
OLDER_EXPORT = KeyText(NP_("key", "next field"), N_("Go to the field for an older export, and back."))
STOP_READING = KeyText(NP_("key", "stop"), N_("Stop reading. Nothing of it is kept."))
OPEN_ADVICE = KeyText(NP_("key", "open step"), N_("Open the step that helps with what is under the cursor."))
SHOW_ITEMS = KeyText(NP_("key", "items"), N_("Show the posts, photos and comments behind what is under the cursor."))
KEEP_FINDINGS = KeyText(NP_("key", "keep"), N_("Keep the numbers, and nothing else, so that your plan speaks of them."))
SAVE_REPORT = KeyText(NP_("key", "save"), N_("Save the report as a page, as text or as JSON."))
SAVE_ITEMS = KeyText(NP_("key", "save"), N_("Save the list of all items as a table or as a page to tick off."))
TAKE_FORMAT = KeyText(NP_("key", "choose"), N_("Take the format under the cursor."))
OPEN_AT_META = KeyText(NP_("key", "open at Meta"), N_("Open the page at Meta for what is under the cursor."))
ITEM_STEP_DONE = KeyText(NP_("key", "step done"), N_("The step is done."))

TAKE_BACK = N_("{key} takes it back.")
LETTERS_TYPED = N_("Typed: {letters}")
SETTLED_ALREADY = N_("This step is settled already: {key} opens it again.")
STEP_IS_OPEN = N_("This step is open.")
STEP_FIRST = N_("Go to a step first: tab leads over to the steps.")
REQUEST_FIRST = N_("Enter opens the request: say there what came back.")
CONTACT_FIRST = N_("Add someone first: press a.")
GO_DOWN = N_("Go down and choose.")
ENTER_TAKES_PLACE = N_("Enter takes the marked place.")
"""Hints for the status line: what to press, or why a key has no effect here. Translated where they are shown."""
