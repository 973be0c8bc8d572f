"""The uploaded workbook with its findings marked: what is put into which cell, and the child process that does it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from data.drafts.draft import SET_ASIDE, Mend
from data.drafts.findings import OF_MENDS, by_kind
from data.drafts.meanings import meaning_name
from data.drafts.ways import WAYS
from data.intake.readers import Limits, NotASpreadsheet
from data.intake.readers.child_process import ReadingChild
from data.intake.readers.limits import MEGABYTE
from data.intake.readers.recognise import recognise
from data.problems import Problem, sentence

_SCRIPT = Path(__file__).with_name("marking_child.py")
# openpyxl takes 8 s for so many, and about 1 kB of memory for each.
MOST_CELLS = 200_000
# Spreadsheet programs become slow with more comments; every cell still gets its colour.
MOST_COMMENTS = 3_000
MOST_LISTED = 50_000
LONGEST_COMMENT = 1_000
LIMITS = Limits(memory=2048 * MEGABYTE, cpu_seconds=120, wall_seconds=150.0)


@dataclass(frozen=True)
class Marks:
    """What the child draws; every text is in the reader's language already.

    cells: (sheet, row, column or "", severity or "mended", comment or ""); rows_aside: (sheet, row, comment).
    lines: (severity, its name, sheet, row, column, value, suggestion, sentence). texts: title, headings, remarks,
    legend (name -> words), and the name of the sheet. list_only: the workbook is too large to be drawn on.
    """

    cells: Sequence[tuple[str, int, str, str, str]] = ()
    rows_aside: Sequence[tuple[str, int, str]] = ()
    lines: Sequence[tuple[Any, ...]] = ()
    texts: Mapping[str, Any] = field(default_factory=dict)
    list_only: bool = False


def marks(problems: Iterable[Problem], mends: Iterable[Mend], words: Any, cells: int = 0) -> Marks:
    """`mends` are those in force; `cells` is how many the workbook has on all its sheets."""
    told = [problem for each in by_kind(problems).values() for problem in each if problem.kind not in OF_MENDS]
    done = list(mends)
    list_only = cells > MOST_CELLS
    lines = [_line(problem, words) for problem in told[:MOST_LISTED]]
    more = max(len(told) - MOST_LISTED, 0)
    return Marks(
        [*_of_problems(told, words), *_of_mends(done, words)],
        [(mend.sheet, mend.row, _short(words.say("marked.aside", why=mend.why))) for mend in done if _aside(mend)],
        lines, _texts(words, list_only, more, len(told) > MOST_COMMENTS and not list_only), list_only,
    )  # fmt: skip


def marked_workbook(content: bytes, marked: Marks, limits: Limits = LIMITS) -> bytes:
    """The .xlsx. Raises NotASpreadsheet when it cannot be made within `limits` even as a list."""
    format_ = recognise(content, limits)
    try:
        return _drawn(content, format_, marked, limits)
    except NotASpreadsheet:
        if marked.list_only:
            raise
    texts = {**marked.texts, "remarks": [marked.texts["too_large"]]}
    return _drawn(b"", format_, Marks((), (), marked.lines, texts, True), limits)


def _drawn(content: bytes, format_: str, marked: Marks, limits: Limits) -> bytes:
    """openpyxl writes each sheet to a temporary file first: into a folder of its own, that ends with it."""
    task = {"marks": json.dumps(asdict(marked))}
    given = b"" if marked.list_only else content
    with (
        TemporaryDirectory(prefix="minetall-") as folder,
        ReadingChild(given, format_, limits, _SCRIPT, task, folder) as child,
    ):
        return b"".join(payload for mark, payload in child.frames() if mark == b"X")


def file_name(name: str, words: Any) -> str:
    """ "accidents 2021.xlsx" -> "accidents 2021 – with remarks.xlsx", in the reader's language."""
    stem = Path(name).stem or name
    return words.say("marked.file", name=stem) + ".xlsx"


def _aside(mend: Mend) -> bool:
    return mend.kind == SET_ASIDE


def _of_problems(problems: Iterable[Problem], words: Any) -> Iterable[tuple[str, int, str, str, str]]:
    """One entry for each cell, by its gravest finding, with the sentences of all."""
    found: dict[tuple[str, int, str], list[Problem]] = {}
    for problem in problems:
        if problem.sheet and problem.row:
            found.setdefault((problem.sheet, problem.row, _letter(problem.column)), []).append(problem)
    for number, (place, here) in enumerate(found.items()):
        severity = min((each.severity for each in here), key=("error", "warning", "note").index)
        said = "\n".join(dict.fromkeys(sentence(each, words) for each in here)) if number < MOST_COMMENTS else ""
        yield *place, severity, _short(said)


def _of_mends(mends: Iterable[Mend], words: Any) -> Iterable[tuple[str, int, str, str, str]]:
    blank = words.say("mending.blank")
    for mend in mends:
        if not _aside(mend):
            said = words.say("marked.mended", before=mend.before or blank, after=mend.after or blank)
            yield mend.sheet, mend.row, _letter(mend.column), "mended", _short(f"{said} {mend.why}".strip())


def _letter(column: str | None) -> str:
    """A column of one sheet; "" where a finding is about a row, or about several columns."""
    letter = (column or "").rpartition("!")[2]
    return letter if letter.isascii() and letter.isalpha() and len(letter) <= 3 else ""


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_COMMENT else text[: LONGEST_COMMENT - 1] + "…"


def _line(problem: Problem, words: Any) -> tuple[Any, ...]:
    return (
        problem.severity, words.say(f"mending.severity.{problem.severity}"), problem.sheet or "", problem.row or 0,
        _letter(problem.column), problem.value or "", _suggestion(problem, words), sentence(problem, words),
    )  # fmt: skip


def _suggestion(problem: Problem, words: Any) -> str:
    if WAYS[problem.kind].words and problem.suggestion:
        return meaning_name(problem.field or "", problem.suggestion, words)
    return problem.suggestion or ""


def _texts(words: Any, list_only: bool, more: int, comments: bool) -> dict[str, Any]:
    remarks = [words.say("marked.list_only" if list_only else "marked.original")]
    if more:
        remarks.append(words.say("marked.more", count=more))
    if comments:
        remarks.append(words.say("marked.comments", most=MOST_COMMENTS))
    return {
        "sheet": words.say("marked.sheet"),
        "title": words.say("marked.title"),
        "headings": [words.say(f"marked.heading.{key}") for key in ("kind", "where", "value", "suggestion", "says")],
        "legend": {key: words.say(f"marked.legend.{key}") for key in ("error", "warning", "note", "mended", "aside")},
        "legend_title": words.say("marked.legend"),
        "remarks": remarks,
        "cells_only": words.say("marked.cells_only"),
        "too_large": words.say("marked.list_only"),
        "none": words.say("mending.none"),
    }
