"""The session that a front end or command works with: it records answers, events and settings, and builds the snapshot."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from wizard.core.account import RENAMED
from wizard.core.content_models import Library, Question
from wizard.core.event import ANSWERED, MAX_YEAR, NOTE, UNDONE, Event, active_events, read_event
from wizard.core.event_day import first_possible_day
from wizard.core.findings import SETTING, read_findings
from wizard.core.formatting import format_date
from wizard.core.interview import require_question, validate_answers
from wizard.core.request_target import clean_nickname
from wizard.core.sanitize import sanitize, sanitize_line
from wizard.core.snapshot import Snapshot, build_snapshot
from wizard.errors import WizardError
from wizard.i18n import N_, _
from wizard.system.protected_files import protect_progress

from .merge import has_lost_events, have_common_events, merge_state
from .people import PERSON, clean_person_name, first_person_path, keep_name, name_in_settings, person_path
from .state_format import State
from .store import Store
from .targets import event_target, require_kind, resolve_target

NOTE_LENGTH = 10_000
"""The number of characters that are kept of a note."""
LETTER_FIELDS = "letter-fields"
"""The setting that holds field values for the next letter, by field id."""
MERGED_NOTICE = N_(
    "Another program had replaced the state file. What was in it and what you did here have been merged; nothing is lost."
)
RESET_NOTICE = N_("Meanwhile the state file was removed, or a new one was started. What you did before isn't in it.")


def utc_now() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


MERGE_BY_COMMAND = N_("`state import` merges it and nothing is lost; then you can delete it.")
MERGE_ON_PAGE = N_("Merge it on the page “What is stored”: nothing is lost, and then you can delete it.")  # inside the wizard


class Session:
    """Answers, events and settings of one user. Each change is saved at once, and `snapshot` is what follows from all of them."""

    def __init__(
        self,
        library: Library,
        store: Store,
        today: date,
        now: Callable[[], datetime] = utc_now,
        merge_hint: str = MERGE_BY_COMMAND,
        person: str | None = None,
    ) -> None:
        self.library, self.today = library, today
        self._now, self._merge_hint = now, merge_hint
        self.open_store(store, person)

    def open_store(self, store: Store, person: str | None = None) -> None:
        """Work with this state file from now on. `person` is whose it is, None for the first person."""
        state, name = store.read(), clean_person_name(person) if person is not None else ""
        self.store, self.person = store, name_in_settings(state.settings, store.path) or name if name else ""
        protect_progress(store.own_paths)
        self._seen: Mapping[str, Any] = {"answers": {}, "events": []}
        self._read: tuple[Event | None, ...] = ()
        self._load(state)
        for path in store.sync_conflicts():
            copy = _("There is a second copy beside your state file: {path}.", path=path)
            store.notices.append(f"{copy} {_(self._merge_hint)}")

    def open_person(self, name: str | None) -> Snapshot:
        """Go on with the file of this person, None for the first one. A file that is not there yet is begun."""
        first = first_person_path(self.store.path) or self.store.path
        self.open_store(Store(first if name is None else person_path(name, first)), name)
        return self.snapshot if name is None or self.store.path.exists() else self.set_setting(PERSON, self.person)

    def _load(self, state: State) -> None:
        self._read = self._parse_events(state)
        self._seen = {"answers": state.answers, "events": state.events}
        self.answers = parse_answers(state.answers)
        self.events = tuple(event for event in self._read if event)
        self.settings: Mapping[str, object] = dict(state.settings)
        self.snapshot: Snapshot = build_snapshot(
            self.library, self.answers, self.events, self.today, read_findings(self.settings.get(SETTING))
        )

    def _parse_events(self, state: State) -> tuple[Event | None, ...]:
        """Parse the events of the state; None stands for an event that cannot be understood."""
        # Events that were parsed before are reused: parsing all of them after each change would grow with the history.
        seen = self._seen["events"]
        read = self._read if state.events[: len(seen)] == seen else ()
        return (*read, *map(read_event, state.events[len(read) :]))

    def _change(self, edit: Callable[[State], None]) -> Snapshot:
        """Apply an edit to the file as it is now, save it and return the new snapshot."""

        def merge_and_edit(state: State) -> None:
            if self._detect_replacement(state):
                merge_state(state.data, self._seen)
            name = state.settings.get(PERSON, self.person)
            edit(state)
            keep_name(state.settings, name)

        self._load(self.store.change(merge_and_edit))
        return self.snapshot

    def _detect_replacement(self, state: State) -> bool:
        """Return True if a program that ignores our lock has replaced the file by another copy; add a notice if events are gone.

        If neither the file nor its backup shares an event with what was seen, the file was removed on purpose: False.
        """
        seen = self._seen["events"]
        if not has_lost_events(seen, state.events):
            return False
        earlier = self.store.read_backup()
        same_state = have_common_events(seen, state.events) or (earlier is not None and have_common_events(seen, earlier.events))
        self.store.notices.append(_(MERGED_NOTICE) if same_state else _(RESET_NOTICE))
        return same_state

    def use_library(self, library: Library) -> Snapshot:
        """Go on with the same content in another language."""
        self.library = library
        return self.reload()

    def reload(self) -> Snapshot:
        """Read the file again, since another window may have changed it. Events that another program dropped are restored."""
        state = self.store.read()
        if self._detect_replacement(state):
            self.store.notices.remove(_(MERGED_NOTICE))  # the change adds it again
            return self._change(lambda _: None)
        self._load(state)
        return self.snapshot

    def wipe(self) -> list[Path]:
        """Remove everything that is stored and return the files that were removed."""
        removed = self.store.wipe()
        self._load(State())
        return removed

    def answer(self, id: str, values: Iterable[str]) -> Snapshot:
        """Record an answer; no values mean that the question was skipped. Raises WizardError if the answer is not valid."""
        return self.record_answers({id: tuple(values)})

    def record_answers(self, given: Mapping[str, tuple[str, ...] | None]) -> Snapshot:
        """Record several answers at once; None takes an answer back.

        Raises WizardError, and records nothing, if one of them is not valid.
        """
        answers = validate_answers(self.library, given, self.answers)

        def edit(state: State) -> None:
            for id in given:
                value = _answer_to_json(answers[id], self.question(id)) if id in answers else None
                if id in answers:
                    state.answers[id] = value
                else:
                    state.answers.pop(id, None)
                state.events.append(self._new_event(state, ANSWERED, id) | {"value": value, "known": id in answers})

        return self._change(edit)

    def question(self, id: str) -> Question:
        """Return the question with this id. Raises WizardError, with the most similar id, if there is none."""
        return require_question(self.library, id)

    def mark(self, target: str, kind: str, on: date | None = None, note: str = "") -> Snapshot:
        """Record an event of a step, an objection or a contact; `on` is the day it happened, None for today.

        Raises WizardError if the target is unknown, the kind does not fit the target, or it cannot have happened on that day.
        """
        target = self.resolve_target(target)
        require_kind(self.library, target, kind)
        if on and on > self.today:
            raise WizardError("day-in-future", day=format_date(on))
        if kind == RENAMED and not clean_nickname(note):
            raise WizardError("account-unnamed")
        target = event_target(self.library, target, kind)
        first = first_possible_day(self.library, target, kind, self.snapshot.progress.requests.get(target, ()))
        if on and first and on < first:
            raise WizardError("day-before-sending", day=format_date(on), sent=format_date(first))
        fields = {"on": (on or self.today).isoformat()} | ({"note": sanitize(note)[:NOTE_LENGTH]} if note.strip() else {})
        return self._change(lambda state: state.events.append(self._new_event(state, kind, target) | fields))

    def add_note(self, target: str, text: str, on: date | None = None) -> Snapshot:
        """Add a note to a step, an objection or a contact; `on` is the day that it is about, None for today."""
        target = self.resolve_target(target)
        fields = {"on": (on or self.today).isoformat(), "note": sanitize(text)[:NOTE_LENGTH]}
        return self._change(lambda state: state.events.append(self._new_event(state, NOTE, target) | fields))

    def undo(self) -> Event | None:
        """Take back the last event that is not an answer. Return that event, or None if there is nothing to take back."""
        self.reload()
        if last_undoable_event(self.events) is None:
            return None
        undone: list[Event] = []

        def edit(state: State) -> None:
            last = last_undoable_event(event for event in self._parse_events(state) if event)
            if last:
                undone.append(last)
                state.events.append(self._new_event(state, UNDONE, last.target) | {"undoes": last.id})

        self._change(edit)
        return undone[0] if undone else None

    def set_setting(self, name: str, value: object) -> Snapshot:
        """Store a setting."""
        return self._change(lambda state: state.settings.__setitem__(name, value))

    def remove_setting(self, name: str) -> Snapshot:
        """Remove a setting, if it is stored."""
        return self._change(lambda state: state.settings.pop(name, None) and None)

    @property
    def saved_letter_fields(self) -> dict[str, tuple[str, ...]]:
        """Return the field values that the user had stored for letters, by field id; values of a wrong type are left out."""
        saved = self.settings.get(LETTER_FIELDS)
        lists = {id: values for id, values in saved.items() if isinstance(values, list)} if isinstance(saved, Mapping) else {}
        return {id: tuple(sanitize(text) for text in values if isinstance(text, str)) for id, values in lists.items()}

    def save_letter_fields(self, fields: Mapping[str, Sequence[str]]) -> Snapshot:
        """Store these field values for the next letter, as the user asked; other stored fields stay. Empty ones are ignored."""
        merged = self.saved_letter_fields | {id: tuple(values) for id, values in fields.items() if any(values)}
        return self.set_setting(LETTER_FIELDS, {id: list(values) for id, values in merged.items()})

    def clear_letter_fields(self) -> Snapshot:
        """Remove the field values that were stored for letters."""
        return self.remove_setting(LETTER_FIELDS)

    def merge_copy(self, other: Mapping[str, Any]) -> int:
        """Merge another copy of the state into this one and return how many of its events were new.

        Events become the union of both. Each answer is taken from the copy in which it was given last.
        """
        added: list[object] = []

        def edit(state: State) -> None:
            added.extend(merge_state(state.data, other))

        self._change(edit)
        return len(added)

    def resolve_target(self, text: str) -> str:
        """Return the full target of a step, an objection or a contact; the part after the slash is enough if it is unique.

        Raises WizardError, with similar targets, if there is none.
        """
        return resolve_target(self.library, self.snapshot.progress.accounts, text)

    def _new_event(self, state: State, kind: str, target: str) -> dict[str, object]:
        """Return a new event for the state file, recorded after all events that the state holds."""
        now, last = self._now(), _recorded_at(state.events[-1]) if state.events else None
        if last and last > now:  # the computer's clock was set back, but merging and undo rely on the order
            now = last + timedelta(microseconds=1)
        # `at` is in UTC and may have been corrected just now, so the day in the user's own time zone is stored beside it.
        when: dict[str, object] = {"at": now.isoformat(timespec="microseconds"), "on": self.today.isoformat()}
        return when | {"kind": kind, "target": target, "id": os.urandom(8).hex()}


def _recorded_at(event: object) -> datetime | None:
    """Return when an event was recorded, in UTC; None if it gives no time zone, or no moment that can be computed with."""
    at = event.get("at") if isinstance(event, Mapping) else None
    try:
        moment = datetime.fromisoformat(at) if isinstance(at, str) else None
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment and moment.tzinfo and 1 < moment.year <= MAX_YEAR else None


def parse_answers(raw: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    """Return the answers of a state file or answers file. Values that are not text, list of texts or null are left out."""
    answers: dict[str, tuple[str, ...]] = {}
    for id, value in raw.items():
        if value is None:
            answers[id] = ()
        elif isinstance(value, str):
            answers[id] = (sanitize_line(value),)
        elif isinstance(value, list) and all(isinstance(text, str) for text in value):
            answers[id] = tuple(sanitize_line(text) for text in value)
    return answers


def last_undoable_event(events: Iterable[Event]) -> Event | None:
    """Return the last event that still counts, has an id and is not an answer; None if there is none."""
    undoable = [event for event in active_events(events) if event.id and event.kind != ANSWERED]
    return undoable[-1] if undoable else None


def _answer_to_json(values: tuple[str, ...], question: Question) -> object:
    """Return an answer as it is stored: None if it was skipped, a list only if the question allows several options."""
    if not values:
        return None
    return list(values) if question.kind == "many" else values[0]
