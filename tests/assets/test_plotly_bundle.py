"""The plotly.js bundle: of the version that plotly.py expects, with every trace that charts/ draws, and small."""

import ast
import gzip
import json
import re
from pathlib import Path

import brotli
import pytest
from plotly.offline import get_plotlyjs_version

from charts.config import GRAPH_CONFIG

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "assets" / "plotly"
BUNDLE = (FOLDER / "plotly.min.js").read_bytes()
AGAIN = "run `make plotly` and commit assets/plotly"


def traces_drawn() -> set[str]:
    """The values of "type" in the figures that charts/ writes down, axes and error bars left out."""
    found = set()
    for file in (ROOT / "charts").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Dict):
                keys = {key.value for key in node.keys if isinstance(key, ast.Constant)}
                for key, value in zip(node.keys, node.values, strict=True):
                    named = isinstance(key, ast.Constant) and key.value == "type" and isinstance(value, ast.Constant)
                    if named and keys & {"x", "y", "z", "lat", "locations"}:
                        found.add(value.value)
    return found


def test_it_is_the_version_that_plotly_py_expects() -> None:
    wanted = get_plotlyjs_version()
    assert json.loads((FOLDER / "package.json").read_text())["dependencies"]["plotly.js"] == wanted, (
        f"plotly.py moved on to plotly.js {wanted}: change assets/plotly/package.json, then {AGAIN}"
    )
    assert f'="{wanted}"'.encode() in BUNDLE, AGAIN


def test_it_holds_every_trace_that_is_drawn() -> None:
    entry = (FOLDER / "entry.cjs").read_text()
    held = set(re.findall(r"require\('plotly\.js/(?:src/traces|lib)/(\w+)'\)", entry))
    drawn = traces_drawn()
    assert {"bar", "scatter"} <= drawn
    assert drawn <= held, f"add {sorted(drawn - held)} to assets/plotly/entry.cjs, then {AGAIN}"


@pytest.mark.parametrize(("suffix", "unpack"), [(".br", brotli.decompress), (".gz", gzip.decompress)])
def test_the_compressed_forms_are_of_the_same_bundle(suffix: str, unpack) -> None:
    assert unpack((FOLDER / f"plotly.min.js{suffix}").read_bytes()) == BUNDLE, AGAIN


def test_it_stays_small() -> None:
    assert len((FOLDER / "plotly.min.js.br").read_bytes()) < 320_000


def test_it_knows_no_address_but_those_that_our_settings_leave_unused() -> None:
    """cloud.plotly.com is where the "Share chart" button uploads to; charts/config.py switches it off."""
    addresses = set(re.findall(rb"https?://[\w.-]+", BUNDLE))
    links = {b"https://plotly.com", b"https://github.com"}
    assert addresses <= {b"http://www.w3.org", b"https://cloud.plotly.com", b"https://cdn.plot.ly"} | links
    assert GRAPH_CONFIG["showSendToCloud"] is False
    assert GRAPH_CONFIG["displayModeBar"] is False


def test_the_lock_file_names_no_registry() -> None:
    lock = (FOLDER / "package-lock.json").read_text()
    packages = json.loads(lock)["packages"]
    assert not [name for name, package in packages.items() if "resolved" in package]
    assert not [name for name, package in packages.items() if name and "integrity" not in package]


def test_no_package_of_npm_is_committed() -> None:
    assert "node_modules/" in (ROOT / ".gitignore").read_text().split()
