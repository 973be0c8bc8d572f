"""Accounts over an empty store, with a clock that tests move."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from accounts import Accounts
from data.store import Store

# Passwords of tests are no secret: as little work as argon2 allows.
FAST = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
PASSWORD = "a long sentence for tests"


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 3, 20, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def goes_on(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "minetall.sqlite")


@pytest.fixture
def accounts(store: Store, clock: Clock) -> Accounts:
    return Accounts(store, FAST, clock)


@pytest.fixture
def editor(accounts: Accounts) -> str:
    """The name of an editor who can sign in."""
    return accounts.use_link(accounts.add("editor-1", "editor", "tests"), PASSWORD).name


@pytest.fixture
def publisher(accounts: Accounts) -> str:
    return accounts.use_link(accounts.add("publisher-1", "publisher", "tests"), PASSWORD).name
