"""The heading rows: the first row of labels that stands over columns of another kind, with the rows next to it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from data.intake.readers import Cell, Sheet
from data.intake.table.cell_kinds import Kind, kind_of, no_figure
from data.intake.table.hashtags import tags_of

_SEARCHED = 50
_SAMPLE = 40
_MOST_ROWS = 3
# A row is taken before a later one that scores a little better: data rows of pure text score well too.
_GOOD_ENOUGH = 0.75
_LONGEST_GROUP = 60


@dataclass(frozen=True, slots=True)
class _Look:
    """The rows near the top: `kinds[i][j]` of row `indexes[i]`."""

    indexes: list[int]
    rows: list[Sequence[Cell]]
    kinds: list[list[Kind]]

    def below(self, place: int) -> list[Kind]:
        """The usual kind of each column in the rows below `place`."""
        columns = zip(*self.kinds[place + 1 : place + 1 + _SAMPLE], strict=True)
        usual = [_usual(column) for column in columns]
        return usual or ["blank"] * len(self.kinds[place])


def _usual(kinds: Sequence[Kind]) -> Kind:
    counts = Counter(kind for kind in kinds if kind != "blank")
    return counts.most_common(1)[0][0] if counts else "blank"


def find_heading_rows(sheet: Sheet, start: int, fills: Sequence[int]) -> list[int] | None:
    """The indexes of the heading rows, top first, searched from row `start` on; None when no row reads as headings."""
    look = _look(sheet, start, fills)
    last = sum(index < start + _SEARCHED for index in look.indexes)
    scores = [_score(look, place) for place in range(last)]
    best = max(scores, default=0.0)
    if best <= 0:
        return None
    place = next(place for place, score in enumerate(scores) if score >= best * _GOOD_ENOUGH)
    places = [*_groups_above(sheet, look, place), place]
    return [look.indexes[place] for place in _subheadings(sheet, look, places)]


def _look(sheet: Sheet, start: int, fills: Sequence[int]) -> _Look:
    indexes: list[int] = []
    for index in range(start, len(sheet.rows)):
        if fills[index] and tags_of(sheet.rows[index]) is None:
            indexes.append(index)
        if len(indexes) == _SEARCHED + _SAMPLE:
            break
    rows: list[Sequence[Cell]] = [sheet.rows[index] for index in indexes]
    return _Look(indexes, rows, [[kind_of(cell) for cell in row] for row in rows])


def is_label(kind: Kind, below: Kind) -> bool:
    """Text is a label; so is a year or a date over a column of plain numbers (a crosstab of months)."""
    return kind == "text" or (kind in ("year", "date") and below == "number")


def _score(look: _Look, place: int) -> float:
    """How well a row reads as headings: it covers the columns below, holds only labels, differs from what follows."""
    row, kinds, below = look.rows[place], look.kinds[place], look.below(place)
    filled = [column for column, kind in enumerate(kinds) if kind != "blank"]
    labels = [column for column in filled if is_label(kinds[column], below[column])]
    used = [column for column, kind in enumerate(below) if kind != "blank"]
    texts = [" ".join(str(row[column]).split()).casefold() for column in labels]
    if not labels or (len(filled) == 1 and len(used) > 2) or all(map(no_figure, texts)):
        return 0.0
    coverage = sum(column in set(used) for column in labels) / len(used) if used else 0.5
    distinct = len(set(texts)) / len(texts)
    contrast = sum(_contrast(look, place, column, below[column]) for column in labels) / len(labels)
    brevity = sum(len(text) <= 300 for text in texts) / len(texts)
    return max(0.0, coverage * (len(labels) / len(filled)) ** 2 * (0.5 + distinct / 2) * (1 + contrast) * brevity)


def _contrast(look: _Look, place: int, column: int, below: Kind) -> float:
    """1 over figures and dates; over text nothing, and less than nothing where the same text comes again below."""
    if below not in ("text", "blank"):
        return 1.0
    own = look.rows[place][column]
    again = any(row[column] == own for row in look.rows[place + 1 : place + 1 + _SAMPLE])
    return -1.0 if again else 0.0


def _merged_across(sheet: Sheet, index: int) -> list[tuple[int, int]]:
    """(first, last) column of the merged ranges that lie in row `index` and cover several columns."""
    return [(left, right) for top, left, bottom, right in sheet.merged if top <= index <= bottom and right > left]


def _groups_above(sheet: Sheet, look: _Look, place: int) -> list[int]:
    """The places of the rows right above that hold group titles; a title over the whole table is none."""
    groups: list[int] = []
    while place > 0 and len(groups) < _MOST_ROWS - 1 and look.indexes[place - 1] == look.indexes[place] - 1:
        place -= 1
        if not _is_group_row(sheet, look, place):
            break
        groups.insert(0, place)
    return groups


def _is_group_row(sheet: Sheet, look: _Look, place: int) -> bool:
    below = look.kinds[place + 1]
    filled = [column for column, kind in enumerate(look.kinds[place]) if kind != "blank"]
    if not filled:
        return False
    # All words or all years: "Mine accidents | 5 March 2021" is a title and its date.
    if len({look.kinds[place][column] for column in filled}) > 1 or look.kinds[place][filled[0]] == "number":
        return False
    if any(len(text := str(look.rows[place][column])) > _LONGEST_GROUP or ":" in text for column in filled):
        return False
    merged = _merged_across(sheet, look.indexes[place])
    if len(filled) == 1:
        # Over the first column too it is a title, whether or not it covers the whole table.
        first = min(column for column, kind in enumerate(look.below(place)) if kind != "blank")
        return any(left == filled[0] > first for left, _ in merged)
    headed = sum(kind != "blank" for kind in below)
    return bool(merged) or (headed >= 2 * len(filled) and all(below[column] != "blank" for column in filled))


def _subheadings(sheet: Sheet, look: _Look, places: list[int]) -> list[int]:
    """`places` with the rows right below that still hold labels over columns of figures."""
    while len(places) < _MOST_ROWS and places[-1] + 1 < len(look.indexes):
        place = places[-1] + 1
        if look.indexes[place] != look.indexes[place - 1] + 1 or not _is_subheading(sheet, look, place):
            break
        places = [*places, place]
    return places


def _is_subheading(sheet: Sheet, look: _Look, place: int) -> bool:
    kinds, below = look.kinds[place], look.below(place)
    filled = [column for column, kind in enumerate(kinds) if kind != "blank"]
    if not all(is_label(kinds[column], below[column]) for column in filled):
        return False
    if any(no_figure(look.rows[place][column]) for column in filled):
        return False
    over_figures = [column for column in filled if below[column] not in ("text", "blank")]
    figures = [column for column, kind in enumerate(below) if kind not in ("text", "blank")]
    above = look.kinds[place - 1]
    merged = _merged_across(sheet, look.indexes[place - 1])
    gaps = {column for left, right in merged for column in range(left, right + 1)}
    fills_gaps = any(column in gaps or above[column] == "blank" for column in filled)
    if fills_gaps:
        return bool(gaps.intersection(filled)) or len(over_figures) * 2 >= len(filled)
    return len(figures) >= 2 and len(over_figures) == len(figures)
