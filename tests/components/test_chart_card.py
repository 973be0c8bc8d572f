"""A chart's card: every link keeps the rest of the address."""

from dataclasses import replace
from datetime import date

import pytest

from charts.view import Column, Source, Table, View
from components.address import Address
from components.chart_card import cell, chart_card, source_line, table_of
from data.selection import Selection
from texts.words import Words

ENGLISH, NORWEGIAN = Words("en"), Words("nb")
VIEW = View(
    chart="by_status", title='Who "they" are', subtitle="102 accidents", alt="Most are civilians.",
    table=Table((Column("status", "Status"), Column("killed", "Killed", "number")),
                (("civilian", 30), ("other", None))),
    figure={"data": [], "layout": {}}, sources=(Source("reported_accidents", "Reports", "public reports", 1),),
    edition=7, as_of=date(2026, 3, 13), height=300,
)  # fmt: skip
ADDRESS = Address("en", Selection(district=frozenset({"AZ-AGM"})), tabs=(("published_totals", "table"),))


def card(view: View = VIEW, address: Address = ADDRESS) -> dict:
    return chart_card(view, address, ENGLISH)


def test_tabs_keep_selection_and_other_tabs() -> None:
    links = {label: link for label, link, _ in card()["tabs"]}
    assert links["Table"] == "/?lang=en&district=AZ-AGM&tab=table&tab.by_status=table"
    assert [current for _, _, current in card()["tabs"]] == [True, False, False]


def test_a_small_chart_has_its_own_slot_and_no_forms() -> None:
    assert (card()["slot"], card()["forms"], card()["intervals"]) == ("by_status", [], [])


def test_the_main_chart_offers_its_forms_and_intervals_where_they_count() -> None:
    main = card(replace(VIEW, chart="reported_accidents"), replace(ADDRESS, form="reported_accidents", interval="year"))
    assert main["slot"] == "main"
    assert [current for _, _, current in main["forms"]] == [False, False, True]
    assert [current for _, _, current in main["intervals"]] == [False, False, True]
    assert card(replace(VIEW, chart="by_period"))["intervals"] == []


def test_what_is_shared_carries_the_selection() -> None:
    assert card()["share"] == "/share/by_status?lang=en&district=AZ-AGM"
    assert card(address=replace(ADDRESS, edition=3))["share"].endswith("&edition=3")


def test_an_empty_chart_says_why() -> None:
    assert card(replace(VIEW, empty=True, empty_reason="Nothing found."))["empty"] == "Nothing found."


def test_the_table_is_made_when_it_is_shown() -> None:
    assert card()["table"] is None
    assert card(address=ADDRESS.with_tab("by_status", "table"))["table"]["rows"][0]["cells"][1]["text"] == "30"


def test_source_edition_and_date_in_one_line() -> None:
    assert source_line(VIEW, ENGLISH) == "Source: public reports · as of 13 March 2026 · edition 7"
    assert source_line(replace(VIEW, as_of=None), NORWEGIAN) == "Kilde: public reports · utgave 7"


def test_rows_with_an_id_can_be_pointed_at() -> None:
    table = table_of(replace(VIEW.table, row_ids=("abc", "")), ENGLISH)
    assert [row["id"] for row in table["rows"]] == ["statement-abc", ""]


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (1234, "number", "1,234"), (0, "number", "0"), (date(2024, 11, 11), "date", "11 November 2024"),
        ("https://www.example.org/a?b", "link", "example.org"), ("Aghdam", "text", "Aghdam"),
    ],
)  # fmt: skip
def test_cells_in_words(value: object, kind: str, text: str) -> None:
    assert cell(value, kind, ENGLISH)["text"] == text


def test_a_link_is_put_on_the_name_before_it() -> None:
    columns = (Column("outlet", "Outlet"), Column("link", "Link", "link"), Column("killed", "Killed", "number"))
    rows = (("Daily", "https://example.org/a", 1), (None, "https://example.org/b", 2), ("Weekly", None, 3))
    table = table_of(Table(columns, rows), ENGLISH)
    assert [column["label"] for column in table["columns"]] == ["Outlet", "Killed"]
    shown = [(row["cells"][0]["text"], row["cells"][0]["link"]) for row in table["rows"]]
    assert shown == [("Daily", "https://example.org/a"), ("example.org", "https://example.org/b"), ("Weekly", "")]


def test_a_missing_cell_says_so() -> None:
    assert cell(None, "number", ENGLISH) == {
        "kind": "number", "minor": [], "link": "", "missing": True, "text": "not recorded",
    }  # fmt: skip


def test_only_web_addresses_become_links() -> None:
    assert cell("javascript:alert(1)", "link", ENGLISH)["link"] == ""
