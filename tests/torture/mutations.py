"""Ways to break a file: its bytes, the parts of its archive, the XML of a part, the cells before it is written."""

import io
import re
import zipfile
from datetime import date, time, timedelta
from random import Random
from typing import Any

from tests.data.intake.readers import files
from tests.torture.odd_values import HEADINGS, NASTY, XML_VALUES
from tests.torture.seeds import TABLES, seeds, text

_NUMBER = re.compile(rb"\d{1,20}")


def mutant(random: Random) -> tuple[str, bytes]:
    """(what was done, bytes of the file)."""
    way = random.choice(WAYS)
    name = random.choice(sorted(seeds()))
    content, done = way(seeds()[name], random), f"{way.__name__[1:]} {name}"
    return done, content


def _bytes(content: bytes, random: Random) -> bytes:
    """A handful of places of the file overwritten, cut out, doubled, filled or cut off."""
    broken = bytearray(content)
    for _ in range(random.choice((1, 1, 2, 5, 40))):
        place, length = random.randrange(len(broken) + 1), random.choice((1, 2, 8, 100))
        change = random.randrange(6)
        if change == 0:
            broken[place : place + length] = random.randbytes(length)
        elif change == 1:
            del broken[place : place + length]
        elif change == 2:
            broken[place:place] = broken[place : place + length * 10]
        elif change == 3:
            broken[place : place + length] = random.choice((b"\x00", b"\xff", b'"', b",", b"\n")) * length
        elif change == 4:
            broken[place : place + 1] = bytes([random.randrange(256)])
        elif random.random() < 0.2:
            del broken[place:]
    return bytes(broken)


def _splice(content: bytes, random: Random) -> bytes:
    """The beginning of one file and the end of another."""
    other = seeds()[random.choice(sorted(seeds()))]
    return content[: random.randrange(len(content))] + other[random.randrange(len(other)) :]


def _parts(content: bytes, random: Random) -> bytes:
    """A part of the archive left out, emptied, exchanged, doubled or filled with noise; of other files: bytes."""
    if not content.startswith(b"PK"):
        return _bytes(content, random)
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        parts = [(name, old.read(name)) for name in old.namelist()]
    at, other = random.randrange(len(parts)), random.randrange(len(parts))
    name, part = parts[at]
    change = random.randrange(6)
    if change == 0:
        del parts[at]
    elif change == 1:
        parts[at] = (name, b"")
    elif change == 2:
        parts[at], parts[other] = (name, parts[other][1]), (parts[other][0], part)
    elif change == 3:
        parts.append((name, random.randbytes(200)))
    elif change == 4:
        parts[at] = (name, _bytes(part, random) if part else b"<")
    else:
        parts[at] = (name.upper() if random.random() < 0.5 else "../" + name, part)
    return _zipped(parts)


def _zipped(parts: list[tuple[str, bytes]]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name, part in parts:
            if name in new.namelist():
                continue
            new.writestr(name, part)
    return stream.getvalue()


def _xml(content: bytes, random: Random) -> bytes:
    """Values of the XML that holds the cells exchanged, elements doubled or left out; of other files: digits."""
    if not content.startswith(b"PK"):
        return _digits(content, random)
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        parts = [(name, old.read(name)) for name in old.namelist()]
    places = [at for at, (name, _) in enumerate(parts) if name.endswith(".xml") and not name.startswith("docProps")]
    at = random.choice(places)
    name, part = parts[at]
    for _ in range(random.choice((1, 2, 6))):
        part = _changed_xml(part, random)
    parts[at] = (name, part)
    return _zipped(parts)


def _changed_xml(part: bytes, random: Random) -> bytes:
    change = random.randrange(4)
    pattern = (rb'="[^"]*"', rb">[^<>]+<", rb"<[^<>]+>", rb"<[^<>]+/>")[change]
    found = list(re.finditer(pattern, part))
    if not found:
        return part
    match = random.choice(found)
    value = random.choice((*XML_VALUES, str(random.choice(NASTY)))).encode(errors="replace").replace(b"<", b"")
    new = (b'="' + value.replace(b'"', b"") + b'"', b">" + value + b"<", b"", match[0] * random.choice((2, 50)))[change]
    return part[: match.start()] + new + part[match.end() :]


def _digits(content: bytes, random: Random) -> bytes:
    """A number of the file exchanged for another."""
    found = list(_NUMBER.finditer(content))
    if not found:
        return content
    match = random.choice(found)
    return content[: match.start()] + str(random.choice(NASTY)).encode(errors="replace") + content[match.end() :]


def _cells(content: bytes, random: Random) -> bytes:
    """A table with odd cells and headings, well written in any format."""
    rows = [list(row) for row in random.choice(list(TABLES.values()))]
    for _ in range(random.choice((1, 3, 12))):
        row = random.choice(rows)
        if row:
            row[random.randrange(len(row))] = random.choice(NASTY)
    return written(rows, random)


def _tables(content: bytes, random: Random) -> bytes:
    """A table of headings that we know and cells of any kind, well written in any format."""
    width, height = random.randrange(1, 9), random.choice((1, 2, 5, 30))
    rows: list[list[Any]] = [[random.choice(NASTY)] for _ in range(random.choice((0, 0, 1, 3)))]
    rows.append([random.choice(HEADINGS) for _ in range(width)])
    kinds = [random.choice(NASTY) for _ in range(width)]
    for _ in range(height):
        rows.append([random.choice(NASTY) if random.random() < 0.2 else kind for kind in kinds])
    if random.random() < 0.5:
        column = random.randrange(width)
        for number, row in enumerate(rows[-height:]):
            row[column] = random.choice((number, number * 3, f"{number + 1}.03.2021", date(2021, 1, 1 + number)))
    return written(rows, random)


def written(rows: list[list[Any]], random: Random) -> bytes:
    """The rows as a file of any format; a cell that the format cannot hold stands as text, or not at all."""
    format_ = random.choice(("csv", "csv", "xlsx", "xlsx", "xls", "ods"))
    if format_ == "csv":
        return text(rows, random.choice(",;\t|")).encode(
            random.choice(("utf-8", "utf-8", "utf-16", "cp1251")), "replace"
        )
    safe = [[holdable(cell, format_) for cell in row] for row in rows]
    return {"xlsx": files.xlsx, "xls": files.xls, "ods": files.ods}[format_](safe)


def holdable(cell: Any, format_: str) -> Any:
    """The cell as a writer of that format takes it."""
    if isinstance(cell, str):
        cell = re.sub(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]", "", cell)[:32_000]
        return cell or None
    if isinstance(cell, float) and cell - cell != 0:
        return str(cell)
    if isinstance(cell, timedelta | time) and format_ != "xlsx":
        return str(cell)
    if format_ == "xls" and isinstance(cell, date) and cell.year < 1901:
        return None
    return cell


WAYS = (_bytes, _bytes, _parts, _xml, _xml, _splice, _cells, _cells, _tables, _tables, _tables, _tables)
