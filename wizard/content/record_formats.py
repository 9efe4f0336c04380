"""The formats of those records whose tables hold nothing but their own fields."""

from wizard.core.content_models import AnswerOption, Article, Link, ObjectionLink, Outcome, Question, Service, Source, Step

from .decoder import RecordFormat

ID = ("id",)
SERVICE = RecordFormat(Service, given=ID, defaults={"note": ""})
SOURCE = RecordFormat(Source, given=ID, defaults={"url": ""})
ARTICLE = RecordFormat(Article, given=("id", "text"))
ANSWER_OPTION = RecordFormat(AnswerOption, names={"exclusive": "alone", "implies": "covers"})
QUESTION = RecordFormat(Question, names={"in_interview": "asked"}, nested={"choices": ANSWER_OPTION})
OUTCOME = RecordFormat(
    Outcome,
    given=ID,
    names={"time_limit": "clock", "restarts_limit": "restarts", "reply_advice": "again", "interim_advice": "meanwhile"},
    defaults={"question": ""},
)
LINK = RecordFormat(Link)
OBJECTION_LINK = RecordFormat(ObjectionLink)
STEP = RecordFormat(
    Step,
    given=("id", "action", "intro", "sections"),
    names={"records": "means", "resolves": "mends"},
    nested={"links": LINK, "records": OBJECTION_LINK},
)
