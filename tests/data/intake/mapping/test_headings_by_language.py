"""Headings of conflict, landmine, migration and road registers in Arabic, Hebrew, Romance languages and Cyrillic."""

import pytest

from data.intake.mapping.headings import roles

HEADINGS = {
    "killed": "عدد القتلى|القتلى|القتــلى|"
              "الوفيات|عدد الشهداء|شهداء|عدد المتوفين|قتلى|הרוגים|מספר הרוגים|מספר ההרוגים|"
              "ההרוגים|סה״כ הרוגים|mortos|óbitos|Qtde mortos|occisos|Personas fallecidas|Víctimas mortales|morts|"
              "F_MORTS|"
              "CONDMUERTO|PEATMUERTO|TOTMUERTOS|qtd_gravidade_fatal|hom_doloso|latrocinio|letalidade_violenta|"
              "TOTAL_MU24H|Víctimes mortals|Число погибших|погибло|скончалось|persons killed|Number of deaths|"
              "Загинуло|Загиблих",
    "injured": "الجرحى|جرحى|المصابون|عدد المصابين|الإصابات|الاصابات|عدد الإصابات|פצועים|מספר פצועים|הפצועים|feridos|"
               "PASAHERIDO|TOTHERIDOS|qtd_gravidade_leve|TOTAL_HG24H|lesionados|ferits|травмировано|"
               "число раненых|Serious injuries|Поранено",
    "total": "المجموع|الإجمالي|إجمالي الضحايا|القتلى والجرحى|الضحايا|סה\"כ|סה״כ נפגעים|נפגעים|הרוגים ופצועים|víctimas|"
             "Total de vítimas|F_VICTIMES|Number_of_Casualties|KSI|Усього",
    "missing": "المفقودون|عدد المفقودين|נעדרים|Desaparecidos|Desapareguts",
    "survivors": "الناجون|ניצולים|ilesos|il·lesos|Без травм",
    "displaced": "النازحون|عدد اللاجئين|עקורים|Desplaçats",
    "arrested": "المعتقلون|المختطفون|עצורים|חטופים",
    "affected": "pessoas|ignorados|Persons involved",
    "incidents": "عدد الحوادث|מספר תאונות|תאונות|Число ДТП|Sinistros|Fatal crashes",
    "objects": "عدد المركبات|כלי רכב|veículos|F_UNITATS_IMPLICADES|Vehicles involved",
    "rate": "معدل الوفيات|نسبة القتلى|אחוז הרוגים|שיעור הרוגים",
    "population": "عدد السكان|אוכלוסייה",
    "date": "التاريخ|تاريخ الحادث|"
            "تاريخ وقوع الحادث|تاريخ الوفاة|תאריך|תאריך התאונה|תאריך האירוע|data_inversa|Fecha Hecho|"
            "dat_Acc|Дата ДТП|Дата події|crash date",
    "year": "السنة|العام|שנה|NK_Any|ANYO|año_accidente|ANIO",
    "month": "الشهر|חודש",
    "time": "الساعة|يوم الأسبوع|שעה|יום בשבוע|dia_semana|hora_hecho",
    "date_entered": "تاريخ التسجيل|آخر تحديث|תאריך עדכון",
    "district": "المحافظة|القضاء|المديرية|مديرية|اسم المديرية|מחוז|נפה|uf|nomMun|municipio|Область",
    "place": "القرية|المدينة|اسم القرية|مكان الحادث|اسم الحي|الشارع|יישוב|ישוב|כתובת האירוע|שם יישוב|רחוב|מקום התאונה|"
             "br|Улица|Село",
    "outcome": "النتيجة|شدة الإصابة|درجة الإصابة|חומרת פגיעה|חומרת הפגיעה|estado_fisico|LESIVIDAD|D_GRAVETAT|"
               "Collision_Severity|Степень тяжести травмы|injury level",
    "status": "مدني/عسكري|صفة الضحية|المهنة|סוג נפגע|עיסוק",
    "sex": "الجنس|النوع الاجتماعي|מין|מגדר|gènere|Стать",
    "age": "العمر|السن|גיל|edat|Вік",
    "age_group": "الفئة العمرية|קבוצת גיל|Grup edat",
    "device": "نوع اللغم|سبب الوفاة|نوع الجسم المتفجر|סוג מוקש|סיבת המוות|Tipo de engenho",
    "activity": "النشاط|نشاط الضحية|פעילות|פעילות בעת האירוע",
    "note": "ملاحظات|تفاصيل الحادث|הערות|תיאור האירוע|Observacions",
    "source": "المصدر|מקור",
    "source_url": "الرابط|קישור",
    "incident_id": "رقم الحادث|מספר תאונה|Collision index",
    "personal": "الاسم|الإسم|اسم الضحية|الاسم الثلاثي|اسم الأب|رقم الهوية|الرقم الوطني|رقم الهاتف|العنوان|"
                "تاريخ الميلاد|"
                "محل الإقامة|الحالة الاجتماعية|"
                "שם|שם פרטי|שם משפחה|שם הנפגע|ת\"ז|ת״ז|תעודת זהות|תאריך לידה|טלפון|כתובת|"
                "Cognoms|Nom|Nom i cognoms|Data de naixement|DNI|NIE|CPF|Nome da vítima|Nombre del occiso|Apellidos|"
                "Domicilio|Место жительства|Фамилия|Прізвище|Дата народження|ПІБ",
}  # fmt: skip
TABLE = [(field, heading) for field, text in HEADINGS.items() for heading in text.split("|")]


@pytest.mark.parametrize(("field", "heading"), TABLE)
def test_what_a_heading_most_likely_means(field: str, heading: str) -> None:
    assert roles(heading)[0].field == field


@pytest.mark.parametrize(
    ("heading", "field", "qualifiers"),
    [
        ("القتلى المدنيون", "killed", {"status": "civilian"}),
        ("عدد القتلى من الأطفال", "killed", {"age_group": "child"}),
        ("الجرحى من النساء", "injured", {"sex": "female"}),
        ("الإصابات الخطيرة", "injured", {"severity": "serious"}),
        ("פצועים קשה", "injured", {"severity": "serious"}), ("פצועים קל", "injured", {"severity": "slight"}),
        ("אזרחים הרוגים", "killed", {"status": "civilian"}),
        ("חיילים פצועים", "injured", {"status": "military_security"}),
        ("feridos_leves", "injured", {"severity": "slight"}), ("feridos_graves", "injured", {"severity": "serious"}),
        ("Heridos graves", "injured", {"severity": "serious"}), ("F_FERITS_LLEUS", "injured", {"severity": "slight"}),
        ("Ferits greus", "injured", {"severity": "serious"}), ("Serious injury", "injured", {"severity": "serious"}),
        ("التاريخ (يوم/شهر/سنة)", "date", {"order": "dmy"}), ("Fecha (día/mes/año)", "date", {"order": "dmy"}),
        ("Погибло детей", "killed", {"age_group": "child"}), ("تاريخ الوفاة", "date", {"outcome": "killed"}),
    ],
)  # fmt: skip
def test_what_the_other_words_of_a_heading_add(heading: str, field: str, qualifiers: dict[str, str]) -> None:
    best = roles(heading)[0]
    assert (best.field, best.qualifiers) == (field, qualifiers)


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


@pytest.mark.parametrize("heading", ["اسم القرية", "اسم المدينة", "שם יישוב", "שם רחוב", "Nom mun", "Nombre municipio"])
def test_the_name_of_a_place_is_not_personal(heading: str) -> None:
    assert "personal" not in {role.field for role in roles(heading)}
