"""Runs a measurement in a process of its own and follows the memory of it and of its children (from Linux's /proc)."""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

LOOK_EVERY = 0.01  # seconds


def measure(module: str, *arguments: str) -> dict[str, Any]:
    """What the measurement told as JSON on its last line, with its peaks of memory in MB (1e6 bytes).

    `own_mb` and `child_mb` are the highest that each process ever was; `together_mb` is the highest sum at one moment.
    """
    command = [sys.executable, "-m", f"benchmarks.{module}", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        peaks = _follow(process)
        told, complaint = process.communicate()
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{complaint}")
    return json.loads(told.strip().splitlines()[-1]) | {name: peak / 1e6 for name, peak in peaks.items()}


def _follow(process: "subprocess.Popen[str]") -> dict[str, int]:
    """Both pipes hold a few lines only, so nothing blocks while nobody reads them."""
    peaks = {"own_mb": 0, "child_mb": 0, "together_mb": 0}
    while process.poll() is None:
        own, children = _memory(process.pid), [_memory(child) for child in _children(process.pid)]
        peaks["own_mb"] = max(peaks["own_mb"], own["VmHWM"])
        peaks["child_mb"] = max([peaks["child_mb"], *(child["VmHWM"] for child in children)])
        together = own["VmRSS"] + sum(child["VmRSS"] for child in children)
        peaks["together_mb"] = max(peaks["together_mb"], together)
        time.sleep(LOOK_EVERY)
    return peaks


def _children(parent: int) -> list[int]:
    try:
        tasks = list(Path(f"/proc/{parent}/task").iterdir())
        return [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except OSError:  # it has just ended
        return []


def _memory(process: int) -> dict[str, int]:
    """VmRSS (now) and VmHWM (the highest so far) in bytes; 0 once it has ended."""
    found = {"VmRSS": 0, "VmHWM": 0}
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return found
    for line in status.splitlines():
        name, _, amount = line.partition(":")
        if name in found:
            found[name] = int(amount.split()[0]) * 1024
    return found
