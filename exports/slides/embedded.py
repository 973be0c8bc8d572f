"""The workbook inside a chart, made the same each time: XlsxWriter writes the present second into its properties."""

import io
import re
import zipfile
from typing import Any

# The earliest day that a zip file can name.
ZIP_DAY = (1980, 1, 1, 0, 0, 0)
MOMENT = b">2020-01-01T00:00:00Z<"
_WRITTEN = re.compile(rb">\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ<")


def without_time(chart: Any) -> None:
    """Puts a fixed day in place of the present one in the chart's own workbook."""
    part = chart.part.chart_workbook.xlsx_part
    part._blob = fixed(part.blob)


def fixed(workbook: bytes) -> bytes:
    """The same workbook with fixed times, in its zip file and in its properties."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _WRITTEN.sub(MOMENT, content)
            entry = zipfile.ZipInfo(name, ZIP_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, content)
    return stream.getvalue()
