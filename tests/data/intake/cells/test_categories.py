"""Free words become categories in every language; words that no rule understands come back and are never guessed."""

import os
from pathlib import Path

import numpy as np
import openpyxl
import pytest

from data.fields import BY_KEY
from data.intake.cells.categories import read_categories
from data.intake.cells.category_text import NOT_COUNTED
from data.intake.mapping.outcomes import NOT_A_CASUALTY

UNREAD = ""
NOBODY = "not_counted"

# field -> category -> words, divided by bars; UNREAD: words that must come back.
WORDS = {
    "outcome": {
        "killed": "killed|Dead|died in hospital|later died of wounds|KIA|k|fatal|Muerto|погибла|убит|умер|Həlak olub|"
                  "HƏLAK OLUB|həlak olan|Şəhid olub|drept|omkommet|mort|Óbito|Occiso|"
                  "Fallecido|скончался в больнице|قتيل|شهيد|متوفى|توفي|הרוג|נהרגה|Загинув",
        "injured": "injured|wounded|WIA|i|non-fatal|Serious|slight|seriously injured|Herido|ранен|тяжело ранен|"
                   "Xəsarət alıb|yaralanıb|skadet|hardt skadet|blessé|ferit|Lesões Leves|Lesões Graves|Herido grave|"
                   "Ferit lleu|ампутация ноги|Serious injury|Slight injury|травмирован|جريح|مصاب|إصابة خطيرة|"
                   "פצוע קשה|פצועה קל|"
                   "Поранений",
        "unknown": "unknown|N/A|?|-|naməlum|ukjent|неизвестно|missing, presumed dead|Ignorado|غير معروف|לא ידוע",
        "not_split": "killed or injured|casualty",
        NOBODY: "unhurt|Uninjured|not injured|No Injury|no injuries|missing|Displaced|arrested|abducted|Ileso|Ilesa|"
                "sin lesiones|desaparecido|Não afectado|Sem ferimentos|Il·lès|без травм|не пострадал|пропал без вести|"
                "Не ранен|سليم|غير مصاب|مفقود|نازح|לא נפגע|ללא פגיעה|נעדר|uskadd|ikke skadet|savnet|"
                "itkin düşüb|indemne|"
                "неушкоджений",
        UNREAD: "1|2|3|survived|not killed|gizmo|killed and missing|ניצול",
    },
    "status": {
        "civilian": "مدني|المدنيين|אזרח|אזרחים|civilian|Civilians|civ|mülki şəxs|MÜLKİ ŞƏXS|sivil|гражданский|"
                    "мирный житель|Civil|non-combatant",
        "mine_action_staff": "ANAMA|deminer|sapper|ANAMA employee|civilian deminer|minerydder|minatəmizləyən|сапёр",
        "military_security": "عسكري|جندي|חייל|שוטר|military|soldier|police|police (Interior Ministry)|"
                             "Armenian armed formation|border guard|"
                             "hərbi qulluqçu|военнослужащий|Fuerza pública|military deminer|politi|soldat",
        "other": "other|Andre|прочие",
        "not_stated": "none|n/a|ikke oppgitt|not stated (on official duty)|civilian and military|sivile og militære|"
                      "ANAMA and border service|гражданские и военные|2 civilians, 1 soldier",
        "unknown": "unknown|naməlum|probably civilian",
        UNREAD: "worker|gizmo|non-civilian|civilian employee of the army|ANAMA and gizmo",
    },
    "sex": {
        "female": "أنثى|انثى|امرأة|נקבה|אישה|נ|female|Women|kvinne|qadın|женский|женщина|Femenino|girl|mujer",
        "male": "ذكر|رجل|זכר|גבר|male|Men|mann|kişi|мужской|муж.|Masculino|boy|hombre",
        "unknown": "unknown|not known",
        "not_stated": "n/a|Sin información|male and female",
        UNREAD: "M|K|1|gizmo",
    },
    "age_group": {
        "child": "Menor de 18 años|De 0 a 5 años|من 10 إلى 17|מתחת ל-18|12 років|طفل|أطفال|ילד|קטינה|٧|child|Children|"
                 "boy|uşaq|barn|ребёнок|дети|under 18|<18|0-17|7|12 years|"
                 "6 months|Menor de 18 años",
        "adult": "De 25 a 29 años|Más de 74 años|18 år og over|25 и старше|מעל 18|٣٤ سنة|18 anos ou mais|بالغ|بالغين|"
                 "מבוגר|٣٤|Adult|böyük|voksen|взрослый|34|18|18-25|18+|over 18|60+|Mayor de 18 años",
        "unknown": "unknown|-1|10-20",
        UNREAD: "150|gizmo",
    },
    "device": {
        "antipersonnel": "لغم مضاد للأفراد|מוקש נגד אדם|anti-personnel|AP mine|APM|AP|"
                         "anti-personnel mine (washed down)|MAP|Accidente por MAP|PMN-2|"
                         "anti-personnel mine (Monitor: anti-tank)|piyada əleyhinə mina|antipersonellmine|"
                         "противопехотная мина",
        "antivehicle": "anti-tank mine (TM-62)|anti-vehicle|AT mine|tank əleyhinə mina|stridsvognmine|противотанковая",
        "mine_unspecified": "لغم|لغم أرضي|انفجار لغم|מוקש|mine|landmine|mina|мина|mine (type not stated)|"
                            "mine on a road (type not stated)|AP/AT|"
                            "mine explosion|anti-personnel mine above anti-tank mine|mine (possibly anti-tank)|"
                            "probably anti-tank mine|mine (not anti-tank)|подрыв на мине",
        "improvised": "عبوة ناسفة|מטען חבלה|IED|improvised mine|booby trap|improvised explosive device|СВУ",
        "cluster_remnant": "cluster munition|UXO (cluster submunition)|submunition|klasebombe|кассетный боеприпас",
        "other_erw": "مخلفات حربية|ذخائر غير منفجرة|נפל|רימון|UXO|ERW|AXO|grenade|ordnance explosion|"
                     "UXO (grenade part)|UXO (military explosive)|PHS|НРБ|"
                     "blindgjenger|partlamamış hərbi sursat|неразорвавшийся снаряд|MUSE|unexploded ordnance",
        "unknown": "unknown|mine or UXO (not stated)|mine/UXO|explosive device / mine|explosive device|MAP/MUSE|"
                   "explosive ordnance",
        "not_stated": "explosion (device not stated)|n/a|partlayış",
        UNREAD: "gizmo|mine / gizmo",
    },
    "activity": {
        "demining": "demining|demining / search for UXO|demining for a railway line|excavator operator, demining|"
                    "разминирование|minatəmizləmə|minerydding|Erradicador manual",
        "herding": "رعي الأغنام|מרעה|herding|work in pasture|livestock keeping, on horse|gjeting|выпас скота|otaran",
        "farming": "farm work (tractor)|ploughing with tractor|bee-keeping|tractor work on a field road|jordbruk",
        "construction": "road works|road works (tractor)|construction, then rescue|repair and construction|excavator",
        "travelling": "travel by car|travel in military vehicle|work (NGO driver)|travel, road agency|supply truck",
        "visiting": "visit to former home|unauthorised visit|on a cemetery|ziyarət|besøk",
        "gathering": "collecting firewood|Recogiendo comida, agua o madera|sanking av ved",
        "military_duty": "military duty|военная служба|patrol",
        "play": "playing with UXO|lek|игра",
        "other": "official duty|search for bodies|handling of munition|other",
        "unknown": "unknown|farming or herding",
        "not_stated": "n/a|ikke oppgitt",
        UNREAD: "gizmo",
    },
    "verification": {
        "verified": "verified|confirmed|bekreftet|подтверждено|təsdiqlənib",
        "reported": "reported|unconfirmed|not verified|ubekreftet|не подтверждено",
        "disputed": "disputed|contested|omstridt",
        "not_stated": "n/a|unknown",
        UNREAD: "gizmo",
    },
    "confidence": {
        "high": "high|høy|yüksək|высокая|alta",
        "medium": "medium|middels|orta|средняя",
        "low": "low|lav|aşağı|низкая",
        "not_stated": "n/a|-",
        UNREAD: "5|gizmo",
    },
    "in_official_scope": {
        "yes": "yes|Yes|ja|bəli|да|inside|TRUE",
        "partly": "partly|partly outside|delvis|qismən|частично",
        "no": "no|nei|xeyr|нет|outside|probably outside|trolig utenfor",
        "not_stated": "not known|n/a",
        UNREAD: "1|gizmo",
    },
}  # fmt: skip
TABLE = [(f, c, word) for f, words in WORDS.items() for c, text in words.items() for word in text.split("|")]


@pytest.mark.parametrize(("field", "category", "word"), TABLE)
def test_a_word_becomes_its_category_or_comes_back(field: str, category: str, word: str) -> None:
    read = read_categories(field, [word])
    if category == UNREAD:
        assert list(read.unread) == [word]
        assert not read.not_counted
    elif category == NOBODY:
        assert list(read.not_counted) == [word]
        assert (read.unread, read.values[0]) == ({}, "unknown")
    else:
        assert read.unread == {}
        assert read.values[0] == category


@pytest.mark.parametrize("field", WORDS)
def test_every_category_of_a_field_can_be_said(field: str) -> None:
    assert set(BY_KEY[field].categories) <= set(WORDS[field]) | {"not_stated"}


@pytest.mark.parametrize("field", WORDS)
def test_values_have_exactly_the_categories_of_the_field_and_nothing_missing(field: str) -> None:
    read = read_categories(field, [None, "", "gizmo", "  ", float("nan")])
    assert tuple(read.values.categories) == BY_KEY[field].categories
    assert (read.values.codes >= 0).all()


def test_a_word_that_is_not_understood_has_all_its_rows_and_a_suggestion() -> None:
    read = read_categories("outcome", ["killed", "injurd", None, "injurd", "zzz"])
    np.testing.assert_array_equal(read.unread["injurd"].positions, [1, 3])
    assert read.unread["injurd"].suggestion == "injured"
    assert read.unread["zzz"].suggestion is None
    assert list(read.values) == ["killed", "unknown", "unknown", "unknown", "unknown"]


@pytest.mark.parametrize(
    ("field", "word"), [("outcome", "not killed"), ("outcome", "survived"), ("status", "non-civilian")]
)
def test_the_opposite_of_a_word_is_no_suggestion_for_it(field: str, word: str) -> None:
    assert read_categories(field, [word]).unread[word].suggestion is None


def test_a_word_for_no_casualty_has_all_its_rows_and_a_person_may_add_to_them() -> None:
    read = read_categories("outcome", ["killed", "Ileso", None, "survived", "Ileso"], {"survived": "not_counted"})
    assert {word: list(where) for word, where in read.not_counted.items()} == {"Ileso": [1, 4], "survived": [3]}
    assert read.unread == {}
    assert NOT_COUNTED == NOT_A_CASUALTY


def test_words_for_no_casualty_are_only_known_of_an_outcome() -> None:
    assert list(read_categories("status", ["missing person"]).unread) == ["missing person"]


def test_answers_of_a_person_go_before_the_rules() -> None:
    read = read_categories("outcome", [1, 2, 1.0, "2", 3], {"1": "killed", "2": "injured"})
    assert list(read.values) == ["killed", "injured", "killed", "injured", "unknown"]
    assert list(read.unread) == ["3"]


@pytest.mark.parametrize(
    ("letters", "meanings"),
    [
        ("M F", ["male", "female"]), ("m K", ["male", "female"]), ("H M", ["male", "female"]),
        ("K Q", ["male", "female"]), ("М Ж", ["male", "female"]), ("E K", ["male", "female"]), ("F", ["female"]),
        ("M", None), ("K", None),
    ],
)  # fmt: skip
def test_the_letters_of_a_column_together_say_which_language_they_are_of(
    letters: str, meanings: list[str] | None
) -> None:
    read = read_categories("sex", letters.split())
    assert (None if read.unread else list(read.values)) == meanings


@pytest.mark.parametrize("cells", [[1, 2, 3], [1, 2, -1, 2], list(range(1, 12))])
def test_small_numbers_that_may_be_codes_of_age_bands_are_not_taken_for_ages(cells: list[int]) -> None:
    assert set(read_categories("age_group", cells).values) == {"unknown"}


def test_ages_are_ages_where_somebody_is_old_enough() -> None:
    assert list(read_categories("age_group", [7, 34, 17, 18]).values) == ["child", "adult", "child", "adult"]


SHARED = os.environ.get("MINETALL_SHARED")


@pytest.mark.skipif(not SHARED, reason="MINETALL_SHARED is not set")
@pytest.mark.parametrize("field", ["status", "device", "activity", "in_official_scope", "confidence"])
def test_the_shipped_accidents_leave_no_word_unread(field: str) -> None:
    headings = {"status": "Victim status", "device": "Device", "activity": "Activity", "confidence": "Confidence",
                "in_official_scope": "In scope of the official count"}  # fmt: skip
    rows = list(openpyxl.load_workbook(Path(SHARED) / "data/reported_accidents.xlsx").worksheets[0].values)
    column = rows[3].index(headings[field])
    assert read_categories(field, [row[column] for row in rows[4:-1]]).unread == {}
