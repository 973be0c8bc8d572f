"""The API: what it says stands in its description, pages lead on, numbers are those of the page, rubbish is named."""

import csv
import io
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

import pytest
import schemathesis
from flask.testing import FlaskClient
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from charts import ALL_CHARTS
from data.selection import Selection
from data.summaries.coverage import cases_frame
from data.summaries.selected import select
from data.summaries.tally import whole
from tests.routes.conftest import Shelf

ROOT = "/api/v1"


def ask(client: FlaskClient, path: str, status: int = 200, **query: Any) -> Any:
    answer = client.get(ROOT + path, query_string={"lang": "en", **query})
    assert answer.status_code == status, answer.get_data(as_text=True)
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    return answer.get_json()


def test_datasets_are_described(client: FlaskClient, shelf: Shelf) -> None:
    told = {one["key"]: one for one in ask(client, "/datasets")["datasets"]}
    assert set(told) == set(shelf.current().frames)
    for key, frame in shelf.current().frames.items():
        assert told[key]["records"] == len(frame)
        assert set(told[key]["title"]) == {"nb", "en"}
        assert told[key]["last_date"] == frame.records["date_to"].max().date().isoformat()
        assert urlsplit(told[key]["records_address"]).netloc == "figures.example.org"


def test_sums_are_those_of_the_page(client: FlaskClient, shelf: Shelf) -> None:
    frame = cases_frame(shelf.current())
    assert frame is not None
    everything = whole(select(frame, Selection()))
    (row,) = ask(client, "/summaries")["rows"]
    assert (row["killed"], row["injured"]) == (everything.killed.n, everything.injured.n)
    assert row["injured_at_least"] == everything.injured.at_least
    by_district = ask(client, "/summaries", by="district")["rows"]
    assert sum(one["killed"] or 0 for one in by_district) == everything.killed.n
    by_month = ask(client, "/summaries", by="month")["rows"]
    assert sum(one["records"] for one in by_month) == len(frame)
    assert {one["state"] for one in by_month} <= {"finished", "unfinished", "wider", "undated"}


def test_csv_says_the_same(client: FlaskClient) -> None:
    text = client.get(f"{ROOT}/summaries?by=district&format=csv").get_data(as_text=True).removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text)))
    told = ask(client, "/summaries", by="district")["rows"]
    assert [row["value"] for row in rows] == [row["value"] for row in told]
    assert [row["killed"] or None for row in rows] == [
        None if r["killed"] is None else f"{r['killed']:g}" for r in told
    ]


def test_pages_of_records_hold_every_record_once(client: FlaskClient, shelf: Shelf) -> None:
    frame = cases_frame(shelf.current())
    assert frame is not None
    page, held = ask(client, "/records", limit="2"), []
    while True:
        held += [row["record_id"] for row in page["records"]]
        assert page["total"] == len(frame)
        if page["next"] is None:
            break
        parts = urlsplit(page["next"])
        page = client.get(f"{parts.path}?{parts.query}").get_json()
    assert held == list(frame.records["record_id"])
    assert {"district", "killed"} <= {column["key"] for column in page["columns"]}
    assert not {"latitude", "longitude"} & set(page["records"][0])


def test_pages_of_editions_lead_on_to_the_last(client: FlaskClient, shelf: Shelf) -> None:
    newest = shelf.current()
    shelf.earlier = {7: replace(newest, number=7), 8: replace(newest, number=8)}
    page = ask(client, "/editions", limit="2")
    assert [one["edition"] for one in page["editions"]] == [8, 7]
    assert (page["total"], page["limit"]) == (3, 2)
    parts = urlsplit(page["next"])
    last = client.get(f"{parts.path}?{parts.query}").get_json()
    assert [one["edition"] for one in last["editions"]] == [newest.number]
    assert last["next"] is None


def test_what_is_not_added_up_is_refused(client: FlaskClient) -> None:
    refused = ask(client, "/summaries", 404, dataset="published_totals")
    assert "not added up" in refused["details"][0]


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/summaries", {"by": "colour", "from": "x", "outcome": "dead"}),
        ("/charts/over_time", {"by": "decade", "edition": "0"}),
        ("/datasets", {"edition": "first", "lang": "xx"}),
        ("/editions", {"limit": "0", "offset": "-1"}),
    ],
)
def test_everything_wrong_is_told_at_once(client: FlaskClient, path: str, query: dict[str, str]) -> None:
    answer = client.get(ROOT + path, query_string=query)
    assert answer.status_code == 400
    assert {line.partition("=")[0] for line in answer.get_json()["details"]} == set(query)


def test_an_answer_is_asked_for_again_by_its_mark(client: FlaskClient) -> None:
    first = client.get(f"{ROOT}/datasets")
    again = client.get(f"{ROOT}/datasets", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert "max-age=60" in first.headers["Cache-Control"]
    assert "max-age=86400" in client.get(f"{ROOT}/datasets?edition=1").headers["Cache-Control"]


def test_an_address_that_is_none_names_those_that_are(client: FlaskClient) -> None:
    for path in ("", "/", "/charts/pie", "/records/1/2"):
        refused = client.get(ROOT + path)
        assert refused.status_code == 404
        assert f"{ROOT}/datasets" in refused.get_json()["choices"]


def test_nothing_published_is_said(serve: Callable[..., FlaskClient], shelf: Shelf) -> None:
    shelf.newest = None
    assert ask(serve(), "/datasets", 503)["error"] == "nothing_published"


def test_every_chart_and_parameter_is_described(client: FlaskClient) -> None:
    described = ask(client, "/openapi.json")
    assert {path.removeprefix("/charts/") for path in described["paths"] if "/charts/" in path} == set(ALL_CHARTS)
    for operation in (path["get"] for path in described["paths"].values()):
        assert operation["summary"]
        assert all(parameter["description"] for parameter in operation["parameters"])


def test_what_it_answers_is_what_it_describes(client: FlaskClient) -> None:
    """Any call that the description allows, and many that it does not."""
    schema = schemathesis.openapi.from_wsgi(f"{ROOT}/openapi.json", client.application)
    for result in schema.get_all_operations():
        operation = result.ok()
        strategy = operation.as_strategy()

        @settings(max_examples=6, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck),
                  derandomize=True, database=None)  # fmt: skip
        @given(case=strategy)
        def tried(case: Any) -> None:
            positive = case.meta.generation.mode.is_positive
            if positive:
                case.query["lang"] = "en"
            answer = case.call_and_validate(excluded_checks=[positive_data_acceptance])
            if answer.status_code == 400 and positive:
                # What a schema cannot say: a period is in order, nothing is both in and out, a text can be printed.
                assert re.search(
                    "before it starts|both asked for|cannot be printed|not a date|key of a district", answer.text
                )

        tried()
