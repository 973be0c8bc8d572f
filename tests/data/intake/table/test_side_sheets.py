"""Which names of sheets speak of something beside the data, in every language, and which only look so."""

import pytest

from data.intake.table.ranking import side_sheet
from data.intake.table.total_words import is_weak, total_word
from data.intake.title_words import says

SIDE = (
    "Notes|README|ReadMe|About|Info|Summary|Terms|Codes|Code book|List|Lists|Value lists|Legend|Metadata|Change log|"
    "Log|"
    "Pivot1|Merknader|Om|Om dataene|Sammendrag|Qeydlər|Haqqında|Примечания|Сводка|Описание полей|Notas|Resumen|"
    "Diccionario|"
    "Dicionário|Glossari|Llegenda|Légende|ملاحظات|تعريفات|الملاحظات|הערות|הגדרות|Примітки"
)
DATA = (
    "Victim list|Casualty list|List of the dead|Listado|Liste|Lista de víctimas|Llista de morts|Incident information|"
    "Romania|Omdurman|Data|2021|Logar|Accidents|القتلى|قائمة الضحايا|רשימת הרוגים|Список погибших"
)


@pytest.mark.parametrize("name", SIDE.split("|"))
def test_a_sheet_beside_the_data(name: str) -> None:
    assert side_sheet(name)


@pytest.mark.parametrize("name", DATA.split("|"))
def test_a_sheet_of_data(name: str) -> None:
    assert not side_sheet(name)


@pytest.mark.parametrize(
    "cell", ["Totalán", "Summerfield", "Allahabad", "Всеволожск", "الجملة العصبية في المنطقة الأولى", 12]
)
def test_what_only_begins_like_a_sum_is_none(cell: object) -> None:
    assert total_word(cell) is None


@pytest.mark.parametrize("cell", ["Subtotal", "Sub-total 2021", "Delsum", "المجموع الفرعي", "סיכום ביניים", "Подытог"])
def test_subtotals(cell: str) -> None:
    assert total_word(cell) == "subtotal"


def test_words_that_may_describe_a_record_must_stand_alone() -> None:
    assert [is_weak(cell) for cell in ("All", "sum", "الكل", "Total")] == [True, True, True, False]
    assert total_word("All civilians") is None


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("قائمة القتلى 2021", "everyone_killed"), ("רשימה", None), ("רשימת ההרוגים", "everyone_killed"),
        ("Lista de víctimas mortales", "everyone_killed"), ("Víctimes mortals 2020", "everyone_killed"),
        ("Victims killed by mines", "everyone_killed"), ("Obitos 2021", "everyone_killed"),
        ("Загиблі цивільні", "everyone_killed"), ("Landmine victims", "anyone_hurt"), ("الضحايا", "anyone_hurt"),
        ("Feridos e mortos", "both"), ("الحصيلة التراكميّة", "cumulative"),
    ],
)  # fmt: skip
def test_what_a_title_says(line: str, what: str | None) -> None:
    said = {each for each in ("everyone_killed", "anyone_hurt", "cumulative") if says(line, each)}
    assert said == ({"everyone_killed", "anyone_hurt"} if what == "both" else {what} - {None})
