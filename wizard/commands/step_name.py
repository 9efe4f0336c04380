"""Find the step that a user names on the command line: by its id, its last part, or the beginning of one of them."""

from wizard.core.formatting import join_with_or
from wizard.core.sanitize import sanitize_line
from wizard.core.snapshot import Snapshot
from wizard.core.typed_words import closest_matches
from wizard.errors import WizardError

MAX_SUGGESTIONS = 5


def resolve_step_id(snapshot: Snapshot, text: str) -> str:
    """Return the id of the step that is named. Steps of the plan win over others.

    Raises WizardError, with the steps that were probably meant, if there is none or if several fit.
    """
    wanted = snapshot.library.current_id(text.strip().lower())
    if wanted in snapshot.library.steps:
        return wanted
    planned, all_ids = [each.id for each in snapshot.steps], list(snapshot.library.steps)
    found: list[str] = []
    for ids in (planned, all_ids):
        for fits in (_is_name, _begins):
            found = [id for id in ids if wanted and fits(id, wanted)]
            if len(found) == 1:
                return found[0]
            if found:
                break
        if found:
            break
    close = found or _similar(wanted, all_ids)
    hint = "did-you-mean-targets" if close else ""
    raise WizardError("target-unknown", hint=hint, target=sanitize_line(text, 80), close=join_with_or(close[:MAX_SUGGESTIONS]))


def _is_name(id: str, text: str) -> bool:
    return id.partition("/")[2] == text


def _begins(id: str, text: str) -> bool:
    return id.startswith(text) or id.partition("/")[2].startswith(text)


def _similar(text: str, ids: list[str]) -> list[str]:
    """Return the ids that contain the text, or else those that are spelt alike."""
    containing = [id for id in ids if text and text in id]
    if containing:
        return containing
    by_name = {id.partition("/")[2]: id for id in ids}
    return list(dict.fromkeys(by_name.get(each, each) for each in closest_matches(text, [*by_name, *ids], 3)))
