"""The filters over all figures: native controls with the values that the data hold, and the selection as a sentence."""

import unicodedata
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np

from data.frame import NO_DAY, Edition
from data.selection import CATEGORIES, Selection
from data.summaries.by_field import by_field
from data.summaries.selected import select
from data.summaries.tally import whole

CHOICES = ("outcome", "district", "status", "device")
# More names than this do not fit the pill, which then says how many.
NAMED = 2
_present: "WeakKeyDictionary[Edition, Present]" = WeakKeyDictionary()


@dataclass(frozen=True)
class Present:
    """The values that an edition holds, for each filter, and the first and last day of its dated records."""

    values: dict[str, tuple[str, ...]]
    first: date | None
    last: date | None


def present(edition: Edition) -> Present:
    """What can be chosen, worked out once per edition."""
    if edition not in _present:
        _present[edition] = _find_present(edition)
    return _present[edition]


def _find_present(edition: Edition) -> Present:
    found: dict[str, set[str]] = {field: set() for field in CHOICES}
    days: list[int] = []
    for frame in edition.frames.values():
        selected = select(frame, Selection())
        for field in ("district", "status", "device"):
            found[field] |= {key for key, bucket in by_field(selected, field).rows if bucket.records}
        sums = whole(selected)
        amounts = (sums.killed.known, sums.injured.known, sums.unknown, sums.not_split)
        found["outcome"] |= {key for key, n in zip(CATEGORIES["outcome"], amounts, strict=True) if n}
        # The start of a record known only to a year says when it can have been; its end lies in the future.
        starts = frame.days("date_from")
        starts = starts[starts != NO_DAY]
        days += [int(starts.min()), int(starts.max())] if len(starts) else []
    ends = (_date(min(days)), _date(max(days))) if days else (None, None)
    return Present({field: tuple(values) for field, values in found.items()}, *ends)


def _date(days: int) -> date:
    return np.datetime64(days, "D").item()


def filter_bar(address: Any, values: Present, words: Any, district: Callable[[str], str]) -> dict[str, Any]:
    """What the template shows. `address` is a components.address.Address, `district` names a district's key."""
    selection: Selection = address.selection
    name = {"district": lambda key: words.say("value.district.not_stated") if key == "not_stated" else district(key)}
    choices = []
    for field in CHOICES:
        named = name.get(field, lambda key, field=field: words.say(f"value.{field}.{key}"))
        choices.append(_choice(field, selection, values.values[field], named, words))
    return {
        "hidden": [
            ("lang", address.language),
            *((key, text) for key, text in address.view_pairs() if key != "page"),
            # What /explore can ask and no control here shows stays as it is.
            *((key, text) for key, text in selection.query() if key not in ("from", "to", *CHOICES)),
        ],
        "period": _period(address, values, words),
        "choices": choices,
        "sentence": selection.sentence(words, district),
        "reset": "" if selection.everything else replace(address, selection=Selection(), page=1).link,
    }


def _choice(
    field: str, selection: Selection, there: tuple[str, ...], named: Callable[[str], str], words: Any
) -> dict[str, Any]:
    chosen = getattr(selection, field)
    keys = set(there) | chosen
    if field == "district":
        keys_in_order = sorted(keys - {"not_stated"}, key=lambda key: _plain(named(key)))
        keys_in_order += ["not_stated"] if "not_stated" in keys else []
    else:
        keys_in_order = [key for key in CATEGORIES[field] if key in keys]
    names = [named(key) for key in keys_in_order if key in chosen]
    return {
        "name": field,
        "label": words.say(f"field.{field}"),
        "chosen": bool(chosen),
        "value": _value(names, words),
        "options": [{"value": key, "label": named(key), "chosen": key in chosen} for key in keys_in_order],
    }


def _value(names: list[str], words: Any) -> str:
    if not names:
        return words.say("page.filter.all")
    return words.list(names) if len(names) <= NAMED else words.say("page.filter.several", count=len(names))


def _plain(name: str) -> str:
    """For sorting: without case and marks, as a reader looks for it."""
    return unicodedata.normalize("NFKD", name).casefold()


def _last_twelve_months(last: date) -> tuple[date, date]:
    """The twelve calendar months that end with the newest of the data."""
    year, month = (last.year - 1, last.month + 1) if last.month < 12 else (last.year, 1)
    return date(year, month, 1), last.replace(day=monthrange(last.year, last.month)[1])


def _period(address: Any, values: Present, words: Any) -> dict[str, Any]:
    selection = address.selection
    spans: list[tuple[str, date | None, date | None]] = [(words.say("page.filter.whole"), None, None)]
    if values.first and values.last:
        spans.append((words.say("page.filter.last_year"), *_last_twelve_months(values.last)))
        years = range(values.first.year, values.last.year + 1)
        spans += [(str(year), date(year, 1, 1), date(year, 12, 31)) for year in years]
    return {
        "value": selection.period(words) or words.say("page.filter.whole_short"),
        "chosen": selection.limited_in_time,
        "start": selection.date_from.isoformat() if selection.date_from else "",
        "end": selection.date_to.isoformat() if selection.date_to else "",
        "min": values.first.replace(month=1, day=1).isoformat() if values.first else "",
        "max": values.last.replace(month=12, day=31).isoformat() if values.last else "",
        "quick": [
            (
                label,
                address.with_selection(date_from=start, date_to=end).link,
                (selection.date_from, selection.date_to) == (start, end),
            )
            for label, start, end in spans
        ],
    }
