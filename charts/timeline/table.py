"""The table of a time line: a row per bin, then what is known more coarsely and what has no date, with their picks."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np

from charts.amount_of import amount_of, outcome_parts
from charts.picks import period_parts, pick
from charts.sentences import span
from charts.timeline.series import Series
from charts.timeline.shapes import numbers
from charts.view import Column, Table
from data.selection import Selection
from data.summaries.amounts import Amount
from data.summaries.by_time import ByTime
from data.summaries.tally import Bucket

# What a column says of an outcome, beside what is recorded: the key's beginning, and the attribute of Series.
MORE = {"spread": "spread", "total": "drawn", "average": "average", "running": "running"}


def time_columns(parts: Sequence[Series], more: Sequence[tuple[str, Series]], words: Any) -> tuple[Column, ...]:
    """`more` are (key of MORE, series) beyond the numbers recorded in each bin."""
    return (
        Column("period", words.say("charts.column.period")),
        *(Column(end, words.say(f"charts.column.{end}"), "date") for end in ("from", "to")),
        *(Column(one.role, words.say(f"over_time.what.{one.role}"), "number") for one in parts),
        *(
            Column(
                f"{kind}_{one.role}",
                words.say(f"over_time.column.{kind}", what=words.say(f"over_time.what.{one.role}")),
                "number",
            )
            for kind, one in more
        ),
        Column("records", words.say("charts.column.records"), "number"),
        Column("state", words.say("charts.column.state")),
    )


def time_table(
    found: ByTime, parts: Sequence[Series], more: Sequence[tuple[str, Series]], names: list[str], states: list[str],
    selection: Selection, words: Any,
) -> Table:  # fmt: skip
    """Together the rows are the whole selection. Only a bin's own numbers have picks: no address means the others."""
    extra = [_more(one, MORE[kind]) for kind, one in more]
    rows, picks = [], []
    for i, (name, bin, state) in enumerate(zip(names, found.bins, states, strict=True)):
        own = _numbers(bin.bucket, parts, selection)
        rows.append((name, bin.start, bin.end, *own, *(column[i] for column in extra), bin.bucket.records, state))
        period = period_parts(bin.start, bin.end, selection)
        plain = pick(*period)
        outcomes = (pick(*period, *outcome_parts(one.role)) for one in parts)
        picks.append((plain, "", "", *outcomes, *("",) * len(extra), plain, ""))
    nothing = (None,) * len(extra)
    coarse = words.say("charts.reported_accidents.coarse_state")
    for extent in found.coarse:
        ends: tuple[date | None, date | None] = (extent.start, extent.end)
        own = _numbers(extent.bucket, parts, selection)
        rows.append((span(extent.start, extent.end, words), *ends, *own, *nothing, extent.bucket.records, coarse))
    if found.undated.records:
        own = _numbers(found.undated, parts, selection)
        undated = words.say("charts.reported_accidents.undated_state")
        rows.append((undated, None, None, *own, *nothing, found.undated.records, ""))
    columns = time_columns(parts, more, words)
    picks += [("",) * len(columns)] * (len(rows) - len(picks))
    return Table.of(columns, rows, picks=tuple(picks))


def _more(one: Series, name: str) -> list[Amount]:
    values = numbers(getattr(one, name))
    return [Amount(value, bool(least)) for value, least in zip(values, one.minima[name], strict=True)]


def _numbers(bucket: Bucket, parts: Sequence[Series], selection: Selection) -> tuple[Amount, ...]:
    return tuple(amount_of(bucket, one.role, selection) for one in parts)


def more_columns(
    parts: Sequence[Series], averages: Sequence[Series], shape: str, spread: bool
) -> list[tuple[str, Series]]:  # fmt: skip
    """The columns beyond the numbers recorded in each bin, as (key of MORE, series)."""
    more = [(kind, one) for kind in ("spread", "total") for one in parts if spread and one.spread.any()]
    more += [("average", one) for one in averages if not np.isnan(one.average).all()]
    return more + [("running", one) for one in parts if shape == "running"]
