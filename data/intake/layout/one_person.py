"""Line lists without an outcome: one person per row, all of them killed, as a title or a date of death says."""

from collections.abc import Sequence

from data.intake.layout.sign import Sign
from data.intake.mapping.choice import Choice
from data.intake.mapping.columns import Column
from data.intake.title_words import says


def sign(choice: Choice, columns: Sequence[Column], title: Sequence[str]) -> Sign | None:
    """Columns about one person are needed; then words for the dead settle it, unless others speak of the injured."""
    personal = [column for column in columns if any(role.field == "personal" for role in column.roles[:1])]
    if not personal and not {"sex", "age", "age_group"} & set(choice.fields):
        return None
    death = [column.heading for column in columns if _date_of_death(column) and column.filled == len(column.cells)]
    said = [line for line in title if says(line, "everyone_killed") and not says(line, "anyone_hurt")]
    if death or said:
        return Sign("line_list", "everyone_killed", evidence=tuple(death or said))
    about_casualties = {"device", "status", "activity"} & set(choice.fields) or any(
        says(line, "anyone_hurt") for line in title
    )
    return Sign("line_list", "one_person", certain=False) if about_casualties else None


def _date_of_death(column: Column) -> bool:
    return any(role.qualifiers.get("outcome") == "killed" for role in column.roles[:1])
