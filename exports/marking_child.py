"""The process that draws findings into an untrusted workbook: openpyxl with limits of memory and time.

Run as a script by marked_workbook.py through data/intake/readers/child_process.py, whose frames it speaks.
"""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

_READERS = Path(__file__).parent.parent / "data" / "intake" / "readers"
# Sheets of a large workbook go through temporary files, in a folder that the parent deletes.
_LARGEST_FILE = 2 << 30


def _module(name: str, file: Path) -> ModuleType:
    """A module by its file, without the package round it, which would load pandas."""
    spec = importlib.util.spec_from_file_location(name, file)
    if spec is None or spec.loader is None:
        raise ImportError(str(file))
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _drawn(content: bytes, format_: str, marks: dict[str, Any], limits: Any) -> bytes:
    drawing = _module("marking", Path(__file__).with_name("marking.py"))
    if marks["list_only"]:
        return bytes(drawing.listed(marks))
    if format_ == "xlsx":
        try:
            return bytes(drawing.on_original(content, marks))
        except MemoryError:
            raise
        except Exception:  # noqa: S110 - what openpyxl cannot open is drawn from the cells as they were read
            pass
    reading = sys.modules["reading_child"]
    return bytes(drawing.on_cells(reading.read(content, format_, limits), marks))


def main() -> None:
    # openpyxl loads numpy if it is there, which asks for memory by the number of cores, and is not used here.
    sys.modules["numpy"] = None  # type: ignore[assignment]
    reading = _module("reading_child", _READERS / "child.py")
    reading.own_packages()
    from data.intake.readers.cell_stream import read_frame, write_frame
    from data.intake.readers.limits import Limits

    given, answer = sys.stdin.buffer, sys.stdout.buffer
    task = json.loads((read_frame(given, 1 << 30) or (b"", b""))[1])
    limits = Limits(**task["limits"])
    reading.give_up_rights(limits.memory, limits.cpu_seconds, _LARGEST_FILE)
    content = (read_frame(given, limits.bytes) or (b"", b""))[1]
    try:
        write_frame(answer, b"X", _drawn(content, task["format"], json.loads(task["marks"]), limits))
        write_frame(answer, b"E", b"")
    except MemoryError:
        refusal = {"reason": "out_of_memory", "params": {"most": limits.memory / (1 << 20)}}
        write_frame(answer, b"N", json.dumps(refusal).encode())
    except Exception:
        write_frame(answer, b"N", json.dumps({"reason": "damaged", "params": {}}).encode())
    answer.flush()


if __name__ == "__main__":
    main()
