"""Running totals by their words: a heading "as of" or "since", a column or a title that says cumulative."""

from collections.abc import Sequence

from data.intake.layout.sign import Sign
from data.intake.mapping.choice import Choice
from data.intake.title_words import says


def sign(choice: Choice, title: Sequence[str]) -> Sign | None:
    """Headings decide; a word in the title decides only where nothing says that rows are single accidents."""
    columns = choice.when.columns.values()
    if choice.when.form == "as_of" or choice.when.role == "as_of":
        return Sign("running_totals", "as_of_heading", evidence=tuple(column.heading for column in columns))
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
