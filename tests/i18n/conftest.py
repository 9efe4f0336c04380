"""The language in which every translated text stands in brackets, for the tests that ask for it."""

import sys
from collections.abc import Iterator

import pytest

from wizard.content.content_loader import load_shipped_content
from wizard.i18n import use_translations

from .leftover import library
from .pseudo import PseudoTranslations


@pytest.fixture
def pseudo_language(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The language of a test, in every module that has the content."""
    for module in list(sys.modules.values()):
        if getattr(module, "load_shipped_content", None) is load_shipped_content and module.__name__.startswith("wizard."):
            monkeypatch.setattr(module, "load_shipped_content", library)
    use_translations(PseudoTranslations())
    yield
    use_translations(None)
