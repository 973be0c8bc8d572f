"""What was mended in a draft, as a page lists it: the original beside what holds now, who, when, why."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from data.drafts.draft import SET_ASIDE, Draft, DraftMend
from data.drafts.findings import UNFIT
from data.drafts.meanings import meaning_name
from data.problems import Problem, field_name

# A list of thousands is no longer read; all of them can be taken back at once.
MOST = 200


@dataclass(frozen=True)
class MendRow:
    mend: DraftMend
    cell: str
    what: str
    before: str
    after: str
    at: str


@dataclass(frozen=True)
class Explained:
    """A word and what a person said that it means, wherever it stands."""

    field: str
    word: str
    what: str
    meaning: str


@dataclass(frozen=True)
class MendList:
    """`unfit` are mends whose cell no longer says what was mended; `hidden` how many more are in force than listed."""

    unfit: Sequence[MendRow]
    rows: Sequence[MendRow]
    hidden: int
    explained: Sequence[Explained]

    @property
    def count(self) -> int:
        return len(self.unfit) + len(self.rows) + self.hidden + len(self.explained)


def mend_list(draft: Draft, problems: Sequence[Problem], words: Any) -> MendList:
    """The newest first; `problems` are all findings of the reading, with those that are about mends."""
    broken = {(each.sheet, each.row, each.column or "") for each in problems if each.kind in UNFIT}
    newest = sorted(draft.mends_in_force, key=lambda mend: -mend.number)
    unfit = [mend for mend in newest if (mend.sheet, mend.row, mend.column) in broken]
    rest = [mend for mend in newest if (mend.sheet, mend.row, mend.column) not in broken]
    return MendList(
        [_row(mend, words) for mend in unfit], [_row(mend, words) for mend in rest[:MOST]], max(len(rest) - MOST, 0),
        list(_explained(draft, words)),
    )  # fmt: skip


def _row(mend: DraftMend, words: Any) -> MendRow:
    blank = words.say("mending.blank")
    aside = mend.kind == SET_ASIDE
    return MendRow(
        mend, f"{mend.column}{mend.row}",
        what=words.say("mending.row_set_aside") if aside else "",
        before="" if aside else mend.before or blank,
        after="" if aside else mend.after or blank,
        at=words.moment(mend.at) if mend.at else "",
    )  # fmt: skip


def _explained(draft: Draft, words: Any) -> Sequence[Explained]:
    found = []
    for key, told in draft.answers.items():
        if not key.startswith("words:") or not isinstance(told, dict):
            continue
        field = key.removeprefix("words:")
        for word, meaning in told.items():
            found.append(Explained(field, word, field_name(field, words), meaning_name(field, str(meaning), words)))
    return found
