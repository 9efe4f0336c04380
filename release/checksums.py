"""Checksums of what is released, in the form that `sha256sum --check` reads."""

import hashlib
from pathlib import Path

CHECKSUMS = "SHA256SUMS"


def file_digest(path: Path) -> str:
    """Return the SHA-256 checksum of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_checksums(folder: Path) -> Path:
    """Write the checksums of all files of a folder beside them."""
    names = sorted(path.name for path in folder.iterdir() if path.is_file() and path.name != CHECKSUMS)
    target = folder / CHECKSUMS
    target.write_text("".join(f"{file_digest(folder / name)}  {name}\n" for name in names), encoding="utf-8", newline="\n")
    return target


def different_files(first: Path, second: Path) -> list[str]:
    """Return the names of files that are missing or different in one of two folders."""
    names = sorted({path.name for folder in (first, second) for path in folder.iterdir() if path.is_file()})
    return [name for name in names if _digest_or_none(first / name) != _digest_or_none(second / name)]


def _digest_or_none(path: Path) -> str | None:
    return file_digest(path) if path.is_file() else None
