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
    after, first = changes.after, changes.before is None
    return {
        "nothing": changes.nothing,
        "first": first,
        "sentence": _sentence(changes, words),
        "running": _newest(changes.newest, words) if running else "",
        "total": _table([changes.total], lambda _key: str(words.say("changes.total")), told, first),
        "years": _table(changes.by_year, lambda key: _year(key, words), told, first),
        "districts": _table(_districts(changes), lambda key: district_name(key, words), told, first),
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
    if days[0] is None or days[1] is None or days[0] == days[1]:
        day = days[1] or days[0]
        return str(words.say("changes.running", as_of=day))
    return str(words.say("changes.newest", before=days[0], after=days[1]))


def _table(changes: Sequence[Change], label: Callable[[str], str], told: Told, first: bool) -> dict[str, Any]:
    """Rows that differ, and those that do not (`same`); `measures` are the columns.

    Killed and injured are left out, and said to be (`silent`), where nothing of them is recorded on either side; other
    where there are none. `first`: there is no version before, so that nothing stands beside the figures.
    """
    shown = [m for m in MEASURES if _known(changes, m)]
    silent = [told.words.say(f"changes.measure.{m}") for m in MEASURES if m != "other" and m not in shown]
    rows = [(one.differs, _row(one, label(one.key), shown, told, first)) for one in changes]
    return {
        "measures": [told.words.say(f"changes.measure.{measure}") for measure in ("records", *shown)],
        "silent": told.words.list(silent) if silent and rows else "",
        "rows": [row for differs, row in rows if differs],
        "same": [row for differs, row in rows if not differs],
    }


def _districts(changes: Changes) -> Sequence[Change]:
    """Where no record states a district, the table would only say again what there is in all."""
    return changes.by_district if any(one.key for one in changes.by_district) else ()


def _known(changes: Sequence[Change], measure: str) -> bool:
    parts = [part.n for one in changes for part in one.amounts(measure)]
    return any(parts) if measure == "other" else any(part is not None for part in parts)


def _row(one: Change, label: str, measures: list[str], told: Told, first: bool) -> dict[str, Any]:
    """Where a group has no record, how many it has is known: none."""
    words = told.words
    before, after = (0 if side is None else side.records for side in (one.before, one.after))
    cells = [_cell(words.number(before), words.number(after), told.difference(after - before, words), first)]
    for measure in measures:
        left, right = one.amounts(measure)
        was, now = (_amount(side, part, measure, told) for side, part in ((one.before, left), (one.after, right)))
        cells.append(_cell(was, now, _difference(one, measure, told), first))
    return {"label": label, "cells": cells}


def _cell(before: str, after: str, difference: str, first: bool) -> dict[str, Any]:
    return {"before": before, "after": after, "difference": difference, "same": first or before == after}


def _difference(one: Change, measure: str, told: Told) -> str:
    """Empty where it is not known; of figures that are "at least" it is only that of what is recorded, and says so."""
    number = one.difference(measure)
    least = any(part.at_least for part in one.amounts(measure))
    if number is None or (least and not number):
        return ""
    said = told.difference(number, told.words)
    return str(told.words.say("changes.recorded", difference=said)) if least else said


def _amount(side: Figures | None, one: Amount, measure: str, told: Told) -> str:
    """A version that has no record of the group says nothing of it: that is not 0, and not "not recorded" either."""
    if side is None:
        return str(told.words.say("changes.no_records"))
    return str(told.words.say("changes.none")) if measure == "other" and not one.n else amount(one, told.words)


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
