"""Every rule of the check with changes that break it: the rule, the place of the finding, the change, words of the finding."""

from .check_overlays import PAIRS as OVERLAYS
from .checking import SOUND, Change, add, country, edit, write

FORM = "actions/objection/facebook-form.md"
INSTAGRAM = "actions/objection/instagram-form.md"
POSTS = "actions/delete-your-data/old-posts.md"
EXPORT = "actions/delete-your-data/export-your-data.md"
PRIVATE = "actions/privacy-settings/instagram-private.md"
WRITE = "actions/advocate/write.md"
SPEAK_UP = "actions/advocate/action.md"
ARTICLE = "articles/what-is-public.md"
YOU, ACCOUNTS, LATER, MORE = (f"questions/{name}.toml" for name in ("10-you", "20-accounts", "90-later", "30-more"))
EU, UK, REST = (f"regimes/{id}.toml" for id in ("eu", "uk", "rest"))
OUTCOMES, REQUESTS, WORDS, SEARCH = "outcomes.toml", "requests.toml", "words.toml", "search.toml"
SOURCES, OFFICES, RETIRED = "sources.toml", "authorities.toml", "retired.toml"
COUNTRIES, REGIONS, ALIASES = "countries.csv", "regions.csv", "aliases.csv"
MOVED = '\n[moved]\nlabel = "It moved"\nstatus = "open"\n'
SAID = 'confidence = "confirmed"\nsources = ["{}"]'
NOTE = f'\n[[notes]]\ntext = "{{}}"\n{SAID.format("news")}'
CLOCK = f'\n[[clocks]]\nid = "answer"\nnumber = 30\nunit = "days"\nstart = "request"\ntext = "Soon."\n{SAID.format("gdpr")}'
COMPLAIN = f'\n[[escalations]]\nid = "complain"\ntitle = "Complain"\nto = "authority"\ntext = "Write."\n{SAID.format("news")}'
CHOICES = '[{{ id = "x", label = "X" }}, {{ id = "y", label = "Y" }}]'
QUESTION = f'\n[[questions]]\nid = "{{}}"\nkind = "one"\ntitle = "T?"\nwhy = "W."\nchoices = {CHOICES}'
SOURCE = '\n[other]\ntitle = "More"\npublisher = "P"\nurl = "https://more.example/1"\nchecked = 2026-11-23'
HARD = (
    "Notwithstanding organisational considerations, international institutions systematically communicate unsatisfactory"
    " administrative recommendations. "
)
LONG = f"It {'goes on and ' * 12} on."
TAKEN_BACK = "It takes nothing back."
INTRO = "With this form you object."
FOR_NORWAY = '[passages.moved-norway]\nwhen = { country = ["NO"] }\n'
FOR_NOBODY = '[passages.moved]\nwhen = { services = ["none"] }\n'
FOR_SOME = '[passages.{}]\nwhen = {{ regime = ["eu"] }}\n'
EXPORTED = '"delete-your-data/export-your-data"'
FIRST_IS_LAST = "\n\n".join(reversed((SOUND / SOURCES).read_text(encoding="utf-8").split("\n\n", 1)))

Pair = tuple[str, str, Change, str]

# fmt: off
FILES: list[Pair] = [
    ("unexpected-file", "actions/objection/a.txt", add("actions/objection/a.txt", "x"), "no file of this name"),
    ("unexpected-file", "actions/objectoin/a.md", add("actions/objectoin/a.md", "x"), "Did you mean “objection”?"),
    ("unexpected-file", "articles/de/a.md", add("articles/de/a.md", "x"), "no file of this name"),
    ("unexpected-file", "places.csv", add("places.csv", "x"), "no file of this name"),
    ("bad-id", EU, edit(EU, 'id         = "answer"', 'id = "the_answer"'), "small letters"),
    ("bad-id", f"{ACCOUNTS} depth", edit(ACCOUNTS, '"limit"', '"Limit"'), "“Limit” is not an id"),
    ("unknown-field", PRIVATE, edit(PRIVATE, "valid_until =", "valid_untill ="), "Did you mean “valid_until”?"),
    ("unknown-field", f"{PRIVATE} [[links]] 1", edit(PRIVATE, "label  =", 'lable = "x"\nlabel  ='), "Did you mean “label”?"),
    ("unknown-field", f"{EU} [[clocks]] 1 [extension]", edit(EU, "number = 2,", "number = 2, units = 2,"), "“unit”"),
    ("unknown-rename-target", f"{RETIRED} x/y", add(RETIRED, '"x/y" = "objection/form-facebook"'), "is neither"),
    ("reused-retired-id", f"{RETIRED} objection/facebook-form",
     add(RETIRED, '"objection/facebook-form" = "objection/instagram-form"'), "in use"),
]
WORDING: list[Pair] = [
    ("leftover-placeholder", f"{FORM}:24", edit(FORM, INTRO, "TODO"), "“TODO”"),
    ("leftover-placeholder", f"{OFFICES}:2", edit(OFFICES, "The data protection office", "Lorem ipsum"), "“Lorem”"),
    ("leftover-placeholder", f"{COUNTRIES}:3", country("AE", law="XXX"), "“XXX”"),
    ("unsupported-markup", f"{FORM} {{#anywhere}}", edit(FORM, "Open the link.", "Open [it](https://x.example)."), "a link"),
    ("unsupported-markup", f"{FORM} {{#anywhere}}", edit(FORM, "Open the link.", "Open the <b>link</b>."), "HTML"),
    ("unsupported-markup", f"{FORM} {{#limits}}", edit(FORM, TAKEN_BACK, "### Really"), "a heading"),
    ("unsupported-markup", f"{FORM} {{#limits}}", edit(FORM, TAKEN_BACK, f"- {TAKEN_BACK}"), "a list without numbers"),
    ("unsupported-markup", f"{FORM} {{#limits}}", edit(FORM, TAKEN_BACK, "It takes *nothing* back."), "italics"),
    ("unsupported-markup", FORM, edit(FORM, INTRO, "With `this` form."), "code"),
    ("unsupported-markup", f"{FORM} {{#moved}}", edit(FORM, "**Privacy Center**", "**Privacy Center"), "does not end"),
    ("unsupported-markup", SPEAK_UP, edit(SPEAK_UP, "some **words**", "_some_ words"), "italics"),
    ("markup-in-plain-line", PRIVATE, edit(PRIVATE, '"Account privacy"', '"**Account privacy**"'), "plain text"),
    ("markup-in-plain-line", f"{UK} [[notes]] 1", edit(UK, "The ICO watches.", "The ICO <i>watches</i>."), "plain text"),
    ("long-title", PRIVATE, edit(PRIVATE, "account private", "account private once and for all, today"), "59 characters"),
    ("wrong-step-numbers", f"{FORM} {{#anywhere}}", edit(FORM, "2. Choose", "3. Choose"), "1, 3"),
    ("unsupported-article-markup", ARTICLE, edit(ARTICLE, "(source:news)", "(https://news.example)"), "leads to no source"),
    ("unsupported-article-markup", ARTICLE, edit(ARTICLE, "## And the rest", "# And the rest"), "first level"),
    ("unsupported-article-markup", ARTICLE, edit(ARTICLE, "- Your", "- <br> Your"), "HTML"),
    ("emphasis-in-article", ARTICLE, edit(ARTICLE, "- Your", "- This is **really** your"), "“really” is bold"),
    ("curly-quotes", FORM, edit(FORM, TAKEN_BACK, "It is no “yes”."), "beside “It is no”"),
    ("curly-quotes", ARTICLE, edit(ARTICLE, "- Your", "- It’s your"), "straight one"),
    ("bare-address", ARTICLE, edit(ARTICLE, "- Your", "- See https://x.example/a. Your"), "“https://x.example/a” stands"),
    ("bare-address", FORM, edit(FORM, TAKEN_BACK, "See www.x.example."), "“www.x.example” stands"),
    ("missing-space-after-number", f"{FORM} {{#anywhere}}", edit(FORM, "2. Choose", "2.\tChoose"), "“2.” stands a tab"),
    ("missing-space-after-number", f"{FORM} {{#anywhere}}", edit(FORM, "1. Open", "1.Open"), "“1.” stands no space"),
    ("missing-space-after-number", f"{INSTAGRAM} {{#anywhere}}", edit(INSTAGRAM, "1. Look", "1.\tLook"), "one space"),
    ("reading-grade", FORM, edit(FORM, TAKEN_BACK, HARD * 4), "easier words than"),
    ("reading-grade", EU, edit(EU, "EU law protects you.", HARD * 4), "8 is the most"),
    ("long-sentence", ARTICLE, edit(ARTICLE, "- Your", f"- {LONG} Your"), "38 words"),
    ("long-sentence", f"{YOU} country", edit(YOU, "Where do you live?", LONG), "Make two sentences"),
    ("inconsistent-spelling", PRIVATE, edit(PRIVATE, '"Account privacy"', '"Colored accounts"'), "Write “coloured”."),
    ("inconsistent-spelling", OUTCOMES, edit(OUTCOMES, "A yes", "A gray yes"), "Write “grey”."),
]
STEPS: list[Pair] = [
    ("unknown-value", PRIVATE, edit(PRIVATE, '"confirmed"', '"confirmd"'), "Did you mean “confirmed”?"),
    ("unknown-value", PRIVATE, edit(PRIVATE, '"setting"', '"settings"'), "Did you mean “setting”?"),
    ("unknown-value", f"{COUNTRIES} AE", country("AE", form="perhaps"), "“perhaps” is not a value of “form”"),
    ("unknown-value", f"{SOURCES} [gdpr]", edit(SOURCES, '"law"', '"laws"'), "Did you mean “law”?"),
    ("unknown-value", f"{EU} [[escalations]] 1", edit(EU, 'to         = "authority"', 'to = "office"'), "“to”"),
    ("unknown-value", f"{EU} [[forms]] 1", edit(EU, '"facebook"', '"facebok"'), "Did you mean “facebook”?"),
    ("unknown-value", f"{EU} [[clocks]] 1", edit(EU, '"receipt"\nextension', '"reciept"\nextension'), "Did you mean “receipt”?"),
    ("unknown-finding", PRIVATE,
     edit(PRIVATE, 'kind        = "setting"', 'kind = "setting"\nmends = ["account_publc"]'), "“account_publc”"),
    ("end-before-start", PRIVATE, edit(PRIVATE, "2030-12-31", "2023-12-31"), "begins on 2024-01-01"),
    ("end-before-start", f"{REGIONS} DE-HH", edit(REGIONS, "2040-01-01", "2010-01-01"), "ends on 2010-01-01"),
    ("date-in-future", PRIVATE, edit(PRIVATE, "checked     = 2026", "checked     = 2062"), "“checked” is 2062-11-23"),
    ("date-in-future", f"{SOURCES} [news]", edit(SOURCES, '/1"\nchecked   = 2026-11-23', '/1"\nchecked = 2026-11-25'), "to come"),
    ("quoted-date", PRIVATE, edit(PRIVATE, "checked     = 2026-11-23", 'checked = "2026-11-23"'), "2026-11-23, without"),
    ("quoted-date", f"{EU} [[can]] 1", edit(EU, "[[can]]", '[[can]]\nvalid_from = "2026-01-01"'), "“valid_from”"),
    ("impact-range", PRIVATE, edit(PRIVATE, "impact      = 5", "impact = 6"), "from 1 to 5"),
    ("minutes-range", WRITE, edit(WRITE, "minutes    = 20", "minutes = 200"), "200 minutes"),
    ("unknown-section", POSTS, edit(POSTS, "{#phone}", "{#mobile}"), "“mobile”"),
    ("unknown-section", POSTS, edit(POSTS, "{#phone}", "{#web}"), "twice"),
    ("orphan-condition", f"{FORM} [passages.moved-norway]",
     edit(FORM, 'source = "form-facebook"\n', f'source = "form-facebook"\n{FOR_NORWAY}'), "{#moved-norway}"),
    ("conditional-base-section", FORM, edit(FORM, '"form-facebook"\n', f'"form-facebook"\n{FOR_SOME.format("anywhere")}'), "to do is"),
    ("conditional-base-section", FORM, edit(FORM, '"form-facebook"\n', f'"form-facebook"\n{FOR_SOME.format("limits")}'), "not do is"),
    ("unreachable-section", f"{FORM} {{#moved}}", edit(FORM, '"form-facebook"\n', f'"form-facebook"\n{FOR_NOBODY}'), "Nobody"),
    ("empty-section", FORM, edit(FORM, TAKEN_BACK, ""), "“What it does not do”"),
    ("empty-section", FORM, edit(FORM, INTRO, ""), "no introduction"),
    ("missing-instructions", INSTAGRAM, edit(INSTAGRAM, "{#anywhere}", "{#moved}"), "anywhere"),
    ("missing-instructions", INSTAGRAM, edit(INSTAGRAM, "1. Look", "Look"), "no taps"),
    ("missing-limits", EXPORT, edit(EXPORT, "## What it does not do {#limits}", ""), "{#limits}"),
    ("missing-menu-hint", PRIVATE, edit(PRIVATE, "## If the menu has moved {#moved}", ""), "{#moved}"),
    ("unknown-request-link", INSTAGRAM, edit(INSTAGRAM, 'case = "instagram"', 'case = "instgram"'), "Did you mean “instagram”?"),
    ("unknown-request-link", INSTAGRAM, edit(INSTAGRAM, '"sent"', '"send"'), "Did you mean “sent”?"),
    ("duplicate-request-step", INSTAGRAM, edit(INSTAGRAM, 'case = "instagram"', 'case = "facebook"'), "objection/facebook-form"),
    ("unknown-requirement", POSTS, edit(POSTS, "export-your-data", "export-you-data"), "Did you mean"),
    ("unknown-requirement", FORM, edit(FORM, "requires   = []", 'requires = ["objection/facebook-form"]'), "itself"),
    ("requirement-cycle", EXPORT, edit(EXPORT, "sources ", 'requires = ["delete-your-data/old-posts"]\nsources '), "old-posts"),
    ("deletion-before-export", POSTS, edit(POSTS, EXPORTED, ""), "does not require the export"),
    ("deletion-before-export", POSTS, edit(POSTS, 'depth = ["delete"], ', ""), "a plan that has no export"),
]
SOURCED: list[Pair] = [
    ("unknown-source", FORM, edit(FORM, '["news"]', '["newss"]'), "Did you mean “news”?"),
    ("unknown-source", ARTICLE, edit(ARTICLE, "(source:news)", "(source:paper)"), "“paper” is not a source"),
    ("unused-source", f"{SOURCES} [other]", add(SOURCES, SOURCE), "Nothing names"),
    ("missing-source", FORM, edit(FORM, '["news"]', "[]"), "names no source"),
    ("link-without-url", f"{FORM} [[links]] 1", edit(FORM, '"form-facebook"', '"note"'), "“note” has no address"),
    ("invalid-url", f"{SOURCES} [news]", edit(SOURCES, "https://news.example/1", "news.example"), "in full"),
    ("invalid-url", f"{SOURCES} [news]", edit(SOURCES, "https://news.example/1", "javascript:alert(1)"), "in full"),
    ("invalid-url", f"{SOURCES} [news]", edit(SOURCES, "https://news.example/1", "https://news.example:x"), "in full"),
    ("described-authority", f"{OFFICES} [office]", edit(OFFICES, "The data protection office", "Your office"), "isn't a name"),
    ("described-authority", f"{OFFICES} [office]", edit(OFFICES, "The data protection office", "Ask where you live"), "isn't a name"),
    ("described-authority", f"{OFFICES} [hamburg]", edit(OFFICES, "The office of Hamburg", "The DPC, or else"), "in_letters"),
    ("invalid-url", f"{OFFICES} [office]", edit(OFFICES, "https://office.example/form", "https://office example"), "in full"),
    ("shallow-url", f"{SOURCES} [news]", edit(SOURCES, "https://news.example/1", "https://news.example/"), "is a home page"),
    ("shallow-url", f"{SOURCES} [note]", edit(SOURCES, 'reason    = "It is advice."\n', ""), "no address"),
    ("unread-source", f"{SOURCES} [form-facebook]", edit(SOURCES, 'about      = "form"', 'about = "form"\nread = false'), "Nobody read"),
    ("weak-confirmation", PRIVATE, edit(PRIVATE, '["news"]', '["instagram-privacy"]'), "can't confirm"),
    ("date-in-future", f"{SOURCES} [form-facebook]", edit(SOURCES, 'about      = "form"', 'about = "form"\ntried = 2027-01-01'), "“tried”"),
    ("url-with-locale", f"{SOURCES} [news]", edit(SOURCES, "example/1", "example/1?a=1&locale=de_DE"), "“locale=de_DE”"),
    ("unsorted-sources", f"{SOURCES} [form-facebook]", write(SOURCES, FIRST_IS_LAST.encode()), "Put it before [gdpr]"),
    ("url-as-title", f"{SOURCES} [news]", edit(SOURCES, "What a newspaper found", "news.example"), "is an address"),
]
QUESTIONS: list[Pair] = [
    ("unknown-name", PRIVATE, edit(PRIVATE, "visibility =", "visiblity ="), "Did you mean “visibility”?"),
    ("unknown-choice", PRIVATE, edit(PRIVATE, '["instagram"], v', '["instagramm"], v'), "Did you mean “instagram”?"),
    ("unknown-choice", f"{REST} [[notes]] 2", edit(REST, '["CL"]', '["cl"]'), "Did you mean “CL”?"),
    ("unknown-choice", f"{UK} [[can]] 1", edit(UK, '["opt-out"]', '["optout"]'), "“optout” is not a value of “path”"),
    ("empty-condition", POSTS, edit(POSTS, 'services = ["facebook"]', "services = []"), "empty part"),
    ("condition-on-later-question", f"{YOU} region", edit(YOU, '["DE"]', '["DE"], depth = ["limit"]'), "“depth”"),
    ("too-many-questions", "questions", add(MORE, "".join(map(QUESTION.format, "abcde"))), "10 questions"),
    ("duplicate-question", f"{MORE} extra", add(MORE, QUESTION.format("extra") * 2), "taken"),
    ("duplicate-question", f"{MORE} expected", add(MORE, QUESTION.format("expected")), "taken"),
    ("duplicate-option", f"{ACCOUNTS} visibility", edit(ACCOUNTS, '"Only friends"', '"Everyone"'), "“Everyone”"),
    ("too-few-options", f"{YOU} country",
     edit(YOU, 'kind  = "country"', 'kind = "country"\nchoices = [{ id = "x", label = "X" }]'), "choices of its own"),
    ("too-few-options", f"{MORE} bare", add(MORE, QUESTION.format("bare").replace(', { id = "y", label = "Y" }', "")), "choose"),
    ("invalid-implied-option", f"{ACCOUNTS} visibility",
     edit(ACCOUNTS, '["public", "private"]', '["public", "privat"]'), "Did you mean “private”?"),
    ("invalid-implied-option", f"{ACCOUNTS} visibility", edit(ACCOUNTS, '["public", "private"]', '["unknown"]'), "cannot cover"),
    ("invalid-implied-option", f"{ACCOUNTS} depth", edit(ACCOUNTS, '"Keep everything"', '"K"\nalone = true'), "alone"),
    ("assumed-in-interview", f"{ACCOUNTS} depth", edit(ACCOUNTS, '"Keep everything"', '"K"\nassumed = true'), "“assumed” means nothing"),
    ("assumed-in-interview", f"{MORE} extra", add(MORE, f'{QUESTION.format("extra")}\nchangeable = true'), "“changeable” means"),
    ("missing-required-question", "questions", edit(LATER, '"not-opened"', '"no"'), "“form”"),
]
PLACES: list[Pair] = [
    ("incomplete-country-list", COUNTRIES, country("XK", alpha2=""), "Kosovo (XK)"),
    ("incomplete-country-list", f"{COUNTRIES} XX", add(COUNTRIES, "XX,Nowhere,rest,local law,,unknown,unconfirmed,,"), "“XX”"),
    ("incomplete-country-list", f"{COUNTRIES} AE", add(COUNTRIES, "AE,Emirates,rest,local law,,unknown,unconfirmed,,"), "2 times"),
    ("empty-cell", f"{COUNTRIES} AE", country("AE", law=""), "“law”"),
    ("empty-cell", f"{REGIONS} DE-BY", edit(REGIONS, "Bavaria", ""), "“name”"),
    ("unknown-regime", f"{COUNTRIES} AE", country("AE", regime="ae"), "not a regime"),
    ("unknown-authority", f"{COUNTRIES} CL", country("CL", authority="offic"), "Did you mean “office”?"),
    ("unknown-authority", f"{REGIONS} DE-HH", edit(REGIONS, ",hamburg,", ",hamborg,"), "Did you mean “hamburg”?"),
    ("invalid-region-list", f"{REGIONS} FR-75", add(REGIONS, "FR-75,Paris,,,,,"), "Nobody in “FR”"),
    ("invalid-region-list", f"{REGIONS} DE-XX", add(REGIONS, "DE-XX,Nowhere,,,,,"), "ISO 3166-2"),
    ("invalid-region-list", f"{REGIONS} DE-BY", add(REGIONS, "DE-BY,Bayern,,,,,"), "2 times"),
    ("invalid-region-list", REGIONS, edit(YOU, '["DE"]', '["DE", "FR"]'), "“FR”"),
    ("unknown-alias-target", f"{ALIASES}:5", add(ALIASES, "Atlantis,AT-99"), "“AT-99”"),
    ("repeated-alias", f"{ALIASES}:6", add(ALIASES, "Holland,NL\nholland,DE"), "row 5"),
    ("unknown-alias-target", f"{ALIASES}:5", add(ALIASES, "Atlantis,"), "missing"),
]
REGIMES: list[Pair] = [
    ("unused-regime", "regimes/fr.toml", add("regimes/fr.toml", 'name = "F"\nchecked = 2026-11-23'), "No country"),
    ("missing-headline", f"{REST} headlines", edit(REST, 'try-form   = "Try the form."', ""), "“try-form”"),
    ("missing-headline", f"{EU} headlines", edit(EU, 'mitigation = "Much else still helps."', ""), "“mitigation”"),
    ("invalid-headline", f"{EU} headlines", edit(EU, "[headlines]", '[headlines]\noptout = "O."'), "Did you mean “opt-out”?"),
    ("invalid-headline", f"{EU} headlines", edit(EU, "Much else", "There is much else that may well be of use and"), "8 words"),
    ("time-limit-length", f"{EU} [[clocks]] 2", edit(EU, "number     = 3", "number = 90"), "90 months"),
    ("time-limit-length", f"{EU} [[clocks]] 1", edit(EU, "number = 2", "number = 20"), "20 months"),
    ("duplicate-time-limit", f"{EU} [[clocks]] 1", add(EU, CLOCK), "Austria"),
    ("escalation-without-limit", f"{EU} [[escalations]] 1",
     edit(EU, 'clock      = "authority"', 'clock = "offices"'), "“offices”"),
    ("escalation-without-limit", f"{EU} [[escalations]] 1",
     edit(EU, 'text       = "The authority must', 'when = { country = ["AT"] }\ntext = "The authority must'), "does not run in"),
    ("unknown-escalation-status", f"{EU} [[escalations]] 1",
     edit(EU, 'clock      = "authority"', 'clock      = "authority"\nafter = "refusal"'), "“refusal”"),
    ("unknown-escalation-limit", f"{EU} [[escalations]] 1",
     edit(EU, 'clock      = "authority"', 'clock      = "authority"\nby = ["window"]'), "“window”"),
    ("escalation-without-authority", f"{REST} [[escalations]] 1", add(REST, COMPLAIN), "Andorra"),
    ("law-out-of-scope", f"{REST} [[notes]] 3", add(REST, NOTE.format("The GDPR protects you.")), "“GDPR” to people in AD"),
    ("law-out-of-scope", f"{REST} [[notes]] 3", add(REST, NOTE.format("Ask the ICO.")), "“ICO”"),
    ("law-out-of-scope", f"{UK} [[notes]] 2", add(UK, NOTE.format("EU rules apply.")), "“EU” to people in GB"),
    ("law-out-of-scope", f"{EU} [[cannot]] 1", edit(EU, "Nothing comes back", "Under UK GDPR nothing comes back"), "“UK GDPR”"),
    ("law-out-of-scope", f"{UK} headlines", edit(UK, "Much else still helps.", "The EU helps."), "“EU”"),
    ("law-out-of-scope", f"{COUNTRIES} CL", country("CL", note="Part of the EEA."), "“EEA” to people in CL"),
    ("law-out-of-scope", f"{REGIONS} DE-HH", edit(REGIONS, "Hamburg leads, in Germany.", "Ask the ICO"), "“ICO” to people in DE"),
    ("law-out-of-scope", f"{OFFICES} [ico]", country("JE", authority="ico"), "“ICO” to people in JE"),
    ("law-out-of-scope", POSTS, edit(POSTS, "limits}\n", "limits}\nThe GDPR says so.\n"), "“GDPR” to people in AD"),
    ("unreachable-statement", f"{REST} [[notes]] 2", edit(REST, '["CL"]', '["DE"]'), "Nobody under this regime"),
    ("unreachable-step", PRIVATE, edit(PRIVATE, '["instagram"], v', '["none"], v'), "No answers bring"),
    ("unreachable-step", POSTS, edit(POSTS, '["facebook"]', '["facebook"], country = ["DE"], regime = ["uk"]'), "No answers bring"),
    ("unreachable-step", f"{PRIVATE} [[links]] 1", edit(PRIVATE, '["instagram"] }', '["none"] }'), "sees this link"),
    ("empty-plan", f"{COUNTRIES} AD", edit(WRITE, "sources ", 'when = { country = ["DE"] }\nsources '), "leads to an empty plan"),
    ("unreachable-question", f"{MORE} late",
     add(MORE, f'{QUESTION.format("late")}\nwhen = {{ region = ["DE-BY"], country = ["GB"] }}'), "Nobody is asked"),
]
CASES: list[Pair] = [
    ("unknown-outcome-status", f"{OUTCOMES} [granted]", edit(OUTCOMES, 'status = "granted"', 'status = "grantd"'), "“granted”"),
    ("unknown-outcome-status", f"{OUTCOMES} [receipt]",
     edit(OUTCOMES, 'status = "waiting"\nquestion = "nothing"', 'status = "waiting"\nquestion = "nothin"'), "“nothing”"),
    ("missing-outcome", OUTCOMES, edit(OUTCOMES, '[reopened]\nlabel = "I open it again"\nstatus = "open"', ""), "no outcome “reopened”"),
    ("unoffered-outcome", f"{OUTCOMES} [moved]", add(OUTCOMES, f'{MOVED}about = ["report"]'), "question = and one of nothing, good"),
    ("untold-outcome", f"{OUTCOMES} [moved]", add(OUTCOMES, f'{MOVED}question = "other"'), "[en.happenings.moved]"),
    ("missing-outcome", OUTCOMES, edit(OUTCOMES, 'question = "good"', 'question = "bad"'), 'question = "good"'),
    ("reserved-outcome", f"{OUTCOMES} [note]", add(OUTCOMES, '\n[note]\nlabel = "A note"\nstatus = "open"'), "another kind of event"),
    ("unknown-request-reference", f"{REQUESTS} [facebook]", edit(REQUESTS, 'title     = "Facebook"', 'title = "Facebook"\nsent_as = "snet"'), "“sent”"),
    ("unknown-request-reference", f"{REQUESTS} [facebook]", edit(REQUESTS, 'title     = "Facebook"', 'title = "Facebook"\nclock = "anser"'), "“answer”"),
    ("unknown-request-reference", f"{OUTCOMES} [closed]", edit(OUTCOMES, '"I close it"', '"I close it"\nabout = ["facebok"]'), "“facebook”"),
    ("unknown-letter", f"{REQUESTS} [instagram]", edit(REQUESTS, '[instagram.letters]\nstart = "objection"', '[instagram.letters]\nstart = "objectoin"'), "“objection”"),
    ("unknown-letter", ARTICLE, edit(ARTICLE, 'kind  ', 'letters = ["objectoin"]\nkind  '), "Did you mean “objection”?"),
    ("unknown-request-reference", ARTICLE, edit(ARTICLE, 'kind  ', 'steps = ["privacy-settings/instagram-privat"]\nkind  '), "“privacy-settings/instagram-privat”"),
    ("unknown-outcome-limit", f"{OUTCOMES} [follow-up]", edit(OUTCOMES, '"follow-up"', '"followup"'), "“follow-up”"),
    ("unknown-letter", f"{OUTCOMES} [sent]", edit(OUTCOMES, '"objection"', '"objectoin"'), "Did you mean “objection”?"),
    ("unknown-field", f"{OUTCOMES} [closed]", edit(OUTCOMES, '"I close it"', '"I close it"\nclok = "x"'), "“clock”"),
    ("unknown-field", WORDS, edit(WORDS, "[names]", "[nams]"), "Did you mean “names”?"),
]
# fmt: on
SEARCHES: list[Pair] = [
    (
        "unknown-search-target",
        f"{SEARCH} [step]",
        add(SEARCH, '[step]\n"objection/facebok-form" = ["x"]'),
        "Did you mean “objection/facebook-form”?",
    ),
    (
        "unknown-search-target",
        f"{SEARCH} [article]",
        add(SEARCH, '[article]\nwhat-is-privat = ["x"]'),
        "no article “what-is-privat”",
    ),
    ("unknown-search-target", f"{SEARCH} [page]", add(SEARCH, '[page]\nleters = ["x"]'), "Did you mean “letters”?"),
    ("unknown-search-target", f"{SEARCH} [place]", add(SEARCH, '[place]\nXX = ["x"]'), "no place “XX”"),
    (
        "overused-search-phrase",
        f"{SEARCH} [page.letters]",
        add(SEARCH, '[page]\nletters = ["Décès", "deces"]'),
        "stands there twice",
    ),
    (
        "overused-search-phrase",
        f"{SEARCH} [page.ten]",
        add(SEARCH, "[page]\n" + "\n".join(f'{page} = ["it"]' for page in ("plan", "cases", "letters", "place", "learn", "ten"))),
        "6 things",
    ),
]
PAIRS = [*SEARCHES, *CASES, *FILES, *WORDING, *STEPS, *SOURCED, *QUESTIONS, *PLACES, *REGIMES, *OVERLAYS]
