"""Build the wheel, install it in a clean place outside the checkout, and run the program from there."""

import json
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

CHECKOUT = Path(__file__).parents[1]


def run(*command: str | Path, cwd: Path, env: dict[str, str] | None = None) -> str:
    """Run a command and return what it printed; a failure ends the test."""
    return subprocess.run([str(word) for word in command], cwd=cwd, env=env, check=True, capture_output=True, text=True).stdout


def main() -> None:
    """Build, install, run."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        run(sys.executable, "-m", "build", "--wheel", "--outdir", place, CHECKOUT, cwd=place)
        wheel = next(place.glob("*.whl"))
        venv.create(place / "clean", with_pip=True)
        scripts = place / "clean" / ("Scripts" if os.name == "nt" else "bin")
        run(scripts / "python", "-m", "pip", "install", "--quiet", wheel, cwd=place)
        program = scripts / "protect-my-photos"
        env = {
            "PATH": os.environ.get("PATH", ""),
            "HOME": folder,
            "PROTECT_MY_PHOTOS_STATE": str(place / "state.json"),
            "PROTECT_MY_PHOTOS_TODAY": "2026-11-23",
        }
        sys.stdout.write(run(program, "--version", cwd=place, env=env))
        run(program, "check", cwd=place, env=env | {"PROTECT_MY_PHOTOS_TODAY": ""})  # facts may be younger
        run(program, "answer", "country=DE", "services=facebook,instagram", cwd=place, env=env)
        plan = json.loads(run(program, "plan", "--format", "json", cwd=place, env=env))
        assert plan["path"] == "opt-out", plan["path"]
        assert run(program, "plan", "--format", "html", cwd=place, env=env).endswith("</html>\n")
        assert run(program, "calendar", cwd=place, env=env).startswith("BEGIN:VCALENDAR")
        steps = sum(len(action["steps"]) for action in plan["actions"])
        assert steps > 20, steps
        sys.stdout.write(f"The wheel works on its own: {steps} steps for Germany.\n")


if __name__ == "__main__":
    main()
