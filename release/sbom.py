"""Write the list of all parts of the program (a CycloneDX SBOM), for those who look for known holes."""

import json
import sys
from pathlib import Path

from .steps import CHECKOUT, NAME, run, scripts_folder


def write_sbom(environment: Path, target: Path) -> None:
    """List all packages of a virtual environment that holds the program and what it needs, nothing else."""
    options = ("--output-reproducible", "--of", "JSON", "--mc-type", "application", "--pyproject", CHECKOUT / "pyproject.toml")
    python = scripts_folder(environment) / "python"
    raw = run(sys.executable, "-m", "cyclonedx_py", "environment", *options, python, cwd=environment)
    sbom = json.loads(raw)
    names = {part["name"] for part in sbom["components"]}
    if not {NAME, "textual"} <= names | {sbom["metadata"]["component"]["name"]}:
        sys.exit(f"The list of parts lacks the program itself or its toolkit: {sorted(names)}")
    target.write_text(json.dumps(sbom, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
