"""plotly.js arrives compressed, from our own bundle, wherever it is asked for."""

import gzip

import brotli
import pytest
from flask.testing import FlaskClient

from routes.bundle import ADDRESS, BUNDLE, DASH_ADDRESS

PLAIN = BUNDLE.read_bytes()


@pytest.mark.parametrize("address", [ADDRESS, DASH_ADDRESS])
@pytest.mark.parametrize(("accepted", "encoding", "unpack"), [
    ("gzip, deflate, br, zstd", "br", brotli.decompress), ("gzip", "gzip", gzip.decompress), ("", None, bytes),
    ("br;q=0, gzip", "gzip", gzip.decompress),
])  # fmt: skip
def test_it_comes_in_the_form_that_the_browser_reads(
    client: FlaskClient, address: str, accepted: str, encoding: str | None, unpack
) -> None:
    answer = client.get(address, headers={"Accept-Encoding": accepted})
    assert answer.headers.get("Content-Encoding") == encoding
    assert answer.mimetype == "text/javascript"
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert unpack(answer.data) == PLAIN


def test_a_marked_address_is_kept_for_ever_and_dashs_own_for_an_hour(client: FlaskClient) -> None:
    assert "immutable" in client.get(f"{ADDRESS}?v=1").headers["Cache-Control"]
    assert client.get(DASH_ADDRESS).headers["Cache-Control"] == "public, max-age=3600"


def test_the_same_bundle_is_not_sent_twice(client: FlaskClient) -> None:
    headers = {"Accept-Encoding": "br"}
    etag = client.get(DASH_ADDRESS, headers=headers).headers["ETag"]
    again = client.get(DASH_ADDRESS, headers=headers | {"If-None-Match": etag})
    assert (again.status_code, again.data) == (304, b"")
