"""Who can see the account, as far as an export tells: the private flag, and Facebook's audience for future posts."""

from wizard.audit.kind import BARE, FACEBOOK, INSTAGRAM, THREADS, Reader, Shown
from wizard.audit.labels import Envelope, Labelled, truth, words_of
from wizard.audit.mojibake import label_key, repaired
from wizard.audit.tally import Tally

_PRIVATE = words_of(
    "Private Account", "Compte privé", "Privates Konto", "Privater Account", "Privéaccount", "Cuenta privada", "Conta privada",
    "Account privato", "비공개 계정", "Закрытый аккаунт", "Konto prywatne", "Gizli Hesap", "非公開アカウント",
)  # fmt: skip
_FUTURE = words_of("Who can see your future posts?", "Who can see your future posts")


def state_private(tally: Tally, private: bool | None) -> None:
    """Take down the flag; “no” wins where two exports differ."""
    if private is not None:
        tally.state("account_private", "yes" if private else "no")


def count_flag(profiles: list[Envelope], tally: Tally) -> None:
    """A flag whose name is not known in the language of the account stays unknown, and is never taken for “public”."""
    for profile in profiles:
        found = [entry.value for label, entry in profile.entries() if label_key(label) in _PRIVATE]
        if found:
            state_private(tally, truth(found[0]))
        else:
            tally.add("unknown_flag")


def count_toggles(toggles: list[Envelope], tally: Tally) -> None:
    """How often the account changed between private and public."""
    tally.add("privacy_changes", len(toggles))
    for toggle in toggles:
        tally.span("privacy_changes", toggle.moment)


def count_audience(settings: list[Labelled], tally: Tally) -> None:
    """The audience that Facebook proposes for the next post; it says nothing about older ones."""
    for each in settings:
        for field in each.fields():
            if label_key(field.label or "") in _FUTURE and field.value:
                tally.state("default_audience", repaired(field.value)[:100])


READERS = (
    Reader(
        INSTAGRAM,
        ("personal_information/personal_information.json", "account_information/personal_information.json"),
        ("profile_user",),
        Envelope,
        count_flag,
    ),
    Reader(
        THREADS,
        ("threads/personal_information.json",),
        ("text_post_app_text_post_app_profile",),
        Envelope,
        count_flag,
    ),
    Reader(
        INSTAGRAM,
        ("login_and_profile_creation/profile_privacy_changes.json", "login_and_account_creation/account_privacy_changes.json"),
        ("account_history_account_privacy_history",),
        Envelope,
        count_toggles,
    ),
    Reader(FACEBOOK, ("preferences/preferences/privacy_settings.json",), (BARE,), Labelled, count_audience),
)
SHOWN = (Shown("privacy_changes", "change between private and public", "changes between private and public", 95, extra=True),)
