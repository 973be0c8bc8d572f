"""Headings in every language say what their columns hold: the role, whom a count covers, and what is no count."""

import json
import os
from pathlib import Path

import pytest

from data.fields import FIELDS
from data.intake.mapping.headings import NO_PEOPLE, OTHER_PEOPLE, roles, roles_of_tag
from tests.data.intake.mapping.headings_of_registers import MEANINGS, NAMES_OF_PLACES, QUALIFIED


@pytest.mark.parametrize(("heading", "field"), MEANINGS)
def test_what_a_heading_most_likely_means(heading: str, field: str) -> None:
    assert roles(heading)[0].field == field


@pytest.mark.parametrize(
    "heading", ["", "   ", "—", "type_of_violence", "Migration route", "gwnoa", "side_a", "codigodanemunicipio"]
)
def test_headings_that_say_nothing_to_us(heading: str) -> None:
    assert roles(heading) == []


@pytest.mark.parametrize(("heading", "field", "qualifiers"), QUALIFIED)
def test_what_the_other_words_of_a_heading_add(heading: str, field: str, qualifiers: dict[str, str]) -> None:
    best = roles(heading)[0]
    assert (best.field, best.qualifiers) == (field, qualifiers)


@pytest.mark.parametrize(
    ("heading", "fields"),
    [
        ("Status", {"outcome", "status"}), ("Killed/Injured", {"outcome", "total"}),
        ("Source", {"source_url", "reported_in"}),
        ("Address", {"personal", "place"}), ("ID", {"record_id", "incident_id"}), ("Region", {"district", "place"}),
        ("Casualty_Class", {"outcome", "status"}),
    ],
)  # fmt: skip
def test_a_heading_of_several_meanings_gives_them_all(heading: str, fields: set[str]) -> None:
    assert fields <= {role.field for role in roles(heading)}


@pytest.mark.parametrize("heading", NAMES_OF_PLACES)
def test_the_name_of_a_place_is_not_personal(heading: str) -> None:
    assert "personal" not in {role.field for role in roles(heading)}


@pytest.mark.parametrize("heading", ["Víctima", "Victim", "الضحية", "Потерпевший", "נפגע", "Vítima", "Víctima mortal"])
def test_a_heading_that_may_hold_names_says_so_without_being_sure(heading: str) -> None:
    meant = {role.field: role.score for role in roles(heading)}
    assert meant.get("personal", 0) <= 0.5
    assert ("personal" in meant) == (heading != "Víctima mortal")


@pytest.mark.parametrize(
    ("field", "headings"),
    [
        ("killed", "Fallecido|Occiso|Falecido|Difunt|قتيل|شهيد|הרוג|Погибший|Загиблий"),
        ("injured", "Herido|Lesionado|Ferido|Ferit|مصاب|Раненый"), ("total", "Victim|Víctima|ضحية|נפגע"),
    ],
)  # fmt: skip
def test_a_word_for_one_person_is_first_of_all_a_count(field: str, headings: str) -> None:
    assert [roles(heading)[0].field for heading in headings.split("|")] == [field] * len(headings.split("|"))


@pytest.mark.parametrize("heading", ["conflict_name", "Hospital name", "dyad_name"])
def test_the_name_of_something_else_is_doubtful(heading: str) -> None:
    best = roles(heading)[0]
    assert best.field == "personal"
    assert best.score < 0.5


def test_what_stands_in_the_lists_is_surest_and_unknown_words_make_doubtful() -> None:
    scores = [roles(heading)[0].score for heading in ("Killed", "Civilians killed", "Killed xyz", "Killed xyz abc")]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)
    assert roles("deaths_a")[0].rest == ("a",)


@pytest.mark.parametrize("field", [field for field in FIELDS if field.hxl], ids=lambda field: field.key)
def test_our_own_hashtags_come_back_as_our_fields(field) -> None:
    expected = {"date_text": "date", "district_text": "district", "device_text": "device", "activity_text": "activity",
                "stated_total": "total", "n": "affected", "n_min": "affected", "n_max": "affected"}  # fmt: skip
    assert roles_of_tag(field.hxl)[0].field == expected.get(field.key, field.key)


@pytest.mark.parametrize(
    ("tag", "field", "qualifiers"),
    [
        ("#affected+killed", "killed", {}), ("#affected + killed + f", "killed", {"sex": "female"}),
        ("#AFFECTED+Injured+civilian", "injured", {"status": "civilian"}),
        ("#affected+killed+children", "killed", {"age_group": "child"}),
        ("#affected+military+killed", "killed", {"status": "military_security"}), ("#affected+killed+pct", "rate", {}),
        ("#affected+killed+min", "killed", {"bound": "min"}), ("#affected+idps", "displaced", {}),
        ("#affected", "affected", {}),
        ("#date", "date", {}), ("#date+start", "date_from", {}), ("#date+end", "date_to", {}),
        ("#date+year", "year", {}),
        ("#date+year+start", "year", {"edge": "start"}), ("#date+reported", "date", {"date_role": "reported"}),
        ("#adm1+name", "district", {"form": "name", "level": "region"}), ("#adm2+code", "district", {"form": "code"}),
        ("#geo+lat", "latitude", {}), ("#contact+phone", "personal", {}), ("#population", "population", {}),
    ],
)  # fmt: skip
def test_hashtags(tag: str, field: str, qualifiers: dict[str, str]) -> None:
    best = roles_of_tag(tag)[0]
    assert (best.field, best.qualifiers, best.score) == (field, qualifiers, 1.0)


@pytest.mark.parametrize("tag", ["", "Killed", "# killed", "#group+name", "#sector", "#"])
def test_what_is_no_hashtag_of_ours_says_nothing(tag: str) -> None:
    assert roles_of_tag(tag) == []


SHARED = os.environ.get("MINETALL_SHARED")


@pytest.mark.skipif(not SHARED, reason="MINETALL_SHARED is not set")
def test_published_files_count_as_casualties_what_is_counted_in_them_and_nothing_else() -> None:
    published = json.loads((Path(SHARED) / "real_spreadsheets/expected.json").read_text(encoding="utf-8"))
    for name, file in published.items():
        outcome = file.get("outcome") or {}
        counted = {*(outcome.get("killed") or []), *(outcome.get("injured") or [])} - {
            "best"
        }  # named by its hashtag only
        for heading in file.get("columns") or []:
            best = (roles(heading) or [None])[0]
            is_count = best is not None and best.field in ("killed", "injured") and not best.qualifiers.get("also")
            assert is_count or heading not in counted, (name, heading)
            if heading not in counted and not heading.startswith("deaths_"):
                assert not is_count, (name, heading)
            if best is not None and best.field in (*OTHER_PEOPLE, *NO_PEOPLE):
                assert heading not in counted
