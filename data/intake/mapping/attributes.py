"""Which column gives each of the fields that take one column: place, device, status, who counted, and so on."""

from collections.abc import Callable, Sequence
from numbers import Real

from data.intake.cells.categories import read_categories
from data.intake.mapping.columns import Column

TEXT = ("incident_id", "scope", "counted_by", "reported_in", "district", "place")
LINKS = ("source_url",)
NUMBERS = ("latitude", "longitude", "age")
CATEGORIES = ("in_official_scope", "verification", "confidence", "device", "activity", "status", "sex", "age_group")
# Fields that keep the file's own words beside the category: a column is theirs even when few words are understood.
KEEP_WORDS = ("device", "activity")
# A column headed only "Source" is a link or an outlet, as its cells show.
_MEANS = {"source": ("source_url", "reported_in")}
_LEAST = 0.35
_SAID = 2.0  # a person's word goes before every score
_LONGEST = 100  # characters of a name of a place, an outlet or a device
_MOSTLY = 0.25  # of a column's values longer than that make it prose


def choose(columns: Sequence[Column], taken: Sequence[Column]) -> dict[str, tuple[Column, float]]:
    """Field -> (column, confidence): the best pairs first, each column and each field once."""
    pairs = []
    for column in columns:
        if column in taken or not column.filled:
            continue
        if column.chosen:
            pairs.append((_SAID, -column.index, column.roles[0].field if column.roles else "", column))
            continue
        for rank, role in enumerate(column.roles):
            for field in _MEANS.get(role.field, (role.field,)):
                if field in _FITS and not role.qualifiers.get("outcome"):
                    score = role.score * _FITS[field](column, field) - 0.05 * rank
                    pairs.append((score, -column.index, field, column))
    chosen: dict[str, tuple[Column, float]] = {}
    used: set[int] = set()
    for score, _, field, column in sorted(pairs, key=lambda pair: pair[:3], reverse=True):
        if score >= _LEAST and field in _FITS and field not in chosen and column.index not in used:
            chosen[field] = (column, round(min(score, 1.0), 2))
            used.add(column.index)
    return chosen


def understood(column: Column, field: str) -> float:
    """Share of the different values that are words of this field; 0 where only "unknown" or "not stated" is read."""
    cells = column.unique[:500]
    if not cells:
        return 0.0
    read = read_categories(field, cells)
    if not set(read.values.unique()) - {"not_stated", "unknown"} and field not in KEEP_WORDS:
        return 0.0
    return 1.0 - len(read.unread) / len(cells)


def _category(column: Column, field: str) -> float:
    share = understood(column, field)
    if field in KEEP_WORDS and _prose(column):
        return 0.0
    return 0.6 + 0.4 * share if field in KEEP_WORDS and not _numbers(column, field) else share


def _prose(column: Column) -> bool:
    """Sentences, which may hold anything: kept with the raw cells for staff, never a field that the public sees."""
    texts = [cell for cell in column.unique[:200] if isinstance(cell, str)]
    return bool(texts) and sum(len(text) > _LONGEST for text in texts) >= _MOSTLY * len(texts)


def _link(column: Column, field: str) -> float:
    texts = [cell for cell in column.unique[:200] if isinstance(cell, str)]
    return sum("://" in text or text.startswith("www.") for text in texts) / len(texts) if texts else 0.0


def _text(column: Column, field: str) -> float:
    if _prose(column):
        return 0.0
    return 1.0 if field == "incident_id" else 1.0 - 0.7 * max(_link(column, field), _numbers(column, field))


def _numbers(column: Column, field: str) -> float:
    cells = column.unique[:200]
    return sum(_is_number(cell) for cell in cells) / len(cells)


def _is_number(cell: object) -> bool:
    if isinstance(cell, Real):
        return not isinstance(cell, bool)
    try:
        float(str(cell).strip().replace(",", "."))
    except ValueError:
        return False
    return True


_FITS: dict[str, Callable[[Column, str], float]] = {
    **dict.fromkeys(TEXT, _text),
    **dict.fromkeys(LINKS, _link),
    **dict.fromkeys(NUMBERS, _numbers),
    **dict.fromkeys(CATEGORIES, _category),
}
