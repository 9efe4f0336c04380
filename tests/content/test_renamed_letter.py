"""A letter that got another name: it is found by the old one too, and nothing else takes that."""

from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from tests.making import said
from wizard.check import check_content
from wizard.content.content_files import content_root, overlay_language
from wizard.content.content_loader import load_content_folder
from wizard.core.letter.selection import select_letter
from wizard.core.snapshot import build_snapshot

TODAY = date(2026, 11, 23)
OLD, NEW = "non-user", "without-account"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The shipped content in English, with a letter that was renamed as content/README.md says."""
    copy = tmp_path / "content"
    copytree(content_root(), copy, ignore=lambda _, names: [name for name in names if overlay_language(name)])
    (copy / "letters" / f"{OLD}.md").rename(copy / "letters" / f"{NEW}.md")
    for page in (*(copy / "actions").glob("*/*.md"), *(copy / "articles").glob("**/*.md")):
        page.write_text(page.read_text(encoding="utf-8").replace(f'"{OLD}"', f'"{NEW}"'), encoding="utf-8")
    with (copy / "retired.toml").open("a", encoding="utf-8") as retired:
        retired.write(f'"{OLD}" = "{NEW}"\n')
    return copy


def rules(content: Path) -> set[str]:
    """Which rules about names are broken."""
    return {each.rule for each in check_content(content, TODAY).findings} & {
        "unknown-rename-target",
        "reused-retired-id",
        "unknown-letter",
    }


def test_a_renamed_letter_is_found_by_its_old_name(content: Path) -> None:
    """And the check has nothing against it."""
    case = build_snapshot(load_content_folder(content), said(country="IE", services="none"), (), TODAY)
    assert [select_letter(case, name)[0].id for name in (OLD, NEW)] == [NEW, NEW]
    assert rules(content) == set()


def test_the_old_name_is_given_to_no_other_letter(content: Path) -> None:
    """Whoever types it means the renamed one."""
    (content / "letters" / f"{OLD}.md").write_text(
        (content / "letters" / f"{NEW}.md").read_text(encoding="utf-8"), encoding="utf-8"
    )
    assert rules(content) == {"reused-retired-id"}


def test_a_name_that_leads_nowhere_is_named(content: Path) -> None:
    """As for steps and articles."""
    (content / "letters" / f"{NEW}.md").unlink()
    assert "unknown-rename-target" in rules(content)
