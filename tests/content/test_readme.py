"""The page for writers tells the truth: what it shows can be copied, and what it lists is there."""

import re
from pathlib import Path
from shutil import copytree

from wizard.check import check_content
from wizard.content.content_files import content_root, overlay_language
from wizard.content.content_loader import load_content_folder

from .test_shipped import newest

PAGE = (content_root() / "README.md").read_text(encoding="utf-8")


def example(head: str, kind: str) -> str:
    """The first example below a heading."""
    found = re.search(rf"^### {head}$.*?^```{kind}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert found, f"there is no example below “{head}”"
    return found[1]


def test_the_example_of_a_step_is_a_sound_step(tmp_path: Path) -> None:
    """Whoever copies it, as it stands, has nothing to mend but the words that are left out."""
    content = tmp_path / "content"
    copytree(content_root(), content)
    step = example("A step", "markdown").replace("...", "and so on.")
    (content / "actions" / "privacy-settings" / "a-copy.md").write_text(step, encoding="utf-8")
    assert check_content(content, newest(load_content_folder(content))).findings == ()


def test_the_example_of_a_country_is_its_row() -> None:
    """Quotes and all."""
    assert example(r"`countries\.csv`", "").strip() in (content_root() / "countries.csv").read_text(encoding="utf-8").splitlines()


def test_every_file_and_folder_is_explained() -> None:
    """In the table of files; a translation is explained by the file beside it."""
    table = PAGE.partition("## Files")[2].partition("###")[0]
    for path in content_root().iterdir():
        assert f"`{path.name}" in table or path.name == "README.md" or overlay_language(path.name), path.name
