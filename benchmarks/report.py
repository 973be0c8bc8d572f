"""docs/performance.md: one section per part of the measurements, each with its own day, replaced when measured anew."""

import re
from datetime import date
from pathlib import Path

_HEAD = """# What it costs

Written by `make bench` (`python -m benchmarks`; one section alone: `python -m benchmarks intake`). Each section is from
one run on one machine: compare ratios within a run rather than milliseconds between machines. The rows are generated
(benchmarks/generate.py: 15 columns) and tell of no real accident.
"""


def put(page: Path, title: str, body: str, machine: str, day: date) -> None:
    """Writes the page with this section in the place of the former one of that title, else at its end."""
    sections = _sections(page.read_text(encoding="utf-8")) if page.exists() else {}
    sections[title] = f"Measured on {day.isoformat()}: {machine}.\n\n{body.strip()}\n"
    text = "\n".join([_HEAD, *(f"## {name}\n\n{section}" for name, section in sections.items())])
    page.write_text(text, encoding="utf-8")


def _sections(text: str) -> dict[str, str]:
    """Title -> what stands below it."""
    _, *parts = re.split(r"^## (.+)\n\n", text, flags=re.MULTILINE)
    return {title: body.strip() + "\n" for title, body in zip(parts[::2], parts[1::2], strict=True)}
