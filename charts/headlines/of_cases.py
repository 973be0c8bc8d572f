"""The finding sentences of single cases that several charts share: their totals, and the largest part of a field."""

from collections.abc import Sequence

from charts.headlines.largest import Part, largest
from charts.headlines.told import Told
from charts.headlines.totals import totals
from charts.measures import measure
from data.selection import Selection
from data.summaries.selected import Selected
from data.summaries.tally import Bucket, whole


def totals_of(told: Told, selected: Selected) -> str:
    """Killed and injured of everything that is selected."""
    every = whole(selected)
    lone = selected.record_count == 1 and selected.dataset.layout == "incident_list"
    amounts = {outcome: getattr(every, outcome) for outcome in told.outcomes}
    return totals(told, amounts, every.other, accidents=int(lone))


def largest_of(told: Told, selected: Selected, rows: Sequence[tuple[str, Bucket, bool]], field: str) -> str:
    """The largest of rows (name, bucket, grey) by `field`, a key; where there is none, the totals."""
    of = measure_of(told.selection)
    parts = [Part(name, measure(bucket, of, told.selection), grey) for name, bucket, grey in rows]
    every = measure(whole(selected), of, told.selection)
    return largest(told, parts, every, field_name(field, told), of) or totals_of(told, selected)


def field_name(field: str, told: Told) -> str:
    """In words within a sentence; "" for districts, whose sentence is one of its own."""
    return "" if field == "district" else str(told.words.say(f"field.{field}")).lower()


def measure_of(selection: Selection) -> str:
    """killed or injured where only these are asked for, else casualties."""
    shown = [outcome for outcome in ("killed", "injured") if selection.passes("outcome", outcome)]
    return shown[0] if len(shown) == 1 else "casualties"
