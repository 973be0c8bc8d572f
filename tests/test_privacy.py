"""Nothing that everybody can ask for names a person, an account or a reason of staff, whatever the file holds."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date
from typing import Any

import pyarrow.parquet as pq
import pytest
from flask.testing import FlaskClient

from app import create_app
from charts import ALL_CHARTS
from data.intake import take_in
from data.intake.corrections import Correction
from data.store import Store
from exports import json
from exports.formats import FORMATS, SET_FORMATS
from settings import Settings
from tests.data.factory import make_dataset
from texts.words import LANGUAGES

TODAY = date(2026, 4, 2)
CASES = """Date,District,Place,Killed,Injured,Device,Status,Name of victim,Age,Notes,Officer,Source
2024-05-01,Agdam,Field A,1,0,anti-tank mine,civilian,Person One,34,Called the family of Person One,Editor One,https://example.org/1
2024-05-02,Fuzuli,Field B,0,2 (Person Two),Person Three,civilian,Person Two,17,,Editor Two,https://example.org/2
2024-05-03,Lachin,Field C,,12,anti-personnel mine,Person Four,Person Three,51,ask +00 000 00 000,,see Person Five
2 May 2024 (Person Six),Agdam,Field D,Person Seven,1,anti-tank mine,civilian,Person Four,40,,,
Person Eight,Agdam,Field E,2,1,anti-tank mine,civilian,Person Nine,41,,,
"""
STATEMENTS = """As of,Killed,Injured,Counted by,Remarks
2023-01-01,5,9,Counting office,told by Person Ten
2024-01-01,6 (Person Ten),12,Counting office,
"""
MENDS = {
    "reported_accidents": ("Injured", "12", "1"), "published_totals": ("Injured", "12", "11")
}  # fmt: skip
PRIVATE = ("Person O", "Person T", "Person F", "Person S", "Person E", "Person N", "Editor ", "family of", "+00 000",
           "editor-1", "publisher-1", "digits that")  # fmt: skip
FILES = ("csv", "hxl.csv", "xlsx", "parquet", "json", "zip", "py", "R")


class Drawn:
    """A browser that writes what it was to draw or print."""

    def picture(self, finished: dict[str, Any], extension: str) -> bytes:
        return f"<svg>{json.text(finished)}</svg>".encode()

    def printed(self, html: str, **_how: Any) -> bytes:
        return html.encode()


def mend(key: str) -> Correction:
    heading, old, new = MENDS[key]
    row = 4 if key == "reported_accidents" else 3
    return Correction(heading, old, new, what="typing error", why="digits that Person Eleven wrote", source="editor-1",
                      sheet="csv", row=row)  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = Store.open(tmp_path_factory.mktemp("privacy") / "minetall.sqlite")
    versions = {}
    for key, text in (("reported_accidents", CASES), ("published_totals", STATEMENTS)):
        layout = "incident_list" if key == "reported_accidents" else "running_totals"
        taken = take_in(text.encode(), f"{key}.csv", today=TODAY, corrections=[mend(key)], all_findings=True)
        assert taken.layout == layout
        store.add_dataset(make_dataset(key))
        versions[key] = store.add_version(key, taken, "publisher-1", "")
    store.publish(versions, {"nb": "# Tekst", "en": "# Text"}, "publisher-1")
    return store


@pytest.fixture(scope="module")
def client(store: Store) -> FlaskClient:
    settings = Settings(site_name="Figures", public_url="https://figures.example.org", staff=False)
    return create_app(settings, store, lambda: TODAY, browser=Drawn()).server.test_client()


def addresses(store: Store, language: str) -> Iterator[str]:
    """Everything that is public, of every dataset."""
    end = f"lang={language}"
    yield from (f"{path}?{end}" for path in ("/", "/method", "/edition", "/api/v1/editions", "/api/v1/datasets"))
    for chart in ALL_CHARTS:
        files = (f"/export/{chart}.{extension}" for extension in FORMATS)
        yield from (f"{path}?{end}" for path in (f"/embed/{chart}", f"/api/v1/charts/{chart}", *files))
    every = ",".join(ALL_CHARTS)
    for (name, extension), format in SET_FORMATS.items():
        length = "&length=full" if "length" in {option.name for option in format.options} else ""
        yield f"/export/{name}.{extension}?{end}&charts={every}{length}"
    for key, frame in store.current().frames.items():
        own = f"dataset={key}&{end}"
        for tab in ("", "&chart=published_against_recorded", "&group=incident"):
            yield f"/explore?{own}{tab}"
            yield f"/explore.json?{own}{tab}"
        yield from (f"/export/records.{kind}?{own}" for kind in FILES if language == LANGUAGES[0])
        yield from (f"/api/v1/records?{own}{kind}" for kind in ("", "&format=csv"))
        if key == "reported_accidents":  # running totals are never added up
            yield from (f"/api/v1/summaries?by={by}&{own}" for by in ("district", "device", "status"))
        yield from (f"/record/{key}/{record_id}?{end}" for record_id in frame.records["record_id"])


def told(path: str, body: bytes) -> str:
    """All text of an answer, that of packed files too."""
    if ".parquet" in path:
        table = pq.read_table(io.BytesIO(body))
        return f"{table.to_pylist()} {table.schema.metadata}"
    if body[:2] == b"PK":
        packed = zipfile.ZipFile(io.BytesIO(body))
        # A slide has workbooks and faces inside.
        return " ".join(told(name, packed.read(name)) for name in packed.namelist())
    return body.decode(errors="replace")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_public_answer_names_anybody(client: FlaskClient, store: Store, language: str) -> None:
    leaks, missed = [], []
    for path in addresses(store, language):
        answer = client.get(path)
        missed += [path] if answer.status_code != 200 else []
        text = told(path, answer.get_data())
        leaks += [(path, word, text[max(0, text.index(word) - 80) :][:160]) for word in PRIVATE if word in text]
    assert not leaks
    assert not missed


def test_what_is_found_is_still_counted(client: FlaskClient) -> None:
    page = client.get("/method?lang=en").get_data(as_text=True)
    assert "Corrected (1). The details are not shown here." in page
    assert "A number with something else beside it (1). The details are not shown here." in page
    remarks = client.get("/export/published_totals.csv?lang=en").get_data(as_text=True)
    assert "Corrected (the details are not shown here)." in remarks
