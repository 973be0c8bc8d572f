"""What changed by year, district or outcome, as rows of a picture and of a table."""

from datetime import date
from typing import Any

from charts.editions.dumbbells import Dumbbell
from charts.picks import period_parts, pick
from charts.sentences import amount, district_name, outcomes_shown
from charts.view import Column, Table
from data.comparison.editions import Between, Group
from data.comparison.figures import Figures
from data.fields import NOT_STATED
from data.selection import Selection
from data.summaries.amounts import Amount

# Rows of a picture; the table has all of them.
MOST_ROWS = 24
_COUNTS = ("added", "gone", "changed")


def measures_shown(found: Between, selection: Selection) -> tuple[str, ...]:
    """killed and injured, as far as they are asked for, and those of whom it is not known where there are any."""
    pairs = [group.change.amounts("other") for group in found.groups if group.change is not None]
    other = ("other",) if any(one.n for pair in pairs for one in pair) else ()
    return (*outcomes_shown(selection), *other)


def group_name(rows: str, key: str, words: Any) -> str:
    if rows == "outcome":
        return str(words.say(f"value.outcome.{key}"))
    if rows == "district":
        return district_name(key, words)
    first, _, last = key.partition("-")
    if last:
        return str(words.say("editions_compared.years", first=first, last=last))
    return first or str(words.say("editions_compared.undated"))


def group_rows(found: Between, rows: str, selection: Selection, words: Any) -> list[Dumbbell]:
    """The rows to draw: years in their order, districts by how much they changed; at most MOST_ROWS, changed first."""
    groups = [group for group in found.groups if _people(group)]
    if len(groups) > MOST_ROWS or rows == "district":
        groups = sorted(groups, key=lambda group: (not group.key, group.state == "same", -_moved(group), group.key))
        groups = groups[:MOST_ROWS]
        if rows == "year":
            groups.sort(key=lambda group: (not group.key, group.key))
    return [_row(group, rows, measures_shown(found, selection), selection, words) for group in groups]


def _row(group: Group, rows: str, measures: tuple[str, ...], selection: Selection, words: Any) -> Dumbbell:
    name = group_name(rows, group.key, words)
    if rows == "outcome":
        values, outcome = {"people": group.people}, group.key
    else:
        assert group.change is not None  # noqa: S101 - only outcomes have none
        values, outcome = {one: group.change.amounts(one) for one in measures}, ""
    told = {panel: _told(pair, words) for panel, pair in values.items()}
    return Dumbbell(name, values, not group.key or group.key in ("unknown", "not_split"),
                    group_pick(rows, group.key, selection), outcome, told)  # fmt: skip


def _told(pair: tuple[Amount, Amount], words: Any) -> str:
    return str(words.say("editions_compared.hover", before=amount(pair[0], words), after=amount(pair[1], words)))


def group_pick(rows: str, key: str, selection: Selection) -> str:
    """The parameters of the records of a group in the edition that is shown; "" where none can name them."""
    if rows == "outcome":
        return pick(("outcome", key))
    if rows == "district":
        return pick(("district", key or NOT_STATED))
    if not key or "-" in key:
        return ""
    return pick(*period_parts(date(int(key), 1, 1), date(int(key), 12, 31), selection))


def group_table(
    found: Between, rows: str, selection: Selection, editions: tuple[str, str], words: Any
) -> Table:  # fmt: skip
    """Every group, changed or not; the last row is everything selected, where that is not one of the groups."""
    measures = measures_shown(found, selection)
    columns = _columns(rows, measures, editions, words)
    lines, picks = [], []
    for group in found.groups:
        cells = {"group": group_name(rows, group.key, words), "state": _state(group, words)}
        cells |= {name: getattr(group, name) for name in _COUNTS} | _numbers(group, measures)
        narrowed = group_pick(rows, group.key, selection)
        lines.append(tuple(cells[column.key] for column in columns))
        picks.append(tuple(narrowed if column.key.endswith("after") else "" for column in columns))
    if rows != "outcome":
        total = Group("", found.total, (Amount(None), Amount(None)), found.added, found.gone, found.changed)
        cells = {"group": words.say("editions_compared.total"), "state": _state(total, words)}
        cells |= {name: getattr(total, name) for name in _COUNTS} | _numbers(total, measures)
        lines.append(tuple(cells[column.key] for column in columns))
        picks.append(("",) * len(columns))
    return Table.of(columns, lines, picks=tuple(picks))


def _columns(rows: str, measures: tuple[str, ...], editions: tuple[str, str], words: Any) -> tuple[Column, ...]:
    columns = [Column("group", words.say(f"editions_compared.column.{rows}"))]
    columns.append(Column("state", words.say("editions_compared.column.state")))
    for measure in ("people",) if rows == "outcome" else ("records", *measures):
        columns += side_columns(measure, editions, words)
    told = {"added": editions[1], "gone": editions[0]}
    columns += [Column(name, words.say(f"editions_compared.column.{name}", edition=told[name]), "number")
                for name in told]  # fmt: skip
    return (*columns, Column("changed", words.say("editions_compared.column.changed"), "number"))


def side_columns(measure: str, editions: tuple[str, str], words: Any) -> list[Column]:
    """What the other edition says, what this one says, and the difference."""
    of = words.say(f"editions_compared.measure.{measure}")
    sides = [Column(f"{measure}_{side}", words.say("editions_compared.column.side", of=of, edition=number), "number")
             for side, number in zip(("before", "after"), editions, strict=True)]  # fmt: skip
    return [*sides, Column(f"{measure}_difference", words.say("editions_compared.column.difference", of=of), "number")]


def _numbers(group: Group, measures: tuple[str, ...]) -> dict[str, Any]:
    """Before, after and difference of every measure. "": the group has no record there; None: it is not recorded."""
    if group.change is None:
        return _three("people", *group.people, True, True)
    before, after = group.change.before, group.change.after
    was, now = (0 if side is None else side.records for side in (before, after))
    cells: dict[str, Any] = {"records_before": was, "records_after": now, "records_difference": now - was}
    for measure in measures:
        cells |= _three(measure, *group.change.amounts(measure), _any(before), _any(after))
    return cells


def _three(measure: str, before: Amount, after: Amount, has_before: bool, has_after: bool) -> dict[str, Any]:
    known = before.n is not None and after.n is not None
    return {
        f"{measure}_before": before if has_before else "",
        f"{measure}_after": after if has_after else "",
        f"{measure}_difference": after.known - before.known if known else "",
    }


def _any(side: Figures | None) -> bool:
    return side is not None and bool(side.records)


def _state(group: Group, words: Any) -> str:
    return "" if group.state == "same" else str(words.say(f"editions_compared.state.{group.state}"))


def _people(group: Group) -> bool:
    """Whether there is a number to draw."""
    pairs = [group.people] if group.change is None else [group.change.amounts(one) for one in ("killed", "injured")]
    other = [] if group.change is None else [group.change.amounts("other")]
    return any(one.n is not None for pair in pairs for one in pair) or any(one.n for pair in other for one in pair)


def _moved(group: Group) -> float:
    pairs = [group.people] if group.change is None else [
        group.change.amounts(one) for one in ("killed", "injured", "other")
    ]  # fmt: skip
    return sum(abs(after.known - before.known) for before, after in pairs) + group.changed / 1e6
