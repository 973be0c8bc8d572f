"""The data package follows the rules of https://datapackage.org (version 2), and its parts agree with each other."""

import csv
import hashlib
import io
import json
import re
import zipfile
from typing import Any

import pytest

from tests.exports.records.making import file_of, samples
from texts.words import LANGUAGES

DATASETS = ("published_totals", "period_totals", "reported_accidents")
URL_OR_PATH = re.compile(r"https?://\S+|(?!/|\.\.)[\w./-]+")
FIELD_TYPES = {"string", "number", "integer", "date"}
CASTS = {"string": str, "number": float, "integer": int, "date": lambda text: re.fullmatch(r"\d{4}-\d\d-\d\d", text)[0]}


def package(key: str, language: str = "en") -> tuple[dict[str, Any], zipfile.ZipFile]:
    packed = zipfile.ZipFile(io.BytesIO(file_of(samples()[key], "zip", language=language)))
    return json.loads(packed.read("datapackage.json")), packed


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", DATASETS)
def test_the_descriptor_follows_the_standard(key: str, language: str) -> None:
    told, packed = package(key, language)
    assert told["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert re.fullmatch(r"[a-z0-9._-]+", told["name"])
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", told["created"])
    assert re.fullmatch(r"\d+\.\d+\.\d+", told["version"])
    for licence in told["licenses"]:
        assert URL_OR_PATH.fullmatch(licence["path"])
        assert licence["path"] in packed.namelist()
        assert licence["title"]
    for source in told["sources"]:
        assert source["title"]
        assert "path" not in source or URL_OR_PATH.fullmatch(source["path"])
    for contributor in told["contributors"]:
        assert contributor["title"]
        assert isinstance(contributor["roles"], list)


@pytest.mark.parametrize("key", DATASETS)
def test_the_resource_is_what_the_descriptor_says(key: str) -> None:
    told, packed = package(key)
    (resource,) = told["resources"]
    content = packed.read(resource["path"])
    assert (resource["name"], resource["encoding"]) == ("records", "utf-8")
    assert resource["bytes"] == len(content)
    assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    assert not content.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("key", DATASETS)
def test_every_cell_fits_the_schema(key: str) -> None:
    told, packed = package(key)
    schema = told["resources"][0]["schema"]
    rows = list(csv.DictReader(io.StringIO(packed.read("records.csv").decode(), newline="")))
    fields = {field["name"]: field for field in schema["fields"]}
    assert len(fields) == len(schema["fields"])
    assert list(rows[0]) == list(fields)
    assert {field["type"] for field in fields.values()} <= FIELD_TYPES
    for row in rows:
        for name, text in row.items():
            if text not in schema["missingValues"]:
                CASTS[fields[name]["type"]](text)
                assert text in fields[name].get("constraints", {}).get("enum", [text])
    (key_field,) = schema["primaryKey"]
    assert len({row[key_field] for row in rows}) == len(rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_readme_says_the_same(language: str) -> None:
    told, packed = package("reported_accidents", language)
    readme = packed.read("README.md").decode()
    assert readme.startswith(f"# {told['title']}\n")
    for field in told["resources"][0]["schema"]["fields"]:
        assert f"| `{field['name']}` |" in readme
    assert told["homepage"] in readme
