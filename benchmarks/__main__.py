"""One command for all of it: `python -m benchmarks [part ...]` measures and writes docs/performance.md."""

import argparse
import os
import platform
import tempfile
from datetime import date
from pathlib import Path

from benchmarks import part_embed, part_explore, part_intake, part_page, part_share, part_staff, report

PARTS = {
    "intake": part_intake, "page": part_page, "staff": part_staff, "explore": part_explore, "share": part_share,
    "embed": part_embed,
}  # fmt: skip


def machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()}, Python {platform.python_version()}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="part", help=f"{' or '.join(PARTS)}; without one, all of them")
    parser.add_argument("--output", type=Path, default=Path("docs/performance.md"))
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=part_explore.SIZES, help="numbers of records to explore"
    )
    chosen = parser.parse_args()
    part_explore.SIZES = tuple(chosen.sizes)
    if unknown := set(chosen.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    for name in chosen.parts or PARTS:
        part = PARTS[name]
        with tempfile.TemporaryDirectory() as folder:
            results = part.measured(Path(folder))
        report.put(chosen.output, part.TITLE, part.section(results), machine(), date.today())
