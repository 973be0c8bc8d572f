"""The row that a record was read from: its file, its cells, what was mended in it and what was found there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from data.frame import Frame, SourceFile
from data.intake.showable import showable
from data.problems import Problem
from data.record.public_cells import Cells, Mappings, public_letters, split
from data.record.public_findings import is_told


class Rows(Protocol):
    """What is asked of a data.store.Store."""

    def raw_row(self, key: str, version: int, position: int) -> dict[str, str]: ...

    def mappings(self, key: str, version: int, sha256: str) -> tuple[dict[str, Any], ...]: ...


@dataclass(frozen=True, slots=True)
class RowMend:
    """A cell that was mended before the figures were published. `public`: both texts may be seen by everybody.

    `why` and `source` are a person's own words, for staff.
    """

    column: str
    heading: str
    before: str
    after: str
    why: str
    source: str
    public: bool


@dataclass(frozen=True, slots=True)
class RowSource:
    """Where one record comes from. `findings` may be told to everybody, `kept_findings` to staff."""

    file: SourceFile
    part: int
    sheet: str
    row: int
    cells: Cells
    mends: tuple[RowMend, ...]
    findings: tuple[Problem, ...]
    kept_findings: tuple[Problem, ...]


def row_source(store: Rows, frame: Frame, position: int) -> RowSource:
    """Of a record of a published version. Raises VersionNotFound, IndexError, StoreUnreadable."""
    key, number = frame.dataset.key, frame.version
    part, file = _file(frame, position)
    mappings = store.mappings(key, number, file.sha256)
    sheet, row = str(frame.records["sheet"].iloc[position]), int(frame.records["row"].iloc[position])
    found = [problem for problem in frame.problems if _here(problem, sheet, row, part)]
    told = [problem for problem in found if problem.kind != "corrected"]
    public = [problem for problem in told if _public(problem, mappings)]
    return RowSource(
        file, part, sheet, row,
        cells=split(store.raw_row(key, number, position), mappings),
        mends=tuple(_mends((problem for problem in found if problem.kind == "corrected"), mappings)),
        findings=tuple(public),
        kept_findings=tuple(problem for problem in told if problem not in public),
    )  # fmt: skip


def _file(frame: Frame, position: int) -> tuple[int, SourceFile]:
    """(its place among the files, the file) of a record; a version made before files were listed is of one."""
    for part, file in enumerate(frame.files):
        if file.first <= position < file.first + file.record_count:
            return part, file
    return 0, SourceFile(frame.file_name, 0, frame.sha256, 0, len(frame))


def _here(problem: Problem, sheet: str, row: int, part: int) -> bool:
    return (problem.sheet, problem.row, int(problem.params.get("part", 0))) == (sheet, row, part)


def _public(problem: Problem, mappings: Mappings) -> bool:
    """Whether a finding tells nothing of a cell that is kept for staff."""
    if not is_told(problem):
        return False
    if problem.column is None:
        return problem.value is None
    letters = public_letters(mappings)
    fields = [letters.get(letter, "") for letter in problem.column.split(" + ")]
    texts = [text for text in (problem.value, problem.suggestion) if text]
    return all(fields) and all(showable(fields[0], text) for text in texts)


def _mends(corrected: Iterable[Problem], mappings: Mappings) -> Sequence[RowMend]:
    letters, headings = public_letters(mappings), _headings(mappings)
    found = []
    for problem in corrected:
        letter, texts = problem.column or "", (problem.value or "", problem.suggestion or "")
        field = letters.get(letter, "")
        # What was mended often did not read as what its column is for: a misprint is shown, a remark in words is not.
        public = bool(field) and all(showable(field, text) or not any(map(str.isalpha, text)) for text in texts)
        params = problem.params
        found.append(
            RowMend(letter, headings.get(letter, ""), *texts, str(params.get("why", "")),
                    str(params.get("source", "")), public)
        )  # fmt: skip
    return found


def _headings(mappings: Mappings) -> dict[str, str]:
    """Letter -> heading, where one column alone gives a field."""
    return {
        str(column.get("column", "")): str(column.get("heading", ""))
        for mapping in mappings
        for column in mapping.values()
    }
