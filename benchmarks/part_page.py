"""Showing the page: a published dataset of every size, from the store to a browser's screen."""

import json
from pathlib import Path
from typing import Any

from benchmarks.files import write
from benchmarks.tables import Aim, aims, table
from benchmarks.watching import measure

TITLE = "Showing the page"
SIZES = (1_000, 100_000, 1_000_000)
_FOUND = """\
Generated rows are published beside the shipped figures; selections have never been asked for before, so no cache is
of use.

"""

Result = dict[str, Any]


def measured(folder: Path) -> list[Result]:
    """One result per size: the file is taken in, published beside the shipped figures, and shown."""
    results = []
    for size in SIZES:
        file, store = folder / f"{size}.csv", str(folder / f"{size}.sqlite")
        write(file, size)
        result = {
            "size": size,
            "intake": measure("whole_intake", str(file), store),
            "figures": measure("figures", store),
            "page": measure("page", store),
        }
        print(json.dumps(result), flush=True)
        results.append(result)
    return results


def section(results: list[Result]) -> str:
    """The results as Markdown, without the title."""
    heads = {f"{result['size']:,} records": result for result in results}
    parts = [
        table("On the server", {head: _figures(result) for head, result in heads.items()}),
        table(
            "In the browser (Chromium, loopback, empty cache)", {head: _browser(each) for head, each in heads.items()}
        ),
        aims(_aims(results[-1])),
    ]
    return _FOUND + "\n".join(parts)


def _figures(result: Result) -> dict[str, str]:
    figures = result["figures"]
    ms = figures["figures_ms"]
    return {
        "storing and publishing": f"{result['intake']['stored_seconds']:.2f} s",
        "store to frames": f"{figures['load_seconds']:.2f} s",
        "growth of the process per record (code and buffers too)": f"{figures['bytes_per_record']:,.0f} bytes",
        f"all {figures['charts']} figures, median (aim: under 50 ms at 1,000,000)": f"{ms['median']:.1f} ms",
        "fastest and slowest": f"{ms['min']:.1f} and {ms['max']:.1f} ms",
    }


def _browser(result: Result) -> dict[str, str]:
    page = result["page"]
    repaint = page["repaint_ms"]
    return {
        "first load, over the wire (aim: under 1,000 kB)": f"{page['wire_kb']['median']:.0f} kB",
        "text and key numbers painted (aim: under 300 ms)": f"{page['painted_ms']['median']:.0f} ms",
        "main chart drawn (aim: under 1,000 ms)": f"{page['first_chart_ms']['median']:.0f} ms",
        "layout shift": f"{page['layout_shift']['max']:.3f}",
        "filter to repaint, median (aim: under 200 ms at 1,000,000)": f"{repaint['median']:.0f} ms",
        "filter to repaint, fastest and slowest": f"{repaint['min']:.0f} and {repaint['max']:.0f} ms",
    }


def _aims(largest: Result) -> list[Aim]:
    page, at = largest["page"], f"at {largest['size']:,} records"
    return [
        Aim(f"All figures, {at}", 50.0, "ms", largest["figures"]["figures_ms"]["median"]),
        Aim(f"First load, {at}", 1000.0, "kB", page["wire_kb"]["median"]),
        Aim(f"First paint, {at}", 300.0, "ms", page["painted_ms"]["median"],
            "The document waits for its style sheets, and at that moment the same two cores run server and browser."),
        Aim(f"Main chart, {at}", 1000.0, "ms", page["first_chart_ms"]["median"]),
        Aim(f"Filter to repaint, {at}", 200.0, "ms", page["repaint_ms"]["median"],
            "It is nearly the same at 1,000 records: the time goes into drawing five charts and fitting the new HTML "
            "in, and the clock stops only at the last change inside any chart."),
    ]  # fmt: skip
