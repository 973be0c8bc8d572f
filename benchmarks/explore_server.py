"""How long a server takes for all of /explore, unseen selections only, and what it holds per record; prints JSON.

Asked as the browser's script asks: facets, sums, the chart, 25 records, all as compressed JSON. Memory is what the
process holds resident afterwards, less what it held after the same with the shipped figures alone.
"""

import gc
import json
import statistics
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa

REPEATS = 40


def main(url: str, records: int) -> None:
    from benchmarks.explore_questions import questions, search

    with tempfile.TemporaryDirectory() as folder:
        small = client(f"{folder}/small.sqlite")
        for asked in islice(questions(), 5):
            ask(small, search(asked))
    before = resident()
    server = client(url)
    start = time.perf_counter()
    ask(server, "?lang=en")
    first = time.perf_counter() - start
    shown = resident()
    times = []
    for asked in islice(questions(2), REPEATS):
        start = time.perf_counter()
        ask(server, search(asked))
        times.append((time.perf_counter() - start) * 1000)
    held = resident()
    pa.default_memory_pool().release_unused()
    kept = resident()
    print(json.dumps({
        "records": records, "first_seconds": first,
        "page_ms": {"min": min(times), "median": statistics.median(times), "max": max(times)},
        "bytes_per_record": (shown - before) / records, "bytes_per_record_later": (held - before) / records,
                "bytes_per_record_kept": (kept - before) / records,
    }))  # fmt: skip


def client(url: str) -> Any:
    from app import create_app, opened
    from settings import Settings

    settings = Settings(store=url, staff=False)
    return create_app(settings, opened(settings)[0]).server.test_client()


def ask(visitor: Any, search: str) -> None:
    """What the callback of the page answers for an address."""
    callback = next(each for each in visitor.get("/_dash-dependencies").json if "chart-main" in each["output"])
    names = ("id", "property")
    outputs = [dict(zip(names, part.rsplit(".", 1), strict=True)) for part in callback["output"][2:-2].split("...")]
    value = {"path": "/explore", "search": search, "narrow": False, "first": False}
    body = {
        "output": callback["output"], "outputs": outputs, "changedPropIds": ["asked.data"],
        "inputs": [{"id": "asked", "property": "data", "value": value}],
    }  # fmt: skip
    answer = visitor.post("/_dash-update-component", json=body, headers={"Accept-Encoding": "gzip"})
    if answer.status_code != 200:
        raise SystemExit(f"{search}: {answer.status_code} {answer.text[:300]}")


def resident() -> int:
    """Bytes that the process holds now (VmRSS, Linux)."""
    gc.collect()
    with Path("/proc/self/status").open(encoding="ascii") as lines:
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS"))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
