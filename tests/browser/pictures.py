"""The pictures of the README and the staff guide, made anew: `make pictures`. Names are invented, and so are accidents.

It serves a store of its own on a fixed day and walks the whole way of a file in a browser. The moments of the machine
are written over in the page with those of the fixed day, so that only what has changed gives another picture.
"""

import logging
import os
import re
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import waitress
from openpyxl import load_workbook
from PIL import Image
from playwright.sync_api import Page, sync_playwright

from accounts import Accounts
from app import create_app
from data.store import Store
from data.store.seed import load_shipped
from settings import Settings
from tests.browser.conftest import ARGUMENTS, BROWSERS
from tests.browser.reading import drawn
from tests.dirty_workbook import FIRST_ROW, HEADINGS, NAME, SHEET, dirty_workbook
from texts import Words, awareness
from texts.words import LANGUAGES

TODAY = date(2026, 4, 2)
FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
LOCALES = {"nb": "nb_NO", "en": "en_GB"}
WIDTH, TALLEST, COLOURS = 1100, 1000, 128
PASSWORD = "a long sentence for pictures"


def main() -> None:
    with serving() as address, sync_playwright() as playwright:
        path = next(path for name in BROWSERS if (path := shutil.which(name)))
        # The words and dates of the browser's own fields follow the language that it was started in.
        browsers = {
            language: playwright.chromium.launch(
                executable_path=path,
                args=[*ARGUMENTS, f"--lang={locale.replace('_', '-')}"],
                env={**os.environ, "LANGUAGE": locale},
            )
            for language, locale in LOCALES.items()
        }
        front = browsers["en"].new_page(viewport={"width": 1440, "height": 1000}, base_url=address)
        front.goto("/?lang=en")
        drawn(front)
        front.evaluate("document.fonts.ready")
        save(front.screenshot(), FOLDER / "front_page_en.png")
        front.goto("/explore?lang=en&from=2022&to=2025&status=civilian&chart=cross")
        drawn(front)
        front.evaluate("document.fonts.ready")
        save(front.screenshot(), FOLDER / "explore_en.png")
        front.goto("/share/by_status?lang=en&take=picture")
        front.wait_for_function("() => document.querySelector('#share-picture')?.naturalWidth > 0")
        front.evaluate("document.fonts.ready")
        save(front.screenshot(), FOLDER / "share_en.png")
        front.close()
        size = {"width": WIDTH, "height": 900}
        walk({each: browser.new_page(viewport=size, base_url=address) for each, browser in browsers.items()})  # type: ignore[arg-type]
        for browser in browsers.values():
            browser.close()


@contextmanager
def serving() -> Iterator[str]:
    """The address of a site with the shipped figures and one account, publisher-1."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        store = Store.open(Path(folder) / "minetall.sqlite")
        load_shipped(store, {language: awareness.seed(language) for language in LANGUAGES})
        accounts = Accounts(store)
        accounts.use_link(accounts.add("publisher-1", "publisher", "pictures"), PASSWORD)
        settings = Settings(public_url="http://localhost", emergency_number="112")
        app = create_app(settings, store, lambda: TODAY, accounts)
        listener = waitress.create_server(app.server, host="127.0.0.1", port=0, threads=8)
        threading.Thread(target=listener.run, daemon=True).start()
        try:
            yield f"http://localhost:{listener.effective_port}"  # type: ignore[attr-defined]
        finally:
            listener.close()
            logging.disable()  # the thread that reads drafts misses its store until the process ends


def walk(pages: dict[str, Page]) -> None:
    """From signing in to the trail, in the English browser; each stop is shot in both languages."""
    page = pages["en"]
    for each in pages.values():
        each.goto("/staff/sign-in?lang=en")
    shoot(pages, "sign_in")
    for each in pages.values():
        each.fill("[name=name]", "publisher-1")
        each.fill("[name=password]", PASSWORD)
        submit(each, "main button.primary")
    page.select_option("#dataset", "reported_accidents")
    page.select_option("#mode", "add")
    page.set_input_files("#files", {"name": NAME, "mimeType": "", "buffer": workbook()})
    page.wait_for_selector("li.draft .figures", timeout=120_000)
    draft = re.sub(r"\?.*", "", page.locator("li.draft h3 a").first.get_attribute("href") or "")
    shoot(pages, "drafts")
    page.goto(f"{draft}?lang=en")
    shoot(pages, "understood")
    shoot(pages, "choices", "#choices, .choices")
    page.goto(f"{draft}/problems?lang=en")
    shoot(pages, "problems", opens="main td details")
    page.goto(f"{draft}/agreement?lang=en")
    shoot(pages, "agreement")
    agree(page)
    page.goto(f"{draft}/publish?lang=en")
    shoot(pages, "publish", before=fill_notes)
    fill_notes(page)
    submit(page, "main form button.primary")
    for name, path in (
        ("history", "/staff/history"), ("dataset", "/staff/datasets/reported_accidents"),
        ("text", "/staff/text"), ("trail", "/staff/trail"),
    ):  # fmt: skip
        page.goto(f"{path}?lang=en")
        shoot(pages, name)
    page.goto("/staff/statement?lang=en")
    shoot(pages, "statement", before=type_statement)


def workbook() -> bytes:
    """The dirty workbook, with a column that is not kept; its date in the future is less far away."""
    book = load_workbook(BytesIO(dirty_workbook()))
    sheet, column = book[SHEET], len(HEADINGS) + 1
    sheet.cell(FIRST_ROW - 1, column, "Telephone")
    for row in range(FIRST_ROW, FIRST_ROW + 16):
        sheet.cell(row, column, f"000 00 0{row:02}")
    sheet.cell(13, 1, date(2027, 3, 7))
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def agree(page: Page) -> None:
    """Decides every overlap and confirms every doubt in words."""
    if page.locator("button[name=all]").count():
        submit(page, "button[name=all][value=keep_both]")
    reasons = page.locator("textarea[name^='confirmed:']")
    for number in range(reasons.count()):
        reasons.nth(number).fill("This is an invented example, and the months between were not searched.")
    if reasons.count():
        submit(page, "section[aria-labelledby=doubts] button.primary")


def fill_notes(page: Page) -> None:
    page.fill("#note-nb", "Ulykker fra 2021 er lagt til. Dette er et oppdiktet eksempel.")
    page.fill("#note-en", "Accidents of 2021 are added. This is an invented example.")


def type_statement(page: Page) -> None:
    """A total that is not its parts, and lower than an earlier one."""
    for key, value in {"as_of": "2026-03-30", "since": "2020-11-10", "killed": "60", "total": "420"}.items():
        page.fill(f"[name={key}]", value)
    page.select_option("#scope", index=1)
    page.select_option("#counted_by", index=1)
    page.fill("[name=injured]", "350")
    page.wait_for_selector(".place .found li")  # the check follows the typing
    page.wait_for_selector(".place .neighbour")


def submit(page: Page, selector: str) -> None:
    with page.expect_navigation():
        page.locator(selector).first.click()


def shoot(
    pages: dict[str, Page],
    name: str,
    selector: str = "main",
    opens: str = "",
    before: Callable[[Page], None] | None = None,
) -> None:
    """docs/pictures/staff/<name>_<language>.png of what `selector` finds on the page where the English browser is."""
    address = pages["en"].url
    for language, page in pages.items():
        page.goto(re.sub(r"lang=\w\w", f"lang={language}", address))
        if before:
            before(page)
        if opens and page.locator(opens).count():
            page.locator(opens).first.evaluate("one => one.open = true")
        write_over_moments(page, Words(language))
        # What sticks to the window would stand in the middle of a picture of the whole page.
        page.add_style_tag(content=".effect-line { display: none } header { position: static !important }")
        page.evaluate("document.fonts.ready")
        box = page.locator(selector).first.bounding_box()
        assert box, f"{selector} is not shown"
        top, height = max(0, int(box["y"]) + 4), min(TALLEST, int(box["height"]) + 8)
        picture = page.screenshot(full_page=True, clip={"x": 0, "y": top, "width": WIDTH, "height": height})
        save(picture, FOLDER / "staff" / f"{name}_{language}.png")


def write_over_moments(page: Page, words: Words) -> None:
    """In the texts of the page, today becomes TODAY and its clock the morning; so do the days around it."""
    now, clock = datetime.now(UTC).date(), r"\s*(?:,|kl\.)\s*\d\d[.:]\d\d UTC"
    pairs = []
    for days in (-1, 0, 6, 7, 8):
        instead = TODAY + timedelta(days=days)
        said = re.escape(words.date(now + timedelta(days=days))).replace("\\ ", " ")
        pairs.append([said + clock, words.moment(datetime(instead.year, instead.month, instead.day, 9, 12))])
        pairs.append([said, words.date(instead)])
    page.evaluate(
        """pairs => {
            const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
            while (walk.nextNode())
                for (const [from, to] of pairs)
                    walk.currentNode.data = walk.currentNode.data.replace(new RegExp(from, 'g'), to)
        }""",
        pairs,
    )


def save(png: bytes, path: Path) -> None:
    """As a palette: a third of the size, and no difference that one sees."""
    path.parent.mkdir(parents=True, exist_ok=True)
    picture = Image.open(BytesIO(png)).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    main()
