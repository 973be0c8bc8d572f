"""The filters of /explore: period, name of a place, and for every field its values with what each would show."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

import numpy as np

from data.frame import NO_DAY, Frame
from data.selection import FIELDS, NOT, Selection
from data.summaries.amounts import Amount
from data.summaries.columns import columns_of
from data.summaries.facets import LAST, Facet, facets

Encoded = dict[tuple[str, str], str]

# A list this long gets a field to search in it.
SEARCHED = 9
# Values of one field that are listed; those with fewer casualties are told of by number.
MOST_LISTED = 300
# Years that get a link of their own, the newest.
YEARS = 12
# The fields whose values are in sight at once, where there is room beside the charts.
SEEN = 3


def facet_panel(
    found: tuple[Facet, ...], frame: Frame | None, address: Any, words: Any, lines: Callable[..., Any], *, people: bool
) -> dict[str, Any]:
    """What the template shows. `address` is a components.explore_address.ExploreAddress.

    `lines` writes the values of a field: components.explore_values.lines, told how templates are filled.
    `people`: the numbers beside the values are casualties; of statements, which must not be added up, they are records.
    """
    # Encoded once: a panel has some hundreds of links.
    encoded = {pair: urlencode([pair]) for pair in address.pairs("page")}
    shown = [
        _facet(facet, address, encoded, words, lines, people) | {"seen": i < SEEN} for i, facet in enumerate(found)
    ]
    own = {(facet["field"], key) for facet in shown for key in facet["keys"]}
    return {
        # What has no control here stays as it is.
        "hidden": [pair for pair in address.pairs("page", "from", "to", "place") if _bare(pair) not in own],
        "period": _period(address, frame, words),
        "place": address.selection.place,
        "facets": shown,
        "missing": _missing(frame, words) if frame is not None else "",
        "counted": words.say("explore.counted.people" if people else "explore.counted.records"),
    }


def _missing(frame: Frame, words: Any) -> str:
    """Which fields the dataset says nothing of, whatever is selected: who looks for children finds no age recorded."""
    there = columns_of(frame).remember("fields", lambda: {facet.field for facet in facets(frame, Selection())})
    names = [words.say(f"field.{field}") for field in FIELDS if field not in there]
    return words.say("explore.facet.missing", fields=words.list(names)) if names else ""


def _bare(pair: tuple[str, str]) -> tuple[str, str]:
    return pair[0].removeprefix(NOT), pair[1]


def _facet(
    facet: Facet, address: Any, encoded: Encoded, words: Any, lines: Callable[..., Any], people: bool
) -> dict[str, Any]:
    field, selection = facet.field, address.selection
    size = (lambda value: value.casualties) if people else (lambda value: value.records)
    most = max((size(value) for value in facet.values), default=0) or 1
    values = facet.values[:MOST_LISTED]
    values += tuple(one for one in facet.values[MOST_LISTED:] if _named(selection, field, one.key) or one.key in LAST)
    rest = len(facet.values) - len(values)
    return {
        "field": field,
        "label": words.say(f"field.{field}"),
        "open": selection.limits(field),
        "chosen": len(getattr(selection, field)) + len(selection.left_out(field)),
        "searched": len(values) >= SEARCHED,
        "keys": [one.key for one in values],
        "lines": lines(
            field, [(one, Amount(size(one), people and one.at_least)) for one in values], most, address, encoded, words
        ),
        "rest": words.say("explore.facet.rest", count=rest) if rest else "",
        "reset": address.with_selection(selection.unlimited(field)).link if selection.limits(field) else "",
    }


def _named(selection: Selection, field: str, key: str) -> bool:
    return key in getattr(selection, field) or (field, key) in selection.without


def _period(address: Any, frame: Frame | None, words: Any) -> dict[str, Any]:
    selection: Selection = address.selection
    first, last = _ends(frame) if frame is not None else (None, None)
    spans: list[tuple[str, date | None, date | None]] = [(words.say("page.filter.whole"), None, None)]
    if first and last:
        spans.append((words.say("page.filter.last_year"), *_last_twelve_months(last)))
        years = range(max(first.year, last.year - YEARS + 1), last.year + 1)
        spans += [(str(year), date(year, 1, 1), date(year, 12, 31)) for year in years]
    chosen = (selection.date_from, selection.date_to)
    return {
        "chosen": selection.limited_in_time,
        "value": selection.period(words),
        "start": _short(chosen[0]) if chosen[0] else "",
        "end": _short(chosen[1], end=True) if chosen[1] else "",
        "quick": [
            (label, address.with_selection(replace(selection, date_from=start, date_to=end)).link,
             chosen == (start, end))
            for label, start, end in spans
        ],
    }  # fmt: skip


def _short(day: date, end: bool = False) -> str:
    """A limit as an analyst writes it, and the address reads it: 2023, 2023-05 or 2023-05-17."""
    if (day.month, day.day) == ((12, 31) if end else (1, 1)):
        return f"{day.year}"
    return f"{day:%Y-%m}" if day.day == (monthrange(day.year, day.month)[1] if end else 1) else day.isoformat()


def _ends(frame: Frame) -> tuple[date | None, date | None]:
    """The first and the last day on which a dated record begins; worked out once per frame."""
    return columns_of(frame).remember("ends", lambda: _find_ends(frame))


def _find_ends(frame: Frame) -> tuple[date | None, date | None]:
    starts = frame.days("date_from")
    starts = starts[starts != NO_DAY]
    if not len(starts):
        return None, None
    return tuple(np.datetime64(int(day), "D").item() for day in (starts.min(), starts.max()))  # type: ignore[return-value]


def _last_twelve_months(last: date) -> tuple[date, date]:
    """The twelve calendar months that end with the newest of the data."""
    year, month = (last.year - 1, last.month + 1) if last.month < 12 else (last.year, 1)
    return date(year, month, 1), last.replace(day=monthrange(last.year, last.month)[1])
