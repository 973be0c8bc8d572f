"""Headings in every language say what their columns hold: the role, whom a count covers, and what is no count."""

import json
import os
from pathlib import Path

import pytest

from data.fields import FIELDS
from data.intake.mapping.headings import NO_PEOPLE, OTHER_PEOPLE, roles, roles_of_tag

# role -> headings, divided by bars, that must have it as their likeliest meaning.
HEADINGS = {
    "killed": "Killed|Dead|Deaths|Fatalities (F)|KIA|Number of Dead|# killed|n_killed|Total killed|Killed total|"
              "Həlak olanların sayı|"
              "həlak olub|Ölənlər|Drepte|Antall drepte|Omkomne|Døde|Погибло|Погибшие|Количество погибших|Убито|Muertos|"
              "Fallecidos|Mortos|Numero_morts|Fatally injured|Кilled|HƏLAK OLAN|Verified deaths|Killed in accidents",
    "injured": "Injured|Wounded|WIA|Non-fatally Injured (I)|no. of wounded|Injured by mines|Xəsarət alanlar|"
               "Yaralananlar|Skadde|Skadet|"
               "Såret|Ранено|Раненые|Число раненых|Heridos|Número de heridos|Feridos|Numero_lesionats_lleus",
    "total": "Total|Casualties|casualities|Victims|Direct Victims \u00a0 (V = F + I)|Total casualties|"
             "Killed and injured|Cəmi|"
             "Mina qurbanları|Totalt|Sum|I alt|Mineofre|Drepte og skadde|Всего|Итого|Жертвы|Víctimas|Numero_victimes",
    "missing": "Missing|Total Number of Dead and Missing|Пропавшие без вести|Savnet|İtkin düşənlər|Killed and missing",
    "survivors": "Survivors|Number of Survivors|Uninjured|Uskadde",
    "displaced": "IDPs|Displaced persons|Refugees(UNHCR)|People Affected - IDPs|Беженцы",
    "arrested": "Arrested|Detained|Задержанные",
    "affected": "People Affected(Flash Appeal)|People in Need(Flash Appeal)|Number of People Reached",
    "rate": "Killed per 100 000|Drepte per 100 000 innbyggere|% killed|"
            "Fatalities Ratio: number of unscathed nationals for every fatality|"
            "Percent change in deaths|Average age|Ölənlərin faizi|Процент погибших|Death rate|Case fatality rate",
    "population": "Population|Total Population(Flash Appeal)|Country’s population on the year of the attack (P)|"
                  "Folketall|Əhali",
    "incidents": "Number of accidents|Incidents|Antall ulykker|Hadisələrin sayı|Количество инцидентов",
    "objects": "Houses destroyed|Numero_vehicles_implicats|Number of Organisations|Vehicle_Reference",
    "date": "Date|Incident date|DateOfIncident|Date (DD/MM/YYYY)|Tarix|Hadisənin tarixi|Dato|Ulykkesdato|Дата|"
            "Дата инцидента|Fecha|"
            "Data|As of|Per|По состоянию на|Tarixinə|Report date|Date of death|Period|Dövr|Month/Year|Year-Month",
    "date_from": "From|Period from|date_start|Start date|Date of first attack|Başlanğıc|Dövrün əvvəli|Fra|Periode fra|"
                 "С|Desde",
    "date_to": "To|Until|Period to|date_end|Date of last attack|Son|Dövrün sonu|Til|Periode til|По|Hasta",
    "since": "Since|Bəri|Siden|С момента",
    "date_entered": "Change log (Date) – GMT +12 (DD/MM/YYYY)|Date of entry|Timestamp|Last updated|Registreringsdato|"
                    "Дата печати",
    "date_precision": "Date precision|date_prec|Datopresisjon|Tarixin dəqiqliyi|Точность даты",
    "year": "Year|Incident year|start_year|ano|Año|Any|År|İl|Год",
    "month": "Month|Reported Month|Nom_mes|Mes_any|Måned|Ay|Месяц|mes",
    "day": "Day|Dia_mes|Dag|Gün|День",
    "time": "Hora_dia|Time of day|Descripcio_dia_setmana|Klokkeslett|Saat",
    "district": "District|adm_2|Region|Rayon|Rayonun adı|Distrikt|Район|Municipio|departamento|Nom_districte|"
                "Codi_districte",
    "place": "Place|Village|Location of death|Village name|Incident address|sitio|Kənd|Sted|Место|Ubicación|Nom_carrer",
    "latitude": "Latitude|lat|latitudcabecera|Breddegrad|Широта",
    "longitude": "Longitude|lon|longitudcabecera|Lengdegrad|Долгота",
    "coordinates": "Coordinates|geom_wkt|Coordenada_UTM_X|Koordinater",
    "country": "Country|iso3|Land|Страна",
    "outcome": "Outcome|Casualty_Severity|estado|Utfall|Nəticə|Исход|Injury type",
    "status": "Victim status|condicion|Occupation|Offerets status|Zərərçəkənin statusu|Статус пострадавшего",
    "sex": "Sex|Gender|Sex_of_Casualty|genero|Kjønn|Cinsi|Пол",
    "age": "Age|Age_of_Casualty|Alder|Yaşı|Возраст|Casualty age",
    "age_group": "Age group|AgeGroup|rangoedad|Aldersgruppe|Yaş qrupu|Возрастная группа",
    "device": "Device|Mine type|tipoevento|Cause of Death|Innretning|Qurğu|Устройство|Тип мины",
    "activity": "Activity|Actividad|What was the victim doing?|Aktivitet|Fəaliyyət|Деятельность",
    "confidence": "Confidence|Source Quality|event_clarity|Sikkerhet|Etibarlılıq|Достоверность",
    "in_official_scope": "In scope of the official count|Innenfor den offisielle tellingen|Rəsmi saya daxildir|"
                         "Входит в официальный подсчет",
    "scope": "Scope|Omfang|Əhatə|Охват",
    "counted_by": "Counted by|Talt av|Hesablayan qurum|Кем подсчитано",
    "reported_in": "Reported in|Information Source|source_office|Omtalt i|Məlumat verən|СМИ",
    "source": "Source|source_article|Kilde|Mənbə|Источник|Fuente",
    "source_url": "URL|Source URL|Link|FTS URL|Lenke|Ссылка",
    "incident_id": "Incident ID|Accident_Index|Main ID|Numero_expedient|Ulykkesnummer|Номер инцидента",
    "record_id": "ID|Casualty_Reference|Casualty ID|Løpenummer|Номер записи",
    "note": "Note|Comments|Article title|source_headline|Merknad|Qeyd|Примечание|Observaciones",
    "personal": "Name|Victim name|Full Name|Names of killed|Father's name|Passport No.|Phone|E-mail|Address|"
                "Home address|National ID|DOB|"
                "Date of birth|Next of kin|Contact person|Ad|Soyad|Ata adı|Doğum tarixi|Telefon nömrəsi|FİN|Ünvan|"
                "Navn|Etternavn|"
                "Fødselsdato|Fødselsnummer|Telefonnummer|Adresse|ФИО|Фамилия|Имя|Дата рождения|Телефон|Паспорт|Nombre|"
                "Apellidos|"
                "Cédula|Teléfono|grupoetnico|Nome|Telefone|Nom i cognoms",
}  # fmt: skip
TABLE = [(field, heading) for field, text in HEADINGS.items() for heading in text.split("|")]


@pytest.mark.parametrize(("field", "heading"), TABLE)
def test_what_a_heading_most_likely_means(field: str, heading: str) -> None:
    assert roles(heading)[0].field == field


@pytest.mark.parametrize(
    "heading", ["", "   ", "—", "type_of_violence", "Migration route", "gwnoa", "side_a", "codigodanemunicipio"]
)
def test_headings_that_say_nothing_to_us(heading: str) -> None:
    assert roles(heading) == []


@pytest.mark.parametrize(
    ("heading", "field", "qualifiers"),
    [
        ("Civilians killed", "killed", {"status": "civilian"}), ("deaths_civilians", "killed", {"status": "civilian"}),
        ("Killed (civilians)", "killed", {"status": "civilian"}), ("killedCivilian", "killed", {"status": "civilian"}),
        ("KILLED CİVİLİAN", "killed", {"status": "civilian"}),
        ("Military injured", "injured", {"status": "military_security"}),
        ("Civilian casualities(OHCHR) - Killed", "killed", {"status": "civilian"}),
        ("Civilian casualities(OHCHR) - Injured", "injured", {"status": "civilian"}),
        ("Mülki şəxslərdən həlak olanlar", "killed", {"status": "civilian"}),
        ("Hərbi qulluqçu yaralanan", "injured", {"status": "military_security"}),
        ("Sivile drepte", "killed", {"status": "civilian"}), ("Drepte sivile", "killed", {"status": "civilian"}),
        ("Militære skadde", "injured", {"status": "military_security"}),
        ("Погибло мирных жителей", "killed", {"status": "civilian"}),
        ("Военнослужащие раненые", "injured", {"status": "military_security"}),
        ("Fallecidos fuerza pública", "killed", {"status": "military_security"}),
        ("Minerydder skadet", "injured", {"status": "mine_action_staff"}),
        ("Deminers killed", "killed", {"status": "mine_action_staff"}),
        ("Police killed", "killed", {"status": "military_security"}), ("Others killed", "killed", {"status": "other"}),
        ("deaths_unknown", "killed", {"status": "unknown"}), ("Civilians and military killed", "killed", {}),
        ("Killed according to ANAMA", "killed", {}), ("Civilian", "total", {"status": "civilian"}),
        ("Children killed", "killed", {"age_group": "child"}), ("Drepte barn", "killed", {"age_group": "child"}),
        ("Boys injured", "injured", {"sex": "male", "age_group": "child"}),
        ("Number of Females", "total", {"sex": "female"}),
        ("Kvinner drept", "killed", {"sex": "female"}), ("Number of Children", "total", {"age_group": "child"}),
        ("Seriously injured", "injured", {"severity": "serious"}), ("Hardt skadde", "injured", {"severity": "serious"}),
        ("Numero_lesionats_greus", "injured", {"severity": "serious"}),
        ("Numero_lesionats_lleus", "injured", {"severity": "slight"}),
        ("Minor injuries", "injured", {"severity": "slight"}), ("Lettere skadde", "injured", {"severity": "slight"}),
        ("Тяжело ранено", "injured", {"severity": "serious"}), ("Ağır yaralı", "injured", {"severity": "serious"}),
        ("Min killed", "killed", {"bound": "min"}), ("Killed (max)", "killed", {"bound": "max"}),
        ("Deaths best", "killed", {"bound": "best"}), ("low", "total", {"bound": "min"}),
        ("high", "total", {"bound": "max"}),
        ("Cumulative deaths", "killed", {"cumulative": "yes"}), ("Killed since 2020", "killed", {"cumulative": "yes"}),
        ("Deaths to date", "killed", {"cumulative": "yes"}),
        ("Minimum Estimated Number of Missing", "missing", {"bound": "min"}),
        ("Total Number of Dead and Missing", "missing", {"also": "killed"}), ("As of", "date", {"date_role": "as_of"}),
        ("Per", "date", {"date_role": "as_of"}), ("Report date", "date", {"date_role": "reported"}),
        ("Date of death", "date", {"outcome": "killed"}), ("Date (DD/MM/YYYY)", "date", {"order": "dmy"}),
        ("Date (MM/DD/YYYY)", "date", {"order": "mdy"}), ("Дата (ДД.ММ.ГГГГ)", "date", {"order": "dmy"}),
        ("Date | Date of first attack – Local Time Zone (DD/MM/YYYY)", "date_from", {"order": "dmy"}),
        ("end_year", "year", {"edge": "end"}), ("Codi_districte", "district", {"form": "code"}),
        ("Region of Incident", "district", {"level": "region"}),
    ],
)  # fmt: skip
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


@pytest.mark.parametrize(
    "heading", ["Village name", "District name", "Nom_districte", "Nom_carrer", "Nom_mes", "Rayonun adı", "Place name"]
)
def test_the_name_of_a_place_is_not_personal(heading: str) -> None:
    assert "personal" not in {role.field for role in roles(heading)}


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
