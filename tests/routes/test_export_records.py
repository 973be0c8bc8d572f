"""/export/records: every format by its address, pinned or not, in both languages; and refusals in words."""

import io
import json
import re
from urllib.parse import unquote

import pandas as pd
import pytest
from flask.testing import FlaskClient

from exports.records import workbook
from routes.export_records import TYPES
from tests.data.factory import make_edition, make_frame
from texts import LANGUAGES, Words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("extension", TYPES)
def test_every_format_is_a_file_with_a_name_and_a_type(client: FlaskClient, extension: str, language: str) -> None:
    answer = client.get(f"/export/records.{extension}?lang={language}&from=2021")
    assert answer.status_code == 200
    assert answer.mimetype == TYPES[extension]
    assert answer.headers["Content-Language"] == language
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    name = unquote(answer.headers["Content-Disposition"].partition("filename*=UTF-8''")[2])
    edition = Words(language).say("exports.name.edition", edition="1")
    assert name.endswith(f"-{edition}.{extension}")
    assert "2021" in name
    assert int(answer.headers["Content-Length"]) == len(answer.data) > 0


def test_a_selection_narrows_the_records(client: FlaskClient) -> None:
    every = pd.read_csv(io.BytesIO(client.get("/export/records.csv").data))
    some = pd.read_csv(io.BytesIO(client.get("/export/records.csv?district=AZ-AGM&outcome=injured").data))
    assert (len(every), len(some)) == (7, 3)
    assert set(some["district"]) == {"AZ-AGM"}
    assert "killed" not in some
    assert some["injured"].sum() == 6


@pytest.mark.parametrize("key", ["published_totals", "period_totals", "reported_accidents"])
def test_every_dataset_can_be_had(client: FlaskClient, key: str, shelf) -> None:
    told = client.get(f"/export/records.json?dataset={key}").get_json()
    assert told["about"]["dataset"] == key
    assert len(told["records"]) == len(shelf.newest.frames[key])


def test_a_pinned_edition_stays_and_is_kept_for_a_day(client: FlaskClient, shelf) -> None:
    shelf.earlier[1] = shelf.newest
    before = client.get("/export/records.csv?edition=1")
    shelf.newest = make_edition({"reported_accidents": make_frame(rows=[{"date": "2025", "killed": 9}])}, number=2)
    after = client.get("/export/records.csv?edition=1")
    assert before.data == after.data
    assert after.headers["Cache-Control"] == "public, max-age=86400"
    newest = client.get("/export/records.csv")
    assert newest.headers["Cache-Control"] == "public, max-age=60"
    assert newest.headers["ETag"] != after.headers["ETag"]


@pytest.mark.parametrize("extension", TYPES)
def test_what_is_known_already_is_not_sent_again(client: FlaskClient, extension: str) -> None:
    path = f"/export/records.{extension}"
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    head = client.head(path)
    assert (head.status_code, head.data) == (200, b"")
    assert head.headers["Content-Length"] == first.headers["Content-Length"]
    assert head.headers["ETag"] == first.headers["ETag"]


def test_the_csv_points_to_what_its_columns_mean(client: FlaskClient, shelf) -> None:
    shelf.earlier[1] = shelf.newest
    link = re.fullmatch(r'<(.+)>; rel="describedby"; type="application/json"',
                        client.get("/export/records.csv?from=2021").headers["Link"])  # fmt: skip
    assert link
    told = client.get(link[1].removeprefix("https://figures.example.org")).get_json()
    assert told["columns"][0]["definition"]
    assert ["from", "2021-01-01"] in told["about"]["query"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_is_wrong_is_said_at_once(client: FlaskClient, language: str) -> None:
    answer = client.get(f"/export/records.csv?lang={language}&from=x&status=y&edition=-1&outcome=z")
    assert answer.status_code == 400
    assert [name for name in ("from=x", "status=y", "edition=-1", "outcome=z") if name not in answer.text] == []
    assert client.get("/export/records.json?lang=zz").get_json()["error"] == "bad_selection"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_does_not_exist_is_told_with_what_does(client: FlaskClient, language: str) -> None:
    answer = client.get(f"/export/records.ods?lang={language}")
    assert answer.status_code == 404
    assert set(TYPES) <= set(answer.text.split("\n"))
    answer = client.get(f"/export/records.json?dataset=nothing&lang={language}")
    assert answer.status_code == 404
    told = json.loads(answer.data)
    assert (told["error"], told["choices"]) == (
        "dataset_not_found", ["published_totals", "period_totals", "reported_accidents"]
    )  # fmt: skip
    assert "nothing" in told["message"]


def test_nothing_published_and_no_single_cases_are_said(client: FlaskClient, shelf) -> None:
    shelf.newest = make_edition({"period_totals": make_frame("period_totals")})
    assert client.get("/export/records.csv").status_code == 404
    shelf.newest = None
    assert client.get("/export/records.csv").status_code == 503


@pytest.mark.parametrize("language", LANGUAGES)
def test_more_than_a_sheet_holds_is_refused_with_the_other_formats(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr(workbook, "MOST_RECORDS", 6)
    answer = client.get(f"/export/records.xlsx?lang={language}")
    assert answer.status_code == 413
    for text in ("7", "6", "parquet", "zip"):
        assert text in answer.text
    assert client.get(f"/export/records.csv?lang={language}").status_code == 200
