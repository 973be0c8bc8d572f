"""The process that cleans an untrusted PowerPoint file, with limits of memory and time.

Run as a script by taking_in.py through data/intake/readers/child_process.py, whose frames it speaks: X the clean file,
R a reason, E the end.
"""

import importlib.util
import json
import sys
import types
from pathlib import Path
from types import ModuleType

_HERE = Path(__file__).parent


def _module(name: str, file: Path) -> ModuleType:
    """A module by its file, without the package round it, which would load pandas."""
    spec = importlib.util.spec_from_file_location(name, file)
    if spec is None or spec.loader is None:
        raise ImportError(str(file))
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _own_packages() -> None:
    room = _HERE.parent
    for name, place in ((room.name, room), (f"{room.name}.{_HERE.name}", _HERE)):
        package = types.ModuleType(name)
        package.__path__ = [str(place)]
        sys.modules[name] = package


def tried(content: bytes) -> bytes:
    """The same, after a slide was made on every layout: what python-pptx fails at, it fails at here."""
    import io

    from pptx import Presentation

    from exports.slide_template.ground import ground, scheme_colour

    presentation = Presentation(io.BytesIO(content))
    for layout in presentation.slide_layouts:
        slide = presentation.slides.add_slide(layout)
        ground(layout, int(presentation.slide_width or 0), int(presentation.slide_height or 0))
        scheme_colour("hlink", layout)
        for shape in [*slide.placeholders, *layout.placeholders]:
            _ = (shape.placeholder_format.type, shape.left, shape.top, shape.width, shape.height)
        slide.notes_slide.notes_text_frame.text = "1"
    presentation.save(io.BytesIO())
    return content


def main() -> None:
    reading = _module("reading_child", _HERE.parent.parent / "data" / "intake" / "readers" / "child.py")
    reading.own_packages()
    _own_packages()
    from data.intake.readers.cell_stream import read_frame, write_frame
    from data.intake.readers.limits import Limits
    from exports.slide_template.cleaning import clean
    from exports.slide_template.package import Refused

    given, answer = sys.stdin.buffer, sys.stdout.buffer
    limits = Limits(**json.loads((read_frame(given, 1 << 20) or (b"", b""))[1])["limits"])
    reading.give_up_rights(limits.memory, limits.cpu_seconds)
    content = (read_frame(given, limits.bytes) or (b"", b""))[1]
    try:
        write_frame(answer, b"X", tried(clean(content)))
    except Refused as refused:
        write_frame(answer, b"R", refused.reason.encode())
    except MemoryError:
        write_frame(answer, b"R", b"out_of_memory")
    except Exception:
        write_frame(answer, b"R", b"damaged")
    write_frame(answer, b"E", b"")
    answer.flush()


if __name__ == "__main__":
    main()
