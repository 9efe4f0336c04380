"""Two processes count what one would; a helper that fails costs time, and no record."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from wizard.audit import export_reader, worker_process
from wizard.audit.report import AuditReport
from wizard.views.audit_sentences import unread_lines

from .packing import report_on

MOMENT = 1_400_000_000
ROOT = "your_facebook_activity/posts/"


def records(number: int) -> Iterator[dict[str, Any]]:
    """Posts with a photo each; every tenth photo was posted before."""
    for each in range(number):
        photo = each - each % 10 if each % 10 == 9 else each
        media = {
            "uri": f"{ROOT}media/A_1/{photo}.jpg",
            "creation_timestamp": 1_400_000_000,
            "media_metadata": {"photo_metadata": {}},
        }
        yield {"timestamp": MOMENT, "attachments": [{"data": [{"media": media}]}], "data": [{"post": "x" * 300}]}


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """An export that is large enough for two processes; one of its files needs a second look."""
    path = tmp_path / "x.zip"
    nested = [{"a": [{"a": 1}] * 2, "timestamp": MOMENT, "z": [{"a": [{"a": "}, {"}] * 20}]} for _ in range(8000)]
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=1) as file:
        file.writestr(f"{ROOT}your_posts_1.json", json.dumps(list(records(6000)), indent=2))
        file.writestr(f"{ROOT}your_posts_2.json", json.dumps(list(records(6000))))
        file.writestr(f"{ROOT}your_posts_3.json", json.dumps(nested))
    return path


@pytest.fixture
def small_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is large here."""
    monkeypatch.setattr(export_reader, "TWO_THREADS_FROM", 0)
    monkeypatch.setattr(export_reader, "TWO_PROCESSES_FROM", 0)
    monkeypatch.setattr(export_reader, "_can_use_worker", lambda: True)


def expected(report: AuditReport) -> None:
    """All posts, each photo once."""
    (service,) = report.services
    assert (service.counts["posts"], service.counts["photos"]) == (20_000, 5400)
    assert service.years == {2014: {"posts": 20_000, "photos": 5400}}
    assert (report.read, unread_lines(report)) == (3, ())


def test_alone(export: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One thread, one process."""
    monkeypatch.setattr(export_reader, "TWO_THREADS_FROM", 1 << 60)
    monkeypatch.setattr(export_reader, "TWO_PROCESSES_FROM", 1 << 60)
    expected(report_on([export]))


@pytest.mark.usefixtures("small_runs")
def test_together(export: Path) -> None:
    """A thread that inflates ahead, and a process that helps."""
    expected(report_on([export]))


@pytest.mark.usefixtures("small_runs")
@pytest.mark.parametrize(
    "program",
    ["import sys; sys.exit(3)", "import sys; sys.stdin.read(10)", "print('nonsense' * 9)", "import sys; sys.stdin.buffer.read()"],
)
def test_a_helper_that_fails(export: Path, monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    """It ends at once, in the middle, talks nonsense, or takes all and says nothing."""
    monkeypatch.setattr(worker_process, "COMMAND", (sys.executable, "-c", program))
    expected(report_on([export]))


@pytest.mark.usefixtures("small_runs")
def test_stopped_in_the_middle(export: Path) -> None:
    """Nothing hangs, and no process stays behind."""
    from wizard.audit.audit_runner import run_audit

    def stop(done: int, _total: int) -> None:
        if done > 2_000_000:
            raise KeyboardInterrupt

    from tests.making import TODAY

    with pytest.raises(KeyboardInterrupt):
        run_audit([export], TODAY, stop)
