"""The rules for translations, menu words and openings, with changes that break them."""

from .checking import Change, add, edit

FORM, FORM_DE = "actions/objection/facebook-form.md", "actions/objection/facebook-form.de.md"
LETTER_DE = "letters/objection-eu.de.md"
MENU, OPENINGS = "menu-words.toml", "letters/openings.toml"
Pair = tuple[str, str, Change, str]

# fmt: off
PAIRS: list[Pair] = [
    ("orphan-translation", "outcomes.xx.toml", add("outcomes.xx.toml", '[sent]\nlabel = "x"'), "“xx” is not a language"),
    ("orphan-translation", "articles/gone.de.md", add("articles/gone.de.md", "+++\n+++\nx"), "no articles/gone.md"),
    ("orphan-translation", "letters/reminder.fr.md", add("letters/reminder.fr.md", "+++\n+++\nx"), "has no “fr”"),
    ("extra-translated-field", FORM_DE, edit(FORM_DE, 'title = "S', 'minutes = "5"\ntitle = "S'), "no text “minutes”"),
    ("extra-translated-field", FORM_DE, edit(FORM_DE, 'gain = "Ihr', 'gian = "x"\ngain = "Ihr'), "Did you mean “gain”?"),
    ("different-placeholders", LETTER_DE, edit(LETTER_DE, "{{ today }}", "{{ heute }}"), "heute"),
    ("different-placeholders", LETTER_DE, edit(LETTER_DE, "{% if under.gdpr and rights", "{% if rights"), "placeholders"),
    ("different-structure", FORM_DE, edit(FORM_DE, "2. Wählen", "Wählen"), "instructions"),
    ("different-structure", FORM_DE, edit(FORM_DE, "{#moved}", "{#umgezogen}"), "umgezogen"),
    ("different-structure", FORM_DE, edit(FORM_DE, "Öffnen Sie den Link", "[Öffnen](source:news)"), "links"),
    ("different-structure", FORM_DE, edit(FORM_DE, "Öffnen Sie den Link", "Öffnen Sie `den Link`"), "code marks"),
    ("bare-address", FORM_DE, edit(FORM_DE, "Öffnen Sie den Link", "Öffnen Sie https://x.example/a"), "“https://x.example/a”"),
    ("different-menu-words", FORM_DE, edit(FORM_DE, "**Send**", "**Senden**"), "Did you mean “Send”?"),
    ("unreadable-template", LETTER_DE, edit(LETTER_DE, "{% endif %}", "{% endif"), "no valid letter"),
    ("unused-menu-word", f"{MENU} de", edit(MENU, '"Send"', '"Sent"'), "Did you mean “Send”?"),
    ("menu-word-without-source", f"{MENU} de", edit(MENU, "2025", "2031"), "from the year 2031"),
    ("former-without-word", f"{MENU} de", edit(MENU, "{word}", "anders"), "does not name the word"),
    ("invalid-opening", f"{OPENINGS} [sv]", edit(OPENINGS, "{company}", "Meta"), "does not fill in"),
]
# fmt: on
