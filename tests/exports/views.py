"""Views for the tests of exports: small, whole, and with what makes trouble in files."""

from dataclasses import replace
from datetime import date

from charts.view import Column, Source, Table, View

COLUMNS = (
    Column("district", "District"),
    Column("date", "Date", "date"),
    Column("killed", "Killed", "number"),
    Column("source_url", "Link", "link"),
)
ROWS = (
    ("Aghdam", date(2022, 7, 2), 4, "https://example.org/a"),
    ("=1+1", None, None, ""),
    ("Füzuli, «south»\nside", date(2021, 1, 1), 0.5, "https://example.org/b"),
)
FIGURE = {
    "data": [{"type": "bar", "x": ["2021", "2022"], "y": [1, 4]}],
    "layout": {"height": 420, "margin": {"t": 20, "r": 30, "b": 40, "l": 50, "pad": 0}, "annotations": []},
}
WHOLE = View(
    chart="by_district",
    title="Where",
    subtitle="Killed and injured in 3 accidents. Showing everything.",
    alt="Most were killed in Aghdam.",
    table=Table(COLUMNS, ROWS, ("a", "b", "c")),
    figure=FIGURE,
    sources=(Source("reported_accidents", "Accidents", "public reports", 2, "CC0"),),
    edition=7,
    as_of=date(2026, 3, 13),
    notes=("7 have no date.",),
    about=("A person killed or hurt.",),
)
EMPTY = replace(
    WHOLE, table=Table(COLUMNS, ()), figure={}, as_of=None, empty=True, empty_reason="No accident fits.", notes=()
)
