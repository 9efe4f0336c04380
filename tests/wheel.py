"""Build the wheel, install it in a clean place outside the checkout, and try the program out from there."""

import sys
import tempfile
import venv
from pathlib import Path

from release.packages import build_packages, check_package_page
from release.smoke import try_out
from release.steps import NAME, run, scripts_folder


def main() -> None:
    """Build, install, try out."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        packages = build_packages(place)
        check_package_page(packages)
        venv.create(place / "clean", with_pip=True)
        scripts = scripts_folder(place / "clean")
        run(scripts / "python", "-m", "pip", "install", "--quiet", packages[1], cwd=place)
        run(scripts / NAME, "check", cwd=place)
        steps = try_out([scripts / NAME], place / "home")
        sys.stdout.write(f"The wheel works on its own: {steps} steps for Germany.\n")


if __name__ == "__main__":
    main()
