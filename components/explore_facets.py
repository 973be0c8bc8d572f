"""The filters of /explore: period, name of a place, and for every field its values with what each would show."""

import unicodedata
from calendar import monthrange
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

import numpy as np

from charts.sentences import district_name, number
from data.frame import NO_DAY, Frame
from data.selection import FIELDS, NOT, Selection, value_name
from data.summaries.amounts import Amount
from data.summaries.columns import columns_of
from data.summaries.facets import LAST, Facet, Value

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
    found: tuple[Facet, ...], frame: Frame | None, address: Any, words: Any, *, people: bool
) -> dict[str, Any]:
    """What the template shows. `address` is a components.explore_address.ExploreAddress.

    `people`: the numbers beside the values are casualties; of statements, which must not be added up, they are records.
    """
    # Encoded once: a panel has some hundreds of links.
    encoded = {pair: urlencode([pair]) for pair in address.pairs("page")}
    shown = [_facet(facet, address, encoded, words, people) | {"seen": i < SEEN} for i, facet in enumerate(found)]
    own = {(facet["field"], value["key"]) for facet in shown for value in facet["values"]}
    return {
        # What has no control here stays as it is.
        "hidden": [pair for pair in address.pairs("page", "from", "to", "place") if _bare(pair) not in own],
        "period": _period(address, frame, words),
        "place": address.selection.place,
        "facets": shown,
        "missing": _missing(found, words) if frame is not None else "",
        "counted": words.say("explore.counted.people" if people else "explore.counted.records"),
    }


def _missing(found: tuple[Facet, ...], words: Any) -> str:
    """Which fields the dataset says nothing of: whoever looks for children finds that no age is recorded."""
    there = {facet.field for facet in found}
    names = [words.say(f"field.{field}") for field in FIELDS if field not in there]
    return words.say("explore.facet.missing", fields=words.list(names)) if names else ""


def _bare(pair: tuple[str, str]) -> tuple[str, str]:
    return pair[0].removeprefix(NOT), pair[1]


def _facet(facet: Facet, address: Any, encoded: Encoded, words: Any, people: bool) -> dict[str, Any]:
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
        "values": [_value(one, field, size(one), most, address, encoded, words, people) for one in values],
        "rest": words.say("explore.facet.rest", count=rest) if rest else "",
        "reset": address.with_selection(selection.unlimited(field)).link if selection.limits(field) else "",
    }


def _named(selection: Selection, field: str, key: str) -> bool:
    return key in getattr(selection, field) or (field, key) in selection.without


def _value(
    one: Value, field: str, size: float, most: float, address: Any, encoded: Encoded, words: Any, people: bool
) -> dict[str, Any]:
    selection, name = address.selection, name_of_value(field, one.key, words)
    left_out = (field, one.key) in selection.without
    return {
        "key": one.key,
        "name": name,
        "plain": plain(name),
        "chosen": one.key in getattr(selection, field),
        "left_out": left_out,
        "count": number(Amount(size, people and one.at_least), words),
        "share": round(100 * size / most, 1),
        "last": one.key in LAST,
        "leave": _leave(address.path, encoded, field, one.key, left_out),
        "records": _records(address.path, encoded, field, one.key),
    }


def _leave(path: str, encoded: Encoded, field: str, key: str, left_out: bool) -> str:
    """The address that leaves a value out, or takes it in again."""
    gone = (NOT + field if left_out else field, key)
    kept = [text for pair, text in encoded.items() if pair != gone]
    return f"{path}?" + "&".join(kept if left_out else [*kept, urlencode([(NOT + field, key)])])


def _records(path: str, encoded: Encoded, field: str, key: str) -> str:
    """The address of the records behind the number of a value: only this one of its field."""
    kept = [text for (name, _), text in encoded.items() if name.removeprefix(NOT) != field]
    return f"{path}?" + "&".join([*kept, urlencode([(field, key)])]) + "#records"


@lru_cache(maxsize=4096)
def name_of_value(field: str, key: str, words: Any) -> str:
    """A value as it is called in a list. Kept: a panel names some hundreds."""
    return value_name(field, key, words, lambda code: district_name(code, words))


def plain(name: str) -> str:
    """Without case and marks, as a reader looks for it."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", name).casefold() if not unicodedata.combining(sign))


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
