"""What locale and time zone suggest: a guess, and nothing where they are silent or contradict each other."""

from pathlib import Path

import pytest

from wizard.content.content_files import content_root, read_rows
from wizard.places import guess_country, local_time_zone, time_zones
from wizard.places.location_guess import locale_country

REGIMES = {row["alpha2"]: row["regime"] for row in read_rows(content_root() / "countries.csv")}
ZONE_TAB = """\
# a comment
AT\t+4813+01620\tEurope/Vienna
CA\t+4339-07923\tAmerica/Toronto\tEastern - ON, QC (most areas)
CH\t+4723+00832\tEurope/Zurich
CY\t+3510+03322\tAsia/Nicosia\tmost of Cyprus
CY\t+3507+03357\tAsia/Famagusta\tNorthern Cyprus
DE\t+5230+01322\tEurope/Berlin\tmost of Germany
GB\t+513030-0000731\tEurope/London
IN\t+2232+08822\tAsia/Kolkata
NO\t+5955+01045\tEurope/Oslo
RS\t+4450+02030\tEurope/Belgrade
UA\t+5026+03031\tEurope/Kyiv\tmost of Ukraine
US\t+404251-0740023\tAmerica/New_York\tEastern (most areas)
"""


@pytest.fixture(autouse=True)
def zone_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wizard.places.location_guess.zone_countries", lambda: time_zones.parse_zone_table(ZONE_TAB.splitlines()))


@pytest.mark.parametrize(
    ("locale", "country"),
    [
        ("de_AT.UTF-8", "AT"), ("de_AT@euro", "AT"), ("sr_RS@latin", "RS"), ("zh_Hant_TW", "TW"), ("pt-BR", "BR"),
        ("de_at", "AT"),
        ("sq_XK", "XK"), ("en_GB.UTF-8", "GB"), ("de", None), ("ca", None), ("C", None), ("C.UTF-8", None), ("POSIX", None),
        ("", None),
        ("en_US.UTF-8", None), ("en_DK.UTF-8", None), ("es_US.UTF-8", "US"), ("es_419", None), ("en_001", None), ("_", None),
        ("\ud800_X", None),
    ],
)  # fmt: skip
def test_a_locale_may_name_a_country_a_language_does_not(locale: str, country: str | None) -> None:
    assert locale_country({"LANG": locale}) == country


def test_the_first_setting_that_names_a_country_counts() -> None:
    assert locale_country({"LC_ALL": "fr_FR", "LC_MESSAGES": "de_DE", "LANG": "de_AT"}) == "FR"
    assert locale_country({"LC_ALL": "C", "LC_MESSAGES": "en_US.UTF-8", "LANG": "de_AT"}) == "AT"
    assert locale_country({"LANGUAGE": "fr_FR", "LC_TIME": "fr_FR"}) is None


@pytest.mark.parametrize(
    ("locale", "zone", "country"),
    [
        ("de_AT.UTF-8", "Europe/Vienna", "AT"), ("en_US.UTF-8", "Europe/Vienna", "AT"),
        ("C", "Europe/London", "GB"), (None, "Europe/Oslo", "NO"),
        ("pt_BR.UTF-8", None, "BR"), ("pt_BR.UTF-8", "UTC", "BR"), ("pt_BR.UTF-8", "Etc/UTC", "BR"),
        ("pt_BR.UTF-8", "CET-1CEST", "BR"),
        ("de_DE.UTF-8", "Europe/Vienna", "AT"), ("en_IE.UTF-8", "Europe/Berlin", "DE"),
        ("en_GB.UTF-8", "Europe/Berlin", None), ("de_DE.UTF-8", "Europe/Zurich", None), ("en_CA.UTF-8", "America/New_York", None),
        ("sq_XK", "Europe/Belgrade", "XK"), ("sr_RS", "Europe/Belgrade", "RS"), ("en_US", "Europe/Belgrade", "RS"),
        ("el_CY", "Asia/Nicosia", "CY"), ("tr_TR", "Asia/Famagusta", None), ("en_US", "Europe/Nicosia", "CY"),
        ("en_US", "Asia/Calcutta", "IN"), ("en_US", "Europe/Kiev", "UA"), ("en_US", "US/Eastern", "US"),
        ("en_US.UTF-8", None, None), ("en_US.UTF-8", "UTC", None), (None, None, None), ("xx_ZZ", "Europe/Vienna", "AT"),
        ("C", "nonsense", None),
    ],
)  # fmt: skip
def test_the_guess(locale: str | None, zone: str | None, country: str | None) -> None:
    assert guess_country({"LANG": locale} if locale else {}, zone, REGIMES) == country


@pytest.mark.parametrize(
    ("link", "zone"),
    [
        ("/usr/share/zoneinfo/Europe/Vienna", "Europe/Vienna"), ("../usr/share/zoneinfo/Europe/Oslo", "Europe/Oslo"),
        ("/var/db/timezone/zoneinfo/America/New_York", "America/New_York"),
        ("/usr/share/zoneinfo/posix/Asia/Tokyo", "Asia/Tokyo"),
        ("/somewhere/else", None),
    ],
)  # fmt: skip
def test_the_zone_is_read_from_the_link_of_the_system(link: str, zone: str | None, tmp_path: Path) -> None:
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc/localtime").symlink_to(link)
    assert local_time_zone({}, tmp_path) == zone


def test_the_zone_is_read_from_a_file_where_there_is_no_link(tmp_path: Path) -> None:
    assert local_time_zone({}, tmp_path) is None
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc/localtime").write_bytes(b"TZif2")
    (tmp_path / "etc/timezone").write_text("Europe/Rome\n", encoding="utf-8")
    assert local_time_zone({}, tmp_path) == "Europe/Rome"
    (tmp_path / "etc/timezone").write_bytes(b"\xff\xfe")
    assert local_time_zone({}, tmp_path) is None


@pytest.mark.parametrize(
    ("value", "zone"),
    [("Europe/Vienna", "Europe/Vienna"), (":Europe/Vienna", "Europe/Vienna"),
     ("/usr/share/zoneinfo/Europe/Vienna", "Europe/Vienna"),
     ("UTC", "UTC"), ("", "Europe/Rome"), (":/etc/localtime", "Europe/Rome")],
)  # fmt: skip
def test_the_environment_may_name_the_zone(value: str, zone: str, tmp_path: Path) -> None:
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc/timezone").write_text("Europe/Rome\n", encoding="utf-8")
    assert local_time_zone({"TZ": value}, tmp_path) == zone


def test_the_zone_table_is_looked_for_in_the_package_and_in_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "zone.tab"
    table.write_text(ZONE_TAB, encoding="utf-8")
    monkeypatch.setattr(time_zones, "_tables", lambda: [tmp_path / "missing", table])
    time_zones.zone_countries.cache_clear()
    assert time_zones.zone_countries()["Europe/Vienna"] == "AT"
    monkeypatch.setattr(time_zones, "_tables", lambda: [tmp_path / "missing"])
    time_zones.zone_countries.cache_clear()
    assert time_zones.zone_countries() == {}
    monkeypatch.undo()
    time_zones.zone_countries.cache_clear()
    assert time_zones.SYSTEM / "zone.tab" in time_zones._tables()


def test_earlier_names_of_zones_lead_to_known_places() -> None:
    assert time_zones.ZONE_ALIASES.keys() <= REGIMES.keys()
    names = " ".join(time_zones.ZONE_ALIASES.values()).split()
    assert len(names) == len(set(names))
