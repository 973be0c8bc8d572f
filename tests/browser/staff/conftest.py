"""A site of its own for each test that publishes: the shipped figures, people who sign in, and drafts in a folder."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from playwright.sync_api import Browser

from accounts import Accounts
from app import create_app
from data.drafts import Desk
from data.store import Store
from settings import Settings
from tests.browser.conftest import TODAY
from tests.browser.served import served
from tests.browser.staff.person import Person

# Passwords of tests are no secret: as little work as argon2 allows.
FAST = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@dataclass(frozen=True, slots=True)
class Office:
    """A running site with staff pages. `desk` is another desk at the same store and folder."""

    address: str
    store: Store
    accounts: Accounts
    desk: Desk


@contextmanager
def office_in(folder: Path, shipped: Store) -> Iterator[Office]:
    """Opens with a copy of the shipped store: edition 1. http, so that its cookies travel without TLS."""
    file = folder / "minetall.sqlite"
    assert shipped.file is not None
    with closing(sqlite3.connect(shipped.file)) as old, closing(sqlite3.connect(file)) as new:
        old.backup(new)
    store, app = Store.open(file), None
    accounts = Accounts(store, FAST)
    with served(lambda *call: app.server(*call)) as address:  # type: ignore[attr-defined]
        settings = Settings(public_url=address, emergency_number="112", drafts_folder=str(folder / "drafts"))
        app = create_app(settings, store, lambda: TODAY, accounts)
        yield Office(address, store, accounts, Desk.of(store, settings, lambda: TODAY))
    assert app.reading is not None
    app.reading.stop()


@pytest.fixture
def office(tmp_path: Path, store: Store) -> Iterator[Office]:
    with office_in(tmp_path, store) as office:
        yield office


@pytest.fixture
def enters(browser: Browser, office: Office) -> Iterator[Callable[..., Person]]:
    """Another browser at the same site, in a language (`dark`, `scripts`, ... as Browser.new_context takes them)."""
    with entering(browser, office) as enters:
        yield enters


@contextmanager
def entering(browser: Browser, office: Office) -> Iterator[Callable[..., Person]]:
    """Afterwards: no page may have said a word on the console or have asked a stranger."""
    people: list[Person] = []

    def enters(language: str = "en", **options: object) -> Person:
        people.append(Person(browser, office.address, language, office.accounts, **options))
        return people[-1]

    yield enters
    for person in people:
        person.context.close()
    assert [said for person in people for said in person.said] == []
    assert [url for person in people for url in person.strangers] == []
