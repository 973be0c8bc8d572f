"""docs/performance.md from the measurements: each aim beside what was found."""

from datetime import date

HEAD = """# What it costs

Measured on {day} by `make bench` (`python -m benchmarks`) on one machine: {machine}. Each figure is from one run
of that command; compare ratios within a run rather than milliseconds between machines. Rows are generated
(benchmarks/generate.py: 15 columns); selections have never been asked for before, so no cache answers.

"""


def page(results: list[dict], machine: str, day: date) -> str:
    """The whole page, as Markdown."""
    sections = [
        _table("Reading a workbook", _intake, results),
        _table("Drawing the page on the server", _figures, results),
        _table("In the browser (Chromium, loopback, empty cache)", _browser, results),
    ]
    return HEAD.format(day=day.isoformat(), machine=machine) + "\n".join(sections)


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
        "memory of the frames and their views, per record": f"{figures['bytes_per_record']:.0f} bytes",
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
        "filter to repaint, fastest and slowest": f"{page['repaint_ms']['min']:.0f} and {page['repaint_ms']['max']:.0f} ms",
    }
