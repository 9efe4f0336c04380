"""The one object that a face holds: it answers, marks, notes and takes back, and hands out the case that follows."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from wizard.core.contact import CONTACT, CONTACT_KINDS, NICKNAME_LENGTH
from wizard.core.content_models import Library, Question
from wizard.core.event import ANSWERED, MAX_YEAR, NOTE, STEP_KINDS, UNDONE, Event, active_events, read_event
from wizard.core.findings import SETTING, read_findings
from wizard.core.interview import require_question, validate_answers
from wizard.core.sanitize import sanitize, sanitize_line
from wizard.core.snapshot import Snapshot, build_snapshot
from wizard.core.suggestions import closest_matches
from wizard.errors import WizardError
from wizard.system.protected_files import protect_progress

from .merge import has_lost_events, have_common_events, merge_state
from .state_format import State
from .store import Store

NOTE_LENGTH = 10_000
LETTER_FIELDS = "letter-fields"
MERGED_NOTICE = (
    "Another program had replaced the state file. What stood there and what you did here are together now; nothing is lost."
)
RESET_NOTICE = "Meanwhile the state file was removed, or another one was begun. What you did before that is not in it."


def utc_now() -> datetime:
    """This moment."""
    return datetime.now(UTC)


class Session:
    """Answers and events of one person: each change is saved at once, and `case` is what follows from them."""

    def __init__(self, library: Library, store: Store, today: date, now: Callable[[], datetime] = utc_now) -> None:
        self.library = library
        self.store = store
        self.today = today
        self._now = now
        protect_progress(store.own_paths)
        self._seen: Mapping[str, Any] = {"answers": {}, "events": []}
        self._read: tuple[Event | None, ...] = ()
        self._load(store.read())
        store.notices += [_second_copy(path) for path in store.sync_conflicts()]

    def _load(self, state: State) -> None:
        self._read = self._parse_events(state)
        self._seen = {"answers": state.answers, "events": state.events}
        self.answers = parse_answers(state.answers)
        self.events = tuple(event for event in self._read if event)
        self.settings: Mapping[str, object] = dict(state.settings)
        self.case: Snapshot = build_snapshot(
            self.library, self.answers, self.events, self.today, read_findings(self.settings.get(SETTING))
        )

    def _parse_events(self, state: State) -> tuple[Event | None, ...]:
        """What the records mean; those that were read before are not read again."""
        seen = self._seen["events"]
        read = self._read if state.events[: len(seen)] == seen else ()
        return (*read, *map(read_event, state.events[len(read) :]))

    def _change(self, edit: Callable[[State], None]) -> Snapshot:
        def on_what_stands(state: State) -> None:
            if self._detect_replacement(state):
                merge_state(state.data, self._seen)
            edit(state)

        self._load(self.store.change(on_what_stands))
        return self.case

    def _detect_replacement(self, state: State) -> bool:
        """Tell, and say, whether a program that knows nothing of locks has put an older or another copy in the file's place.

        Where neither the file nor its backup has anything in common with what was seen, it was removed on purpose.
        """
        seen = self._seen["events"]
        if not has_lost_events(seen, state.events):
            return False
        earlier = self.store.read_backup()
        same = have_common_events(seen, state.events) or (earlier is not None and have_common_events(seen, earlier.events))
        self.store.notices.append(MERGED_NOTICE if same else RESET_NOTICE)
        return same

    def reload(self) -> Snapshot:
        """Read the file again: another window may have changed it, and what another program took away is put back."""
        state = self.store.read()
        if self._detect_replacement(state):
            self.store.notices.remove(MERGED_NOTICE)  # the change says it
            return self._change(lambda _: None)
        self._load(state)
        return self.case

    def wipe(self) -> list[Path]:
        """Remove everything that is stored; the files that were removed."""
        removed = self.store.wipe()
        self._load(State())
        return removed

    def answer(self, id: str, values: Iterable[str]) -> Snapshot:
        """Record an answer; no values mean that the question was skipped. Raises WizardError for one that does not fit."""
        return self.record_answers({id: tuple(values)})

    def record_answers(self, given: Mapping[str, tuple[str, ...] | None]) -> Snapshot:
        """Record several answers at once, all or none; None takes an answer back."""
        answers = validate_answers(self.library, given, self.answers)

        def edit(state: State) -> None:
            for id in given:
                value = _answer_to_json(answers[id], self.question(id)) if id in answers else None
                if id in answers:
                    state.answers[id] = value
                else:
                    state.answers.pop(id, None)
                state.events.append(self._record(state, ANSWERED, id) | {"value": value, "known": id in answers})

        return self._change(edit)

    def question(self, id: str) -> Question:
        """The question with this id. Raises WizardError with the nearest one when there is none."""
        return require_question(self.library, id)

    def mark(self, target: str, kind: str, on: date | None = None, note: str = "") -> Snapshot:
        """Record what happened to a step or to an objection case. Raises WizardError for what does not exist."""
        target = self.resolve_target(target)
        allowed = self._kinds(target)
        if kind not in allowed:
            close = closest_matches(kind, allowed)
            hint = f"Did you mean “{close[0]}”?" if close else f"Choose from: {', '.join(allowed)}."
            raise WizardError(f"“{sanitize_line(kind, 40)}” cannot be recorded for {target}.", hint)
        if on and on > self.today:
            raise WizardError(f"{on.isoformat()} lies in the future.", "Record it when it has happened.")
        fields = {"on": (on or self.today).isoformat()} | ({"note": sanitize(note)[:NOTE_LENGTH]} if note.strip() else {})
        return self._change(lambda state: state.events.append(self._record(state, kind, target) | fields))

    def _kinds(self, target: str) -> tuple[str, ...]:
        """What can be recorded of a case, a contact or a step."""
        if target.startswith(CONTACT):
            return CONTACT_KINDS
        return tuple(self.library.outcomes) if target.startswith("case/") else STEP_KINDS

    def record_contact(self, nickname: str, kind: str, on: date | None = None) -> Snapshot:
        """Record in the contact book whom the person asked and what came of it; `forgotten` takes someone out of it."""
        return self.mark(f"{CONTACT}{nickname}", kind, on)

    def add_note(self, target: str, text: str) -> Snapshot:
        """Keep a note with a step or an objection case."""
        target = self.resolve_target(target)
        fields = {"on": self.today.isoformat(), "note": sanitize(text)[:NOTE_LENGTH]}
        return self._change(lambda state: state.events.append(self._record(state, NOTE, target) | fields))

    def undo(self) -> Event | None:
        """Take back the last thing recorded of a step or a case; the event taken back, or None when there is none."""
        self.reload()
        if last_undoable_event(self.events) is None:
            return None
        taken: list[Event] = []

        def edit(state: State) -> None:
            found = last_undoable_event(event for event in self._parse_events(state) if event)
            if found:
                taken.append(found)
                state.events.append(self._record(state, UNDONE, found.target) | {"undoes": found.id})

        self._change(edit)
        return taken[0] if taken else None

    def set_setting(self, name: str, value: object) -> Snapshot:
        """Keep a setting."""
        return self._change(lambda state: state.settings.__setitem__(name, value))

    def remove_setting(self, name: str) -> Snapshot:
        """Keep a setting no longer."""
        return self._change(lambda state: state.settings.pop(name, None) and None)

    @property
    def saved_letter_fields(self) -> dict[str, tuple[str, ...]]:
        """What the person had kept for letters, by blank."""
        kept = self.settings.get(LETTER_FIELDS)
        lists = {id: found for id, found in kept.items() if isinstance(found, list)} if isinstance(kept, Mapping) else {}
        return {id: tuple(sanitize(each) for each in found if isinstance(each, str)) for id, found in lists.items()}

    def save_letter_fields(self, fields: Mapping[str, Sequence[str]]) -> Snapshot:
        """Keep these blanks for the next letter, at the person's request; the others that were kept stay."""
        merged = self.saved_letter_fields | {id: tuple(values) for id, values in fields.items() if any(values)}
        return self.set_setting(LETTER_FIELDS, {id: list(values) for id, values in merged.items()})

    def clear_letter_fields(self) -> Snapshot:
        """Remove what was kept for letters."""
        return self.remove_setting(LETTER_FIELDS)

    def merge_copy(self, other: Mapping[str, Any]) -> int:
        """Take in what another copy of the state holds; how many of its events were new here.

        Events become the union of both. An answer is taken from the copy where it was given last.
        """
        added: list[object] = []

        def edit(state: State) -> None:
            added.extend(merge_state(state.data, other))

        self._change(edit)
        return len(added)

    def resolve_target(self, text: str) -> str:
        """The full id of the step or case that is meant; the part after the slash is enough where it is unique."""
        if text.strip().startswith(CONTACT):
            return _contact(text.strip().removeprefix(CONTACT))
        wanted = self.library.current_id(text.strip())
        cases = {f"case/{step.records.case}" for step in self.library.steps.values() if step.records}
        if wanted in self.library.steps or wanted in cases:
            return wanted
        short = [id for id in self.library.steps if id.partition("/")[2] == wanted]
        if len(short) == 1:
            return short[0]
        close = short or closest_matches(wanted, [*self.library.steps, *sorted(cases)], 3)
        hint = f"Did you mean {' or '.join(close)}?" if close else "`protect-my-photos plan` lists the steps."
        raise WizardError(f"There is no step or case “{sanitize_line(text, 80)}”.", hint)

    def _record(self, state: State, kind: str, target: str) -> dict[str, object]:
        now, last = self._now(), _moment(state.events[-1]) if state.events else None
        if last and last > now:  # the clock was set back: the order is what counts
            now = last + timedelta(microseconds=1)
        # The moment is in UTC and may even be a corrected one, so the user's own day always stands beside it.
        when: dict[str, object] = {"at": now.isoformat(timespec="microseconds"), "on": self.today.isoformat()}
        return when | {"kind": kind, "target": target, "id": os.urandom(8).hex()}


def _moment(event: object) -> datetime | None:
    """When an event was recorded, where it says so in a way that can be counted on."""
    at = event.get("at") if isinstance(event, Mapping) else None
    try:
        moment = datetime.fromisoformat(at) if isinstance(at, str) else None
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment and moment.tzinfo and 1 < moment.year <= MAX_YEAR else None


def parse_answers(raw: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    """The answers of a state or answers file; what is neither text, list of texts nor null is left aside."""
    found: dict[str, tuple[str, ...]] = {}
    for id, value in raw.items():
        if value is None:
            found[id] = ()
        elif isinstance(value, str):
            found[id] = (sanitize_line(value),)
        elif isinstance(value, list) and all(isinstance(each, str) for each in value):
            found[id] = tuple(sanitize_line(each) for each in value)
    return found


def _second_copy(path: Path) -> str:
    what_to_do = "`state import` takes it in and nothing is lost; then you can delete it."
    return f"Beside your state file lies a second copy: {path}. {what_to_do}"


def _contact(nickname: str) -> str:
    """The target for a nickname. Raises WizardError for an empty one."""
    name = sanitize_line(nickname, NICKNAME_LENGTH).strip()
    if not name:
        raise WizardError("A contact needs a nickname.", "For example: protect-my-photos mark contact/Kim asked")
    return f"{CONTACT}{name}"


def last_undoable_event(events: Iterable[Event]) -> Event | None:
    """The last event that can be taken back: something recorded of a step or a case that still counts."""
    marks = [event for event in active_events(events) if event.id and event.kind != ANSWERED]
    return marks[-1] if marks else None


def _answer_to_json(values: tuple[str, ...], question: Question) -> object:
    if not values:
        return None
    return list(values) if question.kind == "many" else values[0]
