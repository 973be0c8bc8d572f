"""docs/performance.md from the measurements: each aim beside what was found."""

from datetime import date

HEAD = """# What it costs

Measured on {day} by `make bench` (`python -m benchmarks`) on one machine: {machine}.
Each figure is from one run of that command; compare ratios within a run rather than milliseconds between machines. Rows
are generated (benchmarks/generate.py: 15 columns); selections have never been asked for before, so no cache answers.

"""


# aim: what it is called, which size it is set for, its bound, where the figure is, and why it is hard.
AIMS = (
    ("Reading", 100_000, 5.0, "times the raw read", lambda r: r["intake"]["seconds"] / r["raw"]["seconds"], ""),
    ("Memory of reading", 100_000, 1000.0, "MB", lambda r: r["intake"]["peak_mb"], ""),
    ("All figures", 1_000_000, 50.0, "ms", lambda r: r["figures"]["figures_ms"]["median"], ""),
    ("First load", 1_000_000, 1000.0, "kB", lambda r: r["page"]["wire_kb"]["median"], ""),
    ("First paint", 1_000_000, 300.0, "ms", lambda r: r["page"]["painted_ms"]["median"],
     "The document waits for its style sheets, and at that moment the same two cores run server and browser."),
    ("Main chart", 1_000_000, 1000.0, "ms", lambda r: r["page"]["first_chart_ms"]["median"], ""),
    ("Filter to repaint", 1_000_000, 200.0, "ms", lambda r: r["page"]["repaint_ms"]["median"],
     "It is nearly the same at 1,000 records: the time goes into drawing five charts and fitting the new HTML in, and "
     "the clock stops only at the last change inside any chart."),
)  # fmt: skip


def page(results: list[dict], machine: str, day: date) -> str:
    """The whole page, as Markdown."""
    sections = [
        _table("Reading a workbook", _intake, results),
        _table("Drawing the page on the server", _figures, results),
        _table("In the browser (Chromium, loopback, empty cache)", _browser, results),
        _aims({result["size"]: result for result in results}),
    ]
    return HEAD.format(day=day.isoformat(), machine=machine) + "\n".join(sections)


def _aims(by_size: dict[int, dict]) -> str:
    """Every aim, met or missed, by how much, and why; those of a size that was not measured are left out."""
    lines = ["## The aims", ""]
    for name, size, bound, unit, figure, why in AIMS:
        if size not in by_size:
            continue
        found = figure(by_size[size])
        missed = f"missed by {found - bound:.0f} {unit}. {why}".strip()
        lines.append(
            f"- {name}, at {size:,} records: {'met' if found <= bound else missed} ({found:.4g} of {bound:g} {unit})"
        )
    return "\n".join([*lines, ""])


def _table(title: str, lines, results: list[dict]) -> str:
    columns = [lines(result) for result in results]
    head = "| | " + " | ".join(f"{result['size']:,} records" for result in results) + " |"
    rule = "|---" * (len(results) + 1) + "|"
    body = [f"| {name} | " + " | ".join(column[name] for column in columns) + " |" for name in columns[0]]
    return "\n".join([f"## {title}", "", head, rule, *body, ""])


def _intake(result: dict) -> dict[str, str]:
    raw, intake = result["raw"], result["intake"]
    return {
        "file": f"{result['file_mb']:.1f} MB",
        "raw read by python-calamine": f"{raw['seconds']:.2f} s, {raw['peak_mb']:.0f} MB",
        "take_in": f"{intake['seconds']:.2f} s",
        "rows per second": f"{intake['rows'] / intake['seconds']:,.0f}",
        "times the raw read (aim: within 5 at 100,000)": f"{intake['seconds'] / raw['seconds']:.1f}",
        "peak memory, this process (aim: under 1,000 MB at 100,000)": f"{intake['peak_mb']:.0f} MB",
        "peak memory, reading child": f"{intake['child_peak_mb']:.0f} MB",
        "storing and publishing": f"{intake['stored_seconds']:.2f} s",
    }


def _figures(result: dict) -> dict[str, str]:
    figures = result["figures"]
    ms = figures["figures_ms"]
    return {
        "store to frames": f"{figures['load_seconds']:.2f} s",
        "growth of the process per record (code and buffers too)": f"{figures['bytes_per_record']:,.0f} bytes",
        f"all {figures['charts']} figures, median (aim: under 50 ms at 1,000,000)": f"{ms['median']:.1f} ms",
        "fastest and slowest": f"{ms['min']:.1f} and {ms['max']:.1f} ms",
    }


def _browser(result: dict) -> dict[str, str]:
    page = result["page"]
    return {
        "first load, over the wire (aim: under 1,000 kB)": f"{page['wire_kb']['median']:.0f} kB",
        "text and key numbers painted (aim: under 300 ms)": f"{page['painted_ms']['median']:.0f} ms",
        "main chart drawn (aim: under 1,000 ms)": f"{page['first_chart_ms']['median']:.0f} ms",
        "layout shift": f"{page['layout_shift']['max']:.3f}",
        "filter to repaint, median (aim: under 200 ms at 1,000,000)": f"{page['repaint_ms']['median']:.0f} ms",
        "filter to repaint, fastest and slowest": _ends(page["repaint_ms"]),
    }


def _ends(ms: dict[str, float]) -> str:
    return f"{ms['min']:.0f} and {ms['max']:.0f} ms"
