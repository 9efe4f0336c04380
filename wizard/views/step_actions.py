"""What a choice about the plan, or about a step in it, leads to."""

from typing import NamedTuple


class OpenStep(NamedTuple):
    """Open the page of a step."""

    step_id: str


class OpenPlanAction(NamedTuple):
    """Open the page of one protection action, with its steps."""

    action_id: str


class BrowseOpenSteps(NamedTuple):
    """List all open steps, the best first."""


class SetMinutes(NamedTuple):
    """Choose the steps that fit into this many minutes."""

    minutes: int


class AskReason(NamedTuple):
    """Ask why a step is not for the user, and leave it out with the reason."""

    step_id: str


class AskSentDay(NamedTuple):
    """Ask on which day the form of a step was sent, and record the step as done on it.

    `target` and `kind` are the request and what happened to it.
    """

    step_id: str
    target: str
    kind: str


class SkipStep(NamedTuple):
    """Leave a step out for this reason."""

    step_id: str
    reason: str


class AskOwnReason(NamedTuple):
    """Ask for a reason in the user's own words, and leave the step out with it."""

    step_id: str


class OpenExplanation(NamedTuple):
    """Show why a step is in the plan."""

    step_id: str


class SayPlan(NamedTuple):
    """Show the plan in short."""


StepAction = (
    AskOwnReason
    | AskReason
    | AskSentDay
    | BrowseOpenSteps
    | OpenExplanation
    | OpenPlanAction
    | OpenStep
    | SayPlan
    | SetMinutes
    | SkipStep
)
