"""A workbook with all the dirt of a real one, and none of its people: every accident in it is invented.

On its sheet "Accidents" the headings stand in row 4 and the data from row 5 on; DIRT says what is wrong where.
"""

from datetime import date, datetime, timedelta
from io import BytesIO

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

SHEET = "Accidents"
NAME = "accidents 2021.xlsx"
HEADINGS = ("Date", "District", "Village", "Device", "Total", "Killed", "Injured", "Remarks")
FIRST_ROW = 5
# Kind of finding -> (row, column) of one that is there.
DIRT = {
    "not_a_date": (6, "A"),
    "date_without_year": (7, "A"),
    "negative_count": (8, "F"),
    "range_backwards": (9, "G"),
    "count_with_remark": (10, "F"),
    "not_a_count": (11, "G"),
    "total_not_parts": (12, "E"),
    "date_in_future": (13, "A"),
    "same_row_twice": (15, None),
    "place_not_understood": (16, "B"),
    "word_not_understood": (17, "D"),
    "approximate_count": (18, "F"),
    "date_in_count": (19, "F"),
    "computable_blank": (20, "F"),
}
_DISTRICTS = ("Agdam", "Fuzuli", "Kalbajar", "Jabrayil", "Zangilan", "Tartar")


def _sound(number: int) -> list[object]:
    """A row without dirt; its figures add up."""
    day = date(2021, 1, 3) + timedelta(days=7 * number)
    killed, injured = number % 2, 1 + number % 3
    return [day, _DISTRICTS[number % 6], f"Village {number}", "anti-personnel mine", killed + injured, killed, injured,
            None]  # fmt: skip


def _rows() -> list[list[object]]:
    rows = [_sound(number) for number in range(16)]
    rows[1][0] = "30.02.2021"
    rows[2][0] = "14 May"
    rows[3][5] = -3
    rows[4][6] = "5-2"
    rows[5][5] = "1*"
    rows[6][6] = "see the report"
    rows[7][4] = 9
    rows[8][0] = date(2121, 3, 7)
    rows[10] = list(rows[9])
    rows[11][1] = "Agdamm"
    rows[12][3] = "qwertz"
    rows[13][5] = "about 1"
    rows[14][5] = datetime(2021, 3, 2)
    rows[15][5] = None
    rows[15][4:7] = [4, None, 2]
    rows[0][7] = "=1+1 as it was said"
    return rows


def dirty_workbook(more_rows: int = 0) -> bytes:
    """The .xlsx. `more_rows` sound rows come before the footnotes, every tenth with a negative number of injured."""
    book = Workbook()
    sheet = book.active
    sheet.title = SHEET
    sheet.append(["Accidents with mines and other explosives, 2021"])
    sheet.append(["Invented for tests"])
    sheet.merge_cells("A1:H1")
    sheet.append([])
    sheet.append(list(HEADINGS))
    for cell in sheet[4]:
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="DDDDDD")
    for row in [*_rows(), *(_more(number) for number in range(more_rows))]:
        sheet.append(row)
    sheet["H5"].data_type = "s"
    sheet["H5"].comment = Comment("Asked by telephone.", "editor-1")
    last = sheet.max_row
    sheet.append(["Total", None, None, None, None, 99, f"=SUM(G{FIRST_ROW}:G{last})", None])
    sheet.append([])
    sheet.append(["* One of them died later."])
    sheet.column_dimensions["C"].width = 20
    notes = book.create_sheet("Notes")
    notes.append(["Made from the reports of the districts."])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _more(number: int) -> list[object]:
    row = _sound(16 + number % 30)
    row[2] = f"Place {number}"
    if number % 10 == 0:
        row[6] = -1 - number % 7 - 1
    return row


def dirty_csv(rows: int = 1000) -> bytes:
    """As many rows, every second with a range that runs backwards: for long lists of findings."""
    lines = ["Date,District,Village,Killed,Injured"]
    for number in range(rows):
        injured = "5-2" if number % 2 else str(number % 4)
        lines.append(f"2021-{1 + number % 12:02}-{1 + number % 28:02},{_DISTRICTS[number % 6]},V{number},1,{injured}")
    return "\n".join(lines).encode()
