"""Devices, and lists of friends."""

from typing import Any

import pytest

from tests.audit.shapes import labelled, mapped

from .reading import counts


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("personal_information/device_information/devices.json", {"devices_devices": [mapped()] * 2}, {"devices": 2}),
        ("personal_information/device_information/camera_information.json", {"devices_camera": mapped()}, {"cameras": 1}),
        ("connections/friends/your_post_audiences.json", [labelled(Name="x")] * 2, {"friend_lists": 2}),
    ],
)
def test_a_record_each(name: str, value: Any, expected: dict[str, int]) -> None:
    """Only their number is read."""
    assert counts(name, value, "instagram" if "device" in name else "facebook") == expected
