"""Every chart as an embed without scripts, in both languages and three states: its numbers, sources and address."""

from functools import cache

import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html

import routes
from exports.browser import Without
from tests.exports.contract import CASES, NOTHING, SETTINGS, TODAY, case, edition_said, missing, plain, shelf
from tests.exports.test_contract_sets import holds
from tests.routes.conftest import ASSETS


@cache
def client(state: str) -> FlaskClient:
    server = Flask("tests", root_path=str(ASSETS.parent), static_folder=None)
    routes.register(server, SETTINGS, shelf(state), lambda: TODAY, Without())
    return server.test_client()


@pytest.mark.parametrize(("chart", "language", "state"), CASES)
def test_an_embed_holds_what_the_chart_shows(chart: str, language: str, state: str) -> None:
    asked = case(chart, language, state)
    query = {"lang": language} | (NOTHING if state == "nothing found" else {})
    page = html.fromstring(client(state).get(f"/embed/{chart}", query_string=query).text)
    for element in page.xpath("//script|//style"):
        element.drop_tree()
    told = page.text_content() + " ".join(link.get("href") for link in page.iterfind(".//a[@href]"))
    assert not missing(told, [asked.view.title, asked.view.empty_reason, *asked.proof()])
    assert any(one in plain(told) for one in edition_said(asked))
    assert page.get("lang") == language
    tables = [
        [[cell.text_content() for cell in row.iterfind("./*")] for row in table.iterfind(".//tr")]
        for table in page.iterfind(".//table")
    ]
    assert not asked.view.table.rows or any(holds(table, asked.view.table, asked.handed.words) for table in tables)
