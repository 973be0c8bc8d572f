"""Our own files of records (data/flat/names.py): known by their columns, read back without a question."""

from collections.abc import Mapping, Sequence
from typing import Any

from data.fields import LAYOUTS
from data.flat import names
from data.intake.layout import Decision
from data.intake.layout.sign import Sign
from data.intake.mapping.choice import Choice
from data.intake.mapping.chosen import IGNORE
from data.intake.mapping.columns import Column
from data.intake.mapping.measures import Measure
from data.intake.mapping.parts import PartColumn
from data.intake.mapping.when import When

SIGN = "own_records"
_WHEN = ("date_from", "date_to", "date_precision", "since")


def understood(
    columns: Sequence[Column], fields: Mapping[int, str], answers: Mapping[str, Any]
) -> tuple[Choice, Decision] | None:
    """What a table of ours says; None for another table, or where a person says what one of its columns holds.

    `fields`: index of a column -> what a person says it is; "ignore" leaves it out.
    """
    if set(fields.values()) - {IGNORE}:
        return None
    by_name = by_names([column for column in columns if column.index not in fields])
    layout = _layout(by_name)
    if layout is None or not set(by_name) & names.wholes().keys():
        return None
    if answers.get("layout") in LAYOUTS:
        layout = str(answers["layout"])
    killed, injured = (_measure(outcome, by_name) for outcome in ("killed", "injured"))
    total = Measure("total", by_name.get("stated_total"))
    when = When("span", {key: by_name[key] for key in _WHEN if key in by_name})
    others = (*names.OF_RECORD, *names.GROUPS)
    kept = {key: (by_name[key], 1.0) for key in others if key in by_name and key not in (*_WHEN, "stated_total")}
    return Choice(columns, killed, injured, total, when, None, None, kept), Decision(layout, Sign(layout, SIGN))


def by_names(columns: Sequence[Column]) -> dict[str, Column]:
    """Heading -> column; the first of two."""
    found: dict[str, Column] = {}
    for column in columns:
        found.setdefault(column.heading.strip(), column)
    return found


def _layout(columns: Mapping[str, Column]) -> str | None:
    """What the rows are, as every one of them says; None where the columns are not ours."""
    if not columns.keys() >= names.SIGNS:
        return None
    said = set(map(str, columns["about_layout"].unique))
    return said.pop() if len(said) == 1 and said <= set(LAYOUTS) else None


def _measure(outcome: str, columns: Mapping[str, Column]) -> Measure:
    best, low, high = (columns.get(names.whole(outcome, bound)) for bound in names.BOUNDS)
    parts = tuple(
        PartColumn(
            {key: value for key, value in zip(names.GROUPS, group, strict=True) if value != "not_stated"}, column
        )
        for name, column in columns.items()
        for of, group, bound in [names.parts().get(name, ("", ("", "", ""), ""))]
        if of == outcome and bound == "n" and set(group) != {"not_stated"}
    )
    return Measure(outcome, best, low, high, parts)
