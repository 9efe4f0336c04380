"""Select the letter that is meant by a kind such as `objection`, and the request that it is about."""

from collections.abc import Iterable, Sequence

from wizard.core.content_models import Library, Step
from wizard.core.formatting import join_with_or
from wizard.core.request import Request
from wizard.core.sanitize import sanitize_line
from wizard.core.snapshot import Snapshot
from wizard.core.typed_words import closest_matches
from wizard.errors import WizardError

from .account_fit import denies_account, serves, without_account
from .applicability import NO_ANSWER, NOTHING, applies_here, applies_now, is_place_specific, request_stage
from .language import authority_languages, default_language, languages_of, letter_in
from .models import RECIPIENTS, Letter


def select_letter(
    snapshot: Snapshot, kind: str, target: str = "", language: str = "", *, sure: bool = True
) -> tuple[Letter, Request | None]:
    """Return the letter of this kind for this user, and the request that it is about, or None.

    `target` and `language` narrow the choice; an empty string leaves it to the program. With `sure`, the choice of the
    request must be unambiguous; without it, the first candidate is taken.
    Raises WizardError if there is no such letter, or if the choice is ambiguous.
    """
    members = _letters_of_kind(snapshot.library, kind)
    if snapshot.place is None and any(map(is_place_specific, members)):
        raise WizardError("letter-needs-country", letter=sanitize_line(kind, 60), title=members[0].title)
    candidates = [each for each in members if any(applies_here(each, viewed) for viewed in _snapshots_by_place(snapshot))]
    if not candidates:
        raise _elsewhere_error(members[0], snapshot)
    if language:
        candidates = _letters_in_language(candidates, language)
    requests = (_request_by_target(snapshot, target),) if target else _candidate_requests(snapshot, candidates)
    if len(requests) > 1 and sure:
        raise WizardError(
            "letter-target-ambiguous",
            letter=members[0].family,
            title=members[0].title,
            count=len(requests),
            names=", ".join(each.name for each in requests),
            options=join_with_or(f"--case {each.target}" for each in requests),
        )
    request = next(iter(requests), None)
    suitable = _letters_for_request(candidates, snapshot, request)
    request_snapshot = snapshot.for_request(request)
    letter = _best_letter(suitable, request_snapshot, request)
    return letter_in(letter, language or default_language(letter, request_snapshot), snapshot), request


def find_letter(snapshot: Snapshot, kind: str) -> Letter | None:
    """Return the letter of this kind for this user; None if there is none where they live, or for their accounts."""
    try:
        return select_letter(snapshot, kind, sure=False)[0]
    except WizardError:
        return None


def _snapshots_by_place(snapshot: Snapshot) -> Iterable[Snapshot]:
    """Return the snapshot for the place of residence, then those for the places of earlier requests."""
    return (snapshot, *(snapshot.for_request(each) for each in snapshot.requests if each.sent_from))


def _letters_for_request(members: Sequence[Letter], snapshot: Snapshot, request: Request | None) -> list[Letter]:
    """Return the letters that are right for the place of the request and for the accounts of the user.

    Raises WizardError if there is none.
    """
    request_snapshot = snapshot.for_request(request)
    suitable = [each for each in members if applies_here(each, request_snapshot)]
    if not suitable:
        raise _elsewhere_error(members[0], request_snapshot)
    served = [each for each in suitable if serves(each, snapshot, request)]
    if served:
        return served
    if denies_account(suitable[0], snapshot):
        raise WizardError("letter-denies-account", letter=suitable[0].id, title=suitable[0].title)
    if without_account(snapshot):
        raise WizardError("letter-needs-account", letter=suitable[0].id, title=suitable[0].title)
    raise WizardError(
        "letter-target-without-account",
        letter=suitable[0].id,
        title=suitable[0].title,
        target=request.target if request else "",
        name=request.name if request else "",
    )


def can_be_about(kind: str, snapshot: Snapshot, request: Request) -> bool:
    """Return True if a letter of this kind can be about this request."""
    request_snapshot = snapshot.for_request(request)
    return any(
        applies_here(each, request_snapshot) and serves(each, snapshot, request)
        for each in _letters_of_kind(snapshot.library, kind)
    )


def letter_kinds(library: Library) -> tuple[str, ...]:
    """Return all names that a letter can be asked for by: letter kinds and letter ids."""
    return tuple(dict.fromkeys([*(letter.family for letter in library.letters.values()), *library.letters]))


def usable_letters(snapshot: Snapshot) -> tuple[Letter, ...]:
    """Return the letters that the user can use now, one of each kind; those that follow events come first."""
    families = dict.fromkeys(letter.family for letter in snapshot.library.letters.values() if applies_now(letter, snapshot))
    best_letters = (
        _best_letter(members, snapshot, _first_matching_request(snapshot, members))
        for family in families
        if (
            members := [
                each for each in snapshot.library.letters.values() if each.family == family and applies_now(each, snapshot)
            ]
        )
    )
    return tuple(
        sorted(best_letters, key=lambda letter: (not letter.after_events, RECIPIENTS.index(letter.recipient), letter.id))
    )


def letters_for_step(snapshot: Snapshot, step: Step) -> tuple[Letter, ...]:
    """Return the letters that a step names and that the user can use now, in the order of the step."""
    usable = usable_letters(snapshot) if step.letters else ()
    return tuple(letter for name in step.letters for letter in usable if name in (letter.id, letter.family))


def upcoming_letters(snapshot: Snapshot) -> tuple[Letter, ...]:
    """Return the letters for this place that follow an event which has not happened yet, by id."""
    usable_kinds = {letter.family for letter in usable_letters(snapshot)}
    suitable = (
        each
        for each in snapshot.library.letters.values()
        if applies_here(each, snapshot) and each.when.holds(snapshot.interview.facts)
    )
    return tuple(
        sorted((each for each in suitable if each.after_events and each.family not in usable_kinds), key=lambda letter: letter.id)
    )


def _letters_of_kind(library: Library, kind: str) -> list[Letter]:
    """Return the letters of a kind, or the one letter with this id.

    Raises WizardError if there is neither.
    """
    name = library.current_id(kind.strip())
    members = [letter for letter in library.letters.values() if letter.family == name]
    if not members and name in library.letters:
        members = [library.letters[name]]
    if not members:
        matches = closest_matches(name, letter_kinds(library))
        hint = "did-you-mean" if matches else ""
        raise WizardError("letter-unknown", hint=hint, letter=sanitize_line(kind, 60), close=matches[0] if matches else "")
    return members


def _elsewhere_error(letter: Letter, snapshot: Snapshot) -> WizardError:
    """Return the error for a letter of another place, with the same letter kind for this place if there is one."""
    has_alternative = any(
        each.family == letter.family and applies_here(each, snapshot) and serves(each, snapshot, None)
        for each in snapshot.library.letters.values()
    )
    about = {"letter": letter.id, "title": letter.title, "family": letter.family}
    hint = "same-letter-here" if has_alternative else ""
    if snapshot.place is None:
        return WizardError("letter-not-for-you", hint=hint, **about)
    return WizardError("letter-not-for-place", hint=hint, **about, place=snapshot.place.name)


def _letters_in_language(letters: Sequence[Letter], language: str) -> list[Letter]:
    """Return the letters in this language.

    Raises WizardError if there is none.
    """
    matching = [each for each in letters if language in languages_of(each)]
    if not matching:
        languages = ", ".join(sorted({known for each in letters for known in languages_of(each)}))
        raise WizardError("letter-language-unknown", language=sanitize_line(language, 20), languages=languages)
    return matching


def _best_letter(letters: Iterable[Letter], snapshot: Snapshot, request: Request | None) -> Letter:
    """Return the letter that fits the stage of the request, the place and the languages of the authority best."""
    stage = request_stage(request, snapshot.today)
    languages = set(authority_languages(snapshot))

    def rank(letter: Letter) -> tuple[bool, bool, bool, bool]:
        # False sorts first: the stage weighs most, the language least. A letter for a missing reply is the more
        # specific one of two that both follow this stage.
        return (
            stage not in letter.after_events,
            NO_ANSWER not in letter.after_events,
            not is_place_specific(letter),
            languages.isdisjoint(languages_of(letter)),
        )

    return min(letters, key=rank)


def _first_matching_request(snapshot: Snapshot, members: Sequence[Letter]) -> Request | None:
    """Return the first request in a stage that one of these letters follows, or None."""
    stages = {each for letter in members for each in letter.after_events}
    return next((each for each in snapshot.requests if request_stage(each, snapshot.today) in stages), None)


def _request_by_target(snapshot: Snapshot, target: str) -> Request:
    """Return the request with this target; the prefix `case/` may be left out.

    Raises WizardError if there is none.
    """
    full_target = target if target.startswith("case/") else f"case/{target}"
    request = snapshot.request(full_target)
    if request is None:
        targets = ", ".join(each.target for each in snapshot.requests)
        hint = "" if targets else "say-country"
        raise WizardError("request-unknown", hint=hint, target=sanitize_line(target, 60), targets=targets)
    return request


def _candidate_requests(snapshot: Snapshot, members: Sequence[Letter]) -> tuple[Request, ...]:
    """Return the started requests that such a letter may be about; () if it is about none or starts one.

    A letter that follows events takes the requests in a matching stage, else all that have begun. A letter that may
    start a request takes one only if exactly one matches. A letter that follows no event but uses the day of one takes
    the request that began first.
    """
    stages = {each for letter in members for each in letter.after_events}
    if not stages and not any(field.events for letter in members for field in letter.fields):
        return ()
    started = [each for each in snapshot.requests if each.events and any(serves(letter, snapshot, each) for letter in members)]
    matching = [each for each in started if request_stage(each, snapshot.today) in stages]
    if NOTHING in stages:
        return tuple(matching) if len(matching) == 1 else ()
    if not stages:
        return tuple(sorted(started, key=lambda each: each.events[0].on)[:1])
    return tuple(matching or started)
