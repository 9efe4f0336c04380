"""Typing where one lives: what is found, what is preselected, and what is asked."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wizard.content.content_files import content_root, read_rows
from wizard.places import Alias, PlaceMatch, PlaceSearch, PlaceSearchResult, read_aliases

NAMES = {row["alpha2"]: row["name"] for row in read_rows(content_root() / "countries.csv")}
ALIASES = read_aliases(content_root() / "aliases.csv")
REGIONS = {row["id"]: row["name"] for row in read_rows(content_root() / "regions.csv")}
ATLAS = PlaceSearch(NAMES, ALIASES, REGIONS)
AMBIGUOUS = {"Georgia"}


def chooses(text: str) -> str | None:
    return ATLAS.search(text).chosen


def offers(text: str, limit: int = 8) -> list[str]:
    return [match.alpha2 for match in ATLAS.search(text, limit).matches]


def test_all_250_places_are_there() -> None:
    assert len(NAMES) == 250
    assert NAMES["XK"] == "Kosovo"


@pytest.mark.parametrize("alpha2", sorted(NAMES))
def test_each_place_is_chosen_by_its_name_and_its_code(alpha2: str) -> None:
    name = NAMES[alpha2]
    assert chooses(name) == (None if name in AMBIGUOUS else alpha2)
    assert offers(name)[0] == alpha2
    assert chooses(alpha2) == chooses(alpha2.lower()) == alpha2


@pytest.mark.parametrize(
    ("text", "alpha2"),
    [
        ("UK", "GB"), ("u.k.", "GB"), ("Great Britain", "GB"), ("Großbritannien", "GB"), ("Великобритания", "GB"),
        ("USA", "US"), ("U.S.", "US"), ("America", "US"), ("the States", "US"), ("США", "US"), ("アメリカ", "US"),
        ("Holland", "NL"), ("The Netherlands", "NL"), ("Pays-Bas", "NL"),
        ("Deutschland", "DE"), ("Allemagne", "DE"), ("Bundesrepublik Deutschland", "DE"), ("ألمانيا", "DE"), ("德国", "DE"),
        ("Österreich", "AT"), ("O\u0308sterreich", "AT"), ("Osterreich", "AT"), ("Oesterreich", "AT"), ("Áo", "AT"),
        ("España", "ES"), ("Ελλάδα", "GR"), ("Ελλαδα", "GR"), ("Россия", "RU"), ("Russland", "RU"), ("中国", "CN"),
        ("한국", "KR"),
        ("भारत", "IN"), ("ایران", "IR"), ("ישראל", "IL"), ("საქართველო", "GE"), ("Kosova", "XK"), ("Косово", "XK"),
        ("Türkiye", "TR"), ("turkiye", "TR"), ("TÜRKİYE", "TR"), ("Côte d’Ivoire", "CI"), ("Ivory Coast", "CI"),
        ("cote divoire", "CI"),
        ("Mỹ", "US"), ("Bỉ", "BE"), ("Irak", "IQ"), ("Chine", "CN"), ("Sambia", "ZM"), ("アメリカ合衆国", "US"),
        ("南非共和国", "ZA"),
        ("Burma", "MM"), ("Swaziland", "SZ"), ("Zaire", "CD"), ("Persia", "IR"), ("East Timor", "TL"), ("Macedonia", "MK"),
        ("Northern Cyprus", "CY"), ("Republic of Ireland", "IE"), ("Republic of Korea", "KR"), ("Republic of China", "TW"),
        ("Republic of Germany", "DE"), ("Kingdom of Norway", "NO"), ("Congo-Brazzaville", "CG"), ("Congo-Kinshasa", "CD"),
        ("Trinidad & Tobago", "TT"), ("St. Lucia", "LC"), ("Saint Kitts & Nevis", "KN"), ("Guyane", "GF"), ("La Réunion", "RE"),
        ("DEU", "DE"), ("276", "DE"), ("ＤＥ", "DE"), ("  germany  ", "DE"), ("GERMANY!", "DE"),
    ],
)  # fmt: skip
def test_a_name_in_any_language_is_chosen(text: str, alpha2: str) -> None:
    assert chooses(text) == alpha2


@pytest.mark.parametrize(
    ("text", "alpha2", "region"),
    [
        ("🇧🇷", "BR", ""), ("🇸🇹", "ST", ""), ("🇽🇰", "XK", ""), ("🇩🇪 Germany", "DE", ""),
        ("🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "GB", "GB-ENG"),
        ("🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", "GB", "GB-SCT"),
        ("🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f", "GB", "GB-WLS"),
        ("🏴\U000e0075\U000e0073\U000e0074\U000e0078\U000e007f", "US", "US-TX"),
    ],
)  # fmt: skip
def test_flags_are_names(text: str, alpha2: str, region: str) -> None:
    found = ATLAS.search(text)
    assert (found.chosen, found.matches[0].region) == (alpha2, region)


@pytest.mark.parametrize(
    ("text", "alpha2", "region"),
    [
        ("England", "GB", "GB-ENG"), ("Scotland", "GB", "GB-SCT"), ("Wales", "GB", "GB-WLS"),
        ("Northern Ireland", "GB", "GB-NIR"),
        ("California", "US", "US-CA"), ("US-CA", "US", "US-CA"), ("us ca", "US", "US-CA"), ("Florida", "US", "US-FL"),
        ("Montana", "US", "US-MT"), ("TX", "US", "US-TX"), ("California, USA", "US", "US-CA"), ("Georgia, USA", "US", "US-GA"),
        ("Bavaria", "DE", "DE-BY"), ("Bayern", "DE", "DE-BY"), ("de-by", "DE", "DE-BY"), ("Munich, Germany", "DE", "DE-BY"),
        ("Québec", "CA", "CA-QC"), ("Quebec", "CA", "CA-QC"), ("Catalonia", "ES", "ES-CT"), ("Cataluña", "ES", "ES-CT"),
        ("Dubai", "AE", "AE-DU"), ("Paris", "FR", "FR-75C"), ("London, UK", "GB", "GB-LND"), ("Punjab India", "IN", "IN-PB"),
    ],
)  # fmt: skip
def test_a_part_of_a_country_presets_it(text: str, alpha2: str, region: str) -> None:
    found = ATLAS.search(text)
    assert (found.chosen, found.matches[0].alpha2, found.matches[0].region) == (alpha2, alpha2, region)


@pytest.mark.parametrize(
    ("text", "alpha2"),
    [("Bonaire", "BQ"), ("Saba", "BQ"), ("Sint Maarten", "SX"), ("Aruba", "AW"), ("Nouvelle-Calédonie", "NC"),
     ("Puerto Rico", "PR"),
     ("Svalbard", "SJ"), ("Landskapet Åland", "AX"), ("Hong Kong SAR", "HK"), ("Taiwan Sheng", "TW"),
     ("Guyane (française)", "GF")],
)  # fmt: skip
def test_a_territory_is_not_its_parent(text: str, alpha2: str) -> None:
    found = ATLAS.search(text)
    assert found.chosen == alpha2
    assert found.matches[0].region in ("", "BQ-BO", "BQ-SA")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Georgia", ["GE", "US"]), ("Korea", ["KR", "KP"]), ("Congo", ["CD", "CG"]), ("Virgin Islands", ["VI", "VG"]),
        ("Saint Martin", ["MF", "SX"]), ("St. Martin", ["MF", "SX"]), ("Czechoslovakia", ["CZ", "SK"]), ("Punjab", ["IN", "PK"]),
        ("Channel Islands", ["JE", "GG"]), ("Granada", ["GD", "ES"]), ("Crimea", ["UA", "RU"]),
        ("Netherlands Antilles", ["CW", "SX"]),
        ("Europe", ["DE", "GB"]), ("EU", ["DE", "FR"]), ("🇪🇺", ["DE", "FR"]), ("Africa", ["NG", "ET"]),
        ("Scandinavia", ["SE", "DK", "NO"]),
        ("Nigera", ["NE", "NG"]), ("Austra", ["AU", "AT"]), ("Austrlia", ["AU", "AT"]), ("Slovania", ["SI", "SK"]),
        ("Roma", ["RO", "IT"]), ("Zealand", ["NZ", "DK"]),
    ],
)  # fmt: skip
def test_what_may_mean_several_places_leads_to_a_question(text: str, first: list[str]) -> None:
    assert chooses(text) is None
    assert offers(text)[: len(first)] == first


@pytest.mark.parametrize(
    ("text", "alpha2", "others"),
    [
        ("Guinea", "GN", {"GW", "GQ", "PG"}), ("Ireland", "IE", {"GB"}), ("Samoa", "WS", {"AS"}), ("Niger", "NE", {"NG"}),
        ("Dominica", "DM", {"DO"}), ("Sudan", "SD", {"SS"}), ("CA", "CA", {"US"}), ("IN", "IN", {"US"}),
    ],
)  # fmt: skip
def test_an_exact_name_is_chosen_and_its_neighbours_are_offered(text: str, alpha2: str, others: set[str]) -> None:
    assert chooses(text) == alpha2
    assert others <= set(offers(text))


@pytest.mark.parametrize(("text", "alpha2"), [("Oman", "OM"), ("Mali", "ML"), ("Island", "IS"), ("Cuba", "CU"), ("India", "IN")])
def test_a_short_name_is_not_lost_in_longer_ones(text: str, alpha2: str) -> None:
    assert chooses(text) == alpha2


@pytest.mark.parametrize(
    ("text", "alpha2"),
    [("Germ", "DE"), ("Engl", "GB"), ("Deutsch", "DE"), ("Calif", "US"), ("Росс", "RU"), ("Austral", "AU"),
     ("Ger", "DE"), ("Jap", "JP"),
     ("Lanka", "LK"), ("Untied Kingdom", "GB"), ("Germny", "DE"), ("Autsria", "AT"), ("росия", "RU"), ("ivory cost", "CI"),
     ("Unitedkingdom", "GB"), ("Kazakstan", "KZ"), ("Californa", "US")],
)  # fmt: skip
def test_a_beginning_a_word_or_one_typing_error_is_sure_enough(text: str, alpha2: str) -> None:
    assert chooses(text) == alpha2


@pytest.mark.parametrize(
    ("text", "offered"),
    [("Uni", "GB"), ("日", "JP"), ("한", "KR"), ("Netehrlnads", "NL"), ("New", "NZ"), ("us and germany", "DE"),
     ("Chian", "CN"), ("Isla", "IS"), ("the united kingdom of somewhere", "GB"), ("中非", "CF")],
)  # fmt: skip
def test_what_is_less_sure_is_only_offered(text: str, offered: str) -> None:
    found = ATLAS.search(text, limit=20)
    assert found.chosen is None
    assert offered in [match.alpha2 for match in found.matches]


@pytest.mark.parametrize(
    "text",
    ["", " ", "asdfgh", "qqqq", "zz", "12345", "[/", "\0", "\ud800", "\u200b", "😀", "in the middle of nowhere", "de la",
     "x" * 10_000,
     "[bold]" * 2_000, "a b " * 3_000, "US-ZZ", "-", "🏴", "the"],
)  # fmt: skip
def test_nonsense_finds_nothing(text: str) -> None:
    assert ATLAS.search(text) == PlaceSearchResult(text, (), None)


def test_a_match_tells_under_which_name_it_was_found() -> None:
    assert ATLAS.search("Holland").matches[0] == PlaceMatch("NL", "Netherlands", via="Holland")
    assert ATLAS.search("bayern").matches[0] == PlaceMatch("DE", "Germany", region="DE-BY", via="Bayern")
    assert ATLAS.search("netherlands").matches[0] == PlaceMatch("NL", "Netherlands")
    assert ATLAS.search("DE").matches[0] == PlaceMatch("DE", "Germany")


def test_each_country_is_offered_once_and_never_more_than_asked_for() -> None:
    assert len(offers("Europe", limit=100)) == len(set(offers("Europe", limit=100))) > 40
    assert len(offers("a")) == 8
    assert ATLAS.search("Germany", limit=0) == PlaceSearchResult("Germany", (), None)


def test_a_region_is_named_only_when_it_is_the_only_one() -> None:
    assert [match.region for match in ATLAS.search("North Carolina").matches] == ["US-NC"]
    found = next(match for match in ATLAS.search("Miss").matches if match.alpha2 == "US")
    assert found.region == ""  # Mississippi or Missouri


@given(
    st.text(max_size=40)
    | st.sampled_from(sorted(NAMES.values())).flatmap(lambda name: st.text(max_size=3).map(lambda extra: name + extra)),
    st.sampled_from(["", "DE", "US", "XK", "ZZ"]),
)
@settings(deadline=None, max_examples=300, database=None)
def test_whatever_is_typed_the_choice_is_among_the_offers(text: str, guess: str) -> None:
    found = ATLAS.search(text, guess=guess)
    assert found.text == text
    assert found.chosen is None or found.chosen == found.matches[0].alpha2
    assert all(NAMES[match.alpha2] == match.name for match in found.matches)
    assert found == ATLAS.search(text, guess=guess)


def test_it_works_on_the_places_it_was_given_alone() -> None:
    small = PlaceSearch({"AT": "Austria", "DE": "Germany"}, [Alias("Gaul", ("FR",)), Alias("Reich", ("AT", "DE", "FR"))])
    assert small.search("Autriche").chosen == "AT"
    assert small.search("Australia").chosen is None
    assert small.search("France").matches == small.search("Gaul").matches == ()
    assert [match.alpha2 for match in small.search("Reich").matches] == ["AT", "DE"]


def test_typing_is_never_slowed_down() -> None:
    """A generous bound, so that only a change of kind can break it: a key may take 10 ms on a quiet machine."""
    ATLAS.preload()
    keys = ["United Kingdom of Great Britain"[:length] for length in range(1, 31)] + ["s", "é", "a b " * 200, "zzzzzzzzzz"]
    start = time.thread_time()
    for text in keys:
        ATLAS.search(text)
    assert (time.thread_time() - start) / len(keys) < 0.05
