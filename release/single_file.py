"""Pack the program and all that it needs into one file for one version of Python on one system."""

import hashlib
import json
import platform
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

from . import single_file_start
from .single_file_start import DESCRIPTION, PACKAGES
from .steps import NAME, source_date_epoch

SHEBANG = b"#!/usr/bin/env python3\n"
LEFT_OUT = ("RECORD", "direct_url.json", "REQUESTED", "INSTALLER")
"""Files of the installer. The first two name folders of the computer on which the file is made."""


def system_tag() -> str:
    """Return the Python, system and machine for which compiled modules are made, as part of a file name."""
    system = {"win32": "windows", "darwin": "macos"}.get(sys.platform, sys.platform)
    return f"{system}-{platform.machine().lower()}"


def single_file_name(version: str) -> str:
    """Return the name of the single file."""
    return f"{NAME}-{version}-py{sys.version_info[0]}{sys.version_info[1]}-{system_tag()}.pyz"


def pack_single_file(packages: Path, target: Path) -> None:
    """Write an executable archive of a folder of installed packages. The same packages give the same bytes."""
    members = dict(_members(packages))
    digest = hashlib.sha256()
    for name, content in members.items():
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    description = {
        "python": f"{sys.version_info[0]}.{sys.version_info[1]}",
        "system": sys.platform,
        "machine": platform.machine(),
        "digest": digest.hexdigest()[:32],
    }
    with target.open("wb") as raw:
        raw.write(SHEBANG)
        with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            _add(archive, "__main__.py", Path(single_file_start.__file__).read_bytes())
            _add(archive, DESCRIPTION, json.dumps(description, sort_keys=True).encode())
            for name, content in members.items():
                _add(archive, PACKAGES + name, content)
    target.chmod(0o755)


def _members(packages: Path) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each file to pack, sorted by name."""
    for path in sorted(packages.rglob("*")):
        within = path.relative_to(packages)
        skipped = within.parts[0] in ("bin", "Scripts") or "__pycache__" in within.parts or path.name in LEFT_OUT
        if path.is_file() and not skipped:
            yield within.as_posix(), path.read_bytes()


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    """Add one file with a fixed time and mode."""
    entry = zipfile.ZipInfo(name, time.gmtime(source_date_epoch())[:6])
    entry.external_attr = 0o100644 << 16
    entry.create_system = 3  # Unix, on every system, so that the bytes are the same
    archive.writestr(entry, content, zipfile.ZIP_DEFLATED, 9)
