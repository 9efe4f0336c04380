"""The first lines that run in the single file: unpack it once into a private folder, then run the program from there.

Compiled modules cannot be loaded from within an archive. This module is copied into the single file as `__main__.py`. It
imports nothing but the standard library, and also has to be understood by a Python for which the file is not made.
"""

import json
import os
import platform
import shutil
import stat
import sys
import tempfile
import time
import zipfile
from typing import Any

NAME = "protect-my-photos"
DESCRIPTION = "single-file.json"
"""The file in the archive that tells for which Python and system it is made, and the digest of its content."""
PACKAGES = "packages/"
"""The folder in the archive that holds all packages."""
STALE_SECONDS = 3600
"""Unpacking takes seconds."""


def main() -> None:
    """Unpack the packages unless that was done before, and run the program."""
    archive = os.path.abspath(sys.path[0])
    with zipfile.ZipFile(archive) as file:
        description = json.loads(file.read(DESCRIPTION).decode("utf-8"))
        _require_matching_python(description, archive)
        try:
            folder = unpacked_folder(file, description["digest"], cache_folder(os.environ))
        except OSError as error:
            sys.exit(
                "The program could not be unpacked ({}). Make room, or name a folder that you may write to: "
                "XDG_CACHE_HOME=FOLDER.".format(error.strerror or type(error).__name__)
            )
    sys.path[:] = search_path_with(folder, sys.path[1:])
    setattr(sys, "bundled_packages", folder)  # noqa: B010 - as other bundlers do with `sys.frozen`; the worker process needs it
    from wizard.__main__ import start

    start()


def search_path_with(folder: str, paths: Any) -> Any:
    """Return where to import from: the standard library, then the unpacked packages, then the rest.

    Packages that are installed elsewhere may be of other versions.
    """
    library = os.path.dirname(os.__file__)
    inner = [path for path in paths if path.endswith(".zip") or path == library or path.startswith(library + os.sep)]
    inner = [path for path in inner if os.path.basename(path) not in ("site-packages", "dist-packages")]
    return inner + [folder] + [path for path in paths if path not in inner]


def _require_matching_python(description: dict[str, Any], archive: str) -> None:
    """End with a message if this Python or system is not the one that the file is made for."""
    wanted, here = description["python"], "{}.{}".format(*sys.version_info[:2])
    if wanted != here:
        sys.exit("This file needs Python {0}, and this is Python {1}. Try: python{0} {2}".format(wanted, here, archive))
    system, machine = description["system"], description["machine"]
    if (system, machine) != (sys.platform, platform.machine()):
        sys.exit("This file is made for {} on {}. There is another one for this computer.".format(system, machine))


def cache_folder(env: Any) -> str:
    """Return the user's folder for what can be made anew at any time."""
    home = os.path.expanduser("~")
    usual = {"darwin": "Library/Caches", "win32": "AppData/Local"}.get(sys.platform, ".cache")
    named = env.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME") or ""
    return named if os.path.isabs(named) else os.path.join(home, *usual.split("/"))


def unpacked_folder(file: zipfile.ZipFile, digest: str, cache: str) -> str:
    """Return the private folder that holds the packages of this archive; unpack them if they are not there.

    Raises OSError if they cannot be unpacked, or if someone else could write there.
    """
    root = os.path.join(cache, NAME)
    os.makedirs(root, mode=0o700, exist_ok=True)
    _require_private(root)
    folder = os.path.join(root, digest)
    if not os.path.isdir(folder):
        _remove_unfinished(root)
        _unpack(file, folder)
    _require_private(folder)
    return os.path.join(folder, PACKAGES.rstrip("/"))


def _require_private(folder: str) -> None:
    """Raise PermissionError if the folder is a link or another user's; make it private if it is ours."""
    status = os.lstat(folder)
    if not stat.S_ISDIR(status.st_mode) or (hasattr(os, "geteuid") and status.st_uid != os.geteuid()):
        raise PermissionError(1, "{} is not a folder of yours".format(folder))
    if os.name == "posix" and status.st_mode & 0o077:
        os.chmod(folder, 0o700)


def _unpack(file: zipfile.ZipFile, folder: str) -> None:
    """Unpack into a folder beside, and move it into place in one step: a folder with the right name is complete."""
    draft = tempfile.mkdtemp(prefix=os.path.basename(folder) + ".new-", dir=os.path.dirname(folder))
    try:
        file.extractall(draft, [name for name in file.namelist() if name.startswith(PACKAGES)])
        try:
            os.rename(draft, folder)
        except OSError:  # another start was faster
            if not os.path.isdir(folder):
                raise
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _remove_unfinished(root: str) -> None:
    """Remove what a start left that was killed while it unpacked, but not what another start may be unpacking now."""
    for name in os.listdir(root):
        path = os.path.join(root, name)
        if ".new-" in name and os.lstat(path).st_mtime < time.time() - STALE_SECONDS:
            shutil.rmtree(path, ignore_errors=True)


if __name__ == "__main__":
    main()
