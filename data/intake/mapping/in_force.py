"""Which field each column of a table has been given, and how sure that is."""

from data.intake.mapping.choice import Choice
from data.intake.mapping.columns import Column
from data.intake.mapping.measures import Measure


def in_force(choice: Choice) -> dict[int, tuple[str, float]]:
    """Index of a column -> (field, confidence 0-1); a column that gives nothing is not among them."""
    found: dict[int, tuple[str, float]] = {}
    for key, each in (("killed", choice.killed), ("injured", choice.injured), ("stated_total", choice.total)):
        for column, name in _of(key, each):
            found.setdefault(column.index, (name, round(each.score, 2)))
    for name, column in choice.when.columns.items():
        found.setdefault(column.index, (name, round(max((role.score for role in column.roles), default=0.5), 2)))
    if choice.outcome:
        found.setdefault(choice.outcome.column.index, ("outcome", choice.outcome.confidence))
    if choice.how_many:
        found.setdefault(choice.how_many.index, ("n", 0.9))
    for name, (column, confidence) in choice.fields.items():
        found.setdefault(column.index, (name, confidence))
    return found


def _of(key: str, measure: Measure) -> list[tuple[Column, str]]:
    """The columns of an outcome with their fields: killed, killed.civilian, killed_min."""
    named = [(part.column, ".".join([key, *part.attributes.values()])) for part in measure.parts]
    if measure.whole:
        named.insert(0, (measure.whole, ".".join([key, *measure.fixed.values()])))
    bounds = ((measure.low, f"{key}_min"), (measure.high, f"{key}_max"))
    return [*named, *((column, name) for column, name in bounds if column)]
