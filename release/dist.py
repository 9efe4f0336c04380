"""Make everything that is released into `dist/`: built twice, compared, tried out, with checksums and the list of parts."""

import shutil
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from wizard import __version__

from .checksums import different_files, write_checksums
from .executable import build_executable, executable_name
from .packages import build_packages, check_package_page, collect_wheels, make_environment, site_packages
from .sbom import write_sbom
from .single_file import pack_single_file, single_file_name, system_tag
from .smoke import try_out
from .steps import CHECKOUT, NAME, say, scripts_folder

DIST = CHECKOUT / "dist"
BUNDLER = "pyinstaller"


def main() -> None:
    """Build twice, compare, try out, move to `dist/`."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        wheels = place / "wheels"
        wheels.mkdir()
        built = [_build_all(place / "work", place / name, wheels) for name in ("first", "second")]
        different = different_files(*built)
        if different:
            sys.exit(f"Two builds of the same commit differ in {', '.join(different)}.")
        say("The second build has the same bytes.")
        _try_all(built[0], place, wheels)
        write_checksums(built[0])
        shutil.rmtree(DIST, ignore_errors=True)
        shutil.move(built[0], DIST)
    for path in sorted(DIST.iterdir()):
        say(f"{path.stat().st_size / 1e6:7.1f} MB  dist/{path.name}")


def _build_all(work: Path, out: Path, wheels: Path) -> Path:
    """Build everything into the folder `out`, in the folder `work`, which is emptied first. Return `out`."""
    # Both builds take place in one folder, since some builders write its path into their files.
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    out.mkdir()
    say("Building the source archive and the wheel ...")
    packages = build_packages(out)
    check_package_page(packages)
    collect_wheels(packages[1], wheels, BUNDLER)
    shutil.copy2(packages[1], wheels)
    say("Packing the single file ...")
    program = make_environment(work / "program", wheels)
    pack_single_file(site_packages(program), out / single_file_name(__version__))
    write_sbom(program, out / f"{NAME}-{__version__}-{system_tag()}.cdx.json")
    say("Bundling the executable ...")
    target = work / executable_name(__version__)
    build_executable(make_environment(work / "bundler", wheels, BUNDLER), target)
    shutil.move(target, out / target.name)
    return out


def _try_all(out: Path, place: Path, wheels: Path) -> None:
    """Try out wheel, single file and executable, each outside of the checkout."""
    installed = make_environment(place / "installed", wheels)
    programs: dict[str, list[str | Path]] = {
        "The wheel": [scripts_folder(installed) / NAME],
        "The single file": [sys.executable, "-I", out / single_file_name(__version__)],
        "The executable": [out / executable_name(__version__)],
    }
    for number, (what, program) in enumerate(programs.items()):
        began = perf_counter()
        steps = try_out(program, place / f"home-{number}")
        say(f"{what} works on its own: {steps} steps for Germany, all tried out in {perf_counter() - began:.0f} s.")


if __name__ == "__main__":
    main()
