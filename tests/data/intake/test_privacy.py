"""Personal data ends in the intake: by heading in every language, by content where a heading says nothing."""

import pytest

from data.intake.personal_numbers import checked_number, israeli_number
from data.intake.report import report
from tests.data.intake.tables import taken

# Letters put together for the test: they name nobody.
NAMES = ["Aaab Bbbc", "Cccd Ddde", "Eeef Fffg", "Gggh Hhhi", "Iiij Jjjk", "Kkkl Lllm"]
PATRONYMICS = [f"Aaab Bbb{letter} Cccd oğlu" for letter in "abcdef"]
PHONES = [f"+47 900 00 0{number}{number}" for number in range(6)]
EMAILS = [f"aaa{number}@example.org" for number in range(6)]
CARDS = [f"AZE0000000{number}" for number in range(6)]
# Letters of other scripts put together: they name nobody.
CYRILLIC = ["Аааб Бббв", "Вввг Гггд", "Дддж Жжжз", "Ззик Кккл", "Лллм Мммн", "Нннп Пппр"]
ARABIC = ["اااب بببت", "تتتث ثثثج", "ججج حححخ", "خخخد دددذ", "ذذذر رررز", "زززس سسسش"]
HEBREW = ["אאאב בבבג", "גגגד דדדה", "הההו וווז", "זזזח חחחט", "טטטי יייכ", "כככל לללמ"]
BIRTHS = ["1950-01-02", "1961-03-04", "1979-05-06", "1985-07-08", "1992-09-10", "2001-11-12"]
# Numbers with right check digits, of people who are not there: counted up or down from the smallest.
CPFS = ["000.000.001-91", "000.000.002-72", "000.000.003-53", "000.000.004-34", "000.000.005-15", "000.000.006-04"]
DNIS = ["00000001R", "00000002W", "00000003A", "00000004G", "00000005M", "00000006Y"]
NIES = ["X0000001R", "X0000002W", "X0000003A", "X0000004G", "X0000005M", "X0000006Y"]
SNILS = ["000-000-001 01", "000-000-002 02", "000-000-003 03", "000-000-010 02", "000-000-011 03", "000-000-012 04"]
ISRAELI = ["000000018", "000000026", "000000034", "000000042", "000000059", "000000067"]


def table(heading: str, values: list[str]) -> str:
    rows = [f"2021-0{n}-02 | {'killed' if n % 2 else 'injured'} | {value}" for n, value in enumerate(values, start=1)]
    return "\n".join([f"Date | Outcome | {heading}", *rows])


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        ("Name of victim", NAMES),
        ("Navn på offeret", NAMES),
        ("Soyadı, adı", NAMES),
        ("ФИО", NAMES),
        ("Nombre de la víctima", NAMES),
        ("Date of birth", ["1990-01-02"] * 6),
        ("Telefon", ["90000000"] * 6),
        ("Hjemmeadresse", ["A 1"] * 6),
        ("National ID", ["0000"] * 6),
        # a heading that says nothing
        ("NIC", ["0000"] * 6),
        ("Tazkira No", ["0000"] * 6),
        ("BI Nº", ["0000"] * 6),
        ("שם האב", HEBREW),
        ("Mother's name", NAMES),
        ("Nom de la mère", NAMES),
        ("Dirección", ["A 1"] * 6),
        ("X1", NAMES),
        ("X1", PATRONYMICS),
        ("X1", PHONES),
        ("X1", EMAILS),
        ("X1", CARDS),
        ("X1", CYRILLIC),
        ("X1", ARABIC),
        ("X1", HEBREW),
        ("X1", BIRTHS),
        ("X1", CPFS),
        ("X1", DNIS),
        ("X1", NIES),
        ("X1", SNILS),
        ("X1", ISRAELI),
        ("X1", [f"00 00 00000{number}" for number in range(6)]),
        ("X1", [f"05000000{number}{number}" for number in range(6)]),
        ("X1", [f"8 (900) 000-00-0{number}" for number in range(6)]),
        ("X1", [f"٠٥٠-٠٠٠٠٠٠{digit}" for digit in "٠١٢٣٤٥"]),
        ("X1", [f"Street 0, apt. {number}" for number in range(6)]),
        ("X1", [f"ул. Ааа, д. 0, кв. {number}" for number in range(6)]),
        # a heading that may be of a person
        ("Victim", NAMES),
        ("Víctima", NAMES),
        ("Потерпевший", CYRILLIC),
        ("الضحية", ARABIC),
        ("נפגע", HEBREW),
        ("الاسم", ARABIC),
        ("שם", HEBREW),
        ("Nom", NAMES),
        ("Cognoms", NAMES),
        ("رقم الهوية", ["0000"] * 6),
        ("ת״ז", ["0000"] * 6),
        ("Cédula", ["0000"] * 6),
        ("تاريخ الميلاد", BIRTHS),
        ("Latitude of residence", [f"40.{number}" for number in range(6)]),
        ("Longitud domicilio", [f"40.{number}" for number in range(6)]),
        ("Широта места жительства", [f"40.{number}" for number in range(6)]),
        ("Coordinates (home)", [f"40.{number}, 47.{number}" for number in range(6)]),
        # a heading that says something else
        ("ID", CPFS),
        ("Case number", ISRAELI),
        ("Remarks", EMAILS),
        ("Place", PHONES),
    ],
)
def test_a_personal_column_is_dropped_and_leaves_nothing(heading: str, values: list[str]) -> None:
    intake = taken(table(heading, values))
    assert [(dropped.heading, dropped.column) for dropped in intake.dropped_personal] == [(heading, "C")]
    everything = (
        intake.records.to_csv() + intake.raw.to_csv() + intake.counts.to_csv() + str(report(intake)["problems"])
    )
    assert not [value for value in values if value in everything and len(value) > 4]
    assert heading not in intake.raw.columns


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        (
            "Place",
            ["Bash Garvand", "Bala Jafarli", "Ashaghi Veysalli", "Gushchu Ayrim", "Teymur Muskanli", "Jojug Marjanli"],
        ),
        ("Reported in", ["Some Paper", "Other Paper", "Third Paper", "Fourth Paper", "Fifth Paper", "Sixth Paper"]),
        ("المكان", ARABIC),
        ("القرية", ARABIC),
        ("יישוב", HEBREW),
        ("Село", CYRILLIC),
        ("Lloc", NAMES),
        ("سبب الوفاة", ARABIC),
        ("סיבת המוות", HEBREW),
        ("المصدر", ARABIC),
        ("מקור", HEBREW),
        ("Fuente", NAMES),
        ("СМИ", CYRILLIC),
        ("Cause of death", ["Fell Down", "Gunshot Wound", "Mine Blast", "Car Crash", "Heart Attack", "Drowned At Sea"]),
        ("X1", ["Gunshot Wound", "Mine Blast", "Shell Fragments", "Grenade Explosion", "Car Bomb", "Rocket Fire"]),
        ("X1", ["انفجار لغم", "قذيفة هاون", "عبوة ناسفة", "قنبلة عنقودية", "رصاص قناص", "لغم أرضي"]),
        ("X1", ["פיצוץ מוקש", "ירי רימון", "מטען חבלה", "פצצת מצרר", "נפל ישן", "מוקש נגד אדם"]),
        ("Victim", ["Civilian Man", "Soldier", "Police Officer", "Farmer", "Shepherd Boy", "Driver"]),
        ("X1", ["2021-01-02", "2021-01-28", "2021-03-04", "2021-03-30", "2021-05-20", "2021-06-02"]),
        ("X1", ["2035-01-02", "2041-03-04", "2052-05-06", "2063-07-08", "2070-09-10", "2081-11-12"]),
        ("Report date", BIRTHS),
        ("Case number", [f"00000002{number}" for number in range(6)]),
        ("Population", ["100 200 300", "100 200 301", "100 200 302", "100 200 303", "100 200 304", "100 200 305"]),
        ("Latitude", [f"40.12345{number}" for number in range(6)]),
        ("Casualty home area", ["Urban", "Rural", "Small town", "Urban", "Rural", "Urban"]),
        ("Note", ["a note", "other note", "third note", "fourth note", "fifth note", "sixth note"]),
        ("Dirección del incidente", ["A 1", "A 2", "B 1", "B 2", "C 1", "C 2"]),
        ("tlaName", ["Alfa District", "Beta District", "Gamma City", "Delta District", "Alfa City", "Beta City"]),
        ("Conflict name", ["Side of a - Side of b"] * 6),
        ("Accident number", ["2021S00001", "2021S00002", "2021S00003", "2021S00004", "2021S00005", "2021S00006"]),
        ("Code", ["4585420.58", "4585421.58", "4585422.58", "4585423.58", "4585424.58", "4585425.58"]),
    ],
)
def test_what_is_not_personal_stays(heading: str, values: list[str]) -> None:
    intake = taken(table(heading, values))
    assert intake.dropped_personal == []
    assert intake.raw[heading].tolist() == values


def test_raw_keeps_every_other_cell_with_its_address() -> None:
    intake = taken(
        "A title | | |\nDate | Killed | Note | Name\n02.01.2021 | 1 | told | Aaab Bbbc\n23.01.2021 | 2 | | Cccd Ddde"
    )
    assert intake.raw.to_dict("list") == {
        "sheet": ["csv", "csv"], "row": [3, 4], "Date": ["02.01.2021", "23.01.2021"], "Killed": ["1", "2"],
        "Note": ["told", ""],
    }  # fmt: skip


def test_sentences_are_no_public_field_whatever_their_heading_says() -> None:
    told = (
        "Somebody walked over a field that nobody had cleared, and the rest of this tells at length what came of it. "
    )
    rows = "\n".join(f"2021-0{n}-02 | killed | {told}{n} | {told}{n}" for n in range(1, 7))
    intake = taken(f"Date | Outcome | Place | Cause\n{rows}")
    assert {"place", "device"} & set(intake.mapping) == set()
    assert told.strip()[:20] not in intake.records.to_csv()
    assert intake.raw["Place"].str.startswith(told[:20]).all()


@pytest.mark.parametrize("number", ["01010100051", "01010112345", "000.000.001-90", "00000001T", "X0000001A"])
def test_a_number_whose_check_digits_do_not_hold_is_no_identity_number(number: str) -> None:
    assert not checked_number(number)


def test_check_digits_that_hold() -> None:
    assert all(checked_number(number) for number in [*CPFS, *DNIS, *NIES, *SNILS, "10000000146"])
    assert all(israeli_number(number) for number in ISRAELI)
    assert sum(israeli_number(f"{number:09}") for number in range(1000)) == 99  # one in ten, and 0 is nobody


@pytest.mark.parametrize(("beside", "kept"), [("Vehículos", True), ("Edad", False), ("Nombre", False)])
def test_an_address_is_the_place_of_an_accident_where_nothing_is_about_a_person(beside: str, kept: bool) -> None:
    rows = [f"2021-0{n}-02 | A{n} | KR {n} | {n} | 1 | {n}" for n in range(1, 7)]
    intake = taken("\n".join([f"Fecha | Código accidente | Dirección | Muertos | Heridos | {beside}", *rows]))
    assert ("Dirección" in intake.raw.columns) is kept
    assert ("Dirección" in [dropped.heading for dropped in intake.dropped_personal]) is not kept
