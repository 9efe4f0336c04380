"""Build hooks: the content index goes into the package, and the page of the package index is made from README."""

import re
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

_ADDRESS = re.compile(r"^REPOSITORY=(\S+)$", re.MULTILINE)
_LINK = re.compile(r"(!?)(\[[^\]\n]*\])\((?![a-z]+:|#)([^)\s]+)\)")
"""A link or picture with a relative address. The texts of this README hold no square brackets."""


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


class PackagePageHook(MetadataHookInterface):
    """Metadata hook of hatchling: the links and the text that a package index shows."""

    # The address of the repository stands in one line of README. A package index shows README without the repository
    # around it, so relative links must be made absolute there.

    def update(self, metadata: dict[str, Any]) -> None:
        """Fill in `urls` and `readme`."""
        readme = (Path(self.root) / "README.md").read_text(encoding="utf-8")
        repository = repository_address(readme)
        metadata["urls"] = {
            "Homepage": repository,
            "Source": repository,
            "Documentation": f"{repository}#readme",
            "Changelog": f"{repository}/blob/HEAD/CHANGELOG.md",
            "Issues": f"{repository}/issues",
            "Security": f"{repository}/security/policy",
        }
        metadata["readme"] = {"content-type": "text/markdown", "text": with_absolute_links(readme, repository)}


def repository_address(readme: str) -> str:
    """Return the address of the repository, as the one line in README names it."""
    (address,) = _ADDRESS.findall(readme)
    return str(address)


def with_absolute_links(readme: str, repository: str) -> str:
    """Return README with each relative link and picture led to the repository."""
    return _LINK.sub(lambda link: f"{link[1]}{link[2]}({repository}/{'raw' if link[1] else 'blob'}/HEAD/{link[3]})", readme)
