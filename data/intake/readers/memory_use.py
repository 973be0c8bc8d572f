"""How much memory another process holds: for systems whose own limits do not stop it (macOS, Windows)."""

import subprocess
import sys
from pathlib import Path
from typing import Any

_STATUS_FIELD = "VmRSS:"


def memory_of(process: "subprocess.Popen[bytes]") -> int | None:
    """Resident memory in bytes; None where it cannot be known or the process has ended."""
    if sys.platform == "win32":
        return _on_windows(process)
    if sys.platform == "darwin":
        return _on_macos(process.pid)
    try:
        status = Path(f"/proc/{process.pid}/status").read_text()
    except OSError:
        return None
    fields = dict(line.split(maxsplit=1) for line in status.splitlines() if line.startswith(_STATUS_FIELD))
    return int(fields[_STATUS_FIELD].split()[0]) * 1024 if fields else None


def _on_macos(pid: int) -> int | None:
    answer = subprocess.run(["/bin/ps", "-o", "rss=", "-p", str(pid)], capture_output=True, check=False)  # noqa: S603
    return int(answer.stdout) * 1024 if answer.stdout.strip().isdigit() else None


def _on_windows(process: "subprocess.Popen[bytes]") -> int | None:
    """PROCESS_MEMORY_COUNTERS.WorkingSetSize, https://learn.microsoft.com/windows/win32/api/psapi/"""
    import ctypes
    from ctypes import wintypes

    class Counters(ctypes.Structure):
        _fields_ = (
            ("cb", wintypes.DWORD),
            ("PageFaultCount", wintypes.DWORD),
            *((name, ctypes.c_size_t) for name in (
                "PeakWorkingSetSize", "WorkingSetSize", "QuotaPeakPagedPoolUsage", "QuotaPagedPoolUsage",
                "QuotaPeakNonPagedPoolUsage", "QuotaNonPagedPoolUsage", "PagefileUsage", "PeakPagefileUsage",
            )),
        )  # fmt: skip

    counters = Counters(cb=ctypes.sizeof(Counters))
    windows: Any = ctypes.windll  # type: ignore[attr-defined]
    handle = wintypes.HANDLE(int(process._handle))  # type: ignore[attr-defined]
    known = windows.kernel32.K32GetProcessMemoryInfo(handle, ctypes.byref(counters), counters.cb)
    return int(counters.WorkingSetSize) if known else None
