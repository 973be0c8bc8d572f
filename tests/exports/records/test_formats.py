"""Every format opens in a reader of its own with the same numbers, says where they come from, and runs no formula."""

import csv as standard_csv
import io
import json
import zipfile

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest

from data.flat import names
from data.selection import Selection
from exports.records import FORMATS, lines, write
from exports.records.dictionary import entries
from exports.records.workbook import LONGEST_CELL
from tests.data.factory import ACCIDENTS, make_dataset, make_frame
from tests.exports.records.making import file_of, made, samples
from texts.words import LANGUAGES, Words

HOSTILE = ("=cmd|' /C calc'!A0", "+1+1", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1", "a,b;c", 'say "x"', "two\nlines",
           "x" * 40_000, "💥🧨", "مين أرضي", "‮abc", "0042", "<b>&amp;")  # fmt: skip
PLACES = [{**ACCIDENTS[0], "place": place, "device_text": place} for place in HOSTILE]
LICENSED = make_dataset(licence={"en": "Facts, free to use", "nb": "Fakta, fri bruk"}, publisher={"en": "P", "nb": "P"})
NOTHING = Selection.from_query([("from", "1990"), ("to", "1990")])


def read(content: bytes, extension: str) -> pd.DataFrame:
    """As a person with that program would."""
    match extension:
        case "csv":
            return pd.read_csv(io.BytesIO(content))
        case "hxl.csv":
            return pd.read_csv(io.BytesIO(content), skiprows=[1])
        case "xlsx":
            return pd.read_excel(io.BytesIO(content))
        case "parquet":
            return pd.read_parquet(io.BytesIO(content))
        case "json":
            told = json.loads(content)
            return pd.DataFrame(told["records"], columns=[column["key"] for column in told["columns"]])
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return pd.read_csv(packed.open("records.csv"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("extension", FORMATS)
def test_every_format_has_the_same_records_and_numbers(extension: str, language: str) -> None:
    frame = samples()["reported_accidents"]
    table, _ = made(frame, language=language)
    found = read(file_of(frame, extension, language=language), extension)
    assert len(found) == len(table) == len(frame)
    assert list(found.columns)[: len(table.columns)] == [column.key for column in table.columns]
    for key in [column.key for column in table.columns if column.kind == "number"]:
        wanted = table.column(key).values.to_pandas()
        assert found[key].astype(float).fillna(-1).tolist() == wanted.fillna(-1).tolist(), key
    for key in ("record_id", "district", "date_from", "date_precision"):
        wanted = [None if value is None else str(value) for value in table.column(key).values.to_pylist()]
        given = [None if pd.isna(value) else str(value).removesuffix(" 00:00:00") for value in found[key]]
        assert given == wanted, key


@pytest.mark.parametrize("extension", FORMATS)
def test_what_is_not_recorded_is_empty_and_nought_is_nought(extension: str) -> None:
    frame = make_frame(rows=[{"date": "2021", "killed": 0, "injured": 2}, {"date": "2021"}])
    found = read(file_of(frame, extension), extension)
    assert found["killed"].isna().tolist() == [False, True]
    assert found["killed"].fillna(-1).tolist() == [0, -1]


@pytest.mark.parametrize("extension", FORMATS)
def test_nothing_found_is_a_file_all_the_same(extension: str) -> None:
    table, _ = made(samples()["reported_accidents"], NOTHING)
    found = read(file_of(samples()["reported_accidents"], extension, NOTHING), extension)
    assert len(found) == 0
    assert list(found.columns)[: len(table.columns)] == [column.key for column in table.columns]


def texts_of(content: bytes, extension: str) -> str:
    """Everything that a person can read in a file."""
    if extension == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(content))
        return "\n".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)
    if extension == "parquet":
        metadata = pq.read_schema(io.BytesIO(content)).metadata
        return "\n".join(value.decode() for key, value in metadata.items() if key.startswith(b"minetall"))
    if extension == "zip":
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return "\n".join(packed.read(name).decode() for name in packed.namelist())
    if extension == "json":
        return "\n".join(map(str, json.loads(content)["about"].values()))
    return content.decode("utf-8-sig")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("extension", FORMATS)
def test_every_file_says_what_it_holds_and_where_it_comes_from(extension: str, language: str) -> None:
    frame = make_frame(dataset=LICENSED, version=4)
    selection = Selection.from_query([("from", "2021"), ("district", "AZ-AGM")])
    table, words = made(frame, selection, language)
    told = texts_of(file_of(frame, extension, selection, language), extension)
    about = table.about
    for text in (about.selection, about.counted_by, about.licence, about.cite.split(" https")[0], "edition=3"):
        assert text in told, text
    assert about.as_of.isoformat() in told
    assert "2021" in about.selection
    assert words.language == language


@pytest.mark.parametrize("extension", FORMATS)
def test_no_file_has_coordinates(extension: str) -> None:
    frame = make_frame(rows=[{**ACCIDENTS[0], "latitude": 39.91234, "longitude": 47.06789}])
    content = file_of(frame, extension)
    found = read(content, extension)
    assert not {"latitude", "longitude"} & set(found.columns)
    assert "39.91" not in texts_of(content, extension) + found.to_csv()


def test_no_text_of_a_csv_is_run_as_a_formula() -> None:
    for extension in ("csv", "hxl.csv"):
        rows = [*standard_csv.reader(io.StringIO(file_of(make_frame(rows=PLACES), extension).decode("utf-8-sig"),
                                                 newline=""))]  # fmt: skip
        cells = [cell for row in rows for cell in row]
        assert not [cell for cell in cells if cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "＝"))]
        assert sum("=cmd" in cell for cell in cells) == 2


def test_a_workbook_holds_hostile_texts_as_texts() -> None:
    book = openpyxl.load_workbook(io.BytesIO(file_of(make_frame(rows=PLACES), "xlsx")))
    sheet = book.worksheets[0]
    place = [cell.value for cell in sheet[1]].index("place")
    cells = [row[place] for row in sheet.iter_rows(min_row=2)]
    assert {cell.data_type for cell in cells} == {"s"}
    wanted = [text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…" for text in HOSTILE]
    assert [cell.value.replace("_x000D_", "\r") for cell in cells] == wanted
    assert [cell.quotePrefix for cell in cells[:4]] == [True] * 4
    assert not [cell for one in book for row in one.iter_rows() for cell in row if cell.data_type == "f"]


@pytest.mark.parametrize("extension", ["parquet", "json"])
def test_programs_get_texts_as_they_are(extension: str) -> None:
    assert tuple(read(file_of(make_frame(rows=PLACES), extension), extension)["place"]) == HOSTILE


def test_a_workbook_has_data_dictionary_and_about_in_the_readers_language() -> None:
    for language in LANGUAGES:
        words = Words(language)
        book = openpyxl.load_workbook(io.BytesIO(file_of(make_frame(), "xlsx", language=language)))
        assert book.sheetnames == [words.say(f"takeaway.sheet.{name}") for name in ("data", "dictionary", "about")]
        table, _ = made(make_frame(), language=language)
        explained = {row[0]: row[2] for row in book.worksheets[1].iter_rows(min_row=3, values_only=True)}
        assert set(explained) == {column.key for column in table.columns} | set(names.ABOUT_ROWS)
        assert all(explained.values())


def test_parquet_has_types() -> None:
    schema = pq.read_schema(io.BytesIO(file_of(samples()["reported_accidents"], "parquet")))
    types = {name: str(schema.field(name).type) for name in ("date_from", "killed", "row", "device", "record_id")}
    assert types == {
        "date_from": "date32[day]", "killed": "double", "row": "int32", "record_id": "large_string",
        "device": "dictionary<values=string, indices=int32, ordered=0>",
    }  # fmt: skip
    assert schema.field("killed").metadata[b"hxl"] == b"#affected+killed+num"


def test_hashtags_stand_over_every_column() -> None:
    content = file_of(samples()["reported_accidents"], "hxl.csv").decode("utf-8-sig")
    headings, tags = (line.split(",") for line in content.split("\r\n")[:2])
    assert len(headings) == len(tags) == len(set(tags))
    assert all(tag.startswith("#") for tag in tags)
    assert dict(zip(headings, tags, strict=True))["killed_civilian"] == "#affected+killed+civilian+num"


@pytest.mark.parametrize("key", ["reported_accidents", "period_totals", "published_totals"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_is_explained(key: str, language: str) -> None:
    table, words = made(samples()[key], language=language)
    told = entries(table, words)
    assert [entry.key for entry in told] == [column.key for column in table.columns]
    assert all(entry.label and entry.definition and entry.tag for entry in told)
    assert len({entry.label for entry in told}) == len(told)


def test_running_totals_are_never_added_up() -> None:
    table, _ = made(samples()["published_totals"])
    assert table.about.totals == {}


def test_the_same_question_gives_the_same_file() -> None:
    for extension in FORMATS:
        assert file_of(samples()["period_totals"], extension) == file_of(samples()["period_totals"], extension)


def test_another_format_is_an_error() -> None:
    table, words = made(make_frame())
    with pytest.raises(ValueError, match="ods"):
        write(table, words, "ods", io.BytesIO())


@pytest.mark.parametrize("extension", ["csv", "json"])
def test_files_that_are_written_in_parts_are_the_same(extension: str, monkeypatch: pytest.MonkeyPatch) -> None:
    frame = samples()["reported_accidents"]
    whole = file_of(frame, extension)
    for rows in (1, 7, len(frame)):
        monkeypatch.setattr(lines, "AT_A_TIME", rows)
        assert file_of(frame, extension) == whole
