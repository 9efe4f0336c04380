"""From a kind such as `objection` to the one letter that is meant, and to the case that it is about."""

from collections.abc import Iterable, Sequence

from wizard.core.content_models import Library, Step
from wizard.core.objection import Objection
from wizard.core.sanitize import sanitize_line
from wizard.core.snapshot import Snapshot
from wizard.core.suggestions import closest_matches
from wizard.errors import WizardError

from .account import serves, without_account
from .applicability import NO_ANSWER, NOTHING, applies_here, applies_now, is_place_specific, objection_stage
from .models import RECIPIENTS, Letter


def select_letter(
    case: Snapshot, kind: str, target: str = "", language: str = "", *, sure: bool = True
) -> tuple[Letter, Objection | None]:
    """The letter of this kind for this person, and the case it is about. Raises WizardError where there is none.

    Where several cases call for it the person must say which, unless one need not be `sure`.
    """
    members = _letters_of_kind(case.library, kind)
    if case.place is None and any(map(is_place_specific, members)):
        raise WizardError(
            f"Which “{sanitize_line(kind, 60)}” is right depends on where you live.",
            "Say it first: `protect-my-photos answer country=DE`.",
        )
    found = [each for each in members if any(applies_here(each, there) for there in _places(case))]
    if not found:
        raise WizardError(
            f"“{members[0].id}” is not for {case.place.name if case.place else 'you'}.", _alternative_hint(members[0], case)
        )
    if language:
        found = _in_language(found, language)
    meant = (_objection_by_target(case, target),) if target else _candidate_objections(case, found)
    if len(meant) > 1 and sure:
        named = " or ".join(f"--case {each.target}" for each in meant)
        raise WizardError(f"“{members[0].family}” could be about {len(meant)} cases.", f"Say which: {named}.")
    about = next(iter(meant), None)
    return _best(_for_them(found, case, about), case.for_request(about), about), about


def _places(case: Snapshot) -> Iterable[Snapshot]:
    """The case as it is where the person lives, and as it is where a request runs that was sent from elsewhere."""
    return (case, *(case.for_request(each) for each in case.objections if each.sent_from))


def _for_them(members: Sequence[Letter], case: Snapshot, about: Objection | None) -> list[Letter]:
    """Those that are right for the place of the request, and for the accounts that there are. Raises WizardError without any."""
    there = case.for_request(about)
    suiting = [each for each in members if applies_here(each, there)]
    if not suiting:
        raise WizardError(
            f"“{members[0].id}” is not for {there.place.name if there.place else 'you'}.", _alternative_hint(members[0], there)
        )
    found = [each for each in suiting if serves(each, case, about)]
    if found:
        return found
    if without_account(case):
        raise WizardError(
            f"“{suiting[0].id}” speaks of accounts, and you said that you have none.",
            "“non-user” is the letter for that. If you do have an account, say so: `protect-my-photos answer services=facebook`.",
        )
    raise WizardError(
        f"“{suiting[0].id}” is about accounts of yours, and {about.target if about else 'this'} is not about one.",
        "Use Meta's form for information from third parties, or choose a case of an account with --case.",
    )


def can_be_about(kind: str, case: Snapshot, about: Objection) -> bool:
    """Tell whether there is such a letter about this case."""
    there = case.for_request(about)
    return any(applies_here(each, there) and serves(each, case, about) for each in _letters_of_kind(case.library, kind))


def letter_kinds(library: Library) -> tuple[str, ...]:
    """Everything that one can ask for by name: families, and the letters themselves."""
    return tuple(dict.fromkeys([*(letter.family for letter in library.letters.values()), *library.letters]))


def usable_letters(case: Snapshot) -> tuple[Letter, ...]:
    """The letters that the person can use now, one of each family; what the objection itself calls for comes first."""
    families = dict.fromkeys(letter.family for letter in case.library.letters.values() if applies_now(letter, case))
    found = (
        _best(members, case, _most_pressing(case, members))
        for family in families
        if (members := [each for each in case.library.letters.values() if each.family == family and applies_now(each, case)])
    )
    return tuple(sorted(found, key=lambda letter: (not letter.after_events, RECIPIENTS.index(letter.recipient), letter.id)))


def letters_for_step(case: Snapshot, step: Step) -> tuple[Letter, ...]:
    """The letters that a step names and that the person can use now, in the step's order."""
    now = usable_letters(case) if step.letters else ()
    return tuple(letter for name in step.letters for letter in now if name in (letter.id, letter.family))


def upcoming_letters(case: Snapshot) -> tuple[Letter, ...]:
    """The letters for this person's place whose time has not come: most answer something that comes back."""
    now = {letter.family for letter in usable_letters(case)}
    found = (each for each in case.library.letters.values() if applies_here(each, case) and each.when.holds(case.interview.facts))
    return tuple(sorted((each for each in found if each.after_events and each.family not in now), key=lambda letter: letter.id))


def _letters_of_kind(library: Library, kind: str) -> list[Letter]:
    """The letters of a family, or the one letter of this name."""
    wanted = library.current_id(kind.strip())
    members = [letter for letter in library.letters.values() if letter.family == wanted]
    if not members and wanted in library.letters:
        members = [library.letters[wanted]]
    if not members:
        close = closest_matches(wanted, letter_kinds(library))
        hint = f"Did you mean “{close[0]}”?" if close else "`protect-my-photos letter --list` shows all."
        raise WizardError(f"There is no letter “{sanitize_line(kind, 60)}”.", hint)
    return members


def _alternative_hint(letter: Letter, case: Snapshot) -> str:
    others = any(
        each.family == letter.family and applies_here(each, case) and serves(each, case, None)
        for each in case.library.letters.values()
    )
    return f"For you there is “{letter.family}”." if others else "`protect-my-photos letter --list` shows what fits."


def _in_language(found: Sequence[Letter], language: str) -> list[Letter]:
    chosen = [each for each in found if each.language == language]
    if not chosen:
        known = ", ".join(sorted({each.language for each in found}))
        raise WizardError(f"This letter is not there in “{sanitize_line(language, 20)}”.", f"Languages: {known}.")
    return chosen


def _best(found: Iterable[Letter], case: Snapshot, about: Objection | None) -> Letter:
    """What the case calls for comes first, then what speaks of the place, then the language of the office there."""
    now = objection_stage(about, case.today)
    languages = case.place.authority.languages if case.place and case.place.authority else ()

    def rank(letter: Letter) -> tuple[bool, bool, bool, bool]:
        return (
            now not in letter.after_events,
            NO_ANSWER not in letter.after_events,
            not is_place_specific(letter),
            letter.language not in languages,
        )

    return min(found, key=rank)


def _most_pressing(case: Snapshot, members: Sequence[Letter]) -> Objection | None:
    after = {each for letter in members for each in letter.after_events}
    return next((each for each in case.objections if objection_stage(each, case.today) in after), None)


def _objection_by_target(case: Snapshot, target: str) -> Objection:
    wanted = target if target.startswith("case/") else f"case/{target}"
    found = next((each for each in case.objections if each.target == wanted), None)
    if found is None:
        there = ", ".join(each.target for each in case.objections)
        hint = f"There is: {there}." if there else "Say where you live first: `protect-my-photos answer country=DE`."
        raise WizardError(f"There is no case “{sanitize_line(target, 60)}”.", hint)
    return found


def _candidate_objections(case: Snapshot, members: Sequence[Letter]) -> tuple[Objection, ...]:
    """The cases that call for such a letter, else those that have begun; a letter for everybody takes the oldest."""
    after = {each for letter in members for each in letter.after_events}
    if not after and not any(blank.events for letter in members for blank in letter.fields):
        return ()
    begun = [each for each in case.objections if each.events and any(serves(letter, case, each) for letter in members)]
    called = [each for each in begun if objection_stage(each, case.today) in after]
    if NOTHING in after:
        return tuple(called) if len(called) == 1 else ()
    if not after:
        return tuple(sorted(begun, key=lambda each: each.events[0].on)[:1])
    return tuple(called or begun)
