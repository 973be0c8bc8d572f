"""What the server's pictures cost: each chart as PNG, SVG and PDF in a warm browser, the first, a kept one; JSON."""

import json
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

FORMS = ("png", "svg", "pdf")


def main(folder: str) -> None:
    from app import opened
    from charts import ALL_CHARTS
    from exports.browser import NoBrowser
    from exports.chrome import Chrome, found
    from exports.formats import FORMATS
    from exports.kept_files import of_settings
    from routes.asked import read
    from settings import Settings
    from texts.words import Words

    settings = Settings(store=str(Path(folder) / "minetall.sqlite"))
    store, today, words = opened(settings)[0], date(2026, 4, 2), Words("en")
    try:
        chrome = Chrome(found("auto"), of_settings(settings))
    except NoBrowser:
        raise SystemExit("pictures need Chrome or Chromium on this machine") from None

    def made(chart: str, form: str, **query: str) -> bytes:
        format = FORMATS[form]
        return format.write(read(chart, query, words, format.options).handed(store, today, settings), chrome)

    told: dict[str, Any] = {"charts": len(ALL_CHARTS), "cold_ms": _ms(lambda: made(ALL_CHARTS[0], "png", width="641"))}
    for form in FORMS:
        times = [_ms(partial(made, chart, form)) for chart in ALL_CHARTS]
        sizes = [len(made(chart, form)) for chart in ALL_CHARTS]
        told[form] = {"ms": _spread(times), "kb": statistics.median(sizes) / 1000}
    told["kept_ms"] = statistics.median(_ms(partial(made, chart, "png")) for chart in ALL_CHARTS)
    told["browser_mb"] = _memory(chrome.warm.processes()[0])
    told["close_ms"] = _ms(chrome.close)
    print(json.dumps(told))


def _ms(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _spread(times: list[float]) -> dict[str, float]:
    return {"min": min(times), "median": statistics.median(times), "max": max(times)}


def _memory(group: int) -> float:
    """MB (1e6 bytes) of all processes of a group; what several share is counted once (Linux's proportional sizes)."""
    total = 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            # The fifth field, the third behind the name in its brackets.
            if int((process / "stat").read_text().rpartition(")")[2].split()[2]) == group:
                lines = (process / "smaps_rollup").read_text().splitlines()
                total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
        except (OSError, ValueError):
            continue
    return total * 1024 / 1e6


if __name__ == "__main__":
    main(sys.argv[1])
