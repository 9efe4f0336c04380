"""Who can see the account."""

from pathlib import Path
from typing import Any

import pytest

from tests.audit.packing import one_zip
from tests.audit.shapes import written
from tests.running import Run
from wizard.audit.risks import rank_risks
from wizard.views.audit_account import account_lines

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


CHANGES = "security_and_login_information/login_and_profile_creation/profile_privacy_changes.json"
CONTRADICTED = (
    "The account is marked as {}, but the last change in the export, on {}, made it {}. Check in the app which is right."
)
DAY = 1_718_409_600
"""15 June 2024."""


def changes(*titles: str) -> dict[str, Any]:
    """Changes of privacy a month after each other, the newest first as in exports."""
    records = [
        {"title": title, "string_map_data": {"Time": {"timestamp": DAY + 30 * 86_400 * n}}} for n, title in enumerate(titles)
    ]
    return {"account_history_account_privacy_history": records[::-1]}


@pytest.mark.parametrize(
    ("titles", "changed_to"),
    [
        (["Switched to Private"], True),
        (["Switched to Private", "Switched to Public"], False),
        (["Switched to Public", "Switched to private account"], True),
        (["Auf öffentlich gestellt", "Auf privat gestellt"], True),
        (["Compte privé", "Compte public"], False),
        (["Switched to Public", "Vaihdettu yksityiseksi"], None),
        (["Switched from Public to Private"], None),
        (["", ""], None),
        ([], None),
    ],
)
def test_what_the_last_change_made_of_the_account(titles: list[str], changed_to: bool | None) -> None:
    """The last one counts, and only where its words leave no doubt."""
    change = of(report_of({CHANGES: changes(*titles)}), "instagram").last_privacy_change
    assert (change and change[1]) is changed_to


def test_two_changes_of_one_moment_say_nothing() -> None:
    """Nobody knows which was the last."""
    both = [{"title": f"Switched to {to}", "string_list_data": [{"timestamp": DAY}]} for to in ("Private", "Public")]
    assert of(report_of({CHANGES: {"account_history_account_privacy_history": both}}), "instagram").last_privacy_change is None


@pytest.mark.parametrize(
    ("flag_value", "titles", "said"),
    [
        ("True", ["Switched to Private"], "The account is private."),
        ("False", ["Switched to Public"], "The account is public: everyone can see its posts."),
        ("False", [], "The account is public: everyone can see its posts."),
        ("False", ["Vaihdettu yksityiseksi"], "The account is public: everyone can see its posts."),
        ("False", ["Switched to Public", "Switched to Private"], CONTRADICTED.format("public", "15 Jul 2024", "private")),
        ("True", ["Switched to Public"], CONTRADICTED.format("private", "15 Jun 2024", "public")),
    ],
)
def test_flag_and_last_change_in_one_sentence(run: Run, tmp_path: Path, flag_value: str, titles: list[str], said: str) -> None:
    """Where one says the opposite of the other, both are told, in every format."""
    files = {INSTAGRAM: flag("Private Account", flag_value), CHANGES: changes(*titles)}
    (export,) = one_zip(tmp_path, {name: written(value) for name, value in files.items()})
    for output_format in ("text", "html"):
        output = " ".join(run("audit", str(export), "--format", output_format).out.split())
        assert said in output
        assert output.count("The account is ") == 1
    service = run("audit", str(export), "--format", "json").json["services"]["instagram"]
    assert service.get("private_contradicted", False) is ("marked" in said)
    if "marked" in said:
        to, day = ("private", "2024-07-15") if flag_value == "False" else ("public", "2024-06-15")
        assert service["last_privacy_change"] == {"day": day, "to": to}


def test_what_may_be_public_is_not_taken_for_private() -> None:
    """A flag that the last change contradicts makes no finding milder."""
    posts = {"your_instagram_activity/media/posts_1.json": [{"media": [{"uri": "x.jpg"}], "creation_timestamp": DAY}]}
    private = {INSTAGRAM: flag("Private Account", "True")} | posts
    severities = [
        next(risk.severity for risk in rank_risks(report_of(files), {}) if risk.id == "instagram.posts")
        for files in (private, private | {CHANGES: changes("Switched to Public")})
    ]
    assert severities == [1, 3]


COMMENTS = "preferences/settings/comments_allowed_from.json"


@pytest.mark.parametrize("folder", ["preferences/settings", "preferences/media_settings", "comments_settings"])
@pytest.mark.parametrize("label", ["Comments Allowed From", "Reacties toegestaan van"])
def test_who_may_comment(folder: str, label: str) -> None:
    """In the words of the export, whatever the language of the label."""
    setting = {"settings_allow_comments_from": [{"string_map_data": {label: {"value": "Everyone"}}}]}
    found = of(
        report_of({f"{folder}/comments_allowed_from.json": setting, INSTAGRAM: flag("Private Account", "True")}), "instagram"
    )
    assert (found.comments_from, found.comments_unknown) == ("Everyone", False)
    assert "Comments are allowed from: Everyone." in list(account_lines(found))


@pytest.mark.parametrize("fields", [{}, {"One": {"value": "a"}, "Two": {"value": "b"}}])
def test_a_setting_for_comments_that_is_not_recognised_is_said(fields: dict[str, Any]) -> None:
    """Nothing is guessed."""
    found = of(report_of({COMMENTS: {"settings_allow_comments_from": [{"string_map_data": fields}]}}), "instagram")
    assert (found.comments_from, found.comments_unknown) == (None, True)
    assert "Who may comment could not be recognised. Look in the app." in list(account_lines(found))


def test_who_may_comment_until_2020() -> None:
    """A single word among the settings."""
    files = {"media.json": {}, "profile.json": {}, "connections.json": {}, "settings.json": {"allow_comments_from": "everyone"}}
    assert of(report_of(files), "instagram").comments_from == "everyone"
