"""An export of any generation, however it was packed, gives exactly the numbers that it was made with."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

import pytest

from .facebook import GENERATIONS as FACEBOOK
from .facebook import MORE, as_bytes
from .instagram import GENERATIONS as INSTAGRAM
from .instagram import threads
from .packing import PACKS, one_zip, read_as_json
from .shapes import written
from .world import Life, facebook_life, instagram_life, threads_life

WITH_THREADS = [each for each in INSTAGRAM if each >= "2024"]


def facebook(generation: str, life: Life) -> dict[str, Any]:
    """The files of an export of Facebook."""
    return FACEBOOK[generation][0](life)


def instagram(generation: str, life: Life) -> dict[str, Any]:
    """The files of an export of Instagram."""
    return INSTAGRAM[generation][0](life)


def as_written(generation: str, files: dict[str, Any]) -> dict[str, bytes]:
    """The files as Meta writes them; until 2020 Instagram wrote true UTF-8."""
    return {name: written(value, as_meta=generation != "2018") for name, value in files.items()}


def years_without(lacking: Collection[str], by_year: dict[str, dict[str, int]]) -> dict[str, dict[str, int]]:
    """The years without some kinds, and without those in which there is nothing else."""
    kept = {year: {kind: number for kind, number in kinds.items() if kind not in lacking} for year, kinds in by_year.items()}
    return {year: kinds for year, kinds in kept.items() if kinds}


def is_all_of_facebook(said: Any, generation: str, life: Life) -> None:
    """Counts, years, apps, companies: everything that such an export holds, and nothing else."""
    found, lacking = said["services"]["facebook"], FACEBOOK[generation][1]
    assert found["counts"] == {name: number for name, number in life.counts().items() if name not in lacking}
    assert found["years"] == years_without(lacking, life.years())
    assert found["more"] == {
        name: number
        for name, number in life.more().items()
        if (name not in life.others or name in MORE[generation])
        and name.removeprefix("gps_").removeprefix("camera_") not in lacking
    }
    assert found["odd_dates"] == 0
    assert said["files"]["unreadable"] == []
    if generation != "page":
        assert found["apps"] == ({"unknown": sum(life.apps.values())} if generation == "2018" else life.apps)
        assert found["off_meta"] == {"companies": len(life.companies), "events": sum(life.companies)}
        assert found["more_years"] == years_without(lacking, life.more_years())
    assert found["default_audience"] == ("Public" if generation == "2024" else None)
    assert found.get("professional", False) is (generation == "page")
    assert found["account_private"] is None


def is_all_of_instagram(said: Any, generation: str, life: Life) -> None:
    """The same, with the private flag in English and French."""
    found = said["services"]["instagram"]
    assert found["counts"] == life.counts()
    assert found["years"] == life.years()
    assert found.get("more", {}) == life.more()
    assert found["more_years"] == life.more_years()
    assert found["account_private"] is life.private
    assert found["odd_dates"] == 0
    assert said["files"]["unreadable"] == []
    if generation != "2018":
        assert found["apps"] == life.apps
    if generation >= "2024":
        assert found["off_meta"] == {"companies": len(life.companies), "events": sum(life.companies)}


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("generation", FACEBOOK)
def test_facebook_in_every_generation(tmp_path: Path, generation: str, pack: str) -> None:
    """Whatever the parts are."""
    life = facebook_life()
    is_all_of_facebook(read_as_json(PACKS[pack](tmp_path, as_bytes(facebook(generation, life)))), generation, life)


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("generation", INSTAGRAM)
@pytest.mark.parametrize("private", [True, False])
def test_instagram_in_every_generation(tmp_path: Path, generation: str, pack: str, private: bool) -> None:
    """Whatever the parts are, private or not."""
    life = INSTAGRAM[generation][1](instagram_life(private=private))
    is_all_of_instagram(
        read_as_json(PACKS[pack](tmp_path, as_written(generation, instagram(generation, life)))), generation, life
    )


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("generation", WITH_THREADS)
def test_threads_travels_with_instagram(tmp_path: Path, generation: str, pack: str) -> None:
    """It is told apart, with its own flag; Instagram's numbers are what they would be without it."""
    life, own = INSTAGRAM[generation][1](instagram_life(private=True)), threads_life()
    said = read_as_json(PACKS[pack](tmp_path, as_written(generation, instagram(generation, life) | threads(own))))
    is_all_of_instagram(said, generation, life)
    found = said["services"]["threads"]
    assert (found["counts"], found["years"], found["more"]) == (own.counts(), own.years(), own.more())
    assert found["account_private"] is False


@pytest.mark.parametrize("pack", PACKS)
def test_both_services_in_one_export(tmp_path: Path, pack: str) -> None:
    """As the Accounts Center hands them out; folders of the same name in both are not mixed up."""
    life, other = facebook_life(), instagram_life()
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    both = PACKS[pack](tmp_path / "a", as_bytes(facebook("2024", life)))
    both += PACKS[pack](tmp_path / "b", as_written("2026", instagram("2026", other)))
    said = read_as_json(both)
    is_all_of_facebook(said, "2024", life)
    is_all_of_instagram(said, "2026", other)


@pytest.mark.parametrize("indent", [None, 0, 1, 2, 4])
def test_the_spaces_between_do_not_matter(tmp_path: Path, indent: int | None) -> None:
    """Packed tightly or spread over many lines."""
    life = facebook_life(size=300)
    is_all_of_facebook(read_as_json(one_zip(tmp_path, as_bytes(facebook("2024", life), indent))), "2024", life)


def without_lists_of_one(value: Any) -> Any:
    """The value as Meta often writes it: a list of one record is the bare record."""
    if isinstance(value, dict):
        return {name: without_lists_of_one(each) for name, each in value.items()}
    if isinstance(value, list):
        inner = [without_lists_of_one(each) for each in value]
        return inner[0] if len(inner) == 1 and isinstance(inner[0], dict) else inner
    return value


@pytest.mark.parametrize("size", [1, 2, 12])
@pytest.mark.parametrize("generation", FACEBOOK)
def test_facebook_where_lists_of_one_have_no_list(tmp_path: Path, generation: str, size: int) -> None:
    """On every level, as in small accounts."""
    life = facebook_life(seed=size, size=size)
    files = {name: without_lists_of_one(value) for name, value in facebook(generation, life).items()}
    is_all_of_facebook(read_as_json(one_zip(tmp_path, as_bytes(files))), generation, life)


@pytest.mark.parametrize("size", [1, 2, 12])
@pytest.mark.parametrize("generation", INSTAGRAM)
def test_instagram_where_lists_of_one_have_no_list(tmp_path: Path, generation: str, size: int) -> None:
    """The same."""
    life = INSTAGRAM[generation][1](instagram_life(seed=size, size=size))
    files = {name: without_lists_of_one(value) for name, value in instagram(generation, life).items()}
    is_all_of_instagram(read_as_json(one_zip(tmp_path, as_written(generation, files))), generation, life)


EVERY = [("facebook", each) for each in FACEBOOK] + [("instagram", each) for each in INSTAGRAM]


@pytest.mark.parametrize(("service", "generation"), EVERY)
def test_pages_are_recognised_in_every_generation(tmp_path: Path, service: str, generation: str) -> None:
    """The same files with another ending, and not one that is JSON: pages that show nothing count as nothing."""
    files = facebook(generation, facebook_life()) if service == "facebook" else instagram(generation, instagram_life())
    pages = {f"{name.removesuffix('.json')}.html": b"<html>" for name in files}
    said = read_as_json(one_zip(tmp_path, pages | {"start_here.html": b"<html>"}))
    if generation == "2018" and service == "instagram":  # until 2020 Instagram made no pages, so their form is not known
        assert (said["files"]["html"], said["files"]["read"], said["services"]) == (True, 0, {})
    else:
        assert said["files"]["html"] is False
        assert [each for each in said["files"]["unreadable"] if not each.startswith("Not looked at in HTML")] == []
        assert said["files"]["read"] > 3
        assert {name: found["counts"] for name, found in said["services"].items()} == {service: {}}
