"""A CSV file is read by programs and by people, and never runs as a formula."""

import csv as standard
import io
from dataclasses import replace

import pandas as pd
import pytest

from charts.view import Table
from exports import csv
from tests.exports.views import COLUMNS, EMPTY, WHOLE
from texts import Words

EN = Words("en")
ADDRESS = "https://figures.example.org/?lang=en#card-by_district"


def rows(body: bytes, separator: str = ",") -> list[list[str]]:
    return list(standard.reader(io.StringIO(body.decode("utf-8-sig"), newline=""), delimiter=separator))


def test_it_is_utf8_with_a_mark_and_crlf_lines() -> None:
    body = csv.document(WHOLE, EN, ADDRESS)
    assert body.startswith(b"\xef\xbb\xbfDistrict,Date,Killed,Link,Selection,")
    assert body.count(b"\r\n") == 4


def test_every_row_says_where_it_comes_from() -> None:
    heading, *body = rows(csv.document(WHOLE, EN, ADDRESS))
    assert heading[4:] == ["Selection", "Counted by", "As of", "Edition", "Address"]
    assert {tuple(row[4:]) for row in body} == {(WHOLE.subtitle, "public reports", "2026-03-13", "7", ADDRESS)}


def test_cells_are_raw() -> None:
    _, first, second, third = rows(csv.document(WHOLE, EN, ADDRESS))
    assert first[:4] == ["Aghdam", "2022-07-02", "4", "https://example.org/a"]
    assert second[1:4] == ["", "", ""], "what is not recorded is empty, never 0"
    assert third[:3] == ["Füzuli, «south»\nside", "2021-01-01", "0.5"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1+1", "＝1"])
def test_text_that_could_run_is_defused(text: str) -> None:
    view = replace(WHOLE, title=text, subtitle=text, table=Table(COLUMNS, ((text, None, -4, ""),)))
    _, row = rows(csv.document(view, EN, ADDRESS))
    assert row[0] == row[4] == f"'{text}"
    assert row[2] == "-4", "a number is a number"


def test_keys_are_the_same_in_every_language() -> None:
    headings = {language: rows(csv.document(WHOLE, Words(language), ADDRESS, "keys"))[0] for language in ("nb", "en")}
    assert headings["nb"] == headings["en"]
    assert headings["en"][:5] == ["district", "date", "killed", "source_url", "about_selection"]
    assert len(set(headings["en"])) == len(headings["en"])


def test_semicolons_on_request() -> None:
    assert rows(csv.document(WHOLE, EN, ADDRESS, separator=";"), ";")[1][0] == "Aghdam"


def test_nothing_found_is_a_heading_without_rows() -> None:
    assert len(rows(csv.document(EMPTY, EN, ADDRESS))) == 1


def test_pandas_reads_it_without_help() -> None:
    table = pd.read_csv(io.BytesIO(csv.document(WHOLE, EN, ADDRESS, "keys")))
    assert table["killed"].tolist()[0] == 4
    assert table["killed"].isna().tolist() == [False, True, False]
    assert pd.to_datetime(table["date"]).dt.year.tolist()[0] == 2022
