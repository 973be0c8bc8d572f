"""A server that has only the routes, over an edition made for tests."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

import routes
from data.frame import Edition
from data.store import EditionEntry, EditionNotFound, NothingPublished
from exports.browser import Browser, Without
from settings import Settings
from tests.data.factory import make_edition

ASSETS = Path(__file__).parents[2] / "assets"
SETTINGS = Settings(site_name="Figures", public_url="https://figures.example.org")
TODAY = date(2026, 3, 20)


class Shelf:
    """What the routes ask of a store."""

    def __init__(self, newest: Edition | None) -> None:
        self.newest = newest
        self.earlier: dict[int, Edition] = {}

    def current(self) -> Edition:
        if self.newest is None:
            raise NothingPublished
        return self.newest

    def editions(self) -> list[EditionEntry]:
        held = [*self.earlier.values(), *([self.newest] if self.newest else [])]
        return [
            EditionEntry(one.number, one.published_at, one.published_by, one.note, None,
                         {key: frame.version for key, frame in one.frames.items()}, {})
            for one in sorted(held, key=lambda one: one.number)
        ]  # fmt: skip

    def edition(self, number: int) -> Edition:
        if number not in self.earlier:
            raise EditionNotFound(edition=str(number))
        return self.earlier[number]

    def photo(self, file: str) -> None:
        return None


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(make_edition())


@pytest.fixture
def serve(shelf: Shelf, tmp_path: Path) -> Callable[..., FlaskClient]:
    """A client of a server with some settings changed."""

    def start(script_hashes: tuple[str, ...] = (), browser: Browser | None = None, **settings: Any) -> FlaskClient:
        settings = {"kept_folder": str(tmp_path / "kept")} | settings
        server = Flask("tests", root_path=str(ASSETS.parent), static_folder=str(ASSETS), static_url_path="/assets")
        routes.register(
            server, replace(SETTINGS, **settings), shelf, lambda: TODAY, browser or Without(), script_hashes
        )  # type: ignore[arg-type]
        return server.test_client()

    return start


@pytest.fixture
def client(serve: Callable[..., FlaskClient]) -> FlaskClient:
    return serve()
