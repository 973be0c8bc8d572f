"""The process that reads an untrusted file: bytes on its standard input, frames of cells on its standard output.

Run as a script in isolated mode by child_process.py. It gives up memory, time and the right to write files before it
looks at the first byte.
"""

import contextlib
import gc
import json
import sys
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def own_packages() -> None:
    """Makes the files beside this one importable without running data/intake/__init__, which loads pandas: 0.6 s."""
    folder = Path(__file__).parent
    for name, place in (
        ("data", folder.parent.parent),
        ("data.intake", folder.parent),
        ("data.intake.readers", folder),
    ):
        package = types.ModuleType(name)
        package.__path__ = [str(place)]
        sys.modules[name] = package


def give_up_rights(memory: int, cpu_seconds: int, file_size: int = 0) -> None:
    """Limits of this process: bytes of memory, seconds, bytes of any file that it writes.

    Where the system has none (Windows) the parent's watchdog stands alone.
    """
    try:
        import resource
    except ImportError:
        return
    for name, amount in (
        ("RLIMIT_AS", memory),
        ("RLIMIT_CPU", cpu_seconds),
        ("RLIMIT_FSIZE", file_size),
        ("RLIMIT_CORE", 0),
        ("RLIMIT_NPROC", 0),
    ):
        kind = getattr(resource, name, None)
        if kind is not None:
            # macOS refuses RLIMIT_AS; a lower limit may stand already.
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(kind, (amount, amount))


def read(content: bytes, format_: str, limits: Any) -> Iterator[tuple[str, Any]]:
    """The parts of a file as its reader gives them. Raises NotASpreadsheet."""
    if format_ == "csv":
        from data.intake.readers.delimited import sheets as text_sheets

        yield from text_sheets(content, limits)
    else:
        from data.intake.readers.workbook_sheets import sheets as workbook_sheets

        yield from workbook_sheets(content, format_, limits)


def _answer(content: bytes, format_: str, limits: Any) -> Iterator[tuple[bytes, bytes]]:
    """Frames: W facts of a workbook, T of a text file, S a sheet, R a block of its rows, N refused, E the end."""
    from data.intake.readers.cell_stream import pack
    from data.intake.readers.refusal import NotASpreadsheet

    marks = {"workbook": b"W", "sheet": b"S", "text": b"T"}
    try:
        for kind, value in read(content, format_, limits):
            if kind == "rows":
                yield b"R", pack(value)
            else:
                yield marks[kind], json.dumps(value).encode()
        yield b"E", b""
    except NotASpreadsheet as refusal:
        yield b"N", json.dumps({"reason": refusal.reason, "params": refusal.params}).encode()
    except MemoryError:
        params = {"most": limits.memory / (1 << 20)}
        yield b"N", json.dumps({"reason": "out_of_memory", "params": params}).encode()
    except Exception:
        yield b"N", json.dumps({"reason": "damaged", "params": {}}).encode()
    except BaseException as error:
        # A panic in calamine arrives as pyo3's PanicException, which is no Exception.
        if type(error).__name__ != "PanicException":
            raise
        yield b"N", json.dumps({"reason": "damaged", "params": {}}).encode()


def main() -> None:
    own_packages()
    gc.disable()  # millions of cells and no cycles among them
    from data.intake.readers.cell_stream import read_frame, write_frame
    from data.intake.readers.limits import Limits

    given, answer = sys.stdin.buffer, sys.stdout.buffer
    task = json.loads((read_frame(given, 1 << 20) or (b"", b""))[1])
    limits = Limits(**task["limits"])
    give_up_rights(limits.memory, limits.cpu_seconds)
    content = (read_frame(given, limits.bytes) or (b"", b""))[1]
    for mark, payload in _answer(content, task["format"], limits):
        write_frame(answer, mark, payload)
    answer.flush()


if __name__ == "__main__":
    main()
