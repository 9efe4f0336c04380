"""An export of any generation, however it was packed, gives exactly the numbers that it was made with."""

from pathlib import Path

import pytest

from .facebook import GENERATIONS as FACEBOOK
from .facebook import as_bytes
from .instagram import GENERATIONS as INSTAGRAM
from .packing import PACKS, one_zip, read_as_json
from .shapes import written
from .world import facebook_life, instagram_life


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("generation", FACEBOOK)
def test_facebook_in_every_generation(tmp_path: Path, generation: str, pack: str) -> None:
    """Counts, years, apps, companies."""
    life = facebook_life()
    make, lacking = FACEBOOK[generation]
    said = read_as_json(PACKS[pack](tmp_path, as_bytes(make(life))))
    found = said["services"]["facebook"]
    assert found["counts"] == {name: number for name, number in life.counts().items() if name not in lacking}
    years = {year: {kind: n for kind, n in kinds.items() if kind not in lacking} for year, kinds in life.years().items()}
    assert found["years"] == {year: kinds for year, kinds in years.items() if kinds}
    assert found["odd_dates"] == 0
    assert said["files"]["unreadable"] == []
    if generation != "page":
        apps = {"unknown": sum(life.apps.values())} if generation == "2018" else life.apps
        assert found["apps"] == apps
        assert found["off_meta"] == {"companies": len(life.companies), "events": sum(life.companies)}
    assert found["default_audience"] == ("Public" if generation == "2024" else None)
    assert found["account_private"] is None


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("generation", INSTAGRAM)
@pytest.mark.parametrize("private", [True, False])
def test_instagram_in_every_generation(tmp_path: Path, generation: str, pack: str, private: bool) -> None:
    """Counts, years, the private flag in English and French, apps, companies."""
    make, told_by = INSTAGRAM[generation]
    life = told_by(instagram_life(private=private))
    files = {name: written(value, as_meta=generation != "2018") for name, value in make(life).items()}
    said = read_as_json(PACKS[pack](tmp_path, files))
    found = said["services"]["instagram"]
    assert found["counts"] == life.counts()
    assert found["years"] == life.years()
    assert found["account_private"] is private
    assert said["files"]["unreadable"] == []
    if generation != "2018":
        assert found["apps"] == life.apps
    if generation > "2021":
        assert found["off_meta"] == {"companies": len(life.companies), "events": sum(life.companies)}


@pytest.mark.parametrize("indent", [None, 0, 1, 2, 4])
def test_the_spaces_between_do_not_matter(tmp_path: Path, indent: int | None) -> None:
    """Packed tightly or spread over many lines."""
    life = facebook_life(size=300)
    said = read_as_json(one_zip(tmp_path, as_bytes(FACEBOOK["2024"][0](life), indent)))
    assert said["services"]["facebook"]["counts"] == life.counts()
