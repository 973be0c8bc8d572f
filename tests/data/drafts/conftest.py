"""A store with a desk, small files, and the reading of what waits."""

import csv
import io
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from data.drafts import Desk, Draft, Reading
from data.store import Store
from tests.data.factory import make_dataset

KEY = "reported_accidents"
# What stands in a column of names: it may be nowhere once a draft has ended. No name of a person, and not English.
MARKER = "Qzwxv Pjkhg"
HEADINGS = ("Date", "District", "Killed", "Injured", "Name of victim")


class Clock:
    """Time that a test moves."""

    def __init__(self) -> None:
        self.time = datetime.now(UTC)

    def __call__(self) -> datetime:
        return self.time

    def passes(self, **time: float) -> None:
        self.time += timedelta(**time)


def spreadsheet(rows: int = 3, marker: str = MARKER) -> bytes:
    """A csv of accidents that kill one and injure two each, with a column of names."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADINGS)
    for number in range(rows):
        day = date(2024, 1, 1) + timedelta(number % 300)
        writer.writerow([day.isoformat(), "Agdam", 1, 2, marker])
    return text.getvalue().encode()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "store.sqlite"


@pytest.fixture
def store(place: Path) -> Store:
    store = Store.open(place)
    store.add_dataset(make_dataset(KEY), "tests")
    return store


@pytest.fixture
def desk(store: Store, tmp_path: Path, clock: Clock) -> Desk:
    return Desk(store, tmp_path / "drafts", now=clock)


@pytest.fixture
def reading(desk: Desk) -> Iterator[Reading]:
    """Started; whatever it still reads at the end of a test is stopped."""
    reading = Reading(desk)
    reading.start()
    yield reading
    reading.stop()


@pytest.fixture
def receives(desk: Desk) -> Callable[..., Draft]:
    """receives(content, name, who): a draft, as it is after the upload."""

    def receive(content: bytes | None = None, name: str = "june.csv", who: str = "editor-1", **more: str) -> Draft:
        return desk.receive(io.BytesIO(spreadsheet() if content is None else content), name, who, **more)

    return receive


@pytest.fixture
def reads(desk: Desk) -> Callable[[Draft], Draft]:
    """Reads what waits, in this thread, and gives the draft as it is then."""

    def read(draft: Draft) -> Draft:
        while Reading(desk).read_next():
            pass
        return desk.draft(draft.id)

    return read
