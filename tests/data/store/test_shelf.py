"""Reading: once per edition, a look at the database at most once a second, whatever the number of threads."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from data.store import Store, shelf
from data.store.database import Database
from tests.data.factory import ACCIDENTS, make_intake

KEY = "reported_accidents"


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def unpacked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows with each table that is decoded."""
    sizes: list[int] = []
    unpack = shelf.unpack

    def counted(content: bytes) -> Any:
        sizes.append(len(content))
        return unpack(content)

    monkeypatch.setattr(shelf, "unpack", counted)
    return sizes


def test_a_reader_follows_after_a_second_and_not_before(published: Store, place: Path) -> None:
    clock = Clock()
    reader = shelf.Shelf(Database(place), clock)
    assert reader.newest().number == 1
    published.publish(None, {"nb": "# Ny"}, "tests")
    clock.now += shelf.LOOK_AGAIN_AFTER - 0.01
    assert reader.newest().number == 1
    clock.now += 0.01
    assert reader.newest().number == 2


def test_the_publisher_itself_sees_it_at_once(published: Store) -> None:
    assert published.current().number == 1
    published.publish(None, {"nb": "# Ny"}, "tests")
    assert published.current().number == 2


def test_frames_are_shared_between_editions(published: Store, unpacked: list[int]) -> None:
    first = published.current()
    assert len(unpacked) == 2, "records and counts"
    published.publish(None, {"nb": "# Ny"}, "tests")
    assert published.current().frames[KEY] is first.frames[KEY] is published.edition(1).frames[KEY]
    assert published.current() is published.current() is published.edition(2)
    assert len(unpacked) == 2


def test_many_threads_decode_once(published: Store, place: Path, unpacked: list[int]) -> None:
    store = Store.open(place)
    with ThreadPoolExecutor(8) as threads:
        editions = list(threads.map(lambda _: store.current(), range(64)))
    assert len({id(edition) for edition in editions}) == 1
    assert len(unpacked) == 2


def test_old_editions_leave_memory(published: Store, unpacked: list[int]) -> None:
    for extra in range(1, shelf.KEPT + 3):
        version = published.add_version(KEY, make_intake(ACCIDENTS[:extra]), "tests")
        published.publish({KEY: version}, None, "tests")
    for number in range(1, shelf.KEPT + 3):
        published.edition(number)
    unpacked.clear()
    published.edition(shelf.KEPT + 2)
    assert unpacked == [], "kept"
    published.edition(1)
    assert len(unpacked) == 2, "read again"
