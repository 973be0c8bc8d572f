"""What people did to a draft, as the remarks that stay with its version: mends, rows set aside, decisions, reasons."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from data.comparison.outcome import Outcome, reasons_of
from data.store import Remark


def remarks(draft: Any, found: Outcome) -> list[Remark]:
    """In the order of the steps. Cells of columns with personal data are named, and what stood in them is not told."""
    return [*_mends(draft, found), *_overlaps(found), *_confirmed(draft, found)]


def _mends(draft: Any, found: Outcome) -> Iterator[Remark]:
    personal = {letter for dropped in found.intake.dropped_personal for letter in dropped.column.split(" + ")}
    for mend in draft.mends_in_force:
        place = {"file": draft.file_name, "sheet": mend.sheet, "row": mend.row, "by": mend.who}
        if mend.kind == "set_aside":
            yield Remark("set_aside", place | {"why": mend.why})
            continue
        told = {} if mend.column in personal else {"before": mend.before, "after": mend.after}
        yield Remark("mend", place | {"column": mend.column, "finding": mend.finding, "why": mend.why} | told)


def _overlaps(found: Outcome) -> Iterator[Remark]:
    """How many records were there already, and what was decided of those that said otherwise.

    A file that has nothing but what is there already was not added to anything.
    """
    if found.overlaps is None or not (len(found.overlaps.new) or found.overlaps.pairs):
        return
    decided = Counter(found.overlaps.decisions)
    told = {decision: decided[decision] for decision in sorted(decided) if decision}
    yield Remark("overlap", {"same": len(found.overlaps.same), "new": len(found.overlaps.new)} | told)


def _confirmed(draft: Any, found: Outcome) -> Iterator[Remark]:
    reasons = reasons_of(draft.choices)
    for doubt in found.doubts:
        if doubt.id in reasons:
            yield Remark("confirmed", {"doubt": doubt.kind, "params": doubt.params, "why": reasons[doubt.id]})
