"""A store of its own for each test, and other processes that use it."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from data.store import Store
from tests.data.factory import make_dataset, make_intake

ROOT = Path(__file__).parents[3]
KEY = "reported_accidents"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "a folder" / "store.sqlite"


@pytest.fixture
def store(place: Path) -> Store:
    """With one dataset and nothing published."""
    store = Store.open(place)
    store.add_dataset(make_dataset(KEY), "tests")
    return store


@pytest.fixture
def published(store: Store) -> Store:
    """With edition 1."""
    version = store.add_version(KEY, make_intake(), "tests", "first")
    store.publish({KEY: version}, {"nb": "# Tekst", "en": "# Text"}, "tests", "first")
    return store


@pytest.fixture
def actor(place: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """actor("follow", 3): another process; see actors.py."""
    started: list[subprocess.Popen[str]] = []

    def start(*action: object) -> subprocess.Popen[str]:
        name, *rest = (str(part) for part in action)
        command = [sys.executable, "-m", "tests.data.store.actors", name, str(place), *rest]
        started.append(subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()
        if process.stdout:
            process.stdout.close()
