"""Reads one workbook with python-calamine and nothing else: what take_in is compared with. Prints JSON."""

import json
import resource
import sys
import time

from python_calamine import CalamineWorkbook

if __name__ == "__main__":
    start = time.perf_counter()
    book = CalamineWorkbook.from_path(sys.argv[1])
    rows = book.get_sheet_by_index(0).to_python()
    seconds = time.perf_counter() - start
    print(
        json.dumps(
            {
                "seconds": seconds,
                "rows": len(rows) - 1,
                "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            }
        )
    )
