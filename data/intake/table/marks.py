"""What an entry template says of itself: sheets that hold no data, and the example row that nobody should count."""

from data.intake.readers import Sheet
from data.intake.table.body import Body

# The whole text of cell A1, and of one cell of the example row, as the templates of each language write them
# (texts/locale/*/LC_MESSAGES/template.po; tests/data/template holds them together).
NO_DATA = frozenset(("This sheet is not read as data.", "Dette arket leses ikke som data."))
EXAMPLE = frozenset(("Example: 2024-03-15", "Eksempel: 2024-03-15"))
# Nobody types more rows than this into a template; a million rows would cost most of a second.
LOOKED_AT = 20_000


def holds_no_data(sheet: Sheet) -> bool:
    """Whether the sheet says so in its first cell."""
    return bool(sheet.rows and sheet.rows[0]) and sheet.rows[0][0] in NO_DATA


def examples(body: Body) -> dict[int, str]:
    """position -> example, among the first LOOKED_AT rows, in whichever column the mark stands now."""
    found: dict[int, str] = {}
    for column in body.columns:
        cells = column[:LOOKED_AT]
        if not EXAMPLE.isdisjoint(cells):
            found |= {position: "example" for position, cell in enumerate(cells) if cell in EXAMPLE}
    return found
