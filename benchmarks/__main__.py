"""One command for all of it: `python -m benchmarks` measures and writes docs/performance.md."""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from benchmarks.generate import workbook
from benchmarks.report import page

SIZES = (1_000, 100_000, 1_000_000)


def measure(module: str, *arguments: str) -> dict:
    """Runs one measurement in a process of its own and reads the JSON on its last line."""
    done = subprocess.run(
        [sys.executable, "-m", f"benchmarks.{module}", *arguments], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"benchmarks.{module} {' '.join(arguments)} failed:\n{done.stderr}")
    return json.loads(done.stdout.strip().splitlines()[-1])


def one_size(size: int, folder: Path) -> dict:
    """Every figure of one size: the file is read raw, taken in, published beside the shipped figures, and shown."""
    file, store = folder / f"{size}.xlsx", str(folder / f"{size}.sqlite")
    workbook(file, size)
    told = {
        "size": size,
        "file_mb": file.stat().st_size / 1e6,
        "raw": measure("raw_read", str(file)),
        "intake": measure("whole_intake", str(file), store),
        "figures": measure("figures", store),
        "page": measure("page", store),
    }
    print(json.dumps(told), flush=True)
    return told


def machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()}, Python {platform.python_version()}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--output", type=Path, default=Path("docs/performance.md"))
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        results = [one_size(size, Path(folder)) for size in chosen.sizes]
    chosen.output.write_text(page(results, machine(), date.today()), encoding="utf-8")
