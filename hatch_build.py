"""Build hook: write the content index into the package, so that a start need not parse content files."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class IndexHook(BuildHookInterface):
    """Build hook of hatchling. It runs for wheels and for editable installs."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - the interface of hatchling
        """Check that the content loads, and write its index and the compiled messages into the package."""
        sys.path.insert(0, self.root)
        from wizard.content.catalogue_compiler import compile_catalogues
        from wizard.content.content_files import content_root
        from wizard.content.index_builder import build_index

        build_index(content_root())
        compile_catalogues(Path(self.root))
        build_data["artifacts"] += ["wizard/content/*.jsonl", "wizard/locale/*.mo"]
