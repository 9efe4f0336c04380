"""Who can see the account."""

from typing import Any

import pytest

from .reading import counts, of, report_of

INSTAGRAM = "personal_information/personal_information/personal_information.json"
THREADS = "your_instagram_activity/threads/personal_information.json"
SETTINGS = "preferences/preferences/privacy_settings.json"


def flag(label: str, value: str) -> dict[str, Any]:
    """The profile with its flag."""
    return {"profile_user": [{"string_map_data": {"Username": {"value": "n"}, label: {"value": value}}}]}


@pytest.mark.parametrize(
    ("label", "value", "private"),
    [
        ("Private Account", "True", True),
        ("Private Account", "False", False),
        ("Private account", "False", False),
        ("Compte privé", "Vrai", True),
        ("Compte privé", "False", False),
        ("Privates Konto", "Wahr", True),
        ("Закрытый аккаунт", "Неверно", False),
        ("Private Account", "perhaps", None),
    ],
)
def test_the_flag_in_the_language_of_the_account(label: str, value: str, private: bool | None) -> None:
    """Name and value are translated, not always both."""
    assert of(report_of({INSTAGRAM: flag(label, value)}), "instagram").account_private is private


def test_a_flag_that_is_not_known_is_never_public() -> None:
    """It is said that it could not be recognised."""
    found = of(report_of({INSTAGRAM: flag("Tili yksityinen", "Epätosi")}), "instagram")
    assert (found.account_private, found.flag_unknown) == (None, True)


def test_threads_has_a_flag_of_its_own() -> None:
    """In a file of the same name."""
    profile = {"text_post_app_text_post_app_profile": [{"string_map_data": {"Private Account": {"value": "True"}}}]}
    report = report_of({INSTAGRAM: flag("Private Account", "False"), THREADS: profile})
    assert [each.account_private for each in report.services] == [False, True]


def test_a_third_file_of_that_name_is_left_alone() -> None:
    """It tells of past names."""
    assert report_of({"your_instagram_activity/edits/personal_information.json": flag("Private Account", "True")}).services == ()


@pytest.mark.parametrize("value", ["Public", "Friends", "Öffentlich"])
def test_the_audience_of_the_next_post(value: str) -> None:
    """Of Facebook, somewhere in its settings."""
    inner = {"dict": [{"label": "Who can see your future posts?", "value": value}], "title": "Your activity"}
    assert of(report_of({SETTINGS: {"label_values": [inner]}}), "facebook").default_audience == value
    assert of(report_of({SETTINGS: [{"label_values": [inner]}]}), "facebook").default_audience == value


@pytest.mark.parametrize(
    "record",
    [
        {"title": "Switched to Private", "string_map_data": {"Time": {"timestamp": 1_718_409_600}}},
        {"title": "Switched to Public", "string_list_data": [{"timestamp": 1_718_409_600}]},
    ],
)
def test_changes_of_the_flag(record: dict[str, Any]) -> None:
    """In the shapes before and after 2026."""
    name = "security_and_login_information/login_and_profile_creation/profile_privacy_changes.json"
    assert counts(name, {"account_history_account_privacy_history": [record]}, "instagram") == {"privacy_changes": 1}
