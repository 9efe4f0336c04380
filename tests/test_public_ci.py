"""The workflows and forms of the public CI: they are read as YAML, call targets that exist, and may do no more than they need."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

import wizard

ROOT = Path(wizard.__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
TARGETS = set(re.findall(r"^([a-z-]+):(?!=)", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
PINNED = re.compile(r"[\w.-]+/[\w./-]+@(?:v\d+|release/v\d+)")
"""An action with its version; a branch such as `main` may change at any time."""
MADE = re.compile(r"make (.+?)(?: [A-Z]+=.*)?$", re.MULTILINE)
pytestmark = pytest.mark.skipif(not WORKFLOWS, reason="outside of a checkout there is no public CI")


def workflow(path: Path) -> dict[str, Any]:
    """A workflow. YAML 1.1 reads its key `on` as the truth value."""
    read: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {"on" if key is True else key: value for key, value in read.items()}


def steps(path: Path) -> list[dict[str, Any]]:
    """All steps of all jobs of a workflow."""
    return [step for job in workflow(path)["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_target_that_a_workflow_makes_exists(path: Path) -> None:
    """What the public CI runs can be run on any computer."""
    made = {target for step in steps(path) for words in MADE.findall(step.get("run", "")) for target in words.split()}
    assert made <= TARGETS
    assert made or path.stem == "codeql"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_may_do_nothing_but_what_a_job_names(path: Path) -> None:
    """No permission for all jobs, a limit of time for each, no secret, no credentials left behind in the checkout."""
    read = workflow(path)
    assert read["permissions"] == {}
    assert "pull_request_target" not in read["on"]
    assert "secrets." not in path.read_text(encoding="utf-8")
    for name, job in read["jobs"].items():
        assert job["timeout-minutes"] <= 60, name
        assert job["permissions"], name
    for step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_named_by_their_version(path: Path) -> None:
    """Never by a branch that moves with each commit."""
    used = [step["uses"] for step in steps(path) if "uses" in step]
    assert [action for action in used if not PINNED.fullmatch(action)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_no_text_from_outside_stands_in_a_script(path: Path) -> None:
    """A branch or title may hold shell commands: a script gets such texts through variables only."""
    assert [step["run"] for step in steps(path) if "${{" in step.get("run", "")] == []


def test_all_versions_of_python_that_are_promised_are_tested() -> None:
    """From the lowest that pyproject.toml allows to the newest that its classifiers name, on three systems."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    promised = {found[1] for each in project["classifiers"] if (found := re.fullmatch(r".* :: Python :: (3\.\d+)", each))}
    jobs = workflow(ROOT / ".github" / "workflows" / "test.yml")["jobs"]
    tested = set(jobs["linux"]["strategy"]["matrix"]["python"])
    assert project["requires-python"].removeprefix(">=") in promised
    assert promised <= tested
    assert set(jobs["other-systems"]["strategy"]["matrix"]["python"]) <= tested
    assert set(jobs["other-systems"]["strategy"]["matrix"]["system"]) == {"macos-latest", "windows-latest"}


def test_a_release_is_published_without_a_password() -> None:
    """By trusted publishing and with attestations, after a maintainer has agreed."""
    jobs = workflow(ROOT / ".github" / "workflows" / "release.yml")["jobs"]
    assert jobs["index"]["permissions"] == {"id-token": "write"}
    assert jobs["index"]["environment"]
    assert any("attest" in step.get("uses", "") for step in jobs["page"]["steps"])


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_has_what_its_reader_needs(path: Path) -> None:
    """A name, a sentence, unique fields with labels, a first word that names no private things are wanted."""
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert form["name"]
    assert form["description"]
    fields = [part for part in form["body"] if part["type"] != "markdown"]
    assert len({part["id"] for part in fields}) == len(fields)
    assert all(part["attributes"]["label"] for part in fields)
    assert any(part.get("validations", {}).get("required") for part in fields)
    assert "all can read this page" in form["body"][0]["attributes"]["value"]


def test_the_forms_for_facts_menus_and_mistakes_are_there() -> None:
    """The three things that people have to tell."""
    assert [path.stem for path in FORMS] == ["bug", "menu-moved", "wrong-fact"]


def test_dependabot_looks_after_packages_and_actions() -> None:
    """Both grow old."""
    updates = yaml.safe_load((ROOT / ".github" / "dependabot.yml").read_text(encoding="utf-8"))["updates"]
    assert {update["package-ecosystem"] for update in updates} == {"pip", "github-actions"}
