"""Every staff page, in both languages, wide and narrow, light and dark: axe finds nothing, nothing scrolls sideways."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from data.store import Store
from tests.browser.staff.conftest import Office, entering, office_in
from tests.browser.staff.files import KEY, dirty, with_a_question
from tests.browser.staff.person import Person
from tests.browser.test_accessibility import findings
from tests.data.factory import ACCIDENTS, make_intake
from texts.words import LANGUAGES

pytestmark = pytest.mark.browser
WIDE, TABLET, PHONE = 1440, 820, 390
PAGES = (
    "/staff",
    "{dirty}",
    "{dirty}/problems",
    "{dirty}/agreement",
    "{dirty}/publish",
    "{asked}",
    "/staff/published/2",
    "/staff/history",
    f"/staff/history/{KEY}",
    f"/staff/history/{KEY}/2",
    f"/staff/history/{KEY}/compare?a=1&b=2",
    "/staff/datasets",
    "/staff/datasets/new",
    f"/staff/datasets/{KEY}",
    f"/staff/datasets/{KEY}/archive",
    "/staff/text",
    "/staff/text/publish",
    "/staff/text/versions",
    "/staff/text/versions/nb/1",
    "/staff/photos",
    "/staff/statement",
    "/staff/trail",
)
TO_ALL = ("/staff/sign-in", "/staff/password/none", "{link}")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, store: Store) -> Iterator[Office]:
    with office_in(tmp_path_factory.mktemp("office"), store) as office:
        yield office


@pytest.fixture(scope="module")
def places(office: Office, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Drafts that are being worked on, a text that is being written, and a version published meanwhile."""
    folder = tmp_path_factory.mktemp("files")
    drafts = {}
    for name, file in (("dirty", dirty(folder)), ("asked", with_a_question(folder))):
        with file.open("rb") as stream:
            draft = office.desk.receive(stream, file.name, "publisher-1", dataset=KEY)
        drafts[name] = f"/staff/drafts/{draft.id}"
    with office.store.writing("publisher-2") as writer:
        writer.add_version(KEY, make_intake(ACCIDENTS), "")
        writer.publish({KEY: 2}, {}, "Kortere liste")
        for language in LANGUAGES:
            text = office.store.current().texts[language]
            writer.keep_text(language, f"{text}\n\n{{{{latest killed}}}}\n", "")
    return drafts | {"link": f"/staff/password/{office.accounts.add('editor-1', 'editor', 'tests')}"}


@pytest.fixture(scope="module")
def people(browser: Browser, office: Office, places: dict[str, str]) -> Iterator[dict[str, Person]]:
    with entering(browser, office) as enters:
        people = {"signed in": enters().signs_in("publisher-1"), "anybody": enters()}
        for name in ("dirty", "asked"):
            assert office.desk.settled(places[name].rpartition("/")[2], 60).state == "read"
        yield people


@pytest.mark.parametrize("path", [*PAGES, *TO_ALL])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    people: dict[str, Person], places: dict[str, str], path: str
) -> None:
    page = people["anybody" if path in TO_ALL else "signed in"].page
    wrong: list[str] = []
    for language in LANGUAGES:
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": WIDE, "height": 1000})
        # A refused address is an error on the console, rightly; here its page is looked at.
        page.route("**/password/none*", lambda route: route.fulfill(response=route.fetch(), status=200))
        answer = page.goto(f"{path.format(**places)}{'&' if '?' in path else '?'}lang={language}")
        assert answer is not None
        assert answer.ok, answer.status
        page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)")
        wrong += [f"{language} wide: {one}" for one in findings(page)]
        for width in (TABLET, PHONE):
            page.set_viewport_size({"width": width, "height": 1000})
            wrong += [f"{language} {width}: {one}" for one in sideways(page)]
        page.emulate_media(color_scheme="light" if language == "nb" else "dark")
        wrong += [f"{language} narrow: {one}" for one in findings(page)]
    assert wrong == []


def sideways(page: Page) -> list[str]:
    """What stands outside the page on the right, if it scrolls."""
    return page.evaluate(  # type: ignore[no-any-return]
        """() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('main *')]
            .filter(one => one.getBoundingClientRect().right > innerWidth && !one.closest('.scroll'))
            .map(one => one.outerHTML.slice(0, 100)).slice(0, 3).concat('the page scrolls')"""
    )


def test_in_the_list_of_problems_no_triangle_stands_alone(people: dict[str, Person], places: dict[str, str]) -> None:
    page = people["signed in"].opens(f"{places['dirty']}/problems")
    page.set_viewport_size({"width": PHONE, "height": 1000})
    summary = page.locator(".group > summary").first
    text = summary.locator(".severity").bounding_box()
    whole = summary.bounding_box()
    assert text
    assert whole
    assert text["y"] - whole["y"] < text["height"], "the triangle stands on the line of the title"
