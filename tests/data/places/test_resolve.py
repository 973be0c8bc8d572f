"""Districts are found by any spelling, and nothing is found where nothing is named."""

import re

import pytest

from data.places import PLACES, name, resolve, suggest

AGHDARA = "AZ-X-AGHDARA"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Füzuli", "AZ-FUZ"), ("FÜZULİ", "AZ-FUZ"), ("FUZULI", "AZ-FUZ"), ("Fizuli", "AZ-FUZ"),
        ("Физулинский район", "AZ-FUZ"), ("Физулинского района", "AZ-FUZ"), ("в Физулинском районе", "AZ-FUZ"),
        ("Физули", "AZ-FUZ"), ("Фүзули", "AZ-FUZ"),
        ("Ter-Ter", "AZ-TAR"), ("Ter Ter", "AZ-TAR"), ("Terter", "AZ-TAR"), ("Tartar", "AZ-TAR"),
        ("Tərtər", "AZ-TAR"), ("TƏRTƏR", "AZ-TAR"), ("Tǝrtǝr rayonu", "AZ-TAR"),
        ("Qazax", "AZ-QAZ"), ("Gazakh", "AZ-QAZ"), ("Казахский район", "AZ-QAZ"),
        ("QUBADLI", "AZ-QBI"), ("Qubadlı", "AZ-QBI"), ("qubadli", "AZ-QBI"), ("Ghubat’ly", "AZ-QBI"),
        ("CƏBRAYIL", "AZ-CAB"), ("cəbrayıl", "AZ-CAB"), ("Ҹәбрајыл", "AZ-CAB"), ("Джебраил", "AZ-CAB"),
        ("İmişli", "AZ-IMI"), ("IMISHLI", "AZ-IMI"), ("imişli", "AZ-IMI"),
        ("Kəlbəcər rayonu", "AZ-KAL"), ("Кельбаджарский р-н", "AZ-KAL"), ("Kel'badzhar", "AZ-KAL"),
        ("Aghdam", "AZ-AGM"), ("Ağdam r.", "AZ-AGM"), ("Aghdam district, Azerbaijan", "AZ-AGM"),
        ("Aghdam-distriktet", "AZ-AGM"), ("Chamanli, Aghdam", "AZ-AGM"), (" aghdam ", "AZ-AGM"),
        ("Aghdаm", "AZ-AGM"),  # the second a is Cyrillic
        ("Aгдaм", "AZ-AGM"),  # the a's are Latin
        ("AZ-AGM", "AZ-AGM"), ("az-agm", "AZ-AGM"), ("AZ_AGM", "AZ-AGM"), ("AGM", "AZ-AGM"),
        ("Xocavənd r-nu", "AZ-XVD"), ("Khojavend (Martuni)", "AZ-XVD"), ("Fuzuli (Fizuli)", "AZ-FUZ"),
        ("Aghdara", AGHDARA), ("Ağdərə", AGHDARA), ("Агдере", AGHDARA),
        # a city and a district of one name: the district, unless the text says city
        ("Lankaran", "AZ-LAN"), ("Ленкорань", "AZ-LAN"), ("Lənkəran şəhəri", "AZ-LA"), ("LƏNKƏRAN ŞƏHƏRİ", "AZ-LA"),
        ("Şəki", "AZ-SAK"), ("Sheki city", "AZ-SA"), ("Yevlakh", "AZ-YEV"), ("Yevlax şəhəri", "AZ-YE"),
        ("Khankendi", "AZ-XA"), ("Xankəndi şəhəri", "AZ-XA"), ("Shusha", "AZ-SUS"), ("Shusha city", "AZ-SUS"),
        ("Nakhchivan", "AZ-NX"), ("Nakhchivan city", "AZ-NV"), ("г. Баку", "AZ-BA"),
    ],
)  # fmt: skip
def test_every_spelling_leads_to_its_district(text: str, code: str) -> None:
    assert resolve(text).code == code


@pytest.mark.parametrize(
    "text", ["", "  ", "-", "unknown", "Oslo", "Aghdam and Fuzuli", "Aghdam/Fuzuli", "12", "Karabakh"]
)
def test_nothing_is_found_where_no_single_district_is_named(text: str) -> None:
    assert resolve(text) is None


@pytest.mark.parametrize("code", PLACES)
def test_each_place_is_found_by_its_code_its_names_and_every_spelling_of_its_own(code: str) -> None:
    place = PLACES[code]
    twins = {other for other in PLACES if set(PLACES[other].spellings) & set(place.spellings)}
    assert resolve(code) is place
    for text in (*place.names.values(), *place.spellings):
        assert resolve(text) is place or resolve(text).code in twins, text


@pytest.mark.parametrize("text", ["Aghdamm", "Fuzulli", "Kalbajarr"])
def test_a_misspelling_is_only_a_suggestion(text: str) -> None:
    assert resolve(text) is None
    assert suggest(text).names["en"].startswith(text[:5])


def test_a_far_word_is_not_even_suggested() -> None:
    assert suggest("Copenhagen") is None


@pytest.mark.parametrize(
    ("code", "language", "expected"),
    [
        ("AZ-AGM", "nb", "Aghdam"), ("AZ-AGM", "az", "Ağdam"), ("AZ-NX", "nb", "Nakhitsjevan (autonom republikk)"),
        ("AZ-LA", "nb", "Lankaran (by)"), ("AZ-LA", "en", "Lankaran (city)"), ("AZ-BA", "en", "Baku"),
        ("Hadrut region", "nb", "Hadrut region"),
    ],
)  # fmt: skip
def test_names(code: str, language: str, expected: str) -> None:
    assert name(code, language) == expected


def test_names_are_distinct_in_each_language() -> None:
    for language in ("nb", "en", "az"):
        assert len({place.names[language] for place in PLACES.values()}) == len(PLACES) == 79


def test_the_new_district_cannot_be_taken_for_an_iso_code() -> None:
    assert not re.fullmatch(r"[A-Z]{2}-[A-Z0-9]{1,3}", AGHDARA)
    assert PLACES[AGHDARA].valid_from.isoformat() == "2023-12-05"
    assert all(place.valid_from is None for place in PLACES.values() if place.code != AGHDARA)


def test_every_centre_lies_in_azerbaijan() -> None:
    assert all(38 < place.lat < 42 and 44 < place.lon < 51 for place in PLACES.values())
