"""Taking away: what pictures cost on the server, in a browser that is warm, cold, or not asked at all."""

import json
from pathlib import Path
from typing import Any

from benchmarks.tables import Aim, aims, table
from benchmarks.watching import measure

TITLE = "Pictures to share"
_FOUND = """\
The shipped figures, every chart once in each form, drawn by the server's own Chromium; the times are those of the
whole way from the question to the file (summing, drawing, picture). What the browser's processes share is counted once.

"""

Result = dict[str, Any]


def measured(folder: Path) -> Result:
    result = measure("share_pictures", str(folder))
    print(json.dumps(result), flush=True)
    return result


def section(result: Result) -> str:
    """The result as Markdown, without the title."""
    forms = {form.upper(): _form(result[form]) for form in ("png", "svg", "pdf")}
    browser = {
        "the first picture, the browser started for it": f"{result['cold_ms']:.0f} ms",
        "a picture that is kept, median": f"{result['kept_ms']:.1f} ms",
        "memory of the warm browser": f"{result['browser_mb']:.0f} MB",
        "closing it": f"{result['close_ms']:.0f} ms",
    }
    found = [
        Aim("A PNG in a warm browser, median", 200.0, "ms", result["png"]["ms"]["median"]),
        Aim("A kept picture, median", 20.0, "ms", result["kept_ms"]),
    ]
    parts = [table(f"Each of {result['charts']} charts", forms), table("The browser", {"": browser}), aims(found)]
    return _FOUND + "\n".join(parts)


def _form(found: Result) -> dict[str, str]:
    ms = found["ms"]
    return {
        "median": f"{ms['median']:.0f} ms",
        "fastest and slowest": f"{ms['min']:.0f} and {ms['max']:.0f} ms",
        "size, median": f"{found['kb']:.0f} kB",
    }
