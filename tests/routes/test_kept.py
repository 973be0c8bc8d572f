"""Files that never change under their address: sent compressed, kept by the browser for ever."""

import brotli
import pytest
from dash import Dash
from flask import Flask

import routes
from routes.kept import FOREVER, MONTH
from tests.routes.conftest import ASSETS, SETTINGS, TODAY

STYLE = (ASSETS / "embed.css").read_bytes()


def test_a_marked_file_is_compressed_and_kept(client) -> None:
    answer = client.get("/assets/embed.css?v=abc", headers={"Accept-Encoding": "gzip, br"})
    assert answer.headers["Content-Encoding"] == "br"
    assert brotli.decompress(answer.data) == STYLE
    assert answer.headers["Cache-Control"] == FOREVER
    assert int(answer.headers["Content-Length"]) == len(answer.data) < len(STYLE)
    assert "Accept-Encoding" in answer.headers["Vary"]


def test_without_brotli_it_comes_as_it_is(client) -> None:
    answer = client.get("/assets/embed.css?v=abc", headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in answer.headers
    assert answer.data == STYLE


def test_an_unmarked_file_is_asked_for_again(client) -> None:
    assert client.get("/assets/embed.css").headers["Cache-Control"] == "no-cache"


def test_fonts_are_kept_a_month_and_not_compressed_twice(client) -> None:
    answer = client.get("/assets/fonts/inter-latin.woff2", headers={"Accept-Encoding": "br"})
    assert answer.headers["Cache-Control"] == MONTH
    assert "Content-Encoding" not in answer.headers


def test_answers_that_change_are_left_alone(client) -> None:
    assert "immutable" not in client.get("/export/by_status.json?v=1").headers["Cache-Control"]
    assert client.get("/assets/none.css?v=1").status_code == 404


@pytest.mark.parametrize("accepted", ["br, gzip", "gzip"])
def test_dashs_own_scripts_are_compressed_once_and_kept(shelf, accepted: str) -> None:
    server = Flask("tests", root_path=str(ASSETS.parent), static_folder=None)
    app = Dash("routes", server=server, compress=True)
    app.layout = []
    routes.register(server, SETTINGS, shelf, lambda: TODAY, app.csp_hashes())
    client = server.test_client()
    page = client.get("/").text
    address = next(part for part in page.split('"') if "dash_renderer" in part)
    answer = client.get(address, headers={"Accept-Encoding": accepted})
    assert answer.headers["Content-Encoding"] == accepted.split(",")[0]
    assert answer.headers["Cache-Control"] == FOREVER
    plain = client.get(address).data
    if accepted.startswith("br"):
        assert brotli.decompress(answer.data) == plain
    assert len(answer.data) < len(plain) / 3
