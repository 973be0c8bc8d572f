"""Reading spreadsheets: take_in on every format and size, beside the bare read of the same file in the same run."""

import json
from pathlib import Path
from typing import Any

from benchmarks.files import write
from benchmarks.tables import Aim, aims, table
from benchmarks.watching import measure
from benchmarks.whole_intake import STEPS

TITLE = "Reading spreadsheets"
FORMATS = {"xlsx": "an .xlsx", "ods": "an .ods", "xls": "an .xls", "csv": "a .csv"}
SIZES = (10_000, 100_000, 500_000)
LARGEST_CSV = 1_000_000
RUNS = 3
CASES = [*((form, size) for form in FORMATS for size in SIZES), ("csv", LARGEST_CSV)]

TIMES_THE_RAW_READ = 5.0
CSV_SECONDS = 15.0
MEMORY_MB = 1500.0
_FOUND = """\
Bare read: python-calamine for the workbooks, Python's csv module for csv; every cell ends as an object in a list.
Times are the best of three runs up to 100,000 rows, and of one run above. Memory is resident, in MB of 1e6 bytes;
take_in has the file read by a child process, so three peaks are told: of its own process (the file's bytes and all
libraries included), of the child, and of both together at one moment (looked at every 10 ms). An .xls sheet holds
65,536 rows: larger files have several sheets of one shape, which the importer joins.

"""

Result = dict[str, Any]


def measured(folder: Path) -> list[Result]:
    """One result per case; the files are made in `folder` and taken away again."""
    results = []
    for form, size in CASES:
        file = folder / f"{size}.{form}"
        write(file, size)
        result: Result = {"format": form, "size": size, "file_mb": file.stat().st_size / 1e6}
        for _ in range(RUNS if size <= SIZES[1] else 1):
            for name, module in (("raw", "raw_read"), ("intake", "whole_intake")):
                result[name] = _faster(result.get(name), measure(module, str(file)))
        file.unlink()
        results.append(result)
        print(json.dumps(results[-1]), flush=True)
    return results


def _faster(one: Result | None, other: Result) -> Result:
    return one if one and one["seconds"] <= other["seconds"] else other


def section(results: list[Result]) -> str:
    """The results as Markdown, without the title."""
    by_format = [
        table(f"Out of {name}", {f"{each['size']:,} rows": _lines(each) for each in results if each["format"] == form})
        for form, name in FORMATS.items()
    ]
    largest = {f".{each['format']}, {each['size']:,} rows": _steps(each) for each in results if each["size"] > SIZES[1]}
    parts = [*by_format, table("Where the time of take_in goes", largest), aims(_aims(results))]
    return _FOUND + "\n".join(parts)


def _lines(result: Result) -> dict[str, str]:
    raw, intake = result["raw"], result["intake"]
    return {
        "file": f"{result['file_mb']:.1f} MB",
        "bare read": f"{raw['seconds']:.2f} s, {raw['own_mb']:,.0f} MB",
        "take_in": f"{intake['seconds']:.2f} s",
        "times the bare read": f"{intake['seconds'] / raw['seconds']:.1f}",
        "rows per second": f"{intake['rows'] / intake['seconds']:,.0f}",
        "peak memory, own process": f"{intake['own_mb']:,.0f} MB",
        "peak memory, reading child": f"{intake['child_mb']:,.0f} MB",
        "peak memory, both together": f"{intake['together_mb']:,.0f} MB",
    }


def _steps(result: Result) -> dict[str, str]:
    seconds = result["intake"]["steps"]
    return {f"`{step}`": f"{seconds[step]:.2f} s" for step in STEPS}


def _aims(results: list[Result]) -> list[Aim]:
    found = []
    for each in results:
        seconds, name = each["intake"]["seconds"], f".{each['format']} of {each['size']:,} rows"
        if each["format"] != "csv" and each["size"] == SIZES[1]:
            times = seconds / each["raw"]["seconds"]
            found.append(Aim(f"Time of {name}", TIMES_THE_RAW_READ, "times the bare read", times))
        if each["size"] == LARGEST_CSV:
            found.append(Aim(f"Time of {name}", CSV_SECONDS, "s", seconds))
        if each["size"] in (SIZES[-1], LARGEST_CSV):
            found.append(Aim(f"Memory of {name}, both processes", MEMORY_MB, "MB", each["intake"]["together_mb"]))
    return found
