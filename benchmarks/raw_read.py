"""Reads one file with the bare library and nothing else: what take_in is compared with. Prints JSON.

A workbook is read by python-calamine, a csv by the csv module; every cell ends as a Python object in a list of rows.
"""

import csv
import json
import sys
import time
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook


def sheets(path: Path) -> list[list[list[Any]]]:
    """The rows of every sheet."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            return [list(csv.reader(file))]
    book = CalamineWorkbook.from_path(path)
    return [book.get_sheet_by_index(place).to_python() for place in range(len(book.sheet_names))]


if __name__ == "__main__":
    start = time.perf_counter()
    read = sheets(Path(sys.argv[1]))
    seconds = time.perf_counter() - start
    print(json.dumps({"seconds": seconds, "rows": sum(len(rows) - 1 for rows in read)}))
