"""Where names come from: the alias file, the ISO standards, the catalogues of all languages; and how they are compared."""

import gettext
import struct
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pycountry
import pytest

from wizard.core.name_folding import fold_name
from wizard.places import Alias, PlaceSearch, cldr, iso, read_aliases, translations
from wizard.places.cldr import cldr_rows

from .test_place_search import ALIASES, ATLAS, NAMES

SLIPS = {("fa", "ER"), ("sk", "GM")}
"""Catalogues that call a country by the name of another one."""


@pytest.mark.parametrize(
    ("one", "same"),
    [
        ("Österreich", "osterreich"), ("O\u0308STERREICH", "osterreich"), ("Côte d’Ivoire", "COTE DIVOIRE"), ("U.S.A.", "usa"),
        ("St. Lucia", "Saint Lucia"), ("Trinidad & Tobago", "trinidad and tobago"), ("The Gambia", "gambia"),
        ("Guinea-Bissau", "guinea bissau"),
        ("Łódź", "lodz"), ("Straße", "strasse"), ("İstanbul", "istanbul"), ("Ελλάδα", "ελλαδα"), ("ｊａｐａｎ", "Japan"),
        ("\ufeffPeru\u200b", "peru"),
        ("ألمانيا", "المانيا"), ("ایران", "ايران"), ("🇩🇪", "de"), ("Peru\x00[/]", "peru"),
    ],
)  # fmt: skip
def test_names_are_compared_by_their_letters(one: str, same: str) -> None:
    assert fold_name(one) == fold_name(same) != ""


@pytest.mark.parametrize(("one", "other"), [("ガーナ", "カーナ"), ("कि", "क"), ("Mali", "Malta"), ("中国", "中")])
def test_letters_that_differ_stay_different(one: str, other: str) -> None:
    assert fold_name(one) != fold_name(other)


def test_the_alias_file_is_read_in_its_order(tmp_path: Path) -> None:
    file = tmp_path / "aliases.csv"
    file.write_text("alias,target\nUK,GB\nKorea,KR KP\n", encoding="utf-8")
    assert read_aliases(file) == (Alias("UK", ("GB",)), Alias("Korea", ("KR", "KP")))


def test_aliases_name_known_places() -> None:
    parts = {part.code for part in pycountry.subdivisions}
    assert [alias for alias in ALIASES if not alias.targets or not alias.name] == []
    assert {target for alias in ALIASES for target in alias.targets} <= NAMES.keys() | parts


def test_no_alias_stands_twice_or_repeats_a_display_name() -> None:
    counts = Counter(fold_name(alias.name) for alias in ALIASES)
    assert [name for name, count in counts.items() if count > 1] == []
    display = {fold_name(name): alpha2 for alpha2, name in NAMES.items()}
    assert [alias for alias in ALIASES if alias.targets == (display.get(fold_name(alias.name)),)] == []


@pytest.mark.parametrize("country", list(pycountry.countries), ids=lambda country: str(country.alpha_2))
def test_the_standard_names_and_codes_of_a_country_choose_it(country: pycountry.db.Country) -> None:
    given = [getattr(country, field, "") for field in ("name", "common_name", "official_name", "alpha_3", "numeric", "flag")]
    chosen = {text: ATLAS.search(text).chosen for text in given if text and text not in ("Georgia", "Congo")}
    assert set(chosen.values()) == {country.alpha_2}, chosen


def test_every_name_in_the_cldr_is_known() -> None:
    """Those of countries in all languages and scripts, long and short ones; a reserved code leads to what the aliases say."""
    by_name, targets = ATLAS._gazetteer.foreign.names, {alias.name: alias.targets for alias in ALIASES}
    known = [row for row in cldr_rows() if row.code in NAMES or row.code in targets]
    assert {row.code for row in known} >= {*NAMES, "AC", "CP", "CQ", "DG", "EA", "EU", "IC", "TA"}
    for row in known:
        places = set((row.code,) if row.code in NAMES else targets[row.code])
        for name in row.names:
            found = {entry.region or entry.alpha2 for entry in by_name.exact(fold_name(name))}
            assert places <= found, (name, row.code)


def test_a_name_in_the_cldr_chooses_no_other_country() -> None:
    """A sample, except where an abbreviation or a name is better known for another place."""
    named = [(row.code, name) for row in cldr_rows() if row.code in NAMES for name in row.names]
    chosen = {name: (code, ATLAS.search(name).chosen) for code, name in named[::11] if len(name) > 2}
    wrong = {name: codes for name, codes in chosen.items() if codes[1] not in (None, codes[0])}
    assert wrong.keys() <= {"Guyane", "Oland", "Noru", "Nga", "Tai", "ma Esi"}
    assert sum(code is None for _, code in chosen.values()) < len(chosen) / 100


def test_the_table_of_the_cldr_tells_how_many_people_live_in_each_place() -> None:
    people = cldr.inhabitants()
    assert people.keys() >= NAMES.keys()
    assert people["IN"] > people["US"] > people["DE"] > people["IS"] > people["VA"] > 0


@pytest.mark.parametrize("language", ["de", "fr", "es", "pt", "ru", "zh_CN", "ja", "ar", "fa", "tr", "sk", "vi"])
def test_no_name_in_another_language_chooses_a_wrong_country(language: str) -> None:
    catalogue = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, [language])
    wrong, unsure = [], 0
    for country in pycountry.countries:
        for field in ("name", "common_name", "official_name"):
            name = catalogue.gettext(getattr(country, field, "Peru"))
            chosen = ATLAS.search(name).chosen
            unsure += chosen is None
            if chosen not in (None, country.alpha_2) and hasattr(country, field) and (language, country.alpha_2) not in SLIPS:
                wrong.append((name, country.alpha_2, chosen))
    assert [case for case in wrong if case[0] != "Ao"] == []  # Austria without its accent is the code of Angola
    assert unsure <= 10


def catalogue_of(messages: dict[str, str], order: str) -> bytes:
    originals, translated = [text.encode() for text in messages], [text.encode() for text in messages.values()]
    tables, texts, at = b"", b"", 28 + 16 * len(messages)
    for text in originals + translated:
        tables += struct.pack(f"{order}2I", len(text), at + len(texts))
        texts += text + b"\0"
    head = struct.pack(f"{order}7I", 0x950412DE, 0, len(messages), 28, 28 + 8 * len(messages), 0, 0)
    return head + tables + texts


def test_a_slip_of_one_catalogue_is_outvoted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [{"alpha_2": "PY", "name": "Paraguay"}, {"alpha_2": "NI", "name": "Nicaragua"}, {"alpha_2": "FR", "name": "France"}]
    said = [{"Nicaragua": "Paraguai"}, {}, {"Nicaragua": "Nikaragua"}, {"Nicaragua": "Gwiana", "Paraguay": "Gwiana"}]
    said += [{"Paraguay": "Paraguai", "": "Language: pt", "France": "Frankreich"}] * 3
    for number, messages in enumerate(said):
        file = tmp_path / "locales" / f"l{number}" / "LC_MESSAGES" / "iso3166-1.mo"
        file.parent.mkdir(parents=True)
        file.write_bytes(catalogue_of(messages, "<>"[number % 2]))
    monkeypatch.setattr(translations, "iso_data_folder", lambda: tmp_path)
    found = {(key, entry.alpha2) for key, entry in translations.translations(rows, {"PY", "NI"})}
    assert found == {("paraguai", "PY"), ("nikaragua", "NI"), ("gwiana", "PY"), ("gwiana", "NI")}


@pytest.mark.parametrize("missing", ["package", "files"])
def test_without_the_standard_names_there_are_still_our_own(
    missing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cldr, "TABLE", tmp_path / "cldr.tsv")
    if missing == "package":
        monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    else:
        monkeypatch.setattr(iso, "iso_data_folder", lambda: tmp_path)
        monkeypatch.setattr(translations, "iso_data_folder", lambda: tmp_path)
    atlas = PlaceSearch(NAMES, ALIASES)
    assert atlas.search("Germny").chosen == "DE"
    assert atlas.search("Holland").chosen == "NL"
    assert atlas.search("Autriche").chosen is None


def test_heavy_libraries_are_loaded_late_or_never() -> None:
    program = """
import sys, csv, pathlib
from wizard.places import Alias, PlaceSearch
print(*(name for name in ("pycountry", "rapidfuzz", "json", "gettext") if name in sys.modules))
atlas = PlaceSearch({"DE": "Germany", "US": "United States"}, [Alias("USA", ("US",))])
assert atlas.search("usa").chosen == "US" and atlas.search("Germany").chosen == "DE"
print(*(name for name in ("pycountry", "rapidfuzz", "gettext") if name in sys.modules))
assert atlas.search("Kalifornien").chosen is None and atlas.search("California").chosen == "US"
print(*(name for name in ("pycountry", "gettext") if name in sys.modules))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "\n\n\n"
