"""A compiled catalogue is read message by message, and says what gettext says."""

import struct
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import pytest

from tests.catalogues import ROOT, interface_languages
from wizard.content.catalogue_compiler import catalogue_path, compile_catalogues, read_catalogue
from wizard.message_file import MessageFile

LANGUAGES = sorted(interface_languages(ROOT))
COUNTS = (0, 1, 2, 3, 5, 11, 12, 21, 22, 25, 100, 101, 112, 1_000_000)
"""Numbers that take different forms in one language or another."""


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The catalogues of all languages, as they go into the package."""
    folder = tmp_path_factory.mktemp("locale")
    compile_catalogues(ROOT, folder)
    return folder


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_the_one_that_gettext_finds(compiled: Path, language: str) -> None:
    """Plain ones, those with a context, and each form for a number; one that nobody translated is as it was written."""
    content = (compiled / f"{language}.mo").read_bytes()
    ours, theirs = MessageFile(content), GNUTranslations(BytesIO(content))
    for message in read_catalogue(catalogue_path(ROOT, language)):
        if not message.id:
            continue
        if not isinstance(message.id, str):
            singular, plural = message.id
            forms = [[each.ngettext(singular, plural, count) for count in COUNTS] for each in (ours, theirs)]
            assert forms[0] == forms[1]
        elif message.context:
            assert ours.pgettext(message.context, message.id) == theirs.pgettext(message.context, message.id)
        else:
            assert ours.gettext(message.id) == theirs.gettext(message.id)
    assert ours.gettext("Nobody says this.") == "Nobody says this."
    assert ours.pgettext("nowhere", "Nobody says this.") == "Nobody says this."
    assert [ours.ngettext("{count} thing", "{count} things", count) for count in (1, 2)] == ["{count} thing", "{count} things"]


@pytest.mark.parametrize(
    "content", [b"", b"no catalogue at all, though it is long", struct.pack(">5I", 0x950412DE, 0, 0, 28, 28)]
)
def test_what_it_cannot_read_is_left_to_gettext(content: bytes) -> None:
    """A file of a machine with another byte order, for one."""
    with pytest.raises(ValueError, match="byte order"):
        MessageFile(content)
