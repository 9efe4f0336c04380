"""README can be pasted: each of its commands does what the page says. `make ways` tries out the ways of getting the program."""

import os
import re
import subprocess
import tomllib
from email import message_from_string
from pathlib import Path

import pytest

import wizard
from hatch_build import repository_address, with_absolute_links
from tests.journeys.terminal import Terminal
from tests.running import PROGRAM
from tests.ways import BLOCK, STARTS, ways_of_getting

ROOT = Path(wizard.__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PLACE_OF_ADDRESS = re.compile(r"^\s*REPOSITORY=\S+$", re.MULTILINE)
INDENTED_BLOCK = re.compile(r"^( *)```sh\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)


def commands() -> list[str]:
    """The shell lines outside of the section that says how to get the program, without their comments."""
    rest = README.replace(README.partition("\n## Get it\n")[2].partition("\n## ")[0], "")
    lines = (line.strip() for block in INDENTED_BLOCK.finditer(rest) for line in block[2].splitlines())
    return [line.partition("  #")[0].strip() for line in lines if line]


def is_conversation(command: str) -> bool:
    """Whether a command asks at a terminal."""
    return re.fullmatch(r"(?:\w+=\S+ )?protect-my-photos(?: --plain)?", command) is not None


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the files that README speaks of."""
    posts = tmp_path / "your_facebook_activity" / "posts"
    posts.mkdir(parents=True)
    (posts / "your_posts_1.json").write_text('[{"timestamp": 1400000000, "data": [{"post": "x"}]}]', encoding="utf-8")
    subprocess.run(["python3", "-m", "zipfile", "-c", "facebook-export.zip", "your_facebook_activity"], cwd=tmp_path, check=True)
    return tmp_path


def variables(folder: Path) -> dict[str, str]:
    """An environment in which the short name is known and the home folder is this one."""
    return {
        **os.environ,
        "PATH": f"{Path(PROGRAM[0]).parent}:{os.environ['PATH']}",
        "HOME": str(folder),
        "PROTECT_MY_PHOTOS_STATE": str(folder / "state.json"),
        "PROTECT_MY_PHOTOS_TODAY": "2026-11-23",
    }


@pytest.mark.skipif(os.name != "posix", reason="the lines are for a Unix shell")
def test_every_command_can_be_pasted(folder: Path) -> None:
    """One after the other, in one folder: exit code 0, and what they write is there."""
    lines = [command for command in commands() if not is_conversation(command)]
    assert len(lines) > 10
    for line in lines:
        done = subprocess.run(
            ["/bin/bash", "-c", line],
            cwd=folder,
            env=variables(folder),
            input="q\n",
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, f"{line}\n{done.stderr}"
    for name in re.findall(r" -o (\S+)", "\n".join(lines)):
        assert (folder / name).stat().st_size, name


@pytest.mark.skipif(os.name != "posix", reason="the lines are for a Unix shell")
@pytest.mark.parametrize("line", [command for command in commands() if is_conversation(command)])
def test_every_conversation_begins(line: str, folder: Path) -> None:
    """At a terminal, with the first words that a person sees, and `q` leaves."""
    with Terminal(folder=folder, env=variables(folder), program=("/bin/bash", "-c", line)) as terminal:
        terminal.until(lambda lines: "computer" in "\n".join(lines), "the first words")
        terminal.type("q\r" if "plain" in line or "ACCESSIBLE" in line else "q")
        assert terminal.ends() in (0, 130), terminal.text


def test_the_address_of_the_repository_stands_in_one_line() -> None:
    """Whoever publishes the program changes that line alone."""
    assert len(PLACE_OF_ADDRESS.findall(README)) == 1
    address = repository_address(README)
    owner = address.rstrip("/").rsplit("/", 2)[1]
    files = [path for suffix in ("md", "toml", "yml", "py") for path in ROOT.rglob(f"*.{suffix}")]
    own = [
        path for path in files if not {".venv", ".venv-lowest", ".git", ".browser", "dist"} & set(path.relative_to(ROOT).parts)
    ]
    naming = [path.relative_to(ROOT).as_posix() for path in own if f"/{owner}/" in path.read_text(encoding="utf-8")]
    assert naming in (["README.md"], ["README.md", "release/publishable.py"])  # the latter knows the placeholder


def test_each_way_of_getting_it_starts_the_wizard() -> None:
    """`make ways` can try out all of them; none names an address but through the first line."""
    address, *ways = ways_of_getting(README)
    assert PLACE_OF_ADDRESS.fullmatch(address.strip())
    assert len(ways) >= 6
    for way in ways:
        assert STARTS.search(way), way
        assert "://" not in way


def test_nothing_in_a_block_is_left_to_be_filled_in() -> None:
    """No word in angle brackets, which a shell would read as a redirection."""
    assert [block for block in BLOCK.findall(README) if re.search(r"<[a-z ]+>", block)] == []


def test_the_page_of_the_package_index_leads_back_to_the_repository() -> None:
    """Links and pictures that are relative in the repository are absolute there; others and code stay as they are."""
    text = "[a](docs/why.md) ![b](docs/board.svg) [c](https://x.org) [d](#start) [e](content/README.md)"
    assert with_absolute_links(text, "https://h/o/r") == (
        "[a](https://h/o/r/blob/HEAD/docs/why.md) ![b](https://h/o/r/raw/HEAD/docs/board.svg) "
        "[c](https://x.org) [d](#start) [e](https://h/o/r/blob/HEAD/content/README.md)"
    )
    page = with_absolute_links(README, repository_address(README))
    assert re.findall(r"\]\((?!https://)[^)]*\)", page) == []


def test_what_is_installed_says_where_it_comes_from() -> None:
    """The metadata that an index shows: links, page, classifiers that are known."""
    metadata = next(Path(path) for path in _installed_metadata())
    message = message_from_string(metadata.read_text(encoding="utf-8"))
    links = dict(link.split(", ", 1) for link in message.get_all("Project-URL", []))
    assert set(links) == {"Homepage", "Source", "Documentation", "Changelog", "Issues", "Security"}
    assert message["Description-Content-Type"] == "text/markdown"
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert message.get_all("Classifier") == sorted(project["classifiers"])


def _installed_metadata() -> list[str]:
    from importlib import metadata

    files = metadata.files("protect-my-photos") or ()
    return [str(file.locate()) for file in files if file.name == "METADATA"]
