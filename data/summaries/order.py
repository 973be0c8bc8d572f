"""In which order the records of a frame stand, by any field that the public sees; what is not recorded comes last."""

from collections import OrderedDict
from collections.abc import Callable
from weakref import WeakKeyDictionary

import numpy as np

from data.fields import BY_KEY, CASUALTIES, NOT_STATED, UNKNOWN
from data.frame import NO_DAY, Frame
from data.selection import CATEGORIES
from data.summaries.columns import INJURED, KILLED, Columns, columns_of

NameOf = Callable[[str, str], str]
# Orders kept per frame, at 4 bytes per record.
KEPT = 6
LAST = np.iinfo(np.int32).max
_kept: "WeakKeyDictionary[Frame, OrderedDict[tuple[str, bool, int], np.ndarray]]" = WeakKeyDictionary()


def order(frame: Frame, sort: str, descending: bool, name_of: NameOf | None = None) -> np.ndarray:
    """All record positions in order (int32), made once per frame, direction and set of names.

    `sort` is "date", "killed", "injured", "other" or a field. `name_of(field, value)` gives the words by which the
    values of the data are sorted; without it they are as they stand. Equal records keep the order of the file.
    """
    names = _names(frame, sort, name_of)
    kept = _kept.setdefault(frame, OrderedDict())
    asked = (sort, descending, hash(names) if name_of else 0)
    found = kept.get(asked)
    if found is None:  # another thread may make the same, or push it out: what is given back is our own
        rank, absent = _ranks(frame, sort, names)
        keys = np.where(absent, LAST, -rank if descending else rank)
        found = kept[asked] = np.argsort(keys, kind="stable").astype(np.int32)
        while len(kept) > KEPT:
            kept.pop(next(iter(tuple(kept))), None)
    return found


def _names(frame: Frame, sort: str, name_of: NameOf | None) -> tuple[str, ...]:
    """What each value of a column of texts is sorted by; () for columns that have no such values."""
    if sort == CASUALTIES.key or sort not in BY_KEY or BY_KEY[sort].kind not in ("category", "text", "place", "link"):
        return ()
    values = frame.codes(sort).values
    return tuple(name_of(sort, value) if name_of and value else value for value in values)


def _ranks(frame: Frame, sort: str, names: tuple[str, ...]) -> tuple[np.ndarray, np.ndarray]:
    """Per record a whole number to sort by (int32), and whether it is missing."""
    columns = columns_of(frame)
    if sort in ("date", "date_from", "date_to", "since"):
        days = columns.start if sort == "date" else frame.days(sort)
        return days, days == NO_DAY
    if sort in ("killed", "injured", "other"):
        return _people(columns, sort)
    if sort == CASUALTIES.key:
        codes, keys = columns.field(sort)
        return codes.astype(np.int32), codes == keys.index(NOT_STATED)
    column = frame.records.get(sort)
    if column is not None and BY_KEY[sort].kind == "number":
        values = column.to_numpy(dtype=np.float64)
        absent = np.isnan(values)
        return np.where(absent, 0, values * 100).astype(np.int32), absent
    if column is not None and BY_KEY[sort].kind == "id":
        return column.factorize(sort=True)[0].astype(np.int32), np.zeros(columns.size, dtype=bool)
    return _texts(frame, sort, names)


def _people(columns: Columns, sort: str) -> tuple[np.ndarray, np.ndarray]:
    absent = np.zeros(columns.size, dtype=bool)
    if sort == "other":
        people = columns.per_record[:, 2:].sum(axis=1)
    else:
        outcome = KILLED if sort == "killed" else INJURED
        people = columns.per_record[:, outcome]
        absent[columns.missing[outcome]] = True
    # Sources split counts between events: hundredths are kept.
    return (people * 100).astype(np.int32), absent


def _texts(frame: Frame, sort: str, names: tuple[str, ...]) -> tuple[np.ndarray, np.ndarray]:
    codes, values = frame.codes(sort)
    if sort in CATEGORIES and BY_KEY[sort].categories and BY_KEY[sort].table == "counts":
        # A record may have several: the first of the vocabulary decides.
        first = np.full(len(frame), len(values), dtype=np.int32)
        np.minimum.at(first, frame.record, codes)
        codes, values, names = first, (*values, ""), (*names, "")
    rank = np.empty(len(values), dtype=np.int32)
    in_order = sorted(range(len(values)), key=lambda code: names[code].casefold())
    rank[np.array(in_order, dtype=np.intp)] = np.arange(len(values))
    silent = np.array([value in ("", UNKNOWN, NOT_STATED) for value in values], dtype=bool)
    return rank.take(codes), silent.take(codes)
