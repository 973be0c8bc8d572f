"""Running totals by their words: a heading "as of" or "since", a column or a title that says cumulative."""

from collections.abc import Sequence

from data.intake.layout.sign import Sign
from data.intake.mapping.choice import Choice
from data.intake.mapping.columns import Column
from data.intake.title_words import says


def sign(choice: Choice, title: Sequence[str]) -> Sign | None:
    """Headings decide; a word in the title decides only where nothing says that rows are single accidents."""
    columns = choice.when.columns.values()
    if choice.when.form == "as_of" or choice.when.role == "as_of":
        return Sign("running_totals", "as_of_heading", evidence=tuple(column.heading for column in columns))
    if choice.when.read is None and (blank := [column.heading for column in choice.columns if _as_of(column)]):
        return Sign("running_totals", "as_of_heading", evidence=tuple(blank))
    cumulative = [
        column.heading for each in (choice.killed, choice.injured, choice.total)
        for column in (each.whole, *(part.column for part in each.parts))
        if column and column.roles and column.roles[0].qualifiers.get("cumulative")
    ]  # fmt: skip
    if cumulative:
        return Sign("running_totals", "cumulative_heading", evidence=tuple(cumulative))
    said = [line for line in title if says(line, "cumulative")]
    if said and not {"place", "device", "incident_id", "activity"} & set(choice.fields):
        return Sign("running_totals", "cumulative_title", evidence=tuple(said))
    return None


def _as_of(column: Column) -> bool:
    """A column for the day of a statement, filled or not."""
    role = column.roles[0] if column.roles else None
    return role is not None and role.field == "date" and role.qualifiers.get("date_role") == "as_of"
