"""What an embed weighs and how soon it is seen, in a real browser: still, and after it is used."""

import json
import statistics
import sys
import time

from playwright.sync_api import sync_playwright

from benchmarks.page import browser_path, serving, weighed
from charts import ALL_CHARTS

WIDTH, PAINTS, ROUNDS = 760, 5, 20
LANGUAGES = ("nb", "en")
# Painted for a chart that has its pictures.
PAINTED = "by_status"


def loaded(browser, address: str, use: bool) -> dict[str, float]:
    """One visit with an empty cache: kilobytes over the wire and milliseconds to the first paint."""
    page, received = weighed(browser, WIDTH, 700)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready.then(() => true)")
    still = page.locator(".still").count() > 0
    if use:
        page.locator("#chart").hover()
        page.wait_for_selector("html.drawn", timeout=20_000)
        page.wait_for_load_state("networkidle")
    found = {
        "kb": sum(received) / 1000,
        "painted_ms": page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"),
        "still": still,
        "empty": page.locator("#chart").count() == 0,
    }
    page.context.close()
    return found


def when_made(browser, address: str) -> dict[str, float]:
    """The visit once the pictures are there: the first one has them made. Where nothing is drawn the first will do."""
    for _ in range(ROUNDS):
        found = loaded(browser, address, use=False)
        if found["still"] or found["empty"]:
            return found
        time.sleep(0.5)
    return found


def main(store: str) -> dict[str, object]:
    with sync_playwright() as play, serving(store) as address:
        browser = play.chromium.launch(executable_path=browser_path(), args=["--no-sandbox", "--disable-gpu"])
        pages = {
            f"{chart} {language}": when_made(browser, f"{address}/embed/{chart}?lang={language}")
            for chart in ALL_CHARTS
            for language in LANGUAGES
        }
        stills = {name: found["kb"] for name, found in pages.items() if found["still"]}
        heaviest = max(stills, key=lambda name: stills[name])
        chart, _, language = heaviest.partition(" ")
        paints = [loaded(browser, f"{address}/embed/{PAINTED}?lang=en", False)["painted_ms"] for _ in range(PAINTS)]
        used = loaded(browser, f"{address}/embed/{chart}?lang={language}", use=True)
        browser.close()
    return {
        "stills": len(stills),
        "without": sorted(set(pages) - set(stills)),
        "median_kb": statistics.median(stills.values()),
        "heaviest": heaviest,
        "heaviest_kb": stills[heaviest],
        "used_kb": used["kb"],
        "painted_ms": statistics.median(paints),
    }


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1])))
