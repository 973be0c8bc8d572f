"""What changes between two versions, as values for staff/changes.html.j2: differences first, the rest folded away."""

from collections.abc import Callable, Sequence
from typing import Any

from charts.sentences import amount, district_name, recorded
from data.comparison.changes import Changes
from data.comparison.figures import Change, Figures
from data.frame import Frame
from data.summaries.amounts import Amount
from data.summaries.statements import Statement

# Rows of each kind that are shown; how many there are is always said.
MOST = 100
MEASURES = ("killed", "injured", "other")


class Told:
    """The words of a record, handed in by the page (components.record_told)."""

    def __init__(self, told: Any, words: Any) -> None:
        self.difference: Callable[..., str] = told.difference
        self.field_name: Callable[..., str] = told.field_name
        self.value: Callable[..., str] = told.told
        self.record: Callable[..., dict[str, str]] = told.record_told
        self.words = words


def changes_told(changes: Changes, told: Told) -> dict[str, Any]:
    """`nothing`: readers would see the very same."""
    words = told.words
    running = any(changes.newest)
    after = changes.after
    return {
        "nothing": changes.nothing,
        "first": changes.before is None,
        "sentence": _sentence(changes, words),
        "running": _newest(changes.newest, words) if running else "",
        "total": _table([changes.total], lambda _key: str(words.say("changes.total")), told),
        "years": _table(changes.by_year, lambda key: _year(key, words), told),
        "districts": _table(changes.by_district, lambda key: district_name(key, words), told),
        "changed": _changed(changes, told),
        "fields": _fields(changes, told),
        "gone": [] if changes.before is None else _records(changes.before, changes.gone, told),
        "added": [] if changes.before is None else _records(after, changes.added, told),
        "counts": {"added": len(changes.added), "gone": len(changes.gone), "changed": len(changes.changed_after)},
        "most": MOST,
    }


def _sentence(changes: Changes, words: Any) -> str:
    """How many records are added, gone and changed."""
    if changes.before is None:
        return str(words.say("changes.first", count=len(changes.after)))
    if changes.nothing:
        return str(words.say("changes.nothing", count=changes.same))
    counts = {"added": len(changes.added), "gone": len(changes.gone), "changed": len(changes.changed_after),
              "same": changes.same}  # fmt: skip
    return ", ".join(words.say(f"changes.count.{kind}", count=count) for kind, count in counts.items()) + "."


def _newest(newest: tuple[Statement | None, Statement | None], words: Any) -> str:
    days = [None if one is None else one.first for one in newest]
    if days[0] is None or days[1] is None:
        return str(words.say("changes.running"))
    return str(words.say("changes.newest", before=days[0], after=days[1]))


def _table(changes: Sequence[Change], label: Callable[[str], str], told: Told) -> dict[str, Any]:
    """Rows that differ, and those that do not (`same`); `measures` are the columns: other only where there are any."""
    shown = [m for m in MEASURES if m != "other" or any(part.n for one in changes for part in one.amounts(m))]
    rows = [(one.differs, _row(one, label(one.key), shown, told)) for one in changes]
    return {
        "measures": [told.words.say(f"changes.measure.{measure}") for measure in ("records", *shown)],
        "rows": [row for differs, row in rows if differs],
        "same": [row for differs, row in rows if not differs],
    }


def _row(one: Change, label: str, measures: list[str], told: Told) -> dict[str, Any]:
    words = told.words
    before, after = (None if side is None else side.records for side in (one.before, one.after))
    cells = [_cell(_count(before, words), _count(after, words), told.difference(_less(before, after), words))]
    for measure in measures:
        left, right = one.amounts(measure)
        was, now = _amount(one.before, left, told), _amount(one.after, right, told)
        cells.append(_cell(was, now, told.difference(one.difference(measure), words)))
    return {"label": label, "cells": cells}


def _cell(before: str, after: str, difference: str) -> dict[str, Any]:
    return {"before": before, "after": after, "difference": difference, "same": before == after}


def _count(records: int | None, words: Any) -> str:
    return "–" if records is None else str(words.number(records))


def _less(before: int | None, after: int | None) -> int | None:
    return None if before is None or after is None else after - before


def _amount(side: Figures | None, one: Amount, told: Told) -> str:
    """A dash where the version has no record of the group at all: that is not 0, and not "not recorded" either."""
    return "–" if side is None else amount(one, told.words)


def _year(key: str, words: Any) -> str:
    if not key:
        return str(words.say("changes.undated"))
    first, _, last = key.partition("-")
    return str(words.say("changes.years", first=first, last=last)) if last else key


def _changed(changes: Changes, told: Told) -> list[dict[str, Any]]:
    if changes.differences is None:
        return []
    return [
        {
            "record": told.record(changes.after, int(changes.changed_after[pair]), told.words),
            "differences": [
                difference_told(one, told) for one in changes.differences.of(pair)
            ],
        }
        for pair in range(min(MOST, len(changes.changed_after)))
    ]  # fmt: skip


def difference_told(one: Any, told: Told) -> dict[str, str]:
    words = told.words
    name = told.field_name(one.field, words)
    if one.field == "split":
        return {"field": name, "before": "", "after": ""}
    missing = recorded(None, words)
    silent = one.field in ("killed", "injured")
    values = [
        missing if silent and side is None else told.value(one.field, side, words) for side in (one.before, one.after)
    ]
    return {"field": name, "before": values[0], "after": values[1]}


def _fields(changes: Changes, told: Told) -> str:
    """Which fields changed in how many records."""
    if changes.differences is None:
        return ""
    found = sorted(changes.differences.by_field.items(), key=lambda one: -one[1])
    return ", ".join(f"{told.field_name(field, told.words)} ({told.words.number(count)})" for field, count in found)


def _records(frame: Frame, positions: Any, told: Told) -> list[dict[str, str]]:
    return [told.record(frame, int(position), told.words) for position in positions[:MOST]]
