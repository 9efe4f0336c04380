"""Build the source archive and the wheel, and install the wheel with all that it needs into a clean environment."""

import sys
import venv
from pathlib import Path

from .steps import CHECKOUT, NAME, build_environment, run, scripts_folder


def build_packages(folder: Path) -> tuple[Path, Path]:
    """Build the source archive, and the wheel from it. Return both paths."""
    run(sys.executable, "-m", "build", "--outdir", folder, CHECKOUT, cwd=folder, env=build_environment())
    return next(folder.glob("*.tar.gz")), next(folder.glob("*.whl"))


def check_package_page(packages: tuple[Path, ...]) -> None:
    """Check that a package index would show the page of these packages without a warning."""
    run(sys.executable, "-m", "twine", "check", "--strict", *packages, cwd=CHECKOUT)


def collect_wheels(wheel: Path, folder: Path, *extra: str) -> None:
    """Fetch the wheels of all that a wheel needs. From then on everything is installed from this folder."""
    run(sys.executable, "-m", "pip", "download", "--quiet", "--only-binary", ":all:", "--dest", folder, wheel, *extra, cwd=folder)


def make_environment(folder: Path, wheels: Path, *names: str) -> Path:
    """Install the program, and other packages by name, from collected wheels into a new virtual environment."""
    venv.create(folder, with_pip=False, symlinks=sys.platform != "win32")
    python = scripts_folder(folder) / "python"
    options = ("--quiet", "--no-index", "--no-compile", "--find-links", str(wheels))
    run(sys.executable, "-m", "pip", "--python", python, "install", *options, NAME, *names, cwd=folder)
    return folder


def site_packages(environment: Path) -> Path:
    """Return the folder of a virtual environment into which packages are installed."""
    python = scripts_folder(environment) / "python"
    line = "import sysconfig; print(sysconfig.get_path('purelib'))"
    return Path(run(python, "-c", line, cwd=environment).strip())
