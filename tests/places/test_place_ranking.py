"""Which place comes first, which is chosen, and what stays open: likely places lead, and the computer's country breaks ties."""

import pytest

from wizard.places import PlaceSearchResult
from wizard.places.place_search import PlaceSearch

from .test_place_search import ALIASES, ATLAS, NAMES, REGIONS


def places(found: PlaceSearchResult) -> list[str]:
    """The codes of the matches: a region where one was meant, else the country."""
    return [match.region or match.alpha2 for match in found.matches]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("tex", ["US-TX"]), ("texa", ["US-TX"]), ("Texs", ["US-TX"]), ("bav", ["DE-BY"]), ("Bavria", ["DE-BY"]),
        ("flor", ["US-FL"]), ("ont", ["CA-ON"]), ("queb", ["CA-QC"]), ("lon", ["GB-LND"]), ("mun", ["DE-BY"]),
        ("ber", ["DE-BE"]), ("ham", ["DE-HH"]), ("cal", ["US-CA"]), ("miss", ["US"]), ("colo", ["CO"]),
        ("nor", ["NO"]), ("fra", ["FR"]), ("uni", ["US", "GB"]), ("chi", ["CN", "CL"]), ("slov", ["SK", "SI"]),
        ("zea", ["NZ"]), ("par", ["PY"]), ("irla", ["IE"]), ("ind", ["IN"]), ("mex", ["MX"]), ("arge", ["AR"]), ("pol", ["PL"]),
        ("sve", ["SE"]), ("norg", ["NO"]), ("tysk", ["DE"]), ("alle", ["DE"]), ("spani", ["ES"]),
        ("герм", ["DE"]), ("росс", ["RU"]), ("укра", ["UA"]), ("ελλά", ["GR"]), ("フラン", ["FR"]), ("독일", ["DE"]),
    ],
)  # fmt: skip
def test_likely_places_lead(text: str, first: list[str]) -> None:
    assert places(ATLAS.search(text))[: len(first)] == first


@pytest.mark.parametrize("text", ["tex", "texa", "texas"])
def test_texas_is_never_vatican_city(text: str) -> None:
    """Its Kurdish name begins so, but of a thousand people few write Kurdish."""
    found = ATLAS.search(text, limit=250)
    assert (found.chosen, found.matches[0].region) == ("US", "US-TX")
    assert "VA" not in [match.alpha2 for match in found.matches]


def test_rio_finds_rio_de_janeiro_and_brazil() -> None:
    """The states of Brazil are named beside it, the largest first."""
    match = ATLAS.search("rio").matches[0]
    assert (match.alpha2, match.name) == ("BR", "Brazil")
    assert match.via.split(", ")[0] == "Rio de Janeiro"
    assert "Rio Grande do Sul" in match.via
    assert places(ATLAS.search("Rio de Janeiro"))[0] == "BR-RJ"


@pytest.mark.parametrize(
    ("text", "guess", "chosen", "first"),
    [
        ("bay", "", None, "DE-BY"), ("bay", "DE", "DE", "DE-BY"), ("bay", "SO", None, "SO-BY"), ("bay", "TR", None, "TR-69"),
        ("new", "", None, "US"), ("new", "NZ", "NZ", "NZ"), ("aus", "AT", "AU", "AU"), ("slov", "SI", "SI", "SI"),
        ("Roma", "IT", None, "IT-RM"), ("Roma", "", None, "RO"), ("Nidwalden", "", None, "CH-NW"),
        ("Nidwalden", "CH", "CH", "CH-NW"),
        # What belongs to several places stays open: the guess only comes first.
        ("Georgia", "US", None, "US-GA"), ("Georgia", "GE", None, "GE"), ("Korea", "KP", None, "KP"),
        ("Punjab", "PK", None, "PK-PB"), ("Congo", "CG", None, "CG"), ("Saint Martin", "SX", None, "SX"),
        # A guess is no reason to overlook what was typed.
        ("France", "DE", "FR", "FR"), ("DE", "US", "DE", "DE"), ("Texas", "DE", "US", "US-TX"), ("Polen", "AT", "PL", "PL"),
        ("tex", "VA", "US", "US-TX"), ("ind", "US", "IN", "IN"),
    ],
)  # fmt: skip
def test_the_country_of_the_computer_breaks_ties(text: str, guess: str, chosen: str | None, first: str) -> None:
    found = ATLAS.search(text, guess=guess)
    assert (found.chosen, places(found)[0]) == (chosen, first)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Georgia", {"GE", "US-GA"}), ("Congo", {"CD", "CG"}), ("Kongo", {"CD", "CG"}), ("刚果", {"CD", "CG"}),
        ("Korea", {"KR", "KP"}), ("Corée", {"KR", "KP"}), ("Saint Martin", {"MF", "SX"}), ("St. Martin", {"MF", "SX"}),
        ("Virgin Islands", {"VI", "VG"}), ("Channel Islands", {"JE", "GG"}),
        ("Punjab", {"IN-PB", "PK-PB"}), ("Limburg", {"NL-LI", "BE-VLI"}), ("Granada", {"GD", "ES-GR"}),
        ("Valencia", {"ES-VC", "VE-G"}), ("Cali", {"US-CA", "CO-VAC"}), ("Hamilton", {"BM", "CA-ON", "NZ-WKO"}),
        ("Salvador", {"SV", "BR-BA"}), ("Kingston", {"JM", "NF"}), ("San Juan", {"PR", "AR-J"}), ("Crimea", {"UA", "RU"}),
        ("Jerusalem", {"IL", "PS"}), ("Kashmir", {"IN", "PK"}), ("Ulster", {"GB-NIR", "IE"}), ("Zealand", {"NZ", "DK-85"}),
        ("Czechoslovakia", {"CZ", "SK"}), ("Borneo", {"ID", "MY", "BN"}), ("Formosa", {"TW", "AR-P"}),
    ],
)  # fmt: skip
def test_a_name_of_several_places_offers_all_and_chooses_none(text: str, meant: set[str]) -> None:
    found = ATLAS.search(text)
    assert found.chosen is None
    assert meant <= set(places(found))


@pytest.mark.parametrize(
    ("text", "chosen", "others"),
    [
        ("Ireland", "IE", {"GB"}), ("Northern Ireland", "GB", set()), ("Guinea", "GN", {"GW", "GQ", "PG"}),
        ("Samoa", "WS", {"AS"}), ("Macedonia", "MK", set()), ("North Macedonia", "MK", set()), ("Niger", "NE", {"NG"}),
        ("Dominica", "DM", {"DO"}), ("Sudan", "SD", {"SS"}), ("Luxembourg", "LU", set()), ("Jersey", "JE", {"US-NJ"}),
        ("New Jersey", "US", set()), ("China", "CN", {"TW"}), ("North Korea", "KP", set()), ("Isle of Man", "IM", set()),
        ("Washington", "US", set()), ("New York", "US", set()), ("Mexico", "MX", {"US-NM"}),
    ],
)  # fmt: skip
def test_a_full_name_is_chosen_and_its_neighbours_are_offered(text: str, chosen: str, others: set[str]) -> None:
    found = ATLAS.search(text)
    assert found.chosen == chosen
    assert others <= set(places(found))


@pytest.mark.parametrize(
    ("code", "meant"),
    [
        ("UK", "GB"), ("EL", "GR"), ("FX", "FR"), ("DD", "DE"), ("DDR", "DE"), ("TP", "TL"), ("TMP", "TL"), ("ZR", "CD"),
        ("ZAR", "CD"), ("BU", "MM"), ("BUR", "MM"), ("HV", "BF"), ("DY", "BJ"), ("RH", "ZW"), ("YD", "YE"), ("VD", "VN"),
        ("WK", "UM"), ("PZ", "PA"), ("AC", "SH-AC"), ("TA", "SH-TA"), ("DG", "IO"), ("IC", "ES-CN"), ("CP", "FR-CP"),
        ("CQ", "GG"), ("EA", "ES"), ("MI", "US-MI"), ("NH", "US-NH"), ("CT", "US-CT"),
    ],
)  # fmt: skip
def test_reserved_and_withdrawn_codes_are_known(code: str, meant: str) -> None:
    found = ATLAS.search(code)
    assert (found.chosen, places(found)[0]) == (meant.partition("-")[0], meant)


@pytest.mark.parametrize(
    ("code", "first"),
    [("SU", ["RU", "UA"]), ("SUN", ["RU", "UA"]), ("YU", ["RS", "HR"]), ("YUG", ["RS", "HR"]), ("AN", ["CW", "SX", "BQ"]),
     ("CS", ["CZ", "SK"]), ("SCG", ["RS", "ME"]), ("NT", ["AU-NT", "CA-NT"]), ("PC", ["FM", "MH"])],
)  # fmt: skip
def test_the_code_of_a_state_that_broke_up_leads_to_a_question(code: str, first: list[str]) -> None:
    found = ATLAS.search(code)
    assert found.chosen is None
    assert places(found)[: len(first)] == first


def test_a_withdrawn_code_in_small_letters_may_be_the_beginning_of_a_name() -> None:
    """Of Bulgaria, Burundi or Burkina Faso; with capitals a code is meant."""
    found = ATLAS.search("bu")
    assert found.chosen is None
    assert {"MM", "BG", "BF", "BI"} <= {match.alpha2 for match in found.matches}
    assert ATLAS.search("BU").chosen == "MM"
    assert ATLAS.search("uk").chosen == "GB"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Crete", "GR-M"), ("Κρήτη", "GR-M"), ("Rhodes", "GR-L"), ("Mallorca", "ES-IB"), ("Teneriffa", "ES-CN"),
        ("Kanaren", "ES-CN"), ("カナリア諸島", "ES-CN"), ("Ceuta", "ES-CE"), ("Madeira", "PT-30"), ("Corsica", "FR-20R"),
        ("Bora Bora", "PF"), ("Tahiti", "PF"), ("Clipperton", "FR-CP"), ("Isle of Wight", "GB-IOW"), ("Orkney", "GB-ORK"),
        ("Sark", "GG"), ("Alderney", "GG"), ("Man", "IM"), ("Ascension", "SH"), ("Tristan da Cunha", "SH"), ("Bali", "ID-BA"),
        ("Okinawa", "JP-47"), ("Hawaii", "US-HI"), ("Maui", "US-HI"), ("Tasmania", "AU-TAS"), ("Zanzibar", "TZ"),
        ("Saba", "BQ-SA"), ("Saint Croix", "VI"), ("Saipan", "MP"), ("Bougainville", "PG-NSB"), ("Diego Garcia", "IO"),
        ("Douglas", "IM"), ("St. Helier", "JE"), ("St Peter Port", "GG"), ("Nuuk", "GL"), ("Tórshavn", "FO"),
        ("Mariehamn", "AX"), ("Longyearbyen", "SJ"), ("Willemstad", "CW"), ("Philipsburg", "SX"), ("Papeete", "PF"),
        ("Nouméa", "NC"), ("Cayenne", "GF"), ("Fort-de-France", "MQ"), ("Mamoudzou", "YT"), ("Pago Pago", "AS"),
        ("Charlotte Amalie", "VI"), ("Road Town", "VG"), ("Port Stanley", "FK"), ("Jamestown", "SH-HL"), ("Alofi", "NU"),
        ("Avarua", "CK"), ("Grytviken", "GS"), ("Pristina", "XK"), ("Ramallah", "PS"), ("El Aaiún", "EH"), ("Kowloon", "HK"),
        ("England", "GB-ENG"), ("イングランド", "GB-ENG"), ("İskoçya", "GB-SCT"), ("Ουαλία", "GB-WLS"),
    ],
)  # fmt: skip
def test_parts_of_countries_that_people_name_instead(text: str, meant: str) -> None:
    found = ATLAS.search(text)
    assert (found.chosen, places(found)[0]) == (meant.partition("-")[0], meant)


@pytest.mark.parametrize(
    ("text", "alpha2"),
    [
        ("Tyskland", "DE"), ("Saksa", "DE"), ("Németország", "DE"), ("Niemcy", "DE"), ("Njemačka", "DE"), ("Đức", "DE"),
        ("เยอรมนี", "DE"), ("გერმანია", "DE"), ("Գերմանիա", "DE"), ("ドイツ", "DE"), ("독일", "DE"), ("德國", "DE"),
        ("जर्मनी", "DE"), ("ஜெர்மனி", "DE"), ("జర్మనీ", "DE"), ("ጀርመን", "DE"), ("Γερμανία", "DE"), ("آلمان", "DE"),
        ("גרמניה", "DE"), ("ⴰⵍⵎⴰⵏⵢⴰ", "DE"), ("ᎠᏂᏛᏥ", "DE"), ("ꕧꕮꔧ", "DE"), ("𐐖𐐲𐑉𐑋𐐲𐑌𐐨", "DE"),
        ("འཇར་མན་", "DE"), ("ជប៉ុន", "JP"), ("ဂျပန်", "JP"),
        ("ඉන්දියාව", "IN"), ("ভারত", "IN"), ("ભારત", "IN"), ("ʻAmelika Hui Pū ʻIa", "US"),
        ("𞤔𞤫𞤪𞤥𞤢𞤲𞤭𞥅", "DE"), ("Ubudage", "DE"), ("Tiamana", "DE"), ("Ujerumani", "DE"),
        ("UK", "GB"), ("Britain", "GB"), ("Bundesrepublik Deutschland", "DE"), ("Federal Republic of Germany", "DE"),
        ("République française", "FR"), ("Hellenic Republic", "GR"), ("DPR Korea", "KP"), ("Aotearoa", "NZ"),
    ],
)  # fmt: skip
def test_names_in_many_languages_and_scripts(text: str, alpha2: str) -> None:
    assert ATLAS.search(text).chosen == alpha2


@pytest.mark.parametrize(
    ("text", "alpha2"),
    [
        ("Gemany", "DE"), ("Deutchland", "DE"), ("Swizerland", "CH"), ("Untied States", "US"), ("Brasil", "BR"), ("Brazl", "BR"),
        ("Philipines", "PH"), ("Columbia", "CO"), ("Porugal", "PT"), ("Nederlnd", "NL"), ("Hambrug", "DE"), ("Californa", "US"),
        ("Texsa", "US"), ("Scotlnad", "GB"), ("Германя", "DE"), ("Kazachstan", "KZ"), ("Newzealand", "NZ"),
    ],
)  # fmt: skip
def test_one_typing_error_is_forgiven(text: str, alpha2: str) -> None:
    assert ATLAS.search(text).chosen == alpha2


@pytest.mark.parametrize("code", sorted(REGIONS))
def test_each_region_that_the_interview_asks_about_is_found_by_its_names(code: str) -> None:
    """`Bavaria (Bayern)` by either name; Georgia stays a question."""
    for name in REGIONS[code].removesuffix(")").split(" ("):
        found = ATLAS.search(name)
        assert found.chosen == (None if code == "US-GA" else code.partition("-")[0]), name
        assert code in places(found), name


@pytest.mark.parametrize("alpha2", sorted(alpha2 for alpha2 in NAMES if alpha2 not in ("AQ", "BV", "HM", "TF", "GS", "IO", "UM")))
def test_five_letters_bring_an_inhabited_country_into_sight(alpha2: str) -> None:
    """Of countries that begin alike, such as the many Saints, the whole first word and two letters of the next one do."""
    name = NAMES[alpha2]
    first, _, rest = name.partition(" ")
    typed = f"{first} {rest[:2]}".strip() if rest else name[:5]
    assert alpha2 in [match.alpha2 for match in ATLAS.search(typed).matches], typed


def test_without_regions_of_an_interview_the_search_works_too() -> None:
    """Then they are regions like others."""
    found = PlaceSearch(NAMES, ALIASES).search("Bayern")
    assert (found.chosen, places(found)) == ("DE", ["DE-BY"])
