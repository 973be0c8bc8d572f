"""A site with staff pages over an empty store, and people who use it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from flask import Flask

import app as site
from accounts import Accounts
from data.store import Store
from settings import Settings
from tests.routes.staff.actors import Staff

TODAY = date(2026, 3, 20)
SETTINGS = Settings(public_url="http://localhost")
# Passwords of tests are no secret: as little work as argon2 allows.
FAST = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "minetall.sqlite")


@pytest.fixture
def accounts(store: Store) -> Accounts:
    return Accounts(store, FAST)


@pytest.fixture
def serve(store: Store, accounts: Accounts) -> Callable[..., Flask]:
    """A server with some settings changed."""

    def start(**settings: Any) -> Flask:
        return site.create_app(replace(SETTINGS, **settings), store, lambda: TODAY, accounts).server

    return start


@pytest.fixture
def people(serve: Callable[..., Flask], accounts: Accounts) -> Callable[[], Staff]:
    """Each call is another browser at the same server."""
    server = serve()
    return lambda: Staff(server.test_client(), accounts)


@pytest.fixture
def staff(people: Callable[[], Staff]) -> Staff:
    return people()
