"""The scripts: the one for pandas comes to the sums that were shown; both explain themselves and name the edition."""

import io
import re
from collections.abc import Iterator
from contextlib import redirect_stdout
from functools import partial
from http.server import HTTPServer, SimpleHTTPRequestHandler
from pathlib import Path
from threading import Thread

import pytest

from data.selection import Selection
from exports.records.code import script
from tests.data.factory import make_dataset, make_frame
from tests.exports.records.making import file_of, made, samples
from texts.words import LANGUAGES

ADDRESS = "https://figures.example.org/export/records.csv?lang=en&edition=3"
SELECTIONS = ((), (("from", "2022"), ("to", "2024")), (("outcome", "killed"),), (("from", "1990"), ("to", "1990")))


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    """The address of a file records.csv in tmp_path, on this machine."""
    server = HTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/records.csv"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("query", SELECTIONS)
def test_the_script_for_pandas_comes_to_the_same_sums(query: tuple, served: str, tmp_path: Path) -> None:
    frame, selection = samples()["reported_accidents"], Selection.from_query(query)
    (tmp_path / "records.csv").write_bytes(file_of(frame, "csv", selection))
    table, words = made(frame, selection)
    printed = run(script(table, words, served, "py"))
    for name, total in table.about.totals.items():
        said = re.search(rf"^{name}: (\S+), (\d+) not recorded \(shown: (\S+)\)$", printed, re.MULTILINE)
        assert said, printed
        assert float(said[1]) == (float("nan") if total is None else total) or (total is None and said[1] == "nan")
        assert int(said[2]) == table.about.missing[name]
        assert said[3] == ("None" if total is None else f"{total:g}")


def test_the_script_adds_up_no_running_totals(served: str, tmp_path: Path) -> None:
    frame = samples()["published_totals"]
    (tmp_path / "records.csv").write_bytes(file_of(frame, "csv"))
    table, words = made(frame)
    told = script(table, words, served, "py")
    assert ".sum(" not in told
    assert "2026-03-13" in run(told)
    assert "sum(" not in script(table, words, served, "R")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", ["py", "R"])
def test_a_script_says_what_it_fetches_in_comments_of_the_language(code: str, language: str) -> None:
    table, words = made(make_frame(), language=language)
    told = script(table, words, ADDRESS, code)
    comments = " ".join(line.removeprefix("# ") for line in told.splitlines() if line.startswith("#"))
    for text in (table.about.title, table.about.selection, words.say("takeaway.code.shown"), "3"):
        assert text in comments
    assert told.count(ADDRESS) == 1


@pytest.mark.parametrize("code", ["py", "R"])
def test_no_text_of_a_dataset_becomes_code(code: str) -> None:
    hostile = "x\"\nimport os; os.abort()\r\n'; q() #"
    words = {"en": hostile, "nb": hostile}
    table, said = made(make_frame(dataset=make_dataset(title=words, counted_by=words, licence=words)))
    for line in script(table, said, ADDRESS, code).splitlines():
        assert line.startswith("#") or "abort" not in line


def test_the_script_for_r_has_the_shape_of_r() -> None:
    table, words = made(samples()["reported_accidents"])
    told = script(table, words, ADDRESS, "R")
    code = re.sub(r'"(\\.|[^"\\])*"', '""', "\n".join(line for line in told.splitlines() if line[:1] != "#"))
    for opening, closing in ("()", "[]", "{}"):
        assert code.count(opening) == code.count(closing)
    assert "read.csv(address" in code
    assert re.search(r"^shown <- c\(killed = \d+, injured = \d+\)$", told, re.MULTILINE)


def run(code: str) -> str:
    compile(code, "script", "exec")
    out = io.StringIO()
    with redirect_stdout(out):
        exec(code, {})
    return out.getvalue()
