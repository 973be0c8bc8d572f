"""/edition, and addresses that hold an edition fast: its own numbers, kept long, links that keep it, clear refusals."""

import csv
import io

import pytest
from flask.testing import FlaskClient

from tests.data.factory import ACCIDENTS, make_edition

MORE = [*ACCIDENTS, {"date": "2026-01-05", "district": "AZ-AGM", "killed": 8, "injured": 0}]


@pytest.fixture
def two(shelf) -> None:
    """Edition 2 is the newest and counts 8 more people killed."""
    shelf.earlier[1] = shelf.newest
    shelf.newest = make_edition({"reported_accidents": MORE}, number=2)


def killed(client: FlaskClient, query: str) -> float:
    told = client.get(f"/export/by_district.json?lang=en&{query}").get_json()
    column = [one["key"] for one in told["columns"]].index("killed")
    return sum(row[column] or 0 for row in told["rows"])


def test_the_newest_edition_is_told_in_few_bytes(client: FlaskClient, shelf) -> None:
    answer = client.get("/edition")
    assert answer.get_json() == {"edition": 1, "published_at": shelf.newest.published_at.isoformat()}
    assert (answer.headers["Cache-Control"], len(answer.data) < 100) == ("no-cache", True)
    again = {"If-None-Match": answer.headers["ETag"]}
    assert client.get("/edition", headers=again).status_code == 304
    shelf.newest = make_edition(number=2)
    assert client.get("/edition", headers=again).get_json()["edition"] == 2
    shelf.newest = None
    assert (client.get("/edition").status_code, client.get("/edition").get_json()) == (503, {"edition": None})


def test_an_address_with_an_edition_gives_the_numbers_of_that_edition(client: FlaskClient, two) -> None:
    assert killed(client, "") == killed(client, "edition=2") == killed(client, "edition=1") + 8
    told = client.get("/export/by_district.json?lang=en&edition=1").get_json()
    assert told["edition"] == 1
    assert "edition=1" in told["address"]
    file = client.get("/export/by_district.csv?lang=en&edition=1&headings=keys")
    row = next(csv.DictReader(io.StringIO(file.data.decode("utf-8-sig"), newline="")))
    assert (row["about_edition"], "edition=1" in row["about_address"]) == ("1", True)
    assert "edition-1" in file.headers["Content-Disposition"]
    picture = client.get("/export/by_district.json?picture=1&lang=en&edition=1").get_json()
    words = " ".join(one["text"] for one in picture["figure"]["layout"]["annotations"])
    assert "edition 1" in words


def test_a_pinned_answer_is_kept_long_and_a_live_one_is_not(client: FlaskClient, two) -> None:
    for path in ("/export/by_status.csv", "/export/by_status.json", "/embed/by_status"):
        assert client.get(path).headers["Cache-Control"] == "public, max-age=60"
        pinned = client.get(f"{path}?edition=1")
        assert pinned.headers["Cache-Control"] == "public, max-age=86400"
        assert client.get(f"{path}?edition=1", headers={"If-None-Match": pinned.headers["ETag"]}).status_code == 304


@pytest.mark.parametrize(
    ("language", "said", "way"), [("en", "edition 1", "newest figures"), ("nb", "utgave 1", "nyeste tallene")]
)
def test_an_embed_says_that_it_holds_an_edition_fast(client: FlaskClient, two, language, said, way) -> None:
    page = client.get(f"/embed/by_status?lang={language}&status=civilian&edition=1").text
    notice = page.partition('<p class="pinned" ')[2].partition("</p>")[0]
    assert said in notice
    assert way in notice
    assert f'href="/embed/by_status?lang={language}&amp;status=civilian"' in notice
    assert (
        f'rel="canonical" href="https://figures.example.org/?lang={language}&amp;status=civilian&amp;edition=1' in page
    )
    assert 'class="pinned"' not in client.get(f"/embed/by_status?lang={language}").text


@pytest.mark.parametrize("number", ["0", "-1", "1.5", "two", "9" * 30, "²", "7"])
@pytest.mark.parametrize("path", ["/export/by_status.csv", "/embed/by_status"])
def test_another_number_is_refused_in_words(client: FlaskClient, two, path: str, number: str) -> None:
    refused = client.get(path, query_string={"lang": "en", "edition": number})
    assert (refused.status_code, refused.headers["Cache-Control"]) == (400, "no-store")
    assert f"edition={number}:" in refused.text
    assert ("There is no edition of this number. " if number == "7" else "a whole number from 1") in refused.text
