"""A costly file is made once for an edition, a question, a day and a release; whatever changes, it is made anew."""

import threading
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from data.frame import Edition
from exports.browser import NoBrowser
from exports.formats import FORMATS, Format
from exports.kept_files import KeptFiles
from exports.release import release
from routes import kept_answers
from routes.kept_answers import kept_answer
from tests.data.factory import make_edition
from tests.routes.conftest import SETTINGS, TODAY


class Counted:
    def __init__(self, folder: Path) -> None:
        self.kept, self.made = KeptFiles(folder, 1_000_000), 0

    def make(self) -> bytes:
        self.made += 1
        return b"file"

    def asked(self, name: str = "deck.pptx", question: str = "lang=nb", edition: Edition | None = None,
              today: date = TODAY, settings: object = SETTINGS) -> int:  # fmt: skip
        kept_answer(self.kept, name, question, edition or make_edition(), today, settings, self.make)
        return self.made


@pytest.fixture
def counted(tmp_path: Path) -> Counted:
    return Counted(tmp_path / "kept")


def test_the_same_question_is_made_once(counted: Counted) -> None:
    assert [counted.asked() for _ in range(3)] == [1, 1, 1]


@pytest.mark.parametrize(
    "change",
    [
        {"name": "deck.docx"},
        {"question": "lang=en"},
        {"edition": make_edition(number=2)},
        {"edition": make_edition({"reported_accidents": []})},
        {"today": TODAY + timedelta(1)},
        {"settings": replace(SETTINGS, public_url="https://other.example")},
        {"settings": replace(SETTINGS, organisation="Another office")},
    ],
    ids=lambda change: next(iter(change)),
)
def test_what_a_file_says_makes_it_anew(counted: Counted, change: dict) -> None:
    counted.asked()
    assert counted.asked(**change) == 2


def test_ports_and_folders_do_not(counted: Counted) -> None:
    counted.asked()
    assert counted.asked(settings=replace(SETTINGS, port=9, kept_mb=3)) == 1


def test_another_release_makes_it_anew(counted: Counted, monkeypatch: pytest.MonkeyPatch) -> None:
    counted.asked()
    monkeypatch.setattr(kept_answers, "release", lambda: "another")
    assert counted.asked() == 2


def test_another_slide_template_makes_it_anew(counted: Counted, tmp_path: Path) -> None:
    template = tmp_path / "own.pptx"
    template.write_bytes(b"one")
    settings = replace(SETTINGS, slide_template=str(template))
    counted.asked(settings=settings)
    assert counted.asked(settings=settings) == 1
    template.write_bytes(b"another")
    assert counted.asked(settings=settings) == 2


def test_the_mark_of_a_release_is_one_in_all_processes() -> None:
    assert len(release()) == 64
    assert release() == release.__wrapped__()


def test_an_address_is_answered_from_what_is_kept(serve, shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    slow = Format("slow", "text/plain", lambda handed, _: made.append(handed.query) or b"file %d" % len(made))  # type: ignore[func-returns-value]
    monkeypatch.setitem(FORMATS, "slow", slow)
    client = serve()
    first, again = (client.get("/export/by_status.slow?lang=nb&from=2021") for _ in range(2))
    assert (first.data, again.data, len(made)) == (b"file 1", b"file 1", 1)
    assert client.get("/export/by_status.slow?from=2021&lang=nb&utm_source=x").data == b"file 1"
    tag = {"If-None-Match": first.headers["ETag"]}
    assert client.get("/export/by_status.slow?lang=nb&from=2021", headers=tag).status_code == 304
    assert first.headers["Cache-Control"] == "public, max-age=60"
    pinned = client.get("/export/by_status.slow?lang=nb&from=2021&edition=1")
    assert (pinned.data, pinned.headers["Cache-Control"]) == (b"file 2", "public, max-age=86400")
    shelf.newest = make_edition(number=2)
    assert client.get("/export/by_status.slow?lang=nb&from=2021", headers=tag).data == b"file 3"


def test_a_server_full_of_makers_refuses_and_still_gives_what_is_kept(
    counted: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted.asked()
    monkeypatch.setattr(kept_answers, "_ROOM", threading.Semaphore(0))
    assert counted.asked() == 1
    with pytest.raises(NoBrowser) as refused:
        counted.asked(question="lang=en")
    assert not refused.value.lasting
