"""What staff wait for: an upload of 100 MB, the reading of a draft, its pages."""

import json
from pathlib import Path
from typing import Any

from benchmarks.tables import Aim, aims, table
from benchmarks.watching import measure

TITLE = "The staff pages"
SIZES = (200, 100_000)
_FOUND = """\
A server with its background reading, a store with the shipped figures, and generated accidents as csv. A change is an
answer that was given: the file is read anew. Pages are the server's time for the first call, with nothing kept.

"""

Result = dict[str, Any]


def measured(folder: Path) -> Result:
    result = measure("staff_desk", str(folder), *map(str, SIZES))
    print(json.dumps(result), flush=True)
    return result


def section(result: Result) -> str:
    """The result as Markdown, without the title."""
    drafts = {f"{each['size']:,} rows": _draft(each) for each in result["drafts"]}
    sent = result["upload"]
    one = {
        "from the first byte to the answer": f"{sent['seconds']:.2f} s",
        "growth of the server's peak of memory meanwhile": f"{sent['growth_mb']:.0f} MB",
        "cancelling while it is read, until file and draft are erased": f"{sent['cancel_seconds']:.2f} s",
    }
    parts = [
        table("A draft", drafts),
        table("An upload", {f"{sent['mb']:.0f} MB of csv": one}),
        aims(
            [
                Aim("A change to 200 rows", 1.0, "s", result["drafts"][0]["change_seconds"]),
                Aim("Growth of peak memory for an upload of 100 MB", 50.0, "MB", sent["growth_mb"]),
                Aim("Cancelling", 1.0, "s", sent["cancel_seconds"]),
            ]
        ),
    ]
    return _FOUND + "\n".join(parts)


def _draft(each: Result) -> dict[str, str]:
    lines = {
        "reading": f"{each['first_seconds']:.2f} s",
        "from a change to the new figures": f"{each['change_seconds']:.2f} s",
    }
    return lines | {f"page: {name}": f"{seconds:.2f} s" for name, seconds in each["pages"].items()}
