"""Pictures made ahead: every public chart in both languages, once per edition, by one process, never in the way."""

import threading
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from charts import CHARTS
from exports.browser import Without
from exports.kept_files import KeptFiles
from routes.ahead import MADE, Ahead
from settings import Settings
from tests.data.factory import make_edition

ALL = len(CHARTS) * 2 * len(MADE)


class Shelf:
    def __init__(self) -> None:
        self.newest = make_edition()

    def current(self) -> Any:
        return self.newest


class Painter:
    """Stands for the browser: says what it was given, and when it has been given `wanted` pictures."""

    def __init__(self, wanted: int = ALL) -> None:
        self.given: list[dict[str, Any]] = []
        self.wanted, self.full = wanted, threading.Event()

    def picture(self, finished: dict[str, Any], extension: str) -> bytes:
        self.given.append(finished)
        if len(self.given) == self.wanted:
            self.full.set()
        return b""

    def printed(self, html: str, **how: Any) -> bytes:
        raise AssertionError


def ahead(shelf: Shelf, painter: Any, folder: Path) -> Ahead:
    return Ahead(Settings(), shelf, lambda: date(2026, 3, 20), painter, KeptFiles(folder, 10**6), pause=0, rest=0.01)  # type: ignore[arg-type]


def test_an_edition_is_painted_once_and_the_next_one_when_it_comes(tmp_path: Path) -> None:
    shelf, painter = Shelf(), Painter()
    work = ahead(shelf, painter, tmp_path)
    work.asked()
    assert painter.full.wait(20)
    assert {(one["locale"], one["width"], one["height"]) for one in painter.given} >= {
        ("no", 1200, 630),
        ("en", 1200, 630),
    }
    painter.full.clear()
    painter.wanted = 2 * ALL
    shelf.newest = replace(shelf.newest, number=shelf.newest.number + 1)
    while not painter.full.wait(0.05):
        work.asked()
    work.end()
    assert len(painter.given) == 2 * ALL


def test_it_ends_in_the_middle_and_does_not_begin_again(tmp_path: Path) -> None:
    painter = Painter(wanted=1)
    work = ahead(Shelf(), painter, tmp_path)
    work.asked()
    assert painter.full.wait(20)
    work.end()
    work.asked()
    assert work._thread is not None
    assert not work._thread.is_alive()
    assert len(painter.given) < ALL


def test_another_process_is_left_to_it(tmp_path: Path) -> None:
    painter = Painter()
    work = ahead(Shelf(), painter, tmp_path)
    with KeptFiles(tmp_path, 10**6).locks.alone("ahead"):
        work._look()
    assert painter.given == []


def test_without_a_browser_there_is_no_thread(tmp_path: Path) -> None:
    work = ahead(Shelf(), Without(), tmp_path)
    work.asked()
    assert work._thread is None
