"""A real browser on a real server: the shipped figures, published into a store of its own, on a fixed day."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from app import create_app
from data.store import Store
from data.store.seed import load_shipped
from settings import Settings
from tests.browser.charts_server import charts_server
from tests.browser.served import served
from texts import awareness
from texts.words import LANGUAGES

TODAY = date(2026, 4, 2)
SETTINGS = Settings(public_url="https://figures.example.org", emergency_number="112")
WIDE = {"width": 1440, "height": 1000}
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
# Milliseconds that what is expected may take to come, on a machine that has much else to do.
PATIENCE = 60_000
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """The system's Chromium or Chrome. Without one the tests are skipped and say so; under CI that is a failure."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        reason = "no Chromium or Chrome on this machine: the browser tests are skipped"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return {"executable_path": found, "args": ARGUMENTS}


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store with the shipped spreadsheets and text as edition 1."""
    store = Store.open(tmp_path_factory.mktemp("store") / "minetall.sqlite")
    load_shipped(store, {language: awareness.seed(language) for language in LANGUAGES})
    return store


@pytest.fixture(scope="session")
def address(store: Store) -> Iterator[str]:
    """The address of the running site, without a slash at its end."""
    app = create_app(SETTINGS, store, lambda: TODAY)
    with served(app.server) as address:
        yield address


@pytest.fixture(scope="session")
def charts_address() -> Iterator[str]:
    """The address of a server that has embeds and exports only."""
    with charts_server() as address:
        yield address


# Chromium's word about a preloaded script that is used later than it waits for: so it is on a busy machine.
LATE = "was preloaded using link preload but not used within a few seconds"


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Opens pages of the site in contexts of their own (`dark`, `scripts`, ... as Browser.new_context takes them).

    A page may say nothing on the console and ask nobody but our own server: that is asked for when the test is over.
    """
    contexts, said, strangers = [], [], []

    def page(**options: Any) -> Page:
        context = browser.new_context(**{"base_url": address, "viewport": WIDE, "locale": "en-GB", **options})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: LATE in message.text or said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: _own(request.url, address) or strangers.append(request.url))
        return page

    yield page
    for context in contexts:
        context.close()
    assert said == []
    assert strangers == []


@pytest.fixture
def site(visit: Callable[..., Page]) -> Page:
    """A page 1440 px wide, in English; `site.goto("/")` opens the front page."""
    return visit()


def _own(url: str, address: str) -> bool:
    return url.startswith((address + "/", "data:", "blob:"))
