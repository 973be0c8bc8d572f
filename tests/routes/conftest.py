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
from data.store import EditionNotFound
from settings import Settings
from tests.data.factory import make_edition

ASSETS = Path(__file__).parents[2] / "assets"
SETTINGS = Settings(site_name="Figures", public_url="https://figures.example.org")
TODAY = date(2026, 3, 20)


class Shelf:
    """What the routes ask of a store."""

    def __init__(self, edition: Edition | None) -> None:
        self.edition = edition

    def current(self) -> Edition:
        if self.edition is None:
            raise EditionNotFound(edition=0)
        return self.edition


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(make_edition())


@pytest.fixture
def serve(shelf: Shelf) -> Callable[..., FlaskClient]:
    """A client of a server with some settings changed."""

    def start(script_hashes: tuple[str, ...] = (), **settings: Any) -> FlaskClient:
        server = Flask("tests", root_path=str(ASSETS.parent), static_folder=str(ASSETS), static_url_path="/assets")
        routes.register(server, replace(SETTINGS, **settings), shelf, lambda: TODAY, script_hashes)  # type: ignore[arg-type]
        return server.test_client()

    return start


@pytest.fixture
def client(serve: Callable[..., FlaskClient]) -> FlaskClient:
    return serve()
