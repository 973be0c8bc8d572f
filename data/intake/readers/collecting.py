"""The child's frames put together: sheets whose rows are equally long, with what was noticed on the way."""

import json
from collections.abc import Callable
from typing import Any

from data.intake.readers.cell_stream import DamagedStream, unpack
from data.intake.readers.child_process import ReadingChild
from data.intake.readers.limits import Limits
from data.intake.readers.refusal import NotASpreadsheet
from data.intake.readers.workbook import Cell, Sheet, Workbook
from data.problems import Problem

Progress = Callable[[int, int], None]


def collect(content: bytes, format_: str, limits: Limits, progress: Progress | None) -> Workbook:
    """The whole workbook as the child read it. Raises NotASpreadsheet."""
    gathering = _Gathering()
    with ReadingChild(content, format_, limits) as child:
        for mark, payload in child.frames():
            try:
                gathering.take(mark, payload)
            except (DamagedStream, ValueError, KeyError, TypeError) as error:
                raise NotASpreadsheet("damaged") from error
            if progress:
                progress(gathering.rows_read, gathering.rows_known)
    return gathering.workbook(format_)


class _Gathering:
    """Sheets under construction."""

    def __init__(self) -> None:
        self._facts: list[dict[str, Any]] = []
        self._columns: list[list[list[Cell]]] = []
        self._seen: dict[str, str] = {}
        self._text: dict[str, Any] = {}
        self._book: dict[str, Any] = {}
        self.rows_read = 0
        self.rows_known = 0

    def take(self, mark: bytes, payload: bytes) -> None:
        if mark == b"R":
            block = unpack(payload, self._seen)
            _append(self._columns[-1], block)
            self.rows_read += len(block[0]) if block else 0
        elif mark == b"S":
            self._facts.append(json.loads(payload))
            self._columns.append([])
            self.rows_known += int(self._facts[-1]["rows"])
        elif mark == b"T":
            self._text = json.loads(payload)
        elif mark == b"W":
            self._book = json.loads(payload)
        self.rows_known = max(self.rows_known, self.rows_read)

    def workbook(self, format_: str) -> Workbook:
        sheets = [self._sheet(*each) for each in zip(self._facts, self._columns, strict=True)]
        problems = [self._problem(facts, sheets[0].name) for facts in self._text.get("problems", ())]
        return Workbook(
            format_, sheets, self._text.get("encoding"), self._text.get("delimiter"), problems,
            bool(self._book.get("holds_macros")), int(self._book.get("links", 0)),
        )  # fmt: skip

    @staticmethod
    def _sheet(facts: dict[str, Any], columns: list[list[Cell]]) -> Sheet:
        return Sheet(
            name=facts["name"],
            columns=columns,
            hidden=bool(facts["hidden"]),
            merged=tuple((a, b, c, d) for a, b, c, d in facts["merged"]),
            hidden_columns=tuple(facts["hidden_columns"]),
            uncomputed=tuple((row, column, count) for row, column, count in facts.get("uncomputed", ())),
            far_cells=tuple((row, column) for row, column in facts.get("far_cells", ())),
        )

    @staticmethod
    def _problem(facts: dict[str, Any], sheet: str) -> Problem:
        return Problem(facts["kind"], sheet, facts.get("row"), value=facts.get("value"),
                       suggestion=facts.get("suggestion"))  # fmt: skip


def _append(columns: list[list[Cell]], block: list[list[Cell]]) -> None:
    """The block's rows go below; a column that only one of them has is blank in the other."""
    above, height = len(columns[0]) if columns else 0, len(block[0]) if block else 0
    columns.extend([None] * above for _ in range(len(block) - len(columns)))
    for place, column in enumerate(columns):
        column.extend(block[place] if place < len(block) else [None] * height)
