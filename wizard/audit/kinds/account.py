"""Who can see the account, as far as an export shows it: the privacy flag, and Facebook's audience for future posts."""

import re

from wizard.audit.kind import FACEBOOK, INSTAGRAM, THREADS, UNNAMED_LIST, CountLabel, RecordReader
from wizard.audit.mojibake import fix_mojibake, normalize_label
from wizard.audit.tally import CHANGED_TO, Tally
from wizard.audit.translated_fields import LabelValueRecord, TranslatedRecord, normalize_labels, parse_translated_bool

_PRIVATE_ACCOUNT = normalize_labels(
    "Private Account", "Compte privé", "Privates Konto", "Privater Account", "Privéaccount", "Cuenta privada", "Conta privada",
    "Account privato", "비공개 계정", "Закрытый аккаунт", "Konto prywatne", "Gizli Hesap", "非公開アカウント",
)  # fmt: skip
_TO_PRIVATE = re.compile(r"\b(?:private|privé|privat|privado|privato|prywatn\w+)\b", re.IGNORECASE)
_TO_PUBLIC = re.compile(r"\b(?:public|publique|öffentlich|público|pubblico|openbaar|publiczn\w+)\b", re.IGNORECASE)
"""Words in the title of a change; those in English were seen in exports, the others are assumed."""
_FUTURE_AUDIENCE = normalize_labels("Who can see your future posts?", "Who can see your future posts")


def record_private_flag(tally: Tally, private: bool | None) -> None:
    """Record the privacy flag, or that its value was not understood; “no” wins if two files differ."""
    if private is None:
        tally.add("unknown_flag")
    else:
        tally.set_fact("account_private", "yes" if private else "no")


def count_flag(profiles: list[TranslatedRecord], tally: Tally) -> None:
    """Record the privacy flag. A flag whose translated name is unknown stays unknown and is never taken for “public”."""
    for profile in profiles:
        values = [entry.value for label, entry in profile.entries() if normalize_label(label) in _PRIVATE_ACCOUNT]
        if values:
            record_private_flag(tally, parse_translated_bool(values[0]))
        else:
            tally.add("unknown_flag")


def count_professional(profiles: list[TranslatedRecord], tally: Tally) -> None:
    """Record a professional account; the list of a private person has no entries, whatever the language."""
    if any(profile.string_map_data for profile in profiles):
        tally.set_fact("professional", "yes")


def count_toggles(toggles: list[TranslatedRecord], tally: Tally) -> None:
    """Count how often the account changed between private and public, and note when it became which."""
    tally.add("privacy_changes", len(toggles))
    for toggle in toggles:
        tally.widen_time_range("privacy_changes", toggle.timestamp)
        tally.widen_time_range(CHANGED_TO[_is_change_to_private(toggle.title or "")], toggle.timestamp)


def _is_change_to_private(title: str) -> bool | None:
    """Return what an account became by the title of the change, or None if its words are not known."""
    title = fix_mojibake(title)
    is_private, is_public = bool(_TO_PRIVATE.search(title)), bool(_TO_PUBLIC.search(title))
    return None if is_private is is_public else is_private


def note_comment_setting(settings: list[TranslatedRecord], tally: Tally) -> None:
    """Record who may comment, in the words of the export; the setting has a single value, whatever its label."""
    for setting in settings:
        values = [entry.value for _, entry in setting.entries() if entry.value]
        if len(values) == 1:
            tally.set_fact("comments_from", fix_mojibake(values[0])[:100])
        else:
            tally.add("unknown_comment_setting")


def count_audience(records: list[LabelValueRecord], tally: Tally) -> None:
    """Record the audience that Facebook proposes for the next post, or that its label is unknown; older ones keep theirs."""
    found = False
    for record in records:
        for field in record.fields():
            if normalize_label(field.label or "") in _FUTURE_AUDIENCE and field.value:
                tally.set_fact("default_audience", fix_mojibake(field.value)[:100])
                found = True
    if records and not found:
        tally.add("unknown_audience")


READERS = (
    RecordReader(
        INSTAGRAM,
        ("personal_information/personal_information.json", "account_information/personal_information.json"),
        ("profile_user",),
        TranslatedRecord,
        count_flag,
        newest_only=True,
    ),
    RecordReader(
        INSTAGRAM,
        ("personal_information/professional_information.json", "account_information/professional_information.json"),
        ("profile_business",),
        TranslatedRecord,
        count_professional,
        newest_only=True,
    ),
    RecordReader(
        THREADS,
        ("threads/personal_information.json",),
        ("text_post_app_text_post_app_profile",),
        TranslatedRecord,
        count_flag,
        newest_only=True,
    ),
    RecordReader(
        INSTAGRAM,
        ("login_and_profile_creation/profile_privacy_changes.json", "login_and_account_creation/account_privacy_changes.json"),
        ("account_history_account_privacy_history",),
        TranslatedRecord,
        count_toggles,
    ),
    RecordReader(
        INSTAGRAM,
        ("comments_allowed_from.json",),
        ("settings_allow_comments_from",),
        TranslatedRecord,
        note_comment_setting,
        newest_only=True,
    ),
    RecordReader(
        FACEBOOK,
        ("preferences/preferences/privacy_settings.json",),
        (UNNAMED_LIST,),
        LabelValueRecord,
        count_audience,
        newest_only=True,
    ),
)
LABELS = (
    CountLabel("privacy_changes", "change between private and public", "changes between private and public", 95, extra=True),
)
