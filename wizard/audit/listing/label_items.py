"""Text and address of records by label, found by what the values look like, since the labels are translated."""

import re

from wizard.audit.translated_fields import LabelValue, as_list, nested_values, parse_translated_bool

_META_ADDRESS = re.compile(r"https://(?:[a-z]+\.)*(?:facebook\.com|instagram\.com|threads\.(?:com|net))/[!#-&(-;=?-~]*")
"""An address at Meta; any other address in an export is never made a link."""
MAX_ADDRESS = 500
"""Maximum number of characters of an address."""


def text_of_labels(values: list[LabelValue] | LabelValue | None) -> str:
    """Return the longest text of the record itself that is no address and no yes or no; "" without one.

    Texts further inside are names of people and groups, not what the user wrote.
    """
    texts = (field.value for field in as_list(values) if field.value and "://" not in field.value)
    return max((text for text in texts if parse_translated_bool(text) is None), key=len, default="")


def url_of_labels(values: list[LabelValue] | LabelValue | None) -> str:
    """Return the first address at Meta among the values, or ""."""
    return next((url for field in nested_values(values) if (url := meta_address(field.value or ""))), "")


def meta_address(text: str) -> str:
    """Return the text if it is an address at Meta, otherwise ""."""
    return text if len(text) <= MAX_ADDRESS and _META_ADDRESS.fullmatch(text) else ""
