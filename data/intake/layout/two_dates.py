"""Period totals by their dates: two columns that span days, or one column of whole months, quarters or years."""

import numpy as np

from data.intake.layout.sign import Sign
from data.intake.mapping.choice import Choice

_OF_ONE_ACCIDENT = {"place", "device", "activity", "incident_id", "latitude"}


def sign(choice: Choice) -> Sign | None:
    """Accidents may have a first and a last day as well, but most of theirs are one day."""
    read = choice.when.read
    if read is None:
        return None
    dated = ~np.isnat(read.date_from) & ~np.isnat(read.date_to)
    if not dated.any():
        return None
    evidence = tuple(column.heading for column in choice.when.columns.values())
    spans = float(np.mean(read.date_to[dated] > read.date_from[dated]))
    if choice.when.form == "span" and spans >= 0.5:
        return Sign("period_totals", "span", evidence=evidence)
    single = _OF_ONE_ACCIDENT & set(choice.fields)
    if spans >= 0.9 and not single and _once_each(choice, read.date_from[dated]):
        return Sign("period_totals", "whole_periods", evidence=evidence)
    return None


def _once_each(choice: Choice, begins: np.ndarray) -> bool:
    """Without a district every period stands once; with one, as often as there are districts at most."""
    times = np.unique(begins, return_counts=True)[1].max()
    district = choice.fields.get("district")
    return bool(times <= (len(district[0].unique) if district else 1))
