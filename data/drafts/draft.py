"""A draft as it stands: the file, what people said of it, and what the last reading found. Values only."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

WAITING, READING, READ, FAILED = "waiting", "reading", "read", "failed"
REPLACE, ADD = "replace", "add"
MODES = (REPLACE, ADD)
VALUE, SET_ASIDE = "value", "set_aside"


@dataclass(frozen=True, slots=True)
class Mend:
    """What a person wants of one cell (kind "value": `before` becomes `after`) or row ("set_aside", column "").

    `row` is the sheet's own row number, `column` a letter, `finding` the kind of problem it answers, or "".
    """

    kind: str
    sheet: str
    row: int
    column: str = ""
    before: str = ""
    after: str = ""
    why: str = ""
    finding: str = ""


@dataclass(frozen=True, slots=True)
class DraftMend(Mend):
    """A mend that stands in a draft. One that is taken back stays, so that the draft's own story can be read."""

    number: int = 0
    who: str = ""
    at: datetime | None = None
    taken_back: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """One spreadsheet on its way. `state` is waiting, reading, read or failed.

    `revision` rises with every change, `read_revision` is the one that `result` (data.intake.report as JSON values)
    speaks of, 0 before the first. `error` is (message id, params) of a failed reading. `progress` is (rows read, rows
    known of) while it is being read. `base_version` is the version that readers saw when the dataset was chosen.
    """

    id: str
    who: str
    at: datetime
    file_name: str
    size: int
    sha256: str
    state: str
    revision: int
    read_revision: int
    dataset: str | None
    mode: str
    base_version: int | None
    sheet: str | None
    expires: datetime
    answers: dict[str, Any] = field(default_factory=dict)
    choices: dict[str, Any] = field(default_factory=dict)
    result: dict[str, Any] | None = None
    error: tuple[str, dict[str, Any]] | None = None
    mends: tuple[DraftMend, ...] = ()
    progress: tuple[int, int] | None = None

    @property
    def current(self) -> bool:
        """Whether `result` speaks of the draft as it stands now."""
        return self.read_revision == self.revision

    @property
    def busy(self) -> bool:
        """Whether the file is being read, or will be soon."""
        return self.state in (WAITING, READING)

    @property
    def mends_in_force(self) -> tuple[DraftMend, ...]:
        return tuple(mend for mend in self.mends if not mend.taken_back)
