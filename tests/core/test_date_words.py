"""The words for days, as translators wrote them: each of them can be typed."""

from pathlib import Path

import pytest

from tests.catalogues import interface_languages
from tests.making import TODAY
from wizard.core.date_format import DAY_NAMES, DAYS
from wizard.core.date_input import parse_date_input
from wizard.core.date_words import AROUND_DATE, CONTEXT, DAY_WORDS, DAYS_AGO, MONTHS_AGO, NUMBERS, PAST_WEEKDAY, WEEKS_AGO
from wizard.i18n import _ as translated
from wizard.i18n import pgettext, speaking


@pytest.mark.parametrize("language", ["en", *interface_languages(Path(__file__).parents[2])])
def test_each_wording_of_a_language_is_understood(language: str) -> None:
    """As translators wrote it: with whole and short names of weekdays, numbers in letters, and typographic apostrophes."""
    messages = (*DAY_WORDS, DAYS_AGO, WEEKS_AGO, MONTHS_AGO, PAST_WEEKDAY, AROUND_DATE)
    with speaking(language):
        three = pgettext(CONTEXT, NUMBERS).split("|")[2].split()[0]
        samples = [
            {"count": "2", "weekday": translated(DAY_NAMES[2]), "date": "11.10.2026"},
            {"count": three, "weekday": translated(DAYS[2]), "date": f"11 {translated('October')} 2026"},
        ]
        wordings = [wording for message in messages for wording in pgettext(CONTEXT, message).split("|")]
        typed = [wording.format(**sample) for wording in wordings for sample in samples]
        assert [text for text in typed if parse_date_input(text, TODAY).on is None] == []
