"""The finding of a cross tabulation in one sentence: its largest row, or its totals."""

from charts.crossed.crossing import Crossing
from charts.headlines import Part, Told, counted, field_name, largest, measure_of, totals_of
from data.summaries.axes import OTHERS, TIMES
from data.summaries.selected import Selected


def crossing_said(table: Crossing, selected: Selected, told: Told) -> str:
    """Rows of outcomes and of times are no parts to be ranked; records may stand in several rows."""
    if table.what == "records":
        return counted(told, selected.record_count, selected.dataset.layout)
    if table.row_field in ("outcome", *TIMES):
        return totals_of(told, selected)
    of = table.what if table.what != "casualties" else measure_of(told.selection)
    parts = [Part(row.name, row.total, row.grey or row.key == OTHERS) for row in table.rows]
    return largest(told, parts, table.whole, field_name(table.row_field, told), of) or totals_of(told, selected)
