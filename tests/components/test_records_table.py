"""The table of records: public columns, links that sort, pages; what is not recorded is said."""

from components.address import Address
from components.records_table import records_table
from data.selection import Selection
from data.summaries.records import records_page
from tests.data.factory import make_frame
from texts.words import Words

ENGLISH = Words("en")


def table(address: Address | None = None, size: int = 25, rows: list | None = None) -> dict:
    address = address or Address("en")
    frame = make_frame("reported_accidents", rows)
    page = records_page(frame, address.selection, address.sort, address.order == "desc", address.page, size)
    return records_table(page, address, ENGLISH, lambda key: key, "public reports")


def cells(shown: dict, row: int) -> list[str]:
    return [cell["text"] for cell in shown["table"]["rows"][row]["cells"]]


def test_the_newest_stands_first() -> None:
    assert cells(table(), 0)[:4] == ["20 February 2026", "AZ-AGM", "0", "2"]


def test_dates_are_as_exact_as_they_are_known() -> None:
    dates = [row["cells"][0]["text"] for row in table()["table"]["rows"]]
    assert {"January 2021", "2021", "not given"} <= set(dates)


def test_unknown_is_not_zero() -> None:
    shown = table(rows=[{"date": "2021", "district": "AZ-SAR"}])
    assert cells(shown, 0)[2:4] == ["not recorded", "not recorded"]
    assert shown["table"]["rows"][0]["cells"][2]["missing"]


def test_choosing_the_heading_in_force_turns_the_order_round() -> None:
    date = table()["table"]["columns"][0]
    assert (date["sorted"], date["heads"][0]["link"]) == ("descending", "/?lang=en&order=asc#records")
    other = next(head for column in table()["table"]["columns"] for head in column["heads"] if head["key"] == "place")
    assert other["link"] == "/?lang=en&sort=place&order=asc#records"


def test_pages_are_linked() -> None:
    shown = table(Address("en", page=2), size=2)
    assert shown["pages"] == "Page 2 of 4"
    assert (shown["previous"], shown["next"]) == ("/?lang=en#records", "/?lang=en&page=3#records")


def test_a_link_that_is_no_web_address_is_not_a_link() -> None:
    rows = [{"date": "2021-01-01", "killed": 1, "reported_in": "Daily", "source_url": "javascript:alert(1)"}]
    assert table(rows=rows)["table"]["rows"][0]["cells"][-1]["link"] == ""


def test_nothing_found_is_said() -> None:
    shown = table(Address("en", Selection(district=frozenset({"AZ-XXX"}))))
    assert shown["subtitle"] == "No accidents in the selection."
    assert not shown["table"]["rows"]


def test_without_a_dataset_of_accidents_nothing_is_shown() -> None:
    assert records_table(None, Address("en"), ENGLISH, str)["table"]["rows"] == []
