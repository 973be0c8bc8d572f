"""What an intake gives back: records and counts, and all that was understood, doubted or left out on the way."""

from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from data.intake.offers import Offer
from data.intake.picture import SheetPicture
from data.intake.table import Excluded
from data.problems import Problem


@dataclass(frozen=True, slots=True)
class Mapped:
    """Where a field was found. `column` is the letter; several columns that are added read "R + S". Confidence 0-1."""

    heading: str
    column: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Dropped:
    """A column with personal data that ends here. `reason` is heading or the kind of content that was seen."""

    heading: str
    column: str
    reason: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """A cell that the corrections file changed: from what, to what, and why. The original stays in `raw`."""

    sheet: str
    row: int
    column: str
    field: str
    before: str
    after: str
    why: str
    source: str


@dataclass(frozen=True, slots=True)
class Question:
    """What the file does not say and a person must. `id` is the key of its answer: the kind and the column's heading.

    `candidates` are the values an answer may take (empty: any text); for `codes` the answer maps each of `values` to
    one of the candidates. `evidence` are cells or counts that speak for one or another; `guess` is the likeliest.
    `settled`: nobody need be asked, since it was answered or the file says it; `answer` is then what holds.
    """

    id: str
    kind: str
    field: str
    candidates: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    guess: Any = None
    column: str | None = None
    heading: str | None = None
    settled: bool = False
    answer: Any = None

    @property
    def message(self) -> str:
        return "question.measure_of_cells" if self.kind == "measure" and not self.heading else f"question.{self.kind}"


@dataclass(frozen=True, eq=False)
class Intake:
    """One file understood. `records`, `counts` and `raw` are as data.fields says; empty when `refused`.

    `refused` is a message id (None: not refused). `mapping` goes from field to column. `sheets` are those that were
    read as data. `rows` is the number of data rows of the table. `signature` is that of its headings; `answers` tells
    for each question that was settled whether its answer was given or remembered. `offers` is everything that a person
    can change by menu, `pictures` has one per sheet of the file; both are there for a refused file too. `cells`:
    (sheet, row, letter) -> the text, as it is now, of each cell that a finding points at or may be mended in.
    """

    file: str
    sha256: str
    size: int
    sheets: list[str]
    heading_rows: list[int]
    layout: str | None
    mapping: dict[str, Mapped]
    dropped_personal: list[Dropped]
    records: pd.DataFrame
    counts: pd.DataFrame
    raw: pd.DataFrame
    excluded: list[Excluded]
    problems: list[Problem]
    questions: list[Question]
    refused: str | None = None
    refused_params: dict[str, Any] = field(default_factory=dict)
    corrected: list[Corrected] = field(default_factory=list)
    title: list[str] = field(default_factory=list)
    rows: int = 0
    signature: str = ""
    answers: dict[str, str] = field(default_factory=dict)
    offers: list[Offer] = field(default_factory=list)
    pictures: list[SheetPicture] = field(default_factory=list)
    cells: dict[tuple[str, int, str], str] = field(default_factory=dict)
