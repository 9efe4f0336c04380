"""What can be wrong with letters and the files beside them: the rule, the change, file and line, the finding, what to do."""

from .checking import Change, add, edit

FOLDER = "letters/"
LETTER, REMINDER = f"{FOLDER}objection-eu.md", f"{FOLDER}reminder.md"
BLANKS, LAWS, OFFICES, LANGUAGES = (f"{FOLDER}{name}.toml" for name in ("blanks", "laws", "addressees", "languages"))
FORM = 'family     = "objection"'
BLANK = '[[blanks]]\nid = "name"'
STATEMENT = '\n[gdpr.statements.free]\ntext = "It is free."\nconfidence = "confirmed"'
DEFAULT = 'default = "polite"'

Slip = tuple[str, Change, str, int, str, str]


def _line(line: str) -> Change:
    """Another line of the first letter's body."""
    return edit(LETTER, "{{ today }}", line)


# fmt: off
FIELDS: list[Slip] = [
    ("unknown-field", edit(REMINDER, "once  ", "onece"), REMINDER, 8, "“onece” is not a field.", "Did you mean “once”?"),
    ("unknown-field", edit(LETTER, FORM, f"{FORM}\nlimit = {{ words = 300, pages = 1 }}"),
     LETTER, 4, "“pages” is not a field.", "Choose"),
    ("unknown-field", edit(LETTER, "lines = true", "line = true"), LETTER, 27, "“line” is not a field.", "Did you mean “lines”?"),
    ("unknown-field", edit(LETTER, 'reported"', 'reported"\nlow = "x"'), LETTER, 36,
     "“low” is not a field.", "Did you mean “law”?"),
    ("unknown-field", edit(BLANKS, 'label = "Firm"', 'label = "Firm"\ntxt = "x"'), BLANKS, 26,
     "“txt” is not", "Did you mean “text”?"),
    ("unknown-field", edit(LAWS, '12(3)"', '12(3)"\narticel = "x"'), LAWS, 13, "“articel” is not", "Did you mean “article”?"),
    ("unknown-field", edit(OFFICES, "cases  ", "case   "), OFFICES, 3, "“case” is not a field.", "Did you mean “cases”?"),
    ("unknown-field", edit(LANGUAGES, 'what = "refused"', 'when = "x"\nwhat = "refused"'), LANGUAGES, 17,
     "“when” is not a", "Choose from"),
    ("unreadable", edit(LETTER, "checked    = 2026-11-23\n", ""), LETTER, 1, "“checked” is missing.", "Add it, as a day"),
    ("unreadable", edit(OFFICES, "checked    = 2026-11-23\n", ""), OFFICES, 1, "“checked” is missing.", "Add it, as a day"),
    ("unreadable", edit(BLANKS, 'label    = "Your name"', ""), BLANKS, 1, "“label” is missing.", "Add it, as a text"),
    ("unreadable", edit(LETTER, '"gdpr/object"', '"gdpr/objct"'), LETTER, 30,
     "“id” should be a statement of laws.toml, not “gdpr/objct”.", "See content/README.md"),
    ("unreadable", edit(LETTER, BLANK, '[[blanks]]\nid = "nmae"'), LETTER, 21,
     "“id” should be a blank of blanks.toml where it has no “label” of its own, not “nmae”.", "See content/README.md"),
]
VALUES: list[Slip] = [
    ("unknown-value", edit(LETTER, '"confirmed"', '"confirmd"'), LETTER, 18,
     "“confirmd” is not a value of", "Did you mean “confirmed”?"),
    ("unknown-value", edit(LETTER, '"reported"', '"reportd"'), LETTER, 35,
     "“reportd” is not a value of", "Did you mean “reported”?"),
    ("unknown-value", edit(LETTER, 'kind       = "law"', 'kind = "lawful"'), LETTER, 17,
     "“lawful” is not a value", "Did you mean “law”?"),
    ("unknown-value", edit(LETTER, '"meta"', '"mta"'), LETTER, 7, "“mta” is not a value of “to”.", "Did you mean “meta”?"),
    ("unknown-value", edit(LAWS, '"Meta must answer within one month."\nconfidence = "confirmed"', '"M."\nconfidence = "sure"'),
     LAWS, 14, "“sure” is not a value of “confidence”.", "Choose from: confirmed"),
    ("unknown-value", edit(OFFICES, '"confirmed"', '"cnfirmed"'), OFFICES, 5,
     "“cnfirmed” is not a value", "Did you mean “confirmed”?"),
    ("unknown-name", edit(LETTER, "{ services =", "{ servces ="), LETTER, 9,
     "“servces” is neither a", "Did you mean “services”?"),
    ("unknown-name", edit(BLANKS, "{ regime =", "{ regim ="), BLANKS, 27, "“regim” is neither a", "Did you mean “regime”?"),
    ("unknown-choice", edit(LETTER, '["facebook"]', '["facebok"]'), LETTER, 9,
     "“facebok” is not a choice", "Did you mean “facebook”?"),
    ("unknown-choice", edit(LAWS, '["eu"]', '["ue"]'), LAWS, 4, "“ue” is not a value of “regime”.", "Choose from: eu"),
    ("unknown-choice", edit(OFFICES, '["DE"]', '["de"]'), OFFICES, 7, "“de” is not a value of “country”.", "Did you mean “DE”?"),
    ("empty-condition", edit(LETTER, '["facebook"]', "[]"), LETTER, 9, "Its “when” has an empty part.", "Name values"),
    ("date-in-future", edit(LETTER, "checked    = 2026", "checked    = 2062"), LETTER, 16,
     "“checked” is 2062-11-23", "Write the day"),
    ("end-before-start", edit(LETTER, FORM, f"{FORM}\nvalid_from = 2027-01-01\nvalid_until = 2026-01-01"), LETTER, 5,
     "It ends on 2026-01-01 and begins on 2027-01-01.", "Swap"),
    ("missing-source", edit(LETTER, '["gdpr"]\nchecked', "[]\nchecked"), LETTER, 15, "It names no source.", "Name one"),
]
NAMES: list[Slip] = [
    ("unknown-letter-reference", edit(LETTER, '"prepared"', '"prepard"'), LETTER, 10,
     "There is no event “prepard”.", "Did you mean “prepared”?"),
    ("unknown-letter-reference", edit(REMINDER, '["sent"]', '["snt"]'), REMINDER, 8,
     "There is no event “snt”.", "Did you mean “sent”?"),
    ("unknown-letter-reference", edit(BLANKS, '["sent"]', '["snt"]'), BLANKS, 11, "There is no event “snt”.", "Did you mean “sent”?"),
    ("unknown-letter-reference", edit(LETTER, BLANK, f'{BLANK}\nevents = ["snt"]'), LETTER, 22,
     "There is no event “snt”.", "Did you mean"),
    ("unknown-letter-reference", edit(REMINDER, '"en"', '"xx"'), REMINDER, 5, "There is no language “xx”.", "Choose from: de, en."),
    ("unknown-letter-reference", edit(LETTER, 'right      = "object"', 'right = "objct"'), LETTER, 11,
     "There is no right “objct”.", "Did you mean"),
    ("unknown-letter-reference", edit(LETTER, '"answer"', '"anser"'), LETTER, 12,
     "There is no time limit “anser”.", "Did you mean “answer”?"),
    ("unknown-letter-reference", edit(OFFICES, '["facebook"]', '["facebok"]'), OFFICES, 3,
     "There is no request “facebok”.", "Did you mean"),
    ("unknown-letter-reference", edit(LANGUAGES, "[en.happenings.sent]", '[en.happenings.snt]\nwho = "I"\nwhat = "x"\n\n[en.happenings.sent]'), LANGUAGES, 10,
     "There is no event “snt”.", "Did you"),
    ("unknown-letter-reference", edit(LANGUAGES, "[en.cases]\nfacebook =", "[en.cases]\nfacebok ="), LANGUAGES, 8,
     "There is no request “facebok”.", "Did you mean"),
    ("unknown-letter-reference", edit(LANGUAGES, "[en.cases]", '[en.matters]\nobjection = "objection"\nthird-prty = "request"\n\n[en.cases]'),
     LANGUAGES, 9, "There is no request “third-prty”.", "Did you mean “third-party”?"),
    ("unknown-letter-reference", edit(LANGUAGES, 'joint  = "and"', 'joint  = "and"\narticle = "the"\nwith_article = ["NLL"]'),
     LANGUAGES, 7, "There is no country “NLL”.", ""),
    ("unused-letter-record", add(BLANKS, '\n[town]\nlabel = "Your town"\nwhy = "For the address."'), BLANKS, 29,
     "No letter has this blank.", "Name it in a letter"),
    ("unused-letter-record", add(LAWS, STATEMENT), LAWS, 16,
     "No letter names this statement.", "Name it in a letter, as “gdpr/free”"),
    ("duplicate-letter-field", edit(LETTER, BLANK, f"{BLANK}\n\n{BLANK}"), LETTER, 21, "“name” is there twice.", "Make one of them"),
    ("duplicate-letter-field", add(BLANKS, '\n[[tone.choices]]\nid = "firm"\nlabel = "F"'),
     BLANKS, 24, "“firm” is there twice.", "Make one of them"),
    ("invalid-default", edit(BLANKS, DEFAULT, 'default = "polit"'), BLANKS, 16,
     "“polit” is not a choice of “tone”.", "Did you mean “polite”?"),
    ("invalid-default", edit(LETTER, BLANK, f'{BLANK}\nmost = 3\ndefault = "Kim Example"'), LETTER, 23,
     "“default” has 11", "Make it"),
    ("invalid-date-pattern", edit(LANGUAGES, "{day} {month}", "{dya} {month}"), LANGUAGES, 3,
     "“{dya} {month} {year}” is no day, month", "Write it like day ="),
]
TEXTS: list[Slip] = [
    ("unknown-template-name", _line("{{ tody }}"), LETTER, 39, "“tody” is no blank of this letter.", "Did you mean “today”?"),
    ("unknown-template-name", _line("{{ zzz }}"), LETTER, 39,
     "“zzz” is no blank of this letter.", "Add it to the letter under [[blanks]]"),
    ("unknown-template-name", edit(LETTER, "by {{ name }}", "by {{ nam }}"), LETTER, 13,
     "“nam” is no blank of this letter.", "Did you mean"),
    ("unknown-template-name", edit(LETTER, "under.gdpr", "under.gdrp"), LETTER, 43,
     "“under” has no part “gdrp”.", "Did you mean “gdpr”?"),
    ("unknown-template-name", edit(REMINDER, "{% elif authority.name", "{% elif authority.nam"), REMINDER, 33,
     "“authority” has no part “nam”.", "Did you mean “name”?"),
    ("unknown-comparison", edit(REMINDER, '"refused" in', '"refusd" in'), REMINDER, 31,
     "“happened” is never “refusd”.", "Did you mean “refused”?"),
    ("unknown-comparison", edit(REMINDER, '== "firm"', '== "frm"'), REMINDER, 41,
     "“tone.id” is never “frm”.", "Did you mean “firm”?"),
    ("unused-letter-field", edit(LETTER, "{{ own }}", ""), LETTER, 24, "The blank “own” does not stand in the letter.", "Write {{ own }}"),
    ("unrenderable-letter", edit(LETTER, "{% endif %}", ""), LETTER, 48,
     "A {% if %} or {% for %} begins and does not end.", "Put {% endif %}"),
    ("unrenderable-letter", _line("{{ today"), LETTER, 41, "The letter cannot be written: unexpected", "Compare the line"),
    ("unrenderable-letter", _line("{{ today|uper }}"), LETTER, 39, "Nothing here is called “uper”.", "Compare it"),
    ("unrenderable-letter", _line("{{ today + 1 }}"), LETTER, 39, "The letter cannot be written: can only", "Compare the line"),
    ("unrenderable-letter", edit(REMINDER, "each.what", "each.waht"), REMINDER, 38,
     "Nothing here is called “waht”.", "Compare it"),
    ("unrenderable-letter", _line("| a | b |\n| c |"), LETTER, 39, "The rows of this table differ", "Give each row"),
    ("long-sentence", edit(LETTER, "It forces nobody.", f"It {'goes on and ' * 12} on."), LETTER, 5, "“It goes", "Make two"),
    ("curly-quotes", edit(LETTER, "It makes the", "It’s the"), LETTER, 26, "A curly quote stands beside", "Write the straight"),
]
# fmt: on
SLIPS = [*FIELDS, *VALUES, *NAMES, *TEXTS]
