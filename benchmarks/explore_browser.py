"""From a choice to the last repainted mark of /explore in a real browser, for unseen selections; prints JSON."""

import json
import sys
from itertools import islice

from playwright.sync_api import sync_playwright

from benchmarks.explore_questions import questions, search
from benchmarks.page import REPAINT, browser_path, serving, spread

FILTERS = 12


def main(store: str) -> None:
    with serving(store) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browser_path(), args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        page = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB").new_page()
        page.goto(f"{address}/explore?lang=en&by=year")
        page.wait_for_selector(".js-plotly-plot .trace path, .js-plotly-plot .points path", timeout=120_000)
        page.wait_for_load_state("networkidle")
        # The first choice warms what every later one finds warm.
        times = [page.evaluate(REPAINT, search(asked, by="year")) for asked in islice(questions(7), FILTERS + 1)]
        browser.close()
    print(json.dumps({"repaint_ms": spread(times[1:])}))


if __name__ == "__main__":
    main(sys.argv[1])
