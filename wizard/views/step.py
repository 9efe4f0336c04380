"""The page of a step: what to do, what to know about it, and what can be done with it."""

from collections.abc import Iterator

from wizard.content.markdown import section_blocks, step_text_blocks
from wizard.core.account import ACCESS, accounts_for_step
from wizard.core.blocks import Role, Section, plain_line
from wizard.core.content_models import OBJECTION, Question, Step
from wizard.core.device_instructions import instructions_for_devices
from wizard.core.formatting import DEVICE, confidence_note, format_date, format_minutes, open_prerequisites
from wizard.core.plan_entries import PlanStep
from wizard.core.progress import OPEN
from wizard.core.request_target import REQUEST_PREFIX
from wizard.core.snapshot import Snapshot
from wizard.i18n import N_, _

from .account import account_form_page
from .account_actions import AskAccountQuestion, OpenAccounts
from .actions import (
    Action,
    AnswerForm,
    AskFormResult,
    OpenLink,
    OpenRequest,
    RecordEvent,
    UndoLast,
    WriteLetter,
    WriteNote,
)
from .explanation import explain_step
from .page import Page, PageBlock, PageChoice, PageSection, TextLine, Tone, message_page
from .request import complaint_within
from .sources import with_sources
from .step_actions import AskOwnReason, AskReason, AskSentDay, OpenExplanation, SkipStep
from .user_messages import step_source_summary, step_status_text

NOTE_TITLE = N_("Your note")
NOTE_STAYS = N_("It stays on this computer.")
NOTE_QUESTION = N_("Your note. It stays on this computer.")
OWN_WORDS = N_("or in your own words")
OWN_REASON = N_("Your reason:")
TIME_AND_IMPACT = N_("{time} · impact {points}")
STATUS, INTRO, INSTRUCTIONS, WARNINGS, SOURCES = "status", "intro", "instructions", "warnings", "sources"
REASONS = (
    N_("I do not use this"),
    N_("It is set like this already"),
    N_("I want to keep it as it is"),
    N_("It does not exist in my app or country"),
)
"""The suggested reasons for skipping a step."""
WARNING_TITLES = {
    "irreversible": N_("Cannot be undone"),
    "moved": N_("Looks different?"),
    "limits": N_("What it does not do"),
}
"""The sections of a step that the user should read first, by kind, with their titles in the order shown."""


def step_page(snapshot: Snapshot, step_id: str) -> Page:
    """Return the page of a step; one outside the plan says so, and can be read and used all the same."""
    plan_step = snapshot.any_step(step_id)
    if plan_step is None:
        return message_page(_("A step"), _("This step is not in your plan."))
    is_planned = snapshot.step(step_id) is not None
    return Page(
        title=_("{step}, {time}", step=plan_step.step.title, time=format_minutes(plan_step.step.minutes)),
        sections=tuple(
            PageSection(id, tuple(blocks), is_introduction=True)
            for id, blocks in (
                (STATUS, _status(snapshot, plan_step)),
                (INTRO, step_text_blocks(plan_step.step.intro)),
                (INSTRUCTIONS, _instructions(snapshot, plan_step)),
                (WARNINGS, _warnings(plan_step)),
                (SOURCES, map(TextLine, step_source_summary(snapshot, plan_step))),
            )
        ),
        prompt=_("What now?"),
        choices=(
            *(_recordable(plan_step) if is_planned else ()),
            *link_choices(plan_step),
            *_letters(snapshot, plan_step),
            *_requests(snapshot, plan_step),
        ),
        tools=tuple(_tools(plan_step)) if is_planned else (),
        help=_("One thing to do. Follow the numbers, then say that it is done. Nothing is done for you behind your back."),
    )


def reason_page(snapshot: Snapshot, step_id: str) -> Page:
    """Return the question why a step is not for the user."""
    plan_step = snapshot.step(step_id)
    title = plan_step.step.title if plan_step else ""
    reasons = (PageChoice(str(number), _(reason), SkipStep(step_id, _(reason))) for number, reason in enumerate(REASONS))
    return Page(
        title="",
        prompt=_("Why is it not for you: {step}?", step=title),
        choices=(
            *reasons,
            *_access_choice(snapshot, plan_step),
            PageChoice("own", _("Another reason, in my own words"), AskOwnReason(step_id)),
        ),
        help=_("With a reason, the step no longer counts as open. You can reopen it at any time."),
    )


def _access_choice(snapshot: Snapshot, plan_step: PlanStep | None) -> Iterator[PageChoice]:
    """Yield the choice that says that the account cannot be entered: all steps that need it then leave the plan."""
    accounts = accounts_for_step(snapshot.library, snapshot.accounts, plan_step.step) if plan_step else ()
    if accounts and snapshot.library.question(ACCESS):
        action = AskAccountQuestion(accounts[0].target, ACCESS) if len(accounts) == 1 else OpenAccounts()
        yield PageChoice("access", _("I can't get into the account"), action)


def form_page(snapshot: Snapshot, question: Question, base: str = "") -> Page:
    """Return the question whether Meta's objection form opened; the answer changes the plan at once.

    It is about the accounts with one service, if `base` names one; of several accounts, it is asked which one first.
    """
    accounts = snapshot.accounts.of_base(base).accounts
    if accounts:
        return account_form_page(snapshot, accounts)
    answers = (PageChoice(each.id, each.label, AnswerForm(each.id)) for each in question.choices)
    return Page(
        title="",
        sections=(PageSection("why", (TextLine(question.why, tone=Tone.QUIET),)),),
        prompt=question.title,
        choices=(*answers, PageChoice("other", _("I have not tried yet"), AnswerForm(""))),
        help=_("Meta decides who sees the form. Say what you saw, and your plan changes with it."),
    )


def completing_action(plan_step: PlanStep) -> Action:
    """Return what completes an open step: its record; for a form, the question on which day it was sent."""
    step = plan_step.step
    return AskSentDay(step.id, form_base(step), step.records.kind) if step.records else RecordEvent(step.id, "done")


def form_base(step: Step) -> str:
    """Return the target of the main account whose form the step is about; "" if it is about none."""
    return f"{REQUEST_PREFIX}{step.records.case}" if step.records else ""


def explanation_page(snapshot: Snapshot, step_id: str) -> Page:
    """Return why a step is in the plan, how it is weighed and what would change it."""
    plan_step = snapshot.step(step_id)
    title = _("Why this step is in your plan")
    if plan_step is None:
        return message_page(title, _("This step is not in your plan."))
    explanation = explain_step(snapshot, plan_step)
    heading = TextLine(_("What would change it:"), tone=Tone.STRONG)
    changes = (heading, *map(TextLine, explanation.changes)) if explanation.changes else ()
    page = Page(
        title=title,
        status=(plan_step.step.title,),
        sections=(
            PageSection("because", tuple(map(TextLine, explanation.because))),
            PageSection("weight", (TextLine(_("How it is weighed:"), tone=Tone.STRONG), *map(TextLine, explanation.weight))),
            PageSection("changes", changes),
        ),
    )
    return with_sources(page, snapshot, plan_step.step.sources)


def _status(snapshot: Snapshot, plan_step: PlanStep) -> Iterator[TextLine]:
    if snapshot.place is None:
        yield TextLine(_("Your plan is made from your answers. Until then you can read each step here."), tone=Tone.QUIET)
    elif snapshot.step(plan_step.id) is None:
        yield TextLine(_("Your answers took this step out of your plan. What you recorded of it is kept."), tone=Tone.QUIET)
    status = step_status_text(snapshot, plan_step)
    if status:
        yield TextLine(f"{status}.", _("This step:"), Tone.GOOD if plan_step.status == "done" else Tone.QUIET)


def _instructions(snapshot: Snapshot, plan_step: PlanStep) -> Iterator[PageBlock]:
    """Yield open prerequisites, then the instructions for the user's devices, or else for all devices."""
    if plan_step.status == OPEN:
        for each in open_prerequisites(snapshot, plan_step):
            yield TextLine(f"{each.step.title}.", _("First:"), Tone.ALERT)
    for section in instructions_for_devices(snapshot, plan_step.step):
        yield Section(4, plain_line(DEVICE[section.id]), section_blocks(section))


def _warnings(plan_step: PlanStep) -> Iterator[PageBlock]:
    """Yield what cannot be undone, where the menu may have moved, the limits, and the user's notes."""
    for id, title in WARNING_TITLES.items():
        section = plan_step.step.passage(id)
        if section:
            role = Role.WARNING if id == "irreversible" else ""
            yield Section(4, plain_line(_(title)), section_blocks(section), role=role)
    for note in plan_step.notes:
        yield TextLine(note.note, _("Your note of {day}:", day=format_date(note.on)))


def _recordable(plan_step: PlanStep) -> Iterator[PageChoice]:
    if plan_step.status == OPEN:
        label = _("I sent it") if plan_step.step.records else _("It is done")
        yield PageChoice("done", label, completing_action(plan_step))
        yield PageChoice("skip", _("Not for me"), AskReason(plan_step.id))
    else:
        yield PageChoice("reopen", _("I want to do it after all"), RecordEvent(plan_step.id, "reopened"))


def link_choices(plan_step: PlanStep) -> Iterator[PageChoice]:
    """Yield the links of a step."""
    for number, link in enumerate(plan_step.links):
        label = _("Link: {label}", label=link.label)
        yield PageChoice(str(number), label, OpenLink(link.label, link.url), confidence_note(link.confidence))


def _letters(snapshot: Snapshot, plan_step: PlanStep) -> Iterator[PageChoice]:
    """Yield the letters that help with the step."""
    if plan_step.step.letters:
        from wizard.core.letter.selection import letters_for_step  # most steps have no letter

        for letter in letters_for_step(snapshot, plan_step.step):
            label = _("Letter: {title}", title=letter.title)
            yield PageChoice(f"letter {letter.id}", label, WriteLetter(letter.id))


def _requests(snapshot: Snapshot, plan_step: PlanStep) -> Iterator[PageChoice]:
    """Yield the requests to which the step leads, to say when one was sent and to follow it."""
    for kind in snapshot.library.requests.values():
        within = complaint_within(snapshot, kind)
        if plan_step.id in kind.steps and within:
            yield PageChoice(f"request {kind.id}", _("Follow it: {request}", request=within.name), OpenRequest(within.target))
        elif plan_step.id in kind.steps:
            yield PageChoice(f"request {kind.id}", _("Follow it: {request}", request=kind.name), OpenRequest(kind.target))


def _tools(plan_step: PlanStep) -> Iterator[PageChoice]:
    yield PageChoice("note", _("Write a note"), WriteNote(plan_step.id))
    yield PageChoice("why", _("Why this step is in my plan, and its sources"), OpenExplanation(plan_step.id))
    yield PageChoice("undo", _("Take back the last record"), UndoLast())
    if plan_step.step.action == OBJECTION:
        yield PageChoice("form", _("Say whether Meta's form opened"), AskFormResult(form_base(plan_step.step)))
