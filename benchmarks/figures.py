"""How long the server takes to draw all figures of the page for selections it has never seen; prints JSON."""

import json
import resource
import statistics
import sys
import time
from datetime import date, timedelta

REPEATS = 15


def main(url: str) -> None:
    from charts import CHARTS, draw
    from data.selection import Selection
    from data.store import Store
    from texts import Words

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    edition = Store.open(url).current()
    loaded = time.perf_counter() - start
    words, today = Words("en"), date(2026, 6, 1)
    draw_all = [draw(key, edition, Selection(), words, today=today) for key in CHARTS]
    records = len(edition.frames["reported_accidents"].records)
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    times = []
    for number in range(REPEATS):
        # A first day that nobody asked for yet, and another pair of districts each time.
        codes = edition.frames["reported_accidents"].codes("district").values
        selection = Selection(
            date_from=date(2003, 1, 1) + timedelta(days=17 * number),
            district=frozenset({codes[number % len(codes)], codes[(3 * number + 1) % len(codes)]}),
        )
        start = time.perf_counter()
        for key in CHARTS:
            draw(key, edition, selection, words, today=today)
        times.append((time.perf_counter() - start) * 1000)
    print(
        json.dumps(
            {
                "records": records,
                "charts": len(draw_all),
                "load_seconds": loaded,
                "figures_ms": {"min": min(times), "median": statistics.median(times), "max": max(times)},
                "bytes_per_record": (after - before) * 1024 / records,
            }
        )
    )


if __name__ == "__main__":
    main(sys.argv[1])
