"""Expect an error by the sentence that a command prints for it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from wizard.commands.error_hints import command_error_text
from wizard.errors import WizardError


@contextmanager
def raises_message(pattern: str, kind: type[WizardError] = WizardError) -> Iterator[pytest.ExceptionInfo[WizardError]]:
    """Expect an error whose message contains this pattern."""
    with pytest.raises(kind) as caught:
        yield caught
    message = command_error_text(caught.value)
    assert re.search(pattern, message), message
