"""What a reader waits for, in a real browser: bytes over the wire, first paint, first chart, and filter to repaint."""

import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager

from playwright.sync_api import sync_playwright

LOADS = 7
FILTERS = 9
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# Notes the moment when the first mark of the main chart is in the page.
WATCH = """
window.firstMark = null;
new MutationObserver(() => {
  const mark = '.js-plotly-plot .trace path, .js-plotly-plot .points path';
  if (window.firstMark === null && document.querySelector(mark)) {
    requestAnimationFrame(() => { window.firstMark ??= performance.now(); });
  }
}).observe(document, {childList: true, subtree: true});
"""
# Asks for another selection and gives the milliseconds until the last change of the page's content has been painted:
# when nothing changed for a while, the last change was the last one. dcc.Graph marks a chart as pending, and as ready
# 100 ms after it has looked for another width: that class has no style and paints nothing.
REPAINT = """
search => new Promise((done, fail) => {
  const start = performance.now(), QUIET = 700, LONGEST = 30000;
  let last = null, timer = null;
  const seen = change => change.attributeName !== 'class' || !change.target.classList.contains('js-plotly-plot');
  const watch = new MutationObserver(changes => {
    if (!changes.some(seen)) return;
    requestAnimationFrame(() => setTimeout(() => { last = performance.now(); }, 0));
    clearTimeout(timer);
    timer = setTimeout(() => { watch.disconnect(); done(last - start); }, QUIET);
  });
  const everything = {childList: true, subtree: true, attributes: true, characterData: true};
  watch.observe(document.getElementById('content'), everything);
  setTimeout(() => fail(new Error('nothing was repainted')), LONGEST);
  window.dash_clientside.set_props('address', {search});
})
"""


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


@contextmanager
def serving(store: str):
    """The product itself, started as README says, on a port of its own. Gives its address."""
    port = free_port()
    environ = {**os.environ, "MINETALL_STORE": store, "MINETALL_PORT": str(port)}
    server = subprocess.Popen([sys.executable, "app.py"], env=environ, stdout=subprocess.DEVNULL)
    try:
        for _ in range(600):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=60).read()
                break
            except OSError:
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def browser_path() -> str:
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not found:
        raise SystemExit("No Chromium or Chrome was found, so the page cannot be measured.")
    return found


def weighed(browser, width: int, height: int):
    """A page with an empty cache, and the bytes of each answer that comes over the wire to it."""
    context = browser.new_context(viewport={"width": width, "height": height}, locale="en-GB")
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    received: list[float] = []
    wire.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    return page, received


def first_load(browser, address: str) -> dict[str, float]:
    """One load with an empty cache."""
    page, received = weighed(browser, 1440, 900)
    page.add_init_script(WATCH)
    page.goto(f"{address}/?lang=en")
    # A function, not an expression: that one would be evaluated in the page, which its CSP forbids.
    page.wait_for_function("() => window.firstMark !== null", timeout=60_000)
    page.wait_for_load_state("networkidle")
    painted = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    shift = page.evaluate(
        "new Promise(r => new PerformanceObserver(l => r(l.getEntries().reduce((s, e) => s + e.value, 0)))"
        ".observe({type: 'layout-shift', buffered: true}) || setTimeout(() => r(0), 300))"
    )
    result = {
        "wire_kb": sum(received) / 1000,
        "painted_ms": painted,
        "first_chart_ms": page.evaluate("window.firstMark"),
        "layout_shift": shift,
    }
    page.context.close()
    return result


def repaints(browser, address: str, form: str) -> list[float]:
    """Milliseconds from a choice to the last repainted chart, for selections that nobody asked for before."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB").new_page()
    page.goto(f"{address}/?lang=en&form={form}&by=year")
    page.wait_for_selector(".js-plotly-plot .trace path")
    page.wait_for_load_state("networkidle")
    return [
        page.evaluate(REPAINT, f"?lang=en&form={form}&by=year&from={2001 + number}-02-0{1 + number % 9}")
        for number in range(FILTERS)
    ]


def spread(values: list[float]) -> dict[str, float]:
    return {"min": min(values), "median": statistics.median(values), "max": max(values)}


def main(store: str) -> None:
    with serving(store) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browser_path(), args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        first_load(browser, address)  # the server's own first answer is not a reader's usual wait
        loads = [first_load(browser, address) for _ in range(LOADS)]
        told = {key: spread([load[key] for load in loads]) for key in loads[0]}
        told["repaint_ms"] = spread(repaints(browser, address, "reported_accidents"))
        browser.close()
    print(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1])
