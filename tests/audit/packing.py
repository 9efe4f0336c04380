"""Files put into ZIPs and folders, and read by the audit."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from tests.making import TODAY
from wizard.audit.audit_runner import run_audit
from wizard.audit.report import AuditReport
from wizard.export.audit.json import audit_json
from wizard.views.audit_report import AuditPage

Pack = Callable[[Path, Mapping[str, bytes]], list[Path]]
ROOT = "your_facebook_activity/posts/"
GOOD, OTHER = f"{ROOT}your_posts_1.json", f"{ROOT}your_posts_2.json"
POSTS = b'[{"timestamp": 1420070400}, {"timestamp": 1420070401}]'
"""Two posts."""


def one_zip(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """One ZIP with the files at its root."""
    return [zipped(folder / "facebook-jane.doe-2026-11-01-AbC.zip", files)]


def wrapped_zip(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """One ZIP with a folder named like it around the files."""
    name = "instagram-jane.doe-2026-11-01-AbC"
    return [zipped(folder / f"{name}.zip", {f"{name}/{path}": each for path, each in files.items()})]


def parts(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Three ZIPs, each with every third file."""
    names = sorted(files)
    return [zipped(folder / f"part-{n}.zip", {name: files[name] for name in names[n::3]}) for n in range(3)]


def nested(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """A ZIP in which the ZIPs of the parts lie: one as it is, the others packed once more, beside an empty stub."""
    inner = parts(folder, files)
    path = folder / "Takeout.zip"
    with ZipFile(path, "w") as outer:
        outer.writestr("Takeout/facebook_1.zip", b"")
        for number, each in enumerate(inner):
            outer.write(each, f"Takeout/{each.name}", compress_type=ZIP_DEFLATED if number else None)
    return [path]


def unpacked(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """A folder."""
    root = folder / "export"
    for name, data in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    return [root]


def from_windows(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """A ZIP made anew on Windows, with backslashes, and with what macOS adds."""
    path = folder / "again.zip"
    with ZipFile(path, "w", ZIP_DEFLATED) as file:
        for name, data in files.items():
            info = file.NameToInfo.get(name) or _info(name.replace("/", "\\"))
            file.writestr(info, data, ZIP_DEFLATED)
            file.writestr(f"__MACOSX/._{name}", b"junk")
    return [path]


def _info(name: str) -> Any:
    from zipfile import ZipInfo

    info = ZipInfo("x", (2026, 11, 1, 0, 0, 0))
    info.filename = name
    return info


def pictures_apart(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """All lists in one ZIP, and two more with nothing but pictures."""
    pictures = {"your_facebook_activity/posts/media/A_1/1.jpg": b"\xff\xd8", "media/posts/202406/2.mp4": b""}
    return [
        zipped(folder / "part-1.zip", pictures),
        zipped(folder / "part-2.zip", files),
        zipped(folder / "part-3.zip", {f"{name}.webp": each for name, each in pictures.items()}),
    ]


def merged_by_hand(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Somebody put all of it below a folder of the export itself."""
    return [zipped(folder / "x.zip", {f"personal_information/profile_information/{name}": files[name] for name in files})]


def twice(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """The same file, downloaded twice."""
    return [zipped(folder / "x.zip", files), zipped(folder / "x (1).zip", files)]


PACKS: dict[str, Pack] = {
    "one zip": one_zip,
    "a folder around": wrapped_zip,
    "three parts": parts,
    "zips in a zip": nested,
    "a folder": unpacked,
    "from windows": from_windows,
    "pictures apart": pictures_apart,
    "merged by hand": merged_by_hand,
    "twice": twice,
}


def zipped(path: Path, files: Mapping[str, bytes]) -> Path:
    """A ZIP with these files."""
    with ZipFile(path, "w", ZIP_DEFLATED) as file:
        for name, data in files.items():
            file.writestr(name, data)
    return path


def report_on(paths: list[Path]) -> AuditReport:
    """The report on an export."""
    return run_audit(paths, TODAY)


def posts(report: AuditReport) -> int:
    """How many posts were counted."""
    return sum(each.counts.get("posts", 0) for each in report.services)


def read_as_json(paths: list[Path]) -> Any:
    """What a script is told of an export."""
    return json.loads(audit_json(AuditPage(report_on(paths))))
