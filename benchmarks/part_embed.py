"""Embeds: their weight while they are still and when they are used, and how soon they are seen."""

import json
from pathlib import Path
from typing import Any

from benchmarks.tables import Aim, aims, table
from benchmarks.watching import measure

TITLE = "Embeds"
_FOUND = """\
The shipped figures, every chart in both languages, in a frame 760 px wide with an empty cache, its pictures made. Bytes
over the wire count everything that is loaded: page, faces, style, script; used, also the plotting library and figures.

"""

Result = dict[str, Any]


def measured(folder: Path) -> Result:
    result = measure("embed_pages", str(folder / "store.sqlite"))
    print(json.dumps(result), flush=True)
    return result


def section(result: Result) -> str:
    """The result as Markdown, without the title."""
    told = {
        "still, median": f"{result['median_kb']:.1f} kB",
        f"still, the heaviest ({result['heaviest']})": f"{result['heaviest_kb']:.1f} kB",
        "the heaviest when it is used": f"{result['used_kb']:.0f} kB",
        "first paint, median of 5": f"{result['painted_ms']:.0f} ms",
        "pages with nothing to draw": ", ".join(result["without"]) or "none",
    }
    found = [
        Aim("The heaviest still embed", 60.0, "kB", result["heaviest_kb"]),
        Aim("The heaviest embed, used", 600.0, "kB", result["used_kb"]),
        Aim("First paint of a still embed, loopback, median", 300.0, "ms", result["painted_ms"]),
    ]
    return _FOUND + "\n".join([table(f"{result['stills']} still embeds", {"": told}), aims(found)])
