"""/template: every kind in every language as a workbook with a name; refusals in words."""

import io
from urllib.parse import unquote

import openpyxl
import pytest
from flask.testing import FlaskClient

from data.template import KINDS
from data.template.workbook import file_name
from texts import LANGUAGES, Words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_template_in_every_language(client: FlaskClient, kind: str, language: str) -> None:
    answer = client.get(f"/template/{kind}.xlsx?lang={language}")
    words = Words(language)
    assert answer.status_code == 200
    assert answer.mimetype == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert openpyxl.load_workbook(io.BytesIO(answer.data)).sheetnames[0] == words.say(f"template.sheet.{kind}")
    disposition = answer.headers["Content-Disposition"]
    assert disposition.startswith("attachment; filename=")
    assert unquote(disposition.partition("filename*=UTF-8''")[2]) == file_name(kind, words)
    assert answer.headers["Content-Language"] == language
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "max-age" in answer.headers["Cache-Control"]


def test_the_language_follows_the_browser_when_the_address_names_none(client: FlaskClient) -> None:
    for accepted, language in (("nn-NO,en;q=0.5", "nb"), ("en-GB", "en"), ("", "nb")):
        answer = client.get("/template/line_list.xlsx", headers={"Accept-Language": accepted})
        assert answer.headers["Content-Language"] == language
        assert "Accept-Language" in answer.headers["Vary"]


def test_it_is_made_once_and_answered_by_its_etag(client: FlaskClient) -> None:
    first = client.get("/template/line_list.xlsx?lang=nb")
    assert client.get("/template/line_list.xlsx?lang=nb").data == first.data
    again = {"If-None-Match": first.headers["ETag"]}
    assert client.get("/template/line_list.xlsx?lang=nb", headers=again).status_code == 304
    assert client.get("/template/line_list.xlsx?lang=en", headers=again).status_code == 200


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/template/period_totals.xlsx?lang=en", 404, "There is no template called period_totals."),
        ("/template/period_totals.xlsx?lang=nb", 404, "Det finnes ingen mal som heter period_totals."),
        ("/template/line_list.ods?lang=en", 404, "Templates are not available as ods."),
        ("/template/line_list.xlsx?lang=de", 400, "lang=de"),
    ],
)
def test_what_there_is_not_is_refused_in_words(client: FlaskClient, address: str, status: int, said: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.mimetype) == (status, "text/plain")
    assert said in answer.text
    assert answer.headers["Cache-Control"] == "no-store"


def test_an_unknown_kind_names_the_known_ones(client: FlaskClient) -> None:
    assert client.get("/template/moon.xlsx?lang=en").text.splitlines()[1:] == list(KINDS)


def test_nothing_but_reading(client: FlaskClient) -> None:
    assert client.post("/template/line_list.xlsx").status_code == 405
