"""Text files: encodings, delimiters, quotes, blank and ragged rows. Every cell stays as it is written."""

import io
from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from data.intake.readers import csv_rows, read
from data.intake.readers.csv_rows import Rows, lines_of
from data.intake.readers.delimited import find_delimiter
from data.intake.readers.encoding import decode

RUSSIAN = "Дата;Район;Погибло;Ранено\n12.03.2021;Физулинский;1;2\n14.05.2021;Агдамский;0;3\n"
UKRAINIAN = "Дата;Місце;Загинуло\n12.03.2021;Чернігів;1\n14.05.2021;Київ;0\n"
TURKISH = "Tarih;İlçe;Ölü;Yaralı\n12.03.2021;Şırnak;2;3\n13.03.2021;Iğdır;1;0\n"
AZERBAIJANI = "Tarix;Rayon;Helak olan;Yaralı\n12.03.2021;Ağdam;1;0\n13.03.2021;Şuşa;0;2\n14.03.2021;Cebrayıl;1;1\n"
NORWEGIAN = "Dato;Sted;Drepte;Årsak\n12.03.2021;Tromsø;2;kjøring\n13.03.2021;Ålesund;1;gårdsarbeid\n"
SPANISH = "Año;Municipio;Muertos\n2020;Medellín;1\n2020;Puerto Asís;2\n"
CATALAN = "Data;Barri;Morts\n2015;Sant Martí;0\n2015;Horta-Guinardó, març;1\n"
TYPOGRAPHY = "Date;Note\n2021;“found” – it’s a mine\n"
POLISH = "Data;Miejscowość;Ranni\n2021;Łódź;1\n2021;Gdańsk;2\n"
HEBREW = "שנה;הרוגים;פצועים\n1995;373;25892\n1996;489;37650\n"
ARABIC = "التاريخ;المكان;قتلى;جرحى\n2021;الحديدة;1;2\n2021;تعز;0;3\n"
SMALL_RUSSIAN = "год;район;погибло;ранено\n2021;лачин;1;2\n"

GUESSED = [
    (HEBREW, "cp1255"), (ARABIC, "cp1256"), (SMALL_RUSSIAN, "cp1251"), ("תאריך;מקום;פצועים\n2021;לוד;1\n", "cp1255"),
    (RUSSIAN, "cp1251"), (RUSSIAN, "koi8_r"), (RUSSIAN, "cp866"), (UKRAINIAN, "cp1251"), (TURKISH, "cp1254"),
    (TURKISH, "cp857"), (AZERBAIJANI, "cp1254"), (NORWEGIAN, "cp1252"), (NORWEGIAN, "cp850"),
    (NORWEGIAN, "mac_roman"), (SPANISH, "cp1252"), (SPANISH, "cp850"), (CATALAN, "cp1252"), (TYPOGRAPHY, "cp1252"),
    (POLISH, "cp1250"), ("Dato;Døde\n2021;2\n", "cp1252"), ("Дата;Район\n1;Лачин\n", "cp1251"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "encoding"), GUESSED)
def test_an_old_code_page_is_guessed_and_the_guess_is_said(text: str, encoding: str) -> None:
    workbook = read(text.encode(encoding), "figures.csv")
    assert workbook.sheets[0].rows == [line.split(";") for line in text.splitlines()]
    (problem,) = workbook.problems
    assert problem.kind == "encoding_guessed"
    assert problem.suggestion == workbook.encoding == encoding
    assert problem.value
    assert not problem.value.isascii()


def test_hebrew_of_the_other_code_page_is_the_same_text() -> None:
    assert decode(HEBREW.encode("iso8859_8")).text == HEBREW


CERTAIN = {
    "utf-8": RUSSIAN.encode(), "utf-8-sig": RUSSIAN.encode("utf-8-sig"), "utf-16": RUSSIAN.encode("utf-16"),
    "utf-16 big": b"\xfe\xff" + RUSSIAN.encode("utf-16-be"), "utf-32": RUSSIAN.encode("utf-32"),
    "utf-16 without a mark": AZERBAIJANI.encode("utf-16-le"),
    "utf-16 big without a mark": AZERBAIJANI.encode("utf-16-be"),
}  # fmt: skip


@pytest.mark.parametrize("content", CERTAIN.values(), ids=CERTAIN)
def test_unicode_is_read_without_a_word(content: bytes) -> None:
    workbook = read(content, "figures.csv")
    assert workbook.sheets[0].rows[0] in (RUSSIAN.splitlines()[0].split(";"), AZERBAIJANI.splitlines()[0].split(";"))
    assert workbook.problems == []


def test_a_broken_byte_does_not_change_the_encoding_of_the_rest() -> None:
    workbook = read((RUSSIAN * 20).encode() + b"15.05.2021;\xd0;1;1\n", "figures.csv")
    assert workbook.sheets[0].rows[1][1] == "Физулинский"
    assert [(problem.kind, problem.value) for problem in workbook.problems] == [("characters_unreadable", "1")]


DELIMITED = {
    "comma": ("a,b,c\n1,2,3\n", ",", [["a", "b", "c"], ["1", "2", "3"]]),
    "semicolon and decimal comma": ("a;b\n1,5;2,5\n0,5;3,25\n", ";", [["a", "b"], ["1,5", "2,5"], ["0,5", "3,25"]]),
    "all decimals": ("a;b;c\n1,5;2,5;1,1\n", ";", [["a", "b", "c"], ["1,5", "2,5", "1,1"]]),
    "tab and commas in texts": ("a\tb\nx, y\tz, u, v\n", "\t", [["a", "b"], ["x, y", "z, u, v"]]),
    "bar": ("a|b\n1|2\n", "|", [["a", "b"], ["1", "2"]]),
    "quoted delimiters": ('a;b\n"1,2,3,4;5";2\n"x;y";3\n', ";", [["a", "b"], ["1,2,3,4;5", "2"], ["x;y", "3"]]),
    "stated": ("sep=|\r\na|b,c\r\n1|2,3\r\n", "|", [["a", "b,c"], ["1", "2,3"]]),
    "one column": ("Killed\n1\n2\n", ",", [["Killed"], ["1"], ["2"]]),
    "a title above": ("Mines, 2020, later\n\na;b;c\n1;2;3\n4;5;6\n", ";",
                      [["Mines, 2020, later", None, None], [None] * 3, list("abc"), list("123"), list("456")]),
    "blank rows keep their number": ("a,b\n\n\n1,2\n", ",", [["a", "b"], [None, None], [None, None], ["1", "2"]]),
    "ragged": ("a,b\n1\n1,2,3\n", ",", [["a", "b", None], ["1", None, None], ["1", "2", "3"]]),
    "new lines in quotes": ('a,b\n"1\n2",3\n4,5\n', ",", [["a", "b"], ["1\n2", "3"], ["4", "5"]]),
    "old line ends": ("a,b\r1,2\r", ",", [["a", "b"], ["1", "2"]]),
    "quotes in quotes": ('a,b\n"say ""mine""",2\n', ",", [["a", "b"], ['say "mine"', "2"]]),
    "an inch sign": ('a,b\n5" pipe,2\n6,7\n', ",", [["a", "b"], ['5" pipe', "2"], ["6", "7"]]),
    "kept as written": ("a,b\n 007 ,1e5\n=1+1,TRUE\n", ",", [["a", "b"], [" 007 ", "1e5"], ["=1+1", "TRUE"]]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "delimiter", "rows"), DELIMITED.values(), ids=DELIMITED)
def test_rows(text: str, delimiter: str, rows: list[list[str | None]]) -> None:
    workbook = read(text.encode(), "figures.xlsx")
    assert (workbook.format, workbook.delimiter) == ("csv", delimiter)
    assert workbook.sheets[0].rows == rows
    assert workbook.problems == []


def test_the_same_whatever_the_file_is_called() -> None:
    assert read(RUSSIAN.encode(), "июнь.csv") == read(RUSSIAN.encode(), "../b.txt")


OPEN = {
    "to the end": ('a,b\n"x,1\n' + "y,2\n" * 5, 2),
    "over many rows": ('a,b\n"x,1\n' + "y,2\n" * 900, 2),
    "twice, so that the quotes are even": ('a,b\n"x,1\n' + "y,2\n" * 900 + '"z,3\n' + "y,2\n" * 900, 2),
    "in the last row": ("a,b\n" + "y,2\n" * 9 + '"z,3', 11),
}


@pytest.mark.parametrize(("text", "row"), OPEN.values(), ids=OPEN)
def test_a_quote_left_open_swallows_no_rows(text: str, row: int) -> None:
    workbook = read(text.encode(), "figures.csv")
    assert len(workbook.sheets[0].rows) == len(text.splitlines())
    assert workbook.problems[0].kind == "quote_left_open"
    assert workbook.problems[0].row == row
    assert workbook.sheets[0].rows[row - 1][1] in ("1", "3")


def test_long_cells_of_many_lines_are_left_whole() -> None:
    long = '"' + "line\n" * 150 + '"'
    assert len(read(f"a,b\n{long},1\n{long},2\n".encode(), "").sheets[0].rows) == 3


@given(st.text('a"\r\n\u2028\x0b', max_size=40), st.integers(0, 6))
def test_a_text_taken_in_parts_has_the_lines_of_the_whole(text: str, letters: int) -> None:
    with patch.object(csv_rows, "_LETTERS_AT_A_TIME", letters):
        assert list(lines_of(text)) == list(io.StringIO(text, newline=""))


def test_rows_that_grow_wider_and_narrower_far_down() -> None:
    rows = read(("a\n" * 20_000 + "b,c,d\n" * 20_000 + "e,f\n").encode(), "").sheets[0].rows
    assert (len(rows), rows[0], rows[19_999]) == (40_001, ["a", None, None], ["a", None, None])
    assert (rows[20_000], rows[39_999], rows[-1]) == (["b", "c", "d"], ["b", "c", "d"], ["e", "f", None])


DELIMITER = st.sampled_from([",", ";", "\t", "|"])
CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\x00\r", exclude_categories=["Cs"]), max_size=8)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=6), DELIMITER)
@example([["a", '"'], ['"\n', ""]], ",")
def test_what_a_program_writes_is_read_back(rows: list[list[str]], delimiter: str) -> None:
    import csv
    import io

    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    reading = Rows(stream.getvalue(), delimiter)
    assert list(reading) == rows
    assert reading.left_open == []


@given(st.lists(st.tuples(st.integers(0, 99), st.sampled_from(["Agdam", "Fuzuli", "x y"])), min_size=2, max_size=9),
       DELIMITER)  # fmt: skip
def test_the_delimiter_is_found(rows: list[tuple[int, str]], delimiter: str) -> None:
    assert find_delimiter("\n".join(delimiter.join(map(str, row)) for row in [("n", "place"), *rows])) == delimiter


@given(st.binary(max_size=200))
def test_any_bytes_decode_to_some_text(content: bytes) -> None:
    assert isinstance(decode(content).text, str)
